//! A path as a canvas builds it: arcs join what is there with a straight line.

use std::f64::consts::{FRAC_PI_2, TAU};

use crate::geometry::Point;
use crate::scene::Segment;

/// A path in the making. Steps to places that are no numbers are left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pen {
    path: Vec<Segment>,
    /// Where the pen is.
    at: Option<Point>,
    /// Where the subpath began.
    start: Point,
}

/// Circles of a greater radius take more curves: four would be off by a tenth of a pixel's shade.
const LARGE: f64 = 30.0;
/// Angles closer than this are the same, in radians.
const SAME_ANGLE: f64 = 1e-6;

/// A part of a circle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    pub(crate) center: Point,
    pub(crate) radius: f64,
    /// In radians, clockwise from the right.
    pub(crate) from: f64,
    /// In radians, clockwise from the right.
    pub(crate) to: f64,
    pub(crate) counterclockwise: bool,
}

impl Pen {
    pub(crate) fn finish(self) -> Vec<Segment> {
        self.path
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.path.is_empty()
    }

    pub(crate) fn move_to(&mut self, to: Point) {
        if is_place(to) {
            self.path.push(Segment::Move(to));
            (self.at, self.start) = (Some(to), to);
        }
    }

    pub(crate) fn line_to(&mut self, to: Point) {
        if !is_place(to) {
            return;
        }
        match self.at {
            None => self.move_to(to),
            // A canvas drops what has no length, and with it the caps at its ends.
            Some(at) if at == to => {}
            Some(_) => {
                self.path.push(Segment::Line(to));
                self.at = Some(to);
            }
        }
    }

    pub(crate) fn curve_to(&mut self, first: Point, second: Point, to: Point) {
        if !(is_place(first) && is_place(second) && is_place(to)) {
            return;
        }
        if self.at.is_none() {
            self.move_to(first);
        }
        self.path.push(Segment::Curve(first, second, to));
        self.at = Some(to);
    }

    pub(crate) fn close(&mut self) {
        if self.at.is_some() {
            self.path.push(Segment::Close);
            self.at = Some(self.start);
        }
    }

    pub(crate) fn rect(&mut self, left: f64, top: f64, width: f64, height: f64) {
        self.move_to(Point::new(left, top));
        self.line_to(Point::new(left + width, top));
        self.line_to(Point::new(left + width, top + height));
        self.line_to(Point::new(left, top + height));
        self.close();
    }

    pub(crate) fn arc(&mut self, arc: Arc) {
        let all = [arc.center.x, arc.center.y, arc.radius, arc.from, arc.to];
        if arc.radius < 0.0 || all.iter().any(|number| !number.is_finite()) {
            return;
        }
        self.ellipse(arc, arc.radius);
    }

    /// The same with another radius across.
    pub(crate) fn ellipse(&mut self, arc: Arc, radius_y: f64) {
        let at = |angle: f64| {
            let (x, y) = (arc.radius * libm::cos(angle), radius_y * libm::sin(angle));
            Point::new(arc.center.x + x, arc.center.y + y)
        };
        self.line_to(at(arc.from));
        let sweep = sweep(arc);
        let most = if arc.radius.max(radius_y) > LARGE { FRAC_PI_2 / 2.0 } else { FRAC_PI_2 };
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

/// The angle an arc goes through: less than a full turn, or exactly one. Ends that differ by no more than the error of
/// their sums are one: a canvas, whose angles are of single precision, does not see them apart.
fn sweep(arc: Arc) -> f64 {
    let turn = if arc.counterclockwise { arc.from - arc.to } else { arc.to - arc.from };
    let turn = if turn.abs() < SAME_ANGLE { 0.0 } else { turn };
    let size = if turn >= TAU { TAU } else { turn.rem_euclid(TAU) };
    if arc.counterclockwise { -size } else { size }
}

fn is_place(point: Point) -> bool {
    point.x.is_finite() && point.y.is_finite()
}

/// The outline of a rectangle.
pub(crate) fn rectangle(left: f64, top: f64, width: f64, height: f64) -> Vec<Segment> {
    let mut pen = Pen::default();
    pen.rect(left, top, width, height);
    pen.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_end_where_they_should() {
        let center = Point::new(10.0, 20.0);
        for (from, to, counterclockwise, end) in [
            (0.0, FRAC_PI_2, false, (10.0, 25.0)),
            (0.0, FRAC_PI_2, true, (10.0, 25.0)),
            (0.0, TAU, false, (15.0, 20.0)),
            (-FRAC_PI_2, 0.0, false, (15.0, 20.0)),
        ] {
            let mut pen = Pen::default();
            pen.arc(Arc { center, radius: 5.0, from, to, counterclockwise });
            let Some(Segment::Curve(_, _, last)) = pen.finish().pop() else { panic!("a curve") };
            assert!((last.x - end.0).abs() < 1e-9 && (last.y - end.1).abs() < 1e-9, "{last:?}");
        }
    }

    #[test]
    fn ends_apart_by_an_error_of_rounding_are_no_full_turn() {
        for counterclockwise in [false, true] {
            let arc =
                Arc { center: Point::default(), radius: 5.0, from: 1.0, to: 1.0 + 1e-12, counterclockwise };
            assert_eq!(sweep(arc), 0.0);
            assert_eq!(sweep(Arc { to: 1.0 - 1e-12, ..arc }), 0.0);
        }
    }

    #[test]
    fn places_that_are_none_are_left_out() {
        let mut pen = Pen::default();
        pen.line_to(Point::new(f64::NAN, 0.0));
        assert!(pen.is_empty());
        pen.line_to(Point::new(1.0, 2.0));
        assert_eq!(pen.finish(), [Segment::Move(Point::new(1.0, 2.0))]);
    }
}
