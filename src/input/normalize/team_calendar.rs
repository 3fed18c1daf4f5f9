//! The team's calendar: time zone, day border, working days and days off, from the input and the options.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::super::error_text::{did_you_mean, quote};
use super::super::read_options::ReadOptions;
use super::super::tracker_data::RawSprintInfo;
use super::super::validation_error::{FieldPath, ValidationError};
use super::super::zones;
use super::calendar_options;
use super::field_values::parse_time_of_day;
use crate::sprint::Calendar;

/// Returns the calendar of a sprint that starts in a year, with defaults for missing fields. Options take precedence over the
/// input; a day off of the options is off, even if the input calls it a working day.
pub(super) fn build_calendar(
    raw: RawSprintInfo,
    start_year: i16,
    options: &ReadOptions,
) -> Result<Calendar, ValidationError> {
    let default = Calendar::default();
    let zone_name = options.time_zone.clone().or(raw.time_zone).unwrap_or(default.zone_name);
    let zone = find_time_zone(&zone_name, FieldPath::of_value("time_zone", options.time_zone.is_some()))?;
    let day_border = options.day_border.as_deref();
    let day_border =
        day_border.map(|text| parse_time_of_day(text, FieldPath::Option("day_border"))).transpose()?;
    let working_days = calendar_options::working_days(options)?;
    let (mut holidays, mut extra_working_days) = (raw.holidays, raw.extra_working_days);
    let mut observances = BTreeMap::new();
    if let Some(days_off) = calendar_options::days_off(options, start_year)? {
        extra_working_days.retain(|date| !days_off.dates.contains(date));
        holidays = days_off.dates;
        observances = days_off.observances;
    }
    Ok(Calendar {
        zone_name: zone.iana_name().map_or(zone_name, str::to_owned),
        zone,
        day_border: day_border.or(raw.day_border).unwrap_or(default.day_border),
        working_days: working_days.or(raw.working_days).unwrap_or(default.working_days),
        holidays,
        extra_working_days,
        observances,
    })
}

/// Returns the time zone of an IANA name. The error suggests a similar name.
fn find_time_zone(name: &str, path: FieldPath) -> Result<TimeZone, ValidationError> {
    zones::find_zone(name).ok_or_else(|| {
        let expected = "the IANA name of a time zone (Europe/Warsaw)";
        let error = ValidationError::new(path, quote(name), expected);
        let zone_names = zones::zone_names();
        match did_you_mean(name, zone_names.iter().map(String::as_str)) {
            Some(remedy) => error.with_remedy(remedy),
            None => error,
        }
    })
}
