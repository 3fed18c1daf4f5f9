//! Bars on their axes (Chart.js 4.6.1, the bar controller).

use crate::chart::{Bars, Dataset, Mark, Skipped, Thickness, Value};
use crate::mark::{Bar, Stacks};
use crate::scale::Track;

use super::Painter;

/// Added on each side of bars that leave no gap, in pixels.
const SEAM: f64 = 0.33;

/// The places of a dataset's bars.
struct Ruler {
    /// Least distance of two places.
    min: f64,
    pixels: Vec<f64>,
    /// Ends of the index axis.
    ends: (f64, f64),
    /// Stacks beside each other at one place.
    stacks: usize,
    /// Share of a place that is painted.
    ratio: f64,
    /// Index axes beside each other, and which of them is its own.
    axes: (usize, usize),
    /// Which of the stacks is its own.
    order: usize,
}

/// The ends of a bar along its length.
struct Length {
    base: f64,
    head: f64,
}

impl<'a> Painter<'a> {
    /// The bars of a dataset with their places in the data.
    pub(super) fn bars(&self, dataset: usize, stacks: &mut Stacks) -> Vec<(usize, Bar<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let (Mark::Bars(bars), Some((i, v))) = (&set.mark, set.axes) else { return Vec::new() };
        let (Some(index), Some(value)) = (self.tracks.get(i), self.tracks.get(v)) else { return Vec::new() };
        if !set.visible {
            return Vec::new();
        }
        let ruler = self.ruler(dataset, set, bars, index);
        let usual = if ruler.ratio == 1.0 { SEAM } else { 0.0 };
        let mut placed = Vec::new();
        for (place, at) in set.values.iter().enumerate() {
            let (center, thickness) = self.across(dataset, place, bars, &ruler);
            let Some(length) = self.length(dataset, bars, at, (value, stacks)) else { continue };
            let style = bars.styles.get(place);
            let ends = at.index.and_then(|at| stacks.ends(self.chart, dataset, at));
            let stack =
                ends.map(|(top, bottom)| (top.unwrap_or(0) == dataset, bottom.unwrap_or(0) == dataset));
            let outermost = ends.is_none_or(|(top, bottom)| top == Some(dataset) || bottom == Some(dataset));
            let bar = Bar {
                horizontal: value.horizontal,
                base: length.base,
                head: length.head,
                center,
                thickness,
                inflate: bars.inflate.get(place).unwrap_or(usual),
                rounded: outermost || at.float.is_some() || style.skipped == Skipped::Middle,
                stack,
                style,
            };
            placed.push((place, bar));
        }
        placed
    }

    fn length(
        &self,
        dataset: usize,
        bars: &Bars,
        at: &Value,
        (axis, stacks): (&Track, &mut Stacks),
    ) -> Option<Length> {
        let size = at.value?;
        let place = at.index.unwrap_or(f64::NAN);
        let stacked = stacks.is_stacked(dataset);
        let total = stacks.total(dataset, place, size, true);
        let (mut start, mut length, mut value) = (0.0, total, size);
        if length != value {
            start = length - value;
            length = value;
        }
        if let Some((from, to)) = at.float {
            let (near, far) = if from.abs() <= to.abs() { (from, to) } else { (to, from) };
            let (near, far) = ordered(near, far, from, to);
            value = near;
            length = far - near;
            if value != 0.0 && sign(value) != sign(far) {
                start = 0.0;
            }
            start += value;
        }
        let floats = at.float.is_some();
        let given = bars.base.filter(|_| !floats);
        let mut base = axis.pixel(given.unwrap_or(start));
        let mut head = axis.pixel(start + length);
        let mut size = head - base;
        let zero = bars.base.unwrap_or(0.0);
        if size.abs() < bars.min_length {
            let toward = if size == 0.0 {
                (if axis.horizontal { 1.0 } else { -1.0 }) * if axis.min >= zero { 1.0 } else { -1.0 }
            } else {
                sign(size)
            };
            size = toward * bars.min_length;
            if value == zero {
                base -= size / 2.0;
            }
            let (a, b) = (axis.pixels.at(0.0), axis.pixels.at(1.0));
            base = base.min(a.max(b)).max(a.min(b));
            head = base + size;
            if stacked && !floats {
                stacks.set(dataset, place, axis.value(head) - axis.value(base));
            }
        }
        if base == axis.pixel(zero) {
            let half = sign(size) * axis.line_width(zero) / 2.0;
            base += half;
        }
        Some(Length { base, head })
    }

    /// Middle and thickness of a bar.
    fn across(&self, dataset: usize, place: usize, bars: &Bars, ruler: &Ruler) -> (f64, f64) {
        let most = bars.max_thickness.unwrap_or(f64::INFINITY);
        let here = ruler.pixels.get(place).copied().unwrap_or(f64::NAN);
        if !bars.grouped {
            return (here, most.min(ruler.min * ruler.ratio));
        }
        let only = bars.skip_null.then_some(place);
        let (stacks, order) = match only {
            Some(_) => (self.places(None, dataset, only).len(), self.order(dataset, only)),
            None => (ruler.stacks, ruler.order),
        };
        let count = (stacks * ruler.axes.0.max(1)) as f64;
        let (chunk, ratio, start) = match bars.thickness {
            Thickness::Flex => flexible(place, bars, ruler, count),
            Thickness::Fit => {
                let size = ruler.min * bars.category_share;
                (size / count, bars.bar_share, here - size / 2.0)
            }
            Thickness::Pixels(pixels) => (pixels, 1.0, here - pixels * count / 2.0),
        };
        let order = order + ruler.axes.1;
        (start + chunk * order as f64 + chunk / 2.0, most.min(chunk * ratio))
    }

