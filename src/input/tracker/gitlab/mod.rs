//! GitLab: issues with their resource events, or the series of its own burnup chart.

mod burnup;
mod issues;
mod rest_data;
mod timebox;

use super::known_states::KnownStates;
use super::reader::TrackerReader;
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::JsonValue;
use crate::input::tracker_data::TrackerData;
use crate::input::tracker_documents::{TrackerDocument, find_objects};
use rest_data::EntryKind;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::GitLab, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "issues with resource milestone, iteration, state and weight events, in one list or many",
        "beside them, in any order: the milestone or the iteration",
        "GraphQL's report { burnupTimeSeries } of a milestone or an iteration",
    ],
    how_to_get: &[
        "/projects/ID/issues?milestone=TITLE&scope=all&per_page=100",
        "/projects/ID/issues/IID/resource_milestone_events",
        "/projects/ID/issues/IID/resource_iteration_events",
        "/projects/ID/issues/IID/resource_state_events",
        "/projects/ID/issues/IID/resource_weight_events",
        "milestone(id: …) { title startDate dueDate report { burnupTimeSeries { date scopeCount scopeWeight completedCount completedWeight } } }",
    ],
    missing_data: &[
        "without milestone events an issue counts as joined when it was created",
        "the series has days of UTC and one figure a day: what joined and left on one day is not seen apart",
    ],
};

fn is_response(value: &JsonValue<'_>) -> bool {
    match value {
        JsonValue::List(list) => list
            .first()
            .is_some_and(|first| first.is_list() && is_response(first) || EntryKind::detect(first).is_some()),
        JsonValue::Object(_) => {
            EntryKind::detect(value).is_some() || !find_objects(value, burnup::is_report).is_empty()
        }
        _ => false,
    }
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    KnownStates::default().check_done_names(options)?;
    let data = rest_data::GitLabData::from_documents(documents)?;
    if data.has_issues() {
        return issues::read_issues(&data, documents, options);
    }
    burnup::read_burnup(documents, &data, options)
}
