//! Input: parses and validates the bytes of a sprint file as a [`Sprint`], or returns an error with its location.
//!
//! The JSON document has three shapes ([`DocumentShape`]), each with a JSON Schema ([`schema()`]). CSV is the shape `days`
//! as a table. Each tracker has a folder in `tracker/`; its data are converted as [`tracker_data`] to the same event model.

mod calendar_text;
mod chart_js_options;
mod csv;
mod document;
mod error;
pub(crate) mod error_text;
mod format;
#[cfg(feature = "trackers")]
mod format_docs;
#[cfg(feature = "trackers")]
#[cfg_attr(not(feature = "ics"), path = "ics_stub.rs")]
mod ics;
pub(crate) mod json;
#[cfg(feature = "trackers")]
mod json_value;
mod moment;
#[cfg_attr(not(feature = "trackers"), expect(dead_code, reason = "only trackers need all of it"))]
mod normalize;
pub(crate) mod object;
mod read_options;
mod redact;
mod refusal;
mod schema;
#[cfg(feature = "trackers")]
mod spreadsheet;
#[cfg(feature = "trackers")]
mod table_date;
#[cfg(feature = "trackers")]
mod table_end;
#[cfg_attr(not(feature = "trackers"), path = "text_encoding_stub.rs")]
mod text_encoding;
#[cfg_attr(not(feature = "trackers"), path = "tracker_stub.rs")]
mod tracker;
#[cfg_attr(not(feature = "trackers"), expect(dead_code, reason = "only trackers need all of it"))]
mod tracker_data;
#[cfg(feature = "trackers")]
mod tracker_documents;
mod validation_error;
#[cfg_attr(not(feature = "builtin-zones"), path = "zones_external.rs")]
mod zones;

pub use calendar_text::is_calendar;
pub use chart_js_options::{ChartJsOptions, ChartJsVersion};
pub use error::{InputError, Location};
pub use format::Format;
#[cfg(feature = "trackers")]
pub use format::FormatInfo;
pub use moment::{Moment, ParseMomentError};
pub use read_options::ReadOptions;
pub use schema::SprintDocumentSchema;
pub use schema::{DocumentShape, schema};
#[cfg(not(feature = "builtin-zones"))]
pub use zones::add_zones;
#[cfg(feature = "functions")]
pub(crate) use zones::find_zone;

use std::borrow::Cow;

use crate::limits::MAX_INPUT_BYTES;
use crate::sprint::{PastSprint, Sprint};

/// Reads the sprint of an input. The error has the location, the value found and the value expected.
pub(crate) fn read_sprint(bytes: &[u8], options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let text = decode_text(bytes)?;
    let text = text.as_ref();
    normalize::check_calendar_options(options)?;
    let sprint = match options.format {
        Some(Format::Json) => json::read_sprint(text, options),
        Some(Format::Csv) => tracker::read_table(text, options),
        Some(Format::ChartJs) => Err(InputError::new(
            Location::EntireInput,
            "the format \"chartjs\"",
            "the format of a sprint: json, csv or a tracker",
        )),
        Some(format) => tracker::read_sprint(format, text, options),
        None => read_detected_format(text, options),
    }?;
    check_history_units(&sprint)?;
    Ok(sprint)
}

/// Reads the past sprints of a velocity report, which has no days. Returns `None` for any other input.
pub(crate) fn read_velocity_report(
    bytes: &[u8],
    options: &ReadOptions,
) -> Result<Option<Vec<PastSprint>>, Box<InputError>> {
    if !matches!(options.format, None | Some(Format::Jira)) {
        return Ok(None);
    }
    // An input that cannot be decoded is reported by `read_sprint`.
    decode_text(bytes).map_or(Ok(None), |text| tracker::read_past_sprints(&text, options))
}

/// Reads the past sprints of an input: those of a velocity report, or a single sprint.
pub(crate) fn read_history(bytes: &[u8], options: &ReadOptions) -> Result<Vec<PastSprint>, Box<InputError>> {
    match read_velocity_report(bytes, options)? {
        Some(past_sprints) => Ok(past_sprints),
        None => read_sprint(bytes, options)
            .map(|sprint| vec![PastSprint::from_sprint(&sprint)])
            .map_err(without_partial_advice),
    }
}

/// Takes the advice to draw a part of the data out of an error: a past sprint has to be whole.
fn without_partial_advice(mut error: Box<InputError>) -> Box<InputError> {
    if let Some(remedy) = &mut error.remedy
        && let Some(rest) = remedy.strip_suffix(tracker::PARTIAL_ADVICE)
    {
        *remedy = rest.to_owned();
    }
    error
}

/// Reads a sprint document, a tracker's answers or a table, as detected from the content.
fn read_detected_format(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let is_json = json::is_json(text);
    if is_json && let Some(document) = json::parse_native(text) {
        return json::sprint_from_document(&document, options);
    }
    match tracker::read_if_recognized(text, options) {
        Some(sprint) => sprint,
        // Any other JSON is taken for an invalid sprint document.
        None if is_json => json::read_sprint(text, options),
        None => tracker::read_table(text, options),
    }
}

/// Checks that all past sprints have the unit of the sprint.
fn check_history_units(sprint: &Sprint) -> Result<(), Box<InputError>> {
    let other = sprint.past_sprints.iter().enumerate().find(|(_, past)| past.unit != sprint.unit);
    other.map_or(Ok(()), |(index, past)| {
        let location = Location::Path(format!("history[{index}]"));
        let found = format!("the sprint {:?} in {}", past.name, past.unit.name());
        let expected = format!("one in {}, as {:?} is", sprint.unit.name(), sprint.name);
        Err(InputError::new(location, found, expected))
    })
}

/// Decodes the text of an input.
fn decode_text(bytes: &[u8]) -> Result<Cow<'_, str>, Box<InputError>> {
    if bytes.len() > MAX_INPUT_BYTES {
        return Err(oversized_error());
    }
    if let Some(error) = refusal::refuse_file_kind(bytes) {
        return Err(error);
    }
    let text = match text_encoding::decode_utf16(bytes)? {
        Some(text) => Cow::Owned(text),
        None => Cow::Borrowed(decode_utf8(bytes)?),
    };
    if text.trim().is_empty() {
        return Err(InputError::new(
            Location::EntireInput,
            "an empty file",
            "a sprint document (JSON or CSV)",
        ));
    }
    Ok(text)
}

/// Decodes UTF-8, without the byte order mark that Windows programs write.
fn decode_utf8(bytes: &[u8]) -> Result<&str, Box<InputError>> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
        InputError::new(
            Location::TextPosition { line, column: None },
            format!("the byte 0x{byte:02X}"),
            "text in UTF-8 (save the file with that encoding)",
        )
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

fn oversized_error() -> Box<InputError> {
    InputError::limit_exceeded(Location::EntireInput, "too many bytes", "MAX_INPUT_BYTES", MAX_INPUT_BYTES)
        .with_remedy(
            "ask the tracker for one sprint, and for the fields that matter (Jira: \
         fields=summary,status,issuetype,created,updated,resolutiondate,SPRINT,POINTS&expand=changelog)",
        )
}
