//! Working days and days off of the options.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::document;
use super::super::error::InputError;
use super::super::error_text::quote;
use super::super::ics;
use super::super::read_options::ReadOptions;
use super::super::validation_error::{FieldPath, ValidationError};
use super::field_values::parse_date;
use crate::limits::MAX_HOLIDAYS;

const HOLIDAYS: &str = "holidays";
/// The forms of days off beside single dates.
const REMEDY: &str = "a range is 2026-12-28..2027-01-01; an .ics file is named on the command line, elsewhere its text is given";

/// Checks that this build reads the options; this one does.
pub(in crate::input) fn check_calendar_options(_: &ReadOptions) -> Result<(), Box<InputError>> {
    Ok(())
}

/// Returns the working days of the options, if they have any.
pub(super) fn working_days(options: &ReadOptions) -> Result<Option<Vec<Weekday>>, ValidationError> {
    options.working_days.as_deref().map(parse_working_days).transpose()
}

/// Returns the days off of the options for a sprint that starts in a year, if they have any.
pub(super) fn days_off(
    options: &ReadOptions,
    start_year: i16,
) -> Result<Option<BTreeSet<Date>>, ValidationError> {
    options.holidays.as_deref().map(|entries| parse_holidays(entries, start_year)).transpose()
}

/// Parses days of the week and ranges of them. A range may go over the end of the week: `sat-tue` has four days.
fn parse_working_days(entries: &[String]) -> Result<Vec<Weekday>, ValidationError> {
    const NAME: &str = "working_days";
    let parse = |name: &str| document::Weekday::from_name(name.trim()).map(Weekday::from);
    let mut days = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let (first, last) = entry.split_once('-').unwrap_or((entry, entry));
        let (Some(mut day), Some(last)) = (parse(first), parse(last)) else {
            let expected = "a day of the week (mon) or a range of them (sun-thu)";
            return Err(ValidationError::new(FieldPath::Entry(NAME, index), quote(entry), expected));
        };
        days.push(day);
        while day != last {
            day = day.next();
            days.push(day);
        }
    }
    if days.is_empty() {
        let expected = "at least one day of the week (sun-thu)";
        return Err(ValidationError::new(FieldPath::Field(NAME), "an empty list", expected));
    }
    Ok(days)
}

/// Parses days off: dates, ranges of dates, and texts of iCalendar, of which the days that a sprint of this year may need.
fn parse_holidays(entries: &[String], start_year: i16) -> Result<BTreeSet<Date>, ValidationError> {
    let mut holidays = BTreeSet::new();
    for (index, entry) in entries.iter().enumerate() {
        let (entry, path) = (entry.trim(), FieldPath::Entry(HOLIDAYS, index));
        if ics::is_calendar(entry) {
            holidays.append(&mut ics::read_days_off(entry, start_year, path)?);
        } else {
            let (first, last) = parse_date_range(entry, path)?;
            // One more than allowed is enough to exceed the limit.
            holidays.extend(first.series(1.day()).take_while(|date| *date <= last).take(MAX_HOLIDAYS + 1));
        }
        check_holiday_count(holidays.len())?;
    }
    Ok(holidays)
}

/// Parses a date, or two dates with `..` between them, both of which are included.
fn parse_date_range(text: &str, path: FieldPath) -> Result<(Date, Date), ValidationError> {
    let Some((first, last)) = text.split_once("..") else {
        let date = parse_date(text, path);
        return date.map(|date| (date, date)).map_err(|error| error.with_remedy(REMEDY));
    };
    let (first, last) = (parse_date(first, path)?, parse_date(last, path)?);
    if last < first {
        let expected = "a range whose last day is not before its first";
        return Err(ValidationError::new(path, quote(text), expected));
    }
    Ok((first, last))
}

fn check_holiday_count(count: usize) -> Result<(), ValidationError> {
    if count > MAX_HOLIDAYS {
        let path = FieldPath::Field(HOLIDAYS);
        let found = format!("{count} days");
        return Err(ValidationError::limit_exceeded(path, found, "MAX_HOLIDAYS", MAX_HOLIDAYS));
    }
    Ok(())
}
