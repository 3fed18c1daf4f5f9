//! Ticks of a time axis (Chart.js 4.6.1).

use crate::scale::Tick;

use super::{Unit, add, difference, start_of};

/// The unit of which `capacity` ticks reach from end to end.
pub fn auto_unit(least: Unit, (min, max): (f64, f64), capacity: f64) -> Unit {
    let fits = |unit: &Unit| {
        let factor = unit.steps().unwrap_or(f64::MAX);
        unit.is_common() && ((max - min) / (factor * unit.length())).ceil() <= capacity
    };
    Unit::ALL
        .into_iter()
        .filter(|unit| *unit >= least && *unit != Unit::Year)
        .find(fits)
        .unwrap_or(Unit::Year)
}

/// The greatest unit that tells so many ticks apart.
pub fn formatting_unit(least: Unit, (min, max): (f64, f64), count: usize) -> Unit {
    let tells = |unit: &Unit| unit.is_common() && difference(max, min, *unit) >= count as f64 - 1.0;
    Unit::ALL.into_iter().rev().take_while(|unit| *unit >= least).find(tells).unwrap_or(least)
}

/// The next greater unit.
pub fn major_unit(unit: Unit) -> Option<Unit> {
    Unit::ALL.into_iter().find(|greater| *greater > unit && greater.is_common())
}

/// Every unit's start from end to end, or of given instants those that are next; at most `most`.
pub fn generated(
    (min, max): (f64, f64),
    (unit, step, weekday): (Unit, f64, Option<i8>),
    (snap, past_end): (Option<&[f64]>, bool),
    most: usize,
) -> Vec<f64> {
    let weekday = weekday.filter(|_| unit == Unit::Week);
    let mut first = min;
    if weekday.is_some() {
        first = start_of(first, Unit::Week, weekday);
    }
    first = start_of(first, if weekday.is_some() { Unit::Day } else { unit }, None);
    let step = if step > 0.0 { step } else { 1.0 };
    // Of more than there may be every second, third …
    let step = step * ((max - first) / (step * unit.length() * most as f64)).ceil().max(1.0);
    let mut ticks = Vec::new();
    let mut push = |time: f64| match snap {
        None => ticks.push(time),
        Some(times) => ticks.extend(nearest(times, time)),
    };
    let (mut time, mut count) = (first, 0);
    while time < max && count < most {
        push(time);
        time = add(time, step, unit);
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

/// The first of sorted instants that is not before `time`, or the last one.
fn nearest(times: &[f64], time: f64) -> Option<f64> {
    times.get(times.partition_point(|at| *at < time)).or(times.last()).copied()
}

/// Marks the ticks at which a greater unit starts.
pub fn mark_majors(ticks: &mut [Tick], unit: Unit) {
    for tick in ticks {
        tick.major = start_of(tick.value, unit, None) == tick.value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: f64 = 8.64e7;

    #[test]
    fn units_follow_from_the_room() {
        for (days, capacity, unit) in [
            (1.0, 10.0, Unit::Hour),
            (20.0, 5.0, Unit::Day),
            (300.0, 9.0, Unit::Month),
            (9e3, 9.0, Unit::Year),
        ] {
            assert_eq!(auto_unit(Unit::Millisecond, (0.0, days * DAY), capacity), unit, "{days}");
        }
        assert_eq!(major_unit(Unit::Day), Some(Unit::Month));
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let ticks = generated((0.0, 90.0 * DAY), (Unit::Month, 1.0, None), (None, true), 100);
        assert_eq!(ticks, [0.0, 31.0 * DAY, 59.0 * DAY, 90.0 * DAY]);
        assert_eq!(difference(90.0 * DAY, 0.0, Unit::Month), 3.0);
        assert_eq!(difference(89.0 * DAY, 0.0, Unit::Month), 2.0);
    }

    #[test]
    fn of_too_many_every_second_is_there_up_to_the_end() {
        let ticks = generated((0.0, 15.0 * DAY), (Unit::Day, 1.0, None), (None, false), 10);
        assert_eq!(ticks, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0].map(|days| days * DAY));
    }
}
