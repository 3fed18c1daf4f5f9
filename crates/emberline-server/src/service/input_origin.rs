//! The origin of a request's input, which determines the locations of its errors.

use emberline::error::{Error, InputError, Location};

use super::render_error::RenderError;
use crate::request::ObjectLocation;

/// The origin of a request's input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputOrigin {
    /// The field `sprint`: a JSON document.
    SprintField,
    /// The field `sprint`: a text, such as a CSV table.
    SprintText,
    /// The field `chart`.
    ChartField,
    /// A file in S3.
    S3Object(ObjectLocation),
}

impl InputOrigin {
    /// The origin of an input in the field `sprint`.
    pub(super) fn sprint_field(text: &str) -> Self {
        if text.starts_with('{') { Self::SprintField } else { Self::SprintText }
    }

    /// Converts an error of reading: its location becomes one in the request, in the text that the request contains, or
    /// in the file.
    pub(super) fn locate_error(&self, error: Error) -> RenderError {
        match (error, self) {
            // A past sprint is invalid or does not fit this one.
            (Error::Input(error), _) if error.is_in_history() => {
                RenderError::Input(error.with_parent_path("options"))
            }
            (Error::Input(error), Self::SprintField) => RenderError::Input(error.with_parent_path("sprint")),
            (Error::Input(error), Self::ChartField) => RenderError::Input(locate_in_chart(error)),
            (Error::Input(mut error), Self::SprintText) => {
                error.file = Some("sprint".to_owned());
                RenderError::Input(error)
            }
            (error, Self::S3Object(source)) => RenderError::Picture(error.with_file(source.to_string())),
            (error, _) => RenderError::Picture(error),
        }
    }
}

/// The error in the field `chart`. Only a text can have a position: an object is JSON already.
fn locate_in_chart(mut error: Box<InputError>) -> Box<InputError> {
    if matches!(error.location, Location::TextPosition { .. }) {
        let place = error.location.to_string();
        error.found = format!("{}, at {}", error.found, place.trim_end_matches(": "));
    }
    error.with_parent_path("chart")
}
