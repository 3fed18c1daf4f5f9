//! Working days and days off of the options.

use jiff::civil::Weekday;

use super::super::document;
use super::super::error::InputError;
use super::super::error_text::quote;
use super::super::read_options::ReadOptions;
use super::super::validation_error::{FieldPath, ValidationError};
use super::dated_days_off::DatedDaysOff;
use super::days_off::DaysOff;

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
) -> Result<Option<DatedDaysOff>, ValidationError> {
    let Some(entries) = &options.holidays else {
        return Ok(None);
    };
    match &options.parsed_days_off {
        Some(days_off) if days_off.is_of(entries) => days_off.dates_around(start_year),
        _ => DaysOff::parse(entries)?.dates_around(start_year),
    }
    .map(Some)
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
            return Err(ValidationError::new(FieldPath::OptionEntry(NAME, index), quote(entry), expected));
        };
        days.push(day);
        while day != last {
            day = day.next();
            days.push(day);
        }
    }
    if days.is_empty() {
        let expected = "at least one day of the week (sun-thu)";
        return Err(ValidationError::new(FieldPath::Option(NAME), "an empty list", expected));
    }
    Ok(days)
}
