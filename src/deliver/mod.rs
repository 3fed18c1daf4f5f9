//! Where bytes go.

mod file;

pub use file::write;
