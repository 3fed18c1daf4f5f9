//! Writes shapes, and the strokes of shapes and letters.

use crate::limits::MIN_DASH_PERIOD;
use crate::scene::{Cap, Geometry, Join, Paint, SVG_MITER_LIMIT, Shape, Stroke};

use super::number::push_numbers;
use super::paint::write_paint;
use super::path;
use super::xml::{Tag, XmlWriter};

pub(super) fn write_shape(shape: &Shape, xml: &mut XmlWriter) {
    let mut tag = start_element(&shape.geometry, xml);
    match &shape.fill {
        Some(paint) => write_paint("fill", paint, &mut tag),
        None => tag.text_attribute("fill", "none"),
    }
    if let Some(stroke) = &shape.stroke {
        write_stroke(&mut tag, stroke, has_corners(&shape.geometry));
    }
    tag.close_empty();
}

fn start_element<'a>(geometry: &Geometry, xml: &'a mut XmlWriter) -> Tag<'a> {
    match geometry {
        Geometry::Rect(rect, radius) => {
            let mut tag = xml.start_leaf("rect");
            tag.number_attribute("x", rect.x);
            tag.number_attribute("y", rect.y);
            tag.number_attribute("width", rect.width);
            tag.number_attribute("height", rect.height);
            if *radius > 0.0 {
                tag.number_attribute("rx", *radius);
            }
            tag
        }
        Geometry::Circle(center, radius) => {
            let mut tag = xml.start_leaf("circle");
            tag.number_attribute("cx", center.x);
            tag.number_attribute("cy", center.y);
            tag.number_attribute("r", *radius);
            tag
        }
        Geometry::Path(commands) | Geometry::EvenOddPath(commands) => {
            let mut tag = xml.start_leaf("path");
            tag.raw_attribute("d", |text| path::push_path_data(text, commands));
            if matches!(geometry, Geometry::EvenOddPath(_)) {
                tag.text_attribute("fill-rule", "evenodd");
            }
            tag
        }
    }
}

fn has_corners(geometry: &Geometry) -> bool {
    match geometry {
        Geometry::Rect(..) => true,
        Geometry::Circle(..) => false,
        Geometry::Path(commands) | Geometry::EvenOddPath(commands) => path::has_corners(commands),
    }
}

/// Writes the attributes of a stroke; those for corners only if the outline `has_corners`.
pub(super) fn write_stroke(tag: &mut Tag, stroke: &Stroke, has_corners: bool) {
    let tint = fine_dash_tint(stroke);
    write_paint("stroke", tint.as_ref().unwrap_or(&stroke.paint), tag);
    tag.number_attribute("stroke-width", stroke.width);
    if !stroke.dash.is_empty() && tint.is_none() {
        tag.raw_attribute("stroke-dasharray", |text| push_numbers(text, &stroke.dash));
        if stroke.dash_offset != 0.0 {
            tag.number_attribute("stroke-dashoffset", stroke.dash_offset);
        }
    }
    match stroke.cap {
        Cap::Butt => {}
        Cap::Round => tag.text_attribute("stroke-linecap", "round"),
        Cap::Square => tag.text_attribute("stroke-linecap", "square"),
    }
    match stroke.join {
        _ if !has_corners => {}
        Join::Round => tag.text_attribute("stroke-linejoin", "round"),
        Join::Bevel => tag.text_attribute("stroke-linejoin", "bevel"),
        Join::Miter(SVG_MITER_LIMIT) => {}
        Join::Miter(limit) => tag.number_attribute("stroke-miterlimit", limit),
    }
}

/// The paint of a solid line that looks like the dashed one, if the dashes are too fine to be seen; `None` for other
/// lines. Even a short line would have millions of such dashes.
fn fine_dash_tint(stroke: &Stroke) -> Option<Paint> {
    let sum: f64 = stroke.dash.iter().sum();
    let period = if stroke.dash.len() % 2 == 1 { 2.0 * sum } else { sum };
    let is_fine = !stroke.dash.is_empty() && period < MIN_DASH_PERIOD;
    let drawn: f64 = stroke.dash.iter().step_by(2).sum();
    let drawn_fraction = if stroke.dash.len() % 2 == 1 { 0.5 } else { drawn / sum };
    is_fine.then(|| stroke.paint.with_opacity(drawn_fraction))
}
