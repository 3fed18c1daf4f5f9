//! The pixels that an annotation spans.

use crate::geometry::{Point, Rect};

/// The two corner points of an annotation, in pixels.
#[derive(Clone, Copy)]
pub(super) struct AnnotationSpan {
    pub(super) from: Point,
    pub(super) to: Point,
}

impl AnnotationSpan {
    /// Returns the rectangle between the two points.
    pub(super) fn bounding_rect(&self) -> Rect {
        let (a, b) = (self.from, self.to);
        Rect::from_edges(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y))
    }

    /// Returns the middle of the two points, moved by `dx` and `dy`.
    pub(super) fn shifted_middle(&self, dx: f64, dy: f64) -> Point {
        Point::new((self.from.x + self.to.x) / 2.0 + dx, (self.from.y + self.to.y) / 2.0 + dy)
    }
}
