//! A choice that is made where nothing is rasterised, too.

/// How hard to work for a small PNG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// A millisecond or so.
    #[default]
    Fast,
    /// Some ten times longer, a half of the size or less.
    Best,
}
