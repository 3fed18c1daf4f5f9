//! Text on a canvas: its anchor, and its measures.

use crate::font::{Fonts, TextStyle};

/// Distances from a baseline of a canvas down to that of the letters, in font sizes: those of Chromium with the metrics of
/// Inter.
const TOP: f64 = 0.800_65;
const HANGING: f64 = 0.775;
const MIDDLE: f64 = 0.300_65;
const IDEOGRAPHIC: f64 = -0.241_21;
const BOTTOM: f64 = -0.199_35;

/// The place of a line of text relative to its anchor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TextPlace {
    /// The share of the width that lies to the left of the anchor.
    pub(crate) left_share: f64,
    /// The distance from the anchor down to the baseline of the letters, in font sizes.
    pub(crate) below: f64,
}

impl TextPlace {
    /// Reads `textAlign`, `textBaseline` and `direction`.
    pub(crate) fn from_properties(align: &str, baseline: &str, direction: &str) -> Self {
        let is_rtl = direction == "rtl";
        let left_share = match align {
            "center" => 0.5,
            "right" => 1.0,
            "end" if !is_rtl => 1.0,
            "start" if is_rtl => 1.0,
            _ => 0.0,
        };
        let below = match baseline {
            "top" => TOP,
            "hanging" => HANGING,
            "middle" => MIDDLE,
            "ideographic" => IDEOGRAPHIC,
            "bottom" => BOTTOM,
            _ => 0.0,
        };
        Self { left_share, below }
    }
}

/// The measures of a line of text that `measureText` returns, each with its name there, as JSON.
pub(crate) fn measure_text(
    text: &str,
    style: TextStyle,
    place: TextPlace,
    fonts: &Fonts,
) -> serde_json::Value {
    let line = fonts.measure_line(text, style);
    let (left, below) = (line.width * place.left_share, place.below * style.size);
    let [ink_left, ink_top, ink_right, ink_bottom] = fonts.ink_bounds(&line, style.size).unwrap_or_default();
    serde_json::json!({
        "width": line.width,
        "actualBoundingBoxLeft": left - ink_left,
        "actualBoundingBoxRight": ink_right - left,
        "actualBoundingBoxAscent": -ink_top - below,
        "actualBoundingBoxDescent": ink_bottom + below,
        "fontBoundingBoxAscent": style.ascent() - below,
        "fontBoundingBoxDescent": style.descent() + below,
        "emHeightAscent": style.size * (1.0 + BOTTOM) - below,
        "emHeightDescent": -style.size * BOTTOM + below,
        "hangingBaseline": style.size * HANGING - below,
        "alphabeticBaseline": -below,
        "ideographicBaseline": style.size * IDEOGRAPHIC - below,
    })
}
