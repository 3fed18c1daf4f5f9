//! Refusals of inputs that no reader takes: files of another kind, error answers, trackers that are not read, and JSON that
//! nobody knows. Each says what it is and what to give instead.

#[cfg(feature = "trackers")]
mod error_answer;
#[cfg(feature = "trackers")]
mod error_hint;
mod file_kind;
#[cfg(feature = "trackers")]
mod near_miss;
#[cfg(feature = "trackers")]
mod nearest_tracker;
#[cfg(feature = "trackers")]
mod other_tracker;
#[cfg(feature = "trackers")]
mod tracker_title;
#[cfg(feature = "trackers")]
mod unknown_json;

#[cfg(feature = "trackers")]
pub(super) use error_answer::{refuse_error_answer, refuse_plain_answer};
pub(super) use file_kind::refuse_file_kind;
#[cfg(feature = "trackers")]
pub(super) use tracker_title::tracker_says;
#[cfg(feature = "trackers")]
pub(super) use unknown_json::refuse_unknown_json;
