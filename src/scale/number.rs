//! Numbers as text, as JavaScript and `Intl.NumberFormat` write them in American English.

/// How a number is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberFormat {
    pub style: NumberStyle,
    /// Least digits after the point.
    pub min_fraction: Option<usize>,
    /// Most digits after the point.
    pub max_fraction: Option<usize>,
    /// No comma between thousands.
    pub plain: bool,
    pub notation: Option<Notation>,
}

/// What a number counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NumberStyle {
    #[default]
    Decimal,
    /// Hundredths.
    Percent,
    /// Money, with the sign before it.
    Currency(String),
    /// Words after it.
    Unit(String),
}

/// Ways to write great and small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    Standard,
    Scientific,
    Compact,
}

/// Most digits after the point that are ever written.
const MAX_FRACTION: usize = 20;

impl NumberFormat {
    /// The label of a tick among ticks: as many digits as tell it from its neighbours.
    pub fn tick(&self, value: f64, ticks: &[f64]) -> String {
        if value == 0.0 {
            return "0".to_owned();
        }
        let (mut notation, mut delta) = (None, value);
        if let ([first, second, ..], Some(last)) = (ticks, ticks.last()) {
            let greatest = first.abs().max(last.abs());
            if !(1e-4..=1e15).contains(&greatest) {
                notation = Some(Notation::Scientific);
            }
            delta = match ticks {
                [_, second, third, _, ..] => third - second,
                _ => second - first,
            };
            if delta.abs() >= 1.0 && value != value.floor() {
                delta = value - value.floor();
            }
        }
        let digits = (-libm::log10(delta.abs()).floor()).clamp(0.0, MAX_FRACTION as f64) as usize;
        let format = Self {
            notation: self.notation.or(notation),
            min_fraction: Some(self.min_fraction.unwrap_or(digits)),
            max_fraction: Some(self.max_fraction.unwrap_or(digits)),
            ..self.clone()
        };
        format.text(value)
    }

    /// A number as text.
    pub fn text(&self, value: f64) -> String {
        let (sign, size) = if value < 0.0 { ("-", -value) } else { ("", value) };
        let max =
            self.max_fraction.unwrap_or_else(|| self.min_fraction.unwrap_or(0).max(self.usual_fraction()));
        let min = self
            .min_fraction
            .unwrap_or(if max < self.usual_fraction() { 0 } else { self.usual_min() })
            .min(max);
        let size = if self.style == NumberStyle::Percent { size * 100.0 } else { size };
        let number = match self.notation {
            Some(Notation::Scientific) => scientific(size, min, max),
            Some(Notation::Compact) => {
                let given = self.min_fraction.is_some() || self.max_fraction.is_some();
                compact(size, given.then_some((min, max)), self.plain)
            }
            _ => decimal(size, (min, max), self.plain),
        };
        let sign = if number.chars().all(|c| matches!(c, '0' | '.')) { "" } else { sign };
        match &self.style {
            NumberStyle::Decimal => format!("{sign}{number}"),
            NumberStyle::Percent => format!("{sign}{number}%"),
            NumberStyle::Currency(symbol) => format!("{sign}{symbol}{number}"),
            NumberStyle::Unit(unit) => format!("{sign}{number}{unit}"),
        }
    }

    fn usual_fraction(&self) -> usize {
        match self.style {
            NumberStyle::Currency(_) => 2,
            NumberStyle::Percent => 0,
            NumberStyle::Decimal | NumberStyle::Unit(_) => 3,
        }
    }

    fn usual_min(&self) -> usize {
        if matches!(self.style, NumberStyle::Currency(_)) { 2 } else { 0 }
    }
}

fn decimal(size: f64, (min, max): (usize, usize), plain: bool) -> String {
    let text = rounded(size, max.min(MAX_FRACTION));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut fraction = fraction.to_owned();
    while fraction.len() > min && fraction.ends_with('0') {
        fraction.pop();
    }
    let whole = if plain { whole.to_owned() } else { grouped(whole) };
    if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
}

/// Halves are rounded up, which Rust's formatting does not do where they are exact.
fn rounded(size: f64, digits: usize) -> String {
    let scale = libm::pow(10.0, digits as f64);
    let scaled = size * scale;
    if scaled < 1e15 && scaled.fract() == 0.5 {
        return format!("{:.digits$}", (scaled + 0.5) / scale);
    }
    format!("{size:.digits$}")
}

fn grouped(whole: &str) -> String {
    let mut text = String::with_capacity(whole.len() + whole.len() / 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn scientific(size: f64, min: usize, max: usize) -> String {
    if size == 0.0 {
        return format!("{}E0", decimal(0.0, (min, max), true));
    }
    let exponent = libm::log10(size).floor();
    let mantissa = decimal(size / libm::pow(10.0, exponent), (min, max), true);
    if mantissa.starts_with("10") {
        return format!("{}E{}", decimal(1.0, (min, max), true), exponent + 1.0);
    }
    format!("{mantissa}E{exponent}")
}

/// Two digits where nothing else is asked for.
fn compact(size: f64, fraction: Option<(usize, usize)>, plain: bool) -> String {
    let (divisor, letter) = match size {
        s if s >= 1e12 => (1e12, "T"),
        s if s >= 1e9 => (1e9, "B"),
        s if s >= 1e6 => (1e6, "M"),
        s if s >= 1e3 => (1e3, "K"),
        _ => (1.0, ""),
    };
    let value = size / divisor;
    let digits = usize::from(value < 100.0 && value.fract() != 0.0 && value < 10.0);
    format!("{}{letter}", decimal(value, fraction.unwrap_or((0, digits)), plain))
}

/// `'' + number`.
pub fn number_text(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let size = value.abs();
    if (1e-6..1e21).contains(&size) {
        return format!("{value}");
    }
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((mantissa, exponent)) if !exponent.starts_with('-') => format!("{mantissa}e+{exponent}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_have_the_digits_that_tell_them_apart() {
        let format = NumberFormat::default();
        for (ticks, texts) in [
            (vec![0.0, 0.1, 0.2, 0.3], vec!["0", "0.1", "0.2", "0.3"]),
            (vec![0.0, 2500.0, 5000.0], vec!["0", "2,500", "5,000"]),
            (vec![-1.0, 0.5, 2.0], vec!["-1", "0.5", "2"]),
            (vec![1e-6, 2e-6, 3e-6], vec!["1.000000E-6", "2.000000E-6", "3.000000E-6"]),
            (vec![5.0], vec!["5"]),
        ] {
            let written: Vec<_> = ticks.iter().map(|tick| format.tick(*tick, &ticks)).collect();
            assert_eq!(written, texts);
        }
    }

    #[test]
    fn numbers_are_those_of_javascript() {
        for (value, text) in
            [(0.1, "0.1"), (1e21, "1e+21"), (1e-7, "1e-7"), (-0.0, "0"), (12345678.0, "12345678")]
        {
            assert_eq!(number_text(value), text);
        }
    }

    #[test]
    fn styles_are_those_of_intl() {
        let money = NumberFormat { style: NumberStyle::Currency("$".to_owned()), ..NumberFormat::default() };
        assert_eq!(money.text(1234.5), "$1,234.50");
        let share = NumberFormat { style: NumberStyle::Percent, ..NumberFormat::default() };
        assert_eq!(share.text(0.256), "26%");
        let compact = NumberFormat { notation: Some(Notation::Compact), ..NumberFormat::default() };
        assert_eq!(compact.text(1500.0), "1.5K");
    }
}
