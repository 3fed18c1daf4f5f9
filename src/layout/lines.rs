//! Lines, points and areas on their axes (Chart.js 4.6.1, the line and radar controllers and the filler plugin).

use crate::chart::{Clips, Curve, Dataset, Line, LineStyle, Mark, Points, Radar, SpanGaps, Target};
use crate::geometry::Point;
use crate::layout::boxes::Edges;
use crate::mark::{
    Area, Boundary, Course, Joining, Node, Pen, Property, Stacks, Trail, cut, interpolate, symbol,
};
use crate::scene::{Item, Outline, Shape};

use super::Painter;

/// A dataset's line on its axes.
pub(super) struct Drawn {
    pub(super) trail: Trail,
    /// First and last value that are drawn.
    within: (usize, usize),
}

/// Where a place is none.
const NOWHERE: Point = Point { x: f64::NAN, y: f64::NAN };

impl Painter<'_> {
    /// The places of all datasets of lines or points.
    pub(super) fn trails(&self, stacks: &Stacks) -> Vec<Option<Drawn>> {
        let drawn = |(index, set): (usize, &Dataset)| match &set.mark {
            Mark::Line(line) => self.straight_axes(index, set, line, stacks),
            Mark::Radar(radar) => self.round_axis(set, radar),
            _ => None,
        };
        self.chart.datasets.iter().enumerate().map(drawn).collect()
    }

    fn plot_sides(&self) -> [f64; 4] {
        [self.plot.left, self.plot.top, self.plot.right, self.plot.bottom]
    }

    fn straight_axes(&self, dataset: usize, set: &Dataset, line: &Line, stacks: &Stacks) -> Option<Drawn> {
        let (i, v) = set.axes?;
        let (index, value) = (self.tracks.get(i)?, self.tracks.get(v)?);
        let within = shown(set, index.given);
        let gap = match line.line.as_ref().map(|line| line.span_gaps) {
            Some(SpanGaps::Within(gap)) => gap,
            _ => f64::INFINITY,
        };
        let base = value.base();
        // Bubbles stand at their own values, though an axis makes room for their sums.
        let bubbles = !line.points.radii.is_empty();
        let mut nodes = Vec::with_capacity(set.values.len());
        let mut before: Option<f64> = None;
        for (place, at) in set.values.iter().enumerate() {
            if place < within.0 || place > within.1 {
                nodes.push(Node { at: NOWHERE, skip: true, ..Node::default() });
                continue;
            }
            let along = at.index.map_or(f64::NAN, |at| index.pixel(at));
            let across = at.value.map_or(base, |size| {
                let total = || stacks.total(dataset, at.index.unwrap_or(f64::NAN), size, true);
                value.pixel(if bubbles { size } else { total() })
            });
            let point = if index.horizontal { Point::new(along, across) } else { Point::new(across, along) };
            let stop = before.zip(at.index).is_some_and(|(before, at)| (at - before).abs() > gap);
            let skip = !along.is_finite() || !across.is_finite() || at.value.is_none();
            nodes.push(Node { at: point, skip, stop, ..Node::default() });
            before = at.index;
        }
        let style = line.line.as_ref();
        let course = Course {
            curve: style.map_or(Curve::Straight, |style| style.curve),
            span_gaps: style.is_some_and(|style| style.span_gaps == SpanGaps::Span),
            cap: style.is_some_and(|style| style.cap_curves),
            area: self.plot_sides(),
            vertical: !index.horizontal,
            looped: false,
            full_loop: false,
            whole: line.thinned || style.is_some_and(|style| !style.stroke.dash.is_empty()),
        };
        Some(Drawn { trail: Trail::new(nodes, course), within })
    }

    fn round_axis(&self, set: &Dataset, radar: &Radar) -> Option<Drawn> {
        let radial = self.radials.get(radar.radial)?;
        let node = |(index, value): (usize, &crate::chart::Value)| {
            let distance = value.value.map_or(f64::NAN, |value| radial.distance(value));
            let (at, angle) = radial.place(index, distance, 0.0);
            Node { at, angle, skip: !at.x.is_finite() || !at.y.is_finite(), ..Node::default() }
        };
        let nodes: Vec<Node> = set.values.iter().enumerate().map(node).collect();
        let within = (0, nodes.len().saturating_sub(1));
        let course = Course {
            curve: radar.line.curve,
            span_gaps: radar.line.span_gaps == SpanGaps::Span,
            cap: radar.line.cap_curves,
            area: self.plot_sides(),
            vertical: false,
            looped: true,
            full_loop: radial.count() == nodes.len(),
            whole: !radar.line.stroke.dash.is_empty(),
        };
        Some(Drawn { trail: Trail::new(nodes, course), within })
    }

    fn line_style(&self, dataset: usize) -> Option<&LineStyle> {
        match &self.chart.datasets.get(dataset)?.mark {
            Mark::Line(Line { line: Some(line), .. }) | Mark::Radar(Radar { line, .. }) => Some(line),
            _ => None,
        }
    }

    /// The line, then its points.
    pub(super) fn line(&self, dataset: usize, trails: &[Option<Drawn>]) -> Vec<Item> {
        let Some(drawn) = trails.get(dataset).and_then(Option::as_ref) else { return Vec::new() };
        let mut items = Vec::new();
        if let Some(style) = self.line_style(dataset) {
            items.extend(stroked(drawn, style));
        }
        let points = match self.chart.datasets.get(dataset).map(|set| &set.mark) {
            Some(Mark::Line(line)) => &line.points,
            Some(Mark::Radar(radar)) => &radar.points,
            _ => return items,
        };
        let (first, last) = drawn.within;
        let nodes = drawn.trail.nodes.iter().enumerate().take(last + 1).skip(first);
        items.extend(nodes.filter_map(|(index, node)| self.point(points, index, node)));
        items
    }

    fn point(&self, points: &Points, index: usize, node: &Node) -> Option<Item> {
        let style = points.styles.get(index);
        let radius = points.radii.get(index).copied().unwrap_or(style.radius);
        if node.skip || radius < 0.1 {
            return None;
        }
        let margin = radius.max(style.hover_radius) + style.stroke.width;
        let Edges { left, top, right, bottom } = self.plot;
        let Point { x, y } = node.at;
        let inside = x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
        if inside { symbol(style, radius, node.at) } else { None }
    }

    /// The area beside a line.
    pub(super) fn area(&self, dataset: usize, trails: &[Option<Drawn>]) -> Vec<Item> {
        let (Some(style), Some(drawn)) =
            (self.line_style(dataset), trails.get(dataset).and_then(Option::as_ref))
        else {
            return Vec::new();
        };
        let drawable = !drawn.trail.nodes.is_empty() && !self.is_cut_away(dataset);
        let Some(fill) = style.fill.filter(|_| drawable) else { return Vec::new() };
        let Some(boundary) = self.boundary(dataset, fill.target, trails) else { return Vec::new() };
        let color = style.segment_fill.unwrap_or(style.fill_color);
        let set = self.chart.datasets.get(dataset);
        let index = set.and_then(Dataset::index_axis).and_then(|i| self.tracks.get(i));
        let uncut = set.is_some_and(|set| matches!(set.clip, Some(Clips::None)));
        // Edges that lie between pixels are shaded once.
        let ratio = if uncut { f64::INFINITY } else { self.chart.pixel_ratio };
        let area = Area {
            line: &drawn.trail,
            boundary: &boundary,
            above: fill.above.unwrap_or(color),
            below: fill.below.unwrap_or(color),
            plot: self.plot_sides(),
            clip: self.clip(dataset).map(|clip| [clip.left, clip.top, clip.right, clip.bottom]),
            vertical: index.is_some_and(|index| !index.horizontal),
            ratio,
        };
        let items = area.items();
        if items.is_empty() {
            return items;
        }
        let mut plot = self.plot;
        if let Some(index) = index {
            let (a, b) = (index.pixel(index.min), index.pixel(index.max));
            let (low, high) = (a.min(b), a.max(b));
            if index.horizontal {
                (plot.left, plot.right) = (plot.left.max(low), plot.right.min(high));
            } else {
                (plot.top, plot.bottom) = (plot.top.max(low), plot.bottom.min(high));
            }
        }
        cut(items, [plot.left, plot.top, plot.right, plot.bottom], ratio)
    }

    fn boundary(&self, dataset: usize, target: Target, trails: &[Option<Drawn>]) -> Option<Boundary> {
        let own = &trails.get(dataset)?.as_ref()?.trail;
        match (target, &self.chart.datasets.get(dataset)?.mark) {
            (Target::Shape, _) => Some(Boundary::Shape),
            (Target::Dataset(other), _) => {
                self.chart.datasets.get(other).filter(|set| set.visible)?;
                self.line_style(other)?;
                Some(Boundary::Line(trails.get(other)?.as_ref()?.trail.clone()))
            }
            (Target::Stack, _) => Some(Boundary::Line(self.stack_line(dataset, own, trails)?)),
            (target, Mark::Radar(radar)) => self.round_boundary(radar.radial, target),
            (target, _) => self.straight_boundary(dataset, own, target).map(Boundary::Line),
        }
    }

    fn straight_boundary(&self, dataset: usize, own: &Trail, target: Target) -> Option<Trail> {
        let axis = self.tracks.get(self.chart.datasets.get(dataset)?.value_axis()?)?;
        let [_, top, _, bottom] = axis.edges;
        let pixel = match target {
            Target::Start => bottom,
            Target::End => top,
            Target::Value(value) => axis.pixel(value),
            _ => axis.base(),
        };
        Some(Trail::straight(beside(own, pixel, axis.horizontal), false))
            .filter(|line| !line.nodes.is_empty())
    }

    fn round_boundary(&self, radial: usize, target: Target) -> Option<Boundary> {
        let radial = self.radials.get(radial)?;
        let (min, max, reverse) = (radial.axis.min, radial.axis.max, radial.radial.axis.reverse);
        let value = match target {
            Target::Start if reverse => max,
            Target::Start => min,
            Target::End if reverse => min,
            Target::End => max,
            Target::Value(value) => value,
            _ if min < 0.0 && max < 0.0 => max,
            _ if min > 0.0 && max > 0.0 => min,
            _ => 0.0,
        };
        let distance = radial.distance(value);
        if radial.radial.circular {
            return Some(Boundary::Circle(radial.center, distance));
        }
        let node = |index: usize| {
            let (at, angle) = radial.place(index, distance, 0.0);
            Node { at, angle, ..Node::default() }
        };
        let nodes: Vec<Node> = (0..radial.count()).map(node).collect();
        (!nodes.is_empty()).then(|| Boundary::Line(Trail::straight(nodes, true)))
    }

    /// The upper edge of everything below a line.
    fn stack_line(&self, dataset: usize, own: &Trail, trails: &[Option<Drawn>]) -> Option<Trail> {
        let set = self.chart.datasets.get(dataset)?;
        let axis = self.tracks.get(set.value_axis()?)?;
        let mut order: Vec<usize> = (0..self.chart.datasets.len()).collect();
        let rank = |index: &usize| self.chart.datasets.get(*index).map_or(0.0, |set| set.order);
        order.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
        let mut below: Vec<&Trail> = order
            .iter()
            .take_while(|other| **other != dataset)
            .filter(|other| {
                self.chart.datasets.get(**other).is_some_and(|other| {
                    other.visible && other.kind == "line" && other.value_axis() == set.value_axis()
                })
            })
            .filter_map(|other| trails.get(*other)?.as_ref().map(|drawn| &drawn.trail))
            .collect();
        below.reverse();
        let floor = Trail::straight(beside(own, axis.edges[3], false), false);
        below.push(&floor);
        let mut nodes = Vec::new();
        for piece in &own.pieces {
            for place in piece.start..=piece.end {
                if let Some(node) = own.node(place) {
                    points_below(&mut nodes, node, &below);
                }
            }
        }
        Some(Trail::straight(nodes, false)).filter(|line| !line.nodes.is_empty())
    }
}

