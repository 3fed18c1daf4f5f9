//! Round ticks over a range of numbers, for the sprint templates.

use super::data_range::DataRange;

/// Maximum number of decimals of a tick; also bounds the search for them.
const MAX_DECIMALS: i32 = 15;

/// Returns the distance of at most `max_ticks` ticks over a range: 1, 2, 2.5, 5 or 10 times a power of ten
/// (Chart.js 4.6.1, `niceNum` and `generateTicks`).
fn round_step(range: DataRange, max_ticks: usize) -> f64 {
    let spaces = max_ticks.max(2) as f64 - 1.0;
    let step = round_up_to_nice((range.max - range.min) / spaces);
    let needed = (range.max / step).ceil() - (range.min / step).floor();
    if needed > spaces { round_up_to_nice(needed * step / spaces) } else { step }
}

/// Rounds up to the next of 1, 2, 2.5, 5 and 10 times a power of ten.
fn round_up_to_nice(value: f64) -> f64 {
    let nearest = value.round();
    let value = if (value - nearest).abs() < value / 1000.0 { nearest } else { value };
    let base = libm::pow(10.0, libm::log10(value).floor());
    let fraction = value / base;
    let nice = [1.0, 2.0, 2.5, 5.0].into_iter().find(|n| fraction <= *n).unwrap_or(10.0);
    nice * base
}

/// Extends a range to whole steps, so that the first and the last tick are at its ends.
pub fn round_domain(range: DataRange, max_ticks: usize) -> DataRange {
    if range.max - range.min <= 0.0 {
        return DataRange { min: range.min, max: range.min + 1.0 };
    }
    let step = round_step(range, max_ticks);
    DataRange { min: (range.min / step).floor() * step, max: (range.max / step).ceil() * step }
}

/// Returns at most `max_ticks` round values within a range in ascending order, without superfluous decimals.
pub fn round_ticks(range: DataRange, max_ticks: usize) -> Vec<f64> {
    if range.max - range.min <= 0.0 {
        return vec![range.min];
    }
    let step = round_step(range, max_ticks);
    let factor = libm::pow(10.0, f64::from(decimal_places(step)));
    let first = (range.min / step).ceil();
    let last = (range.max / step + 1e-9).floor();
    let count = (last - first + 1.0).clamp(0.0, max_ticks as f64) as usize;
    (0..count).map(|k| ((first + k as f64) * step * factor).round() / factor).collect()
}

/// Returns the number of decimals needed to write a value.
fn decimal_places(value: f64) -> i32 {
    (0..MAX_DECIMALS)
        .find(|d| {
            let factor = libm::pow(10.0, f64::from(*d));
            ((value * factor).round() / factor - value).abs() <= value.abs() * 1e-12
        })
        .unwrap_or(MAX_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_inside_the_domain() {
        for ((min, max), max_ticks, expected) in [
            ((0.0, 43.0), 6, vec![0.0, 10.0, 20.0, 30.0, 40.0]),
            ((0.0, 1.0), 6, vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            ((0.0, 10_000.0), 5, vec![0.0, 2500.0, 5000.0, 7500.0, 10_000.0]),
            ((-3.0, 5.0), 4, vec![0.0, 5.0]),
            ((-5.0, 5.0), 3, vec![-5.0, 0.0, 5.0]),
            ((0.0, 0.0), 5, vec![0.0]),
        ] {
            assert_eq!(round_ticks(DataRange { min, max }, max_ticks), expected, "{min} {max} {max_ticks}");
        }
    }

    #[test]
    fn a_rounded_domain_ends_at_ticks() {
        for (max, expected) in [(43.0, 50.0), (0.0, 1.0)] {
            let range = round_domain(DataRange { min: 0.0, max }, 6);
            assert_eq!(range, DataRange { min: 0.0, max: expected });
        }
    }

    proptest! {
        #[test]
        fn ticks_stay_inside_the_domain_and_below_the_maximum_count(low in -1e9..1e9f64, span in 1e-6..1e12f64, max in 2usize..12) {
            let ticks = round_ticks(DataRange { min: low, max: low + span }, max);
            prop_assert!(ticks.len() <= max, "{ticks:?}");
            for pair in ticks.windows(2) {
                prop_assert!(pair[0] < pair[1], "{ticks:?}");
            }
            let slack = span * 1e-6 + low.abs() * 1e-9;
            prop_assert!(ticks.iter().all(|t| *t >= low - slack && *t <= low + span + slack));
        }
    }
}
