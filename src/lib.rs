//! Sprint data in, a burndown picture that explains itself out.

#[allow(dead_code, reason = "its callers are written beside it")]
mod font;
pub mod limits;
pub mod sprint;

pub use font::{FontError, Fonts};
