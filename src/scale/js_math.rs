//! Functions of JavaScript's `Math` that differ from those of Rust.

/// Rounds to the nearest integer, halves up (`Math.round`).
pub fn js_round(value: f64) -> f64 {
    let floor = value.floor();
    if value - floor >= 0.5 { floor + 1.0 } else { floor }
}

/// Returns -1, 0 or 1 (`Math.sign`).
pub fn js_sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}
