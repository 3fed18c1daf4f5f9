//! Past sprints in a request.

use std::borrow::Cow;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::input::{self, InputError, Place, ReadOptions};
use crate::limits::MAX_HISTORY;
use crate::sprint::Past;

/// Earlier sprints, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<String>);

impl<'de> Deserialize<'de> for History {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let documents = Vec::<Box<RawValue>>::deserialize(from)?;
        Ok(Self(documents.iter().map(|document| document.get().to_owned()).collect()))
    }
}

impl JsonSchema for History {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "History".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // The schema of a document is the sprint's own, whole in what `schema` gives.
        json_schema!({ "type": "array", "items": { "type": ["object", "string"] } })
    }
}

impl History {
    /// What the sprints tell, up to their ends or `now`.
    ///
    /// # Errors
    /// Which of them can't be read, the place in it and why; more than [`MAX_HISTORY`].
    pub fn read(&self, now: Option<Timestamp>) -> Result<Vec<Past>, Box<InputError>> {
        within(self.0.len())?;
        let options = ReadOptions { now, ..ReadOptions::default() };
        let past = |(index, document): (usize, &String)| {
            let text = super::wire::inline("history", document)?;
            let past = input::past(text.as_bytes(), &options);
            past.map_err(|error| error.below(&format!("history[{index}]")))
        };
        let past = self.0.iter().enumerate().map(past).collect::<Result<Vec<_>, _>>()?;
        let past: Vec<Past> = past.into_iter().flatten().collect();
        within(past.len()).map(|()| past)
    }
}

fn within(sprints: usize) -> Result<(), Box<InputError>> {
    if sprints <= MAX_HISTORY {
        return Ok(());
    }
    let expected = format!("at most {MAX_HISTORY} (MAX_HISTORY)");
    let mut error =
        InputError::new(Place::Path("history".to_owned()), format!("{sprints} sprints"), expected);
    error.limit = Some("MAX_HISTORY");
    Err(error)
}
