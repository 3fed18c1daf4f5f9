//! Round ticks over a range of numbers (Chart.js 4.6.1, `generateTicks`).

use crate::scale::{js_round, number_text};

/// A place on an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tick {
    /// In data units.
    pub value: f64,
    /// Kept before others.
    pub major: bool,
    /// The digit before the zeros, on a logarithmic axis.
    pub significand: f64,
    /// Lines of its label.
    pub label: Vec<String>,
    /// Its place before others were left out.
    pub place: Option<usize>,
}

impl Tick {
    /// The number before the zeros; the first of an axis may have none of its own.
    pub fn leading(&self) -> f64 {
        match self.significand {
            0.0 => self.value / libm::pow(10.0, libm::log10(self.value).floor()),
            significand => significand,
        }
    }

    /// A tick without a label.
    pub fn at(value: f64) -> Self {
        Self { value, ..Self::default() }
    }
}

/// What ticks are asked for.
#[derive(Clone, Debug)]
pub struct LinearTicks {
    /// The data's range.
    pub range: (f64, f64),
    /// Given ends.
    pub min: Option<f64>,
    /// Given ends.
    pub max: Option<f64>,
    /// At most so many.
    pub max_ticks: f64,
    /// Ends at ticks, not at the data.
    pub bounds_ticks: bool,
    /// Distance, where it is given.
    pub step: Option<f64>,
    /// Digits after the point, where they are given.
    pub precision: Option<i32>,
    /// Number, where it is given.
    pub count: Option<usize>,
    /// Labels that fit beside each other, roughly.
    pub max_digits: f64,
    /// The given ends are ticks even where they are not round.
    pub include_bounds: bool,
    /// Of the axis and its labels.
    pub horizontal: bool,
    /// In degrees.
    pub min_rotation: f64,
}

/// Below this there is no telling ticks apart.
const MIN_SPACING: f64 = 1e-14;

/// The first tick, the distance and how many there are.
struct Spacing {
    low: f64,
    high: f64,
    step: f64,
    spaces: f64,
}

/// The ticks, from below; at most `most`.
pub fn linear_ticks(spec: &LinearTicks, most: usize) -> Vec<f64> {
    let (low, high) = spec.range;
    let unit = spec.step.filter(|step| *step != 0.0).unwrap_or(1.0);
    let max_spaces = spec.max_ticks - 1.0;
    let mut step = nice((high - low) / max_spaces / unit) * unit;
    if !step.is_finite() || (step < MIN_SPACING && spec.min.is_none() && spec.max.is_none()) {
        return vec![low, high];
    }
    let spaces = (high / step).ceil() - (low / step).floor();
    if spaces > max_spaces {
        step = nice(spaces * step / max_spaces / unit) * unit;
    }
    if let Some(precision) = spec.precision {
        let factor = libm::pow(10.0, f64::from(precision));
        step = (step * factor).ceil() / factor;
    }
    let spacing = spacing(spec, step);
    let decimals = decimals(spacing.step).max(decimals(spacing.low));
    let factor = libm::pow(10.0, f64::from(spec.precision.unwrap_or(decimals)));
    let round = |value: f64| js_round(value * factor) / factor;
    let spacing = Spacing { low: round(spacing.low), high: round(spacing.high), ..spacing };
    values(spec, &spacing, round, most)
}

fn spacing(spec: &LinearTicks, step: f64) -> Spacing {
    let (mut low, mut high) = spec.range;
    if spec.bounds_ticks {
        low = (low / step).floor() * step;
        high = (high / step).ceil() * step;
    }
    if let (Some(min), Some(max), Some(given)) = (spec.min, spec.max, spec.step)
        && almost_whole((max - min) / given, step / 1000.0)
    {
        let spaces = js_round(((max - min) / step).min(spec.max_ticks));
        return Spacing { low: min, high: max, step: (max - min) / spaces, spaces };
    }
    if let Some(count) = spec.count {
        let (low, high) = (spec.min.unwrap_or(low), spec.max.unwrap_or(high));
        let spaces = count as f64 - 1.0;
        return Spacing { low, high, step: (high - low) / spaces, spaces };
    }
    let spaces = (high - low) / step;
    let whole = (spaces - js_round(spaces)).abs() < step / 1000.0;
    Spacing { low, high, step, spaces: if whole { js_round(spaces) } else { spaces.ceil() } }
}

