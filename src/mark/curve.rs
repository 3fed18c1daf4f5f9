//! A line through points: where it breaks and how it runs (Chart.js 4.6.1, `LineElement`).

use crate::chart::{Curve, Stepped};
use crate::geometry::Point;

use super::pen::Pen;
use super::spline;

/// A point of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Node {
    pub(crate) at: Point,
    /// Its direction from the centre, around a round axis.
    pub(crate) angle: f64,
    /// Has no value.
    pub(crate) skip: bool,
    /// Too far from the one before.
    pub(crate) stop: bool,
    /// Control points of the curve before and after it.
    pub(crate) before: Point,
    pub(crate) after: Point,
}

/// A line without look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trail {
    pub(crate) nodes: Vec<Node>,
    pub(crate) curve: CurveKind,
    /// Its end is joined with its start.
    pub(crate) looped: bool,
    /// Every place has a node, so that a loop may close without a gap.
    pub(crate) full_loop: bool,
    /// Missing values are passed over.
    pub(crate) span_gaps: bool,
    /// Nothing may be thinned: dashes need every point.
    pub(crate) whole: bool,
    /// Unbroken stretches.
    pub(crate) pieces: Vec<Piece>,
}

/// How a line runs, once control points are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CurveKind {
    #[default]
    Straight,
    Stepped(Stepped),
    Bezier,
}

/// An unbroken stretch, by the indices of its first and its last node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) looped: bool,
}

/// How a stretch joins a path.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Joining {
    /// Goes on from where the pen is.
    pub(crate) onward: bool,
    pub(crate) reverse: bool,
    /// First and last index that are drawn.
    pub(crate) within: Option<(usize, usize)>,
}

/// Options of a line that decide how it runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Course {
    pub(crate) curve: Curve,
    pub(crate) span_gaps: bool,
    pub(crate) cap: bool,
    /// Left, top, right, bottom of the plot.
    pub(crate) area: [f64; 4],
    /// The index axis is the vertical one.
    pub(crate) vertical: bool,
    pub(crate) looped: bool,
    pub(crate) full_loop: bool,
    pub(crate) whole: bool,
}

impl Trail {
    /// A line through nodes.
    pub(crate) fn new(nodes: Vec<Node>, course: Course) -> Self {
        let mut trail = Self {
            nodes,
            curve: match course.curve {
                Curve::Stepped(step) => CurveKind::Stepped(step),
                Curve::Straight => CurveKind::Straight,
                Curve::Tension(_) | Curve::Monotone => CurveKind::Bezier,
            },
            looped: course.looped,
            full_loop: course.full_loop,
            span_gaps: course.span_gaps,
            whole: course.whole,
            pieces: Vec::new(),
        };
        spline::control_points(&mut trail, course);
        trail.pieces = trail.find_pieces();
        trail
    }

    /// A straight line through points.
    pub(crate) fn straight(nodes: Vec<Node>, looped: bool) -> Self {
        let mut trail = Self { nodes, looped, full_loop: looped, ..Self::default() };
        trail.pieces = trail.find_pieces();
        trail
    }

    pub(crate) fn node(&self, index: usize) -> Option<&Node> {
        self.nodes.get(index.checked_rem(self.nodes.len())?)
    }

    fn skips(&self, index: usize) -> bool {
        self.node(index).is_some_and(|node| node.skip)
    }

    fn find_pieces(&self) -> Vec<Piece> {
        let count = self.nodes.len();
        if count == 0 {
            return Vec::new();
        }
        let (start, end) = self.first_and_last(count);
        if self.span_gaps {
            return vec![Piece { start, end, looped: self.looped }];
        }
        let last = if end < start { end + count } else { end };
        let complete = self.full_loop && start == 0 && end == count - 1;
        self.solid(start, last, complete)
    }

    fn first_and_last(&self, count: usize) -> (usize, usize) {
        let (mut start, mut end) = (0, count - 1);
        if self.looped && !self.span_gaps {
            while start < count && !self.skips(start) {
                start += 1;
            }
        }
        while start < count && self.skips(start) {
            start += 1;
        }
        start %= count;
        if self.looped {
            end += start;
        }
        while end > start && self.skips(end) {
            end -= 1;
        }
        (start, end % count)
    }

