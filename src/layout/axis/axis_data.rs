//! The data on an axis (Chart.js 4.6.1, `getMinMax`).

use crate::chart::{Axis, AxisId, AxisRules, Dataset, DatasetId, Scale, ScaleLimits};
use crate::layout::context::LayoutContext;
use crate::scale::DataRange;

/// Returns true if one of a dataset's axes has this id.
pub(super) fn uses_axis(set: &Dataset, axis: Option<AxisId>) -> bool {
    set.axes.zip(axis).is_some_and(|(axes, axis)| axes.contains(axis))
}

/// Returns the smallest and greatest value of an axis's data and configured limits. Both are infinite if
/// there is none.
pub(super) fn data_range(
    id: Option<AxisId>,
    axis: &Axis,
    context: &LayoutContext,
    stacked: bool,
) -> DataRange {
    if axis.rules == AxisRules::Version2 && !matches!(axis.scale, Scale::Category { .. } | Scale::Time(_)) {
        return unlimited_range(id, context, stacked);
    }
    let ScaleLimits { min: fixed_min, max: fixed_max, suggested_min, suggested_max } = axis.limits;
    let mut min = fixed_min.or(suggested_min).unwrap_or(f64::INFINITY);
    let mut max = fixed_max.or(suggested_max).unwrap_or(f64::NEG_INFINITY);
    if fixed_min.is_some() && fixed_max.is_some() {
        return DataRange { min, max };
    }
    for dataset in &context.stacks.front_to_back {
        let range = dataset_range(*dataset, id, context, stacked);
        if fixed_min.is_none() {
            min = min.min(range.min);
        }
        if fixed_max.is_none() {
            max = max.max(range.max);
        }
    }
    if fixed_max.is_some() && min > max {
        min = max;
    }
    if fixed_min.is_some() && min > max {
        max = min;
    }
    let finite = |value: f64, other: f64| if value.is_finite() { value } else { other };
    DataRange { min: finite(min, finite(max, min)), max: finite(max, finite(min, max)) }
}

/// Returns the range of an axis's data alone. A stack starts at zero.
pub(super) fn unlimited_range(id: Option<AxisId>, context: &LayoutContext, stacked: bool) -> DataRange {
    let mut range = DataRange::EMPTY;
    for dataset in &context.stacks.front_to_back {
        let own = dataset_range(*dataset, id, context, stacked);
        if !own.min.is_finite() || !own.max.is_finite() {
            continue;
        }
        let is_value = context.chart.datasets.get(*dataset).is_some_and(|set| set.value_axis() == id);
        if is_value && stacked && context.stacks.is_stacked(*dataset) {
            range.include(0.0);
        }
        range.include(own.min);
        range.include(own.max);
    }
    range
}

/// Returns the range of one dataset on an axis. The sums of stacked values count instead of the values.
fn dataset_range(
    dataset: DatasetId,
    axis: Option<AxisId>,
    context: &LayoutContext,
    stacked: bool,
) -> DataRange {
    let Some(set) = context.chart.datasets.get(dataset).filter(|set| uses_axis(set, axis)) else {
        return DataRange::EMPTY;
    };
    let is_value = set.value_axis() == axis;
    let scale = axis.and_then(|axis| context.chart.axes.get(axis)).map(|axis| &axis.scale);
    let logarithmic = matches!(scale, Some(Scale::Logarithmic { .. }));
    let other_axis = if is_value { set.index_axis() } else { set.value_axis() };
    let limits =
        other_axis.and_then(|axis| context.chart.axes.get(axis)).map(|axis| axis.limits).unwrap_or_default();
    // Version 2 also counts the values outside of the limits of the other axis.
    let rules = axis.and_then(|axis| context.chart.axes.get(axis)).map(|axis| axis.rules);
    let outside = |value: Option<f64>| {
        if rules == Some(AxisRules::Version2) {
            return false;
        }
        let value = value.unwrap_or(0.0);
        limits.min.is_some_and(|min| min > value) || limits.max.is_some_and(|max| max < value)
    };
    let mut range = DataRange::EMPTY;
    for value in &set.data {
        let (own, other) = if is_value { (value.value, value.index) } else { (value.index, value.value) };
        let counts = |own: &f64| !outside(other) && (!logarithmic || *own != 0.0);
        let Some(own) = own.filter(counts) else { continue };
        let is_sum = is_value && stacked && context.stacks.is_stacked(dataset);
        range.include(if is_sum {
            context.stacks.stacked_end(dataset, other.unwrap_or(f64::NAN), own, false)
        } else {
            own
        });
        if let Some((start, end)) = value.floating_range.filter(|_| is_value) {
            range.include(start);
            range.include(end);
        }
    }
    range
}

/// Returns the sorted instants of all visible datasets on a time axis.
pub(super) fn sorted_instants(axis: Option<AxisId>, context: &LayoutContext) -> Vec<f64> {
    let mut times: Vec<f64> = Vec::new();
    let sets = context.stacks.front_to_back.iter().filter_map(|dataset| context.chart.datasets.get(*dataset));
    for set in sets.filter(|set| uses_axis(set, axis)) {
        if set.index_axis() == axis {
            times.extend(set.data.iter().filter_map(|value| value.index));
        } else {
            times.extend(set.data.iter().filter_map(|value| value.value));
        }
    }
    times.sort_by(f64::total_cmp);
    times.dedup();
    times
}
