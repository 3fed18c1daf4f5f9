//! Areas between lines and their fill boundaries (Chart.js 4.6.1, the filler plugin).

use crate::chart::{Dataset, DatasetClip, DatasetId, FillTarget, Mark, RadialAxisId};
use crate::geometry::Point;
use crate::mark::{Area, AreaBoundary, Coordinate, LineNode, Polyline, clip_if_needed, interpolate_point};
use crate::scene::Item;

use super::lines::PlacedLines;
use super::painter::Painter;

impl Painter<'_> {
    /// Draws the area between a line and its fill boundary.
    pub(super) fn draw_area(&self, dataset: DatasetId, lines: &PlacedLines) -> Vec<Item> {
        let (Some(style), Some(placed)) =
            (self.line_style(dataset), lines.get(dataset).and_then(Option::as_ref))
        else {
            return Vec::new();
        };
        let is_drawable = !placed.polyline.nodes.is_empty() && !self.is_clipped_away(dataset);
        let Some(fill) = style.fill.as_ref().filter(|_| is_drawable) else { return Vec::new() };
        let Some(boundary) = self.fill_boundary(dataset, fill.target, lines) else { return Vec::new() };
        let paint = &style.fill_paint;
        let set = self.chart.datasets.get(dataset);
        let index = set.and_then(Dataset::index_axis).and_then(|axis| self.resolved_axes.get(axis));
        let is_unclipped = set.is_some_and(|set| matches!(set.clip, Some(DatasetClip::Disabled)));
        // Antialiased edges would be shaded twice.
        let ratio = if is_unclipped { f64::INFINITY } else { self.chart.pixel_ratio };
        let area = Area {
            line: &placed.polyline,
            boundary: &boundary,
            above: fill.above.as_ref().unwrap_or(paint).clone(),
            below: fill.below.as_ref().unwrap_or(paint).clone(),
            plot: self.plot_sides(),
            clip: self.clip_area(dataset).map(|clip| [clip.left, clip.top, clip.right, clip.bottom]),
            vertical: index.is_some_and(|index| !index.horizontal),
            ratio,
            segments: style.segments.as_ref(),
        };
        let items = area.draw_area();
        if items.is_empty() {
            return items;
        }
        let mut plot = self.plot;
        if let Some(index) = index {
            let (a, b) = (index.pixel_for_value(index.min), index.pixel_for_value(index.max));
            let (low, high) = (a.min(b), a.max(b));
            if index.horizontal {
                (plot.left, plot.right) = (plot.left.max(low), plot.right.min(high));
            } else {
                (plot.top, plot.bottom) = (plot.top.max(low), plot.bottom.min(high));
            }
        }
        clip_if_needed(items, [plot.left, plot.top, plot.right, plot.bottom], ratio)
    }

    fn fill_boundary(
        &self,
        dataset: DatasetId,
        target: FillTarget,
        lines: &PlacedLines,
    ) -> Option<AreaBoundary> {
        let line = &lines.get(dataset)?.as_ref()?.polyline;
        match (target, &self.chart.datasets.get(dataset)?.mark) {
            (FillTarget::Shape, _) => Some(AreaBoundary::Shape),
            (FillTarget::Dataset(other), _) => {
                self.chart.datasets.get(other).filter(|set| set.visible)?;
                self.line_style(other)?;
                Some(AreaBoundary::Line(lines.get(other)?.as_ref()?.polyline.clone()))
            }
            (FillTarget::Stack, _) => Some(AreaBoundary::Line(self.stack_boundary(dataset, line, lines)?)),
            (target, Mark::Radar(radar)) => self.radial_boundary(radar.radial_axis?, target),
            (target, _) => self.cartesian_boundary(dataset, line, target).map(AreaBoundary::Line),
        }
    }

    fn cartesian_boundary(
        &self,
        dataset: DatasetId,
        line: &Polyline,
        target: FillTarget,
    ) -> Option<Polyline> {
        let axis = self.resolved_axes.get(self.chart.datasets.get(dataset)?.value_axis()?)?;
        let [_, top, _, bottom] = axis.edges;
        let pixel = match target {
            FillTarget::Start => bottom,
            FillTarget::End => top,
            FillTarget::Value(value) => axis.pixel_for_value(value),
            _ => axis.base_pixel(),
        };
        Some(Polyline::straight(parallel_line(line, pixel, axis.horizontal), false))
            .filter(|line| !line.nodes.is_empty())
    }

    fn radial_boundary(&self, radial: RadialAxisId, target: FillTarget) -> Option<AreaBoundary> {
        let radial = self.radials.get(radial)?;
        let (min, max, reverse) = (radial.axis.min, radial.axis.max, radial.radial.axis.reverse);
        let value = match target {
            FillTarget::Start if reverse => max,
            FillTarget::Start => min,
            FillTarget::End if reverse => min,
            FillTarget::End => max,
            FillTarget::Value(value) => value,
            _ if min < 0.0 && max < 0.0 => max,
            _ if min > 0.0 && max > 0.0 => min,
            _ => 0.0,
        };
        let distance = radial.value_radius(value);
        if radial.radial.circular_grid {
            return Some(AreaBoundary::Circle(radial.center, distance));
        }
        let node = |index: usize| {
            let (at, angle) = radial.point_at(index, distance, 0.0);
            LineNode { position: at, angle, ..LineNode::default() }
        };
        let nodes: Vec<LineNode> = (0..radial.label_count()).map(node).collect();
        (!nodes.is_empty()).then(|| AreaBoundary::Line(Polyline::straight(nodes, true)))
    }

    /// Returns the upper edge of all lines below a line.
    fn stack_boundary(&self, dataset: DatasetId, line: &Polyline, lines: &PlacedLines) -> Option<Polyline> {
        let set = self.chart.datasets.get(dataset)?;
        let axis = self.resolved_axes.get(set.value_axis()?)?;
        let mut order: Vec<(DatasetId, &Dataset)> = self.chart.datasets.entries().collect();
        order.sort_by(|(_, a), (_, b)| a.order.total_cmp(&b.order));
        let is_stacked_line = |other: &Dataset| {
            other.visible && other.chart_type == "line" && other.value_axis() == set.value_axis()
        };
        let mut below: Vec<&Polyline> = order
            .into_iter()
            .take_while(|(other, _)| *other != dataset)
            .filter(|(_, other)| is_stacked_line(other))
            .filter_map(|(other, _)| lines.get(other)?.as_ref().map(|placed| &placed.polyline))
            .collect();
        below.reverse();
        let floor = Polyline::straight(parallel_line(line, axis.edges[3], false), false);
        below.push(&floor);
        let mut nodes = Vec::new();
        for piece in &line.segments {
            for place in piece.start..=piece.end {
                if let Some(node) = line.node_at(place) {
                    collect_points_below(&mut nodes, node, &below);
                }
            }
        }
        Some(Polyline::straight(nodes, false)).filter(|line| !line.nodes.is_empty())
    }
}

