//! The area between a line and what it reaches to (Chart.js 4.6.1, the filler plugin).

use std::f64::consts::TAU;

use crate::color::Color;
use crate::geometry::Point;
use crate::scene::{Clip, Item, Layer, Outline, Segment, Shape};

use super::bounds::{Bounds, Property, bounded, bounds, interpolate};
use super::curve::{Joining, Node, Piece, Trail};
use super::pen::{Arc, Pen};

/// What an area reaches to.
#[derive(Clone, Debug)]
pub(crate) enum Boundary {
    Line(Trail),
    Circle(Point, f64),
    /// The line itself.
    Shape,
}

/// An area.
pub(crate) struct Area<'a> {
    pub(crate) line: &'a Trail,
    pub(crate) boundary: &'a Boundary,
    pub(crate) above: Color,
    pub(crate) below: Color,
    /// Left, top, right, bottom of the plot.
    pub(crate) plot: [f64; 4],
    /// Left, top, right, bottom of where it may be painted.
    pub(crate) clip: Option<[f64; 4]>,
    /// The index axis is the vertical one.
    pub(crate) vertical: bool,
    /// Device pixels for each CSS pixel.
    pub(crate) ratio: f64,
}

/// A part of an area: a stretch of the line and one of the boundary.
struct Part {
    source: Piece,
    target: Option<Piece>,
    bounds: Option<Bounds>,
    start: f64,
    end: f64,
}

impl Area<'_> {
    fn property(&self) -> Property {
        if self.line.looped {
            Property::Angle
        } else if self.vertical {
            Property::Y
        } else {
            Property::X
        }
    }

    /// The area, in two colours where those differ.
    pub(crate) fn items(&self) -> Vec<Item> {
        let [left, top, right, bottom] = self.plot;
        let Boundary::Line(target) = self.boundary else { return self.filled(self.below) };
        let halves = match self.property() {
            _ if self.above == self.below => return self.filled(self.below),
            Property::Angle => return self.filled(self.below),
            Property::X => [(top, self.above), (bottom, self.below)],
            Property::Y => [(left, self.below), (right, self.above)],
        };
        let mut items = Vec::new();
        for (edge, color) in halves {
            let clip = Some(Clip { path: half(target, edge, self.vertical), even_odd: false });
            let inner = self.filled(color);
            if !inner.is_empty() {
                items.push(Item::Layer(Layer { clip, turn: None, items: inner }));
            }
        }
        items
    }

    fn filled(&self, color: Color) -> Vec<Item> {
        if color.alpha == 0 {
            return Vec::new();
        }
        self.parts().iter().flat_map(|part| self.part(part, color)).collect()
    }

    /// Where line and boundary run side by side.
    fn parts(&self) -> Vec<Part> {
        let property = self.property();
        let mut parts = Vec::new();
        for piece in &self.line.pieces {
            let end = last_place(self.line, *piece);
            let (Some(first), Some(last)) = (self.line.node(piece.start), self.line.node(end)) else {
                continue;
            };
            let whole = bounds(property, first, last, piece.looped);
            let Boundary::Line(target) = self.boundary else {
                let at = |node: &Node| property.of(node);
                parts.push(Part {
                    source: *piece,
                    target: None,
                    bounds: whole,
                    start: at(first),
                    end: at(last),
                });
                continue;
            };
            for other in target.pieces.iter().flat_map(|other| bounded(target, *other, whole)) {
                let (Some(a), Some(b)) = (target.node(other.start), target.node(other.end)) else { continue };
                let sub = bounds(property, a, b, other.looped);
                let edge = |of: &dyn Fn(Bounds) -> f64, pick: &dyn Fn(f64, f64) -> f64| match (whole, sub) {
                    (Some(a), Some(b)) => pick(of(a), of(b)),
                    (Some(a), None) => of(a),
                    (None, Some(b)) => of(b),
                    (None, None) => 0.0,
                };
                for source in bounded(self.line, *piece, sub) {
                    let start = edge(&|bounds| bounds.start, &f64::max);
                    let end = edge(&|bounds| bounds.end, &f64::min);
                    parts.push(Part { source, target: Some(other), bounds: None, start, end });
                }
            }
        }
        parts
    }

    fn part(&self, part: &Part, color: Color) -> Vec<Item> {
        let property = self.property();
        let mut pen = Pen::default();
        let looped = self.line.draw(&mut pen, part.source, Joining::default());
        let mut both_looped = false;
        match self.boundary {
            Boundary::Shape => {}
            Boundary::Circle(center, radius) => {
                let at = |angle: f64| {
                    Point::new(center.x + libm::cos(angle) * radius, center.y + libm::sin(angle) * radius)
                };
                if looped {
                    pen.close();
                } else {
                    pen.line_to(at(part.end));
                }
                let (from, to) = part.bounds.map_or((TAU, 0.0), |bounds| (bounds.end, bounds.start));
                pen.arc(Arc { center: *center, radius: *radius, from, to, counterclockwise: true });
                both_looped = looped;
                if !looped {
                    pen.line_to(at(part.start));
                }
            }
            Boundary::Line(target) => {
                let reach = |pen: &mut Pen, value: f64| {
                    if let Some(at) = interpolate(target, property, value) {
                        pen.line_to(at);
                    }
                };
                if looped {
                    pen.close();
                } else {
                    reach(&mut pen, part.end);
                }
                let joining = Joining { onward: !looped, reverse: true, within: None };
                both_looped =
                    part.target.is_some_and(|piece| target.draw(&mut pen, piece, joining)) && looped;
                if !both_looped {
                    reach(&mut pen, part.start);
                }
            }
        }
        pen.close();
        if pen.is_empty() {
            return Vec::new();
        }
        let path = pen.finish();
        let outline = if both_looped { Outline::EvenOdd(path) } else { Outline::Path(path) };
        let item = Item::Shape(Shape { outline, fill: Some(color), stroke: None });
        self.within(item, part)
    }

    /// Cuts a part at its ends along the index axis.
    fn within(&self, item: Item, part: &Part) -> Vec<Item> {
        let property = self.property();
        if property == Property::Angle || matches!(self.boundary, Boundary::Shape) {
            return vec![item];
        }
        let [mut left, mut top, mut right, mut bottom] = self.plot;
        if property == Property::X {
            (left, right) = (part.start, part.end);
        } else {
            (top, bottom) = (part.start, part.end);
        }
        if let Some([l, t, r, b]) = self.clip {
            (left, top, right, bottom) = (left.max(l), top.max(t), right.min(r), bottom.min(b));
        }
        super::cut(vec![item], [left, top, right, bottom], self.ratio)
    }
}

