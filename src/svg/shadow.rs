//! The blur of shadows, as filters.

use crate::geometry::Rect;
use crate::id_hash::id_hash;
use crate::scene::Shadow;

use super::number::push_numbers;
use super::xml::XmlWriter;

/// The id of a shadow's filter in the SVG, made from its content: equal filters of several pictures in one page may share it.
pub(super) fn filter_id(shadow: &Shadow) -> String {
    format!("emberline-blur-{:016x}", blur_id(shadow))
}

/// A number that two shadows share only if they need the same filter.
pub(super) fn blur_id(shadow: &Shadow) -> u64 {
    let Rect { x, y, width, height } = shadow.area;
    let mut data = String::new();
    push_numbers(&mut data, &[shadow.deviation, x, y, width, height]);
    id_hash(&[&data])
}

pub(super) fn write_filter(shadow: &Shadow, xml: &mut XmlWriter) {
    let mut tag = xml.start_node("filter");
    tag.text_attribute("id", &filter_id(shadow));
    tag.text_attribute("filterUnits", "userSpaceOnUse");
    // A canvas blends in sRGB, SVG in linear light by default.
    tag.text_attribute("color-interpolation-filters", "sRGB");
    tag.number_attribute("x", shadow.area.x);
    tag.number_attribute("y", shadow.area.y);
    tag.number_attribute("width", shadow.area.width);
    tag.number_attribute("height", shadow.area.height);
    tag.open_children();
    let mut tag = xml.start_leaf("feGaussianBlur");
    tag.number_attribute("stdDeviation", shadow.deviation);
    tag.close_empty();
    xml.end_node();
}
