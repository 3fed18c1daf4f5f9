//! Division of a line where the style of its segments changes (Chart.js 4.6.1, `_splitByStyles`).

use crate::chart::Indexable;

use super::polyline::{LineSegment, Polyline};

impl Polyline {
    /// Divides the segments where the style changes. The style at an index belongs to the connection that ends at this node.
    /// `spans_gaps` is true if the line continues across missing values, at least across short gaps.
    pub(crate) fn split_by_style<T: PartialEq>(&mut self, styles: &Indexable<T>, spans_gaps: bool) {
        let Some(first) = self.segments.first() else { return };
        let count = self.nodes.len();
        let mut parts = StyledParts { spans_gaps, start: first.start, previous: None, result: Vec::new() };
        for segment in &self.segments {
            if !spans_gaps {
                parts.start = segment.start;
            }
            let mut index = parts.start + 1;
            while index <= segment.end {
                let style = index % count;
                let is_changed =
                    parts.previous.is_none_or(|previous| styles.get(previous) != styles.get(style));
                if is_changed {
                    parts.add(self, index - 1, segment.closed);
                }
                parts.previous = Some(style);
                index += 1;
            }
            if parts.start + 1 < index {
                parts.add(self, index - 1, segment.closed);
            }
        }
        self.segments = parts.result;
    }
}

/// The parts of a line so far, and the start of the next one.
struct StyledParts {
    spans_gaps: bool,
    start: usize,
    /// The style of the part that is being made.
    previous: Option<usize>,
    result: Vec<LineSegment>,
}

impl StyledParts {
    /// Ends a part at a node. Its ends move away from nodes without a value: outwards, so that a line across a gap reaches the
    /// values beside it.
    fn add(&mut self, line: &Polyline, end: usize, closed: bool) {
        let count = line.nodes.len();
        if self.start == end || count == 0 {
            return;
        }
        let (mut start, mut end) = (self.start + count, end);
        for _ in 0..count {
            if line.is_skipped(start) {
                start = if self.spans_gaps { start + 1 } else { start - 1 };
            }
        }
        for _ in 0..count {
            if line.is_skipped(end) && (end > 0 || !self.spans_gaps) {
                end = if self.spans_gaps { end - 1 } else { end + 1 };
            }
        }
        let (start, end) = (start % count, end % count);
        if start != end {
            self.result.push(LineSegment { start, end, closed, style: self.previous });
            self.start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::geometry::Point;
    use crate::mark::LineNode;

    use super::*;

    fn line(missing: &[usize], span_gaps: bool) -> Polyline {
        let node = |index: usize| LineNode {
            position: Point::new(index as f64, 0.0),
            skip: missing.contains(&index),
            ..LineNode::default()
        };
        let nodes: Vec<LineNode> = (0..6).map(node).collect();
        if span_gaps {
            let segments = vec![LineSegment { start: 0, end: 5, closed: false, style: None }];
            return Polyline { nodes, span_gaps, segments, ..Polyline::default() };
        }
        Polyline::straight(nodes, false)
    }

    fn split(mut line: Polyline, styles: &str, spans_gaps: bool) -> Vec<(usize, usize, char)> {
        let styles: Vec<char> = styles.chars().collect();
        let indexable = Indexable::from_fn(styles.len(), |index| styles[index]);
        line.split_by_style(&indexable, spans_gaps);
        let parts = line.segments.iter();
        parts.map(|part| (part.start, part.end, styles[part.style.expect("a style")])).collect()
    }

    #[test]
    fn a_line_is_divided_where_the_style_changes() {
        assert_eq!(split(line(&[], false), "_aabba", false), [(0, 2, 'a'), (2, 4, 'b'), (4, 5, 'a')]);
        assert_eq!(split(line(&[], false), "_aaaaa", false), [(0, 5, 'a')]);
    }

    #[test]
    fn gaps_end_a_part_unless_the_line_spans_them() {
        assert_eq!(split(line(&[2], false), "_aaaba", false), [(0, 1, 'a'), (3, 4, 'b'), (4, 5, 'a')]);
        assert_eq!(split(line(&[2], true), "_abbaa", true), [(0, 1, 'a'), (1, 3, 'b'), (3, 5, 'a')]);
    }
}
