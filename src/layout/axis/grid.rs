//! The grid lines, tick marks and border of an axis (Chart.js 4.6.1, `_computeGridLineItems`).

use crate::chart::{LayoutPosition, Scale};
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::layout::context::LayoutContext;
use crate::scale::align_to_device_pixel;
use crate::scene::{Geometry, Item, Join, Paint, Shape, Stroke};

use super::axis_box::{AxisBox, AxisBoxes};

/// The default miter limit of an HTML canvas.
const CANVAS_MITER_LIMIT: f64 = 10.0;
/// Grid lines at most this many pixels beyond the ends of the axis are still drawn.
const EPSILON: f64 = 1e-6;

/// The coordinates of an axis's lines perpendicular to the axis.
struct LineSpans {
    /// Coordinate of the axis border.
    border: f64,
    /// Start and end of the grid lines.
    grid: (f64, f64),
    /// Start and end of the tick marks.
    mark: (f64, f64),
}

impl AxisBox<'_> {
    /// Returns the start and end coordinates of grid lines and tick marks, and the coordinate of the border.
    fn line_spans(&self, plot: Edges, axes: &AxisBoxes, ratio: f64) -> LineSpans {
        let border = &self.axis.border;
        let width = if border.display { border.width } else { 0.0 };
        let half = width / 2.0;
        let align = |pixel: f64| align_to_device_pixel(pixel, width, ratio);
        let length = self.mark_length();
        let own = self.edges;
        let inner = |position: LayoutPosition| match position {
            LayoutPosition::AxisValue(axis, value) => {
                axes.get(axis).map_or(0.0, |axis| axis.pixel_for_value(value))
            }
            _ if self.axis.horizontal => (plot.top + plot.bottom) / 2.0 + 0.5,
            _ => (plot.left + plot.right) / 2.0,
        };
        match (self.axis.position, self.axis.horizontal) {
            (LayoutPosition::Top, _) => {
                let line = align(own.bottom);
                let from = align(plot.top) + half;
                LineSpans {
                    border: line,
                    grid: (from, plot.bottom),
                    mark: (own.bottom - length, line - half),
                }
            }
            (LayoutPosition::Bottom, _) => {
                let line = align(own.top);
                let to = align(plot.bottom) - half;
                LineSpans { border: line, grid: (plot.top, to), mark: (line + half, own.top + length) }
            }
            (LayoutPosition::Left, _) => {
                let line = align(own.right);
                let from = align(plot.left) + half;
                LineSpans { border: line, grid: (from, plot.right), mark: (own.right - length, line - half) }
            }
            (LayoutPosition::Right, _) => {
                let line = align(own.left);
                let to = align(plot.right) - half;
                LineSpans { border: line, grid: (plot.left, to), mark: (line + half, own.left + length) }
            }
            (position, true) => {
                let line = align(inner(position));
                LineSpans {
                    border: line,
                    grid: (plot.top, plot.bottom),
                    mark: (line + half, line + half + length),
                }
            }
            (position, false) => {
                let line = align(inner(position));
                LineSpans {
                    border: line,
                    grid: (plot.left, plot.right),
                    mark: (line - half, line - half - length),
                }
            }
        }
    }

    /// Returns the pixel of a grid line along the axis; `None` beyond the ends of the axis.
    fn grid_line_pixel(&self, index: usize) -> Option<f64> {
        let count = self.ticks.len();
        let valid = index.min(count.saturating_sub(1));
        let at = self.pixel_for_tick(valid);
        if !self.axis.grid.offset {
            return Some(at);
        }
        let (start, end) = (self.pixels.start, self.pixels.start + self.pixels.length);
        let offset = match (count, index) {
            _ if self.follows_version_2() => self.half_category(),
            (1, _) => (at - start).max(end - at),
            (_, 0) => (self.pixel_for_tick(1) - at) / 2.0,
            _ => (at - self.pixel_for_tick(valid.saturating_sub(1))) / 2.0,
        };
        let at = if valid < index { at + offset } else { at - offset };
        (at >= start - EPSILON && at <= end + EPSILON).then_some(at)
    }

    /// Returns the index that selects the alternating style of a tick or grid line: the tick's index before
    /// skipping.
    pub(super) fn style_index(&self, index: usize) -> usize {
        if self.follows_version_2() {
            return self.listed_position(index);
        }
        self.ticks.get(index).and_then(|tick| tick.original_index).unwrap_or(index)
    }

    /// Draws the background, the grid lines and the tick marks.
    pub(in crate::layout) fn draw_grid(
        &self,
        plot: Edges,
        axes: &AxisBoxes,
        context: &LayoutContext,
    ) -> Vec<Item> {
        let grid = &self.axis.grid;
        let mut items = Vec::new();
        if let Some(paint) = &self.axis.background {
            let own = self.edges;
            let area = Rect::from_edges(own.left, own.top, own.right, own.bottom);
            items.push(Shape::filled_rect(area, paint.clone()));
        }
        let zero = self.draw_zero_line(plot, context);
        if !grid.display || self.visible_value_labels(axes, context).is_some() {
            items.extend(zero);
            return items;
        }
        let spans = self.line_spans(plot, axes, context.chart.pixel_ratio);
        let count = self.ticks.len() + usize::from(grid.offset);
        let limit = self.axis.tick_labels.max_ticks_limit;
        let limit = limit.filter(|limit| *limit > 0 && !self.follows_version_2()).unwrap_or(count.max(1));
        // Lines of many ticks may share a pixel and darken it; explicit ticks are far enough apart to be
        // merged.
        let merge_lines = self.explicit_ticks().is_some();
        // The line has its own style only if all lines are at ticks, or those of bars between them.
        let zero_line = grid.zero_line.as_ref().filter(|_| self.axis.offset == grid.offset);
        let zero_index = zero_line.and_then(|_| self.zero_line_index());
        for index in (0..count).step_by(count.div_ceil(limit).max(1)) {
            let Some(at) = self.grid_line_pixel(index) else { continue };
            let style_index = self.style_index(index);
            let styles = if index < self.ticks.len() {
                [grid.lines.get(style_index), grid.tick_marks.get(style_index)]
            } else {
                let Some([line, mark]) = &grid.closing_line else { continue };
                [line, mark]
            };
            let [(paint, width), mark] = styles;
            let own_line = zero_line.filter(|_| Some(index) == zero_index);
            let (paint, width) = own_line.map_or((paint, *width), |line| (&line.paint, line.width));
            let mark = own_line.map_or((&mark.0, mark.1), |line| (&line.paint, line.width));
            let at = align_to_device_pixel(at, width, context.chart.pixel_ratio);
            if grid.draw_on_chart_area {
                let dash = self.axis.border.dashes.get(style_index);
                let dash =
                    own_line.map_or((&dash.lengths, dash.offset), |line| (&line.dash, line.dash_offset));
                let stroke = canvas_stroke(paint, width, dash.0, dash.1);
                match self.cross_line(at, spans.grid.0, spans.grid.1, stroke) {
                    Some(line) if merge_lines => merge_line(&mut items, line),
                    line => items.extend(line),
                }
            }
            if grid.draw_ticks {
                let dash = grid.tick_dashes.get(style_index);
                let stroke = canvas_stroke(mark.0, mark.1, &dash.lengths, dash.offset);
                items.extend(self.cross_line(at, spans.mark.0, spans.mark.1, stroke));
            }
        }
        items.extend(zero);
        items
    }

    /// Draws a line across the axis at a pixel along it.
    fn cross_line(&self, at: f64, from: f64, to: f64, stroke: Stroke) -> Option<Item> {
        if !stroke.is_visible() || !at.is_finite() {
            return None;
        }
        let point =
            |across: f64| if self.axis.horizontal { Point::new(at, across) } else { Point::new(across, at) };
        Some(Shape::polyline([point(from), point(to)], stroke))
    }

    /// Draws the axis border.
    pub(in crate::layout) fn draw_border(
        &self,
        plot: Edges,
        axes: &AxisBoxes,
        context: &LayoutContext,
    ) -> Option<Item> {
        let border = &self.axis.border;
        if !border.display || border.width <= 0.0 || !border.paint.is_visible() {
            return None;
        }
        let ratio = context.chart.pixel_ratio;
        let spans = self.line_spans(plot, axes, ratio);
        let last = self.axis.grid.lines.get(0).1;
        let (start, end) = if self.axis.horizontal {
            (self.edges.left, self.edges.right)
        } else {
            (self.edges.top, self.edges.bottom)
        };
        let start = align_to_device_pixel(start, border.width, ratio) - border.width / 2.0;
        let end = align_to_device_pixel(end, last, ratio) + last / 2.0;
        // Chart.js has no border coordinate for a category axis without ticks.
        if matches!(self.axis.scale, Scale::Category { .. }) && !spans.border.is_finite() {
            return None;
        }
        let ends = if self.axis.horizontal {
            [Point::new(start, spans.border), Point::new(end, spans.border)]
        } else {
            [Point::new(spans.border, start), Point::new(spans.border, end)]
        };
        Some(Shape::polyline(ends, canvas_stroke(&border.paint, border.width, &[], 0.0)))
    }
}

/// Appends a line to the path of the previous one if both have the same stroke.
fn merge_line(items: &mut Vec<Item>, line: Item) {
    match (items.last_mut(), line) {
        (
            Some(Item::Shape(Shape { geometry: Geometry::Path(path), fill: None, stroke: before })),
            Item::Shape(Shape { geometry: Geometry::Path(more), fill: None, stroke }),
        ) if *before == stroke => path.extend(more),
        (_, line) => items.push(line),
    }
}

/// Returns a stroke with the defaults of an HTML canvas.
fn canvas_stroke(paint: &Paint, width: f64, dash: &[f64], dash_offset: f64) -> Stroke {
    let join = Join::Miter(CANVAS_MITER_LIMIT);
    Stroke { dash: dash.to_vec(), dash_offset, join, ..Stroke::solid(paint.clone(), width) }
}
