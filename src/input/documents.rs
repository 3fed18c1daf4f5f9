//! JSON documents, one after another: what `cat a.json b.json`, `gh api --paginate` and a tracker's pages give.

use jiff::civil::Date;
use serde::Deserialize;

use super::error::{InputError, Place};
use super::json;
use super::value::{Fields, Value};

/// The field that says on which day somebody read a document.
pub(super) const TAKEN: &str = "taken";

/// A document of a tracker's input.
#[derive(Debug)]
pub(super) struct Document<'t> {
    pub(super) value: Value<'t>,
    /// The day on which it was read, where that is known.
    pub(super) taken: Option<Date>,
    /// Its number, counted from 1, where there are several.
    number: Option<usize>,
}

impl<'t> Document<'t> {
    /// All documents of a text, in their order. One of `taken` alone (`{"taken": "2023-08-29"}`) says on which day those after it
    /// were read.
    pub(super) fn all(text: &'t str) -> Result<Vec<Self>, serde_json::Error> {
        let mut documents = Vec::new();
        let mut taken = None;
        for value in serde_json::Deserializer::from_str(text).into_iter::<Value<'t>>() {
            let value = value?;
            match marked(&value) {
                Some(day) => taken = day,
                None => documents.push(Self { value, taken, number: Some(documents.len() + 1) }),
            }
        }
        if let [only] = documents.as_mut_slice() {
            only.number = None;
        }
        Ok(documents)
    }

    /// The document as what a reader knows; names the place where it is something else.
    pub(super) fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Box<InputError>> {
        self.read_part(&self.value, "")
    }

    /// A part of the document, which is found at `path`.
    pub(super) fn read_part<'a, T: Deserialize<'a>>(
        &self,
        part: &'a Value<'a>,
        path: &str,
    ) -> Result<T, Box<InputError>> {
        // The way of the path costs more than the reading, and only an error has need of it.
        if let Ok(read) = T::deserialize(part) {
            return Ok(read);
        }
        serde_path_to_error::deserialize(part).map_err(|error| {
            let inner = error.path().to_string();
            let mut found = json::in_our_words(&inner, &error.into_inner());
            if let Place::Text { .. } = found.place {
                found.place = Place::Whole;
            }
            self.own(if path.is_empty() { found } else { found.below(path) })
        })
    }

    /// The same for a part of which only an error has to know where it is.
    pub(super) fn read_within<'a, T: Deserialize<'a>>(
        &self,
        part: &'a Value<'a>,
    ) -> Result<T, Box<InputError>> {
        match T::deserialize(part) {
            Ok(read) => Ok(read),
            Err(_) => self.read_part(part, &self.path_of(part)),
        }
    }

    /// Where a part of the document is: `data.team.cycles[3]`.
    pub(super) fn path_of(&self, part: &Value<'_>) -> String {
        let mut path = String::new();
        if is_below(&self.value, part, &mut path) { path } else { String::new() }
    }

    /// All objects of a kind, however deep; not those inside each other.
    pub(super) fn objects(&self, is: fn(&Fields<'_>) -> bool) -> Vec<&Value<'t>> {
        objects(&self.value, is)
    }

    /// What is wrong with the value at a path; an empty one is the document as a whole.
    pub(super) fn error(
        &self,
        path: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Box<InputError> {
        let path = path.into();
        let place = if path.is_empty() { Place::Whole } else { Place::Path(path) };
        self.own(InputError::new(place, found, expected))
    }

    fn own(&self, mut error: Box<InputError>) -> Box<InputError> {
        error.document = self.number;
        error
    }
}

/// All objects of a kind in a value, in their order. Without their paths: those of a long list under a long name are longer than any
/// memory.
pub(super) fn objects<'a, 't>(value: &'a Value<'t>, is: fn(&Fields<'_>) -> bool) -> Vec<&'a Value<'t>> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) if is(fields) => found.push(value),
            Value::Object(fields) => open.extend(fields.iter().rev().map(|(_, value)| value)),
            Value::List(list) => open.extend(list.iter().rev()),
            _ => {}
        }
    }
    found
}

/// Whether `part` itself is somewhere in a value, with the way to it. A document is no deeper than its parser allows.
fn is_below(value: &Value<'_>, part: &Value<'_>, path: &mut String) -> bool {
    if std::ptr::eq(value, part) {
        return true;
    }
    let before = path.len();
    match value {
        Value::Object(fields) => fields.iter().any(|(name, value)| {
            path.truncate(before);
            path.push_str(if before == 0 { "" } else { "." });
            path.push_str(name);
            is_below(value, part, path)
        }),
        Value::List(list) => list.iter().enumerate().any(|(index, value)| {
            path.truncate(before);
            path.push_str(&format!("[{index}]"));
            is_below(value, part, path)
        }),
        _ => false,
    }
}

/// The day that a document of `taken` alone names; null ends what the one before it said.
fn marked(value: &Value<'_>) -> Option<Option<Date>> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    match fields.get(TAKEN)? {
        Value::Null => Some(None),
        day => Some(Some(day.as_str()?.parse().ok()?)),
    }
}
