//! How big the labels of an axis are.

use super::{AxisBox, Ground};

/// Widths and heights of labels, in pixels.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct LabelSizes {
    pub(in crate::layout) widths: Vec<f64>,
    pub(in crate::layout) heights: Vec<f64>,
    pub(in crate::layout) first: (f64, f64),
    pub(in crate::layout) last: (f64, f64),
    /// Width of the widest label.
    pub(in crate::layout) widest: f64,
    /// Height of the highest label.
    pub(in crate::layout) highest: f64,
}

/// Labels that are measured before a sample has to do.
pub(super) const MOST_MEASURED: usize = 1000;

impl AxisBox<'_> {
    /// The ticks that are measured: all, or a sample where that is asked for or there are very many.
    pub(super) fn measured_places(&self) -> Vec<usize> {
        let count = self.ticks.len();
        let asked = self.axis.ticks.sample_size.filter(|size| *size > 0).unwrap_or(usize::MAX);
        let size = if count > MOST_MEASURED { asked.min(MOST_MEASURED) } else { asked.min(count) };
        let step = count as f64 / size as f64;
        (0..size).map(|place| (place as f64 * step) as usize).collect()
    }

    /// Measures the labels, or a sample of them.
    pub(super) fn measure(&self, ground: &Ground) -> LabelSizes {
        let places = self.measured_places();
        let limit =
            self.axis.ticks.max_count.filter(|limit| *limit > 0).unwrap_or(places.len()).min(places.len());
        let increment = places.len().checked_div(limit).unwrap_or(1).max(1);
        let mut sizes = LabelSizes::default();
        for (place, index) in places.iter().copied().enumerate().step_by(increment) {
            let font = self.font(place);
            let label = self.ticks.get(index).map(|tick| tick.label.as_slice()).unwrap_or_default();
            let widths = label.iter().map(|line| ground.fonts.width(line, font.style));
            sizes.widths.push(widths.fold(0.0, f64::max));
            sizes.heights.push(label.len() as f64 * font.line_height);
        }
        let at = |place: usize| {
            let width = sizes.widths.get(place).copied().unwrap_or_default();
            (width, sizes.heights.get(place).copied().unwrap_or_default())
        };
        sizes.first = at(0);
        sizes.last = at(places.len().saturating_sub(1));
        sizes.widest = sizes.widths.iter().copied().fold(0.0, f64::max);
        sizes.highest = sizes.heights.iter().copied().fold(0.0, f64::max);
        sizes
    }
}
