//! The lines of an axis (Chart.js 4.6.1, `_computeGridLineItems`).

use crate::chart::{Position, Scale};
use crate::color::Color;
use crate::geometry::{Point, Rect};
use crate::layout::axis::Ground;
use crate::layout::boxes::Edges;
use crate::scale::aligned;
use crate::scene::{Item, Join, Outline, Shape, Stroke};

use super::AxisBox;

/// What a canvas takes where nothing is said.
const CANVAS_MITER_LIMIT: f64 = 10.0;
/// Grid lines this far beyond the ends are still drawn.
const EPSILON: f64 = 1e-6;

/// The lines of an axis before they have a place along it.
struct Across {
    /// Where the axis's own line is.
    border: f64,
    /// The ends of the lines across the plot.
    plot: (f64, f64),
    /// The ends of the marks at ticks.
    mark: (f64, f64),
}

impl AxisBox<'_> {
    /// The plot area on which its lines end, and where its own line is.
    fn across(&self, plot: Edges, others: &[AxisBox], ratio: f64) -> Across {
        let border = &self.axis.border;
        let width = if border.display { border.width } else { 0.0 };
        let half = width / 2.0;
        let align = |pixel: f64| aligned(pixel, width, ratio);
        let length = self.mark_length();
        let own = self.edges;
        let inner = |position: Position| match position {
            Position::At(axis, value) => others.get(axis).map_or(0.0, |axis| axis.pixel(value)),
            _ if self.axis.horizontal => (plot.top + plot.bottom) / 2.0 + 0.5,
            _ => (plot.left + plot.right) / 2.0,
        };
        match (self.axis.position, self.axis.horizontal) {
            (Position::Top, _) => {
                let line = align(own.bottom);
                let from = align(plot.top) + half;
                Across { border: line, plot: (from, plot.bottom), mark: (own.bottom - length, line - half) }
            }
            (Position::Bottom, _) => {
                let line = align(own.top);
                let to = align(plot.bottom) - half;
                Across { border: line, plot: (plot.top, to), mark: (line + half, own.top + length) }
            }
            (Position::Left, _) => {
                let line = align(own.right);
                let from = align(plot.left) + half;
                Across { border: line, plot: (from, plot.right), mark: (own.right - length, line - half) }
            }
            (Position::Right, _) => {
                let line = align(own.left);
                let to = align(plot.right) - half;
                Across { border: line, plot: (plot.left, to), mark: (line + half, own.left + length) }
            }
            (position, true) => {
                let line = align(inner(position));
                Across {
                    border: line,
                    plot: (plot.top, plot.bottom),
                    mark: (line + half, line + half + length),
                }
            }
            (position, false) => {
                let line = align(inner(position));
                Across {
                    border: line,
                    plot: (plot.left, plot.right),
                    mark: (line - half, line - half - length),
                }
            }
        }
    }

    /// Where a line stands along the axis; `None` beyond its ends.
    fn line_pixel(&self, index: usize) -> Option<f64> {
        let count = self.ticks.len();
        let valid = index.min(count.saturating_sub(1));
        let at = self.tick_pixel(valid);
        if !self.axis.grid.offset {
            return Some(at);
        }
        let (start, end) = (self.pixels.start, self.pixels.start + self.pixels.length);
        let offset = match (count, index) {
            (1, _) => (at - start).max(end - at),
            (_, 0) => (self.tick_pixel(1) - at) / 2.0,
            _ => (at - self.tick_pixel(valid.saturating_sub(1))) / 2.0,
        };
        let at = if valid < index { at + offset } else { at - offset };
        (at >= start - EPSILON && at <= end + EPSILON).then_some(at)
    }

    /// The place of a tick or a line of the grid by which styles alternate: the one before ticks were left out.
    pub(super) fn style_place(&self, index: usize) -> usize {
        self.ticks.get(index).and_then(|tick| tick.place).unwrap_or(index)
    }

    /// Background, lines across the plot and marks at ticks.
    pub(in crate::layout) fn grid(&self, plot: Edges, others: &[AxisBox], ground: &Ground) -> Vec<Item> {
        let grid = &self.axis.grid;
        let mut items = Vec::new();
        if let Some(color) = self.axis.background {
            let own = self.edges;
            items.push(Shape::rect(Rect::from_edges(own.left, own.top, own.right, own.bottom), color));
        }
        let zero = self.zero_line(plot, ground);
        if !grid.display || self.values(others, ground).is_some() {
            items.extend(zero);
            return items;
        }
        let across = self.across(plot, others, ground.chart.pixel_ratio);
        let count = self.ticks.len() + usize::from(grid.offset);
        let limit = self.axis.ticks.max_count.filter(|limit| *limit > 0).unwrap_or(count.max(1));
        // Lines of many ticks may share a pixel, which gets darker with each; given ones stand apart.
        let together = self.given().is_some();
        for index in (0..count).step_by(count.div_ceil(limit).max(1)) {
            let Some(at) = self.line_pixel(index) else { continue };
            let place = self.style_place(index);
            let look = if index < self.ticks.len() {
                [*grid.lines.get(place), *grid.tick_marks.get(place)]
            } else {
                let Some(last) = grid.last else { continue };
                last
            };
            let [(color, width), mark] = look;
            let at = aligned(at, width, ground.chart.pixel_ratio);
            let border = &self.axis.border;
            if grid.on_plot {
                let stroke = stroke((color, width), &border.dash, border.dash_offset);
                match self.line(at, across.plot, stroke) {
                    Some(line) if together => join(&mut items, line),
                    line => items.extend(line),
                }
            }
            if grid.draw_ticks {
                let stroke = stroke(mark, &grid.tick_dash, grid.tick_dash_offset);
                items.extend(self.line(at, across.mark, stroke));
            }
        }
        items.extend(zero);
        items
    }

    /// A line at a place along the axis.
    fn line(&self, at: f64, (from, to): (f64, f64), stroke: Stroke) -> Option<Item> {
        if stroke.width <= 0.0 || stroke.color.alpha == 0 || !at.is_finite() {
            return None;
        }
        let point =
            |across: f64| if self.axis.horizontal { Point::new(at, across) } else { Point::new(across, at) };
        Some(Shape::line([point(from), point(to)], stroke))
    }

    /// The axis's own line.
    pub(in crate::layout) fn border(&self, plot: Edges, others: &[AxisBox], ground: &Ground) -> Option<Item> {
        let border = &self.axis.border;
        if !border.display || border.width <= 0.0 || border.color.alpha == 0 {
            return None;
        }
        let ratio = ground.chart.pixel_ratio;
        let across = self.across(plot, others, ratio);
        let last = self.axis.grid.lines.get(0).1;
        let (start, end) = if self.axis.horizontal {
            (self.edges.left, self.edges.right)
        } else {
            (self.edges.top, self.edges.bottom)
        };
        let start = aligned(start, border.width, ratio) - border.width / 2.0;
        let end = aligned(end, last, ratio) + last / 2.0;
        // Without ticks Chart.js has computed no line to draw it on.
        if matches!(self.axis.scale, Scale::Category { .. }) && !across.border.is_finite() {
            return None;
        }
        let ends = if self.axis.horizontal {
            [Point::new(start, across.border), Point::new(end, across.border)]
        } else {
            [Point::new(across.border, start), Point::new(across.border, end)]
        };
        Some(Shape::line(ends, stroke((border.color, border.width), &[], 0.0)))
    }
}

/// Adds a line to the one before, where both look the same.
fn join(items: &mut Vec<Item>, line: Item) {
    match (items.last_mut(), line) {
        (
            Some(Item::Shape(Shape { outline: Outline::Path(path), fill: None, stroke: before })),
            Item::Shape(Shape { outline: Outline::Path(more), fill: None, stroke }),
        ) if *before == stroke => path.extend(more),
        (_, line) => items.push(line),
    }
}

/// A line as a canvas draws it.
fn stroke((color, width): (Color, f64), dash: &[f64], dash_offset: f64) -> Stroke {
    let join = Join::Miter(CANVAS_MITER_LIMIT);
    Stroke { dash: dash.to_vec(), dash_offset, join, ..Stroke::solid(color, width) }
}
