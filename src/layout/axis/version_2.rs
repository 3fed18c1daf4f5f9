//! The rules of Chart.js 2.9.4 for the range, the ticks and the labels of an axis, where version 4 has others.

use crate::chart::{Axis, AxisRules, LayoutPosition, Scale, ScaleLimits};
use crate::geometry::Sides;
use crate::limits::MAX_TICKS;
use crate::scale::{
    DataRange, Normalizer, SkipRule, Tick, V2LogTickOptions, auto_skip_ticks, floor_log10, v2_first_log_tick,
    v2_log_ticks,
};

use super::axis_box::AxisBox;
use super::axis_data::unlimited_range;
use super::label_sizes::MAX_MEASURED_LABELS;
use crate::layout::context::LayoutContext;

/// Room between labels and the edge of the axis, as a fraction of the line height.
const LINE_SPACE: f64 = 0.4;
/// Room between a label and the edge of the picture, in pixels.
const EDGE_SPACE: f64 = 3.0;

impl AxisBox<'_> {
    pub(super) fn follows_version_2(&self) -> bool {
        self.axis.rules == AxisRules::Version2
    }

    /// True if version 2 lists the ticks from the top. Skipped ticks are counted in this order, labels have as many digits as
    /// the first ticks need, and the callback of ticks sees them in this order.
    pub(super) fn lists_ticks_downwards(&self) -> bool {
        let has_numbers = matches!(self.axis.scale, Scale::Linear { .. } | Scale::Logarithmic { .. });
        self.follows_version_2() && self.id.is_some() && !self.axis.horizontal && has_numbers
    }

    /// The position of a tick in the order of version 2.
    pub(super) fn listed_position(&self, index: usize) -> usize {
        if self.lists_ticks_downwards() { self.ticks.len().saturating_sub(index + 1) } else { index }
    }

    /// The tick whose grid line has the style of the line at zero. An axis without numbers has it at its first tick.
    pub(super) fn zero_line_index(&self) -> Option<usize> {
        match self.axis.scale {
            Scale::Linear { .. } => self.ticks.iter().position(|tick| tick.value == 0.0),
            _ => Some(self.listed_position(0)),
        }
    }

    /// Half the distance of ticks before any was skipped, in pixels: that of a line between ticks from its tick.
    pub(super) fn half_category(&self) -> f64 {
        let at = |index: usize| self.pixel_for_tick(index);
        match (&self.axis.scale, self.ticks.first()) {
            (Scale::Category { labels }, Some(first)) if labels.len() > 1 => {
                (self.pixel_for_value(first.value + 1.0) - at(0)) / 2.0
            }
            _ if self.ticks.len() > 1 => (at(1) - at(0)) / 2.0,
            _ => (at(0) - self.pixels.start).max(self.pixels.start + self.pixels.length - at(0)),
        }
    }

    /// Returns the ticks of a logarithmic axis.
    pub(super) fn log_ticks_of_version_2(&mut self, context: &LayoutContext) -> Vec<Tick> {
        let limits = self.axis.limits;
        let range = self.current_range();
        let data = unlimited_range(self.id, context, true);
        let least_positive = if data.min.is_finite() && data.min > 0.0 {
            data.min
        } else if range.min > 0.0 {
            range.min
        } else if range.max < 1.0 {
            libm::pow(10.0, floor_log10(range.max))
        } else {
            1.0
        };
        let is_limit = |limit: &f64| *limit >= 0.0;
        let options = V2LogTickOptions {
            range,
            least_positive,
            min: limits.min.filter(is_limit),
            max: limits.max.filter(is_limit),
        };
        let ticks = v2_log_ticks(&options, MAX_TICKS);
        self.first_log_tick = (ticks.first() == Some(&0.0)).then(|| v2_first_log_tick(least_positive));
        ticks.into_iter().map(Tick::new).collect()
    }

    /// The mapping of a logarithmic axis. Zero is below the first tick, at the end of the axis.
    pub(super) fn log_normalizer(&self) -> Normalizer {
        let (min, max) = (self.min, self.max);
        let start = libm::log10(self.first_log_tick.unwrap_or(min));
        let below = match self.first_log_tick {
            Some(_) if self.length > 0.0 => (self.tick_font(0).style.size / self.length).min(0.5),
            _ => 0.0,
        };
        let range = (libm::log10(max) - start) / (1.0 - below);
        Normalizer::Log { min, start: start - below * range, range }
    }

    /// Extends the axis to its first and last tick.
    pub(super) fn set_range_to_ticks(&mut self, ticks: &[Tick]) {
        let mut range = DataRange::EMPTY;
        ticks.iter().for_each(|tick| range.include(tick.value));
        if range.min.is_finite() && range.max.is_finite() {
            self.set_range(range);
        }
    }

    /// Skips ticks so that the labels do not overlap.
    pub(super) fn skip_ticks_of_version_2(&mut self) {
        let ticks = &self.axis.tick_labels;
        let before = self.ticks.len();
        if ticks.display && self.can_skip_ticks() {
            let room = self.length / self.label_length_along_axis() + 1.0;
            let limit = ticks.max_ticks_limit.map_or(room, |count| count as f64);
            let rule = SkipRule { limit, majors_first: ticks.major_enabled, counts_gaps: true };
            let is_downwards = self.lists_ticks_downwards();
            if is_downwards {
                self.ticks.reverse();
            }
            self.ticks = auto_skip_ticks(&self.ticks, rule);
            if is_downwards {
                self.ticks.reverse();
            }
        }
        self.cap_tick_count();
        if before > MAX_MEASURED_LABELS {
            self.label_ticks();
        }
    }

    /// Returns the room for labels and their padding perpendicular to the axis; `sin` and `cos` are those of their rotation.
    pub(super) fn label_thickness_of_version_2(&self, sin: f64, cos: f64) -> f64 {
        let ticks = &self.axis.tick_labels;
        let line_height = self.tick_font(0).line_height;
        let (widest, tallest) = (self.label_sizes.widest, self.label_sizes.tallest);
        let space = line_height * LINE_SPACE;
        match (self.axis.horizontal, self.rotation != 0.0) {
            (true, true) => sin * widest + cos * (tallest - line_height / 2.0) + ticks.padding,
            (true, false) => tallest + space + ticks.padding,
            (false, _) if ticks.mirror => 0.0,
            (false, _) => widest + ticks.padding + space,
        }
    }

    /// Returns by how many pixels the outermost labels reach beyond the ends of the axis.
    pub(super) fn end_overhang_of_version_2(&self, sin: f64, cos: f64) -> Sides {
        let (first, last) = (self.label_sizes.first, self.label_sizes.last);
        if !self.axis.horizontal {
            return Sides { top: last.1 / 2.0, bottom: first.1 / 2.0, ..Sides::default() };
        }
        let half_line = self.tick_font(0).line_height / 2.0;
        let before = self.pixel_for_tick(0) - self.edges.left;
        let after = self.edges.right - self.pixel_for_tick(self.ticks.len().saturating_sub(1));
        let (left, right) = match (self.rotation != 0.0, self.axis.position) {
            (false, _) => (first.0 / 2.0, last.0 / 2.0),
            (true, LayoutPosition::Bottom) => (cos * first.0 + sin * half_line, sin * (last.1 - half_line)),
            (true, _) => (sin * (first.1 - half_line), cos * last.0 + sin * half_line),
        };
        let overhang = |label: f64, offset: f64| {
            let beyond = (label - offset) * self.width / (self.width - offset);
            if beyond.is_finite() { beyond.max(0.0) + EDGE_SPACE } else { EDGE_SPACE }
        };
        Sides { left: overhang(left, before), right: overhang(right, after), ..Sides::default() }
    }
}

