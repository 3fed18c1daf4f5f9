//! An occurrence of an event in a calendar of days off.

use std::ops::RangeInclusive;

use jiff::civil::Date;

/// The days of an occurrence.
#[derive(Debug)]
pub(in crate::input) struct Occurrence {
    pub(in crate::input) days: RangeInclusive<Date>,
    /// The title of an observance, on whose days the team works.
    pub(in crate::input) observance: Option<String>,
}
