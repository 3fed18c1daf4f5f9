//! Scales: arithmetic between data units and pixels. Never draws, never measures text.

mod linear;

pub use linear::{Linear, round_domain, round_ticks};
