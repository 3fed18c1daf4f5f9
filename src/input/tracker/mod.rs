//! Trackers' answers. A tracker is a probe, which knows its answers by their shape, and a reader, which tells what is in them.

pub(super) mod azure;
pub(super) mod github;
pub(super) mod gitlab;
pub(super) mod jira;
pub(super) mod linear;
mod names;
mod stamp;
pub(super) mod taiga;
pub(super) mod trello;
mod unit;

use super::documents::Document;
use super::error::{InputError, Place};
use super::refusal::Spot;
use super::told::Told;
use super::value::Value;
use super::{Format, ReadOptions, reduce};
use crate::sprint::{Past, Sprint};

/// What a tracker's file has to offer.
struct Tracker {
    format: Format,
    /// Whether a document is one of its answers: by shape, and cheaply.
    recognises: fn(&Value<'_>) -> bool,
    /// What all documents together tell. They are at least one.
    read: fn(&[Document<'_>], &ReadOptions) -> Result<Told, Box<InputError>>,
}

/// All trackers; where two know a shape, the first has it.
const ALL: [Tracker; 7] = [
    jira::TRACKER,
    github::TRACKER,
    gitlab::TRACKER,
    azure::TRACKER,
    linear::TRACKER,
    trello::TRACKER,
    taiga::TRACKER,
];

/// The tracker whose answers these are.
pub(super) fn of(documents: &[Document<'_>]) -> Option<Format> {
    let knows = |tracker: &&Tracker| documents.iter().any(|document| (tracker.recognises)(&document.value));
    ALL.iter().find(knows).map(|tracker| tracker.format)
}

/// Whether a table is a tracker's.
pub(super) fn is_table(text: &str) -> bool {
    jira::table::is(text)
}

/// The sprint that a tracker's table tells of.
pub(super) fn table(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    finished(Format::Jira, jira::table::told(text, options), options)
}

/// The sprint that answers of a tracker tell of. Its errors name it.
pub(super) fn sprint(
    format: Format,
    documents: &[Document<'_>],
    options: &ReadOptions,
) -> Result<Sprint, Box<InputError>> {
    let Some(tracker) = ALL.iter().find(|tracker| tracker.format == format) else {
        return Err(InputError::new(Place::Whole, "a format without a reader", "another one"));
    };
    finished(format, (tracker.read)(documents, options), options)
}

/// Whether a text may be such an answer as [`past`] reads.
pub(super) fn may_be_past(text: &str) -> bool {
    text.contains(jira::PAST_MARK)
}

/// Past sprints that a tracker's answer tells of without their days.
pub(super) fn past(
    documents: &[Document<'_>],
    options: &ReadOptions,
) -> Result<Option<Vec<Past>>, Box<InputError>> {
    let [document] = documents else { return Ok(None) };
    jira::past(document, options).transpose().map_err(|error| of_tracker(Format::Jira, error))
}

fn finished(
    format: Format,
    told: Result<Told, Box<InputError>>,
    options: &ReadOptions,
) -> Result<Sprint, Box<InputError>> {
    let sprint = told.and_then(|told| {
        reduce::told(told, options).map_err(|refusal| {
            let place = match refusal.spot {
                Spot::Whole => Place::Whole,
                spot => Place::Path(spot.to_string()),
            };
            refusal.at(place)
        })
    });
    sprint.map_err(|error| of_tracker(format, error))
}

fn of_tracker(format: Format, mut error: Box<InputError>) -> Box<InputError> {
    error.tracker = Some(format.about().name);
    error
}