fn values(spec: &LinearTicks, spacing: &Spacing, round: impl Fn(f64) -> f64, most: usize) -> Vec<f64> {
    let least = (spec.range.1 - spec.range.0) / (spec.max_digits + 1.0);
    let mut ticks = Vec::new();
    let mut first = 0.0;
    if let Some(min) = spec.min {
        if spec.include_bounds && spacing.low != min {
            ticks.push(min);
            if spacing.low < min {
                first += 1.0;
            }
            if (round(spacing.low + first * spacing.step) - min).abs() < label_size(min, least, spec) {
                first += 1.0;
            }
        } else if spacing.low < min {
            first += 1.0;
        }
    }
    let mut place = first;
    while place < spacing.spaces && ticks.len() < most {
        let value = round(spacing.low + place * spacing.step);
        if spec.max.is_some_and(|max| value > max) {
            break;
        }
        ticks.push(value);
        place += 1.0;
    }
    match spec.max {
        Some(max) if spec.include_bounds && spacing.high != max => match ticks.last_mut() {
            Some(last) if (*last - max).abs() < label_size(max, least, spec) => *last = max,
            _ => ticks.push(max),
        },
        Some(max) if spacing.high != max => {}
        _ => ticks.push(spacing.high),
    }
    ticks
}

/// Roughly how much of the range a label takes.
fn label_size(value: f64, least: f64, spec: &LinearTicks) -> f64 {
    let angle = spec.min_rotation.to_radians();
    let ratio = if spec.horizontal { libm::sin(angle) } else { libm::cos(angle) };
    let ratio = if ratio == 0.0 { 0.001 } else { ratio };
    (least / ratio).min(0.75 * least * number_text(value).len() as f64)
}

/// The next of 1, 2, 5, 10 times a power of ten.
fn nice(range: f64) -> f64 {
    let whole = js_round(range);
    let range = if (range - whole).abs() < range / 1000.0 { whole } else { range };
    let base = libm::pow(10.0, libm::log10(range).floor());
    let fraction = range / base;
    let nice = [1.0, 2.0, 5.0].into_iter().find(|nice| fraction <= *nice).unwrap_or(10.0);
    nice * base
}

fn almost_whole(value: f64, slack: f64) -> bool {
    let whole = js_round(value);
    whole - slack <= value && whole + slack >= value
}

/// Digits after the point.
fn decimals(value: f64) -> i32 {
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

    fn spec(range: (f64, f64), max_ticks: f64) -> LinearTicks {
        LinearTicks {
            range,
            min: None,
            max: None,
            max_ticks,
            bounds_ticks: true,
            step: None,
            precision: None,
            count: None,
            max_digits: 10.0,
            include_bounds: true,
            horizontal: false,
            min_rotation: 0.0,
        }
    }

    #[test]
    fn ticks_are_those_of_chart_js() {
        for (range, max, expected) in [
            ((0.0, 43.0), 11.0, vec![0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0]),
            ((0.0, 1.0), 11.0, vec![0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
            ((-3.0, 5.0), 5.0, vec![-5.0, 0.0, 5.0]),
        ] {
            assert_eq!(linear_ticks(&spec(range, max), 1000), expected, "{range:?}");
        }
        let given =
            LinearTicks { min: Some(0.0), max: Some(10.0), step: Some(2.5), ..spec((0.0, 10.0), 5.0) };
        assert_eq!(linear_ticks(&given, 1000), [0.0, 2.5, 5.0, 7.5, 10.0]);
        let counted = LinearTicks { count: Some(3), ..spec((1.0, 9.0), 11.0) };
        assert_eq!(linear_ticks(&counted, 1000), [1.0, 5.0, 9.0]);
    }

    #[test]
    fn given_ends_are_ticks() {
        let given = LinearTicks { min: Some(1.3), max: Some(9.7), ..spec((1.3, 9.7), 11.0) };
        let ticks = linear_ticks(&given, 1000);
        assert_eq!((ticks.first(), ticks.last()), (Some(&1.3), Some(&9.7)));
    }

    #[test]
    fn logarithms_of_powers_of_ten_are_whole() {
        for exponent in -20..=20 {
            let power = libm::pow(10.0, f64::from(exponent));
            assert_eq!(libm::log10(power).floor(), f64::from(exponent), "{power}");
        }
    }
}
