//! Points and rectangles in CSS pixels; x grows to the right, y downwards.

/// A position.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top edge.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
}

/// An axis-aligned rectangle; width and height are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The rectangle between four edges; width or height is 0 if opposite edges cross.
    pub fn from_edges(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { x: left, y: top, width: (right - left).max(0.0), height: (bottom - top).max(0.0) }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    #[cfg(test)]
    /// Returns true if the rectangles share more than `slack` pixels both horizontally and vertically.
    pub fn overlaps(&self, other: &Self, slack: f64) -> bool {
        self.right().min(other.right()) - self.x.max(other.x) > slack
            && self.bottom().min(other.bottom()) - self.y.max(other.y) > slack
    }
}

/// A length at each side of a rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sides {
    /// At the top.
    pub top: f64,
    /// At the right.
    pub right: f64,
    /// At the bottom.
    pub bottom: f64,
    /// At the left.
    pub left: f64,
}

impl Sides {
    /// The same length at each side.
    pub const fn uniform(length: f64) -> Self {
        Self { top: length, right: length, bottom: length, left: length }
    }

    /// The sum of left and right.
    pub fn horizontal_total(&self) -> f64 {
        self.left + self.right
    }

    /// The sum of top and bottom.
    pub fn vertical_total(&self) -> f64 {
        self.top + self.bottom
    }

    /// The larger of the two lengths at each side.
    pub fn max_of_each_side(&self, other: &Self) -> Self {
        Self {
            top: self.top.max(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
            left: self.left.max(other.left),
        }
    }
}
