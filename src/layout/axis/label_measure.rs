//! Measurement of axis labels.

use crate::layout::context::LayoutContext;

use super::axis_box::AxisBox;
use super::label_sizes::{LabelSizes, MAX_MEASURED_LABELS};

impl AxisBox<'_> {
    /// Returns the indices of the ticks to measure: all, or an evenly spaced sample.
    pub(super) fn measured_indices(&self) -> Vec<usize> {
        let count = self.ticks.len();
        let sample_size = self.axis.tick_labels.sample_size.filter(|size| *size > 0).unwrap_or(usize::MAX);
        let size = if count > MAX_MEASURED_LABELS {
            sample_size.min(MAX_MEASURED_LABELS)
        } else {
            sample_size.min(count)
        };
        let step = count as f64 / size as f64;
        (0..size).map(|position| (position as f64 * step) as usize).collect()
    }

    /// Measures the labels, or a sample of them.
    pub(super) fn measure_labels(&self, context: &LayoutContext) -> LabelSizes {
        let indices = self.measured_indices();
        let limit = self
            .axis
            .tick_labels
            .max_ticks_limit
            .filter(|limit| *limit > 0 && !self.follows_version_2())
            .unwrap_or(indices.len())
            .min(indices.len());
        let increment = indices.len().checked_div(limit).unwrap_or(1).max(1);
        let mut sizes = LabelSizes::default();
        for (position, index) in indices.iter().copied().enumerate().step_by(increment) {
            let font = self.tick_font(position);
            let label = self.ticks.get(index).map(|tick| tick.label.as_slice()).unwrap_or_default();
            let widths = label.iter().map(|line| context.fonts.text_width(line, font.style));
            sizes.widths.push(widths.fold(0.0, f64::max));
            sizes.heights.push(label.len() as f64 * font.line_height);
        }
        let at = |position: usize| {
            let width = sizes.widths.get(position).copied().unwrap_or_default();
            (width, sizes.heights.get(position).copied().unwrap_or_default())
        };
        sizes.first = at(0);
        sizes.last = at(indices.len().saturating_sub(1));
        sizes.widest = sizes.widths.iter().copied().fold(0.0, f64::max);
        sizes.tallest = sizes.heights.iter().copied().fold(0.0, f64::max);
        sizes
    }
}
