//! JSON documents, one after another: what `cat a.json b.json`, `gh api --paginate` and a tracker's pages give.

use serde::Deserialize;
use serde_json::Value;

use super::error::{InputError, Place};
use super::json;

/// A document of a tracker's input.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) value: Value,
    /// Its number, counted from 1, where there are several.
    number: Option<usize>,
}

impl Document {
    /// All documents of a text, in their order.
    pub(super) fn all(text: &str) -> Result<Vec<Self>, serde_json::Error> {
        let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        let values = values.collect::<Result<Vec<_>, _>>()?;
        let several = values.len() > 1;
        let document = |(index, value): (usize, Value)| Self { value, number: several.then_some(index + 1) };
        Ok(values.into_iter().enumerate().map(document).collect())
    }

    /// The document as what a reader knows; names the place where it is something else.
    pub(super) fn read<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Box<InputError>> {
        self.read_part(&self.value, "")
    }

    /// A part of the document, which is found at `path`.
    pub(super) fn read_part<'a, T: Deserialize<'a>>(
        &self,
        part: &'a Value,
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
