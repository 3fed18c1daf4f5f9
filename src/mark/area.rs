//! Filled areas between a line and its fill target (Chart.js 4.6.1, filler plugin).

use std::f64::consts::TAU;

use crate::chart::{Indexable, SegmentStyle};
use crate::geometry::Point;
use crate::scene::{Clip, Geometry, Item, Layer, Paint, PathCommand, Shape};

use super::clip::clip_if_needed;
use super::line_node::LineNode;
use super::path_builder::{CircleArc, PathBuilder};
use super::polyline::{LineSegment, PathJoin, Polyline};
use super::segment_range::{Coordinate, CoordinateRange, clip_segments, interpolate_point, range_between};

/// Boundary of an area opposite to its line.
#[derive(Clone, Debug)]
pub(crate) enum AreaBoundary {
    Line(Polyline),
    /// Circle with centre and radius.
    Circle(Point, f64),
    /// The closed line itself.
    Shape,
}

/// A filled area beside a line.
pub(crate) struct Area<'a> {
    pub(crate) line: &'a Polyline,
    pub(crate) boundary: &'a AreaBoundary,
    pub(crate) above: Paint,
    pub(crate) below: Paint,
    /// Left, top, right, bottom of the plot.
    pub(crate) plot: [f64; 4],
    /// Left, top, right, bottom of the rectangle to which the area is clipped.
    pub(crate) clip: Option<[f64; 4]>,
    /// True if the index axis is vertical.
    pub(crate) vertical: bool,
    /// Device pixels per CSS pixel.
    pub(crate) ratio: f64,
    /// Styles of the line's segments, whose paints take precedence.
    pub(crate) segments: Option<&'a Indexable<SegmentStyle>>,
}

/// A part of an area: a segment of the line, the matching segment of the boundary, and the ends of the part along the
/// index axis.
struct AreaPart {
    source: LineSegment,
    target: Option<LineSegment>,
    full_range: Option<CoordinateRange>,
    start: f64,
    end: f64,
}

