//! An event of whole days in a calendar.

use std::collections::BTreeSet;

use icalendar::parser::Component;
use jiff::civil::Date;

use super::day::{DAY_LEN, parse_day};
use super::recurrence::Recurrence;
use crate::input::error_text::quote;
use crate::input::validation_error::{FieldPath, ValidationError};

/// An event that lasts whole days, once or repeatedly.
#[derive(Debug)]
pub(super) struct WholeDayEvent {
    pub(super) uid: Option<String>,
    first: Date,
    /// The number of days that it lasts, from 1.
    pub(super) days: i32,
    recurrence: Option<Recurrence>,
    /// More first days, beside those of the recurrence.
    more: BTreeSet<Date>,
    /// First days that the recurrence does not have.
    except: BTreeSet<Date>,
    /// The first day of the recurrence that this event takes the place of.
    pub(super) replaces: Option<Date>,
}

const REMEDY: &str =
    "leave it out of the calendar, or give the days off (2026-12-25, 2026-12-28..2027-01-01)";

impl WholeDayEvent {
    /// Reads an event; `None` if it is cancelled.
    pub(super) fn read(event: &Component<'_>, path: FieldPath) -> Result<Option<Self>, ValidationError> {
        if value_of(event, "STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")) {
            return Ok(None);
        }
        let summary = quote(value_of(event, "SUMMARY").unwrap_or("without a title"));
        let error = |found: String, expected: &str| {
            ValidationError::new(path, format!("the event {summary} {found}"), expected).with_remedy(REMEDY)
        };
        let start = value_of(event, "DTSTART").unwrap_or("no day");
        let timed =
            || error(format!("with the start {start}"), "an event of whole days (DTSTART;VALUE=DATE)");
        let first = parse_day(start).ok_or_else(timed)?;
        let days = match (value_of(event, "DTEND"), value_of(event, "DURATION")) {
            (Some(end), _) => {
                let end_error =
                    || error(format!("from {start} to {end}"), "an end at the beginning of a later day");
                let end = parse_day(end).ok_or_else(end_error)?;
                // Some programs write the first day as the end of an event of one day.
                let days = (end - first).get_days();
                if days < 0 {
                    return Err(end_error());
                }
                days.max(1)
            }
            (None, Some(text)) => parse_duration(text).ok_or_else(|| {
                error(format!("with the duration {text}"), "whole days or weeks (P1D, P1W)")
            })?,
            (None, None) if start.len() > DAY_LEN => return Err(timed()),
            (None, None) => 1,
        };
        let recurrence = value_of(event, "RRULE").map(|rule| {
            Recurrence::parse(rule, first).ok_or_else(|| {
                error(
                    format!("that repeats by {rule}"),
                    "a repetition each year on a date or on the nth day of the week in a month, each week or each day",
                )
            })
        });
        let dates = |name: &str| -> Result<BTreeSet<Date>, ValidationError> {
            let values = values_of(event, name).flat_map(|value| value.split(','));
            let parse = |value: &str| {
                let day = value.get(..DAY_LEN).and_then(parse_day);
                day.ok_or_else(|| error(format!("with the {name} {value}"), "a date (20261225)"))
            };
            values.map(parse).collect()
        };
        Ok(Some(Self {
            uid: value_of(event, "UID").map(str::to_owned),
            first,
            days,
            recurrence: recurrence.transpose()?,
            more: dates("RDATE")?,
            except: dates("EXDATE")?,
            replaces: dates("RECURRENCE-ID")?.pop_first(),
        }))
    }

    /// Returns the first days of all occurrences that have a day between two dates.
    pub(super) fn starts_between(&self, from: Date, to: Date) -> BTreeSet<Date> {
        let earliest = from.saturating_sub(jiff::Span::new().days(self.days - 1));
        let mut starts = match &self.recurrence {
            Some(recurrence) => recurrence.dates_between(earliest, to),
            None => BTreeSet::from([self.first]),
        };
        starts.extend(&self.more);
        starts.retain(|start| earliest <= *start && *start <= to && !self.except.contains(start));
        starts
    }
}

/// Parses a duration of whole days or weeks: `P2D`, `P1W`.
fn parse_duration(text: &str) -> Option<i32> {
    /// No event of days off is longer.
    const MAX_DAYS: i32 = 3_660;
    let amount = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let number = |amount: &str| amount.parse::<u16>().ok().map(i32::from);
    let days = match (amount.strip_suffix('D'), amount.strip_suffix('W')) {
        (Some(days), _) => number(days),
        (_, Some(weeks)) => number(weeks).map(|weeks| 7 * weeks),
        _ => None,
    };
    days.filter(|days| (1..=MAX_DAYS).contains(days))
}

fn value_of<'a>(event: &'a Component<'_>, name: &'a str) -> Option<&'a str> {
    values_of(event, name).next()
}

fn values_of<'a>(event: &'a Component<'_>, name: &'a str) -> impl Iterator<Item = &'a str> {
    let named =
        event.properties.iter().filter(move |property| property.name.as_str().eq_ignore_ascii_case(name));
    named.map(|property| property.val.as_str().trim())
}
