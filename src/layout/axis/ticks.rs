//! The ticks of an axis, their labels, and where values stand.

use crate::chart::{Font, Scale};
use crate::limits::MAX_TICKS;
use crate::scale::time::{self, Source, TimeScale, Unit};
use crate::scale::{LinearTicks, Positions, SkipRule, Tick, interpolated, linear_ticks, log_ticks, skipped};

use crate::layout::boxes::Edges;

use super::measure::MOST_MEASURED;
use super::range::{linear, with_grace};
use super::{AxisBox, Ground};

/// Ticks of an axis of numbers where nothing says how many.
const USUAL_TICKS: f64 = 11.0;
/// Most ticks that a step size may ask for, as in Chart.js.
const MOST_STEPS: f64 = 1000.0;
/// Least distance of ticks where labels would have room, in pixels.
const LEAST_DISTANCE: f64 = 40.0;

impl AxisBox<'_> {
    /// The ticks, without labels; ticks may widen the axis.
    pub(super) fn build_ticks(&mut self, ground: &Ground) -> Vec<Tick> {
        let axis = self.axis;
        let mut ticks = match &axis.scale {
            Scale::Category { labels } => {
                let first = self.min.max(0.0);
                let last = self.max.min(labels.len() as f64 - 1.0);
                let count = if last >= first { (last - first) as usize + 1 } else { 0 };
                return (0..count).map(|place| Tick::at(first + place as f64)).collect();
            }
            Scale::Linear { .. } => {
                let limit = self.tick_limit();
                linear_ticks(&self.tick_spec(limit), MAX_TICKS).into_iter().map(Tick::at).collect()
            }
            Scale::Logarithmic { .. } => {
                log_ticks((self.min, self.max), (axis.limits.min, axis.limits.max), MAX_TICKS)
            }
            Scale::Time(scale) => return self.time_ticks(scale, ground),
            // Those of given ticks are made once for all.
            Scale::Given(_) => return self.ticks.clone(),
        };
        if axis.bounds_ticks {
            for tick in &ticks {
                self.min = self.min.min(tick.value);
                self.max = self.max.max(tick.value);
            }
        }
        if axis.reverse {
            ticks.reverse();
        }
        ticks
    }

    /// The ticks of a round axis of a size, at most `limit` of them; its values lie in `data`.
    pub(in crate::layout) fn update_radial(
        &mut self,
        plot: Edges,
        (width, height): (f64, f64),
        (limit, data): (f64, (f64, f64)),
        ground: &Ground,
    ) {
        let axis = self.axis;
        let begin = matches!(axis.scale, Scale::Linear { begin_at_zero: true, .. });
        (self.edges, self.width, self.height) = (plot, width, height);
        self.max_length = height;
        (self.min, self.max) = linear(axis, begin, data, 0.0);
        self.range = Some(with_grace((self.min, self.max), axis.grace, begin));
        let step = matches!(axis.scale, Scale::Linear { step: Some(_), .. });
        let limit = if step {
            self.tick_limit()
        } else {
            limit.min(axis.ticks.max_count.map_or(USUAL_TICKS, |c| c as f64))
        };
        let mut ticks: Vec<_> =
            linear_ticks(&self.tick_spec(limit), MAX_TICKS).into_iter().map(Tick::at).collect();
        if axis.bounds_ticks {
            for tick in &ticks {
                self.min = self.min.min(tick.value);
                self.max = self.max.max(tick.value);
            }
        }
        if axis.reverse {
            ticks.reverse();
        }
        self.ticks = ticks;
        self.label_ticks();
        self.sizes = self.measure(ground);
        self.configure();
        self.rotation = axis.ticks.min_rotation;
        if axis.ticks.display && axis.ticks.auto_skip {
            self.skip_ticks();
        }
    }

    /// How many ticks an axis of numbers may have.
    fn tick_limit(&self) -> f64 {
        let Scale::Linear { step, .. } = self.axis.scale else { return USUAL_TICKS };
        let limit = self.axis.ticks.max_count.map(|count| count as f64);
        if let Some(step) = step.filter(|step| *step != 0.0) {
            let count = (self.max / step).ceil() - (self.min / step).floor() + 1.0;
            let count = count.min(MOST_STEPS);
            return limit.map_or(count, |limit| limit.min(count));
        }
        let length = if self.axis.horizontal { self.width } else { self.height };
        let angle = self.axis.ticks.min_rotation.to_radians();
        let ratio = if self.axis.horizontal { libm::sin(angle) } else { libm::cos(angle) };
        let ratio = if ratio == 0.0 { 0.001 } else { ratio };
        let room = (length / LEAST_DISTANCE.min(self.font(0).line_height / ratio)).ceil();
        room.min(limit.unwrap_or(USUAL_TICKS))
    }

    fn tick_spec(&self, limit: f64) -> LinearTicks {
        let axis = self.axis;
        let (step, precision, count) = match axis.scale {
            Scale::Linear { step, precision, count, .. } => (step, precision, count),
            _ => (None, None, None),
        };
        let length = if axis.horizontal { self.width } else { self.height };
        LinearTicks {
            range: self.range.unwrap_or((self.min, self.max)),
            min: axis.limits.min,
            max: axis.limits.max,
            max_ticks: limit.max(2.0),
            bounds_ticks: axis.bounds_ticks,
            step,
            precision,
            count,
            max_digits: length / self.font(0).line_height,
            include_bounds: axis.ticks.include_bounds,
            horizontal: axis.horizontal,
            min_rotation: axis.ticks.min_rotation,
        }
    }

    /// The font of a tick.
    pub(super) fn font(&self, index: usize) -> Font {
        *self.axis.ticks.fonts.get(index)
    }

    /// Writes the labels of all ticks, or of those that are measured where there are very many.
    pub(super) fn label_ticks(&mut self) {
        let values: Vec<f64> = self.ticks.iter().map(|tick| tick.value).collect();
        let all = || (0..self.ticks.len()).collect();
        let places = if self.ticks.len() > MOST_MEASURED { self.measured_places() } else { all() };
        for index in places {
            let label = self.ticks.get(index).map(|tick| self.label(tick, index, &values));
            if let (Some(tick), Some(label)) = (self.ticks.get_mut(index), label) {
                tick.label = label;
            }
        }
    }

    fn label(&self, tick: &Tick, index: usize, values: &[f64]) -> Vec<String> {
        match &self.axis.scale {
            Scale::Category { labels } => {
                labels.get(tick.value.max(0.0) as usize).cloned().unwrap_or_default()
            }
            Scale::Linear { format, .. } => vec![format.tick(tick.value, values)],
            Scale::Logarithmic { format, .. } => {
                let first = [1.0, 2.0, 3.0, 5.0, 10.0, 15.0].contains(&tick.leading());
                let shown = first || index as f64 > 0.8 * values.len() as f64;
                vec![if shown { format.tick(tick.value, values) } else { String::new() }]
            }
            Scale::Time(scale) => {
                let unit = self.major_unit.filter(|_| tick.major).or(self.unit).unwrap_or(Unit::Day);
                vec![time::format(tick.value, scale.pattern(unit))]
            }
            Scale::Given(_) => tick.label.clone(),
        }
    }

    /// Where values stand; needs the ticks.
    pub(super) fn place(&mut self) {
        let (min, max) = (self.min, self.max);
        match &self.axis.scale {
            Scale::Category { labels } => {
                let shown = if min == 0.0 && max == labels.len() as f64 - 1.0 {
                    labels.len() as f64
                } else {
                    ((max + 1.0).min(labels.len() as f64) - min).max(0.0)
                };
                let room = if self.axis.offset { 0.0 } else { 1.0 };
                let start = min - if self.axis.offset { 0.5 } else { 0.0 };
                self.positions = Positions::Linear { start, range: (shown - room).max(1.0) };
            }
            Scale::Linear { .. } => {
                let half = if self.axis.offset && !self.ticks.is_empty() {
                    (max - min) / (self.ticks.len() as f64 - 1.0).max(1.0) / 2.0
                } else {
                    0.0
                };
                self.positions = Positions::Linear { start: min - half, range: max - min + half * 2.0 };
            }
            Scale::Logarithmic { .. } => {
                let start = libm::log10(min);
                self.positions = Positions::Log { min, start, range: libm::log10(max) - start };
            }
            // The ticks have placed it already.
            Scale::Time(_) => {}
            Scale::Given(_) => self.positions = self.given_positions(),
        }
    }

    /// Whether ticks may be left out.
    pub(super) fn skips(&self) -> bool {
        let auto = matches!(&self.axis.scale, Scale::Time(scale) if scale.source == Source::Auto);
        self.axis.ticks.auto_skip || auto
    }

    /// Leaves out ticks so that labels have room.
    pub(super) fn skip_ticks(&mut self) {
        let ticks = &self.axis.ticks;
        let size = self.tick_size();
        let room = (self.length / size + if self.axis.offset { 0.0 } else { 1.0 })
            .min(self.max_length / size)
            .floor();
        let limit = ticks.max_count.map_or(room, |count| room.min(count as f64));
        for (place, tick) in self.ticks.iter_mut().enumerate() {
            tick.place = Some(place);
        }
        self.ticks = skipped(&self.ticks, SkipRule { limit, majors: ticks.major });
        self.thin_ticks();
        if let (Scale::Time(scale), true) = (&self.axis.scale, self.axis.offset_after_skip) {
            let times: Vec<f64> = self.ticks.iter().map(|tick| tick.value).collect();
            self.place_times(scale, &times);
        }
    }

    /// Every n-th tick, where there are more than can be drawn.
    pub(super) fn thin_ticks(&mut self) {
        let step = self.ticks.len().div_ceil(MAX_TICKS);
        if step > 1 {
            self.ticks = self.ticks.iter().step_by(step).cloned().collect();
        }
    }

    /// Room that a label takes along the axis.
    fn tick_size(&self) -> f64 {
        let angle = self.rotation.to_radians();
        let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
        let padding = self.axis.ticks.skip_padding;
        let (width, height) = (self.sizes.widest + padding, self.sizes.highest + padding);
        if self.axis.horizontal {
            if height * cos > width * sin { width / cos } else { height / sin }
        } else if height * sin < width * cos {
            height / cos
        } else {
            width / sin
        }
    }

    fn time_ticks(&mut self, scale: &TimeScale, ground: &Ground) -> Vec<Tick> {
        let axis = self.axis;
        let mut times = if scale.source == Source::Labels {
            scale.labels.clone()
        } else if scale.series {
            // From here on its ends count as data.
            self.times = self.series_times();
            self.times.clone()
        } else {
            self.generated_times(scale, ground)
        };
        if let (true, Some(first), Some(last)) = (axis.bounds_ticks, times.first(), times.last()) {
            self.min = axis.limits.min.filter(|min| *min != 0.0).unwrap_or(*first);
            self.max = axis.limits.max.filter(|max| *max != 0.0).unwrap_or(*last);
        }
        let (min, max) = (self.min, self.max);
        let all = times.clone();
        times.retain(|time| *time >= min && *time <= max);
        let unit = scale.unit.unwrap_or_else(|| {
            if axis.ticks.auto_skip {
                time::auto_unit(scale.min_unit, (min, max), self.label_capacity(scale, ground))
            } else {
                time::formatting_unit(scale.min_unit, (min, max), times.len())
            }
        });
        self.unit = Some(unit);
        self.major_unit = if axis.ticks.major && unit != Unit::Year { time::major_unit(unit) } else { None };
        self.place_times(scale, &all);
        if axis.reverse {
            times.reverse();
        }
        let mut ticks: Vec<_> = times.into_iter().map(Tick::at).collect();
        if let Some(major) = self.major_unit {
            time::mark_majors(&mut ticks, major);
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

    fn generated_times(&self, scale: &TimeScale, ground: &Ground) -> Vec<f64> {
        let range = (self.min, self.max);
        let unit = scale
            .unit
            .unwrap_or_else(|| time::auto_unit(scale.min_unit, range, self.label_capacity(scale, ground)));
        let snap = (scale.source == Source::Data).then_some(self.times.as_slice());
        time::generated(range, (unit, scale.step, scale.weekday), (snap, self.axis.bounds_ticks), MAX_TICKS)
    }

    /// How many labels have room beside each other.
    fn label_capacity(&self, scale: &TimeScale, ground: &Ground) -> f64 {
        let ticks = &self.axis.ticks;
        let pattern = scale.pattern(scale.unit.unwrap_or(Unit::Millisecond));
        let font = self.font(0);
        let width = ground.fonts.width(&time::format(self.min, pattern), font.style);
        let angle = if self.axis.horizontal { ticks.max_rotation } else { ticks.min_rotation }.to_radians();
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let capacity = if self.axis.horizontal {
            self.width / (width * cos + font.style.size * sin)
        } else {
            self.height / (width * sin + font.style.size * cos)
        };
        (capacity.floor() - 1.0).max(1.0)
    }

    /// Where instants stand, with half a step of room at both ends where that is asked for.
    fn place_times(&mut self, scale: &TimeScale, ticks: &[f64]) {
        let (min, max) = (self.min, self.max);
        let all = if scale.series { self.all_times(scale) } else { Vec::new() };
        let table = if scale.series { table(&all, (min, max)) } else { Vec::new() };
        let (start, range) = if scale.series {
            let start = interpolated(&table, min);
            (start, interpolated(&table, max) - start)
        } else {
            (min, max - min)
        };
        let share =
            |time: f64| (if scale.series { interpolated(&table, time) } else { time } - start) / range;
        let times = if scale.series { all.as_slice() } else { ticks };
        let (before, after) = if self.axis.offset { offsets(times, share) } else { (0.0, 0.0) };
        let factor = 1.0 / (before + 1.0 + after);
        self.positions = if scale.series {
            Positions::Table { table, min: start, range, before, factor }
        } else {
            Positions::Time { min, range, before, factor }
        };
    }

    /// Instants of data and labels, in order.
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

/// Half a step at both ends, as shares.
fn offsets(times: &[f64], share: impl Fn(f64) -> f64) -> (f64, f64) {
    let limit = if times.len() < 3 { 0.5 } else { 0.25 };
    let (start, end) = match times {
        [] => (0.0, 0.0),
        [only] => (1.0 - share(*only), share(*only)),
        [first, second, ..] => {
            let start = (share(*second) - share(*first)) / 2.0;
            let end = match times {
                [.., before, last] => (share(*last) - share(*before)) / 2.0,
                _ => 0.0,
            };
            (start, end)
        }
    };
    (start.clamp(0.0, limit), end.clamp(0.0, limit))
}

/// Instants at equal distances; those in the middle of their neighbours are left out.
fn table(times: &[f64], (min, max): (f64, f64)) -> Vec<(f64, f64)> {
    let items: Vec<f64> = times.iter().copied().filter(|time| *time >= min && *time <= max).collect();
    if items.len() < 2 {
        return vec![(min, 0.0), (max, 1.0)];
    }
    let last = items.len() as f64 - 1.0;
    let place = |(index, time): (usize, &f64)| {
        let before = index.checked_sub(1).and_then(|before| items.get(before));
        let middle = before.zip(items.get(index + 1)).map(|(a, b)| crate::scale::js_round((a + b) / 2.0));
        (middle != Some(*time)).then_some((*time, index as f64 / last))
    };
    items.iter().enumerate().filter_map(place).collect()
}
