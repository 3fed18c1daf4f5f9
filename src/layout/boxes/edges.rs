//! The edges of a box.

/// Four edges of a rectangle; `right` may be less than `left` if there is no space.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::layout) struct Edges {
    pub(in crate::layout) left: f64,
    pub(in crate::layout) top: f64,
    pub(in crate::layout) right: f64,
    pub(in crate::layout) bottom: f64,
}

impl Edges {
    /// Returns the distance from the left edge to the right one; it is negative if they cross.
    pub(in crate::layout) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Returns the distance from the top edge to the bottom one; it is negative if they cross.
    pub(in crate::layout) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}
