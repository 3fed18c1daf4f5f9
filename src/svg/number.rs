//! Numbers and colours as text: the one place where they are formatted.

use std::fmt::Write as _;

use crate::color::Color;

/// At most two decimals, no trailing zeros, no negative zero.
pub(super) fn push(text: &mut String, value: f64) {
    push_hundredths(text, hundredths(value));
}

pub(super) fn text(value: f64) -> String {
    let mut text = String::new();
    push(&mut text, value);
    text
}

/// What is written of a number.
pub(super) fn hundredths(value: f64) -> i64 {
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

/// Without its opacity, for which old viewers want an attribute of its own.
pub(super) fn push_hex(text: &mut String, color: Color) {
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
            push(&mut text, value);
            assert_eq!(text, expected);
        }
    }
}