/// Collects the points on the lines below a point, the nearest first.
fn collect_points_below(nodes: &mut Vec<LineNode>, from: &LineNode, below: &[&Polyline]) {
    let mut later: Vec<LineNode> = Vec::new();
    for line in below {
        let Some(at) = interpolate_point(line, Coordinate::X, from.position.x) else { continue };
        let (mut first, mut last) = (false, false);
        for piece in &line.segments {
            let (Some(a), Some(b)) = (line.node_at(piece.start), line.node_at(piece.end)) else { continue };
            let (low, high) = (a.position.x.min(b.position.x), a.position.x.max(b.position.x));
            if at.x >= low - 1e-6 && at.x <= high + 1e-6 {
                (first, last) = (at.x == a.position.x, at.x == b.position.x);
                break;
            }
        }
        if first && last {
            continue;
        }
        let node = LineNode { position: at, ..LineNode::default() };
        if first {
            later.insert(0, node);
        } else {
            nodes.push(node);
            if !last {
                break;
            }
        }
    }
    nodes.extend(later);
}

/// Returns a straight line at a pixel of the value axis, as long as the segments of another line.
fn parallel_line(line: &Polyline, pixel: f64, horizontal: bool) -> Vec<LineNode> {
    let at = |node: &LineNode| {
        let at =
            if horizontal { Point::new(pixel, node.position.y) } else { Point::new(node.position.x, pixel) };
        LineNode { position: at, ..LineNode::default() }
    };
    let ends = line.segments.iter().flat_map(|piece| [line.node_at(piece.start), line.node_at(piece.end)]);
    ends.flatten().map(at).collect()
}