    fn solid(&self, start: usize, max: usize, looped: bool) -> Vec<Piece> {
        let count = self.nodes.len();
        let mut pieces = Vec::new();
        let (mut start, mut last, mut looped) = (start, Some(start), looped);
        let mut before_skips = self.skips(start);
        for place in start + 1..=max {
            let Some(node) = self.node(place) else { continue };
            if node.skip || node.stop {
                if !before_skips {
                    looped = false;
                    pieces.push(Piece { start: start % count, end: (place - 1) % count, looped });
                    last = node.stop.then_some(place);
                    start = place;
                }
            } else {
                last = Some(place);
                if before_skips {
                    start = place;
                }
            }
            before_skips = node.skip;
        }
        if let Some(last) = last {
            pieces.push(Piece { start: start % count, end: last % count, looped });
        }
        pieces
    }

    /// Draws a stretch; true where it closes.
    pub(crate) fn draw(&self, pen: &mut Pen, piece: Piece, joining: Joining) -> bool {
        let thin = !self.looped && self.curve == CurveKind::Straight && !self.whole;
        if thin {
            self.draw_thinned(pen, piece, joining);
            return false;
        }
        let (start, length) = self.reach(piece, joining);
        let Some(length) = length else { return piece.looped };
        let place = |step: usize| start + if joining.reverse { length - step } else { step };
        let mut before: Option<&Node> = None;
        let mut onward = joining.onward;
        let mut nodes: Vec<&Node> =
            (0..=length).filter_map(|step| self.node(place(step))).filter(|node| !node.skip).collect();
        if matches!(self.curve, CurveKind::Stepped(_)) && !self.looped {
            nodes = thinned(nodes);
        }
        for node in nodes {
            if onward || before.is_some() {
                self.step(pen, before, node, joining.reverse);
            } else {
                pen.move_to(node.at);
            }
            onward = true;
            before = Some(node);
        }
        let seam = start + if joining.reverse { length } else { 0 };
        if let Some(first) = self.node(seam).filter(|_| piece.looped) {
            self.step(pen, before, first, joining.reverse);
        }
        piece.looped
    }

    /// First place and number of steps of a stretch.
    fn reach(&self, piece: Piece, joining: Joining) -> (usize, Option<usize>) {
        let count = self.nodes.len();
        let (low, high) = joining.within.unwrap_or((0, count.saturating_sub(1)));
        let (start, end) = (low.max(piece.start), high.min(piece.end));
        let outside = (low < piece.start && high < piece.start) || (low > piece.end && high > piece.end);
        if end < start && !outside {
            (start, (count + end).checked_sub(start))
        } else {
            (start, end.checked_sub(start))
        }
    }

    fn step(&self, pen: &mut Pen, before: Option<&Node>, node: &Node, reverse: bool) {
        let Some(before) = before else { return pen.line_to(node.at) };
        match self.curve {
            CurveKind::Straight => {}
            CurveKind::Bezier if reverse => return pen.curve_to(before.before, node.after, node.at),
            CurveKind::Bezier => return pen.curve_to(before.after, node.before, node.at),
            CurveKind::Stepped(Stepped::Middle) => {
                let middle = (before.at.x + node.at.x) / 2.0;
                pen.line_to(Point::new(middle, before.at.y));
                pen.line_to(Point::new(middle, node.at.y));
            }
            CurveKind::Stepped(step) if (step == Stepped::After) != reverse => {
                pen.line_to(Point::new(before.at.x, node.at.y));
            }
            CurveKind::Stepped(_) => pen.line_to(Point::new(node.at.x, before.at.y)),
        }
        pen.line_to(node.at);
    }

    /// Draws a straight stretch with few points for each column of pixels.
    fn draw_thinned(&self, pen: &mut Pen, piece: Piece, joining: Joining) {
        let (start, length) = self.reach(piece, joining);
        let Some(length) = length else { return };
        let place = |step: usize| start + if joining.reverse { length - step } else { step };
        if let Some(first) = self.node(place(0)).filter(|_| !joining.onward) {
            pen.move_to(first.at);
        }
        let mut column = Column::default();
        for node in (0..=length).filter_map(|step| self.node(place(step))).filter(|node| !node.skip) {
            column.add(pen, node.at);
        }
        column.flush(pen);
    }
}

