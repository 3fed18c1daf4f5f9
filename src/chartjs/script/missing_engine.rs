//! The error of a script in a build without an engine.

use crate::input::{InputError, Location};

/// The error at the first thing in a text that is no data.
pub(in crate::chartjs) fn missing_engine(location: Location) -> Box<InputError> {
    let found = "a function or another expression of JavaScript";
    let mut error = InputError::new(location, found, "JSON, or a JavaScript literal of data")
        .with_remedy("this build runs no functions; one with the feature \"functions\" does");
    error.required_feature = Some("functions");
    error
}
