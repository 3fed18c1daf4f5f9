//! Thinning of lines to a few points per column of pixels.

use crate::geometry::Point;

use super::line_node::LineNode;
use super::path_builder::PathBuilder;

/// Keeps at most four nodes per column of pixels: the first, lowest, highest and last one. The others would not be
/// visible, and a million values would make an SVG of many megabytes.
pub(super) fn thin_columns(nodes: Vec<&LineNode>) -> Vec<&LineNode> {
    let ends = nodes.first().zip(nodes.last());
    let columns = ends.map_or(0.0, |(first, last)| (last.position.x - first.position.x).abs());
    if nodes.len() as f64 <= columns.max(1.0) * 4.0 {
        return nodes;
    }
    let mut thin = Vec::new();
    for column in nodes.chunk_by(|a, b| a.position.x.floor() == b.position.x.floor()) {
        let by_height =
            |a: &(usize, &&LineNode), b: &(usize, &&LineNode)| a.1.position.y.total_cmp(&b.1.position.y);
        let nodes_by_index = || column.iter().enumerate();
        let ends = [nodes_by_index().next(), nodes_by_index().next_back()];
        let extremes = [nodes_by_index().min_by(by_height), nodes_by_index().max_by(by_height)];
        let mut kept: Vec<_> = ends.into_iter().chain(extremes).flatten().map(|(index, _)| index).collect();
        kept.sort_unstable();
        kept.dedup();
        thin.extend(kept.into_iter().filter_map(|index| column.get(index)).copied());
    }
    thin
}

/// Summary of the points of a line in one column of pixels.
#[derive(Default)]
pub(super) struct PixelColumn {
    number: Option<f64>,
    average: f64,
    count: f64,
    lowest: f64,
    highest: f64,
    last: f64,
}

impl PixelColumn {
    pub(super) fn add_point(&mut self, path: &mut PathBuilder, at: Point) {
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
            self.flush(path);
            path.line_to(at);
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

    pub(super) fn flush(&self, path: &mut PathBuilder) {
        if self.lowest != self.highest {
            for y in [self.highest, self.lowest, self.last] {
                path.line_to(Point::new(self.average, y));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_thinned_line_keeps_its_ends_and_its_extremes(ys in prop::collection::vec(0.0..900.0f64, 1..3000)) {
            let count = ys.len() as f64;
            let position = |(i, y): (usize, &f64)| Point::new(i as f64 / count * 50.0, *y);
            let nodes: Vec<_> =
                ys.iter().enumerate().map(|at| LineNode { position: position(at), ..LineNode::default() }).collect();
            let thin = thin_columns(nodes.iter().collect());
            prop_assert!(thin.len() <= nodes.len().clamp(4, 4 * 51), "{}", thin.len());
            prop_assert_eq!(thin.first().copied(), nodes.first());
            prop_assert_eq!(thin.last().copied(), nodes.last());
            let extremes = |nodes: &mut dyn Iterator<Item = f64>| {
                nodes.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)))
            };
            let all = extremes(&mut nodes.iter().map(|node| node.position.y));
            prop_assert_eq!(extremes(&mut thin.iter().map(|node| node.position.y)), all);
            prop_assert!(thin.windows(2).all(|pair| pair[0].position.x <= pair[1].position.x));
        }
    }
}
