//! The style of a line of text, and its vertical measures.

/// A weight for which the library has a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Weight {
    #[default]
    Regular,
    Bold,
}

impl Weight {
    /// The value of `font-weight`: 400 or 700.
    pub(crate) fn css_value(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Bold => 700,
        }
    }
}

/// The spacing of digits and their signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Figures {
    /// The font's default widths.
    #[default]
    Proportional,
    /// All of the same width, for columns of numbers.
    Tabular,
}

/// The style of a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct TextStyle {
    /// Font size in px.
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) figures: Figures,
}

impl TextStyle {
    /// Pixels from the baseline up to the ascender.
    pub(crate) fn ascent(&self) -> f64 {
        self.size * FontMetrics::ASCENT
    }

    /// Pixels from the baseline down to the descender.
    pub(crate) fn descent(&self) -> f64 {
        self.size * FontMetrics::DESCENT
    }

    /// Pixels from ascender to descender.
    pub(crate) fn line_height(&self) -> f64 {
        self.ascent() + self.descent()
    }

    /// Height of a capital letter or a digit, in pixels.
    pub(crate) fn cap_height(&self) -> f64 {
        self.size * FontMetrics::CAP_HEIGHT
    }

    /// Pixels from the middle of the capitals down to the baseline.
    pub(crate) fn half_cap_height(&self) -> f64 {
        self.cap_height() / 2.0
    }
}

/// Metrics of the text font, as fractions of the font size.
struct FontMetrics;

impl FontMetrics {
    const UNITS_PER_EM: f64 = 2048.0;
    /// Above the baseline.
    const ASCENT: f64 = 1984.0 / Self::UNITS_PER_EM;
    /// Below the baseline, positive.
    const DESCENT: f64 = 494.0 / Self::UNITS_PER_EM;
    /// Height of H.
    const CAP_HEIGHT: f64 = 1490.0 / Self::UNITS_PER_EM;
}
