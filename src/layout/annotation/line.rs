//! A line between two places: where it lies in the plot, its curve, its arrow heads.

use std::f64::consts::PI;

use crate::chart::{ArrowHead, Extent, RuleStyle};
use crate::geometry::Point;
use crate::layout::boxes::Edges;
use crate::mark::Pen;
use crate::scene::{Item, Stroke};

use super::{Reach, painted};

/// A line at its place.
pub(super) struct Rule<'a> {
    style: &'a RuleStyle,
    pub(super) from: Point,
    pub(super) to: Point,
    /// The point it is bent towards.
    control: Option<Point>,
    /// A part of it may lie in the plot.
    pub(super) inside: bool,
}

impl<'a> Rule<'a> {
    pub(super) fn new(style: &'a RuleStyle, reach: Reach, plot: Edges) -> Self {
        let (a, b) = (reach.from, reach.to);
        let inside = !((a.x < plot.left && b.x < plot.left)
            || (a.x > plot.right && b.x > plot.right)
            || (a.y < plot.top && b.y < plot.top)
            || (a.y > plot.bottom && b.y > plot.bottom));
        let (from, to) = if inside { (limited(a, b, plot), limited(b, a, plot)) } else { (a, b) };
        let control = style.curve.map(|bend| control(bend, from, to, reach.middle((0.0, 0.0))));
        Self { style, from, to, control, inside }
    }

    /// The point at a share of its way.
    pub(super) fn at(&self, share: f64) -> Point {
        let on = |from: f64, to: f64| from + share * (to - from);
        let Some(control) = self.control else {
            return Point::new(on(self.from.x, self.to.x), on(self.from.y, self.to.y));
        };
        let rest = 1.0 - share;
        let on = |from: f64, over: f64, to: f64| {
            rest * rest * from + 2.0 * rest * share * over + share * share * to
        };
        Point::new(on(self.from.x, control.x, self.to.x), on(self.from.y, control.y, self.to.y))
    }

    pub(super) fn items(&self) -> Vec<Item> {
        let stroke = &self.style.stroke;
        if stroke.width <= 0.0 {
            return Vec::new();
        }
        let length = distance(self.from, self.to);
        let [start, end] = [0, 1].map(|at| self.style.arrows.get(at).and_then(Option::as_ref));
        let adjust = |arrow: Option<&ArrowHead>| arrow.map_or(0.0, |arrow| shortened(arrow, stroke));
        let (before, after) = (adjust(start), adjust(end));
        let mut pen = Pen::default();
        let heads = match self.control {
            None => {
                let angle = libm::atan2(self.to.y - self.from.y, self.to.x - self.from.x);
                let on = |along: f64| moved(self.from, angle, along, 0.0);
                pen.move_to(on(before));
                pen.line_to(on(length - after));
                [
                    start.and_then(|arrow| head(arrow, (self.from, angle), 0.0, before)),
                    end.and_then(|arrow| head(arrow, (self.from, angle), length, -after)),
                ]
            }
            Some(control) => {
                let (from, to) = (self.at(before / length), self.at(1.0 - after / length));
                let toward = |end: Point| {
                    let share = 2.0 / 3.0;
                    Point::new(end.x + share * (control.x - end.x), end.y + share * (control.y - end.y))
                };
                pen.move_to(from);
                pen.curve_to(toward(from), toward(to), to);
                let angle = |from: Point, to: Point| libm::atan2(to.y - from.y, to.x - from.x);
                let (leaves, arrives) = (angle(self.from, control), angle(control, self.to));
                [
                    start.and_then(|arrow| head(arrow, (from, leaves), 0.0, -before)),
                    end.and_then(|arrow| head(arrow, (to, arrives - PI), 0.0, -after)),
                ]
            }
        };
        painted(pen, None, stroke).into_iter().chain(heads.into_iter().flatten()).collect()
    }
}

/// A point of a line where it enters the plot, seen from its other end.
fn limited(at: Point, other: Point, plot: Edges) -> Point {
    let Point { mut x, mut y } = at;
    let share = |to: f64, from: f64, end: f64| ((to - from) / (end - from)).abs();
    for (edge, outside) in [(plot.left, x < plot.left), (plot.right, x > plot.right)] {
        if outside {
            y += share(edge, x, other.x) * (other.y - y);
            x = edge;
        }
    }
    for edge in [plot.top, plot.bottom] {
        if (edge == plot.top && y < edge) || (edge == plot.bottom && y > edge) {
            x += share(edge, y, other.y) * (other.x - x);
            y = edge;
        }
    }
    Point::new(x, y)
}

/// The point a line is bent towards.
fn control((along, across): (Extent, Extent), from: Point, to: Point, middle: Point) -> Point {
    let length = distance(from, to);
    let size = |extent: Extent| match extent {
        Extent::Pixels(pixels) => pixels,
        Extent::Share(share) => share * length,
    };
    let angle = libm::atan2(to.y - from.y, to.x - from.x);
    moved(middle, angle, size(along), size(across))
}

/// How much shorter a line is where an arrow's tip stands at its end.
fn shortened(arrow: &ArrowHead, line: &Stroke) -> f64 {
    let half = line.width / 2.0;
    // The tip of two edges reaches beyond their end.
    (arrow.length * half / arrow.width).abs()
}

/// An arrow head on a line that starts at a point and runs at an angle.
fn head(arrow: &ArrowHead, (origin, angle): (Point, f64), offset: f64, adjust: f64) -> Option<Item> {
    let back = (offset - arrow.length).abs() + adjust;
    let mut pen = Pen::default();
    pen.move_to(moved(origin, angle, back, -arrow.width));
    pen.line_to(moved(origin, angle, offset + adjust, 0.0));
    pen.line_to(moved(origin, angle, back, arrow.width));
    if arrow.fill.is_some() {
        pen.close();
    }
    painted(pen, arrow.fill, &arrow.stroke)
}

/// A point so far along and across a way.
fn moved(from: Point, angle: f64, along: f64, across: f64) -> Point {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    Point::new(from.x + cos * along - sin * across, from.y + sin * along + cos * across)
}

pub(super) fn distance(a: Point, b: Point) -> f64 {
    libm::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))
}
