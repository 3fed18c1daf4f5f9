//! The JSON document, and the translation of serde's errors.

use serde::Deserialize;
use serde_json::error::Category;

use super::document::SprintDocument;
use super::error::{InputError, Location};
use super::error_text::{QUOTED_CHARS, did_you_mean, limit_in_message, quote, truncate_chars};
use super::normalize;
use super::object::StrictObject;
use super::read_options::ReadOptions;
use crate::sprint::Sprint;

/// Returns true if a text begins like JSON.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// Reads the sprint of a JSON document.
pub(super) fn read_sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    sprint_from_document(&parse_document(text)?, options)
}

/// Parses a sprint document. Returns `None` for an invalid one, for which [`read_sprint`] returns the error.
pub(super) fn parse_native(text: &str) -> Option<SprintDocument> {
    serde_json::from_str(text).ok().map(|StrictObject(document)| document)
}

/// Returns the sprint of a document.
pub(super) fn sprint_from_document(
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<Sprint, Box<InputError>> {
    normalize::sprint_from_document(document, options).map_err(|error| {
        let location = error.path.json_location();
        error.into_input_error(location)
    })
}

/// Parses a JSON document that is an object.
///
/// # Errors
/// The path of the invalid value, or its position in the text.
///
/// # Example
///
/// ```
/// #[derive(Debug, serde::Deserialize)]
/// struct Team {
///     members: u32,
/// }
///
/// let error = emberline::json::parse_document::<Team>(r#"{"members": "five"}"#).unwrap_err();
/// assert!(error.to_string().starts_with(r#"members: found "five""#));
/// ```
pub fn parse_document<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Box<InputError>> {
    // Tracking the JSON path is slower than parsing, so the text is parsed again with tracking only on error.
    if let Ok(StrictObject(document)) = serde_json::from_str(text) {
        return Ok(document);
    }
    let mut from = serde_json::Deserializer::from_str(text);
    let StrictObject(document) = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let path = error.path().to_string();
        translate_serde_error(&path, &error.into_inner())
    })?;
    from.end().map_err(|error| translate_serde_error(".", &error))?;
    Ok(document)
}

/// Returns the text of an input inside a JSON document: that of an object or list as it is, or the content of a string. The
/// field is its name, for errors.
///
/// # Errors
/// The string has lone surrogates.
pub fn inline_text(field: &str, raw: &str) -> Result<String, Box<InputError>> {
    match raw.starts_with('"') {
        true => serde_json::from_str(raw).map_err(|error| {
            InputError::new(
                Location::Path(field.to_owned()),
                format!("no text ({error})"),
                "a text of Unicode",
            )
        }),
        false => Ok(raw.to_owned()),
    }
}

/// Returns the error for a text that is not JSON.
#[expect(clippy::needless_pass_by_value, reason = "the signature that map_err expects")]
pub(super) fn invalid_json(error: serde_json::Error) -> Box<InputError> {
    translate_serde_error(".", &error)
}

/// Returns the input error for an error of serde at a JSON path.
pub(super) fn translate_serde_error(path: &str, error: &serde_json::Error) -> Box<InputError> {
    let column = Some(error.column()).filter(|column| *column > 0);
    let position = Location::TextPosition { line: error.line(), column };
    let message = error.to_string();
    // serde_json appends the position to every message.
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(head, _)| head);
    let is_root = matches!(path, "." | "");
    let location = if is_root { position.clone() } else { Location::Path(path.to_owned()) };
    match error.classify() {
        Category::Data => translate_data_error(message, location, position),
        Category::Eof => InputError::new(position, "the end of the file", "the rest of the JSON document"),
        Category::Syntax | Category::Io if message == "number out of range" => {
            InputError::new(location, "a number out of range", "a finite number")
        }
        Category::Syntax | Category::Io => {
            InputError::new(position, format!("no JSON ({message})"), "a JSON document")
        }
    }
}

/// Returns the input error for a message of serde, which describes an error only as a sentence. `position` is used if
/// the value has no path.
pub(super) fn translate_data_error(message: &str, location: Location, position: Location) -> Box<InputError> {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let (found, known) = split_unknown_name(rest);
        // The path ends with the unknown field, so its parent is the location.
        let parent = match &location {
            Location::Path(path) => {
                path.rsplit_once('.').map(|(parent, _)| Location::Path(parent.to_owned()))
            }
            _ => None,
        };
        let found_text = format!("the unknown field {}", quote(found));
        let mut error = InputError::new(parent.unwrap_or(position), found_text, join_alternatives(&known));
        error.remedy = did_you_mean(found, known);
        return error;
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (found, known) = split_unknown_name(rest);
        let mut error = InputError::new(location, quote(found), join_alternatives(&known));
        error.remedy = did_you_mean(found, known);
        return error;
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        let field = field.trim_matches('`');
        return InputError::new(location, format!("an object without {}", quote(field)), "that field");
    }
    if let Some(field) = message.strip_prefix("duplicate field ") {
        let field = field.trim_matches('`');
        return InputError::new(location, format!("the field {} twice", quote(field)), "it once");
    }
    let rest = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    match rest.and_then(|rest| rest.rsplit_once(", expected ")) {
        Some((found, expected)) => {
            let error = InputError::new(location, describe_found(found), describe_expected(expected));
            error.with_exceeded_limit(limit_in_message(expected))
        }
        None => InputError::new(location, message, "a sprint document"),
    }
}

/// Splits `` `x`, expected `a` or `b` `` into `x` and the known names.
fn split_unknown_name(rest: &str) -> (&str, Vec<&str>) {
    let (found, expected) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
    let known = expected.split('`').skip(1).step_by(2);
    // "$schema" is for editors, so it is not suggested.
    (found.trim_matches('`'), known.filter(|name| !name.starts_with('$')).collect())
}

/// Joins names as alternatives: `"a", "b" or "c"`.
fn join_alternatives(names: &[&str]) -> String {
    match names {
        [] => "none".to_owned(),
        [name] => quote(name),
        [head @ .., last] => {
            let head: Vec<String> = head.iter().map(|name| quote(name)).collect();
            format!("{} or {}", head.join(", "), quote(last))
        }
    }
}

/// Translates a value that serde has found: `string "x"` → `"x"`, `floating point `1.5`` → `1.5`, `map` → `an object`.
fn describe_found(found: &str) -> String {
    if let Some(text) = found.strip_prefix("string ") {
        // The text is already escaped, but not truncated.
        let text = text.trim_matches('"');
        return format!("\"{}\"", truncate_chars(text, QUOTED_CHARS));
    }
    match found {
        "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        "unit" | "Option value" => "null".to_owned(),
        other => other.split('`').nth(1).unwrap_or(other).to_owned(),
    }
}

/// Translates a type that serde has expected: `f64` → `a number`.
fn describe_expected(expected: &str) -> &str {
    match expected {
        "f64" => "a number",
        "string" | "a string" | "a borrowed string" | "string or map" => "a text",
        "a sequence" => "a list",
        "a map" => "an object",
        other if other.starts_with("struct ") => "an object",
        other => other,
    }
}
