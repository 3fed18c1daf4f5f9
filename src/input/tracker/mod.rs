//! Readers of the responses of trackers. Each has a probe, which recognizes its responses by their shape, and a reader of their data.

mod amount;
pub(super) mod azure;
mod completeness;
mod completion_time;
mod export;
pub(super) mod github;
pub(super) mod gitlab;
pub(super) mod jira;
mod json_moment;
mod known_states;
pub(super) mod linear;
mod naming;
mod reader;
pub(super) mod redmine;
mod sprint_candidate;
mod state_names;
mod subtasks;
pub(super) mod taiga;
mod title_estimate;
pub(super) mod trello;
mod unit_choice;

use super::error::{InputError, Location};
use super::tracker_documents::TrackerDocument;
use super::{Format, ReadOptions, csv, json, refusal, spreadsheet};
use crate::sprint::{PastSprint, Sprint};
pub(super) use completeness::PARTIAL_ADVICE;
use reader::{TrackerReader, with_tracker_name};

/// All trackers; if two recognize a shape, the first one reads it.
const TRACKERS: [TrackerReader; 8] = [
    jira::TRACKER,
    github::TRACKER,
    gitlab::TRACKER,
    azure::TRACKER,
    linear::TRACKER,
    trello::TRACKER,
    taiga::TRACKER,
    redmine::TRACKER,
];

/// Reads the sprint in a text if it is a response of some tracker; `None` if no tracker recognizes it.
pub(super) fn read_if_recognized(
    text: &str,
    options: &ReadOptions,
) -> Option<Result<Sprint, Box<InputError>>> {
    if !json::is_json(text) {
        if let Some(error) = refusal::refuse_plain_answer(text) {
            return Some(Err(error));
        }
        return export::read_if_export(spreadsheet::without_separator_line(text), None, options);
    }
    let documents = match TrackerDocument::parse_all(text) {
        Ok(documents) => documents,
        // A truncated document is an error for every reader.
        Err(truncated) if truncated.is_eof() => return Some(Err(json::invalid_json(truncated))),
        Err(_) => return None,
    };
    if let Some(error) = find_error_answer(&documents, None) {
        return Some(Err(error));
    }
    let recognizes =
        |tracker: &&TrackerReader| documents.iter().any(|document| (tracker.is_response)(&document.value));
    match TRACKERS.iter().find(recognizes) {
        Some(tracker) => Some(tracker.read_sprint(&documents, options)),
        None => refuse_unknown(&documents).map(Err),
    }
}

/// Returns the error for a document that is an error answer of a tracker. `assumed` is the tracker that the caller names.
fn find_error_answer(documents: &[TrackerDocument<'_>], assumed: Option<Format>) -> Option<Box<InputError>> {
    documents.iter().find_map(|document| {
        let error = refusal::refuse_error_answer(&document.value, assumed)?;
        Some(document.with_document_number(error))
    })
}

/// Returns the error for documents that no tracker recognizes; `None` if one of them is a wrong sprint document.
fn refuse_unknown(documents: &[TrackerDocument<'_>]) -> Option<Box<InputError>> {
    let own_fields: Vec<&str> = csv::FIELD_NAMES.into_iter().chain(["days", "items", "changes"]).collect();
    let values: Vec<_> = documents.iter().map(|document| &document.value).collect();
    refusal::refuse_unknown_json(&values, &own_fields)
}

/// Reads the sprint in the responses of a certain tracker.
pub(super) fn read_sprint(
    format: Format,
    text: &str,
    options: &ReadOptions,
) -> Result<Sprint, Box<InputError>> {
    if !json::is_json(text)
        && let Some(error) = refusal::refuse_plain_answer(text)
    {
        return Err(error);
    }
    if !json::is_json(text)
        && let Some(sprint) =
            export::read_if_export(spreadsheet::without_separator_line(text), Some(format), options)
    {
        return sprint;
    }
    let documents = TrackerDocument::parse_all(text).map_err(json::invalid_json)?;
    if let Some(error) = find_error_answer(&documents, Some(format)) {
        return Err(error);
    }
    match TRACKERS.iter().find(|tracker| tracker.format == format) {
        Some(tracker) => tracker.read_sprint(&documents, options),
        None => Err(InputError::new(Location::EntireInput, "a format without a reader", "another one")),
    }
}

/// Reads the past sprints in a response that has no days; `None` if the text is no such response.
pub(super) fn read_past_sprints(
    text: &str,
    options: &ReadOptions,
) -> Result<Option<Vec<PastSprint>>, Box<InputError>> {
    // A text without the marker is not worth parsing.
    let text = Some(text).filter(|text| text.contains(jira::VELOCITY_MARKER));
    let documents = text.and_then(|text| TrackerDocument::parse_all(text).ok()).unwrap_or_default();
    let [document] = documents.as_slice() else { return Ok(None) };
    jira::read_past_sprints(document, options)
        .transpose()
        .map_err(|error| with_tracker_name(Format::Jira, error))
}

/// Reads the sprint in a table: an export of a tracker, or a spreadsheet with a line a day or a column a day.
pub(super) fn read_table(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    match export::read_if_export(spreadsheet::without_separator_line(text), None, options) {
        Some(sprint) => sprint,
        None => spreadsheet::read_sprint(text, options),
    }
}
