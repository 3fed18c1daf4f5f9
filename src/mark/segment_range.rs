//! Parts of a line within a range of a coordinate (Chart.js 4.6.1, `_boundSegment`).

use std::f64::consts::{PI, TAU};

use crate::chart::Stepped;
use crate::geometry::Point;

use super::line_node::LineNode;
use super::polyline::{CurveKind, LineSegment, Polyline};
use super::slice::normalize_angle;

/// The coordinate along which a line is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coordinate {
    X,
    Y,
    Angle,
}

/// A closed range of that coordinate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CoordinateRange {
    pub(crate) coordinate: Coordinate,
    pub(crate) start: f64,
    pub(crate) end: f64,
}

/// Tolerance of comparisons, in pixels.
const EPSILON: f64 = 1e-6;

impl Coordinate {
    /// Returns the coordinate of a node.
    pub(crate) fn value_of(self, node: &LineNode) -> f64 {
        match self {
            Self::X => node.position.x,
            Self::Y => node.position.y,
            Self::Angle => node.angle,
        }
    }

    fn normalize_value(self, value: f64) -> f64 {
        if self == Self::Angle { normalize_angle(value) } else { value }
    }

    fn is_between(self, value: f64, start: f64, end: f64) -> bool {
        if self == Self::Angle {
            return is_angle_between(value, start, end);
        }
        value >= start.min(end) - EPSILON && value <= start.max(end) + EPSILON
    }

    fn signed_difference(self, a: f64, b: f64) -> f64 {
        if self == Self::Angle { (a - b + PI + TAU) % TAU - PI } else { a - b }
    }
}

/// Returns true if an angle lies between two others, clockwise.
pub(crate) fn is_angle_between(angle: f64, start: f64, end: f64) -> bool {
    let (angle, start, end) = (normalize_angle(angle), normalize_angle(start), normalize_angle(end));
    let (to_start, to_end) = (normalize_angle(start - angle), normalize_angle(end - angle));
    let (from_start, from_end) = (normalize_angle(angle - start), normalize_angle(angle - end));
    angle == start || angle == end || (to_start > to_end && from_start < from_end)
}

/// Returns the range between two nodes, or `None` for a closed line.
pub(crate) fn range_between(
    coordinate: Coordinate,
    first: &LineNode,
    last: &LineNode,
    closed: bool,
) -> Option<CoordinateRange> {
    let at = |node: &LineNode| coordinate.normalize_value(coordinate.value_of(node));
    (!closed).then(|| CoordinateRange { coordinate, start: at(first), end: at(last) })
}

/// Returns the parts of a segment that lie within a range.
pub(crate) fn clip_segments(
    line: &Polyline,
    segment: LineSegment,
    range: Option<CoordinateRange>,
) -> Vec<LineSegment> {
    let count = line.nodes.len();
    let Some(range) = range.filter(|_| count > 0) else { return vec![segment] };
    let CoordinateRange { coordinate, start: low, end: high } = range;
    let value_at =
        |index: usize| line.node_at(index).map(|node| coordinate.normalize_value(coordinate.value_of(node)));
    let (start, end) = rotate_to_range_start(line, segment, range);
    let wrapped_segment = |start: usize, end: usize| LineSegment {
        start: start % count,
        end: end % count,
        closed: segment.closed && (end + 1 - start).is_multiple_of(count),
        style: segment.style,
    };
    let mut result = Vec::new();
    let mut inside = false;
    let mut from: Option<usize> = None;
    let (mut before, mut value_before) = (start, f64::NAN);
    for index in start..=end {
        let Some(value) = value_at(index).filter(|_| !line.node_at(index).is_some_and(|node| node.skip))
        else {
            continue;
        };
        if value == value_before {
            continue;
        }
        inside = coordinate.is_between(value, low, high);
        let start_passed = || {
            coordinate.is_between(low, value_before, value)
                && coordinate.signed_difference(low, value_before) != 0.0
        };
        let end_passed = || {
            coordinate.signed_difference(high, value) == 0.0
                || coordinate.is_between(high, value_before, value)
        };
        if from.is_none() && (inside || start_passed()) {
            from = Some(if coordinate.signed_difference(value, low) == 0.0 { index } else { before });
        }
        if let Some(first) = from.filter(|_| !inside || end_passed()) {
            result.push(wrapped_segment(first, index));
            from = None;
        }
        (before, value_before) = (index, value);
    }
    let _ = inside;
    if let Some(first) = from {
        result.push(wrapped_segment(first, end));
    }
    result
}

/// Rotates a closed segment so that it begins where it enters the range.
fn rotate_to_range_start(line: &Polyline, segment: LineSegment, range: CoordinateRange) -> (usize, usize) {
    let count = line.nodes.len();
    let (mut start, mut end) = (segment.start, segment.end);
    if segment.closed {
        start += count;
        end += count;
        for _ in 0..count {
            let value = line
                .node_at(start)
                .map_or(f64::NAN, |node| range.coordinate.normalize_value(range.coordinate.value_of(node)));
            if !range.coordinate.is_between(value, range.start, range.end) {
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

/// Returns the point of a line at which a coordinate has this value; `None` unless there is exactly one.
pub(crate) fn interpolate_point(line: &Polyline, coordinate: Coordinate, value: f64) -> Option<Point> {
    let range = Some(CoordinateRange { coordinate, start: value, end: value });
    let mut segments = line.segments.iter().flat_map(|segment| clip_segments(line, *segment, range));
    let (Some(segment), None) = (segments.next(), segments.next()) else { return None };
    let (from, to) = (line.node_at(segment.start)?, line.node_at(segment.end)?);
    if segment.start == segment.end {
        return Some(from.position);
    }
    let (low, high) = (coordinate.value_of(from), coordinate.value_of(to));
    let fraction = ((value - low) / (high - low)).abs();
    let mut at = point_between(line, from, to, fraction);
    match coordinate {
        Coordinate::X => at.x = value,
        Coordinate::Y => at.y = value,
        Coordinate::Angle => {}
    }
    Some(at)
}

/// Returns the point at a fraction of the way from one node to the next.
fn point_between(line: &Polyline, from: &LineNode, to: &LineNode, fraction: f64) -> Point {
    let on = |a: Point, b: Point| Point::new(a.x + fraction * (b.x - a.x), a.y + fraction * (b.y - a.y));
    match line.curve {
        CurveKind::Straight => on(from.position, to.position),
        CurveKind::Bezier => {
            let (a, b, c) = (
                on(from.position, from.control_after),
                on(from.control_after, to.control_before),
                on(to.control_before, to.position),
            );
            let (a, b) = (on(a, b), on(b, c));
            on(a, b)
        }
        CurveKind::Stepped(step) => {
            let y = match step {
                Stepped::Middle if fraction < 0.5 => from.position.y,
                Stepped::After if fraction < 1.0 => from.position.y,
                Stepped::Before if fraction <= 0.0 => from.position.y,
                _ => to.position.y,
            };
            Point::new(on(from.position, to.position).x, y)
        }
    }
}
