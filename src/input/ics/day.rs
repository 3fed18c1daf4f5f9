//! Days in the values of a calendar.

use jiff::civil::Date;

/// The length of a date, such as `20261225`.
pub(super) const DAY_LEN: usize = 8;

/// Years after the start of a sprint that a sprint and its forecast may reach.
pub(super) const YEARS_AFTER_START: i16 = 4;

/// Parses a day: a date, or the midnight at which it begins.
pub(super) fn parse_day(text: &str) -> Option<Date> {
    let (day, time) = text.trim().split_at_checked(DAY_LEN)?;
    let is_midnight = matches!(time, "" | "T000000" | "T000000Z");
    Date::strptime("%Y%m%d", day).ok().filter(|_| is_midnight && day.bytes().all(|b| b.is_ascii_digit()))
}
