//! The ticks of an axis, their labels, and the mapping from values to fractions of the axis.

use crate::chart::{Font, Scale};
use crate::limits::MAX_TICKS;
use crate::scale::time::{self, TickSource, TimeUnit};
use crate::scale::{LinearTickOptions, Normalizer, SkipRule, Tick, auto_skip_ticks, linear_ticks, log_ticks};

use super::axis_box::AxisBox;
use super::label_sizes::MAX_MEASURED_LABELS;
use crate::layout::context::LayoutContext;

/// Default number of ticks of a numeric axis.
pub(super) const DEFAULT_TICK_COUNT: f64 = 11.0;
/// Greatest number of ticks that a step size may produce, as in Chart.js.
const MAX_STEP_COUNT: f64 = 1000.0;
/// Minimum tick distance, in pixels, if the labels are smaller.
const MIN_TICK_DISTANCE: f64 = 40.0;

impl AxisBox<'_> {
    /// Returns the ticks without their labels; may extend the range of the axis.
    pub(super) fn build_ticks(&mut self, context: &LayoutContext) -> Vec<Tick> {
        let axis = self.axis;
        let mut ticks = match &axis.scale {
            Scale::Category { labels } => {
                let first = self.min.max(0.0);
                let last = self.max.min(labels.len() as f64 - 1.0);
                let count = if last >= first { (last - first) as usize + 1 } else { 0 };
                return (0..count).map(|index| Tick::new(first + index as f64)).collect();
            }
            Scale::Linear { .. } => {
                let limit = self.max_tick_count();
                linear_ticks(&self.linear_tick_options(limit), MAX_TICKS).into_iter().map(Tick::new).collect()
            }
            Scale::Logarithmic { .. } => {
                log_ticks(self.current_range(), axis.limits.min, axis.limits.max, MAX_TICKS)
            }
            Scale::Time(scale) => return self.build_time_ticks(scale, context),
            // Explicit ticks are built only once.
            Scale::Explicit(_) => return self.ticks.clone(),
        };
        self.extend_to_ticks(&ticks);
        if axis.reverse {
            ticks.reverse();
        }
        ticks
    }

    /// Extends the range to the ticks if they bound the axis.
    pub(super) fn extend_to_ticks(&mut self, ticks: &[Tick]) {
        if self.axis.bounds_at_ticks {
            for tick in ticks {
                self.min = self.min.min(tick.value);
                self.max = self.max.max(tick.value);
            }
        }
    }

    /// Returns the greatest number of ticks of a numeric axis.
    pub(super) fn max_tick_count(&self) -> f64 {
        let Scale::Linear { step_size: step, .. } = self.axis.scale else { return DEFAULT_TICK_COUNT };
        let limit = self.axis.tick_labels.max_ticks_limit.map(|count| count as f64);
        if let Some(step) = step.filter(|step| *step != 0.0) {
            let count = (self.max / step).ceil() - (self.min / step).floor() + 1.0;
            let count = count.min(MAX_STEP_COUNT);
            return limit.map_or(count, |limit| limit.min(count));
        }
        let length = if self.axis.horizontal { self.width } else { self.height };
        let angle = self.axis.tick_labels.min_rotation.to_radians();
        let ratio = if self.axis.horizontal { libm::sin(angle) } else { libm::cos(angle) };
        let ratio = if ratio == 0.0 { 0.001 } else { ratio };
        let room = (length / MIN_TICK_DISTANCE.min(self.base_font().line_height / ratio)).ceil();
        room.min(limit.unwrap_or(DEFAULT_TICK_COUNT))
    }

    pub(super) fn linear_tick_options(&self, limit: f64) -> LinearTickOptions {
        let axis = self.axis;
        let (step, precision, count) = match axis.scale {
            Scale::Linear { step_size: step, precision, tick_count: count, .. } => (step, precision, count),
            _ => (None, None, None),
        };
        let length = if axis.horizontal { self.width } else { self.height };
        let range = self.range_with_grace.unwrap_or_else(|| self.current_range());
        LinearTickOptions {
            range,
            min: axis.limits.min,
            max: axis.limits.max,
            max_ticks: limit.max(2.0),
            bounds_at_ticks: axis.bounds_at_ticks,
            step_size: step,
            precision,
            count,
            max_digits: length / self.base_font().line_height,
            include_bounds: axis.tick_labels.include_bounds,
            horizontal: axis.horizontal,
            min_rotation: axis.tick_labels.min_rotation,
        }
    }

    pub(in crate::layout) fn tick_font(&self, index: usize) -> Font {
        match &self.code_fonts {
            Some(fonts) => fonts.get(index).copied().unwrap_or_else(|| self.base_font()),
            None => *self.axis.tick_labels.fonts.get(index),
        }
    }

    /// Returns the font of the label of a tick that is drawn.
    pub(super) fn drawn_font(&self, index: usize) -> Font {
        self.tick_font(if self.code_fonts.is_some() { index } else { self.style_index(index) })
    }

    /// Returns the font that decides how many ticks there may be, before there are any.
    pub(in crate::layout) fn base_font(&self) -> Font {
        self.axis.tick_labels.base_font.unwrap_or_else(|| *self.axis.tick_labels.fonts.get(0))
    }

    /// Formats the labels of all ticks, or only of the measured ones if there are too many.
    pub(super) fn label_ticks(&mut self) {
        let values: Vec<f64> = self.ticks.iter().map(|tick| tick.value).collect();
        let all = || (0..self.ticks.len()).collect();
        let indices = if self.ticks.len() > MAX_MEASURED_LABELS { self.measured_indices() } else { all() };
        for index in indices {
            let label = self.ticks.get(index).map(|tick| self.format_tick(tick, index, &values));
            if let (Some(tick), Some(label)) = (self.ticks.get_mut(index), label) {
                tick.label = label;
            }
        }
        self.format_labels_by_code();
    }

    fn format_tick(&self, tick: &Tick, index: usize, values: &[f64]) -> Vec<String> {
        match &self.axis.scale {
            Scale::Category { labels } => {
                labels.get(tick.value.max(0.0) as usize).cloned().unwrap_or_default()
            }
            Scale::Linear { format, .. } => vec![format.format_tick(tick.value, values)],
            Scale::Logarithmic { format, .. } => {
                let first = [1.0, 2.0, 3.0, 5.0, 10.0, 15.0].contains(&tick.leading_digits());
                let shown = first || index as f64 > 0.8 * values.len() as f64;
                vec![if shown { format.format_tick(tick.value, values) } else { String::new() }]
            }
            Scale::Time(scale) => {
                let unit = self.major_unit.filter(|_| tick.major).or(self.unit).unwrap_or(TimeUnit::Day);
                vec![time::format_instant(tick.value, scale.tick_pattern(unit))]
            }
            Scale::Explicit(_) => tick.label.clone(),
        }
    }

    /// Updates the mapping from values to fractions; the ticks have to exist.
    pub(super) fn update_normalizer(&mut self) {
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
                self.normalizer = Normalizer::Linear { start, range: (shown - room).max(1.0) };
            }
            Scale::Linear { .. } => {
                let half = if self.axis.offset && !self.ticks.is_empty() {
                    (max - min) / (self.ticks.len() as f64 - 1.0).max(1.0) / 2.0
                } else {
                    0.0
                };
                self.normalizer = Normalizer::Linear { start: min - half, range: max - min + half * 2.0 };
            }
            Scale::Logarithmic { .. } => {
                let start = libm::log10(min);
                self.normalizer = Normalizer::Log { min, start, range: libm::log10(max) - start };
            }
            // The mapping of a time axis is set while its ticks are built.
            Scale::Time(_) => {}
            Scale::Explicit(_) => self.normalizer = self.explicit_normalizer(),
        }
    }

    /// Returns true if ticks may be skipped.
    pub(super) fn can_skip_ticks(&self) -> bool {
        let auto = matches!(&self.axis.scale, Scale::Time(scale) if scale.source == TickSource::Auto);
        self.axis.tick_labels.auto_skip || auto
    }

    /// Skips ticks so that the labels do not overlap.
    pub(super) fn skip_ticks(&mut self) {
        let ticks = &self.axis.tick_labels;
        let size = self.label_length_along_axis();
        let room = (self.length / size + if self.axis.offset { 0.0 } else { 1.0 })
            .min(self.max_length / size)
            .floor();
        let limit = ticks.max_ticks_limit.map_or(room, |count| room.min(count as f64));
        for (index, tick) in self.ticks.iter_mut().enumerate() {
            tick.original_index = Some(index);
        }
        self.ticks = auto_skip_ticks(&self.ticks, SkipRule { limit, majors_first: ticks.major_enabled });
        self.cap_tick_count();
        if let (Scale::Time(scale), true) = (&self.axis.scale, self.axis.offset_after_skip) {
            let times: Vec<f64> = self.ticks.iter().map(|tick| tick.value).collect();
            self.update_time_normalizer(scale, &times);
        }
    }

    /// Keeps every n-th tick if there are more than can be drawn.
    pub(super) fn cap_tick_count(&mut self) {
        let step = self.ticks.len().div_ceil(MAX_TICKS);
        if step > 1 {
            self.ticks = self.ticks.iter().step_by(step).cloned().collect();
        }
    }

    /// Returns the length that a label takes along the axis.
    fn label_length_along_axis(&self) -> f64 {
        let angle = self.rotation.to_radians();
        let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
        let padding = self.axis.tick_labels.skip_padding;
        let (width, height) = (self.label_sizes.widest + padding, self.label_sizes.tallest + padding);
        if self.axis.horizontal {
            if height * cos > width * sin { width / cos } else { height / sin }
        } else if height * sin < width * cos {
            height / cos
        } else {
            width / sin
        }
    }
}
