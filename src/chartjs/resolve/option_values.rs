//! Single option values → the values of a chart.

use std::sync::Arc;

use crate::chart::{Align, CornerRadii, Font, LabelLines, Length, Symbol};
use crate::chartjs::parse::value::Value;
use crate::font::{Figures, TextStyle, Weight};
use crate::geometry::Sides;
use crate::limits::MAX_SIDE;
use crate::scene::{Cap, Join};

/// The miter limit of a canvas.
const CANVAS_MITER_LIMIT: f64 = 10.0;
/// The least weight that is drawn bold.
const BOLD_FROM: f64 = 600.0;
/// The default font size in pixels.
const DEFAULT_FONT_SIZE: f64 = 12.0;
/// The default line height as a factor of the font size.
const DEFAULT_LINE_HEIGHT: f64 = 1.2;
/// The sides of the option `clip`, in the order of the clip sides of a chart.
pub(crate) const CLIP_SIDES: [&str; 4] = ["left", "top", "right", "bottom"];

/// The lines of a label: those of a list, or one.
pub(crate) fn label_lines(value: &Value) -> LabelLines {
    match value {
        Value::List(lines) => lines.iter().map(Value::to_text).collect(),
        value => vec![value.to_text()],
    }
}

/// Parses an alignment along a line; centred by default.
pub(crate) fn parse_align(name: Option<&str>) -> Align {
    match name {
        Some("start") => Align::Start,
        Some("end") => Align::End,
        Some("inner") => Align::Inner,
        _ => Align::Center,
    }
}

/// Parses the shape of a point; a circle by default.
pub(crate) fn parse_symbol(value: Option<&Value>) -> Symbol {
    match value {
        Some(Value::Bool(false)) => Symbol::None,
        Some(Value::Drawing(drawing)) => Symbol::Drawing(Arc::clone(drawing)),
        Some(Value::Text(name)) => match name.as_str() {
            "cross" => Symbol::Cross,
            "crossRot" => Symbol::CrossRot,
            "dash" => Symbol::Dash,
            "line" => Symbol::Line,
            "rect" => Symbol::Rect,
            "rectRounded" => Symbol::RectRounded,
            "rectRot" => Symbol::RectRot,
            "star" => Symbol::Star,
            "triangle" => Symbol::Triangle,
            _ => Symbol::Circle,
        },
        _ => Symbol::Circle,
    }
}

/// Parses the ends of a line; flat by default.
pub(crate) fn line_cap(name: &str) -> Cap {
    match name {
        "round" => Cap::Round,
        "square" => Cap::Square,
        _ => Cap::Butt,
    }
}

/// Parses the corners of a border; mitered by default.
pub(crate) fn line_join(name: &str) -> Join {
    match name {
        "round" => Join::Round,
        "bevel" => Join::Bevel,
        _ => Join::Miter(CANVAS_MITER_LIMIT),
    }
}

/// Makes a font from its options; `option` returns the value of one of them.
pub(crate) fn resolve_font<'a>(option: impl Fn(&str) -> Option<&'a Value>) -> Font {
    let size = match option("size") {
        Some(Value::Text(text)) => leading_number(text).map(f64::trunc),
        Some(value) => value.to_number(),
        None => None,
    };
    let nominal_size = size.unwrap_or(DEFAULT_FONT_SIZE).clamp(-MAX_SIDE, MAX_SIDE);
    // A canvas takes no font of such a size: it keeps the one that it has, the regular one of the legend's labels.
    let is_refused = nominal_size < 0.0 || option("size") == Some(&Value::Null);
    let size = if is_refused { DEFAULT_FONT_SIZE } else { nominal_size };
    let weight = match option("weight") {
        _ if is_refused => Weight::Regular,
        Some(Value::Number(weight)) if *weight >= BOLD_FROM => Weight::Bold,
        Some(Value::Text(name))
            if matches!(name.as_str(), "bold" | "bolder" | "600" | "700" | "800" | "900") =>
        {
            Weight::Bold
        }
        _ => Weight::Regular,
    };
    let line_height = option("lineHeight")
        .map_or(nominal_size * DEFAULT_LINE_HEIGHT, |value| parse_line_height(value, nominal_size));
    Font { style: TextStyle { size, weight, figures: Figures::Proportional }, nominal_size, line_height }
}

