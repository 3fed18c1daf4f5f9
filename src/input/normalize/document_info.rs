//! Name, dates and calendar of a document.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::document::SprintDocument;
use super::super::moment::Moment;
use super::super::read_options::ReadOptions;
use super::super::tracker_data::RawSprintInfo;
use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::check_event_count;
use super::field_values::{parse_date, parse_moment, parse_time_of_day};

/// Parses name, dates and calendar of a document.
pub(super) fn read_document_info(
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<RawSprintInfo, ValidationError> {
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
        ..read_calendar_info(document, options)?
    })
}

/// Parses the calendar of a document.
pub(super) fn read_calendar_info(
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<RawSprintInfo, ValidationError> {
    let working_days = document.working_days.as_ref();
    // A field that an option overrides is not parsed, so it may be invalid.
    let day_border = document.day_border.as_deref().filter(|_| options.day_border.is_none());
    let holidays = document.holidays.as_deref().filter(|_| options.holidays.is_none());
    Ok(RawSprintInfo {
        time_zone: document.time_zone.clone(),
        day_border: day_border
            .map(|text| parse_time_of_day(text, FieldPath::Field("day_border")))
            .transpose()?,
        working_days: working_days.map(|days| days.iter().map(|day| (*day).into()).collect()),
        holidays: parse_dates(holidays, "holidays")?,
        extra_working_days: parse_dates(document.extra_working_days.as_deref(), "extra_working_days")?,
        ..RawSprintInfo::default()
    })
}

/// Parses a list of dates.
fn parse_dates(dates: Option<&[String]>, list: &'static str) -> Result<BTreeSet<Date>, ValidationError> {
    let dates = dates.unwrap_or_default();
    check_event_count(dates.len(), FieldPath::Field(list))?;
    dates.iter().enumerate().map(|(index, text)| parse_date(text, FieldPath::Entry(list, index))).collect()
}
