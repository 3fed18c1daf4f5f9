//! Bars on their axes (Chart.js 4.6.1, the bar controller).

use crate::chart::{
    AxisId, AxisPair, BarThickness, Bars, BorderSkipped, DataPoint, Dataset, DatasetId, Mark, Stacking,
};
use crate::mark::{Bar, OutermostDatasets, StackedValues, visible_front_to_back};
use crate::scale::{ResolvedAxis, js_sign};

use super::painter::Painter;

/// Added on each side of bars without a gap between them, in pixels.
const SEAM_WIDTH: f64 = 0.33;

/// The pixel positions of a dataset's bars.
struct Ruler {
    /// Smallest distance between two bars, in pixels.
    min: f64,
    pixels: Vec<f64>,
    /// Length of the index axis, in pixels.
    axis_length: f64,
    /// Number of stacks side by side at one index.
    stacks: usize,
    /// Fraction of an index's space that is covered by bars.
    ratio: f64,
    /// Number of index axes side by side.
    index_axis_count: usize,
    /// Position of the dataset's index axis among them.
    index_axis_position: usize,
    /// Position of the dataset's stack among those side by side.
    order: usize,
}

/// Start and end of a bar along its length, in pixels.
struct BarEnds {
    base: f64,
    head: f64,
}

impl<'a> Painter<'a> {
    /// Returns the bars of a dataset with their data indices.
    pub(super) fn place_bars(&self, dataset: DatasetId, stacks: &mut StackedValues) -> Vec<(usize, Bar<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let (Mark::Bars(bars), Some(AxisPair { index_axis, value_axis })) = (&set.mark, set.axes) else {
            return Vec::new();
        };
        let (Some(index), Some(value)) =
            (self.resolved_axes.get(index_axis), self.resolved_axes.get(value_axis))
        else {
            return Vec::new();
        };
        if !set.visible {
            return Vec::new();
        }
        let ruler = self.build_ruler(dataset, set, bars, index);
        let default_inflate = if ruler.ratio == 1.0 { SEAM_WIDTH } else { 0.0 };
        let mut placed = Vec::new();
        for (data_index, point) in set.data.iter().enumerate() {
            let (center, thickness) = self.bar_center_and_thickness(dataset, data_index, bars, &ruler);
            let Some(ends) = bar_ends(dataset, bars, point, value, stacks) else { continue };
            let style = bars.styles.get(data_index);
            let outermost =
                point.index.and_then(|value| stacks.outermost_datasets(self.chart, dataset, value));
            let is_outermost = outermost
                .as_ref()
                .is_none_or(|ends| ends.top == Some(dataset) || ends.bottom == Some(dataset));
            let bar = Bar {
                horizontal: value.horizontal,
                base: ends.base,
                head: ends.head,
                center,
                thickness,
                inflate: bars.inflate.get(data_index).unwrap_or(default_inflate),
                may_round_corners: is_outermost
                    || point.floating_range.is_some()
                    || style.border_skipped == BorderSkipped::Middle,
                stack_ends: outermost.map(|ends| stack_ends_of(dataset, &ends)),
                style,
            };
            placed.push((data_index, bar));
        }
        placed
    }

    /// Returns the center and the thickness of a bar.
    fn bar_center_and_thickness(
        &self,
        dataset: DatasetId,
        data_index: usize,
        bars: &Bars,
        ruler: &Ruler,
    ) -> (f64, f64) {
        let max_thickness = bars.max_thickness.unwrap_or(f64::INFINITY);
        let here = ruler.pixels.get(data_index).copied().unwrap_or(f64::NAN);
        if !bars.grouped {
            return (here, max_thickness.min(ruler.min * ruler.ratio));
        }
        let only = bars.skip_null.then_some(data_index);
        let (stacks, order) = match only {
            Some(_) => {
                (self.stacks_side_by_side(None, dataset, only).len(), self.stack_position(dataset, only))
            }
            None => (ruler.stacks, ruler.order),
        };
        let count = (stacks * ruler.index_axis_count.max(1)) as f64;
        let (chunk, ratio, start) = match bars.thickness {
            BarThickness::Flex => flex_layout(data_index, bars, ruler, count),
            BarThickness::Fit => {
                let size = ruler.min * bars.category_fraction;
                (size / count, bars.bar_fraction, here - size / 2.0)
            }
            BarThickness::Pixels(pixels) => (pixels, 1.0, here - pixels * count / 2.0),
        };
        let order = order + ruler.index_axis_position;
        (start + chunk * order as f64 + chunk / 2.0, max_thickness.min(chunk * ratio))
    }