/// At most four nodes for each column of pixels, its first, lowest, highest and last: what more there are would not
/// be seen, and a million values make no picture of many megabytes.
fn thinned(nodes: Vec<&Node>) -> Vec<&Node> {
    let ends = nodes.first().zip(nodes.last());
    let columns = ends.map_or(0.0, |(first, last)| (last.at.x - first.at.x).abs());
    if nodes.len() as f64 <= columns.max(1.0) * 4.0 {
        return nodes;
    }
    let mut thin = Vec::new();
    for column in nodes.chunk_by(|a, b| a.at.x.floor() == b.at.x.floor()) {
        let by_height = |a: &(usize, &&Node), b: &(usize, &&Node)| a.1.at.y.total_cmp(&b.1.at.y);
        let places = || column.iter().enumerate();
        let ends = [places().next(), places().next_back()];
        let reach = [places().min_by(by_height), places().max_by(by_height)];
        let mut kept: Vec<_> = ends.into_iter().chain(reach).flatten().map(|(index, _)| index).collect();
        kept.sort_unstable();
        kept.dedup();
        thin.extend(kept.into_iter().filter_map(|index| column.get(index)).copied());
    }
    thin
}

/// Points of a line in one column of pixels.
#[derive(Default)]
struct Column {
    number: Option<f64>,
    average: f64,
    count: f64,
    lowest: f64,
    highest: f64,
    last: f64,
}

impl Column {
    fn add(&mut self, pen: &mut Pen, at: Point) {
        let number = at.x.trunc();
        if self.number == Some(number) {
            if at.y < self.lowest {
                self.lowest = at.y;
            } else if at.y > self.highest {
                self.highest = at.y;
            }
            self.average = self.count * self.average + at.x;
            self.count += 1.0;
            self.average /= self.count;
        } else {
            self.flush(pen);
            pen.line_to(at);
            *self = Self {
                number: Some(number),
                average: self.average,
                count: 0.0,
                lowest: at.y,
                highest: at.y,
                last: 0.0,
            };
        }
        self.last = at.y;
    }

    fn flush(&self, pen: &mut Pen) {
        if self.lowest != self.highest {
            for y in [self.highest, self.lowest, self.last] {
                pen.line_to(Point::new(self.average, y));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nodes(skips: &[usize], count: usize) -> Vec<Node> {
        let node = |index: usize| Node {
            at: Point::new(index as f64 * 10.0, 0.0),
            skip: skips.contains(&index),
            ..Node::default()
        };
        (0..count).map(node).collect()
    }

    #[test]
    fn a_line_breaks_where_a_value_is_missing() {
        let trail = Trail::straight(nodes(&[2], 5), false);
        let piece = |start, end| Piece { start, end, looped: false };
        assert_eq!(trail.pieces, [piece(0, 1), piece(3, 4)]);
    }

    #[test]
    fn a_loop_goes_on_over_its_seam() {
        let trail = Trail::straight(nodes(&[], 4), true);
        assert_eq!(trail.pieces, [Piece { start: 0, end: 3, looped: true }]);
        let broken = Trail::straight(nodes(&[1], 4), true);
        assert_eq!(broken.pieces, [Piece { start: 2, end: 0, looped: false }]);
    }

    proptest! {
        #[test]
        fn a_thinned_line_keeps_its_ends_and_its_reach(ys in prop::collection::vec(0.0..900.0f64, 1..3000)) {
            let count = ys.len() as f64;
            let place = |(i, y): (usize, &f64)| Point::new(i as f64 / count * 50.0, *y);
            let nodes: Vec<_> =
                ys.iter().enumerate().map(|at| Node { at: place(at), ..Node::default() }).collect();
            let thin = thinned(nodes.iter().collect());
            prop_assert!(thin.len() <= nodes.len().clamp(4, 4 * 51), "{}", thin.len());
            prop_assert_eq!(thin.first().copied(), nodes.first());
            prop_assert_eq!(thin.last().copied(), nodes.last());
            let reach = |nodes: &mut dyn Iterator<Item = f64>| {
                nodes.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)))
            };
            let all = reach(&mut nodes.iter().map(|node| node.at.y));
            prop_assert_eq!(reach(&mut thin.iter().map(|node| node.at.y)), all);
            prop_assert!(thin.windows(2).all(|pair| pair[0].at.x <= pair[1].at.x));
        }
    }
}
