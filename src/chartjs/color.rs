//! Colours as CSS writes them.

use crate::color::Color;

use super::value::Value;

/// The colour of a value: none for none at all, black for what CSS does not know, as on a canvas.
pub(super) fn of(value: &Value) -> Option<Color> {
    let Value::Text(text) = value else { return None };
    if text.is_empty() {
        return None;
    }
    let text = text.trim();
    // CSS closes what a text leaves open.
    let parsed = csscolorparser::parse(text).or_else(|_| csscolorparser::parse(&format!("{text})")));
    let parsed = parsed.map_or([0, 0, 0, u8::MAX], |color| color.to_rgba8());
    let [r, g, b, alpha] = parsed;
    Some(Color { rgb: [r, g, b], alpha })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_css() {
        for (text, rgb, alpha) in [
            ("#FF6384", [255, 99, 132], 255),
            ("rgba(0,0,0,0.1)", [0, 0, 0], 26),
            ("rgba(9, 8, 7, 0.2", [9, 8, 7], 51),
            ("no colour", [0, 0, 0], 255),
            ("red", [255, 0, 0], 255),
            ("transparent", [0, 0, 0], 0),
        ] {
            assert_eq!(of(&Value::Text(text.to_owned())), Some(Color { rgb, alpha }), "{text}");
        }
    }
}
