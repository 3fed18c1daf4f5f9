//! The outline of a slice: its edges and rounded corners.

use std::f64::consts::{FRAC_PI_2, PI};

use super::path_builder::{CircleArc, PathBuilder};
use crate::chart::ArcCornerRadii;
use crate::geometry::Point;

/// Angles and radii of the corners of a slice.
pub(super) struct SliceAngles {
    pub(super) center: Point,
    /// Start and end angle of the outer edge.
    pub(super) outer: (f64, f64),
    /// Start and end angle of the inner edge.
    pub(super) inner: (f64, f64),
    /// Outer and inner radius.
    pub(super) radii: (f64, f64),
}

impl SliceAngles {
    /// Returns the corner radii, limited to the room that there is.
    pub(super) fn limited_radii(&self, radius: ArcCornerRadii) -> ArcCornerRadii {
        let (outer, inner) = self.radii;
        let angle = (self.outer.1 - self.outer.0).min(self.inner.1 - self.inner.0);
        let half = (outer - inner) / 2.0;
        let inner_limit = half.min(angle * inner / 2.0);
        let limited = |value: f64, most: f64| value.min(most).max(0.0);
        let outside = |value: f64| limited(value, half.min((outer - half.min(value)) * angle / 2.0));
        ArcCornerRadii {
            outer_start: outside(radius.outer_start),
            outer_end: outside(radius.outer_end),
            inner_start: limited(radius.inner_start, inner_limit),
            inner_end: limited(radius.inner_end, inner_limit),
        }
    }

    pub(super) fn circular_path(&self, corners: ArcCornerRadii) -> PathBuilder {
        let mut path = PathBuilder::default();
        let (outer, inner) = self.radii;
        let center = self.center;
        let ArcCornerRadii { outer_start, outer_end, inner_start, inner_end } = corners;
        let clockwise = |center: Point, radius: f64, from: f64, to: f64| CircleArc {
            center,
            radius,
            from,
            to,
            counterclockwise: false,
        };
        let start = self.outer.0 + outer_start / (outer - outer_start);
        let end = self.outer.1 - outer_end / (outer - outer_end);
        let middle = (start + end) / 2.0;
        path.add_arc(clockwise(center, outer, start, middle));
        path.add_arc(clockwise(center, outer, middle, end));
        if outer_end > 0.0 {
            let corner = polar_point(center, outer - outer_end, end);
            path.add_arc(clockwise(corner, outer_end, end, self.outer.1 + FRAC_PI_2));
        }
        path.line_to(polar_point(center, inner + inner_end, self.inner.1));
        if inner_end > 0.0 {
            let angle = self.inner.1 - inner_end / (inner + inner_end);
            let corner = polar_point(center, inner + inner_end, angle);
            path.add_arc(clockwise(corner, inner_end, self.inner.1 + FRAC_PI_2, angle + PI));
        }
        let corner_angle = |corner: f64| if inner > 0.0 { corner / inner } else { 0.0 };
        let (from, to) = (self.inner.1 - corner_angle(inner_end), self.inner.0 + corner_angle(inner_start));
        let middle = (from + to) / 2.0;
        path.add_arc(CircleArc { center, radius: inner, from, to: middle, counterclockwise: true });
        path.add_arc(CircleArc { center, radius: inner, from: middle, to, counterclockwise: true });
        if inner_start > 0.0 {
            let angle = self.inner.0 + inner_start / (inner + inner_start);
            let corner = polar_point(center, inner + inner_start, angle);
            path.add_arc(clockwise(corner, inner_start, angle + PI, self.inner.0 - FRAC_PI_2));
        }
        path.line_to(polar_point(center, outer - outer_start, self.outer.0));
        if outer_start > 0.0 {
            let corner = polar_point(center, outer - outer_start, start);
            path.add_arc(clockwise(corner, outer_start, self.outer.0 - FRAC_PI_2, start));
        }
        path.close();
        path
    }

    pub(super) fn straight_path(&self, corners: ArcCornerRadii) -> PathBuilder {
        let outer = self.radii.0;
        let mut path = PathBuilder::default();
        path.move_to(self.center);
        let start = self.outer.0 + corners.outer_start / (outer - corners.outer_start);
        let end = self.outer.1 - corners.outer_end / (outer - corners.outer_end);
        path.line_to(polar_point(self.center, outer, start));
        path.line_to(polar_point(self.center, outer, end));
        path.close();
        path
    }
}

/// Returns the point at a distance and angle from the centre.
pub(super) fn polar_point(center: Point, distance: f64, angle: f64) -> Point {
    Point::new(center.x + distance * libm::cos(angle), center.y + distance * libm::sin(angle))
}
