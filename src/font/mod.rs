//! Text: the choice of fonts, widths, and outlines.
//!
//! usvg's own fallback panics or draws boxes if one `<text>` needs two fonts. So this module chooses the fonts:
//! [`Fonts::measure_line`] splits a text into runs, each with one font and one direction, measured by the shaper that usvg
//! uses; the SVG writer gives every run a `<text>` of its own.

mod add;
mod added_face;
mod bidi;
mod builtin;
mod char_class;
mod coverage;
#[cfg(feature = "embed-font")]
mod embed;
mod face;
mod family;
mod fast_advance;
mod figures;
mod fit;
mod font_file;
mod fonts;
mod itemise;
mod line;
mod measure_cache;
mod run_outline;
mod style;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;

pub use added_face::FontError;
pub(crate) use builtin::TEXT_FAMILY;
pub use fonts::Fonts;
pub(crate) use line::{MeasuredLine, TextRun};
pub(crate) use style::{Figures, TextStyle, Weight};
