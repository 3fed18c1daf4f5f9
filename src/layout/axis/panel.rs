//! Elements in the panel of an axis besides its ticks: the caption, the zero line and the value labels of
//! bars.

use crate::chart::{Font, ValueLabel, ValueLabels};
use crate::geometry::Point;
use crate::layout::boxes::Edges;
use crate::scale::align_to_device_pixel;
use crate::scene::{Item, Shape, Text};

use super::axis_box::{AxisBox, AxisBoxes};
use crate::layout::context::LayoutContext;

/// Distance between the end of a bar and its value label, as a fraction of the font size.
const VALUE_GAP: f64 = 0.25;
/// Distance between two value labels side by side, as a fraction of the font size.
const VALUE_SPACING: f64 = 0.2;
/// Space below a caption, as a fraction of its line height.
const CAPTION_SPACE: f64 = 0.3;
/// Each inset takes at most this fraction of a panel.
const MAX_INSET_SHARE: f64 = 1.0 / 3.0;

impl AxisBox<'_> {
    /// Returns true if the axis has visible labels, and with them its caption and value labels.
    pub(super) fn has_labels(&self, context: &LayoutContext) -> bool {
        self.axis.tick_labels.display && context.visible_parts.is_visible(self.axis.tick_labels.drop_priority)
    }

    /// Height of the caption, or 0 if it is hidden.
    pub(super) fn visible_caption_height(&self, context: &LayoutContext) -> f64 {
        let caption = self.axis.caption.as_ref().filter(|_| self.has_labels(context));
        caption.map_or(0.0, |caption| caption.height)
    }

    /// Returns the pixels reserved before the smallest and after the greatest value, for an axis of this
    /// length.
    pub(super) fn value_insets(&self, length: f64) -> (f64, f64) {
        let max_inset = (length - self.caption_space).max(0.0) * MAX_INSET_SHARE;
        let (before, after) = self.axis.inset;
        (before.min(max_inset), self.caption_space.min(length.max(0.0)) + after.min(max_inset))
    }

    /// Draws the line at zero.
    pub(in crate::layout) fn draw_zero_line(&self, plot: Edges, context: &LayoutContext) -> Option<Item> {
        let stroke = self.axis.zero_line.clone()?;
        let at = align_to_device_pixel(self.pixel_for_value(0.0), stroke.width, context.chart.pixel_ratio);
        let ends = if self.axis.horizontal {
            [Point::new(at, plot.top), Point::new(at, plot.bottom)]
        } else {
            [Point::new(plot.left, at), Point::new(plot.right, at)]
        };
        Some(Shape::polyline(ends, stroke))
    }

    /// Returns the y coordinate of the top of the panel, below the caption.
    pub(in crate::layout) fn panel_top(&self) -> f64 {
        self.edges.top + self.caption_space
    }

    /// Returns the baseline for a line of text over the panel; a caption's baseline is shared by all of them.
    pub(in crate::layout) fn baseline_over_panel(&self, font: Font) -> f64 {
        let font = self.axis.caption.as_ref().map_or(font, |caption| caption.font);
        self.panel_top() - font.line_height * CAPTION_SPACE - font.style.descent()
    }

    /// Returns the caption over the panel, aligned with the plot's left edge; `None` if it would reach beyond
    /// `end`.
    pub(in crate::layout) fn caption_text(
        &self,
        plot: Edges,
        end: f64,
        context: &LayoutContext,
    ) -> Option<Text> {
        let caption = self.axis.caption.as_ref().filter(|_| self.has_labels(context))?;
        let style = caption.font.style;
        let (_, line) = context.fonts.fit_to_width(&caption.text, style, plot.width().max(0.0));
        let at = Point::new(plot.left, self.baseline_over_panel(caption.font));
        let text = Text { origin: at, style, paint: caption.color.into(), stroke: None, line };
        (plot.left + text.line.width < end).then_some(text)
    }

    /// Returns the value labels if all of them fit.
    pub(super) fn visible_value_labels(
        &self,
        axes: &AxisBoxes,
        context: &LayoutContext,
    ) -> Option<&ValueLabels> {
        let values = self.axis.value_labels.as_ref().filter(|values| !values.labels.is_empty())?;
        let (before, after) = self.axis.inset;
        let is_unclipped = self.value_insets(self.edges.height()) == (before, self.caption_space + after);
        let across = axes.get(values.cross_axis)?;
        (is_unclipped && self.has_labels(context) && value_labels_fit(values, across, context))
            .then_some(values)
    }

    /// Returns the value labels, placed beyond their values.
    pub(in crate::layout) fn value_texts(&self, axes: &AxisBoxes, context: &LayoutContext) -> Vec<Text> {
        let Some(values) = self.visible_value_labels(axes, context) else { return Vec::new() };
        let Some(across) = axes.get(values.cross_axis) else { return Vec::new() };
        let style = values.font.style;
        let gap = style.size * VALUE_GAP;
        let text = |label: &ValueLabel| {
            let line = context.fonts.measure_line(&label.text, style);
            let end = self.pixel_for_value(label.value);
            let up = end - gap - style.descent() * 0.4;
            let baseline = if label.value >= 0.0 { up } else { end + gap + style.cap_height() };
            let at = Point::new(across.pixel_for_value(label.cross_value) - line.width / 2.0, baseline);
            Text { origin: at, style, paint: values.color.into(), stroke: None, line }
        };
        values.labels.iter().map(text).collect()
    }
}

/// Returns true if the labels above zero do not overlap each other, and neither do those below zero.
fn value_labels_fit(values: &ValueLabels, across: &AxisBox, context: &LayoutContext) -> bool {
    let style = values.font.style;
    let span = |label: &ValueLabel| {
        (
            across.pixel_for_value(label.cross_value),
            context.fonts.text_width(&label.text, style),
            label.value >= 0.0,
        )
    };
    let mut labels: Vec<_> = values.labels.iter().map(span).collect();
    labels.sort_by(|a, b| a.2.cmp(&b.2).then(a.0.total_cmp(&b.0)));
    labels.windows(2).all(|pair| {
        let [a, b] = pair else { return true };
        a.2 != b.2 || b.0 - a.0 >= (a.1 + b.1) / 2.0 + style.size * VALUE_SPACING
    })
}
