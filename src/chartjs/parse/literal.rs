//! JSON and JavaScript literals → values.

use crate::input::{InputError, Location};
use crate::limits::MAX_CONFIG_DEPTH;

use super::value::{TOO_DEEP, Value};

/// Parses JSON or a JavaScript literal of data. Strict JSON is tried first: it is the common case and faster.
///
/// # Errors
/// Text that is neither, or that has more levels than [`MAX_CONFIG_DEPTH`], with its line and column.
pub(crate) fn parse_literal(text: &str) -> Result<Value, Box<InputError>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let strict = match serde_json::from_str::<Value>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    json5::from_str::<Value>(text).map_err(|error| {
        let (line, column) = match error.position() {
            Some(position) => (position.line + 1, position.column + 1),
            None => (strict.line(), strict.column()),
        };
        let location = Location::TextPosition { line, column: Some(column) };
        let message = error.to_string();
        if message.starts_with(TOO_DEEP) {
            let found = format!("lists or objects more than {MAX_CONFIG_DEPTH} deep");
            return InputError::limit_exceeded(location, found, "MAX_CONFIG_DEPTH", MAX_CONFIG_DEPTH);
        }
        InputError::new(location, message, "JSON, or a JavaScript literal")
    })
}
