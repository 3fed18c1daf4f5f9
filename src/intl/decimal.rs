//! Decimal numbers digit by digit, and their rounding.

use serde::Deserialize;

/// A number in decimal digits: 0.d₁d₂d₃… × 10^point.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    /// The digits from 0 to 9, without zeros at either end; empty for zero.
    digits: Vec<u8>,
    point: i32,
}

/// The direction of rounding, as in `Intl.NumberFormat`.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) enum RoundingMode {
    Ceil,
    Floor,
    Expand,
    Trunc,
    HalfCeil,
    HalfFloor,
    #[default]
    HalfExpand,
    HalfTrunc,
    HalfEven,
}

impl Decimal {
    /// Parses a number as JavaScript writes it: `-1.5e-7`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once('e').unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let exponent: i32 = exponent.trim_start_matches('+').parse().ok()?;
        let digits: Option<Vec<u8>> = whole
            .chars()
            .chain(fraction.chars())
            .map(|digit| digit.to_digit(10).map(|digit| digit as u8))
            .collect();
        let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
        let mut decimal = Self { negative, digits: digits?, point };
        decimal.trim();
        Some(decimal)
    }

    /// Removes the zeros at both ends.
    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point =
            if self.digits.is_empty() { 0 } else { self.point.saturating_sub_unsigned(zeros as u32) };
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of the first digit; 0 for zero.
    pub(super) fn magnitude(&self) -> i32 {
        if self.is_zero() { 0 } else { self.point - 1 }
    }

    /// The number times a power of ten.
    pub(super) fn shifted(&self, power: i32) -> Self {
        let point = if self.is_zero() { 0 } else { self.point.saturating_add(power) };
        Self { point, ..self.clone() }
    }

    /// Rounds to a multiple of 10^`place`.
    pub(super) fn round(&mut self, place: i32, mode: RoundingMode) {
        let kept = i64::from(self.point) - i64::from(place);
        let length = self.digits.len() as i64;
        if kept >= length {
            return;
        }
        let kept_count = usize::try_from(kept).unwrap_or(0);
        let rest = self.digits.get(kept_count..).unwrap_or_default();
        // A rest that begins below the first dropped place is less than a half.
        let first = if kept < 0 { 0 } else { rest.first().copied().unwrap_or(0) };
        let half = match (first, rest.get(1..).unwrap_or_default().is_empty()) {
            (5, true) => std::cmp::Ordering::Equal,
            (5.., _) => std::cmp::Ordering::Greater,
            _ => std::cmp::Ordering::Less,
        };
        let last_is_odd =
            kept_count.checked_sub(1).and_then(|last| self.digits.get(last)).is_some_and(|d| d % 2 == 1);
        let away = self.rounds_away(half, last_is_odd, mode);
        self.digits.truncate(kept_count);
        if away {
            self.point = self.point.max(place);
            self.increment(place);
        }
        self.trim();
    }

    /// True if the dropped rest, which is not zero, makes the number larger in size.
    fn rounds_away(&self, half: std::cmp::Ordering, last_is_odd: bool, mode: RoundingMode) -> bool {
        let on_half = match mode {
            RoundingMode::Ceil => return !self.negative,
            RoundingMode::Floor => return self.negative,
            RoundingMode::Expand => return true,
            RoundingMode::Trunc => return false,
            RoundingMode::HalfCeil => !self.negative,
            RoundingMode::HalfFloor => self.negative,
            RoundingMode::HalfExpand => true,
            RoundingMode::HalfTrunc => false,
            RoundingMode::HalfEven => last_is_odd,
        };
        half.is_gt() || half.is_eq() && on_half
    }

    /// Adds one at the last digit, which is at 10^`place`.
    fn increment(&mut self, place: i32) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        if self.digits.is_empty() {
            self.point = place;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    /// The digits before the decimal point, at least one; and those after it, at least `min_fraction`.
    pub(super) fn split(&self, min_fraction: usize) -> (String, String) {
        let digit_at = |place: i32| {
            let index = usize::try_from(self.point - 1 - place).ok();
            index.and_then(|index| self.digits.get(index)).map_or('0', |digit| char::from(b'0' + digit))
        };
        let whole: String = (0..self.point.max(1)).rev().map(digit_at).collect();
        let length = self.digits.len() as i32 - self.point;
        let fraction = (1..=length.max(min_fraction as i32)).map(|place| digit_at(-place)).collect();
        (whole, fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(text: &str, place: i32, mode: RoundingMode) -> String {
        let mut decimal = Decimal::parse(text).unwrap();
        decimal.round(place, mode);
        let (whole, fraction) = decimal.split(0);
        let sign = if decimal.negative { "-" } else { "" };
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    #[test]
    fn decimals_are_rounded_on_their_digits() {
        use RoundingMode::{Ceil, Floor, HalfEven, HalfExpand, Trunc};
        for (text, place, mode, expected) in [
            ("1.005", -2, HalfExpand, "1.01"),
            ("0.5", 0, HalfExpand, "1"),
            ("0.05", 0, HalfExpand, "0"),
            ("999.95", -1, HalfExpand, "1000"),
            ("2.5", 0, HalfEven, "2"),
            ("3.5", 0, HalfEven, "4"),
            ("0.001", 0, Ceil, "1"),
            ("-0.001", 0, Floor, "-1"),
            ("-1.9", 0, Trunc, "-1"),
            ("1e21", 0, HalfExpand, "1000000000000000000000"),
            ("1.5e-7", -8, HalfExpand, "0.00000015"),
            ("4", 1, HalfExpand, "0"),
            ("95", 1, HalfExpand, "100"),
        ] {
            assert_eq!(rounded(text, place, mode), expected, "{text} at 10^{place} {mode:?}");
        }
    }
}
