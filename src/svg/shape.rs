//! Shapes, and how they and letters are painted.

use crate::color::Color;
use crate::limits::MIN_DASH_PERIOD;
use crate::scene::{Cap, Join, Outline, SVG_MITER_LIMIT, Shape, Stroke};

use super::xml::{Tag, Xml};
use super::{numbers, path};

pub(super) fn write(shape: &Shape, xml: &mut Xml) {
    let mut tag = outline(&shape.outline, xml);
    match shape.fill {
        Some(color) => tag.color("fill", color),
        None => tag.text("fill", "none"),
    }
    if let Some(stroke) = &shape.stroke {
        edge(&mut tag, stroke, has_corners(&shape.outline));
    }
    tag.empty();
}

fn outline<'a>(outline: &Outline, xml: &'a mut Xml) -> Tag<'a> {
    match outline {
        Outline::Rect(rect, radius) => {
            let mut tag = xml.leaf("rect");
            tag.number("x", rect.x);
            tag.number("y", rect.y);
            tag.number("width", rect.width);
            tag.number("height", rect.height);
            if *radius > 0.0 {
                tag.number("rx", *radius);
            }
            tag
        }
        Outline::Circle(center, radius) => {
            let mut tag = xml.leaf("circle");
            tag.number("cx", center.x);
            tag.number("cy", center.y);
            tag.number("r", *radius);
            tag
        }
        Outline::Path(segments) | Outline::EvenOdd(segments) => {
            let mut tag = xml.leaf("path");
            tag.data("d", |text| path::push(text, segments));
            if matches!(outline, Outline::EvenOdd(_)) {
                tag.text("fill-rule", "evenodd");
            }
            tag
        }
    }
}

fn has_corners(outline: &Outline) -> bool {
    match outline {
        Outline::Rect(..) => true,
        Outline::Circle(..) => false,
        Outline::Path(segments) | Outline::EvenOdd(segments) => path::has_corners(segments),
    }
}

/// A line along an outline; how it goes round corners where there are any.
pub(super) fn edge(tag: &mut Tag, stroke: &Stroke, has_corners: bool) {
    let fine = blurred(stroke);
    tag.color("stroke", fine.unwrap_or(stroke.color));
    tag.number("stroke-width", stroke.width);
    if !stroke.dash.is_empty() && fine.is_none() {
        tag.data("stroke-dasharray", |text| numbers(text, &stroke.dash));
        if stroke.dash_offset != 0.0 {
            tag.number("stroke-dashoffset", stroke.dash_offset);
        }
    }
    match stroke.cap {
        Cap::Butt => {}
        Cap::Round => tag.text("stroke-linecap", "round"),
        Cap::Square => tag.text("stroke-linecap", "square"),
    }
    match stroke.join {
        _ if !has_corners => {}
        Join::Round => tag.text("stroke-linejoin", "round"),
        Join::Bevel => tag.text("stroke-linejoin", "bevel"),
        Join::Miter(SVG_MITER_LIMIT) => {}
        Join::Miter(limit) => tag.number("stroke-miterlimit", limit),
    }
}

/// The colour of a line whose dashes are too fine to be told apart: a short line has millions of them.
fn blurred(stroke: &Stroke) -> Option<Color> {
    let whole: f64 = stroke.dash.iter().sum();
    let period = if stroke.dash.len() % 2 == 1 { 2.0 * whole } else { whole };
    let fine = !stroke.dash.is_empty() && period < MIN_DASH_PERIOD;
    let drawn: f64 = stroke.dash.iter().step_by(2).sum();
    let share = if stroke.dash.len() % 2 == 1 { 0.5 } else { drawn / whole };
    let alpha = (f64::from(stroke.color.alpha) * share).round() as u8;
    fine.then(|| stroke.color.with_alpha(alpha))
}
