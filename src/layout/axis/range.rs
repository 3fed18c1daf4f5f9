//! The range of the data of an axis (Chart.js 4.6.1, `getMinMax` and `determineDataLimits`).

use crate::chart::{Along, Axis, Extent, Limits, Scale};
use crate::scale::floor_log10;
use crate::scale::time::Unit;

use super::{AxisBox, Ground, uses};

/// Least and greatest value of an axis's data and given ends; each may be infinite where there is none.
pub(super) fn data_range(index: usize, axis: &Axis, ground: &Ground, stacked: bool) -> (f64, f64) {
    let Limits { min: given_min, max: given_max, suggested_min, suggested_max } = axis.limits;
    let mut min = given_min.or(suggested_min).unwrap_or(f64::INFINITY);
    let mut max = given_max.or(suggested_max).unwrap_or(f64::NEG_INFINITY);
    if given_min.is_some() && given_max.is_some() {
        return (min, max);
    }
    for dataset in &ground.stacks.order {
        let (low, high) = dataset_range(*dataset, index, ground, stacked);
        if given_min.is_none() {
            min = min.min(low);
        }
        if given_max.is_none() {
            max = max.max(high);
        }
    }
    if given_max.is_some() && min > max {
        min = max;
    }
    if given_min.is_some() && min > max {
        max = min;
    }
    let finite = |value: f64, other: f64| if value.is_finite() { value } else { other };
    (finite(min, finite(max, min)), finite(max, finite(min, max)))
}

fn dataset_range(dataset: usize, axis: usize, ground: &Ground, stacked: bool) -> (f64, f64) {
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    let Some(set) = ground.chart.datasets.get(dataset).filter(|set| uses(set.axes, axis)) else {
        return none;
    };
    let is_value = set.value_axis() == Some(axis);
    let scale = ground.chart.axes.get(axis).map(|axis| &axis.scale);
    let logarithmic = matches!(scale, Some(Scale::Logarithmic { .. }));
    let other = set.axes.map(|(i, v)| if is_value { i } else { v });
    let bounds =
        other.and_then(|other| ground.chart.axes.get(other)).map(|axis| axis.limits).unwrap_or_default();
    let outside = |at: Option<f64>| {
        let at = at.unwrap_or(0.0);
        bounds.min.is_some_and(|min| min > at) || bounds.max.is_some_and(|max| max < at)
    };
    let mut range = none;
    let mut widen = |value: f64| range = (range.0.min(value), range.1.max(value));
    for value in &set.values {
        let (here, there) = if is_value { (value.value, value.index) } else { (value.index, value.value) };
        let counts = |here: &f64| !outside(there) && (!logarithmic || *here != 0.0);
        let Some(here) = here.filter(counts) else { continue };
        let stacks = is_value && stacked && ground.stacks.is_stacked(dataset);
        widen(if stacks {
            ground.stacks.total(dataset, there.unwrap_or(f64::NAN), here, false)
        } else {
            here
        });
        if let Some((start, end)) = value.float.filter(|_| is_value) {
            widen(start);
            widen(end);
        }
    }
    range
}

/// The instants of all visible datasets of a time axis, in order.
pub(super) fn instants(index: usize, ground: &Ground) -> Vec<f64> {
    let mut times: Vec<f64> = Vec::new();
    for set in ground.stacks.order.iter().filter_map(|dataset| ground.chart.datasets.get(*dataset)) {
        match set.axes {
            Some((i, _)) if i == index => times.extend(set.values.iter().filter_map(|value| value.index)),
            Some((_, v)) if v == index => times.extend(set.values.iter().filter_map(|value| value.value)),
            _ => {}
        }
    }
    times.sort_by(f64::total_cmp);
    times.dedup();
    times
}

impl AxisBox<'_> {
    /// Finds the ends of the axis from its data.
    pub(super) fn determine_range(&mut self, ground: &Ground) {
        let axis = self.axis;
        let (min, max) = data_range(self.index, axis, ground, !matches!(axis.scale, Scale::Time(_)));
        (self.min, self.max) = match &axis.scale {
            Scale::Category { labels } => category(axis, labels.len(), (min, max)),
            Scale::Linear { begin_at_zero, .. } => linear(axis, *begin_at_zero, (min, max), 1.0),
            Scale::Logarithmic { begin_at_zero, has_zero, .. } => {
                logarithmic(axis, *begin_at_zero || *has_zero, (min, max))
            }
            Scale::Time(time) => {
                let all = axis.limits.min.is_some() && axis.limits.max.is_some();
                let from_labels = axis.bounds_ticks && time.source == crate::scale::time::Source::Labels;
                let data = if all || !from_labels { (min, max) } else { (f64::INFINITY, f64::NEG_INFINITY) };
                times(axis, (&time.labels, time.unit.unwrap_or(Unit::Day)), data)
            }
            Scale::Given(_) => (min, max),
        };
        let begin = matches!(
            axis.scale,
            Scale::Linear { begin_at_zero: true, .. } | Scale::Logarithmic { begin_at_zero: true, .. }
        );
        self.widen(ground);
        self.range = Some(with_grace((self.min, self.max), axis.grace, begin));
    }

    /// Reaches the values of annotations, except where an end was given.
    fn widen(&mut self, ground: &Ground) {
        let (axis, before) = (self.axis, (self.min, self.max));
        let Limits { min, max, suggested_min, suggested_max } = axis.limits;
        let places = ground.chart.annotations.iter().filter(|annotation| annotation.widens);
        for place in places.flat_map(|annotation| annotation.x.iter().chain(&annotation.y)) {
            let Along::Value(index, value) = *place else { continue };
            let on_axis = match axis.scale {
                Scale::Category { .. } | Scale::Given(_) => false,
                Scale::Logarithmic { .. } => value > 0.0,
                Scale::Linear { .. } | Scale::Time(_) => true,
            };
            if index != self.index || !on_axis {
                continue;
            }
            if min.or(suggested_min).is_none() {
                self.min = self.min.min(value);
            }
            if max.or(suggested_max).is_none() {
                self.max = self.max.max(value);
            }
        }
        let now = (self.min, self.max);
        if now != before {
            (self.min, self.max) = match axis.scale {
                Scale::Linear { begin_at_zero, .. } => linear(axis, begin_at_zero, now, 1.0),
                Scale::Logarithmic { begin_at_zero, has_zero, .. } => {
                    logarithmic(axis, begin_at_zero || has_zero, now)
                }
                _ => now,
            };
        }
    }
}