/// Parses a line height in pixels: a factor of the font size, pixels (`px`) or a percentage.
fn parse_line_height(value: &Value, size: f64) -> f64 {
    let text = value.to_text();
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
    let unit = text.get(digits.len()..).unwrap_or_default();
    match (digits.parse::<f64>(), unit) {
        (Ok(number), "" | "em") => size * number,
        (Ok(number), "%") => size * number / 100.0,
        (Ok(number), "px") => number,
        _ => size * DEFAULT_LINE_HEIGHT,
    }
}

/// Parses the number at the start of a text.
pub(crate) fn leading_number(text: &str) -> Option<f64> {
    let text = text.trim();
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// Parses a percentage as a fraction from 0 to 1; `None` for other values.
pub(crate) fn parse_percent(value: Option<&Value>) -> Option<f64> {
    let text = value.and_then(Value::as_text).filter(|text| text.ends_with('%'))?;
    leading_number(text).map(|percent| (percent / 100.0).clamp(0.0, 1.0))
}

/// Parses a length: a percentage, or pixels, which are `default` if the value is not a number.
pub(crate) fn parse_length(value: Option<&Value>, default: f64) -> Length {
    match value {
        Some(Value::Text(text)) if text.trim().ends_with('%') => {
            Length::Fraction(leading_number(text).unwrap_or(0.0) / 100.0)
        }
        value => Length::Pixels(value.and_then(Value::to_number).unwrap_or(default)),
    }
}

/// Parses a length at each side: a number for all sides, or an object.
pub(crate) fn parse_sides(value: Option<&Value>) -> Sides {
    let Some(value) = value else { return Sides::default() };
    let Some(object) = value.as_object() else {
        return Sides::uniform(value.to_number().unwrap_or(0.0));
    };
    let read = |name: &str, short: &str| {
        object.get(name).or_else(|| object.get(short)).and_then(Value::to_number).unwrap_or(0.0)
    };
    Sides {
        top: read("top", "y"),
        right: read("right", "x"),
        bottom: read("bottom", "y"),
        left: read("left", "x"),
    }
}

/// Parses the radius of a corner. An infinite one is as large as the side allows.
pub(crate) fn parse_radius(value: Option<&Value>) -> f64 {
    match value {
        Some(Value::Number(radius)) if *radius == f64::INFINITY => MAX_SIDE,
        value => value.and_then(Value::to_number).unwrap_or(0.0),
    }
}

/// Parses a radius at each corner: a number for all corners, or an object.
pub(crate) fn parse_corners(value: Option<&Value>) -> CornerRadii {
    let read = |name: &str| match value {
        Some(Value::Object(object)) => parse_radius(object.get(name)),
        value => parse_radius(value),
    };
    CornerRadii {
        top_left: read("topLeft"),
        top_right: read("topRight"),
        bottom_left: read("bottomLeft"),
        bottom_right: read("bottomRight"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_size_is_taken_as_a_canvas_takes_it() {
        let size = |value: Value| {
            let weight = Value::Text("bold".to_owned());
            let font = resolve_font(|option| match option {
                "size" => Some(&value),
                "weight" => Some(&weight),
                _ => None,
            });
            (font.style.size, font.nominal_size, font.line_height, font.style.weight)
        };
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(size(Value::Number(0.0)), (0.0, 0.0, 0.0, Weight::Bold));
        assert_eq!(size(text("0")), (0.0, 0.0, 0.0, Weight::Bold));
        assert_eq!(size(text("20.5px")), (20.0, 20.0, 24.0, Weight::Bold));
        // The canvas keeps its font, but the layout reckons with the size.
        assert_eq!(size(Value::Number(-5.0)), (12.0, -5.0, -6.0, Weight::Regular));
        assert_eq!(size(Value::Null), (12.0, 0.0, 0.0, Weight::Regular));
    }
}