impl Area<'_> {
    /// Returns the coordinate along the index axis.
    fn split_coordinate(&self) -> Coordinate {
        if self.line.closed {
            Coordinate::Angle
        } else if self.vertical {
            Coordinate::Y
        } else {
            Coordinate::X
        }
    }

    /// Draws the area, in two clipped halves if the paints above and below the target differ.
    pub(crate) fn draw_area(&self) -> Vec<Item> {
        let [left, top, right, bottom] = self.plot;
        let AreaBoundary::Line(target) = self.boundary else { return self.draw_in_paint(&self.below) };
        let halves = match self.split_coordinate() {
            _ if self.above == self.below => return self.draw_in_paint(&self.below),
            Coordinate::Angle => return self.draw_in_paint(&self.below),
            Coordinate::X => [(top, &self.above), (bottom, &self.below)],
            Coordinate::Y => [(left, &self.below), (right, &self.above)],
        };
        let mut items = Vec::new();
        for (edge, paint) in halves {
            let clip = Some(Clip { path: half_plane_path(target, edge, self.vertical), even_odd: false });
            let inner = self.draw_in_paint(paint);
            if !inner.is_empty() {
                items.push(Item::Layer(Layer { clip, transform: None, items: inner }));
            }
        }
        items
    }

    fn draw_in_paint(&self, paint: &Paint) -> Vec<Item> {
        if !paint.is_visible() && self.segments.is_none() {
            return Vec::new();
        }
        let parts = self.matching_parts();
        let with_paints = parts.iter().map(|part| (part, self.segment_paint(part.source).unwrap_or(paint)));
        with_paints
            .filter(|(_, paint)| paint.is_visible())
            .flat_map(|(part, paint)| self.draw_part(part, paint))
            .collect()
    }

    /// Returns the paint that the style of a segment gives its area.
    fn segment_paint(&self, segment: LineSegment) -> Option<&Paint> {
        self.segments?.get(segment.style?).fill.as_ref()
    }

    /// Returns the parts in which line and boundary cover the same range.
    fn matching_parts(&self) -> Vec<AreaPart> {
        let coordinate = self.split_coordinate();
        let mut parts = Vec::new();
        for segment in &self.line.segments {
            let end = last_drawn_node(self.line, *segment);
            let (Some(first), Some(last)) = (self.line.node_at(segment.start), self.line.node_at(end)) else {
                continue;
            };
            let full_range = range_between(coordinate, first, last, segment.closed);
            let AreaBoundary::Line(target) = self.boundary else {
                let value = |node: &LineNode| coordinate.value_of(node);
                parts.push(AreaPart {
                    source: *segment,
                    target: None,
                    full_range,
                    start: value(first),
                    end: value(last),
                });
                continue;
            };
            for other in target.segments.iter().flat_map(|other| clip_segments(target, *other, full_range)) {
                let (Some(a), Some(b)) = (target.node_at(other.start), target.node_at(other.end)) else {
                    continue;
                };
                let target_range = range_between(coordinate, a, b, other.closed);
                let edge = |of: &dyn Fn(CoordinateRange) -> f64, pick: &dyn Fn(f64, f64) -> f64| match (
                    full_range,
                    target_range,
                ) {
                    (Some(a), Some(b)) => pick(of(a), of(b)),
                    (Some(a), None) => of(a),
                    (None, Some(b)) => of(b),
                    (None, None) => 0.0,
                };
                for source in clip_segments(self.line, *segment, target_range) {
                    let start = edge(&|range| range.start, &f64::max);
                    let end = edge(&|range| range.end, &f64::min);
                    parts.push(AreaPart { source, target: Some(other), full_range: None, start, end });
                }
            }
        }
        parts
    }

    fn draw_part(&self, part: &AreaPart, paint: &Paint) -> Vec<Item> {
        let coordinate = self.split_coordinate();
        let mut path = PathBuilder::default();
        let closed = self.line.draw_segment(&mut path, part.source, PathJoin::default());
        let mut both_closed = false;
        match self.boundary {
            AreaBoundary::Shape => {}
            AreaBoundary::Circle(center, radius) => {
                let point_at = |angle: f64| {
                    Point::new(center.x + libm::cos(angle) * radius, center.y + libm::sin(angle) * radius)
                };
                if closed {
                    path.close();
                } else {
                    path.line_to(point_at(part.end));
                }
                let (from, to) = part.full_range.map_or((TAU, 0.0), |range| (range.end, range.start));
                path.add_arc(CircleArc {
                    center: *center,
                    radius: *radius,
                    from,
                    to,
                    counterclockwise: true,
                });
                both_closed = closed;
                if !closed {
                    path.line_to(point_at(part.start));
                }
            }
            AreaBoundary::Line(target) => {
                let line_to_value = |path: &mut PathBuilder, value: f64| {
                    if let Some(at) = interpolate_point(target, coordinate, value) {
                        path.line_to(at);
                    }
                };
                if closed {
                    path.close();
                } else {
                    line_to_value(&mut path, part.end);
                }
                let join = PathJoin { continues_path: !closed, reverse: true, index_range: None };
                both_closed =
                    part.target.is_some_and(|segment| target.draw_segment(&mut path, segment, join))
                        && closed;
                if !both_closed {
                    line_to_value(&mut path, part.start);
                }
            }
        }
        path.close();
        if path.is_empty() {
            return Vec::new();
        }
        let path = path.into_path();
        let outline = if both_closed { Geometry::EvenOddPath(path) } else { Geometry::Path(path) };
        let item = Item::Shape(Shape { geometry: outline, fill: Some(paint.clone()), stroke: None });
        self.clip_part(item, part)
    }

    /// Clips a part at its ends along the index axis.
    fn clip_part(&self, item: Item, part: &AreaPart) -> Vec<Item> {
        let coordinate = self.split_coordinate();
        if coordinate == Coordinate::Angle || matches!(self.boundary, AreaBoundary::Shape) {
            return vec![item];
        }
        let [mut left, mut top, mut right, mut bottom] = self.plot;
        if coordinate == Coordinate::X {
            (left, right) = (part.start, part.end);
        } else {
            (top, bottom) = (part.start, part.end);
        }
        if let Some([l, t, r, b]) = self.clip {
            (left, top, right, bottom) = (left.max(l), top.max(t), right.min(r), bottom.min(b));
        }
        clip_if_needed(vec![item], [left, top, right, bottom], self.ratio)
    }
}

/// Returns the index of the last node of a segment with finite coordinates.
fn last_drawn_node(line: &Polyline, segment: LineSegment) -> usize {
    let is_drawn = |index: &usize| {
        line.node_at(*index).is_some_and(|node| node.position.x.is_finite() && node.position.y.is_finite())
    };
    (segment.start + 1..=segment.end).rev().find(is_drawn).unwrap_or(if segment.end > segment.start {
        segment.start
    } else {
        segment.end
    })
}

/// Returns the path around the region between a line and an edge of the plot.
fn half_plane_path(target: &Polyline, edge: f64, vertical: bool) -> Vec<PathCommand> {
    let on_edge = |at: Point| if vertical { Point::new(edge, at.y) } else { Point::new(at.x, edge) };
    let mut path = PathBuilder::default();
    let mut closed = false;
    let mut first_point = None;
    for segment in &target.segments {
        let (Some(first), Some(last)) =
            (target.node_at(segment.start), target.node_at(last_drawn_node(target, *segment)))
        else {
            continue;
        };
        if first_point.is_none() {
            path.move_to(first.position);
            first_point = Some(first.position);
        } else {
            path.line_to(on_edge(first.position));
            path.line_to(first.position);
        }
        closed = target.draw_segment(
            &mut path,
            *segment,
            PathJoin { continues_path: !closed, ..PathJoin::default() },
        );
        if closed {
            path.close();
        } else {
            path.line_to(on_edge(last.position));
        }
    }
    if let Some(first) = first_point {
        path.line_to(on_edge(first));
    }
    path.close();
    path.into_path()
}
