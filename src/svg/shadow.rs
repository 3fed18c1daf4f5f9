//! Shadows as filters: a blurred copy under the filtered element.

use crate::geometry::Rect;
use crate::scene::{Item, Layer, Shadow, Shadowed};

use super::id_hash;
use super::number::{push_hex_color, push_numbers};
use super::xml::XmlWriter;

/// Every distinct shadow with the id of its filter, in document order.
pub(super) fn distinct_shadows(items: &[Item]) -> Vec<(String, &Shadowed)> {
    let mut shadows = Vec::new();
    collect_shadows(items, &mut shadows);
    shadows
}

fn collect_shadows<'a>(items: &'a [Item], shadows: &mut Vec<(String, &'a Shadowed)>) {
    for item in items {
        match item {
            Item::Group(_, items) | Item::Layer(Layer { items, .. }) => collect_shadows(items, shadows),
            Item::Shadowed(shadowed) => {
                let id = filter_id(shadowed);
                if !shadows.iter().any(|(known, _)| *known == id) {
                    shadows.push((id, shadowed));
                }
                collect_shadows(&shadowed.items, shadows);
            }
            Item::Shape(_) | Item::Text(_) => {}
        }
    }
}

/// The id of a shadow's filter, made from its content: equal filters of several pictures in one page may share it.
pub(super) fn filter_id(shadowed: &Shadowed) -> String {
    let Shadowed { shadow: Shadow { color, deviation, offset }, area: Rect { x, y, width, height }, .. } =
        *shadowed;
    let mut data = format!("{color:?} ");
    push_numbers(&mut data, &[deviation, offset.x, offset.y, x, y, width, height]);
    format!("emberline-shadow-{:016x}", id_hash(&[&data]))
}

pub(super) fn write_filter(id: &str, shadowed: &Shadowed, xml: &mut XmlWriter) {
    let Shadowed { shadow, area, .. } = shadowed;
    let mut tag = xml.start_node("filter");
    tag.text_attribute("id", id);
    tag.text_attribute("filterUnits", "userSpaceOnUse");
    // A canvas blends in sRGB, SVG in linear light by default.
    tag.text_attribute("color-interpolation-filters", "sRGB");
    tag.number_attribute("x", area.x);
    tag.number_attribute("y", area.y);
    tag.number_attribute("width", area.width);
    tag.number_attribute("height", area.height);
    tag.open_children();
    let mut tag = xml.start_leaf("feDropShadow");
    tag.number_attribute("dx", shadow.offset.x);
    tag.number_attribute("dy", shadow.offset.y);
    tag.number_attribute("stdDeviation", shadow.deviation);
    tag.raw_attribute("flood-color", |text| push_hex_color(text, shadow.color));
    if shadow.color.alpha < u8::MAX {
        tag.number_attribute("flood-opacity", f64::from(shadow.color.alpha) / 255.0);
    }
    tag.close_empty();
    xml.end_node();
}
