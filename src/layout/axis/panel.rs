//! What stands in the panel of an axis besides its ticks: a caption, a line at zero, numbers at the ends of bars.

use crate::chart::{Font, ValueLabel, ValueLabels};
use crate::geometry::Point;
use crate::layout::boxes::Edges;
use crate::scale::aligned;
use crate::scene::{Item, Shape, Text};

use super::{AxisBox, Ground};

/// Room between a bar's end and its number, as a share of the font size.
const VALUE_GAP: f64 = 0.25;
/// Room between two numbers side by side, as a share of the font size.
const APART: f64 = 0.2;
/// Room below a caption, as a share of its line height.
const CAPTION_SPACE: f64 = 0.3;
/// Of a panel each inset takes at most this share.
const MOST_INSET: f64 = 1.0 / 3.0;

impl AxisBox<'_> {
    /// Whether the axis has labels and what goes with them.
    pub(super) fn has_labels(&self, ground: &Ground) -> bool {
        self.axis.ticks.display && ground.shown.keeps(self.axis.ticks.gives_way)
    }

    /// Height of its caption, where that is shown.
    pub(super) fn caption_height(&self, ground: &Ground) -> f64 {
        let caption = self.axis.caption.as_ref().filter(|_| self.has_labels(ground));
        caption.map_or(0.0, |caption| caption.height)
    }

    /// Pixels kept free before its least and after its greatest value, of a length.
    pub(super) fn insets(&self, length: f64) -> (f64, f64) {
        let most = (length - self.head).max(0.0) * MOST_INSET;
        let (before, after) = self.axis.inset;
        (before.min(most), self.head.min(length.max(0.0)) + after.min(most))
    }

    /// The line at zero.
    pub(in crate::layout) fn zero_line(&self, plot: Edges, ground: &Ground) -> Option<Item> {
        let stroke = self.axis.zero_line.clone()?;
        let at = aligned(self.pixel(0.0), stroke.width, ground.chart.pixel_ratio);
        let ends = if self.axis.horizontal {
            [Point::new(at, plot.top), Point::new(at, plot.bottom)]
        } else {
            [Point::new(plot.left, at), Point::new(plot.right, at)]
        };
        Some(Shape::line(ends, stroke))
    }

    /// Where its panel begins, under its caption.
    pub(in crate::layout) fn panel_top(&self) -> f64 {
        self.edges.top + self.head
    }

    /// The baseline of a line of words over the panel: its caption's, where it has one.
    pub(in crate::layout) fn line_over_panel(&self, font: Font) -> f64 {
        let font = self.axis.caption.as_ref().map_or(font, |caption| caption.font);
        self.panel_top() - font.line_height * CAPTION_SPACE - font.style.descent()
    }

    /// The caption over the panel, flush with the plot's left edge; nothing where it would reach over `end`.
    pub(in crate::layout) fn caption(&self, plot: Edges, end: f64, ground: &Ground) -> Option<Text> {
        let caption = self.axis.caption.as_ref().filter(|_| self.has_labels(ground))?;
        let style = caption.font.style;
        let (_, line) = ground.fonts.fit(&caption.text, style, plot.width().max(0.0));
        let at = Point::new(plot.left, self.line_over_panel(caption.font));
        let text = Text { at, style, color: caption.color, outline: None, line };
        (plot.left + text.line.width < end).then_some(text)
    }

    /// Numbers at values, where all of them have room.
    pub(super) fn values(&self, others: &[AxisBox], ground: &Ground) -> Option<&ValueLabels> {
        let values = self.axis.values.as_ref().filter(|values| !values.labels.is_empty())?;
        let (before, after) = self.axis.inset;
        let whole = self.insets(self.edges.height()) == (before, self.head + after);
        let across = others.get(values.along)?;
        (whole && self.has_labels(ground) && apart(values, across, ground)).then_some(values)
    }

    /// The numbers beyond the values.
    pub(in crate::layout) fn value_texts(&self, others: &[AxisBox], ground: &Ground) -> Vec<Text> {
        let Some(values) = self.values(others, ground) else { return Vec::new() };
        let Some(across) = others.get(values.along) else { return Vec::new() };
        let style = values.font.style;
        let gap = style.size * VALUE_GAP;
        let text = |label: &ValueLabel| {
            let line = ground.fonts.line(&label.text, style);
            let end = self.pixel(label.value);
            let up = end - gap - style.descent() * 0.4;
            let baseline = if label.value >= 0.0 { up } else { end + gap + style.cap_height() };
            let at = Point::new(across.pixel(label.at) - line.width / 2.0, baseline);
            Text { at, style, color: values.color, outline: None, line }
        };
        values.labels.iter().map(text).collect()
    }
}

/// The numbers above zero are held apart from each other, at least by a narrow space, and so are those below.
fn apart(values: &ValueLabels, across: &AxisBox, ground: &Ground) -> bool {
    let style = values.font.style;
    let extent = |label: &ValueLabel| {
        (across.pixel(label.at), ground.fonts.width(&label.text, style), label.value >= 0.0)
    };
    let mut labels: Vec<_> = values.labels.iter().map(extent).collect();
    labels.sort_by(|a, b| a.2.cmp(&b.2).then(a.0.total_cmp(&b.0)));
    labels.windows(2).all(|pair| {
        let [a, b] = pair else { return true };
        a.2 != b.2 || b.0 - a.0 >= (a.1 + b.1) / 2.0 + style.size * APART
    })
}
