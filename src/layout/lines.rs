//! Lines and points on their axes (Chart.js 4.6.1, the line and radar controllers).

use crate::chart::{
    AxisPair, Dataset, DatasetId, IdList, Indexable, Interpolation, Line, LineStyle, Mark, PointSymbols,
    Radar, SegmentStyle, SpanGaps,
};
use crate::geometry::Point;
use crate::mark::{
    LineNode, LineSegment, PathBuilder, PathJoin, Polyline, PolylineOptions, StackedValues, symbol_item,
};
use crate::scene::{Geometry, Item, Shape, Stroke};

use super::boxes::Edges;
use super::painter::Painter;

/// A dataset's line in pixels.
pub(super) struct PlacedLine {
    pub(super) polyline: Polyline,
    /// First and last data index that are drawn.
    drawn_range: (usize, usize),
}

/// The line of each dataset; `None` for one without a line.
pub(super) type PlacedLines = IdList<DatasetId, Option<PlacedLine>>;

/// Coordinates of a value without a position.
const NO_POINT: Point = Point { x: f64::NAN, y: f64::NAN };

impl Painter<'_> {
    /// Computes the lines of all line and radar datasets.
    pub(super) fn place_lines(&self, stacks: &StackedValues) -> PlacedLines {
        self.chart.datasets.map(|dataset, set| match &set.mark {
            Mark::Line(line) => self.place_cartesian_line(dataset, set, line, stacks),
            Mark::Radar(radar) => self.place_radar_line(set, radar),
            _ => None,
        })
    }

    pub(super) fn plot_sides(&self) -> [f64; 4] {
        [self.plot.left, self.plot.top, self.plot.right, self.plot.bottom]
    }

    fn place_cartesian_line(
        &self,
        dataset: DatasetId,
        set: &Dataset,
        line: &Line,
        stacks: &StackedValues,
    ) -> Option<PlacedLine> {
        let AxisPair { index_axis, value_axis } = set.axes?;
        let (index, value) = (self.resolved_axes.get(index_axis)?, self.resolved_axes.get(value_axis)?);
        let drawn_range = visible_value_range(set, index.explicit_ends.0, index.explicit_ends.1);
        let max_gap = match line.style.as_ref().map(|line| line.span_gaps) {
            Some(SpanGaps::Within(gap)) => gap,
            _ => f64::INFINITY,
        };
        let base = value.base_pixel();
        // Bubbles are drawn at their own values, although the axis range includes their sums.
        let is_bubble = !line.points.radii.is_empty();
        let mut nodes = Vec::with_capacity(set.data.len());
        let mut before: Option<f64> = None;
        for (data_index, point) in set.data.iter().enumerate() {
            if data_index < drawn_range.0 || data_index > drawn_range.1 {
                nodes.push(LineNode { position: NO_POINT, skip: true, ..LineNode::default() });
                continue;
            }
            let along = point.index.map_or(f64::NAN, |value| index.pixel_for_value(value));
            let across = point.value.map_or(base, |size| {
                let stacked_end = || stacks.stacked_end(dataset, point.index.unwrap_or(f64::NAN), size, true);
                value.pixel_for_value(if is_bubble { size } else { stacked_end() })
            });
            let position =
                if index.horizontal { Point::new(along, across) } else { Point::new(across, along) };
            let gap_before =
                before.zip(point.index).is_some_and(|(before, value)| (value - before).abs() > max_gap);
            let skip = !along.is_finite() || !across.is_finite() || point.value.is_none();
            nodes.push(LineNode { position, skip, gap_before, ..LineNode::default() });
            before = point.index;
        }
        let style = line.style.as_ref();
        let options = PolylineOptions {
            interpolation: style.map_or(Interpolation::Straight, |style| style.interpolation),
            span_gaps: style.is_some_and(|style| style.span_gaps == SpanGaps::Span),
            cap_bezier_points: style.is_some_and(|style| style.cap_bezier_points),
            plot: self.plot_sides(),
            vertical: !index.horizontal,
            closed: false,
            full_loop: false,
            keep_all_points: line.decimated || style.is_some_and(|style| !style.stroke.dash.is_empty()),
        };
        Some(PlacedLine { polyline: styled_polyline(nodes, options, style), drawn_range })
    }

    fn place_radar_line(&self, set: &Dataset, radar: &Radar) -> Option<PlacedLine> {
        let radial = self.radials.get(radar.radial_axis?)?;
        let node = |(index, value): (usize, &crate::chart::DataPoint)| {
            let distance = value.value.map_or(f64::NAN, |value| radial.value_radius(value));
            let (at, angle) = radial.point_at(index, distance, 0.0);
            LineNode {
                position: at,
                angle,
                skip: !at.x.is_finite() || !at.y.is_finite(),
                ..LineNode::default()
            }
        };
        let nodes: Vec<LineNode> = set.data.iter().enumerate().map(node).collect();
        let drawn_range = (0, nodes.len().saturating_sub(1));
        let options = PolylineOptions {
            interpolation: radar.style.interpolation,
            span_gaps: radar.style.span_gaps == SpanGaps::Span,
            cap_bezier_points: radar.style.cap_bezier_points,
            plot: self.plot_sides(),
            vertical: false,
            closed: true,
            full_loop: radial.label_count() == nodes.len(),
            keep_all_points: !radar.style.stroke.dash.is_empty(),
        };
        Some(PlacedLine { polyline: styled_polyline(nodes, options, Some(&radar.style)), drawn_range })
    }

    pub(super) fn line_style(&self, dataset: DatasetId) -> Option<&LineStyle> {
        match &self.chart.datasets.get(dataset)?.mark {
            Mark::Line(Line { style: Some(line), .. }) | Mark::Radar(Radar { style: line, .. }) => Some(line),
            _ => None,
        }
    }

    /// Draws the line, then its points.
    pub(super) fn draw_line_and_points(&self, dataset: DatasetId, lines: &PlacedLines) -> Vec<Item> {
        let Some(drawn) = lines.get(dataset).and_then(Option::as_ref) else { return Vec::new() };
        let mut items = Vec::new();
        if let Some(style) = self.line_style(dataset) {
            items.extend(stroke_line(drawn, style));
        }
        let points = match self.chart.datasets.get(dataset).map(|set| &set.mark) {
            Some(Mark::Line(line)) => &line.points,
            Some(Mark::Radar(radar)) => &radar.points,
            _ => return items,
        };
        let (first, last) = drawn.drawn_range;
        let nodes = drawn.polyline.nodes.iter().enumerate().take(last + 1).skip(first);
        items.extend(nodes.filter_map(|(index, node)| self.draw_point(points, index, node)));
        items
    }

    fn draw_point(&self, points: &PointSymbols, index: usize, node: &LineNode) -> Option<Item> {
        let style = points.styles.get(index);
        let radius = points.radii.get(index).copied().unwrap_or(style.radius);
        if node.skip || radius < 0.1 {
            return None;
        }
        let margin = radius.max(style.hover_radius) + style.stroke.width;
        let Edges { left, top, right, bottom } = self.plot;
        let Point { x, y } = node.position;
        let inside = x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
        if inside { symbol_item(style, radius, node.position) } else { None }
    }
}

