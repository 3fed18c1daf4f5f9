//! Axes with explicit ticks. The labels that fit are selected when the axis is drawn.

use crate::chart::{ExplicitTick, Scale};
use crate::font::MeasuredLine;
use crate::geometry::Point;
use crate::layout::boxes::RequiredSpace;
use crate::scale::{DataRange, Normalizer, Tick};
use crate::scene::{Item, Text};

use super::axis_box::AxisBox;
use super::label_thinning::{LabelSpan, visible_labels};
use crate::layout::context::LayoutContext;

/// Minimum distance between neighbouring labels, as a fraction of the font size.
const NEIGHBOUR_GAP: f64 = 0.35;

impl AxisBox<'_> {
    /// Returns the explicit ticks; `None` for other scales.
    pub(super) fn explicit_ticks(&self) -> Option<&[ExplicitTick]> {
        match &self.axis.scale {
            Scale::Explicit(ticks) => Some(ticks),
            _ => None,
        }
    }

    /// Computes the required space of an axis with explicit ticks.
    pub(super) fn fit_explicit_ticks(&mut self, context: &LayoutContext) -> RequiredSpace {
        if self.range_with_grace.is_none() {
            let limits = self.axis.limits;
            let range = DataRange { min: limits.min.unwrap_or(0.0), max: limits.max.unwrap_or(1.0) };
            self.set_range(range);
            self.range_with_grace = Some(range);
            let ticks = self.explicit_ticks().unwrap_or_default();
            let tick = |explicit: &ExplicitTick| Tick {
                value: explicit.value,
                major: explicit.major,
                label: explicit.label.clone(),
                ..Tick::default()
            };
            self.ticks = ticks.iter().map(tick).collect();
            self.label_sizes = self.measure_labels(context);
        }
        self.caption_space = self.visible_caption_height(context);
        self.update_pixels();
        self.fit_size(context)
    }

    /// Returns the mapping from values to fractions; the only value of an empty range is in the middle.
    pub(super) fn explicit_normalizer(&self) -> Normalizer {
        let range = self.max - self.min;
        if range == 0.0 {
            return Normalizer::Linear { start: self.min - 0.5, range: 1.0 };
        }
        Normalizer::Linear { start: self.min, range }
    }

    /// Draws the labels that fit.
    pub(super) fn draw_explicit_labels(&self, context: &LayoutContext) -> Vec<Item> {
        if self.axis.horizontal {
            self.draw_horizontal_labels(context)
        } else {
            self.draw_vertical_labels(context)
        }
    }

    fn draw_vertical_labels(&self, context: &LayoutContext) -> Vec<Item> {
        let font = self.tick_font(0);
        let span = |tick: &Tick| LabelSpan {
            middle: self.pixel_for_value(tick.value),
            rows: vec![font.line_height],
            major: tick.major,
        };
        let spans: Vec<_> = self.ticks.iter().map(span).collect();
        let right = self.edges.right - self.mark_length() - self.axis.tick_labels.padding;
        let mut items = Vec::new();
        for index in visible_labels(&spans, 0.0) {
            let (Some(tick), Some(span)) = (self.ticks.get(index), spans.get(index)) else { continue };
            let line = context.fonts.measure_line(&tick.label.join(" "), font.style);
            let origin = Point::new(right - line.width, span.middle + font.style.half_cap_height());
            items.push(self.label_text(index, origin, line));
        }
        items
    }

    /// Draws each label centered under its tick, moved inside the padding of the picture if it would
    /// overflow.
    fn draw_horizontal_labels(&self, context: &LayoutContext) -> Vec<Item> {
        let font = self.tick_font(0);
        let gap = font.style.size * NEIGHBOUR_GAP;
        let measure = |label: &[String]| -> Vec<MeasuredLine> {
            label.iter().map(|line| context.fonts.measure_line(line, font.style)).collect()
        };
        let explicit = self.explicit_ticks().unwrap_or_default();
        let mut labels: Vec<_> = explicit.iter().map(|tick| measure(&tick.label)).collect();
        let mut spans = self.label_spans(&labels, context);
        let mut shown = visible_labels(&spans, gap);
        if shown.len() < labels.len() {
            let thinned =
                explicit.iter().zip(&mut labels).filter(|(tick, _)| !tick.label_when_thinned.is_empty());
            thinned.for_each(|(tick, label)| *label = measure(&tick.label_when_thinned));
            spans = self.label_spans(&labels, context);
            shown = visible_labels(&spans, gap);
        }
        let top = self.edges.top + self.mark_length() + self.axis.tick_labels.padding + font.style.ascent();
        let max_width = context.chart.size.width - context.chart.padding.horizontal_total();
        let mut items = Vec::new();
        for index in shown {
            let (Some(span), Some(lines)) = (spans.get(index), labels.get(index)) else { continue };
            for (row, line) in lines.iter().enumerate().filter(|(_, line)| line.width <= max_width) {
                let origin = Point::new(span.middle - line.width / 2.0, top + row as f64 * font.line_height);
                items.push(self.label_text(index, origin, line.clone()));
            }
        }
        items
    }

    fn label_text(&self, index: usize, origin: Point, line: MeasuredLine) -> Item {
        let color = *self.axis.tick_labels.colors.get(index);
        Item::Text(Text { origin, style: self.tick_font(0).style, paint: color.into(), stroke: None, line })
    }

    /// Returns the pixel ranges of the labels. Labels at the edges are moved inside first, then compared with
    /// their neighbours.
    fn label_spans(&self, labels: &[Vec<MeasuredLine>], context: &LayoutContext) -> Vec<LabelSpan> {
        let padding = context.chart.padding;
        let (left, right) = (padding.left, context.chart.size.width - padding.right);
        let span = |(tick, lines): (&Tick, &Vec<MeasuredLine>)| {
            let rows: Vec<f64> = lines.iter().map(|line| line.width).collect();
            let half = rows.iter().fold(0.0, |widest: f64, row| widest.max(*row)).min(right - left) / 2.0;
            let middle = self.pixel_for_value(tick.value).min(right - half).max(left + half);
            LabelSpan { middle, rows, major: tick.major }
        };
        self.ticks.iter().zip(labels).map(span).collect()
    }
}
