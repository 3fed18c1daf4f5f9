//! The engine of a build without functions: it never starts.

use std::rc::Rc;

use super::error::{ScriptError, ScriptErrorKind};
use super::host::Host;
use super::library::LibraryLists;

/// An engine, which this build cannot start.
pub(crate) enum Engine {}

impl Engine {
    /// Always an error that names the missing feature.
    pub(crate) fn start(_: Rc<dyn Host>, _: LibraryLists) -> Result<Self, ScriptError> {
        Err(ScriptError { kind: ScriptErrorKind::Unavailable, message: String::new(), position: None })
    }

    pub(crate) fn run(&self, _: &str) -> Result<(), ScriptError> {
        match *self {}
    }

    pub(crate) fn call(&self, _: &str, _: &str) -> Result<String, ScriptError> {
        match *self {}
    }

    pub(crate) fn count_calls(&self, _: usize) -> Result<(), ScriptError> {
        match *self {}
    }
}
