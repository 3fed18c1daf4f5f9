//! Ticks of a linear axis (Chart.js 4.6.1, `generateTicks`).

use super::data_range::DataRange;
use super::js_math::js_round;
use super::number_format::js_number_text;

/// Options for generating linear ticks.
#[derive(Clone, Debug)]
pub struct LinearTickOptions {
    /// Range of the data.
    pub range: DataRange,
    /// Configured minimum.
    pub min: Option<f64>,
    /// Configured maximum.
    pub max: Option<f64>,
    /// Maximum number of ticks.
    pub max_ticks: f64,
    /// True if the axis ends at ticks, false if it ends at the data.
    pub bounds_at_ticks: bool,
    /// Configured distance of ticks.
    pub step_size: Option<f64>,
    /// Configured number of fraction digits.
    pub precision: Option<i32>,
    /// Configured number of ticks.
    pub count: Option<usize>,
    /// Rough number of label characters that fit along the axis.
    pub max_digits: f64,
    /// True if the configured limits are ticks even if they are not round.
    pub include_bounds: bool,
    /// True for a horizontal axis.
    pub horizontal: bool,
    /// Minimum label rotation in degrees.
    pub min_rotation: f64,
}

/// Smallest distance at which ticks are distinguishable.
const MIN_SPACING: f64 = 1e-14;

/// Position and number of ticks.
struct TickSpacing {
    low: f64,
    high: f64,
    step: f64,
    spaces: f64,
}

/// Returns at most `max_count` ticks in ascending order.
pub fn linear_ticks(options: &LinearTickOptions, max_count: usize) -> Vec<f64> {
    let DataRange { min: low, max: high } = options.range;
    let unit = options.step_size.filter(|step| *step != 0.0).unwrap_or(1.0);
    let max_spaces = options.max_ticks - 1.0;
    let mut step = nice_number((high - low) / max_spaces / unit) * unit;
    // A minimum over the maximum has no round step, but a configured number of ticks needs none.
    let has_spaces = options.count.is_some() && options.min.is_some() && options.max.is_some();
    if (!step.is_finite() && !has_spaces)
        || (step < MIN_SPACING && options.min.is_none() && options.max.is_none())
    {
        return vec![low, high];
    }
    let spaces = (high / step).ceil() - (low / step).floor();
    if spaces > max_spaces {
        step = nice_number(spaces * step / max_spaces / unit) * unit;
    }
    if let Some(precision) = options.precision {
        let factor = libm::pow(10.0, f64::from(precision));
        step = (step * factor).ceil() / factor;
    }
    let spacing = tick_spacing(options, step);
    let decimals = decimal_places(spacing.step).max(decimal_places(spacing.low));
    let factor = libm::pow(10.0, f64::from(options.precision.unwrap_or(decimals)));
    let round = |value: f64| js_round(value * factor) / factor;
    let spacing = TickSpacing { low: round(spacing.low), high: round(spacing.high), ..spacing };
    tick_values(options, &spacing, round, max_count)
}

fn tick_spacing(options: &LinearTickOptions, step: f64) -> TickSpacing {
    let DataRange { min: mut low, max: mut high } = options.range;
    if options.bounds_at_ticks {
        low = (low / step).floor() * step;
        high = (high / step).ceil() * step;
    }
    if let (Some(min), Some(max), Some(step_size)) = (options.min, options.max, options.step_size)
        && is_almost_whole((max - min) / step_size, step / 1000.0)
    {
        let spaces = js_round(((max - min) / step).min(options.max_ticks));
        return TickSpacing { low: min, high: max, step: (max - min) / spaces, spaces };
    }
    if let Some(count) = options.count {
        let (low, high) = (options.min.unwrap_or(low), options.max.unwrap_or(high));
        let spaces = count as f64 - 1.0;
        return TickSpacing { low, high, step: (high - low) / spaces, spaces };
    }
    let spaces = (high - low) / step;
    let whole = (spaces - js_round(spaces)).abs() < step / 1000.0;
    TickSpacing { low, high, step, spaces: if whole { js_round(spaces) } else { spaces.ceil() } }
}

