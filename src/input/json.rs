//! The JSON document, and serde's errors in our words.

use serde::Deserialize;
use serde_json::error::Category;

use super::document::Document;
use super::error::{InputError, Place};
use super::object::Object;
use super::refusal::{QUOTED_CHARS, Spot, did_you_mean, quote};
use super::{ReadOptions, reduce};
use crate::sprint::Sprint;

/// Whether a text is JSON, or was to be.
pub(super) fn is(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

pub(super) fn sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    read(&document(text)?, options)
}

/// The document in a text, where it is one; why it is none, [`sprint`] says.
pub(super) fn own(text: &str) -> Option<Document> {
    serde_json::from_str(text).ok().map(|Object(document)| document)
}

/// The sprint of a document.
pub(super) fn read(document: &Document, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    reduce::sprint(document, options).map_err(|refusal| {
        let place = match refusal.spot {
            Spot::Whole => Place::Whole,
            spot => Place::Path(spot.to_string()),
        };
        refusal.at(place)
    })
}

/// A document, or the place where it is not one.
pub(crate) fn document<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Box<InputError>> {
    // The way of the path costs more than the reading, and only an error has need of it.
    if let Ok(Object(document)) = serde_json::from_str(text) {
        return Ok(document);
    }
    let mut from = serde_json::Deserializer::from_str(text);
    let Object(document) = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let path = error.path().to_string();
        in_our_words(&path, &error.into_inner())
    })?;
    from.end().map_err(|error| in_our_words(".", &error))?;
    Ok(document)
}

/// What is no JSON.
#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
pub(super) fn broken(error: serde_json::Error) -> Box<InputError> {
    in_our_words(".", &error)
}

pub(super) fn in_our_words(path: &str, error: &serde_json::Error) -> Box<InputError> {
    let column = Some(error.column()).filter(|column| *column > 0);
    let text = Place::Text { line: error.line(), column };
    let message = error.to_string();
    // serde_json appends the place to every message.
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(head, _)| head);
    let whole = matches!(path, "." | "");
    let place = if whole { text.clone() } else { Place::Path(path.to_owned()) };
    match error.classify() {
        Category::Data => data(message, place, text),
        Category::Eof => InputError::new(text, "the end of the file", "the rest of the JSON document"),
        Category::Syntax | Category::Io if message == "number out of range" => {
            InputError::new(place, "a number out of range", "a finite number")
        }
        Category::Syntax | Category::Io => {
            InputError::new(text, format!("no JSON ({message})"), "a JSON document")
        }
    }
}

/// serde says what is wrong only in a sentence: its kinds, taken apart. `text` is the place of what has no path.
pub(super) fn data(message: &str, place: Place, text: Place) -> Box<InputError> {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let (found, known) = unknown(rest);
        // The path ends with the unknown name itself.
        let parent = match &place {
            Place::Path(path) => path.rsplit_once('.').map(|(parent, _)| Place::Path(parent.to_owned())),
            _ => None,
        };
        let found_text = format!("the unknown field {}", quote(found));
        let mut error = InputError::new(parent.unwrap_or(text), found_text, one_of(&known));
        error.remedy = did_you_mean(found, known);
        return error;
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (found, known) = unknown(rest);
        let mut error = InputError::new(place, quote(found), one_of(&known));
        error.remedy = did_you_mean(found, known);
        return error;
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        let field = field.trim_matches('`');
        return InputError::new(place, format!("an object without {}", quote(field)), "that field");
    }
    if let Some(field) = message.strip_prefix("duplicate field ") {
        let field = field.trim_matches('`');
        return InputError::new(place, format!("the field {} twice", quote(field)), "it once");
    }
    let rest = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    match rest.and_then(|rest| rest.rsplit_once(", expected ")) {
        Some((found, expected)) => InputError::new(place, plain_found(found), plain_expected(expected)),
        None => InputError::new(place, message, "a sprint document"),
    }
}

/// `` `x`, expected `a` or `b` `` → x and the known names.
fn unknown(rest: &str) -> (&str, Vec<&str>) {
    let (found, expected) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
    let known = expected.split('`').skip(1).step_by(2);
    // "$schema" is for editors.
    (found.trim_matches('`'), known.filter(|name| !name.starts_with('$')).collect())
}

/// `"a", "b" or "c"`.
fn one_of(names: &[&str]) -> String {
    match names {
        [] => "none".to_owned(),
        [name] => quote(name),
        [head @ .., last] => {
            let head: Vec<String> = head.iter().map(|name| quote(name)).collect();
            format!("{} or {}", head.join(", "), quote(last))
        }
    }
}

/// `string "x"` → `"x"`, `floating point `1.5`` → `1.5`, `map` → `an object`.
fn plain_found(found: &str) -> String {
    if let Some(text) = found.strip_prefix("string ") {
        // Escaped already, but not cut.
        let text = text.trim_matches('"');
        let head: String = text.chars().take(QUOTED_CHARS).collect();
        return if head.len() < text.len() { format!("\"{head}…\"") } else { format!("\"{head}\"") };
    }
    match found {
        "map" => "an object".to_owned(),
        "sequence" => "a list".to_owned(),
        "unit" | "Option value" => "null".to_owned(),
        other => other.split('`').nth(1).unwrap_or(other).to_owned(),
    }
}

fn plain_expected(expected: &str) -> &str {
    match expected {
        "f64" => "a number",
        "string" | "a string" | "a borrowed string" | "string or map" => "a text",
        "a sequence" => "a list",
        "a map" => "an object",
        other if other.starts_with("struct ") => "an object",
        other => other,
    }
}
