//! CSS colours.

use crate::color::Color;
use crate::scene::Paint;

use super::value::Value;

/// Parses a colour. `None` for a value that is not a text and for the empty text; black for a text that CSS does not
/// know, as on a canvas. A gradient stands for the colour of its first stop, a pattern for none.
pub(crate) fn parse_css_color(value: &Value) -> Option<Color> {
    let text = match value {
        Value::Text(text) => text,
        Value::Paint(paint) => return paint.first_color(),
        _ => return None,
    };
    if text.is_empty() {
        return None;
    }
    let text = text.trim();
    // CSS closes a function that the text leaves open.
    let parsed = css_color(text).or_else(|| css_color(&format!("{text})")));
    Some(parsed.unwrap_or(Color { rgb: [0; 3], alpha: u8::MAX }))
}

/// Parses a colour of CSS, such as `#36a2eb`, `rgba(54, 162, 235, 0.5)` or `tomato`; `None` for any other text.
pub fn css_color(text: &str) -> Option<Color> {
    let [red, green, blue, alpha] = csscolorparser::parse(text.trim()).ok()?.to_rgba8();
    Some(Color { rgb: [red, green, blue], alpha })
}

/// Parses the paint of a fill or a line: a gradient, a pattern, or a colour as in [`parse_css_color`].
pub(crate) fn parse_paint(value: &Value) -> Option<Paint> {
    match value {
        Value::Paint(paint) => Some(paint.clone()),
        value => parse_css_color(value).map(Paint::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_parse_as_in_css() {
        for (text, rgb, alpha) in [
            ("#FF6384", [255, 99, 132], 255),
            ("rgba(0,0,0,0.1)", [0, 0, 0], 26),
            ("rgba(9, 8, 7, 0.2", [9, 8, 7], 51),
            ("no colour", [0, 0, 0], 255),
            ("red", [255, 0, 0], 255),
            ("transparent", [0, 0, 0], 0),
        ] {
            assert_eq!(parse_css_color(&Value::Text(text.to_owned())), Some(Color { rgb, alpha }), "{text}");
        }
    }
}
