//! Reading: the bytes of a sprint file → [`Sprint`], checked, or an error that names the place.
//!
//! The JSON document comes in three shapes ([`Shape`]), each with a JSON Schema ([`schema()`]); CSV is the first shape as a
//! table. Other sources get a file of their own here.

mod csv;
mod document;
mod error;
pub(crate) mod json;
mod moment;
pub(crate) mod object;
mod reduce;
pub(crate) mod refusal;
mod schema;

pub use error::{InputError, Place};
pub use moment::{Moment, NoMoment};
pub(crate) use schema::SprintDocument;
pub use schema::{Shape, schema};

use jiff::Timestamp;

use crate::limits::MAX_INPUT_BYTES;
use crate::sprint::{Past, Sprint, Unit};

/// How an input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The JSON document.
    Json,
    /// A table: a header line, then one line a day.
    Csv,
}

/// What the caller knows besides the input. What is given here goes over what the input says.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// How the input is written. Default: JSON when it begins with `{` or `[`, else CSV.
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
    /// Earlier sprints of the team, for velocity, the forecast and what is normal for the team. Those without dates come first, in
    /// their order; those that start no earlier than the sprint itself are left out.
    pub history: Vec<Past>,
}

/// The sprint that an input tells of, or the place in it, what is found there and what is expected.
pub(crate) fn sprint(bytes: &[u8], options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let text = text(bytes)?;
    let format = options.format.unwrap_or_else(|| match text.trim_start().chars().next() {
        Some('{' | '[') => Format::Json,
        _ => Format::Csv,
    });
    let sprint = match format {
        Format::Json => json::sprint(text, options),
        Format::Csv => csv::sprint(text, options),
    }?;
    comparable(&sprint)?;
    Ok(sprint)
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
