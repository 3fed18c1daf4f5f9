//! The error of a script in a build without an engine.

use crate::chartjs::parse::value::config_path;
use crate::input::error_text::quote;
use crate::input::{InputError, Location};

/// The error at the first thing in a text that is no data.
pub(in crate::chartjs) fn missing_engine(location: Location) -> Box<InputError> {
    let found = "a function or another expression of JavaScript";
    let error = InputError::new(location, found, "JSON, or a JavaScript literal of data")
        .with_remedy("this build runs no functions; one with the feature \"functions\" does");
    with_required_functions(error)
}

/// The error of a language whose numbers only `Intl` writes, which is part of the engine: without it, a picture would have other
/// numbers than with it.
pub(in crate::chartjs) fn missing_language(locale: &str) -> Box<InputError> {
    let error = InputError::new(config_path("options.locale"), quote(locale), "en or en-US").with_remedy(
        "this build writes numbers as in en-US; one with the feature \"functions\" knows other languages",
    );
    with_required_functions(error)
}

fn with_required_functions(mut error: Box<InputError>) -> Box<InputError> {
    error.required_feature = Some("functions");
    error
}
