//! Number formatting as in JavaScript and `Intl.NumberFormat` for American English.

use std::sync::Arc;

use crate::intl::{LocaleNumbers, NumberDigits};

use super::js_text::rounded_text;
use super::plain_text::plain_tick_text;

/// Options of number formatting, a subset of `Intl.NumberFormat`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberFormat {
    pub style: NumberStyle,
    /// Minimum number of fraction digits.
    pub min_fraction_digits: Option<usize>,
    /// Maximum number of fraction digits.
    pub max_fraction_digits: Option<usize>,
    /// True if there is no comma between thousands.
    pub without_grouping: bool,
    pub notation: Option<Notation>,
    /// The format of a language other than American English.
    pub locale: Option<Arc<LocaleNumbers>>,
}

/// Style of a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NumberStyle {
    #[default]
    Decimal,
    /// Percentage; 1 is written as 100%.
    Percent,
    /// Amount of money with this symbol in front.
    Currency(String),
    /// Number followed by this unit.
    Unit(String),
}

/// Notation of large and small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    Standard,
    Scientific,
    Compact,
    /// Without commas, and with an exponent only for very small and very large numbers (Chart.js 2).
    Plain,
}

/// Minimum and maximum number of fraction digits.
#[derive(Clone, Copy)]
struct FractionDigits {
    min: usize,
    max: usize,
}

/// Upper limit of fraction digits.
const MAX_FRACTION: usize = 20;

impl NumberFormat {
    /// Returns the label of a tick, with as many digits as needed to distinguish it from its neighbours.
    pub fn format_tick(&self, value: f64, ticks: &[f64]) -> String {
        if self.notation == Some(Notation::Plain) {
            return plain_tick_text(value, ticks);
        }
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
            min_fraction_digits: Some(self.min_fraction_digits.unwrap_or(digits)),
            max_fraction_digits: Some(self.max_fraction_digits.unwrap_or(digits)),
            ..self.clone()
        };
        format.format_number(value)
    }

    /// Formats a number.
    pub fn format_number(&self, value: f64) -> String {
        let (sign, size) = if value < 0.0 { ("-", -value) } else { ("", value) };
        let max = self
            .max_fraction_digits
            .unwrap_or_else(|| self.min_fraction_digits.unwrap_or(0).max(self.default_max_fraction()));
        let min = self
            .min_fraction_digits
            .unwrap_or(if max < self.default_max_fraction() { 0 } else { self.default_min_fraction() })
            .min(max);
        if let Some(text) = self.localized_text(value, min, max) {
            return text;
        }
        let digits = FractionDigits { min, max };
        let size = if self.style == NumberStyle::Percent { size * 100.0 } else { size };
        let number = match self.notation {
            Some(Notation::Scientific) => scientific_text(size, digits),
            Some(Notation::Compact) => {
                let configured = self.min_fraction_digits.is_some() || self.max_fraction_digits.is_some();
                compact_text(size, configured.then_some(digits), self.without_grouping)
            }
            _ => decimal_text(size, digits, self.without_grouping),
        };
        let sign = if number.chars().all(|c| matches!(c, '0' | '.')) { "" } else { sign };
        match &self.style {
            NumberStyle::Decimal => format!("{sign}{number}"),
            NumberStyle::Percent => format!("{sign}{number}%"),
            NumberStyle::Currency(symbol) => format!("{sign}{symbol}{number}"),
            NumberStyle::Unit(unit) => format!("{sign}{number}{unit}"),
        }
    }

    /// The text of a number in the language of the format, if it has one.
    fn localized_text(&self, value: f64, min_fraction: usize, max_fraction: usize) -> Option<String> {
        let is_scientific = self.notation == Some(Notation::Scientific);
        self.locale.as_ref()?.format(value, NumberDigits { min_fraction, max_fraction, is_scientific })
    }

    fn default_max_fraction(&self) -> usize {
        match self.style {
            NumberStyle::Currency(_) => 2,
            NumberStyle::Percent => 0,
            NumberStyle::Decimal | NumberStyle::Unit(_) => 3,
        }
    }

    fn default_min_fraction(&self) -> usize {
        if matches!(self.style, NumberStyle::Currency(_)) { 2 } else { 0 }
    }
}

fn decimal_text(size: f64, digits: FractionDigits, without_grouping: bool) -> String {
    let text = rounded_text(size, digits.max.min(MAX_FRACTION));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut fraction = fraction.to_owned();
    while fraction.len() > digits.min && fraction.ends_with('0') {
        fraction.pop();
    }
    let whole = if without_grouping { whole.to_owned() } else { group_thousands(whole) };
    if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
}

fn group_thousands(whole: &str) -> String {
    let mut text = String::with_capacity(whole.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn scientific_text(size: f64, digits: FractionDigits) -> String {
    if size == 0.0 {
        return format!("{}E0", decimal_text(0.0, digits, true));
    }
    let exponent = libm::log10(size).floor();
    let mantissa = decimal_text(size / libm::pow(10.0, exponent), digits, true);
    if mantissa.starts_with("10") {
        return format!("{}E{}", decimal_text(1.0, digits, true), exponent + 1.0);
    }
    format!("{mantissa}E{exponent}")
}

/// Formats with a letter for thousands, millions and so on; two significant digits unless `digits` is given.
fn compact_text(size: f64, digits: Option<FractionDigits>, without_grouping: bool) -> String {
    let (divisor, letter) = match size {
        s if s >= 1e12 => (1e12, "T"),
        s if s >= 1e9 => (1e9, "B"),
        s if s >= 1e6 => (1e6, "M"),
        s if s >= 1e3 => (1e3, "K"),
        _ => (1.0, ""),
    };
    let value = size / divisor;
    let max = usize::from(value < 100.0 && value.fract() != 0.0 && value < 10.0);
    format!(
        "{}{letter}",
        decimal_text(value, digits.unwrap_or(FractionDigits { min: 0, max }), without_grouping)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tick_labels_have_enough_digits_to_be_distinguishable() {
        let format = NumberFormat::default();
        for (ticks, texts) in [
            (vec![0.0, 0.1, 0.2, 0.3], vec!["0", "0.1", "0.2", "0.3"]),
            (vec![0.0, 2500.0, 5000.0], vec!["0", "2,500", "5,000"]),
            (vec![-1.0, 0.5, 2.0], vec!["-1", "0.5", "2"]),
            (vec![1e-6, 2e-6, 3e-6], vec!["1.000000E-6", "2.000000E-6", "3.000000E-6"]),
            (vec![5.0], vec!["5"]),
        ] {
            let written: Vec<_> = ticks.iter().map(|tick| format.format_tick(*tick, &ticks)).collect();
            assert_eq!(written, texts);
        }
    }

    #[test]
    fn number_styles_match_intl() {
        let money = NumberFormat { style: NumberStyle::Currency("$".to_owned()), ..NumberFormat::default() };
        assert_eq!(money.format_number(1234.5), "$1,234.50");
        let percentage = NumberFormat { style: NumberStyle::Percent, ..NumberFormat::default() };
        assert_eq!(percentage.format_number(0.256), "26%");
        let compact = NumberFormat { notation: Some(Notation::Compact), ..NumberFormat::default() };
        assert_eq!(compact.format_number(1500.0), "1.5K");
    }
}
