//! The tracker module of a build without the feature `trackers`. It refuses inputs that may come from a tracker.

use serde::de::IgnoredAny;

use super::error::{InputError, Location};
use super::format::Format;
use super::read_options::ReadOptions;
use super::{csv, json};
use crate::sprint::{PastSprint, Sprint};

/// The end of a remedy, where a part can be drawn; without readers of trackers there is none.
pub(super) const PARTIAL_ADVICE: &str = "";

/// Returns an error for a text that may be a tracker's answer, and `None` for an invalid sprint document.
pub(super) fn read_if_recognized(text: &str, _: &ReadOptions) -> Option<Result<Sprint, Box<InputError>>> {
    if !json::is_json(text) {
        let is_code = cfg!(not(feature = "chartjs")) && starts_like_code(text);
        return is_code.then(|| Err(missing_feature()));
    }
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match documents.find_map(Result::err) {
        Some(truncated) if truncated.is_eof() => Some(Err(json::invalid_json(truncated))),
        // A JavaScript literal may be a Chart.js configuration, which is read elsewhere.
        Some(_) if cfg!(feature = "chartjs") => None,
        _ => Some(Err(missing_feature())),
    }
}

/// Reads a table with columns in English. Any other may be a tracker's export or a spreadsheet in another language.
pub(super) fn read_table(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    if !csv::has_own_header(text) {
        return Err(missing_feature());
    }
    csv::read_sprint(text, options).map_err(|mut error| {
        // A build with the feature knows more notations of dates.
        error.required_feature = Some("trackers");
        error
    })
}

/// True if a text that is not JSON begins like JavaScript, which may be a Chart.js configuration, and not like a table.
fn starts_like_code(text: &str) -> bool {
    let text = text.trim_start();
    let first_word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    text.starts_with(['(', '/', ';', '!'])
        || ["const", "let", "var", "function", "module", "export", "new", "return"].contains(&first_word)
}

/// Returns an error, since no tracker can be read.
pub(super) fn read_sprint(_: Format, _: &str, _: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    Err(missing_feature())
}

/// Always returns `None`; the sprint reader reports the missing feature.
pub(super) fn read_past_sprints(
    _: &str,
    _: &ReadOptions,
) -> Result<Option<Vec<PastSprint>>, Box<InputError>> {
    Ok(None)
}

/// Returns the error for an input that needs the feature `trackers`.
fn missing_feature() -> Box<InputError> {
    let found = "what may be a tracker's answer or a chart";
    let mut error = InputError::new(Location::EntireInput, found, "a sprint document (JSON or CSV)")
        .with_remedy("this build reads no other; one with the feature \"trackers\" may");
    error.required_feature = Some("trackers");
    error
}
