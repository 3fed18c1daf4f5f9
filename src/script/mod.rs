//! A sandbox for JavaScript: one engine runs the script of one picture, within limits, and reaches nothing outside.
//!
//! The engine is QuickJS, compiled in. A script has no input or output, no timers, no modules and no clock; the same
//! script with the same settings gives the same results on every machine. Rust and JavaScript exchange JSON only.

#[cfg(feature = "functions")]
mod big_integers;
#[cfg_attr(not(feature = "functions"), path = "engine_stub.rs")]
mod engine;
mod error;
mod host;
#[cfg(feature = "functions")]
mod host_object;
mod library;
#[cfg(test)]
#[cfg(feature = "functions")]
mod library_tests;
#[cfg(feature = "functions")]
mod loader;
#[cfg(test)]
#[cfg(feature = "functions")]
mod tests;
#[cfg(feature = "functions")]
mod usage;

pub(crate) use engine::Engine;
#[cfg(all(test, feature = "functions"))]
pub(crate) use engine::STARTED_ENGINES;
pub(crate) use error::{ScriptError, ScriptErrorKind};
pub(crate) use host::Host;
pub(crate) use library::{CANVAS_LIBRARIES, Library, LibraryLists};
