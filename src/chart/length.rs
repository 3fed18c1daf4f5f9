//! Lengths in pixels or as fractions.

/// A length in pixels, or as a fraction of another length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    Pixels(f64),
    Fraction(f64),
}