/// The last node of a piece that is a place.
fn last_place(trail: &Trail, piece: Piece) -> usize {
    let is_place =
        |index: &usize| trail.node(*index).is_some_and(|node| node.at.x.is_finite() && node.at.y.is_finite());
    (piece.start + 1..=piece.end).rev().find(is_place).unwrap_or(if piece.end > piece.start {
        piece.start
    } else {
        piece.end
    })
}

/// What lies between a line and an edge of the plot.
fn half(target: &Trail, edge: f64, vertical: bool) -> Vec<Segment> {
    let on_edge = |at: Point| if vertical { Point::new(edge, at.y) } else { Point::new(at.x, edge) };
    let mut pen = Pen::default();
    let mut looped = false;
    let mut first_place = None;
    for piece in &target.pieces {
        let (Some(first), Some(last)) = (target.node(piece.start), target.node(last_place(target, *piece)))
        else {
            continue;
        };
        if first_place.is_none() {
            pen.move_to(first.at);
            first_place = Some(first.at);
        } else {
            pen.line_to(on_edge(first.at));
            pen.line_to(first.at);
        }
        looped = target.draw(&mut pen, *piece, Joining { onward: !looped, ..Joining::default() });
        if looped {
            pen.close();
        } else {
            pen.line_to(on_edge(last.at));
        }
    }
    if let Some(first) = first_place {
        pen.line_to(on_edge(first));
    }
    pen.close();
    pen.finish()
}
