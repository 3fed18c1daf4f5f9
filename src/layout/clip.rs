//! Overflow of marks beyond the plot, and the rectangles that datasets are clipped to.

use crate::chart::{AxisId, AxisPair, Chart, ClipOverflow, Dataset, DatasetClip, DatasetId, Mark};
use crate::geometry::Size;
use crate::layout::boxes::Edges;
use crate::mark::clip_if_needed;
use crate::scale::ResolvedAxis;
use crate::scene::Item;

use super::painter::Painter;

/// Returns the largest overflow of all marks, in pixels.
pub(super) fn largest_mark_overflow(chart: &Chart) -> f64 {
    let spill = |set: &Dataset| mark_overflow(&set.mark, set.data.len(), false).unwrap_or(0.0);
    chart.datasets.iter().map(spill).fold(0.0, f64::max)
}

/// Returns by how many pixels a dataset's marks overflow; `None` if the dataset is not clipped. Without
/// `with_border` the line width is ignored, as in Chart.js when it reserves space.
fn mark_overflow(mark: &Mark, count: usize, with_border: bool) -> Option<f64> {
    let Mark::Line(line) = mark else { return matches!(mark, Mark::Bars(_)).then_some(0.0) };
    let size = |index: usize| {
        let style = line.points.styles.get(index);
        match line.points.radii.get(index) {
            Some(0.0) => 0.0,
            Some(radius) => (radius.max(style.hover_radius) + style.stroke.width) * 2.0,
            None => style.outer_diameter(),
        }
    };
    let Some(style) = &line.style else {
        let max_size = (0..count).map(size).fold(0.0, f64::max) / 2.0;
        return (max_size > 0.0).then_some(max_size);
    };
    let border = if with_border { style.stroke.width } else { 0.0 };
    if count == 0 {
        return Some(border);
    }
    Some(border.max(size(0)).max(size(count - 1)) / 2.0)
}

impl Painter<'_> {
    /// Returns the rectangle that a dataset's items are clipped to, if any.
    pub(super) fn clip_area(&self, dataset: DatasetId) -> Option<Edges> {
        let set = self.chart.datasets.get(dataset)?;
        let mut area = self.plot;
        let axes = set.axes.and_then(|AxisPair { index_axis, value_axis }| {
            let index = (index_axis, self.resolved_axes.get(index_axis)?);
            let value = (value_axis, self.resolved_axes.get(value_axis)?);
            Some(if index.1.horizontal { (index, value) } else { (value, index) })
        });
        let mut sides = [ClipOverflow::Pixels(0.0); 4];
        if let Some(((x, x_axis), (y, y_axis))) = axes {
            let clips = |axis: AxisId| self.chart.axes.get(axis).is_some_and(|axis| axis.clip);
            if clips(x) {
                (area.left, area.right) = (x_axis.edges[0], x_axis.edges[2]);
            }
            if clips(y) {
                (area.top, area.bottom) = (y_axis.edges[1], y_axis.edges[3]);
            }
        }
        match set.clip {
            Some(DatasetClip::Disabled | DatasetClip::Everything) => return None,
            Some(DatasetClip::Sides(explicit)) => sides = explicit,
            None => {
                let allowed = mark_overflow(&set.mark, set.data.len(), true)?;
                if let Some(((x, x_axis), (y, y_axis))) = axes {
                    let [left, right] = self.end_overflows(x, x_axis, allowed);
                    let [bottom, top] = self.end_overflows(y, y_axis, allowed);
                    sides = [left, top, right, bottom];
                }
            }
        }
        let [left, top, right, bottom] = sides;
        let Size { width, height } = self.chart.size;
        let edge = |side: ClipOverflow, inner: f64, outer: f64, sign: f64| match side {
            ClipOverflow::Unlimited => outer,
            ClipOverflow::Pixels(pixels) => inner + sign * pixels,
        };
        Some(Edges {
            left: edge(left, area.left, 0.0, -1.0),
            top: edge(top, area.top, 0.0, -1.0),
            right: edge(right, area.right, width, 1.0),
            bottom: edge(bottom, area.bottom, height, 1.0),
        })
    }

    /// Returns true if the dataset is clipped completely.
    pub(super) fn is_clipped_away(&self, dataset: DatasetId) -> bool {
        self.chart.datasets.get(dataset).is_some_and(|set| set.clip == Some(DatasetClip::Everything))
    }

    /// Returns the allowed overflow at both ends of an axis: none at an end with a configured limit.
    fn end_overflows(&self, id: AxisId, axis: &ResolvedAxis, allowed: f64) -> [ClipOverflow; 2] {
        let (min, max) = axis.explicit_ends;
        let overflow =
            |explicit: Option<f64>| ClipOverflow::Pixels(if explicit.is_some() { 0.0 } else { allowed });
        let reverse = self.chart.axes.get(id).is_some_and(|axis| axis.reverse);
        if reverse { [overflow(max), overflow(min)] } else { [overflow(min), overflow(max)] }
    }

    /// Clips the items of a dataset.
    pub(super) fn clip_items(&self, dataset: DatasetId, items: Vec<Item>) -> Vec<Item> {
        if self.is_clipped_away(dataset) {
            return Vec::new();
        }
        let Some(area) = self.clip_area(dataset) else { return items };
        clip_if_needed(items, [area.left, area.top, area.right, area.bottom], self.chart.pixel_ratio)
    }
}