fn category(axis: &Axis, labels: usize, (min, max): (f64, f64)) -> (f64, f64) {
    if !axis.bounds_ticks {
        return (min, max);
    }
    (axis.limits.min.map_or(0.0, |_| min), axis.limits.max.map_or(labels as f64 - 1.0, |_| max))
}

/// The ends of an axis of numbers; `empty` is its end where there is no data.
pub(super) fn linear(axis: &Axis, begin_at_zero: bool, data: (f64, f64), empty: f64) -> (f64, f64) {
    let mut min = if data.0.is_finite() { data.0 } else { 0.0 };
    let mut max = if data.1.is_finite() { data.1 } else { empty };
    let (fixed_min, fixed_max) = (axis.limits.min.is_some(), axis.limits.max.is_some());
    if begin_at_zero {
        if min < 0.0 && max < 0.0 && !fixed_max {
            max = 0.0;
        } else if min > 0.0 && max > 0.0 && !fixed_min {
            min = 0.0;
        }
    }
    if min == max {
        let offset = if max == 0.0 { 1.0 } else { (max * 0.05).abs() };
        if !fixed_max {
            max += offset;
        }
        if !begin_at_zero && !fixed_min {
            min -= offset;
        }
    }
    (min, max)
}

fn logarithmic(axis: &Axis, zero: bool, data: (f64, f64)) -> (f64, f64) {
    let shifted = |value: f64, by: f64| libm::pow(10.0, floor_log10(value) + by);
    let mut min = if data.0.is_finite() { data.0.max(0.0) } else { 0.0 };
    let mut max = if data.1.is_finite() { data.1.max(0.0) } else { 0.0 };
    let (fixed_min, fixed_max) = (axis.limits.min.is_some(), axis.limits.max.is_some());
    if zero && axis.limits.suggested_min != Some(min) && !fixed_min && min > 0.0 {
        min = if min == shifted(min, 0.0) { shifted(min, -1.0) } else { shifted(min, 0.0) };
    }
    let set = |fixed: bool, old: f64, new: f64| if fixed { old } else { new };
    if min == max {
        if min <= 0.0 {
            (min, max) = (set(fixed_min, min, 1.0), set(fixed_max, max, 10.0));
        } else {
            (min, max) = (set(fixed_min, min, shifted(min, -1.0)), set(fixed_max, max, shifted(max, 1.0)));
        }
    }
    if min <= 0.0 {
        min = set(fixed_min, min, shifted(max, -1.0));
    }
    if max <= 0.0 {
        max = set(fixed_max, max, shifted(min, 1.0));
    }
    (min, max)
}

fn times(axis: &Axis, (labels, unit): (&[f64], Unit), data: (f64, f64)) -> (f64, f64) {
    let (mut min, mut max) = data;
    if let (Some(first), Some(last)) = (labels.first(), labels.last()) {
        if axis.limits.min.is_none() {
            min = min.min(*first);
        }
        if axis.limits.max.is_none() {
            max = max.max(*last);
        }
    }
    // Without data Chart.js shows today, or this hour, this month …; here there is no clock, so it is the first of all.
    let min = if min.is_finite() { min } else { 0.0 };
    let max = if max.is_finite() { max } else { min + unit.length() };
    (min.min(max - 1.0), max.max(min + 1.0))
}

/// The range with its grace on both sides; a zero at which it has to begin stays.
pub(super) fn with_grace((min, max): (f64, f64), grace: Extent, begin_at_zero: bool) -> (f64, f64) {
    let change = match grace {
        Extent::Pixels(units) => units,
        Extent::Share(share) => share * (max - min) / 2.0,
    };
    let keep = |value: f64, add: f64| if begin_at_zero && value == 0.0 { 0.0 } else { value + add };
    (keep(min, -change.abs()), keep(max, change))
}
