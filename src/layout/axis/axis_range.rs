//! The range of an axis (Chart.js 4.6.1, `determineDataLimits`).

use crate::chart::{AnnotationCoord, Axis, Length, Scale, ScaleLimits};
use crate::layout::context::LayoutContext;
use crate::scale::time::TimeUnit;
use crate::scale::{DataRange, floor_log10};

use super::axis_box::AxisBox;
use super::axis_data::data_range;

impl AxisBox<'_> {
    /// Returns the range that the axis covers.
    pub(super) fn current_range(&self) -> DataRange {
        DataRange { min: self.min, max: self.max }
    }

    /// Sets the range that the axis covers.
    pub(super) fn set_range(&mut self, range: DataRange) {
        (self.min, self.max) = (range.min, range.max);
    }

    /// Determines the minimum and maximum from the data.
    pub(super) fn determine_range(&mut self, context: &LayoutContext) {
        let axis = self.axis;
        let data = data_range(self.id, axis, context, !matches!(axis.scale, Scale::Time(_)));
        let range = match &axis.scale {
            Scale::Category { labels } => category_range(axis, labels.len(), data),
            Scale::Linear { begin_at_zero, .. } => linear_range(axis, *begin_at_zero, data, 1.0),
            Scale::Logarithmic { begin_at_zero, has_zero, .. } => {
                logarithmic_range(axis, *begin_at_zero || *has_zero, data)
            }
            Scale::Time(time) => {
                let all = axis.limits.min.is_some() && axis.limits.max.is_some();
                let from_labels =
                    axis.bounds_at_ticks && time.source == crate::scale::time::TickSource::Labels;
                let data = if all || !from_labels { data } else { DataRange::EMPTY };
                time_range(axis, &time.labels, time.unit.unwrap_or(TimeUnit::Day), data)
            }
            Scale::Explicit(_) => data,
        };
        self.set_range(range);
        self.include_annotations(context);
    }

    /// Returns the current range with the grace of the options.
    pub(super) fn graced_range(&self) -> DataRange {
        let begin_at_zero = matches!(
            self.axis.scale,
            Scale::Linear { begin_at_zero: true, .. } | Scale::Logarithmic { begin_at_zero: true, .. }
        );
        with_grace(self.current_range(), self.axis.grace, begin_at_zero)
    }

    /// Extends the range to the values of annotations, except at configured limits.
    fn include_annotations(&mut self, context: &LayoutContext) {
        let (axis, before) = (self.axis, self.current_range());
        let ScaleLimits { min, max, suggested_min, suggested_max } = axis.limits;
        let annotations = context.chart.annotations.iter().filter(|annotation| annotation.adjust_scale_range);
        for coord in annotations.flat_map(|annotation| annotation.x.iter().chain(&annotation.y)) {
            let AnnotationCoord::AxisValue(id, value) = *coord else { continue };
            let on_axis = match axis.scale {
                Scale::Category { .. } | Scale::Explicit(_) => false,
                Scale::Logarithmic { .. } => value > 0.0,
                Scale::Linear { .. } | Scale::Time(_) => true,
            };
            if Some(id) != self.id || !on_axis {
                continue;
            }
            if min.or(suggested_min).is_none() {
                self.min = self.min.min(value);
            }
            if max.or(suggested_max).is_none() {
                self.max = self.max.max(value);
            }
        }
        let range = self.current_range();
        if range != before {
            self.set_range(match axis.scale {
                Scale::Linear { begin_at_zero, .. } => linear_range(axis, begin_at_zero, range, 1.0),
                Scale::Logarithmic { begin_at_zero, has_zero, .. } => {
                    logarithmic_range(axis, begin_at_zero || has_zero, range)
                }
                _ => range,
            });
        }
    }
}

fn category_range(axis: &Axis, label_count: usize, data: DataRange) -> DataRange {
    if !axis.bounds_at_ticks {
        return data;
    }
    DataRange {
        min: axis.limits.min.map_or(0.0, |_| data.min),
        max: axis.limits.max.map_or(label_count as f64 - 1.0, |_| data.max),
    }
}

/// Returns the range of a linear axis; `empty` is its maximum if there is no data.
pub(super) fn linear_range(axis: &Axis, begin_at_zero: bool, data: DataRange, empty: f64) -> DataRange {
    let mut min = if data.min.is_finite() { data.min } else { 0.0 };
    let mut max = if data.max.is_finite() { data.max } else { empty };
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
    DataRange { min, max }
}

fn logarithmic_range(axis: &Axis, zero: bool, data: DataRange) -> DataRange {
    let shifted = |value: f64, by: f64| libm::pow(10.0, floor_log10(value) + by);
    let mut min = if data.min.is_finite() { data.min.max(0.0) } else { 0.0 };
    let mut max = if data.max.is_finite() { data.max.max(0.0) } else { 0.0 };
    let (fixed_min, fixed_max) = (axis.limits.min.is_some(), axis.limits.max.is_some());
    if zero && axis.limits.suggested_min != Some(min) && !fixed_min && min > 0.0 {
        min = if min == shifted(min, 0.0) { shifted(min, -1.0) } else { shifted(min, 0.0) };
    }
    let unless_fixed = |fixed: bool, old: f64, new: f64| if fixed { old } else { new };
    if min == max {
        if min <= 0.0 {
            (min, max) = (unless_fixed(fixed_min, min, 1.0), unless_fixed(fixed_max, max, 10.0));
        } else {
            (min, max) = (
                unless_fixed(fixed_min, min, shifted(min, -1.0)),
                unless_fixed(fixed_max, max, shifted(max, 1.0)),
            );
        }
    }
    if min <= 0.0 {
        min = unless_fixed(fixed_min, min, shifted(max, -1.0));
    }
    if max <= 0.0 {
        max = unless_fixed(fixed_max, max, shifted(min, 1.0));
    }
    DataRange { min, max }
}

fn time_range(axis: &Axis, labels: &[f64], unit: TimeUnit, data: DataRange) -> DataRange {
    let DataRange { mut min, mut max } = data;
    if let (Some(first), Some(last)) = (labels.first(), labels.last()) {
        if axis.limits.min.is_none() {
            min = min.min(*first);
        }
        if axis.limits.max.is_none() {
            max = max.max(*last);
        }
    }
    // Without data Chart.js shows the current unit of time. This library reads no clock, so it uses the first
    // one.
    let min = if min.is_finite() { min } else { 0.0 };
    let max = if max.is_finite() { max } else { min + unit.milliseconds() };
    DataRange { min: min.min(max - 1.0), max: max.max(min + 1.0) }
}

/// Adds the grace on both sides of the range; an end at zero is kept if the axis begins at zero.
pub(super) fn with_grace(range: DataRange, grace: Length, begin_at_zero: bool) -> DataRange {
    let change = match grace {
        Length::Pixels(units) => units,
        Length::Fraction(share) => share * (range.max - range.min) / 2.0,
    };
    let extend = |value: f64, add: f64| if begin_at_zero && value == 0.0 { 0.0 } else { value + add };
    DataRange { min: extend(range.min, -change.abs()), max: extend(range.max, change) }
}
