//! The ticks of a time axis, and the mapping from instants to fractions of the axis.

use crate::layout::context::LayoutContext;
use crate::limits::MAX_TICKS;
use crate::scale::time::{self, TickSource, TimeScale, TimeTickOptions, TimeUnit};
use crate::scale::{Normalizer, Tick, interpolate_in_table};

use super::axis_box::AxisBox;

/// The least extent of a label along the axis, in pixels: a font of size 0 leaves room for any number of them, and Chart.js
/// then refuses the milliseconds of months.
const LEAST_LABEL_EXTENT: f64 = 1.0;

impl AxisBox<'_> {
    /// Returns the ticks without their labels; may extend the range of the axis.
    pub(super) fn build_time_ticks(&mut self, scale: &TimeScale, context: &LayoutContext) -> Vec<Tick> {
        let axis = self.axis;
        let mut times = if scale.source == TickSource::Labels {
            scale.labels.clone()
        } else if scale.equidistant {
            // From here on the ends of the axis count as data.
            self.times = self.series_times();
            self.times.clone()
        } else {
            self.generated_times(scale, context)
        };
        if let (true, Some(first), Some(last)) = (axis.bounds_at_ticks, times.first(), times.last()) {
            self.min = axis.limits.min.filter(|min| *min != 0.0).unwrap_or(*first);
            self.max = axis.limits.max.filter(|max| *max != 0.0).unwrap_or(*last);
        }
        let (min, max) = (self.min, self.max);
        let all = times.clone();
        times.retain(|time| *time >= min && *time <= max);
        let unit = scale.unit.unwrap_or_else(|| {
            if axis.tick_labels.auto_skip {
                time::auto_unit(scale.min_unit, self.current_range(), self.label_capacity(scale, context))
            } else {
                time::formatting_unit(scale.min_unit, self.current_range(), times.len())
            }
        });
        self.unit = Some(unit);
        self.major_unit = if axis.tick_labels.major_enabled && unit != TimeUnit::Year {
            time::major_unit(unit)
        } else {
            None
        };
        self.update_time_normalizer(scale, &all);
        if axis.reverse {
            times.reverse();
        }
        let mut ticks: Vec<_> = times.into_iter().map(Tick::new).collect();
        if let Some(major) = self.major_unit {
            time::mark_major_ticks(&mut ticks, major);
        }
        ticks
    }

    fn series_times(&self) -> Vec<f64> {
        let mut times = self.times.clone();
        if !times.contains(&self.min) {
            times.push(self.min);
        }
        if !times.contains(&self.max) || times.len() == 1 {
            times.push(self.max);
        }
        times.sort_by(f64::total_cmp);
        times
    }

    fn generated_times(&self, scale: &TimeScale, context: &LayoutContext) -> Vec<f64> {
        let range = self.current_range();
        let unit = scale
            .unit
            .unwrap_or_else(|| time::auto_unit(scale.min_unit, range, self.label_capacity(scale, context)));
        let options = TimeTickOptions {
            unit,
            step: scale.step,
            weekday: scale.weekday,
            snap: (scale.source == TickSource::Data).then_some(self.times.as_slice()),
            past_end: self.axis.bounds_at_ticks,
        };
        time::generate_ticks(range, &options, MAX_TICKS)
    }

    /// Returns the number of labels that fit beside each other.
    fn label_capacity(&self, scale: &TimeScale, context: &LayoutContext) -> f64 {
        let ticks = &self.axis.tick_labels;
        let pattern = scale.tick_pattern(scale.unit.unwrap_or(TimeUnit::Millisecond));
        let font = self.base_font();
        let width = context.fonts.text_width(&time::format_instant(self.min, pattern), font.style);
        let angle = if self.axis.horizontal { ticks.max_rotation } else { ticks.min_rotation }.to_radians();
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let (length, extent) = if self.axis.horizontal {
            (self.width, width * cos + font.nominal_size * sin)
        } else {
            (self.height, width * sin + font.nominal_size * cos)
        };
        let is_tiny = (0.0..LEAST_LABEL_EXTENT).contains(&extent);
        let capacity = length / if is_tiny { LEAST_LABEL_EXTENT } else { extent };
        (capacity.floor() - 1.0).max(1.0)
    }

    /// Updates the mapping from instants to fractions, with an offset at both ends if the axis has one.
    pub(super) fn update_time_normalizer(&mut self, scale: &TimeScale, ticks: &[f64]) {
        let (min, max) = (self.min, self.max);
        let all = if scale.equidistant { self.all_times(scale) } else { Vec::new() };
        let table = if scale.equidistant { lookup_table(&all, min, max) } else { Vec::new() };
        let (start, range) = if scale.equidistant {
            let start = interpolate_in_table(&table, min);
            (start, interpolate_in_table(&table, max) - start)
        } else {
            (min, max - min)
        };
        let fraction = |time: f64| {
            (if scale.equidistant { interpolate_in_table(&table, time) } else { time } - start) / range
        };
        let times = if scale.equidistant { all.as_slice() } else { ticks };
        let (before, after) = if self.axis.offset { time_offsets(times, fraction) } else { (0.0, 0.0) };
        let factor = 1.0 / (before + 1.0 + after);
        self.normalizer = if scale.equidistant {
            Normalizer::Table { table, min: start, range, before, factor }
        } else {
            Normalizer::Time { min, range, before, factor }
        };
    }

    /// Returns the sorted instants of data and labels.
    fn all_times(&self, scale: &TimeScale) -> Vec<f64> {
        let mut all = self.times.clone();
        if all.is_empty() || !scale.labels.is_empty() {
            all.extend(&scale.labels);
        }
        all.sort_by(f64::total_cmp);
        all.dedup();
        all
    }
}

/// Returns half a tick distance at both ends, as fractions of the axis.
fn time_offsets(times: &[f64], fraction: impl Fn(f64) -> f64) -> (f64, f64) {
    let limit = if times.len() < 3 { 0.5 } else { 0.25 };
    let (start, end) = match times {
        [] => (0.0, 0.0),
        [only] => (1.0 - fraction(*only), fraction(*only)),
        [first, second, ..] => {
            let start = (fraction(*second) - fraction(*first)) / 2.0;
            let end = match times {
                [.., before, last] => (fraction(*last) - fraction(*before)) / 2.0,
                _ => 0.0,
            };
            (start, end)
        }
    };
    (start.clamp(0.0, limit), end.clamp(0.0, limit))
}

/// Returns instants with evenly spaced fractions. An instant halfway between its neighbours is redundant and
/// omitted.
fn lookup_table(times: &[f64], min: f64, max: f64) -> Vec<(f64, f64)> {
    let items: Vec<f64> = times.iter().copied().filter(|time| *time >= min && *time <= max).collect();
    if items.len() < 2 {
        return vec![(min, 0.0), (max, 1.0)];
    }
    let last = items.len() as f64 - 1.0;
    let entry = |(index, time): (usize, &f64)| {
        let before = index.checked_sub(1).and_then(|before| items.get(before));
        let middle = before.zip(items.get(index + 1)).map(|(a, b)| crate::scale::js_round((a + b) / 2.0));
        (middle != Some(*time)).then_some((*time, index as f64 / last))
    };
    items.iter().enumerate().filter_map(entry).collect()
}
