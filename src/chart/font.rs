//! Font and text of a label.

use crate::font::TextStyle;

/// Text style and line height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Font size and weight.
    pub style: TextStyle,
    /// Distance between two baselines, in pixels.
    pub line_height: f64,
}

impl Font {
    /// Creates a font with the default line height of the style.
    pub fn from_style(style: TextStyle) -> Self {
        Self { style, line_height: style.line_height() }
    }
}

/// Text of a label, one string per line.
pub type LabelLines = Vec<String>;
