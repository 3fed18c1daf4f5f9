//! A build without the readers of trackers: what may be an answer of one is refused as such.

use serde::de::IgnoredAny;

use super::error::{InputError, Place};
use super::{Format, ReadOptions, csv, json};
use crate::sprint::{Past, Sprint};

/// What is no document of our own, and no broken one.
pub(super) fn recognised(text: &str, _: &ReadOptions) -> Option<Result<Sprint, Box<InputError>>> {
    if !json::is(text) {
        return csv::has_column(text, csv::ISSUE_KEY).then(|| Err(absent()));
    }
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match documents.find_map(Result::err) {
        Some(cut_off) if cut_off.is_eof() => Some(Err(json::broken(cut_off))),
        // Where nobody reads literals, they may be a configuration.
        Some(_) if cfg!(feature = "chartjs") => None,
        _ => Some(Err(absent())),
    }
}

pub(super) fn sprint(_: Format, _: &str, _: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    Err(absent())
}

/// Who asks for the sprint next hears more.
pub(super) fn past(_: &str, _: &ReadOptions) -> Result<Option<Vec<Past>>, Box<InputError>> {
    Ok(None)
}

fn absent() -> Box<InputError> {
    let found = "what may be a tracker's answer or a chart";
    let mut error = InputError::new(Place::Whole, found, "a sprint document (JSON or CSV)")
        .remedy("this build reads no other; one with the feature \"trackers\" may");
    error.needs = Some("trackers");
    error
}
