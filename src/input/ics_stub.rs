//! In a build without the feature `ics`: texts of iCalendar are recognized and refused.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::validation_error::{FieldPath, ValidationError};

/// Returns true if a text is iCalendar, not a date.
pub(super) fn is_calendar(text: &str) -> bool {
    text.starts_with("BEGIN:")
}

/// Refuses a calendar.
pub(super) fn read_days_off(_: &str, _: i16, path: FieldPath) -> Result<BTreeSet<Date>, ValidationError> {
    Err(ValidationError::new(path, "a calendar", "dates: this build does not read .ics"))
}
