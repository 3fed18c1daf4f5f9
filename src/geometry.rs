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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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

/// An affine map of the plane: (x, y) → (a·x + c·y + e, b·x + d·y + f), with the names that CSS and the canvas use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix {
    /// Share of x in x.
    pub a: f64,
    /// Share of x in y.
    pub b: f64,
    /// Share of y in x.
    pub c: f64,
    /// Share of y in y.
    pub d: f64,
    /// Shift along x.
    pub e: f64,
    /// Shift along y.
    pub f: f64,
}

impl Matrix {
    /// The map that leaves every point where it is.
    pub const IDENTITY: Self = Self::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The map with the coefficients a, b, c, d, e, f.
    pub const fn new([a, b, c, d, e, f]: [f64; 6]) -> Self {
        Self { a, b, c, d, e, f }
    }

    /// A shift.
    pub const fn translation(x: f64, y: f64) -> Self {
        Self::new([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// A scaling from the origin.
    pub const fn scaling(x: f64, y: f64) -> Self {
        Self::new([x, 0.0, 0.0, y, 0.0, 0.0])
    }

    /// A clockwise rotation about the origin, in radians.
    pub fn rotation(angle: f64) -> Self {
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        Self::new([cos, sin, -sin, cos, 0.0, 0.0])
    }

    /// The map that applies `inner` first and this one after it.
    pub fn after(&self, inner: Self) -> Self {
        let Self { a, b, c, d, e, f } = *self;
        Self {
            a: a * inner.a + c * inner.b,
            b: b * inner.a + d * inner.b,
            c: a * inner.c + c * inner.d,
            d: b * inner.c + d * inner.d,
            e: a * inner.e + c * inner.f + e,
            f: b * inner.e + d * inner.f + f,
        }
    }

    /// The place to which a point is mapped.
    pub fn map_point(&self, point: Point) -> Point {
        Point {
            x: self.a * point.x + self.c * point.y + self.e,
            y: self.b * point.x + self.d * point.y + self.f,
        }
    }

    /// The map back; `None` if the plane is mapped to a line or a point.
    pub fn inverse(&self) -> Option<Self> {
        let Self { a, b, c, d, e, f } = *self;
        let determinant = a * d - b * c;
        if !determinant.is_normal() {
            return None;
        }
        let [a, b, c, d] = [d, -b, -c, a].map(|number| number / determinant);
        Some(Self { a, b, c, d, e: -(a * e + c * f), f: -(b * e + d * f) })
    }

    /// The factor by which all lengths grow; `None` if it depends on their direction.
    pub fn uniform_scale(&self) -> Option<f64> {
        let (x, y) = (libm::hypot(self.a, self.b), libm::hypot(self.c, self.d));
        let skew = self.a * self.c + self.b * self.d;
        ((x - y).abs() <= 1e-9 * x && skew.abs() <= 1e-9 * x * x).then_some(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_and_its_inverse_lead_back() {
        let map =
            Matrix::translation(3.0, -4.0).after(Matrix::rotation(0.7)).after(Matrix::scaling(2.0, 5.0));
        let point = Point::new(1.5, -2.5);
        let back = map.inverse().unwrap().map_point(map.map_point(point));
        assert!((back.x - point.x).abs() < 1e-12 && (back.y - point.y).abs() < 1e-12, "{back:?}");
        assert_eq!(Matrix::scaling(0.0, 1.0).inverse(), None);
    }

    #[test]
    fn only_maps_that_keep_shapes_have_one_scale() {
        let turned = Matrix::rotation(1.0).after(Matrix::scaling(3.0, -3.0));
        assert!((turned.uniform_scale().unwrap() - 3.0).abs() < 1e-9);
        assert_eq!(Matrix::scaling(1.0, 2.0).uniform_scale(), None);
        assert_eq!(Matrix::new([1.0, 0.0, 0.5, 1.0, 0.0, 0.0]).uniform_scale(), None);
    }
}
