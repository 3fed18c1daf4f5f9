//! The compression level of a PNG. It is part of the picture options, so it exists without the feature `png` too.

use crate::names::named_values;

/// The trade-off between encoding time and size of a PNG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Compression {
    /// About a millisecond.
    #[default]
    Fast,
    /// About ten times slower than `Fast`, at half the size or less.
    Best,
}

named_values!(Compression, "Compression", "How hard to work for a small PNG.", {
    "fast" => Fast,
    "best" => Best,
});
