//! Ticks of a logarithmic axis (Chart.js 4.6.1).

use crate::scale::{Tick, js_round};

/// The exponent of the power of ten below.
pub fn floor_log10(value: f64) -> f64 {
    libm::log10(value).floor()
}

fn power(exponent: f64) -> f64 {
    libm::pow(10.0, exponent)
}

fn is_major(value: f64) -> bool {
    value / power(floor_log10(value)) == 1.0
}

/// The exponent of the step with which ticks begin.
fn start_exponent(min: f64, max: f64) -> f64 {
    let steps = |exponent: f64| (max / power(exponent)).ceil() - (min / power(exponent)).floor();
    let mut exponent = floor_log10(max - min);
    while exponent.is_finite() && steps(exponent) > 10.0 {
        exponent += 1.0;
    }
    while exponent.is_finite() && steps(exponent) < 10.0 {
        exponent -= 1.0;
    }
    exponent.min(floor_log10(min))
}

/// Ticks from `min` to `max`; the given ends stand as they are. At most `most`.
pub fn log_ticks((min, max): (f64, f64), given: (Option<f64>, Option<f64>), most: usize) -> Vec<Tick> {
    let min = given.0.unwrap_or(min);
    let least = floor_log10(min);
    let mut exponent = start_exponent(min, max);
    if !exponent.is_finite() {
        return vec![Tick::at(min), Tick::at(max)];
    }
    let mut precision = if exponent < 0.0 { power(exponent.abs()) } else { 1.0 };
    let step = power(exponent);
    let base = if least > exponent { power(least) } else { 0.0 };
    let start = js_round((min - base) * precision) / precision;
    let offset = ((min - base) / step / 10.0).floor() * step * 10.0;
    let mut significand = ((start - offset) / power(exponent)).floor();
    let at = |significand: f64, exponent: f64, precision: f64| {
        js_round((base + offset + significand * power(exponent)) * precision) / precision
    };
    let mut value = given.0.unwrap_or_else(|| at(significand, exponent, precision));
    let mut ticks = Vec::new();
    while value < max && ticks.len() < most {
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
    let last = given.1.unwrap_or(value);
    ticks.push(Tick { value: last, major: is_major(last), significand, ..Tick::default() });
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_those_of_chart_js() {
        let values = |min, max| -> Vec<f64> {
            log_ticks((min, max), (None, None), 1000).into_iter().map(|tick| tick.value).collect()
        };
        assert_eq!(
            values(1.0, 50.0),
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0]
        );
        assert!(
            log_ticks((1.0, 100.0), (None, None), 1000).iter().any(|tick| tick.major && tick.value == 10.0)
        );
    }
}
