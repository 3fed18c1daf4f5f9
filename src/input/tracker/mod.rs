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
use super::{Format, ReadOptions, json, reduce};
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

/// The sprint that a text tells of as a tracker's answers, where it is known for some.
pub(super) fn recognised(text: &str, options: &ReadOptions) -> Option<Result<Sprint, Box<InputError>>> {
    if !json::is(text) {
        return jira::table::is(text).then(|| table(text, options));
    }
    let documents = match Document::all(text) {
        Ok(documents) => documents,
        // Whatever it was to be.
        Err(cut_off) if cut_off.is_eof() => return Some(Err(json::broken(cut_off))),
        Err(_) => return None,
    };
    let knows = |tracker: &&Tracker| documents.iter().any(|document| (tracker.recognises)(&document.value));
    ALL.iter().find(knows).map(|tracker| tracker.sprint(&documents, options))
}

/// The sprint that a text tells of as answers of a certain tracker.
pub(super) fn sprint(format: Format, text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    if format == Format::Jira && !json::is(text) {
        return table(text, options);
    }
    let documents = Document::all(text).map_err(json::broken)?;
    match ALL.iter().find(|tracker| tracker.format == format) {
        Some(tracker) => tracker.sprint(&documents, options),
        None => Err(InputError::new(Place::Whole, "a format without a reader", "another one")),
    }
}

/// Past sprints that a tracker's answer tells of without their days.
pub(super) fn past(text: &str, options: &ReadOptions) -> Result<Option<Vec<Past>>, Box<InputError>> {
    // What can't be such an answer is not parsed.
    let text = Some(text).filter(|text| text.contains(jira::PAST_MARK));
    let documents = text.and_then(|text| Document::all(text).ok()).unwrap_or_default();
    let [document] = documents.as_slice() else { return Ok(None) };
    jira::past(document, options).transpose().map_err(|error| of_tracker(Format::Jira, error))
}

impl Tracker {
    /// The sprint that its answers tell of. Its errors name it.
    fn sprint(&self, documents: &[Document], options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
        finished(self.format, (self.read)(documents, options), options)
    }
}

/// The sprint that a tracker's table tells of.
fn table(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    finished(Format::Jira, jira::table::told(text, options), options)
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
    error.tracker = Some(format.name());
    error
}
