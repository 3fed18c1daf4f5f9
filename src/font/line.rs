//! Measured lines of text.

use std::sync::Arc;

use super::style::Weight;

/// A measured line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MeasuredLine {
    /// The sum of the advances, in px, not rounded.
    pub(crate) width: f64,
    /// From left to right, whatever the direction of the text.
    pub(crate) runs: Vec<TextRun>,
    /// Characters that no font has, each once, in order of appearance; each is drawn as a box.
    pub(crate) missing: Vec<char>,
}

/// A part of a line with one font and one direction: one `<text>` in the SVG.
///
/// Spaces at its ends and doubled spaces count: write it with `xml:space="preserve"` if
/// [`TextRun::needs_preserved_spaces`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextRun {
    /// Distance from the left edge of the line, in px.
    pub(crate) x: f64,
    /// In px.
    pub(crate) width: f64,
    /// The content of the `<text>`, in logical order. Override characters fix its direction if the default, left to
    /// right, would be wrong.
    pub(crate) text: String,
    /// The name of the font family, without quotes or commas.
    pub(crate) family: Arc<str>,
    /// The weight of the face in use: regular if the family has no bold face.
    pub(crate) weight: Weight,
    /// True if the run is read right to left.
    pub(crate) rtl: bool,
}

impl TextRun {
    /// Returns true if XML white-space handling would drop a space of the run.
    pub(crate) fn needs_preserved_spaces(&self) -> bool {
        self.text.starts_with(' ') || self.text.ends_with(' ') || self.text.contains("  ")
    }
}
