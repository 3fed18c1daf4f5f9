//! Reading: the bytes of a sprint file → [`Sprint`], checked, or an error that names the place.
//!
//! The JSON document comes in three shapes ([`Shape`]), each with a JSON Schema ([`schema()`]); CSV is the first shape as a
//! table. Trackers have a folder each in `tracker/`; what they tell goes through [`told`] into the same event model.

mod csv;
mod document;
#[cfg(feature = "trackers")]
mod documents;
mod error;
mod format;
pub(crate) mod json;
mod mask;
mod moment;
pub(crate) mod object;
#[cfg_attr(not(feature = "trackers"), expect(dead_code, reason = "more than our own documents have use for"))]
mod reduce;
pub(crate) mod refusal;
mod schema;
#[cfg_attr(not(feature = "trackers"), expect(dead_code, reason = "more than our own documents have use for"))]
mod told;
#[cfg_attr(not(feature = "trackers"), path = "no_tracker.rs")]
mod tracker;
#[cfg(feature = "trackers")]
mod value;
#[cfg_attr(not(feature = "builtin-zones"), path = "zones_of_file.rs")]
mod zones;

pub use error::{InputError, Place};
#[cfg(feature = "trackers")]
pub use format::About;
pub use format::Format;
pub use moment::{Moment, NoMoment};
pub(crate) use schema::SprintDocument;
pub use schema::{Shape, schema};
#[cfg(not(feature = "builtin-zones"))]
pub use zones::add_zones;

use jiff::Timestamp;

use crate::limits::MAX_INPUT_BYTES;
use crate::sprint::{Past, Sprint, Unit};

/// What the caller knows besides the input. What is given here goes over what the input says.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// How the input is written. Default: found out from its content.
    pub format: Option<Format>,
    /// The current time, where the picture shall tell of now. Default: none; the input's last word counts. Goes
    /// under the input's own `as_of`.
    pub now: Option<Timestamp>,
    /// The instant the picture tells of. A date is included, to its last instant.
    pub as_of: Option<Moment>,
    /// Name of the sprint.
    pub name: Option<String>,
    /// Start. A date is that day's border.
    pub start: Option<Moment>,
    /// Planned end. A date is included, to its last instant.
    pub end: Option<Moment>,
    /// IANA name of the team's time zone.
    pub time_zone: Option<String>,
    /// What the amounts count.
    pub unit: Option<Unit>,
    /// Trackers: the field that holds the estimate, by its name or its id. Default: the one that is called so.
    pub estimate_field: Option<String>,
    /// Trackers: states or columns that count as done, by name or id. Default: those of the tracker's own chart.
    pub done: Option<Vec<String>>,
    /// Trackers: whether sub-tasks count. Default: as in the tracker's own chart.
    pub subtasks: Option<bool>,
    /// Trackers: which sprint of several, by name or id. Default: the active one, else the latest.
    pub sprint: Option<String>,
    /// Earlier sprints of the team, for velocity, the forecast and what is normal for the team. Those without dates come first, in
    /// their order; those that start no earlier than the sprint itself are left out, of those without dates the one of its name and what follows.
    pub history: Vec<Past>,
}

/// The sprint that an input tells of, or the place in it, what is found there and what is expected.
pub(crate) fn sprint(bytes: &[u8], options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let text = text(bytes)?;
    let sprint = match options.format {
        Some(Format::Json) => json::sprint(text, options),
        Some(Format::Csv) => csv::sprint(text, options),
        Some(format) => tracker::sprint(format, text, options),
        None => any(text, options),
    }?;
    comparable(&sprint)?;
    Ok(sprint)
}

/// The past sprints of an input that tells of them without their days; `None` where it is no such one.
pub(crate) fn velocity(bytes: &[u8], options: &ReadOptions) -> Result<Option<Vec<Past>>, Box<InputError>> {
    if !matches!(options.format, None | Some(Format::Jira)) {
        return Ok(None);
    }
    // What can't be read is for the reader of sprints to refuse.
    text(bytes).map_or(Ok(None), |text| tracker::past(text, options))
}

/// The past sprints that an input tells of: one, or those of a velocity report.
pub(crate) fn past(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Past>, Box<InputError>> {
    match velocity(bytes, options)? {
        Some(past) => Ok(past),
        None => sprint(bytes, options).map(|sprint| vec![Past::of(&sprint)]),
    }
}

/// A document of our own, a tracker's answers, or a table.
fn any(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let is_json = json::is(text);
    if is_json && let Some(document) = json::own(text) {
        return json::read(&document, options);
    }
    match tracker::recognised(text, options) {
        Some(sprint) => sprint,
        // It says what is wrong with it as a document of our own.
        None if is_json => json::sprint(text, options),
        None => csv::sprint(text, options),
    }
}

/// Points and hours do not add up.
fn comparable(sprint: &Sprint) -> Result<(), Box<InputError>> {
    let other = sprint.past.iter().enumerate().find(|(_, past)| past.unit != sprint.unit);
    other.map_or(Ok(()), |(index, past)| {
        let place = Place::Path(format!("history[{index}]"));
        let found = format!("the sprint {:?} in {}", past.name, past.unit.name());
        let expected = format!("one in {}, as {:?} is", sprint.unit.name(), sprint.name);
        Err(InputError::new(place, found, expected))
    })
}

/// The input as text, without the byte order mark that Windows programs put before it.
fn text(bytes: &[u8]) -> Result<&str, Box<InputError>> {
    if bytes.len() > MAX_INPUT_BYTES {
        let expected = format!("at most {MAX_INPUT_BYTES} (MAX_INPUT_BYTES)");
        let mut error = InputError::new(Place::Whole, "too many bytes", expected);
        error.limit = Some("MAX_INPUT_BYTES");
        return Err(error);
    }
    let text = std::str::from_utf8(bytes).map_err(|bad| {
        let before = bytes.get(..bad.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let byte = bytes.get(bad.valid_up_to()).copied().unwrap_or_default();
        InputError::new(
            Place::Text { line, column: None },
            format!("the byte 0x{byte:02X}"),
            "text in UTF-8 (save the file with that encoding)",
        )
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(InputError::new(Place::Whole, "an empty file", "a sprint document (JSON or CSV)"));
    }
    Ok(text)
}
