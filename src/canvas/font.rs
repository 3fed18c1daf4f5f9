//! The property `font` of a canvas: the shorthand of CSS.

use crate::font::{Figures, TextStyle, Weight};
use crate::limits::MAX_SIDE;

/// The least weight that is drawn bold.
const BOLD_FROM: f64 = 600.0;
/// Pixels of one `em` and one `rem`: the font size of a page without a style sheet, which its canvases inherit.
const PIXELS_PER_EM: f64 = 16.0;

/// Parses a font, such as `italic bold 12pt/1.5 Arial, sans-serif`; `None` for a text that is none, which a canvas
/// ignores. The family must be there and is always Inter, and letters are always upright.
pub(crate) fn parse_font(text: &str) -> Option<TextStyle> {
    let mut weight = Weight::Regular;
    let mut words = text.split_whitespace();
    let size = loop {
        let word = words.next()?.to_ascii_lowercase();
        match word.as_str() {
            "normal" | "italic" | "oblique" | "small-caps" | "lighter" => {}
            "bold" | "bolder" => weight = Weight::Bold,
            word if word.ends_with("-condensed") || word.ends_with("-expanded") => {}
            "condensed" | "expanded" => {}
            word => match word.parse::<f64>() {
                Ok(number) if (1.0..=1000.0).contains(&number) => {
                    weight = if number >= BOLD_FROM { Weight::Bold } else { Weight::Regular };
                }
                _ => break parse_size(word)?,
            },
        }
    };
    words.next()?;
    Some(TextStyle { size: size.min(MAX_SIDE), weight, figures: Figures::Proportional })
}

/// Parses a size and ignores the line height after it; in pixels.
fn parse_size(word: &str) -> Option<f64> {
    let size = word.split('/').next()?;
    let unit_start = size.find(|c: char| c.is_ascii_alphabetic() || c == '%')?;
    let (number, unit) = size.split_at(unit_start);
    let factor = match unit {
        "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "em" | "rem" => PIXELS_PER_EM,
        "%" => PIXELS_PER_EM / 100.0,
        _ => return None,
    };
    number.parse::<f64>().ok().filter(|number| *number >= 0.0).map(|number| number * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_parsed_as_the_shorthand_of_css() {
        for (text, expected) in [
            ("12px Arial", Some((12.0, Weight::Regular))),
            ("bold 12pt/1.5 'Helvetica Neue', sans-serif", Some((16.0, Weight::Bold))),
            ("italic 600 1.5em serif", Some((24.0, Weight::Bold))),
            ("500 2rem serif", Some((32.0, Weight::Regular))),
            ("normal normal 400 10px Inter", Some((10.0, Weight::Regular))),
            ("12px", None),
            ("bold", None),
            ("12 Arial", None),
            ("-1px Arial", None),
            ("", None),
        ] {
            let parsed = parse_font(text).map(|style| (style.size, style.weight));
            assert_eq!(parsed, expected, "{text}");
        }
    }
}
