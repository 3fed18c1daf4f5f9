//! Lines through nodes: division into segments, and drawing (Chart.js 4.6.1, `LineElement`).

use crate::chart::{Interpolation, Stepped};
use crate::geometry::Point;

use super::column_thinning::{PixelColumn, thin_columns};
use super::line_node::{LineNode, PolylineOptions};
use super::path_builder::PathBuilder;
use super::spline;

/// A line without style.
#[derive(Clone, Debug, Default)]
pub(crate) struct Polyline {
    pub(crate) nodes: Vec<LineNode>,
    pub(crate) curve: CurveKind,
    /// True if the end is connected with the start.
    pub(crate) closed: bool,
    /// True if every data point has a node, so that a closed line has no gap.
    pub(crate) full_loop: bool,
    /// True if the line continues across missing values.
    pub(crate) span_gaps: bool,
    /// True if no node may be thinned out, because dashes depend on all of them.
    pub(crate) keep_all_points: bool,
    /// Segments without a break.
    pub(crate) segments: Vec<LineSegment>,
}

/// Shape of the connection between two nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CurveKind {
    #[default]
    Straight,
    Stepped(Stepped),
    Bezier,
}

/// A part of a line without a break, by the indexes of its first and last node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineSegment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) closed: bool,
    /// The index of the node whose style the segment has; `None` for the style of the line.
    pub(crate) style: Option<usize>,
}

/// Options for appending a segment to a path.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PathJoin {
    /// True if the segment is connected with the current point of the path.
    pub(crate) continues_path: bool,
    pub(crate) reverse: bool,
    /// First and last node index to draw.
    pub(crate) index_range: Option<(usize, usize)>,
}

impl Polyline {
    /// Creates a line through nodes.
    pub(crate) fn new(nodes: Vec<LineNode>, options: PolylineOptions) -> Self {
        let mut line = Self {
            nodes,
            curve: match options.interpolation {
                Interpolation::Stepped(step) => CurveKind::Stepped(step),
                Interpolation::Straight => CurveKind::Straight,
                Interpolation::Tension(_) | Interpolation::Monotone => CurveKind::Bezier,
            },
            closed: options.closed,
            full_loop: options.full_loop,
            span_gaps: options.span_gaps,
            keep_all_points: options.keep_all_points,
            segments: Vec::new(),
        };
        spline::set_control_points(&mut line.nodes, options);
        line.segments = line.find_segments();
        line
    }

    /// Creates a line with straight connections.
    pub(crate) fn straight(nodes: Vec<LineNode>, closed: bool) -> Self {
        let mut line = Self { nodes, closed, full_loop: closed, ..Self::default() };
        line.segments = line.find_segments();
        line
    }

    pub(crate) fn node_at(&self, index: usize) -> Option<&LineNode> {
        self.nodes.get(index.checked_rem(self.nodes.len())?)
    }

    pub(super) fn is_skipped(&self, index: usize) -> bool {
        self.node_at(index).is_some_and(|node| node.skip)
    }

    fn find_segments(&self) -> Vec<LineSegment> {
        let count = self.nodes.len();
        if count == 0 {
            return Vec::new();
        }
        let (start, end) = self.first_and_last(count);
        if self.span_gaps {
            return vec![LineSegment { start, end, closed: self.closed, style: None }];
        }
        let last = if end < start { end + count } else { end };
        let complete = self.full_loop && start == 0 && end == count - 1;
        self.solid_segments(start, last, complete)
    }

    fn first_and_last(&self, count: usize) -> (usize, usize) {
        let (mut start, mut end) = (0, count - 1);
        if self.closed && !self.span_gaps {
            while start < count && !self.is_skipped(start) {
                start += 1;
            }
        }
        while start < count && self.is_skipped(start) {
            start += 1;
        }
        start %= count;
        if self.closed {
            end += start;
        }
        while end > start && self.is_skipped(end) {
            end -= 1;
        }
        (start, end % count)
    }

    fn solid_segments(&self, start: usize, max: usize, closed: bool) -> Vec<LineSegment> {
        let count = self.nodes.len();
        let mut segments = Vec::new();
        let (mut start, mut last, mut closed) = (start, Some(start), closed);
        let mut previous_skipped = self.is_skipped(start);
        for index in start + 1..=max {
            let Some(node) = self.node_at(index) else { continue };
            if node.skip || node.gap_before {
                if !previous_skipped {
                    closed = false;
                    let end = (index - 1) % count;
                    segments.push(LineSegment { start: start % count, end, closed, style: None });
                    last = node.gap_before.then_some(index);
                    start = index;
                }
            } else {
                last = Some(index);
                if previous_skipped {
                    start = index;
                }
            }
            previous_skipped = node.skip;
        }
        if let Some(last) = last {
            segments.push(LineSegment { start: start % count, end: last % count, closed, style: None });
        }
        segments
    }

