//! In a build without the feature `ics`: texts of iCalendar are refused.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::validation_error::{FieldPath, ValidationError};

/// The days of an occurrence. There are none.
#[derive(Debug)]
pub(super) struct Occurrence {
    pub(super) days: RangeInclusive<Date>,
    pub(super) observance: Option<String>,
}

/// The events of calendars: none.
#[derive(Debug, Default)]
pub(super) struct Events;

impl Events {
    /// Refuses a calendar.
    pub(super) fn add_calendar(&mut self, _: &str, path: FieldPath) -> Result<(), ValidationError> {
        Err(ValidationError::new(path, "a calendar", "dates: this build does not read .ics"))
    }

    /// Returns zero.
    pub(super) fn entry_count(&self) -> usize {
        0
    }

    /// Returns none.
    pub(super) fn occurrences_around(
        &self,
        _: i16,
        _: FieldPath,
    ) -> Result<Vec<Occurrence>, ValidationError> {
        Ok(Vec::new())
    }
}
