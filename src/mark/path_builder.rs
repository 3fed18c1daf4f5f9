//! Construction of paths with the semantics of a canvas: a straight line connects an arc with the current point.

use std::f64::consts::{FRAC_PI_2, TAU};

use crate::geometry::Point;
use crate::scene::PathCommand;

/// A path under construction. Commands with coordinates that are not finite are ignored.
#[derive(Clone, Debug, Default)]
pub(crate) struct PathBuilder {
    path: Vec<PathCommand>,
    /// Current point.
    current: Option<Point>,
    /// First point of the subpath.
    start: Point,
}

/// Radius above which a circle consists of more than four curves, whose error would be visible in the anti-aliasing.
const LARGE_RADIUS: f64 = 30.0;
/// Difference below which two angles are equal, in radians.
const SAME_ANGLE: f64 = 1e-6;

/// A circular arc.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CircleArc {
    pub(crate) center: Point,
    pub(crate) radius: f64,
    /// In radians, clockwise from the right.
    pub(crate) from: f64,
    /// In radians, clockwise from the right.
    pub(crate) to: f64,
    pub(crate) counterclockwise: bool,
}

impl PathBuilder {
    pub(crate) fn into_path(self) -> Vec<PathCommand> {
        self.path
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.path.is_empty()
    }

    pub(crate) fn move_to(&mut self, to: Point) {
        if is_finite_point(to) {
            self.path.push(PathCommand::MoveTo(to));
            (self.current, self.start) = (Some(to), to);
        }
    }

    pub(crate) fn line_to(&mut self, to: Point) {
        if !is_finite_point(to) {
            return;
        }
        match self.current {
            None => self.move_to(to),
            // A canvas drops lines without length, including their caps.
            Some(at) if at == to => {}
            Some(_) => {
                self.path.push(PathCommand::LineTo(to));
                self.current = Some(to);
            }
        }
    }

    pub(crate) fn curve_to(&mut self, first: Point, second: Point, to: Point) {
        if !(is_finite_point(first) && is_finite_point(second) && is_finite_point(to)) {
            return;
        }
        if self.current.is_none() {
            self.move_to(first);
        }
        self.path.push(PathCommand::CurveTo(first, second, to));
        self.current = Some(to);
    }

    pub(crate) fn close(&mut self) {
        if self.current.is_some() {
            self.path.push(PathCommand::Close);
            self.current = Some(self.start);
        }
    }

    pub(crate) fn add_rect(&mut self, left: f64, top: f64, width: f64, height: f64) {
        self.move_to(Point::new(left, top));
        self.line_to(Point::new(left + width, top));
        self.line_to(Point::new(left + width, top + height));
        self.line_to(Point::new(left, top + height));
        self.close();
    }

    pub(crate) fn add_arc(&mut self, arc: CircleArc) {
        let all = [arc.center.x, arc.center.y, arc.radius, arc.from, arc.to];
        if arc.radius < 0.0 || all.iter().any(|number| !number.is_finite()) {
            return;
        }
        self.add_ellipse(arc, arc.radius);
    }

    /// Adds an elliptic arc; `radius_y` is the vertical radius.
    pub(crate) fn add_ellipse(&mut self, arc: CircleArc, radius_y: f64) {
        let at = |angle: f64| {
            let (x, y) = (arc.radius * libm::cos(angle), radius_y * libm::sin(angle));
            Point::new(arc.center.x + x, arc.center.y + y)
        };
        self.line_to(at(arc.from));
        let sweep = sweep_angle(arc);
        let most = if arc.radius.max(radius_y) > LARGE_RADIUS { FRAC_PI_2 / 2.0 } else { FRAC_PI_2 };
        let pieces = (sweep.abs() / most - 1e-9).ceil().max(0.0);
        if pieces == 0.0 || (arc.radius == 0.0 && radius_y == 0.0) {
            return;
        }
        let step = sweep / pieces;
        let reach = 4.0 / 3.0 * libm::tan(step / 4.0);
        for piece in 0..pieces as usize {
            let (a, b) = (arc.from + step * piece as f64, arc.from + step * (piece as f64 + 1.0));
            let (p, q) = (at(a), at(b));
            let along = |angle: f64| {
                Point::new(-arc.radius * libm::sin(angle) * reach, radius_y * libm::cos(angle) * reach)
            };
            let (u, v) = (along(a), along(b));
            self.curve_to(Point::new(p.x + u.x, p.y + u.y), Point::new(q.x - v.x, q.y - v.y), q);
        }
    }
}

/// Returns the signed angle of an arc: less than a full turn, or exactly one. Ends that differ only by rounding errors are
/// equal, because a canvas computes angles in single precision.
fn sweep_angle(arc: CircleArc) -> f64 {
    let turn = if arc.counterclockwise { arc.from - arc.to } else { arc.to - arc.from };
    let turn = if turn.abs() < SAME_ANGLE { 0.0 } else { turn };
    let size = if turn >= TAU { TAU } else { turn.rem_euclid(TAU) };
    if arc.counterclockwise { -size } else { size }
}

fn is_finite_point(point: Point) -> bool {
    point.x.is_finite() && point.y.is_finite()
}

/// Returns the outline of a rectangle.
pub(crate) fn rect_path(left: f64, top: f64, width: f64, height: f64) -> Vec<PathCommand> {
    let mut path = PathBuilder::default();
    path.add_rect(left, top, width, height);
    path.into_path()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_end_at_their_end_angle() {
        let center = Point::new(10.0, 20.0);
        for (from, to, counterclockwise, end) in [
            (0.0, FRAC_PI_2, false, (10.0, 25.0)),
            (0.0, FRAC_PI_2, true, (10.0, 25.0)),
            (0.0, TAU, false, (15.0, 20.0)),
            (-FRAC_PI_2, 0.0, false, (15.0, 20.0)),
        ] {
            let mut path = PathBuilder::default();
            path.add_arc(CircleArc { center, radius: 5.0, from, to, counterclockwise });
            let Some(PathCommand::CurveTo(_, _, last)) = path.into_path().pop() else { panic!("a curve") };
            assert!((last.x - end.0).abs() < 1e-9 && (last.y - end.1).abs() < 1e-9, "{last:?}");
        }
    }

    #[test]
    fn ends_that_differ_by_rounding_errors_are_not_a_full_turn() {
        for counterclockwise in [false, true] {
            let arc = CircleArc {
                center: Point::default(),
                radius: 5.0,
                from: 1.0,
                to: 1.0 + 1e-12,
                counterclockwise,
            };
            assert_eq!(sweep_angle(arc), 0.0);
            assert_eq!(sweep_angle(CircleArc { to: 1.0 - 1e-12, ..arc }), 0.0);
        }
    }

    #[test]
    fn points_that_are_not_finite_are_ignored() {
        let mut path = PathBuilder::default();
        path.line_to(Point::new(f64::NAN, 0.0));
        assert!(path.is_empty());
        path.line_to(Point::new(1.0, 2.0));
        assert_eq!(path.into_path(), [PathCommand::MoveTo(Point::new(1.0, 2.0))]);
    }
}