    /// Appends a segment to a path; returns true if the segment is closed.
    pub(crate) fn draw_segment(&self, path: &mut PathBuilder, segment: LineSegment, join: PathJoin) -> bool {
        if !self.closed && self.curve == CurveKind::Straight && !self.keep_all_points {
            self.draw_thinned(path, segment, join);
            return false;
        }
        let (start, length) = self.node_range(segment, join);
        let Some(length) = length else { return segment.closed };
        let index_at = |step: usize| start + if join.reverse { length - step } else { step };
        let mut before: Option<&LineNode> = None;
        let mut connected = join.continues_path;
        let mut nodes: Vec<&LineNode> =
            (0..=length).filter_map(|step| self.node_at(index_at(step))).filter(|node| !node.skip).collect();
        if matches!(self.curve, CurveKind::Stepped(_)) && !self.closed {
            nodes = thin_columns(nodes);
        }
        for node in nodes {
            if connected || before.is_some() {
                self.draw_step(path, before, node, join.reverse);
            } else {
                path.move_to(node.position);
            }
            connected = true;
            before = Some(node);
        }
        let seam = start + if join.reverse { length } else { 0 };
        if let Some(first) = self.node_at(seam).filter(|_| segment.closed) {
            self.draw_step(path, before, first, join.reverse);
        }
        segment.closed
    }

    /// Returns the first node index and the number of steps of a segment; `None` if nothing is to be drawn.
    fn node_range(&self, segment: LineSegment, join: PathJoin) -> (usize, Option<usize>) {
        let count = self.nodes.len();
        let (low, high) = join.index_range.unwrap_or((0, count.saturating_sub(1)));
        let (start, end) = (low.max(segment.start), high.min(segment.end));
        let outside =
            (low < segment.start && high < segment.start) || (low > segment.end && high > segment.end);
        if end < start && !outside {
            (start, (count + end).checked_sub(start))
        } else {
            (start, end.checked_sub(start))
        }
    }

    fn draw_step(&self, path: &mut PathBuilder, before: Option<&LineNode>, node: &LineNode, reverse: bool) {
        let Some(before) = before else { return path.line_to(node.position) };
        match self.curve {
            CurveKind::Straight => {}
            CurveKind::Bezier if reverse => {
                return path.curve_to(before.control_before, node.control_after, node.position);
            }
            CurveKind::Bezier => {
                return path.curve_to(before.control_after, node.control_before, node.position);
            }
            CurveKind::Stepped(Stepped::Middle) => {
                let middle = (before.position.x + node.position.x) / 2.0;
                path.line_to(Point::new(middle, before.position.y));
                path.line_to(Point::new(middle, node.position.y));
            }
            CurveKind::Stepped(step) if (step == Stepped::After) != reverse => {
                path.line_to(Point::new(before.position.x, node.position.y));
            }
            CurveKind::Stepped(_) => path.line_to(Point::new(node.position.x, before.position.y)),
        }
        path.line_to(node.position);
    }

    /// Appends a straight segment with few points per column of pixels.
    fn draw_thinned(&self, path: &mut PathBuilder, segment: LineSegment, join: PathJoin) {
        let (start, length) = self.node_range(segment, join);
        let Some(length) = length else { return };
        let index_at = |step: usize| start + if join.reverse { length - step } else { step };
        if let Some(first) = self.node_at(index_at(0)).filter(|_| !join.continues_path) {
            path.move_to(first.position);
        }
        let mut column = PixelColumn::default();
        for node in (0..=length).filter_map(|step| self.node_at(index_at(step))).filter(|node| !node.skip) {
            column.add_point(path, node.position);
        }
        column.flush(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(missing: &[usize], count: usize) -> Vec<LineNode> {
        let node = |index: usize| LineNode {
            position: Point::new(index as f64 * 10.0, 0.0),
            skip: missing.contains(&index),
            ..LineNode::default()
        };
        (0..count).map(node).collect()
    }

    #[test]
    fn a_line_breaks_where_a_value_is_missing() {
        let line = Polyline::straight(nodes(&[2], 5), false);
        let segment = |start, end| LineSegment { start, end, closed: false, style: None };
        assert_eq!(line.segments, [segment(0, 1), segment(3, 4)]);
    }

    #[test]
    fn a_closed_line_continues_across_its_start() {
        let line = Polyline::straight(nodes(&[], 4), true);
        assert_eq!(line.segments, [LineSegment { start: 0, end: 3, closed: true, style: None }]);
        let broken = Polyline::straight(nodes(&[1], 4), true);
        assert_eq!(broken.segments, [LineSegment { start: 2, end: 0, closed: false, style: None }]);
    }
}
