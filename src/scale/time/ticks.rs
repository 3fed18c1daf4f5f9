//! Ticks of a time axis (Chart.js 4.6.1).

use crate::scale::data_range::DataRange;
use crate::scale::tick::Tick;

use super::unit::{TimeUnit, add_units, start_of_unit, whole_units_between};

/// Options for generating ticks of a time axis.
#[derive(Clone, Copy, Debug)]
pub struct TimeTickOptions<'a> {
    /// Unit whose starts are ticks.
    pub unit: TimeUnit,
    /// Number of units between two ticks.
    pub step: f64,
    /// First day of a week (1 for Monday), if configured.
    pub weekday: Option<i8>,
    /// Sorted instants; each tick is moved to the next of them.
    pub snap: Option<&'a [f64]>,
    /// True if the last tick may lie beyond the range.
    pub past_end: bool,
}

/// Returns the smallest common unit with at most `capacity` ticks in a range.
pub fn auto_unit(min_unit: TimeUnit, range: DataRange, capacity: f64) -> TimeUnit {
    let fits = |unit: &TimeUnit| {
        let factor = unit.count_in_next_unit().unwrap_or(f64::MAX);
        unit.is_common() && ((range.max - range.min) / (factor * unit.milliseconds())).ceil() <= capacity
    };
    TimeUnit::ALL
        .into_iter()
        .filter(|unit| *unit >= min_unit && *unit != TimeUnit::Year)
        .find(fits)
        .unwrap_or(TimeUnit::Year)
}

/// Returns the largest common unit that distinguishes `count` ticks.
pub fn formatting_unit(min_unit: TimeUnit, range: DataRange, count: usize) -> TimeUnit {
    let distinguishes = |unit: &TimeUnit| {
        unit.is_common() && whole_units_between(range.max, range.min, *unit) >= count as f64 - 1.0
    };
    TimeUnit::ALL
        .into_iter()
        .rev()
        .take_while(|unit| *unit >= min_unit)
        .find(distinguishes)
        .unwrap_or(min_unit)
}

/// Returns the next larger common unit, or `None` for years.
pub fn major_unit(unit: TimeUnit) -> Option<TimeUnit> {
    TimeUnit::ALL.into_iter().find(|larger| *larger > unit && larger.is_common())
}

/// Returns at most `max_count` ticks in a range, at the starts of units.
pub fn generate_ticks(range: DataRange, options: &TimeTickOptions, max_count: usize) -> Vec<f64> {
    let DataRange { min, max } = range;
    let TimeTickOptions { unit, step, weekday, snap, past_end } = *options;
    let weekday = weekday.filter(|_| unit == TimeUnit::Week);
    let mut first = min;
    if weekday.is_some() {
        first = start_of_unit(first, TimeUnit::Week, weekday);
    }
    first = start_of_unit(first, if weekday.is_some() { TimeUnit::Day } else { unit }, None);
    let step = if step > 0.0 { step } else { 1.0 };
    // Too many ticks are thinned to every second, third and so on.
    let step = step * ((max - first) / (step * unit.milliseconds() * max_count as f64)).ceil().max(1.0);
    let mut ticks = Vec::new();
    let mut push = |time: f64| match snap {
        None => ticks.push(time),
        Some(times) => ticks.extend(next_instant(times, time)),
    };
    let (mut time, mut count) = (first, 0);
    while time < max && count < max_count {
        push(time);
        time = add_units(time, step, unit);
        count += 1;
    }
    if time == max || past_end || count == 1 {
        push(time);
    }
    ticks.retain(|time: &f64| time.is_finite());
    ticks.sort_by(f64::total_cmp);
    ticks.dedup();
    ticks
}

/// Returns the first of the sorted instants that is not before `time`, or the last one.
fn next_instant(times: &[f64], time: f64) -> Option<f64> {
    times.get(times.partition_point(|at| *at < time)).or(times.last()).copied()
}

/// Marks the ticks at which `unit` starts as major.
pub fn mark_major_ticks(ticks: &mut [Tick], unit: TimeUnit) {
    for tick in ticks {
        tick.major = start_of_unit(tick.value, unit, None) == tick.value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: f64 = 8.64e7;

    fn first_days(count: f64) -> DataRange {
        DataRange { min: 0.0, max: count * DAY }
    }

    #[test]
    fn the_unit_follows_from_the_number_of_ticks_that_fit() {
        for (days, capacity, unit) in [
            (1.0, 10.0, TimeUnit::Hour),
            (20.0, 5.0, TimeUnit::Day),
            (300.0, 9.0, TimeUnit::Month),
            (9e3, 9.0, TimeUnit::Year),
        ] {
            assert_eq!(auto_unit(TimeUnit::Millisecond, first_days(days), capacity), unit, "{days}");
        }
        assert_eq!(major_unit(TimeUnit::Day), Some(TimeUnit::Month));
    }

    #[test]
    fn monthly_ticks_follow_the_calendar() {
        let options =
            TimeTickOptions { unit: TimeUnit::Month, step: 1.0, weekday: None, snap: None, past_end: true };
        let ticks = generate_ticks(first_days(90.0), &options, 100);
        assert_eq!(ticks, [0.0, 31.0 * DAY, 59.0 * DAY, 90.0 * DAY]);
        assert_eq!(whole_units_between(90.0 * DAY, 0.0, TimeUnit::Month), 3.0);
        assert_eq!(whole_units_between(89.0 * DAY, 0.0, TimeUnit::Month), 2.0);
    }

    #[test]
    fn too_many_ticks_are_thinned_to_every_second_one() {
        let options =
            TimeTickOptions { unit: TimeUnit::Day, step: 1.0, weekday: None, snap: None, past_end: false };
        let ticks = generate_ticks(first_days(15.0), &options, 10);
        assert_eq!(ticks, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0].map(|days| days * DAY));
    }
}
