//! Round ticks over a range of numbers, for templates.

/// Most decimals a tick can need; also keeps the search for them finite.
const MAX_DECIMALS: i32 = 15;

/// The round step, 1, 2, 2.5, 5 or 10 times a power of ten, of ticks over a span, at most `max` of them
/// (Chart.js 4.6.1, `niceNum` and `generateTicks`).
fn round_step(low: f64, high: f64, max: usize) -> f64 {
    let spaces = max.max(2) as f64 - 1.0;
    let step = round_up((high - low) / spaces);
    let needed = (high / step).ceil() - (low / step).floor();
    if needed > spaces { round_up(needed * step / spaces) } else { step }
}

/// The next of 1, 2, 2.5, 5, 10 times a power of ten.
fn round_up(value: f64) -> f64 {
    let nearest = value.round();
    let value = if (value - nearest).abs() < value / 1000.0 { nearest } else { value };
    let base = libm::pow(10.0, libm::log10(value).floor());
    let fraction = value / base;
    let nice = [1.0, 2.0, 2.5, 5.0].into_iter().find(|n| fraction <= *n).unwrap_or(10.0);
    nice * base
}

/// The domain widened to whole steps, so that the first and the last tick stand at its ends.
pub fn round_domain((low, high): (f64, f64), max_ticks: usize) -> (f64, f64) {
    if high - low <= 0.0 {
        return (low, low + 1.0);
    }
    let step = round_step(low, high, max_ticks);
    ((low / step).floor() * step, (high / step).ceil() * step)
}

/// Round values within a domain, from below, at most `max` of them; never more decimals than they need.
pub fn round_ticks((low, high): (f64, f64), max: usize) -> Vec<f64> {
    if high - low <= 0.0 {
        return vec![low];
    }
    let step = round_step(low, high, max);
    let factor = libm::pow(10.0, f64::from(decimals(step)));
    let first = (low / step).ceil();
    let last = (high / step + 1e-9).floor();
    let count = (last - first + 1.0).clamp(0.0, max as f64) as usize;
    (0..count).map(|k| ((first + k as f64) * step * factor).round() / factor).collect()
}

/// Decimals a number is written with.
fn decimals(value: f64) -> i32 {
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
    fn ticks_are_round_and_inside() {
        for (domain, max, expected) in [
            ((0.0, 43.0), 6, vec![0.0, 10.0, 20.0, 30.0, 40.0]),
            ((0.0, 1.0), 6, vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            ((0.0, 10_000.0), 5, vec![0.0, 2500.0, 5000.0, 7500.0, 10_000.0]),
            ((-3.0, 5.0), 4, vec![0.0, 5.0]),
            ((-5.0, 5.0), 3, vec![-5.0, 0.0, 5.0]),
            ((0.0, 0.0), 5, vec![0.0]),
        ] {
            assert_eq!(round_ticks(domain, max), expected, "{domain:?} {max}");
        }
    }

    #[test]
    fn a_rounded_domain_ends_on_ticks() {
        assert_eq!(round_domain((0.0, 43.0), 6), (0.0, 50.0));
        assert_eq!(round_domain((0.0, 0.0), 6), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn ticks_stay_inside_and_few(low in -1e9..1e9f64, span in 1e-6..1e12f64, max in 2usize..12) {
            let ticks = round_ticks((low, low + span), max);
            prop_assert!(ticks.len() <= max, "{ticks:?}");
            for pair in ticks.windows(2) {
                prop_assert!(pair[0] < pair[1], "{ticks:?}");
            }
            let slack = span * 1e-6 + low.abs() * 1e-9;
            prop_assert!(ticks.iter().all(|t| *t >= low - slack && *t <= low + span + slack));
        }
    }
}