    /// Which of the stacks beside each other a dataset's own is.
    fn order(&self, dataset: usize, only: Option<usize>) -> usize {
        let before = self.places(Some(dataset), dataset, only);
        let stack = self.chart.datasets.get(dataset).and_then(|set| set.stack.as_ref());
        let known = stack.and_then(|name| before.iter().position(|other| other.as_ref() == Some(name)));
        known.unwrap_or(before.len().saturating_sub(1))
    }

    /// The index axes of all datasets, in the order of the data.
    fn bar_axes(&self) -> Vec<usize> {
        let mut axes: Vec<usize> = Vec::new();
        for axis in self.chart.datasets.iter().filter_map(Dataset::index_axis) {
            if !axes.contains(&axis) {
                axes.push(axis);
            }
        }
        axes
    }

    /// The stacks beside each other on a dataset's index axis, up to the stack of `last`; where `only` is given,
    /// those that have a value there.
    fn places(&self, last: Option<usize>, dataset: usize, only: Option<usize>) -> Vec<Option<String>> {
        let Some(own) = self.chart.datasets.get(dataset) else { return vec![None] };
        let stacked =
            own.index_axis().and_then(|axis| self.chart.axes.get(axis)).and_then(|axis| axis.stacked);
        let here = only.and_then(|place| own.values.get(place)).map(|value| value.index);
        let mut stacks: Vec<Option<String>> = Vec::new();
        for other in crate::mark::visible(&self.chart.datasets) {
            let Some(set) = self.chart.datasets.get(other) else { continue };
            let grouped = matches!(&set.mark, Mark::Bars(bars) if bars.grouped);
            if !grouped || set.kind != own.kind || set.index_axis() != own.index_axis() {
                continue;
            }
            if let Some(here) = here {
                let value = set.values.iter().find(|value| value.index == here).and_then(|value| value.value);
                if value.is_none() {
                    continue;
                }
            }
            let separate = match stacked {
                Some(stacked) => stacked == crate::chart::Stacked::No,
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

    fn ruler(&self, dataset: usize, set: &Dataset, bars: &Bars, axis: &Track) -> Ruler {
        let pixels =
            set.values.iter().map(|value| value.index.map_or(f64::NAN, |at| axis.pixel(at))).collect();
        let fixed = match bars.thickness {
            Thickness::Pixels(pixels) if pixels != 0.0 => Some(pixels),
            _ => None,
        };
        // A text is no number: `flex` makes the least distance one, which it does not use.
        let flex = bars.thickness == Thickness::Flex;
        let axes = self.bar_axes();
        let own = axes.iter().position(|axis| Some(*axis) == set.index_axis()).unwrap_or(0);
        Ruler {
            axes: (axes.len(), own),
            order: self.order(dataset, None),
            min: fixed.unwrap_or_else(|| self.least_distance(set, axis)),
            pixels,
            ends: (axis.pixels.start, axis.pixels.start + axis.pixels.length),
            stacks: self.places(None, dataset, None).len(),
            ratio: if fixed.is_some() || flex { 1.0 } else { bars.category_share * bars.bar_share },
        }
    }

    /// The least distance of two places, of values or ticks.
    fn least_distance(&self, set: &Dataset, axis: &Track) -> f64 {
        let mut values: Vec<f64> = self
            .chart
            .datasets
            .iter()
            .filter(|other| other.visible && other.kind == set.kind && other.index_axis() == set.index_axis())
            .flat_map(|other| other.values.iter().filter_map(|value| value.index))
            .collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let mut least = axis.pixels.length;
        let mut shorten = |places: &mut dyn Iterator<Item = f64>| {
            let mut before: Option<f64> = None;
            for place in places.filter(|place| *place != 32767.0 && *place != -32768.0) {
                if let Some(distance) = before.map(|before| (place - before).abs()).filter(|d| *d != 0.0) {
                    least = least.min(distance);
                }
                before = Some(place);
            }
        };
        shorten(&mut values.iter().map(|value| axis.pixel(*value)));
        shorten(&mut axis.ticks.iter().map(|(value, _)| axis.pixel(*value)));
        least
    }
}

/// Start and end of a floating bar: the one nearer to zero first.
fn ordered(near: f64, far: f64, from: f64, to: f64) -> (f64, f64) {
    let (min, max) = (from.min(to), from.max(to));
    if near.abs() == far.abs() { (min, max) } else { (near, far) }
}

/// A bar between half the ways to its neighbours: its part, the painted share and the start.
fn flexible(place: usize, bars: &Bars, ruler: &Ruler, count: f64) -> (f64, f64, f64) {
    let at = |place: Option<usize>| place.and_then(|place| ruler.pixels.get(place)).copied();
    let here = at(Some(place)).unwrap_or(f64::NAN);
    let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
    let before =
        before.unwrap_or_else(|| here - after.map_or(ruler.ends.1 - ruler.ends.0, |after| after - here));
    let after = after.unwrap_or(here + here - before);
    let start = here - (here - before.min(after)) / 2.0 * bars.category_share;
    let size = (after - before).abs() / 2.0 * bars.category_share;
    (size / count, bars.bar_share, start)
}

fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}
