//! The blur of shadows, as filters.

use crate::geometry::Rect;
use crate::scene::{Item, Layer, Shadow};

use super::id_hash::id_hash;
use super::number::push_numbers;
use super::xml::XmlWriter;

/// Every shadow with a distinct blur and the id of its filter, in document order.
pub(super) fn distinct_blurs(items: &[Item]) -> Vec<(String, &Shadow)> {
    let mut shadows = Vec::new();
    collect_blurs(items, &mut shadows);
    shadows
}

fn collect_blurs<'a>(items: &'a [Item], shadows: &mut Vec<(String, &'a Shadow)>) {
    for item in items {
        match item {
            Item::Group(_, items) | Item::Layer(Layer { items, .. }) => collect_blurs(items, shadows),
            Item::Shadow(shadow) => {
                let id = filter_id(shadow);
                if shadow.deviation > 0.0 && !shadows.iter().any(|(known, _)| *known == id) {
                    shadows.push((id, shadow));
                }
            }
            Item::Shape(_) | Item::Text(_) => {}
        }
    }
}

/// The id of a shadow's filter, made from its content: equal filters of several pictures in one page may share it.
pub(super) fn filter_id(shadow: &Shadow) -> String {
    let Rect { x, y, width, height } = shadow.area;
    let mut data = String::new();
    push_numbers(&mut data, &[shadow.deviation, x, y, width, height]);
    format!("emberline-blur-{:016x}", id_hash(&[&data]))
}

pub(super) fn write_filter(id: &str, shadow: &Shadow, xml: &mut XmlWriter) {
    let mut tag = xml.start_node("filter");
    tag.text_attribute("id", id);
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
