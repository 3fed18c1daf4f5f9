//! The velocity report: the committed and the completed amounts of past sprints, without their days.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::amount::{amount_error, non_negative_amount};
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::json_value::JsonValue;
use crate::input::redact::redact_secrets;
use crate::input::tracker_documents::TrackerDocument;
use crate::limits::{MAX_HISTORY, MAX_TEXT_CHARS};
use crate::sprint::PastSprint;

/// The field of the amounts, by the sprint's id.
pub(super) const VELOCITY_ENTRIES: &str = "velocityStatEntries";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct VelocityReport {
    /// The latest first.
    sprints: Vec<VelocityJiraSprint>,
    /// Amounts by the sprint's id.
    velocity_stat_entries: BTreeMap<String, VelocityEntry>,
}

#[derive(Deserialize)]
struct VelocityJiraSprint {
    id: u64,
    #[serde(default)]
    sequence: u64,
    name: String,
    #[serde(default)]
    state: String,
}

#[derive(Deserialize)]
struct VelocityEntry {
    estimated: EstimateTotal,
    completed: EstimateTotal,
}

#[derive(Deserialize)]
struct EstimateTotal {
    /// `None` if nothing is estimated.
    value: Option<f64>,
}

/// Returns true if a document is this report.
pub(super) fn is_velocity_report(value: &JsonValue<'_>) -> bool {
    value.get(VELOCITY_ENTRIES).is_some_and(JsonValue::is_object)
}

/// The error for a velocity report that is read as a sprint.
pub(super) fn no_days_error(document: &TrackerDocument<'_>) -> Box<InputError> {
    let expected = "a sprint: the report tells of no days";
    let remedy = "--kind velocity draws the report alone, --history takes it beside a sprint";
    document.error_at("", "a velocity report", expected).with_remedy(remedy)
}

/// Reads the closed sprints, the earliest first. Jira's commitment is the amount at the start of a sprint.
pub(super) fn read_past_sprints(
    document: &TrackerDocument<'_>,
    options: &ReadOptions,
) -> Result<Vec<PastSprint>, Box<InputError>> {
    let VelocityReport { mut sprints, velocity_stat_entries: entries } = document.read()?;
    sprints.retain(|sprint| sprint.state.eq_ignore_ascii_case("closed"));
    sprints.sort_by_key(|sprint| (sprint.sequence, sprint.id));
    let past = sprints.iter().filter_map(|sprint| Some((sprint, entries.get(&sprint.id.to_string())?)));
    let past = past.map(|(sprint, entry)| {
        let amount = |estimate: &EstimateTotal, field: &str| {
            let value = estimate.value.unwrap_or_default();
            let path = || format!("velocityStatEntries.{}.{field}.value", sprint.id);
            non_negative_amount(value).ok_or_else(|| amount_error(document, path(), value.to_string(), value))
        };
        if sprint.name.chars().count() > MAX_TEXT_CHARS {
            let expected = format!("at most {MAX_TEXT_CHARS} characters (MAX_TEXT_CHARS)");
            let found = format!("a longer name of sprint {}", sprint.id);
            return Err(document.error_at("sprints", found, expected).with_exceeded_limit("MAX_TEXT_CHARS"));
        }
        Ok(PastSprint {
            name: redact_secrets(&sprint.name).into_owned(),
            unit: options.unit.unwrap_or_default(),
            committed: amount(&entry.estimated, "estimated")?,
            completed: amount(&entry.completed, "completed")?,
            ..PastSprint::default()
        })
    });
    let past = past.collect::<Result<Vec<_>, Box<InputError>>>()?;
    match past.len() {
        0 => Err(document.error_at("sprints", "no closed sprint with its figures", "at least one")),
        1..=MAX_HISTORY => Ok(past),
        more => {
            let found = format!("{more} closed sprints");
            Err(document.limit_exceeded_at("sprints", found, "MAX_HISTORY", MAX_HISTORY))
        }
    }
}
