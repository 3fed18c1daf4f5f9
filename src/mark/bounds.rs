//! Parts of lines between two places (Chart.js 4.6.1, `_boundSegments`).

use std::f64::consts::{PI, TAU};

use crate::chart::Stepped;
use crate::geometry::Point;

use super::arc::normalized;
use super::curve::{CurveKind, Node, Piece, Trail};

/// What of a node is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Property {
    X,
    Y,
    Angle,
}

/// A stretch of a property.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) property: Property,
    pub(crate) start: f64,
    pub(crate) end: f64,
}

/// Slack of comparisons, in pixels.
const EPSILON: f64 = 1e-6;

impl Property {
    /// Its value at a node.
    pub(crate) fn of(self, node: &Node) -> f64 {
        match self {
            Self::X => node.at.x,
            Self::Y => node.at.y,
            Self::Angle => node.angle,
        }
    }

    fn normal(self, value: f64) -> f64 {
        if self == Self::Angle { normalized(value) } else { value }
    }

    fn between(self, value: f64, start: f64, end: f64) -> bool {
        if self == Self::Angle {
            return angle_between(value, start, end);
        }
        value >= start.min(end) - EPSILON && value <= start.max(end) + EPSILON
    }

    fn difference(self, a: f64, b: f64) -> f64 {
        if self == Self::Angle { (a - b + PI + TAU) % TAU - PI } else { a - b }
    }
}

/// Whether an angle lies between two, clockwise.
pub(crate) fn angle_between(angle: f64, start: f64, end: f64) -> bool {
    let (angle, start, end) = (normalized(angle), normalized(start), normalized(end));
    let (to_start, to_end) = (normalized(start - angle), normalized(end - angle));
    let (from_start, from_end) = (normalized(angle - start), normalized(angle - end));
    angle == start || angle == end || (to_start > to_end && from_start < from_end)
}

/// The stretch from one node to another; none around a closed line.
pub(crate) fn bounds(property: Property, first: &Node, last: &Node, looped: bool) -> Option<Bounds> {
    let at = |node: &Node| property.normal(property.of(node));
    (!looped).then(|| Bounds { property, start: at(first), end: at(last) })
}

/// The parts of a piece that lie in a stretch.
pub(crate) fn bounded(trail: &Trail, piece: Piece, within: Option<Bounds>) -> Vec<Piece> {
    let count = trail.nodes.len();
    let Some(within) = within.filter(|_| count > 0) else { return vec![piece] };
    let Bounds { property, start: low, end: high } = within;
    let value_at = |index: usize| trail.node(index).map(|node| property.normal(property.of(node)));
    let (start, end) = rotated(trail, piece, within);
    let joined = |start: usize, end: usize| Piece {
        start: start % count,
        end: end % count,
        looped: piece.looped && (end + 1 - start).is_multiple_of(count),
    };
    let mut result = Vec::new();
    let mut inside = false;
    let mut from: Option<usize> = None;
    let (mut before, mut value_before) = (start, f64::NAN);
    for index in start..=end {
        let Some(value) = value_at(index).filter(|_| !trail.node(index).is_some_and(|node| node.skip)) else {
            continue;
        };
        if value == value_before {
            continue;
        }
        inside = property.between(value, low, high);
        let start_passed =
            || property.between(low, value_before, value) && property.difference(low, value_before) != 0.0;
        let end_passed =
            || property.difference(high, value) == 0.0 || property.between(high, value_before, value);
        if from.is_none() && (inside || start_passed()) {
            from = Some(if property.difference(value, low) == 0.0 { index } else { before });
        }
        if let Some(first) = from.filter(|_| !inside || end_passed()) {
            result.push(joined(first, index));
            from = None;
        }
        (before, value_before) = (index, value);
    }
    let _ = inside;
    if let Some(first) = from {
        result.push(joined(first, end));
    }
    result
}

/// A closed piece turned so that it begins where it enters the stretch.
fn rotated(trail: &Trail, piece: Piece, within: Bounds) -> (usize, usize) {
    let count = trail.nodes.len();
    let (mut start, mut end) = (piece.start, piece.end);
    if piece.looped {
        start += count;
        end += count;
        for _ in 0..count {
            let value =
                trail.node(start).map_or(f64::NAN, |node| within.property.normal(within.property.of(node)));
            if !within.property.between(value, within.start, within.end) {
                break;
            }
            start -= 1;
            end -= 1;
        }
        start %= count;
        end %= count;
    }
    if end < start {
        end += count;
    }
    (start, end)
}

/// The one place on a line where a property has a value.
pub(crate) fn interpolate(trail: &Trail, property: Property, value: f64) -> Option<Point> {
    let within = Some(Bounds { property, start: value, end: value });
    let mut pieces = trail.pieces.iter().flat_map(|piece| bounded(trail, *piece, within));
    let (Some(piece), None) = (pieces.next(), pieces.next()) else { return None };
    let (from, to) = (trail.node(piece.start)?, trail.node(piece.end)?);
    if piece.start == piece.end {
        return Some(from.at);
    }
    let (low, high) = (property.of(from), property.of(to));
    let share = ((value - low) / (high - low)).abs();
    let mut at = between(trail, from, to, share);
    match property {
        Property::X => at.x = value,
        Property::Y => at.y = value,
        Property::Angle => {}
    }
    Some(at)
}

/// The place at a share of the way from one node to the next.
fn between(trail: &Trail, from: &Node, to: &Node, share: f64) -> Point {
    let on = |a: Point, b: Point| Point::new(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    match trail.curve {
        CurveKind::Straight => on(from.at, to.at),
        CurveKind::Bezier => {
            let (a, b, c) = (on(from.at, from.after), on(from.after, to.before), on(to.before, to.at));
            let (a, b) = (on(a, b), on(b, c));
            on(a, b)
        }
        CurveKind::Stepped(step) => {
            let y = match step {
                Stepped::Middle if share < 0.5 => from.at.y,
                Stepped::After if share < 1.0 => from.at.y,
                Stepped::Before if share <= 0.0 => from.at.y,
                _ => to.at.y,
            };
            Point::new(on(from.at, to.at).x, y)
        }
    }
}