fn tick_values(
    options: &LinearTickOptions,
    spacing: &TickSpacing,
    round: impl Fn(f64) -> f64,
    max_count: usize,
) -> Vec<f64> {
    let range_per_digit = (options.range.max - options.range.min) / (options.max_digits + 1.0);
    let mut ticks = Vec::new();
    let mut first = 0.0;
    if let Some(min) = options.min {
        if options.include_bounds && spacing.low != min {
            ticks.push(min);
            if spacing.low < min {
                first += 1.0;
            }
            if (round(spacing.low + first * spacing.step) - min).abs()
                < label_extent(min, range_per_digit, options)
            {
                first += 1.0;
            }
        } else if spacing.low < min {
            first += 1.0;
        }
    }
    let mut step_index = first;
    while step_index < spacing.spaces && ticks.len() < max_count {
        let value = round(spacing.low + step_index * spacing.step);
        if options.max.is_some_and(|max| value > max) {
            break;
        }
        ticks.push(value);
        step_index += 1.0;
    }
    match options.max {
        Some(max) if options.include_bounds && spacing.high != max => match ticks.last_mut() {
            Some(last) if (*last - max).abs() < label_extent(max, range_per_digit, options) => *last = max,
            _ => ticks.push(max),
        },
        Some(max) if spacing.high != max => {}
        _ => ticks.push(spacing.high),
    }
    ticks
}

/// Estimates the part of the range that a label takes.
fn label_extent(value: f64, range_per_digit: f64, options: &LinearTickOptions) -> f64 {
    let angle = options.min_rotation.to_radians();
    let ratio = if options.horizontal { libm::sin(angle) } else { libm::cos(angle) };
    let ratio = if ratio == 0.0 { 0.001 } else { ratio };
    (range_per_digit / ratio).min(0.75 * range_per_digit * js_number_text(value).len() as f64)
}

/// Rounds up to the next of 1, 2, 5 and 10 times a power of ten.
fn nice_number(range: f64) -> f64 {
    let whole = js_round(range);
    let range = if (range - whole).abs() < range / 1000.0 { whole } else { range };
    let base = libm::pow(10.0, libm::log10(range).floor());
    let fraction = range / base;
    let nice = [1.0, 2.0, 5.0].into_iter().find(|nice| fraction <= *nice).unwrap_or(10.0);
    nice * base
}

fn is_almost_whole(value: f64, slack: f64) -> bool {
    let whole = js_round(value);
    whole - slack <= value && whole + slack >= value
}

/// Returns the number of fraction digits.
fn decimal_places(value: f64) -> i32 {
    let (mut factor, mut digits) = (1.0, 0);
    while value.is_finite() && js_round(value * factor) / factor != value && digits < 300 {
        factor *= 10.0;
        digits += 1;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick_options(low: f64, high: f64, max_ticks: f64) -> LinearTickOptions {
        LinearTickOptions {
            range: DataRange { min: low, max: high },
            min: None,
            max: None,
            max_ticks,
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
    fn ticks_match_chart_js() {
        for ((low, high), max, expected) in [
            ((0.0, 43.0), 11.0, vec![0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0]),
            ((0.0, 1.0), 11.0, vec![0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
            ((-3.0, 5.0), 5.0, vec![-5.0, 0.0, 5.0]),
        ] {
            assert_eq!(linear_ticks(&tick_options(low, high, max), 1000), expected, "{low} {high}");
        }
        let given = LinearTickOptions {
            min: Some(0.0),
            max: Some(10.0),
            step_size: Some(2.5),
            ..tick_options(0.0, 10.0, 5.0)
        };
        assert_eq!(linear_ticks(&given, 1000), [0.0, 2.5, 5.0, 7.5, 10.0]);
        let crossed = LinearTickOptions { min: Some(10.0), max: Some(0.0), ..tick_options(10.0, 0.0, 11.0) };
        assert_eq!(linear_ticks(&crossed, 1000), [10.0, 0.0]);
        assert_eq!(linear_ticks(&LinearTickOptions { count: Some(5), ..crossed }, 1000), [0.0]);
        let counted = LinearTickOptions { count: Some(3), ..tick_options(1.0, 9.0, 11.0) };
        assert_eq!(linear_ticks(&counted, 1000), [1.0, 5.0, 9.0]);
    }

    #[test]
    fn configured_limits_are_ticks() {
        let given = LinearTickOptions { min: Some(1.3), max: Some(9.7), ..tick_options(1.3, 9.7, 11.0) };
        let ticks = linear_ticks(&given, 1000);
        assert_eq!((ticks.first(), ticks.last()), (Some(&1.3), Some(&9.7)));
    }

    #[test]
    fn logarithms_of_powers_of_ten_are_exact() {
        for exponent in -20..=20 {
            let power = libm::pow(10.0, f64::from(exponent));
            assert_eq!(libm::log10(power).floor(), f64::from(exponent), "{power}");
        }
    }
}