/// The places on lines below a point, the nearest first.
fn points_below(nodes: &mut Vec<Node>, from: &Node, below: &[&Trail]) {
    let mut later: Vec<Node> = Vec::new();
    for line in below {
        let Some(at) = interpolate(line, Property::X, from.at.x) else { continue };
        let (mut first, mut last) = (false, false);
        for piece in &line.pieces {
            let (Some(a), Some(b)) = (line.node(piece.start), line.node(piece.end)) else { continue };
            let (low, high) = (a.at.x.min(b.at.x), a.at.x.max(b.at.x));
            if at.x >= low - 1e-6 && at.x <= high + 1e-6 {
                (first, last) = (at.x == a.at.x, at.x == b.at.x);
                break;
            }
        }
        if first && last {
            continue;
        }
        let node = Node { at, ..Node::default() };
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

/// A straight line at a pixel of the value axis, as long as the pieces of another line.
fn beside(own: &Trail, pixel: f64, horizontal: bool) -> Vec<Node> {
    let at = |node: &Node| {
        let at = if horizontal { Point::new(pixel, node.at.y) } else { Point::new(node.at.x, pixel) };
        Node { at, ..Node::default() }
    };
    let ends = own.pieces.iter().flat_map(|piece| [own.node(piece.start), own.node(piece.end)]);
    ends.flatten().map(at).collect()
}

fn stroked(drawn: &Drawn, style: &LineStyle) -> Option<Item> {
    let stroke = style.segment.as_ref().unwrap_or(&style.stroke);
    if drawn.trail.nodes.is_empty() || style.stroke.width <= 0.0 || stroke.color.alpha == 0 {
        return None;
    }
    let mut pen = Pen::default();
    let mut closes = drawn.trail.looped;
    for piece in &drawn.trail.pieces {
        let joining = Joining { within: Some(drawn.within), ..Joining::default() };
        closes &= drawn.trail.draw(&mut pen, *piece, joining);
    }
    if closes {
        pen.close();
    }
    let shape = Shape { outline: Outline::Path(pen.finish()), fill: None, stroke: Some(stroke.clone()) };
    Some(Item::Shape(shape))
}

/// First and last value that lie between given ends, and one more at each.
fn shown(set: &Dataset, (min, max): (Option<f64>, Option<f64>)) -> (usize, usize) {
    let last = set.values.len().saturating_sub(1);
    let places: Vec<f64> = set.values.iter().map(|value| value.index.unwrap_or(f64::NAN)).collect();
    let sorted = places.iter().all(|at| at.is_finite()) && places.is_sorted();
    if !sorted || places.is_empty() {
        return (0, last);
    }
    let start = min.map_or(0, |min| {
        places.partition_point(|at| *at < min).saturating_sub(1).min(last.saturating_sub(1))
    });
    let end = max.map_or(last, |max| places.partition_point(|at| *at <= max).max(1).min(last));
    (start, end.max(start))
}
