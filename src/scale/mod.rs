//! Scales: arithmetic between data units and pixels. A scale neither draws nor measures.

mod linear;
mod log_ticks;
mod number;
mod pixels;
mod skip;
mod ticks;
pub mod time;
mod track;

pub use linear::{round_domain, round_ticks};
pub use log_ticks::{floor_log10, log_ticks};
pub use number::{Notation, NumberFormat, NumberStyle, number_text};
pub use pixels::{Pixels, Positions, aligned, interpolated};
pub use skip::{SkipRule, skipped};
pub use ticks::{LinearTicks, Tick, linear_ticks};
pub use track::Track;

/// `Math.round`: halves go up.
pub fn js_round(value: f64) -> f64 {
    let floor = value.floor();
    if value - floor >= 0.5 { floor + 1.0 } else { floor }
}
