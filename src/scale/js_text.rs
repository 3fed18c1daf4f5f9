//! Numbers as texts of JavaScript.

/// Rounds exact halves up, which Rust's formatting does not do.
pub(super) fn rounded_text(size: f64, digits: usize) -> String {
    let scale = libm::pow(10.0, digits as f64);
    let scaled = size * scale;
    if scaled < 1e15 && scaled.fract() == 0.5 {
        return format!("{:.digits$}", (scaled + 0.5) / scale);
    }
    format!("{size:.digits$}")
}

/// Converts a number to text as JavaScript does (`'' + number`).
pub fn js_number_text(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
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
    fn numbers_are_converted_to_text_as_in_javascript() {
        for (value, text) in [
            (0.1, "0.1"),
            (1e21, "1e+21"),
            (1e-7, "1e-7"),
            (-0.0, "0"),
            (12345678.0, "12345678"),
            (1.0 / 1.3, "0.7692307692307692"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
            (f64::NAN, "NaN"),
        ] {
            assert_eq!(js_number_text(value), text);
        }
    }
}