    /// Returns the position of a dataset's stack among those side by side.
    fn stack_position(&self, dataset: DatasetId, only: Option<usize>) -> usize {
        let before = self.stacks_side_by_side(Some(dataset), dataset, only);
        let stack = self.chart.datasets.get(dataset).and_then(|set| set.stack.as_ref());
        let known = stack.and_then(|name| before.iter().position(|other| other.as_ref() == Some(name)));
        known.unwrap_or(before.len().saturating_sub(1))
    }

    /// Returns the index axes of all datasets, in data order.
    fn index_axes(&self) -> Vec<AxisId> {
        let mut axes: Vec<AxisId> = Vec::new();
        for axis in self.chart.datasets.iter().filter_map(Dataset::index_axis) {
            if !axes.contains(&axis) {
                axes.push(axis);
            }
        }
        axes
    }

    /// Returns the stacks side by side on a dataset's index axis, up to the stack of `last`; with `only`, the
    /// stacks that have a value at that index.
    fn stacks_side_by_side(
        &self,
        last: Option<DatasetId>,
        dataset: DatasetId,
        only: Option<usize>,
    ) -> Vec<Option<String>> {
        let Some(own) = self.chart.datasets.get(dataset) else { return vec![None] };
        let stacked =
            own.index_axis().and_then(|axis| self.chart.axes.get(axis)).and_then(|axis| axis.stacking);
        let here = only.and_then(|index| own.data.get(index)).map(|value| value.index);
        let mut stacks: Vec<Option<String>> = Vec::new();
        for other in visible_front_to_back(&self.chart.datasets) {
            let Some(set) = self.chart.datasets.get(other) else { continue };
            let grouped = matches!(&set.mark, Mark::Bars(bars) if bars.grouped);
            if !grouped || set.chart_type != own.chart_type || set.index_axis() != own.index_axis() {
                continue;
            }
            if let Some(here) = here {
                let value = set.data.iter().find(|value| value.index == here).and_then(|value| value.value);
                if value.is_none() {
                    continue;
                }
            }
            let separate = match stacked {
                Some(stacked) => stacked == Stacking::Off,
                None => set.stack.is_none(),
            };
            if separate || !stacks.contains(&set.stack) {
                stacks.push(set.stack.clone());
            }
            if last == Some(other) {
                break;
            }
        }
        if stacks.is_empty() { vec![None] } else { stacks }
    }

    fn build_ruler(&self, dataset: DatasetId, set: &Dataset, bars: &Bars, axis: &ResolvedAxis) -> Ruler {
        let pixels = set
            .data
            .iter()
            .map(|value| value.index.map_or(f64::NAN, |at| axis.pixel_for_value(at)))
            .collect();
        let fixed = match bars.thickness {
            BarThickness::Pixels(pixels) if pixels != 0.0 => Some(pixels),
            _ => None,
        };
        // In Chart.js the text `flex` is used as a number here; the resulting minimum distance is not used
        // afterwards.
        let flex = bars.thickness == BarThickness::Flex;
        let axes = self.index_axes();
        let own_position = axes.iter().position(|axis| Some(*axis) == set.index_axis()).unwrap_or(0);
        Ruler {
            index_axis_count: axes.len(),
            index_axis_position: own_position,
            order: self.stack_position(dataset, None),
            min: fixed.unwrap_or_else(|| self.least_distance(set, axis)),
            pixels,
            axis_length: axis.pixel_range.start + axis.pixel_range.length - axis.pixel_range.start,
            stacks: self.stacks_side_by_side(None, dataset, None).len(),
            ratio: if fixed.is_some() || flex { 1.0 } else { bars.category_fraction * bars.bar_fraction },
        }
    }

