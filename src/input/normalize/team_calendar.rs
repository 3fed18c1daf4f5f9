//! The team's calendar: time zone, day border, working days and days off, from the input and the options.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::super::document;
use super::super::error_text::{did_you_mean, quote};
use super::super::ics;
use super::super::read_options::ReadOptions;
use super::super::tracker_data::RawSprintInfo;
use super::super::validation_error::{FieldPath, ValidationError};
use super::super::zones;
use super::field_values::{parse_date, parse_time_of_day};
use crate::limits::MAX_HOLIDAYS;
use crate::sprint::Calendar;

const HOLIDAYS: &str = "holidays";

/// Returns the calendar of a sprint that starts in a year, with defaults for missing fields. Options take precedence over the
/// input; a day off of the options is off, even if the input calls it a working day.
pub(super) fn build_calendar(
    raw: RawSprintInfo,
    start_year: i16,
    options: &ReadOptions,
) -> Result<Calendar, ValidationError> {
    let default = Calendar::default();
    let zone_name = options.time_zone.clone().or(raw.time_zone).unwrap_or(default.zone_name);
    let zone = find_time_zone(&zone_name)?;
    let day_border = options.day_border.as_deref().map(parse_time_of_day).transpose()?;
    let working_days = options.working_days.as_deref().map(parse_working_days).transpose()?;
    let (mut holidays, mut extra_working_days) = (raw.holidays, raw.extra_working_days);
    if let Some(entries) = &options.holidays {
        holidays = parse_holidays(entries, start_year)?;
        extra_working_days.retain(|date| !holidays.contains(date));
    }
    Ok(Calendar {
        zone_name: zone.iana_name().map_or(zone_name, str::to_owned),
        zone,
        day_border: day_border.or(raw.day_border).unwrap_or(default.day_border),
        working_days: working_days.or(raw.working_days).unwrap_or(default.working_days),
        holidays,
        extra_working_days,
    })
}

/// Returns the time zone of an IANA name. The error suggests a similar name.
fn find_time_zone(name: &str) -> Result<TimeZone, ValidationError> {
    zones::find_zone(name).ok_or_else(|| {
        let expected = "the IANA name of a time zone (Europe/Warsaw)";
        let error = ValidationError::new(FieldPath::Field("time_zone"), quote(name), expected);
        let zone_names = zones::zone_names();
        match did_you_mean(name, zone_names.iter().map(String::as_str)) {
            Some(remedy) => error.with_remedy(remedy),
            None => error,
        }
    })
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

const REMEDY: &str = "a range is 2026-12-28..2027-01-01; an .ics file is named on the command line, elsewhere its text is given";

fn check_holiday_count(count: usize) -> Result<(), ValidationError> {
    if count > MAX_HOLIDAYS {
        let path = FieldPath::Field(HOLIDAYS);
        let found = format!("{count} days");
        return Err(ValidationError::limit_exceeded(path, found, "MAX_HOLIDAYS", MAX_HOLIDAYS));
    }
    Ok(())
}
