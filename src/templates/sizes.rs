//! Sizes of all parts of a chart, derived from the size of the picture.

use crate::chart::Font;
use crate::font::{Figures, TextStyle, Weight};
use crate::geometry::Size;

/// Width at which one unit is one pixel.
const FULL_WIDTH: f64 = 1600.0;
/// Height below which text shrinks with the height.
const FULL_HEIGHT: f64 = 800.0;
/// Smallest unit: a picture that would need a smaller one shows fewer parts instead.
const MIN_UNIT: f64 = 0.45;
/// Line height of a paragraph as a multiple of the font's own line height.
const PARAGRAPH_LEADING: f64 = 1.08;

/// Sizes in pixels.
pub(super) struct Sizes {
    /// True if the picture is too small for more than the main facts.
    pub(super) compact: bool,
    /// The length that all other sizes are multiples of; 1 at 1600 × 900.
    pub(super) unit: f64,
    pub(super) headline: TextStyle,
    /// The size to which a long headline may shrink before it wraps.
    pub(super) min_headline: f64,
    pub(super) subline: TextStyle,
    /// The size to which a long sub-line may shrink before it wraps.
    pub(super) min_subline: f64,
    /// Labels at line ends and on rules.
    pub(super) label: TextStyle,
    /// Labels at axes and bars.
    pub(super) figures: TextStyle,
    /// Legend and footer.
    pub(super) small: TextStyle,
    pub(super) padding: f64,
    pub(super) border: f64,
    pub(super) rule: f64,
    /// Width of the main line of a chart.
    pub(super) thick_line: f64,
    pub(super) thin_line: f64,
    pub(super) hairline: f64,
}

impl Sizes {
    pub(super) fn new(size: Size) -> Self {
        let wanted = (size.width / FULL_WIDTH).min(size.height / FULL_HEIGHT);
        let unit = wanted.max(MIN_UNIT);
        let style = |size: f64, weight, figures| TextStyle { size: size * unit, weight, figures };
        Self {
            compact: wanted < MIN_UNIT,
            unit,
            headline: style(48.0, Weight::Bold, Figures::Proportional),
            min_headline: 38.0 * unit,
            subline: style(28.0, Weight::Regular, Figures::Proportional),
            min_subline: 24.5 * unit,
            label: style(28.0, Weight::Bold, Figures::Proportional),
            figures: style(26.0, Weight::Regular, Figures::Tabular),
            small: style(26.0, Weight::Regular, Figures::Proportional),
            padding: 44.0 * unit,
            border: (2.0 * unit).max(1.0),
            rule: 2.5 * unit,
            thick_line: 6.0 * unit,
            thin_line: 3.5 * unit,
            hairline: (1.5 * unit).max(0.75),
        }
    }
}

/// Returns the font of a paragraph that may wrap.
pub(super) fn paragraph_font(style: TextStyle) -> Font {
    Font { line_height: style.line_height() * PARAGRAPH_LEADING, ..Font::from_style(style) }
}
