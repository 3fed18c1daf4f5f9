//! Ticks of linear and logarithmic axes in version 2 (Chart.js 2.9.4, `generateTicks`).

use super::data_range::DataRange;
use super::js_math::js_round;
use super::linear_ticks::{LinearTickOptions, MIN_SPACING, decimal_places, is_almost_whole};
use super::log_ticks::floor_log10;

/// Returns at most `max_count` ticks of a linear axis in ascending order. Configured limits are ticks in any case.
pub fn v2_linear_ticks(options: &LinearTickOptions, max_count: usize) -> Vec<f64> {
    let DataRange { min: low, max: high } = options.range;
    let (min, max) = (options.min, options.max);
    let step_size = options.step_size.filter(|step| *step != 0.0);
    let unit = step_size.unwrap_or(1.0);
    let max_spaces = options.max_ticks - 1.0;
    let mut step = nice_number((high - low) / max_spaces / unit) * unit;
    if !step.is_finite() || (step < MIN_SPACING && min.is_none() && max.is_none()) {
        return vec![low, high];
    }
    let spaces = (high / step).ceil() - (low / step).floor();
    if spaces > max_spaces {
        step = nice_number(spaces * step / max_spaces / unit) * unit;
    }
    let factor = match options.precision.filter(|_| step_size.is_none()) {
        None => libm::pow(10.0, f64::from(decimal_places(step))),
        Some(precision) => {
            let factor = libm::pow(10.0, f64::from(precision));
            step = (step * factor).ceil() / factor;
            factor
        }
    };
    let on_step = |limit: Option<f64>| {
        limit.filter(|limit| step_size.is_some() && is_almost_whole(limit / step, step / 1000.0))
    };
    let first = on_step(min).unwrap_or((low / step).floor() * step);
    let last = on_step(max).unwrap_or((high / step).ceil() * step);
    let spaces = (last - first) / step;
    let is_whole = (spaces - js_round(spaces)).abs() < step / 1000.0;
    let spaces = if is_whole { js_round(spaces) } else { spaces.ceil() };
    let round = |value: f64| js_round(value * factor) / factor;
    let (first, last) = (round(first), round(last));
    let inner = (spaces - 1.0).clamp(0.0, max_count as f64) as usize;
    let middle = (1..=inner).map(|index| round(first + index as f64 * step));
    std::iter::once(min.unwrap_or(first)).chain(middle).chain([max.unwrap_or(last)]).collect()
}

/// The range and the configured limits of a logarithmic axis.
#[derive(Clone, Copy, Debug)]
pub struct V2LogTickOptions {
    pub range: DataRange,
    /// The least value above zero.
    pub least_positive: f64,
    pub min: Option<f64>,
    pub max: Option<f64>,
}

/// Returns at most `max_count` ticks of a logarithmic axis in ascending order. An axis from zero has zero as its first
/// tick.
pub fn v2_log_ticks(options: &V2LogTickOptions, max_count: usize) -> Vec<f64> {
    let max = options.range.max;
    let end_exponent = floor_log10(max);
    let end_significand = (max / libm::pow(10.0, end_exponent)).ceil();
    let start = options.min.unwrap_or_else(|| libm::pow(10.0, floor_log10(options.range.min)));
    let mut ticks = Vec::new();
    let mut value = start;
    if start == 0.0 {
        ticks.push(0.0);
        value = v2_first_log_tick(options.least_positive);
    }
    let from = if start == 0.0 { options.least_positive } else { start };
    let mut exponent = floor_log10(from);
    let mut significand = (from / libm::pow(10.0, exponent)).floor();
    let mut precision = if exponent < 0.0 { libm::pow(10.0, exponent.abs()) } else { 1.0 };
    loop {
        ticks.push(value);
        significand += 1.0;
        if significand == 10.0 {
            significand = 1.0;
            exponent += 1.0;
            if exponent >= 0.0 {
                precision = 1.0;
            }
        }
        value = js_round(significand * libm::pow(10.0, exponent) * precision) / precision;
        let goes_on = exponent < end_exponent || (exponent == end_exponent && significand < end_significand);
        if !goes_on || ticks.len() >= max_count {
            break;
        }
    }
    ticks.push(options.max.unwrap_or(value));
    ticks
}

/// Returns the first tick above zero of an axis from zero.
pub fn v2_first_log_tick(least_positive: f64) -> f64 {
    let power = libm::pow(10.0, floor_log10(least_positive));
    (least_positive / power).floor() * power
}

/// Rounds up to the next of 1, 2, 5 and 10 times a power of ten.
fn nice_number(range: f64) -> f64 {
    let base = libm::pow(10.0, floor_log10(range));
    let fraction = range / base;
    let nice = [1.0, 2.0, 5.0].into_iter().find(|nice| fraction <= *nice).unwrap_or(10.0);
    nice * base
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick_options(low: f64, high: f64) -> LinearTickOptions {
        LinearTickOptions {
            range: DataRange { min: low, max: high },
            min: None,
            max: None,
            max_ticks: 11.0,
            bounds_at_ticks: true,
            step_size: None,
            precision: None,
            count: None,
            max_digits: 10.0,
            include_bounds: true,
            horizontal: false,
            min_rotation: 0.0,
        }
    }

    #[test]
    fn linear_ticks_match_chart_js_2() {
        let found = v2_linear_ticks(&tick_options(271.0, 398.0), 100);
        assert_eq!(found, [260.0, 280.0, 300.0, 320.0, 340.0, 360.0, 380.0, 400.0]);
        let limits = LinearTickOptions { min: Some(1.5), max: Some(18.2), ..tick_options(1.5, 18.2) };
        let expected = [1.5, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 18.2];
        assert_eq!(v2_linear_ticks(&limits, 100), expected);
        let stepped = LinearTickOptions { max: Some(23.0), step_size: Some(4.0), ..tick_options(0.0, 23.0) };
        assert_eq!(v2_linear_ticks(&stepped, 100), [0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 23.0]);
    }

    #[test]
    fn logarithmic_ticks_match_chart_js_2() {
        let options = V2LogTickOptions {
            range: DataRange { min: 0.0, max: 70.0 },
            least_positive: 30.0,
            min: None,
            max: None,
        };
        assert_eq!(
            v2_log_ticks(&V2LogTickOptions { min: Some(0.0), ..options }, 100),
            [0.0, 30.0, 40.0, 50.0, 60.0, 70.0]
        );
        let from_one = V2LogTickOptions { range: DataRange { min: 8.0, max: 30.0 }, ..options };
        assert_eq!(
            v2_log_ticks(&from_one, 100),
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 30.0]
        );
    }
}
