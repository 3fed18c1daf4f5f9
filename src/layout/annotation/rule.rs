//! A line annotation: the part inside the plot, its curve and its arrow heads.

use std::f64::consts::PI;

use crate::chart::{ArrowHead, Length, RuleStyle};
use crate::geometry::Point;
use crate::layout::boxes::Edges;
use crate::mark::PathBuilder;
use crate::scene::{Item, Stroke};

use super::annotation_span::AnnotationSpan;
use super::shapes::visible_path;

/// A line annotation in pixels.
pub(super) struct Rule<'a> {
    style: &'a RuleStyle,
    pub(super) from: Point,
    pub(super) to: Point,
    /// Control point of a curved line.
    control: Option<Point>,
    /// True if a part of the line may lie in the plot.
    pub(super) may_cross_plot: bool,
}

impl<'a> Rule<'a> {
    /// Clips the line between the two points of a span to the plot.
    pub(super) fn new(style: &'a RuleStyle, span: AnnotationSpan, plot: Edges) -> Self {
        let (a, b) = (span.from, span.to);
        let may_cross_plot = !((a.x < plot.left && b.x < plot.left)
            || (a.x > plot.right && b.x > plot.right)
            || (a.y < plot.top && b.y < plot.top)
            || (a.y > plot.bottom && b.y > plot.bottom));
        let (from, to) = if may_cross_plot {
            (clip_end_to_plot(a, b, plot), clip_end_to_plot(b, a, plot))
        } else {
            (a, b)
        };
        let control = style
            .control_point
            .map(|(along, across)| control_point(along, across, from, to, span.shifted_middle(0.0, 0.0)));
        Self { style, from, to, control, may_cross_plot }
    }

    /// Returns the point at a fraction of the line's length.
    pub(super) fn point_at(&self, fraction: f64) -> Point {
        let on = |from: f64, to: f64| from + fraction * (to - from);
        let Some(control) = self.control else {
            return Point::new(on(self.from.x, self.to.x), on(self.from.y, self.to.y));
        };
        let rest = 1.0 - fraction;
        let on = |from: f64, over: f64, to: f64| {
            rest * rest * from + 2.0 * rest * fraction * over + fraction * fraction * to
        };
        Point::new(on(self.from.x, control.x, self.to.x), on(self.from.y, control.y, self.to.y))
    }

    pub(super) fn draw(&self) -> Vec<Item> {
        let stroke = &self.style.stroke;
        if stroke.width <= 0.0 {
            return Vec::new();
        }
        let length = point_distance(self.from, self.to);
        let [start, end] = [0, 1].map(|at| self.style.arrow_heads.get(at).and_then(Option::as_ref));
        let shortening =
            |arrow: Option<&ArrowHead>| arrow.map_or(0.0, |arrow| arrow_shortening(arrow, stroke));
        let (before, after) = (shortening(start), shortening(end));
        let mut pen = PathBuilder::default();
        let heads = match self.control {
            None => {
                let angle = libm::atan2(self.to.y - self.from.y, self.to.x - self.from.x);
                let on = |along: f64| offset_point(self.from, angle, along, 0.0);
                pen.move_to(on(before));
                pen.line_to(on(length - after));
                [
                    start.and_then(|arrow| draw_arrow_head(arrow, self.from, angle, 0.0, before)),
                    end.and_then(|arrow| draw_arrow_head(arrow, self.from, angle, length, -after)),
                ]
            }
            Some(control) => {
                let (from, to) = (self.point_at(before / length), self.point_at(1.0 - after / length));
                let toward = |end: Point| {
                    let fraction = 2.0 / 3.0;
                    Point::new(end.x + fraction * (control.x - end.x), end.y + fraction * (control.y - end.y))
                };
                pen.move_to(from);
                pen.curve_to(toward(from), toward(to), to);
                let angle = |from: Point, to: Point| libm::atan2(to.y - from.y, to.x - from.x);
                let (leaves, arrives) = (angle(self.from, control), angle(control, self.to));
                [
                    start.and_then(|arrow| draw_arrow_head(arrow, from, leaves, 0.0, -before)),
                    end.and_then(|arrow| draw_arrow_head(arrow, to, arrives - PI, 0.0, -after)),
                ]
            }
        };
        visible_path(pen, None, stroke).into_iter().chain(heads.into_iter().flatten()).collect()
    }
}

/// Moves an end of a line onto the plot's edge if it lies outside; `other` is the line's opposite end.
fn clip_end_to_plot(at: Point, other: Point, plot: Edges) -> Point {
    let Point { mut x, mut y } = at;
    let fraction = |to: f64, from: f64, end: f64| ((to - from) / (end - from)).abs();
    for (edge, outside) in [(plot.left, x < plot.left), (plot.right, x > plot.right)] {
        if outside {
            y += fraction(edge, x, other.x) * (other.y - y);
            x = edge;
        }
    }
    for edge in [plot.top, plot.bottom] {
        if (edge == plot.top && y < edge) || (edge == plot.bottom && y > edge) {
            x += fraction(edge, y, other.y) * (other.x - x);
            y = edge;
        }
    }
    Point::new(x, y)
}

/// Returns the control point of a curved line: `along` and `across` are measured from the middle of the line.
fn control_point(along: Length, across: Length, from: Point, to: Point, middle: Point) -> Point {
    let length = point_distance(from, to);
    let size = |length_option: Length| match length_option {
        Length::Pixels(pixels) => pixels,
        Length::Fraction(fraction) => fraction * length,
    };
    let angle = libm::atan2(to.y - from.y, to.x - from.x);
    offset_point(middle, angle, size(along), size(across))
}

/// Returns by how many pixels a line is shortened so that it does not show beyond the tip of an arrow head.
fn arrow_shortening(arrow: &ArrowHead, line: &Stroke) -> f64 {
    let half = line.width / 2.0;
    // The mitre of the tip reaches beyond the end of the line.
    (arrow.length * half / arrow.width).abs()
}

/// Draws an arrow head on a line that starts at `origin` and runs at `angle`.
fn draw_arrow_head(arrow: &ArrowHead, origin: Point, angle: f64, offset: f64, adjust: f64) -> Option<Item> {
    let back = (offset - arrow.length).abs() + adjust;
    let mut pen = PathBuilder::default();
    pen.move_to(offset_point(origin, angle, back, -arrow.width));
    pen.line_to(offset_point(origin, angle, offset + adjust, 0.0));
    pen.line_to(offset_point(origin, angle, back, arrow.width));
    if arrow.fill.is_some() {
        pen.close();
    }
    visible_path(pen, arrow.fill.clone(), &arrow.stroke)
}

/// Returns the point `along` pixels in the direction of `angle` and `across` pixels perpendicular to it.
fn offset_point(from: Point, angle: f64, along: f64, across: f64) -> Point {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    Point::new(from.x + cos * along - sin * across, from.y + sin * along + cos * across)
}

/// Returns the distance between two points.
pub(super) fn point_distance(a: Point, b: Point) -> f64 {
    libm::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))
}