    /// Returns the smallest distance between two values or ticks, in pixels.
    fn least_distance(&self, set: &Dataset, axis: &ResolvedAxis) -> f64 {
        let mut values: Vec<f64> = self
            .chart
            .datasets
            .iter()
            .filter(|other| {
                other.visible && other.chart_type == set.chart_type && other.index_axis() == set.index_axis()
            })
            .flat_map(|other| other.data.iter().filter_map(|value| value.index))
            .collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let mut least = axis.pixel_range.length;
        let mut shorten = |places: &mut dyn Iterator<Item = f64>| {
            let mut before: Option<f64> = None;
            for place in places.filter(|place| *place != 32767.0 && *place != -32768.0) {
                if let Some(distance) = before.map(|before| (place - before).abs()).filter(|d| *d != 0.0) {
                    least = least.min(distance);
                }
                before = Some(place);
            }
        };
        shorten(&mut values.iter().map(|value| axis.pixel_for_value(*value)));
        shorten(&mut axis.grid_lines.iter().map(|(value, _)| axis.pixel_for_value(*value)));
        least
    }
}

/// Returns true for each end of its stack, top and bottom, that a dataset is at. As in Chart.js, the first dataset
/// counts as an end of a stack without values on that side.
fn stack_ends_of(dataset: DatasetId, outermost: &OutermostDatasets) -> (bool, bool) {
    let first = DatasetId::from_position(0);
    (outermost.top.unwrap_or(first) == dataset, outermost.bottom.unwrap_or(first) == dataset)
}

/// Returns start and end of a bar; `None` without a value.
fn bar_ends(
    dataset: DatasetId,
    bars: &Bars,
    point: &DataPoint,
    axis: &ResolvedAxis,
    stacks: &mut StackedValues,
) -> Option<BarEnds> {
    let size = point.value?;
    let index = point.index.unwrap_or(f64::NAN);
    let stacked = stacks.is_stacked(dataset);
    let total = stacks.stacked_end(dataset, index, size, true);
    let (mut start, mut length, mut value) = (0.0, total, size);
    if length != value {
        start = length - value;
        length = value;
    }
    if let Some((from, to)) = point.floating_range {
        let (near, far) = if from.abs() <= to.abs() { (from, to) } else { (to, from) };
        let (near, far) = order_float_ends(near, far, from, to);
        value = near;
        length = far - near;
        if value != 0.0 && js_sign(value) != js_sign(far) {
            start = 0.0;
        }
        start += value;
    }
    let floats = point.floating_range.is_some();
    let given = bars.base.filter(|_| !floats);
    let mut base = axis.pixel_for_value(given.unwrap_or(start));
    let mut head = axis.pixel_for_value(start + length);
    let mut size = head - base;
    let zero = bars.base.unwrap_or(0.0);
    if size.abs() < bars.min_length {
        let toward = if size == 0.0 {
            (if axis.horizontal { 1.0 } else { -1.0 }) * if axis.min >= zero { 1.0 } else { -1.0 }
        } else {
            js_sign(size)
        };
        size = toward * bars.min_length;
        if value == zero {
            base -= size / 2.0;
        }
        let (a, b) = (axis.pixel_range.pixel_at(0.0), axis.pixel_range.pixel_at(1.0));
        base = base.min(a.max(b)).max(a.min(b));
        head = base + size;
        if stacked && !floats {
            stacks.replace_value(dataset, index, axis.value_for_pixel(head) - axis.value_for_pixel(base));
        }
    }
    if base == axis.pixel_for_value(zero) {
        let half = js_sign(size) * axis.grid_line_width(zero) / 2.0;
        base += half;
    }
    Some(BarEnds { base, head })
}

/// Returns the ends in ascending order if both are equally far from zero, else unchanged.
fn order_float_ends(near: f64, far: f64, from: f64, to: f64) -> (f64, f64) {
    let (min, max) = (from.min(to), from.max(to));
    if near.abs() == far.abs() { (min, max) } else { (near, far) }
}

/// Returns the chunk size, bar fraction and start of a bar that extends halfway to its neighbours.
fn flex_layout(data_index: usize, bars: &Bars, ruler: &Ruler, count: f64) -> (f64, f64, f64) {
    let at = |index: Option<usize>| index.and_then(|index| ruler.pixels.get(index)).copied();
    let here = at(Some(data_index)).unwrap_or(f64::NAN);
    let (before, after) = (at(data_index.checked_sub(1)), at(Some(data_index + 1)));
    let before = before.unwrap_or_else(|| here - after.map_or(ruler.axis_length, |after| after - here));
    let after = after.unwrap_or(here + here - before);
    let start = here - (here - before.min(after)) / 2.0 * bars.category_fraction;
    let size = (after - before).abs() / 2.0 * bars.category_fraction;
    (size / count, bars.bar_fraction, start)
}
