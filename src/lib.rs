//! Sprint data in, a burndown picture that explains itself out.

pub mod error;
pub mod input;
pub mod limits;
pub mod sprint;
