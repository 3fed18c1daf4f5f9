//! Past sprints in a request.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::input::json::inline_text;
use crate::input::{self, InputError, Location, ReadOptions};
use crate::limits::MAX_HISTORY;
use crate::sprint::PastSprint;

/// Earlier sprints, as JSON documents that are not parsed yet.
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
        // The schema of a sprint document is not repeated here: `emberline schema` prints it.
        json_schema!({ "type": "array", "items": { "type": ["object", "string"] } })
    }
}

impl History {
    /// Reads the sprints, up to their ends or `now`, with the [options that hold for them](ReadOptions::for_history).
    ///
    /// # Errors
    /// A document is invalid, or there are more sprints than [`MAX_HISTORY`].
    pub fn read_sprints(&self, options: &ReadOptions) -> Result<Vec<PastSprint>, Box<InputError>> {
        check_sprint_count(self.0.len())?;
        let options = options.for_history();
        let read = |(index, document): (usize, &String)| {
            let text = inline_text("history", document)?;
            let sprints = input::read_history(text.as_bytes(), &options);
            sprints.map_err(|error| error.with_parent_path(&format!("history[{index}]")))
        };
        let sprints = self.0.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
        let sprints: Vec<PastSprint> = sprints.into_iter().flatten().collect();
        check_sprint_count(sprints.len()).map(|()| sprints)
    }
}

fn check_sprint_count(sprints: usize) -> Result<(), Box<InputError>> {
    if sprints <= MAX_HISTORY {
        return Ok(());
    }
    let location = Location::Path("history".to_owned());
    Err(InputError::limit_exceeded(location, format!("{sprints} sprints"), "MAX_HISTORY", MAX_HISTORY))
}
