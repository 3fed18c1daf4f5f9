//! The velocity report: what past sprints committed to and completed, without their days.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::super::ReadOptions;
use super::super::super::documents::Document;
use super::super::super::error::InputError;
use super::super::super::mask::masked;
use super::super::super::value::Value;
use super::estimate::EXPECTED;
use crate::limits::{MAX_HISTORY, MAX_TEXT_CHARS};
use crate::sprint::{Amount, Past};

/// The figures, by the sprint's id.
pub(super) const ENTRIES: &str = "velocityStatEntries";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    /// The latest first.
    sprints: Vec<WireSprint>,
    /// By the sprint's id.
    velocity_stat_entries: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
struct WireSprint {
    id: u64,
    #[serde(default)]
    sequence: u64,
    name: String,
    #[serde(default)]
    state: String,
}

#[derive(Deserialize)]
struct Entry {
    estimated: Estimate,
    completed: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    /// Where nothing is estimated, there is none.
    value: Option<f64>,
}

/// Whether a document is that answer.
pub(super) fn is(value: &Value<'_>) -> bool {
    value.get(ENTRIES).is_some_and(Value::is_object)
}

/// What to say to who wants days of it.
pub(super) fn no_days(document: &Document<'_>) -> Box<InputError> {
    let expected = "a sprint: the report tells of no days";
    let remedy = "--kind velocity draws the report alone, --history takes it beside a sprint";
    document.error("", "a velocity report", expected).remedy(remedy)
}

/// The closed sprints, the earliest first. Jira's commitment is what was in a sprint at its start.
pub(super) fn past(document: &Document<'_>, options: &ReadOptions) -> Result<Vec<Past>, Box<InputError>> {
    let Wire { mut sprints, velocity_stat_entries: entries } = document.read()?;
    sprints.retain(|sprint| sprint.state.eq_ignore_ascii_case("closed"));
    sprints.sort_by_key(|sprint| (sprint.sequence, sprint.id));
    let past = sprints.iter().filter_map(|sprint| Some((sprint, entries.get(&sprint.id.to_string())?)));
    let past = past.map(|(sprint, entry)| {
        let amount = |estimate: &Estimate, field: &str| {
            let value = estimate.value.unwrap_or_default();
            let amount = Amount::from_f64(value).filter(|amount| !amount.is_negative());
            let path = || format!("velocityStatEntries.{}.{field}.value", sprint.id);
            amount.ok_or_else(|| document.error(path(), value.to_string(), EXPECTED))
        };
        if sprint.name.chars().count() > MAX_TEXT_CHARS {
            let expected = format!("at most {MAX_TEXT_CHARS} characters (MAX_TEXT_CHARS)");
            return Err(document.error(
                "sprints",
                format!("a longer name of sprint {}", sprint.id),
                expected,
            ));
        }
        Ok(Past {
            name: masked(&sprint.name).into_owned(),
            unit: options.unit.unwrap_or_default(),
            committed: amount(&entry.estimated, "estimated")?,
            completed: amount(&entry.completed, "completed")?,
            ..Past::default()
        })
    });
    let past = past.collect::<Result<Vec<_>, Box<InputError>>>()?;
    match past.len() {
        0 => Err(document.error("sprints", "no closed sprint with its figures", "at least one")),
        1..=MAX_HISTORY => Ok(past),
        more => {
            let expected = format!("at most {MAX_HISTORY} (MAX_HISTORY)");
            let mut error = document.error("sprints", format!("{more} closed sprints"), expected);
            error.limit = Some("MAX_HISTORY");
            Err(error)
        }
    }
}
