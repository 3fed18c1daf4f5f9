//! Sprint data in, a burndown picture that explains itself out.

pub mod limits;
pub mod sprint;
pub mod words;
