//! Numbers and colours as text; all numbers of the SVG are formatted here.

use std::fmt::Write as _;

use crate::color::Color;

/// Appends a number with at most two decimals, without trailing zeros and without negative zero.
pub(super) fn push_number(text: &mut String, value: f64) {
    push_hundredths(text, to_hundredths(value));
}

/// Appends numbers, separated by spaces.
pub(super) fn push_numbers(text: &mut String, numbers: &[f64]) {
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        push_number(text, *number);
    }
}

pub(super) fn format_number(value: f64) -> String {
    let mut text = String::new();
    push_number(&mut text, value);
    text
}

/// Rounds a number to the precision that is written.
pub(super) fn to_hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

pub(super) fn push_hundredths(text: &mut String, hundredths: i64) {
    if hundredths < 0 {
        text.push('-');
    }
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    // Writing to a string cannot fail.
    let _ = match rest {
        0 => write!(text, "{whole}"),
        rest if rest % 10 == 0 => write!(text, "{whole}.{}", rest / 10),
        rest => write!(text, "{whole}.{rest:02}"),
    };
}

/// Appends a factor of coordinates, with six decimals: a rounding error grows with the size of the picture.
pub(super) fn push_precise_number(text: &mut String, value: f64) {
    let digits = format!("{value:.6}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    text.push_str(if digits == "-0" { "0" } else { digits });
}

/// Appends a colour as `#rrggbb`. Opacity goes to an attribute of its own, since old viewers do not know `#rrggbbaa`.
pub(super) fn push_hex_color(text: &mut String, color: Color) {
    let [r, g, b] = color.rgb;
    let _ = write!(text, "#{r:02x}{g:02x}{b:02x}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (1.5, "1.5"),
            (1.005_1, "1.01"),
            (-2.25, "-2.25"),
            (-0.5, "-0.5"),
            (0.07, "0.07"),
        ] {
            let mut text = String::new();
            push_number(&mut text, value);
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn factors_have_at_most_six_decimals() {
        for (value, expected) in [
            (1.0, "1"),
            (-0.0, "0"),
            (1.0 / 3.0, "0.333333"),
            (-2.5, "-2.5"),
            (1e-9, "0"),
            (-1e-9, "0"),
            (100.0, "100"),
        ] {
            let mut text = String::new();
            push_precise_number(&mut text, value);
            assert_eq!(text, expected);
        }
    }
}
