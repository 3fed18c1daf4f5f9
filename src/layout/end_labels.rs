//! Labels at the ends of datasets, instead of a legend.

use crate::chart::{AxisId, AxisPair, Dataset, EndLabel};
use crate::geometry::Point;
use crate::scene::{Item, Text};

use super::card::label_background;
use super::chart_layout::ChartLayout;
use super::dodge::{Interval, dodge_intervals};
use super::end_label_size::END_LABEL_GAP;

/// A label and the data point it belongs to.
struct PlacedEndLabel<'a> {
    label: &'a EndLabel,
    end: Point,
    value_axis: AxisId,
}

impl PlacedEndLabel<'_> {
    fn text_left(&self) -> f64 {
        self.end.x + self.label.font.style.size * END_LABEL_GAP
    }
}

impl ChartLayout<'_> {
    fn placed_end_labels(&self) -> Vec<PlacedEndLabel<'_>> {
        let is_shown = |set: &&Dataset| set.visible && self.context.visible_parts.end_labels;
        let place = |set| self.place_end_label(set);
        self.context.chart.datasets.iter().filter(is_shown).filter_map(place).collect()
    }

    fn place_end_label<'d>(&self, set: &'d Dataset) -> Option<PlacedEndLabel<'d>> {
        let (label, AxisPair { index_axis, value_axis }) = (set.end_label.as_ref()?, set.axes?);
        let last = set.data.iter().rev().find_map(|point| point.index.zip(point.value))?;
        let end = Point::new(
            self.axes.get(index_axis)?.pixel_for_value(last.0),
            self.axes.get(value_axis)?.pixel_for_value(last.1),
        );
        Some(PlacedEndLabel { label, end, value_axis })
    }

    /// Returns the width that the labels need to the right of the plot: a label moves with the end of its
    /// dataset if the plot gets narrower.
    pub(super) fn required_gutter_width(&self) -> f64 {
        let plot = self.plot;
        let needed = |placed: &PlacedEndLabel| {
            let width = self.context.fonts.text_width(&placed.label.text, placed.label.font.style);
            let fraction = (placed.end.x - plot.left) / plot.width();
            let max_width = plot.width() - (placed.text_left() - placed.end.x) - width;
            if fraction > 0.0 { plot.width() - max_width / fraction } else { 0.0 }
        };
        self.placed_end_labels().iter().map(needed).fold(0.0, f64::max).min(plot.width().max(0.0))
    }

    /// Draws the labels to the right of their data points, moved up or down if two would overlap. Each has a
    /// background that covers the lines below it.
    pub(super) fn draw_end_labels(&self) -> Vec<Item> {
        let placed = self.placed_end_labels();
        let style = |placed: &PlacedEndLabel| placed.label.font.style;
        let lines: Vec<_> = placed
            .iter()
            .map(|placed| self.context.fonts.measure_line(&placed.label.text, style(placed)))
            .collect();
        let spans: Vec<_> = placed
            .iter()
            .zip(&lines)
            .map(|(placed, line)| (placed.text_left(), placed.text_left() + line.width, style(placed).size))
            .collect();
        let clash = |a: usize, b: usize| match (spans.get(a), spans.get(b)) {
            (Some(a), Some(b)) => a.0 < b.1 + b.2 && b.0 < a.1 + a.2,
            _ => false,
        };
        let interval = |placed: &PlacedEndLabel| Interval {
            middle: placed.end.y,
            length: placed.label.font.line_height,
        };
        let mut intervals: Vec<_> = placed.iter().map(interval).collect();
        let size = placed.iter().map(|placed| style(placed).size).fold(0.0, f64::max);
        let tops = placed.iter().filter_map(|placed| Some(self.axes.get(placed.value_axis)?.panel_top()));
        let top = tops.fold(f64::INFINITY, f64::min);
        dodge_intervals(&mut intervals, top - size * 0.15, self.plot.bottom + size * 0.2, clash);
        let mut items = Vec::new();
        let mut texts = Vec::new();
        for ((placed, line), interval) in placed.iter().zip(lines).zip(intervals) {
            let style = style(placed);
            let origin = Point::new(placed.text_left(), interval.middle + style.half_cap_height());
            let text = Text { origin, style, paint: placed.label.color.into(), stroke: None, line };
            items.extend(
                self.context.chart.background.as_ref().map(|card| label_background(&text, card.color)),
            );
            texts.push(Item::Text(text));
        }
        items.extend(texts);
        items
    }
}
