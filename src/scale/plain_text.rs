//! Tick labels without thousands separators (Chart.js 2.9.4, `Ticks.formatters`).

use super::js_text::{js_number_text, rounded_text};

/// Upper limit of fraction digits.
const MAX_FRACTION: f64 = 20.0;
/// Ticks that are all smaller have an exponent.
const LEAST_PLAIN: f64 = 1e-4;
/// The least number that JavaScript's `toFixed` writes with an exponent.
const LEAST_EXPONENTIAL: f64 = 1e21;

/// Returns the label of a tick of a linear axis. `ticks` are in the order in which Chart.js has them.
pub(super) fn plain_tick_text(value: f64, ticks: &[f64]) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let mut delta = match ticks {
        [_, second, third, _, ..] => third - second,
        [first, second, ..] => second - first,
        _ => f64::NAN,
    };
    if delta.abs() > 1.0 && value != value.floor() {
        delta = value - value.floor();
    }
    let exponent = libm::log10(delta.abs()).floor();
    let end = |tick: Option<&f64>| tick.map_or(0.0, |tick| tick.abs());
    if end(ticks.first()).max(end(ticks.last())) < LEAST_PLAIN {
        let digits = libm::log10(value.abs()).floor() - exponent;
        return exponential_text(value, Some(fraction_digits(digits)));
    }
    if value.abs() >= LEAST_EXPONENTIAL {
        return js_number_text(value);
    }
    let text = rounded_text(value.abs(), fraction_digits(-exponent));
    if value < 0.0 { format!("-{text}") } else { text }
}

/// Returns the label of a tick of a logarithmic axis; only the ends of the axis and 1, 2 and 5 have one.
pub fn plain_log_text(value: f64, is_at_end: bool) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let significand = value / libm::pow(10.0, libm::log10(value).floor());
    if is_at_end || [1.0, 2.0, 5.0].contains(&significand) {
        exponential_text(value, None)
    } else {
        String::new()
    }
}

fn fraction_digits(digits: f64) -> usize {
    // A distance that is not a number has no digits, as in JavaScript.
    if digits.is_nan() { 0 } else { digits.clamp(0.0, MAX_FRACTION) as usize }
}

/// Writes a number as JavaScript's `toExponential`, with as many digits as needed unless `digits` is given.
fn exponential_text(value: f64, digits: Option<usize>) -> String {
    let text = match digits {
        Some(digits) => format!("{value:.digits$e}"),
        None => format!("{value:e}"),
    };
    match text.split_once('e') {
        Some((mantissa, exponent)) if !exponent.starts_with('-') => format!("{mantissa}e+{exponent}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_ticks_are_written_as_in_chart_js_2() {
        for (ticks, texts) in [
            (vec![0.0, 20000.0, 40000.0, 120000.0], vec!["0", "20000", "40000", "120000"]),
            (vec![1.0, 0.5, 0.0], vec!["1.0", "0.5", "0"]),
            (vec![-1.5, -1.0, -0.5, 0.0], vec!["-1.5", "-1.0", "-0.5", "0"]),
            (vec![18.2, 18.0, 16.0, 14.0, 1.5], vec!["18.2", "18", "16", "14", "1.5"]),
            (vec![2e-5, 1e-5, 0.0], vec!["2e-5", "1e-5", "0"]),
            (vec![2e21, 1e21, 0.0], vec!["2e+21", "1e+21", "0"]),
            (vec![7.0], vec!["7"]),
        ] {
            let written: Vec<_> = ticks.iter().map(|tick| plain_tick_text(*tick, &ticks)).collect();
            assert_eq!(written, texts);
        }
    }

    #[test]
    fn logarithmic_ticks_have_an_exponent() {
        for (value, is_at_end, text) in [
            (1.0, false, "1e+0"),
            (20.0, false, "2e+1"),
            (0.05, false, "5e-2"),
            (30.0, false, ""),
            (30.0, true, "3e+1"),
        ] {
            assert_eq!(plain_log_text(value, is_at_end), text);
        }
    }
}
