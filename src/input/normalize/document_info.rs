//! Name, dates and calendar of a document.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};

use super::super::document::SprintDocument;
use super::super::error_text::quote;
use super::super::moment::Moment;
use super::super::read_options::ReadOptions;
use super::super::tracker_data::RawSprintInfo;
use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::check_event_count;
use super::field_values::{parse_date, parse_moment};

/// Parses name, dates and calendar of a document.
pub(super) fn read_document_info(
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<RawSprintInfo, ValidationError> {
    let day_border = document.day_border.as_deref().map(parse_time_of_day).transpose()?;
    let working_days = document.working_days.as_ref();
    // A field that an option overrides is not parsed, so it may be invalid.
    let parse_unless = |option: Option<Moment>, text: Option<&String>, field| match (option, text) {
        (None, Some(text)) => parse_moment(text, FieldPath::Field(field)).map(Some),
        _ => Ok(None),
    };
    Ok(RawSprintInfo {
        name: Some(document.name.clone()),
        goal: document.goal.clone(),
        unit: document.unit.map(Into::into),
        lowered_estimates: document.lowered_estimates.unwrap_or_default(),
        start: parse_unless(options.start, Some(&document.start), "start")?,
        end: parse_unless(options.end, Some(&document.end), "end")?,
        closed: parse_unless(None, document.closed.as_ref(), "closed")?,
        as_of: parse_unless(options.as_of, document.as_of.as_ref(), "as_of")?,
        time_zone: document.time_zone.clone(),
        day_border,
        working_days: working_days.map(|days| days.iter().map(|day| (*day).into()).collect()),
        holidays: parse_dates(document.holidays.as_deref(), "holidays")?,
        extra_working_days: parse_dates(document.extra_working_days.as_deref(), "extra_working_days")?,
        ..RawSprintInfo::default()
    })
}

/// Parses a day border such as `10:00` or `10:00:00`.
fn parse_time_of_day(text: &str) -> Result<Time, ValidationError> {
    let error = || ValidationError::new(FieldPath::Field("day_border"), quote(text), "a time of day (10:00)");
    // jiff also accepts "10" and "2023-08-23T10:00".
    let is_time = text.contains(':') && text.len() <= "10:00:00".len();
    text.parse().ok().filter(|_| is_time).ok_or_else(error)
}

/// Parses a list of dates.
fn parse_dates(dates: Option<&[String]>, list: &'static str) -> Result<BTreeSet<Date>, ValidationError> {
    let dates = dates.unwrap_or_default();
    check_event_count(dates.len(), FieldPath::Field(list))?;
    dates.iter().enumerate().map(|(index, text)| parse_date(text, FieldPath::Entry(list, index))).collect()
}