/// Returns the range of a linear axis; `empty` is its maximum if there is no data.
pub(super) fn v2_linear_range(
    limits: ScaleLimits,
    begin_at_zero: bool,
    data: DataRange,
    empty: f64,
) -> DataRange {
    let mut min = if data.min.is_finite() { data.min } else { 0.0 };
    let mut max = if data.max.is_finite() { data.max } else { empty };
    if begin_at_zero {
        if min < 0.0 && max < 0.0 {
            max = 0.0;
        } else if min > 0.0 && max > 0.0 {
            min = 0.0;
        }
    }
    min = limits.min.unwrap_or_else(|| limits.suggested_min.map_or(min, |suggested| min.min(suggested)));
    max = limits.max.unwrap_or_else(|| limits.suggested_max.map_or(max, |suggested| max.max(suggested)));
    let sets_min = limits.min.or(limits.suggested_min).is_some();
    let sets_max = limits.max.or(limits.suggested_max).is_some();
    if sets_min != sets_max && min >= max {
        if sets_min {
            max = min + 1.0;
        } else {
            min = max - 1.0;
        }
    }
    if min == max {
        max += 1.0;
        if !begin_at_zero {
            min -= 1.0;
        }
    }
    DataRange { min, max }
}

/// Returns the range of a logarithmic axis, which starts at zero if a value is zero.
pub(super) fn v2_logarithmic_range(axis: &Axis, data: DataRange) -> DataRange {
    let ScaleLimits { min: fixed_min, max: fixed_max, .. } = axis.limits;
    let has_zero = matches!(axis.scale, Scale::Logarithmic { has_zero: true, .. });
    let shifted = |value: f64, by: f64| libm::pow(10.0, floor_log10(value) + by);
    let least = if has_zero { 0.0 } else { data.min };
    let min = fixed_min.filter(|min| *min >= 0.0).unwrap_or(least);
    let max = fixed_max.filter(|max| *max >= 0.0).unwrap_or(data.max);
    match (min.is_finite(), max.is_finite()) {
        (true, true) if min == max && min != 0.0 => {
            DataRange { min: shifted(min, -1.0), max: shifted(max, 1.0) }
        }
        (true, true) if min == max => DataRange { min: 1.0, max: 10.0 },
        (true, true) => DataRange { min, max },
        (false, true) => DataRange { min: shifted(max, -1.0), max },
        (true, false) => DataRange { min, max: if min == 0.0 { 10.0 } else { shifted(min, 1.0) } },
        (false, false) => DataRange { min: 1.0, max: 10.0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_linear_range_has_at_least_one_unit() {
        let range = |limits: ScaleLimits, begin_at_zero: bool, min: f64, max: f64| {
            let range = v2_linear_range(limits, begin_at_zero, DataRange { min, max }, 1.0);
            (range.min, range.max)
        };
        let none = ScaleLimits::default();
        assert_eq!(range(none, false, 42.0, 42.0), (41.0, 43.0));
        assert_eq!(range(none, true, 0.0, 0.0), (0.0, 1.0));
        assert_eq!(range(none, false, f64::INFINITY, f64::NEG_INFINITY), (0.0, 1.0));
        assert_eq!(range(ScaleLimits { min: Some(9.0), ..none }, false, 1.0, 5.0), (9.0, 10.0));
        assert_eq!(range(ScaleLimits { suggested_max: Some(9.0), ..none }, true, 1.0, 5.0), (0.0, 9.0));
    }
}
