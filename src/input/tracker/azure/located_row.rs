//! A row and its place, for error messages.

use super::analytics_row::AnalyticsRow;
use super::group_sums::DocumentAge;
use crate::input::error::InputError;
use crate::input::tracker_documents::TrackerDocument;

/// A row with its path in its document, for error messages.
pub(super) struct LocatedRow<'a> {
    pub(super) document: &'a TrackerDocument<'a>,
    pub(super) document_age: DocumentAge,
    pub(super) path: String,
    pub(super) row: AnalyticsRow,
}

impl LocatedRow<'_> {
    pub(super) fn error_at(&self, field: &str, found: String, expected: &str) -> Box<InputError> {
        let dot = if field.is_empty() { "" } else { "." };
        self.document.error_at(format!("{}{dot}{field}", self.path), found, expected)
    }
}
