//! Concatenated JSON documents, as `cat a.json b.json`, `gh api --paginate` and the pages of a tracker give them.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;

use super::error::{InputError, Location};
use super::json;
use super::json_value::{JsonObject, JsonValue};

/// The field with the date of a snapshot.
pub(super) const TAKEN_FIELD: &str = "taken";

/// A document of a tracker's input.
#[derive(Debug)]
pub(super) struct TrackerDocument<'t> {
    pub(super) value: JsonValue<'t>,
    /// The date of the snapshot, if it is known.
    pub(super) snapshot_date: Option<Date>,
    /// The number of the document, counted from 1, if there are several.
    number: Option<usize>,
}

impl<'t> TrackerDocument<'t> {
    /// Parses all documents of a text. A document with `taken` alone (`{"taken": "2023-08-29"}`) gives the date of the
    /// documents after it.
    pub(super) fn parse_all(text: &'t str) -> Result<Vec<Self>, serde_json::Error> {
        let mut documents = Vec::new();
        let mut snapshot_date = None;
        for value in serde_json::Deserializer::from_str(text).into_iter::<JsonValue<'t>>() {
            let value = value?;
            match parse_taken_marker(&value) {
                Some(date) => snapshot_date = date,
                None => documents.push(Self { value, snapshot_date, number: Some(documents.len() + 1) }),
            }
        }
        if let [only] = documents.as_mut_slice() {
            only.number = None;
        }
        Ok(documents)
    }

    /// Deserializes the document. The error has the location of the invalid value.
    pub(super) fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Box<InputError>> {
        self.read_part(&self.value, "")
    }

    /// Deserializes the part of the document at `path`.
    pub(super) fn read_part<'a, T: Deserialize<'a>>(
        &self,
        part: &'a JsonValue<'a>,
        path: &str,
    ) -> Result<T, Box<InputError>> {
        // Tracking the JSON path is slower than parsing, so the part is parsed again with tracking only on error.
        if let Ok(value) = T::deserialize(part) {
            return Ok(value);
        }
        serde_path_to_error::deserialize(part).map_err(|error| {
            let inner = error.path().to_string();
            let mut input_error = json::translate_serde_error(&inner, &error.into_inner());
            if let Location::TextPosition { .. } = input_error.location {
                input_error.location = Location::EntireInput;
            }
            let is_root = path.is_empty();
            self.with_document_number(if is_root { input_error } else { input_error.with_parent_path(path) })
        })
    }

    /// Deserializes a part of the document. The path of the part is determined only on error.
    pub(super) fn read_located_part<'a, T: Deserialize<'a>>(
        &self,
        part: &'a JsonValue<'a>,
    ) -> Result<T, Box<InputError>> {
        match T::deserialize(part) {
            Ok(value) => Ok(value),
            Err(_) => self.read_part(part, &self.path_of(part)),
        }
    }

    /// Returns the path of a part of the document, such as `data.team.cycles[3]`.
    pub(super) fn path_of(&self, part: &JsonValue<'_>) -> String {
        let mut path = String::new();
        if find_path_to(&self.value, part, &mut path) { path } else { String::new() }
    }

    /// Returns all objects that match a predicate, at any depth. Objects inside a match are not searched.
    pub(super) fn find_objects(&self, matches: fn(&JsonObject<'_>) -> bool) -> Vec<&JsonValue<'t>> {
        find_objects(&self.value, matches)
    }

    /// Returns the error for the value at a path; an empty path is the entire document.
    pub(super) fn error_at(
        &self,
        path: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Box<InputError> {
        self.with_document_number(InputError::new(location_of(path), found, expected))
    }

    /// Returns the error for a value at a path that exceeds a limit of [`limits`](crate::limits).
    pub(super) fn limit_exceeded_at(
        &self,
        path: &str,
        found: impl Into<String>,
        limit_name: &'static str,
        limit: impl fmt::Display,
    ) -> Box<InputError> {
        self.with_document_number(InputError::limit_exceeded(location_of(path), found, limit_name, limit))
    }

    /// Returns the error with the number of this document.
    pub(super) fn with_document_number(&self, mut error: Box<InputError>) -> Box<InputError> {
        error.document = self.number;
        error
    }
}

/// Returns the location of the value at a path; an empty path is the entire document.
fn location_of(path: impl Into<String>) -> Location {
    let path = path.into();
    if path.is_empty() { Location::EntireInput } else { Location::Path(path) }
}

/// Returns all objects in a value that match a predicate, in document order. Paths are not collected: for large arrays
/// they would dominate memory.
pub(super) fn find_objects<'a, 't>(
    value: &'a JsonValue<'t>,
    matches: fn(&JsonObject<'_>) -> bool,
) -> Vec<&'a JsonValue<'t>> {
    let mut found = Vec::new();
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        match value {
            JsonValue::Object(fields) if matches(fields) => found.push(value),
            JsonValue::Object(fields) => pending.extend(fields.iter().rev().map(|(_, value)| value)),
            JsonValue::List(list) => pending.extend(list.iter().rev()),
            _ => {}
        }
    }
    found
}

/// Returns true if `part` is inside a value, by identity, and appends its path to `path`. The recursion is limited by
/// the depth that the parser allows.
fn find_path_to(value: &JsonValue<'_>, part: &JsonValue<'_>, path: &mut String) -> bool {
    if std::ptr::eq(value, part) {
        return true;
    }
    let parent_length = path.len();
    match value {
        JsonValue::Object(fields) => fields.iter().any(|(name, value)| {
            path.truncate(parent_length);
            path.push_str(if parent_length == 0 { "" } else { "." });
            path.push_str(name);
            find_path_to(value, part, path)
        }),
        JsonValue::List(list) => list.iter().enumerate().any(|(index, value)| {
            path.truncate(parent_length);
            path.push_str(&format!("[{index}]"));
            find_path_to(value, part, path)
        }),
        _ => false,
    }
}

/// Returns the date of a document with `taken` alone. The value null ends the validity of the previous date.
fn parse_taken_marker(value: &JsonValue<'_>) -> Option<Option<Date>> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    match fields.get(TAKEN_FIELD)? {
        JsonValue::Null => Some(None),
        date => Some(Some(date.as_str()?.parse().ok()?)),
    }
}
