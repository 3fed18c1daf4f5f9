//! Ticks of a logarithmic axis (Chart.js 4.6.1).

use super::data_range::DataRange;
use super::js_math::js_round;
use super::tick::Tick;

/// Returns the exponent of the largest power of ten that is not above the value.
pub fn floor_log10(value: f64) -> f64 {
    libm::log10(value).floor()
}

fn power_of_ten(exponent: f64) -> f64 {
    libm::pow(10.0, exponent)
}

fn is_major(value: f64) -> bool {
    value / power_of_ten(floor_log10(value)) == 1.0
}

/// Returns the exponent of the first tick distance.
fn start_exponent(min: f64, max: f64) -> f64 {
    let steps =
        |exponent: f64| (max / power_of_ten(exponent)).ceil() - (min / power_of_ten(exponent)).floor();
    let mut exponent = floor_log10(max - min);
    while exponent.is_finite() && steps(exponent) > 10.0 {
        exponent += 1.0;
    }
    while exponent.is_finite() && steps(exponent) < 10.0 {
        exponent -= 1.0;
    }
    exponent.min(floor_log10(min))
}

/// Returns at most `max_count` ticks over a range. The configured limits are ticks even if they are not round.
pub fn log_ticks(
    range: DataRange,
    configured_min: Option<f64>,
    configured_max: Option<f64>,
    max_count: usize,
) -> Vec<Tick> {
    let (min, max) = (configured_min.unwrap_or(range.min), range.max);
    let min_exponent = floor_log10(min);
    let mut exponent = start_exponent(min, max);
    if !exponent.is_finite() {
        return vec![Tick::new(min), Tick::new(max)];
    }
    let mut precision = if exponent < 0.0 { power_of_ten(exponent.abs()) } else { 1.0 };
    let step = power_of_ten(exponent);
    let base = if min_exponent > exponent { power_of_ten(min_exponent) } else { 0.0 };
    let start = js_round((min - base) * precision) / precision;
    let offset = ((min - base) / step / 10.0).floor() * step * 10.0;
    let mut significand = ((start - offset) / power_of_ten(exponent)).floor();
    let at = |significand: f64, exponent: f64, precision: f64| {
        js_round((base + offset + significand * power_of_ten(exponent)) * precision) / precision
    };
    let mut value = configured_min.unwrap_or_else(|| at(significand, exponent, precision));
    let mut ticks = Vec::new();
    while value < max && ticks.len() < max_count {
        ticks.push(Tick { value, major: is_major(value), significand, ..Tick::default() });
        significand = match significand {
            s if s >= 15.0 => 20.0,
            s if s >= 10.0 => 15.0,
            s => s + 1.0,
        };
        if significand >= 20.0 {
            exponent += 1.0;
            significand = 2.0;
            if exponent >= 0.0 {
                precision = 1.0;
            }
        }
        value = at(significand, exponent, precision);
    }
    let last = configured_max.unwrap_or(value);
    ticks.push(Tick { value: last, major: is_major(last), significand, ..Tick::default() });
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_match_chart_js() {
        let ticks = |min, max| log_ticks(DataRange { min, max }, None, None, 1000);
        assert_eq!(
            ticks(1.0, 50.0).iter().map(|tick| tick.value).collect::<Vec<_>>(),
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0]
        );
        assert!(ticks(1.0, 100.0).iter().any(|tick| tick.major && tick.value == 10.0));
    }
}