/// Creates a line, divided where the style of its segments changes.
fn styled_polyline(nodes: Vec<LineNode>, options: PolylineOptions, style: Option<&LineStyle>) -> Polyline {
    let mut line = Polyline::new(nodes, options);
    let styles = style.and_then(|style| Some((style.segments.as_ref()?, style.span_gaps)));
    if let Some((segments, span_gaps)) = styles {
        line.split_by_style(segments, span_gaps != SpanGaps::Break);
    }
    line
}

/// Returns the stroked line; empty if it is invisible.
fn stroke_line(drawn: &PlacedLine, style: &LineStyle) -> Vec<Item> {
    if drawn.polyline.nodes.is_empty() || style.stroke.width <= 0.0 {
        return Vec::new();
    }
    match &style.segments {
        Some(segments) => stroke_segments(drawn, &style.stroke, segments),
        None if style.stroke.paint.is_visible() => vec![stroke_as_one(drawn, &style.stroke)],
        None => Vec::new(),
    }
}

/// Returns the segments of a line, each in its own style.
fn stroke_segments(drawn: &PlacedLine, stroke: &Stroke, styles: &Indexable<SegmentStyle>) -> Vec<Item> {
    let stroke_one = |segment: &LineSegment| {
        let stroke = segment.style.map_or(stroke, |index| &styles.get(index).stroke);
        if !stroke.is_visible() {
            return None;
        }
        let mut pen = PathBuilder::default();
        let joining = PathJoin { index_range: Some(drawn.drawn_range), ..PathJoin::default() };
        if drawn.polyline.draw_segment(&mut pen, *segment, joining) {
            pen.close();
        }
        let geometry = Geometry::Path(pen.into_path());
        Some(Item::Shape(Shape { geometry, fill: None, stroke: Some(stroke.clone()) }))
    };
    drawn.polyline.segments.iter().filter_map(stroke_one).collect()
}

/// Returns the line as one path.
fn stroke_as_one(drawn: &PlacedLine, stroke: &Stroke) -> Item {
    let mut pen = PathBuilder::default();
    let mut closes = drawn.polyline.closed;
    for piece in &drawn.polyline.segments {
        let joining = PathJoin { index_range: Some(drawn.drawn_range), ..PathJoin::default() };
        closes &= drawn.polyline.draw_segment(&mut pen, *piece, joining);
    }
    if closes {
        pen.close();
    }
    let geometry = Geometry::Path(pen.into_path());
    Item::Shape(Shape { geometry, fill: None, stroke: Some(stroke.clone()) })
}

/// Returns the first and last value between the configured limits, and one more at each end.
fn visible_value_range(set: &Dataset, min: Option<f64>, max: Option<f64>) -> (usize, usize) {
    let last = set.data.len().saturating_sub(1);
    let positions: Vec<f64> = set.data.iter().map(|value| value.index.unwrap_or(f64::NAN)).collect();
    let sorted = positions.iter().all(|at| at.is_finite()) && positions.is_sorted();
    if !sorted || positions.is_empty() {
        return (0, last);
    }
    let start = min.map_or(0, |min| {
        positions.partition_point(|at| *at < min).saturating_sub(1).min(last.saturating_sub(1))
    });
    let end = max.map_or(last, |max| positions.partition_point(|at| *at <= max).max(1).min(last));
    (start, end.max(start))
}
