//! Font and text of a label.

use crate::font::TextStyle;

/// Text style and line height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Font size and weight.
    pub style: TextStyle,
    /// The size that layout reckons with, in pixels: that of the style, unless no glyph can have it (below 0).
    pub nominal_size: f64,
    /// Distance between two baselines, in pixels.
    pub line_height: f64,
}

impl Font {
    /// Creates a font with the default line height of the style.
    pub fn from_style(style: TextStyle) -> Self {
        Self { style, nominal_size: style.size, line_height: style.line_height() }
    }
}

/// Text of a label, one string per line.
pub type LabelLines = Vec<String>;
