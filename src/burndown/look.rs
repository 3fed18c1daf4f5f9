//! Sizes of everything, from the size of the picture.

use crate::font::{Figures, TextStyle, Weight};
use crate::geometry::Size;

/// Width at which one unit is one pixel.
const FULL_WIDTH: f64 = 1600.0;
/// Height below which text shrinks with the height.
const FULL_HEIGHT: f64 = 800.0;
/// Text of small pictures shrinks no further than this: they show less instead.
const LEAST_UNIT: f64 = 0.45;

/// Sizes in pixels.
pub(crate) struct Look {
    /// Too small for more than the main facts.
    pub(crate) compact: bool,
    /// What all other sizes are multiples of; 1 at 1600 × 900.
    pub(crate) unit: f64,
    pub(crate) headline: TextStyle,
    /// The size to which a long headline may shrink before it wraps.
    pub(crate) least_headline: f64,
    pub(crate) subline: TextStyle,
    /// The size to which a long sub-line may shrink before it wraps.
    pub(crate) least_subline: f64,
    /// Labels at line ends and on rules.
    pub(crate) label: TextStyle,
    /// Labels at axes and bars.
    pub(crate) figures: TextStyle,
    /// Legend and footer.
    pub(crate) small: TextStyle,
    pub(crate) padding: f64,
    pub(crate) border: f64,
    pub(crate) rule: f64,
    pub(crate) hero_line: f64,
    pub(crate) thin_line: f64,
    pub(crate) hairline: f64,
}

impl Look {
    pub(crate) fn of(size: Size) -> Self {
        let wanted = (size.width / FULL_WIDTH).min(size.height / FULL_HEIGHT);
        let unit = wanted.max(LEAST_UNIT);
        let style = |size: f64, weight, figures| TextStyle { size: size * unit, weight, figures };
        Self {
            compact: wanted < LEAST_UNIT,
            unit,
            headline: style(48.0, Weight::Bold, Figures::Proportional),
            least_headline: 38.0 * unit,
            subline: style(28.0, Weight::Regular, Figures::Proportional),
            least_subline: 24.5 * unit,
            label: style(28.0, Weight::Bold, Figures::Proportional),
            figures: style(26.0, Weight::Regular, Figures::Tabular),
            small: style(26.0, Weight::Regular, Figures::Proportional),
            padding: 44.0 * unit,
            border: (2.0 * unit).max(1.0),
            rule: 2.5 * unit,
            hero_line: 6.0 * unit,
            thin_line: 3.5 * unit,
            hairline: (1.5 * unit).max(0.75),
        }
    }
}
