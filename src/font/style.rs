//! Vertical measures of a line of text.

use super::{Metrics, TextStyle};

impl TextStyle {
    /// Pixels from the baseline up to the ascender.
    pub(crate) fn ascent(&self) -> f64 {
        self.size * Metrics::ASCENT
    }

    /// Pixels from the baseline down to the descender.
    pub(crate) fn descent(&self) -> f64 {
        self.size * Metrics::DESCENT
    }

    /// Pixels from ascender to descender.
    pub(crate) fn line_height(&self) -> f64 {
        self.ascent() + self.descent()
    }

    /// Height of a capital letter or a figure, in pixels.
    pub(crate) fn cap_height(&self) -> f64 {
        self.size * Metrics::CAP_HEIGHT
    }

    /// Pixels from the middle of the capitals down to the baseline.
    pub(crate) fn middle(&self) -> f64 {
        self.cap_height() / 2.0
    }
}
