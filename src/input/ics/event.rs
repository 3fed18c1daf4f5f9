//! An event of whole days in a calendar.

use std::collections::BTreeSet;

use icalendar::parser::Component;
use jiff::civil::Date;

use super::day::{DAY_LEN, parse_day};
use super::recurrence::Recurrence;
use crate::input::error_text::quote;
use crate::input::validation_error::{FieldPath, ValidationError};
use crate::limits::MAX_EVENT_DAYS;

/// An event that lasts whole days, once or repeatedly.
#[derive(Debug)]
pub(super) struct WholeDayEvent {
    pub(super) uid: Option<String>,
    /// The title of an observance, which is a working day.
    pub(super) observance: Option<String>,
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
        let event = EventReader { event, path };
        if event.first_value("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")) {
            return Ok(None);
        }
        let start = event.first_value("DTSTART").unwrap_or("no day");
        let first = parse_day(start).ok_or_else(|| event.timed_error(start))?;
        let days = event.read_days(start, first)?;
        let recurrence = event.first_value("RRULE").map(|rule| {
            Recurrence::parse(rule, first).ok_or_else(|| {
                event.event_error(
                    &format!("that repeats by {rule}"),
                    "a repetition each year on a date or on the nth day of the week in a month, each week or each day",
                )
            })
        });
        Ok(Some(Self {
            uid: event.first_value("UID").map(str::to_owned),
            observance: event.is_observance().then(|| event.title()),
            first,
            days,
            recurrence: recurrence.transpose()?,
            more: event.read_dates("RDATE")?,
            except: event.read_dates("EXDATE")?,
            replaces: event.read_dates("RECURRENCE-ID")?.pop_first(),
        }))
    }

    /// Returns the first days of all occurrences that have a day between two dates, with those that are
    /// [excluded](Self::is_excluded).
    pub(super) fn starts_between(&self, from: Date, to: Date) -> BTreeSet<Date> {
        let earliest = from.saturating_sub(jiff::Span::new().days(self.days - 1));
        let mut starts = match &self.recurrence {
            Some(recurrence) => recurrence.dates_between(earliest, to),
            None => BTreeSet::from([self.first]),
        };
        starts.retain(|start| earliest <= *start && *start <= to);
        starts.extend(self.more.range(earliest..=to));
        starts
    }

    /// Returns true if the event does not take place on a day of its repetition.
    pub(super) fn is_excluded(&self, start: Date) -> bool {
        self.except.contains(&start)
    }

    /// The number of dates that are given one by one, beside the first one.
    pub(super) fn single_date_count(&self) -> usize {
        self.more.len() + self.except.len()
    }
}

/// The occurrence of a repeated event that another event takes the place of.
pub(super) struct Replacement {
    /// The identifier of the repeated event.
    pub(super) uid: String,
    /// The first day of the occurrence.
    pub(super) date: Date,
}

impl Replacement {
    /// Reads the occurrence from the event in its place, which may be cancelled; `None` if the event stands for itself.
    pub(super) fn read(event: &Component<'_>, path: FieldPath) -> Result<Option<Self>, ValidationError> {
        let event = EventReader { event, path };
        if let Some(range) = event.first_parameter("RECURRENCE-ID", "RANGE") {
            let found = format!("that changes itself and all later occurrences (RANGE={range})");
            return Err(event.event_error(&found, "a change of a single occurrence, or an event of its own"));
        }
        let date = event.read_dates("RECURRENCE-ID")?.pop_first();
        Ok(event.first_value("UID").zip(date).map(|(uid, date)| Self { uid: uid.to_owned(), date }))
    }
}

/// Reads the properties of an event. The errors name it.
struct EventReader<'a> {
    event: &'a Component<'a>,
    path: FieldPath,
}

impl<'a> EventReader<'a> {
    fn first_value(&self, name: &'a str) -> Option<&'a str> {
        self.values_of(name).next()
    }

    fn values_of(&self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let properties = self.event.properties.iter();
        let named = properties.filter(move |property| property.name.as_str().eq_ignore_ascii_case(name));
        named.map(|property| property.val.as_str().trim())
    }

    /// Returns the value of a parameter of the first property of a name.
    fn first_parameter(&self, property: &str, name: &str) -> Option<&'a str> {
        let mut properties = self.event.properties.iter();
        let property = properties.find(|found| found.name.as_str().eq_ignore_ascii_case(property))?;
        let parameter = property.params.iter().find(|found| found.key.as_str().eq_ignore_ascii_case(name))?;
        Some(parameter.val.as_ref()?.as_str())
    }

    /// True if the description begins with the word "Observance", by which calendars of holidays tell a day on which people work
    /// from a public holiday.
    fn is_observance(&self) -> bool {
        const WORD: &str = "Observance";
        let description = self.first_value("DESCRIPTION").unwrap_or_default();
        let Some((word, rest)) = description.split_at_checked(WORD.len()) else { return false };
        word.eq_ignore_ascii_case(WORD) && !rest.starts_with(char::is_alphanumeric)
    }

    /// The title, without the backslashes of iCalendar.
    fn title(&self) -> String {
        let title = self.first_value("SUMMARY").unwrap_or("without a title");
        let mut text = String::with_capacity(title.len());
        let mut chars = title.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => text.push(' '),
                    escaped => text.extend(escaped),
                },
                c => text.push(c),
            }
        }
        text
    }

    /// Reads the dates of a property that may have several, in one line or in several ones.
    fn read_dates(&self, name: &'a str) -> Result<BTreeSet<Date>, ValidationError> {
        let values = self.values_of(name).flat_map(|value| value.split(','));
        let parse = |value: &str| {
            let day = value.get(..DAY_LEN).and_then(parse_day);
            day.ok_or_else(|| self.event_error(&format!("with the {name} {value}"), "a date (20261225)"))
        };
        values.map(parse).collect()
    }

    /// Reads the number of days of an event that begins on a day.
    fn read_days(&self, start: &str, first: Date) -> Result<i32, ValidationError> {
        let days = match (self.first_value("DTEND"), self.first_value("DURATION")) {
            (Some(end), _) => {
                let days = parse_day(end).map(|end| (end - first).get_days()).filter(|days| *days >= 0);
                // Some programs write the first day as the end of an event of one day.
                days.map(|days| days.max(1)).ok_or_else(|| {
                    let found = format!("from {start} to {end}");
                    self.event_error(&found, "an end at the beginning of a later day")
                })?
            }
            (None, Some(text)) => parse_duration(text).ok_or_else(|| {
                self.event_error(&format!("with the duration {text}"), "whole days or weeks (P1D, P1W)")
            })?,
            (None, None) if start.len() > DAY_LEN => return Err(self.timed_error(start)),
            (None, None) => 1,
        };
        if usize::try_from(days).is_ok_and(|days| days > MAX_EVENT_DAYS) {
            let found = self.name_event(&format!("of {days} days"));
            let error = ValidationError::limit_exceeded(self.path, found, "MAX_EVENT_DAYS", MAX_EVENT_DAYS);
            return Err(error.with_remedy(REMEDY));
        }
        Ok(days)
    }

    fn timed_error(&self, start: &str) -> ValidationError {
        self.event_error(&format!("with the start {start}"), "an event of whole days (DTSTART;VALUE=DATE)")
    }

    fn event_error(&self, found: &str, expected: &str) -> ValidationError {
        ValidationError::new(self.path, self.name_event(found), expected).with_remedy(REMEDY)
    }

    /// Returns a text after the title of the event.
    fn name_event(&self, found: &str) -> String {
        format!("the event {} {found}", quote(self.first_value("SUMMARY").unwrap_or("without a title")))
    }
}

/// Parses a duration of whole days or weeks, at least one: `P2D`, `P1W`.
fn parse_duration(text: &str) -> Option<i32> {
    let amount = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let number = |amount: &str| amount.parse::<u16>().ok().map(i32::from);
    let days = match (amount.strip_suffix('D'), amount.strip_suffix('W')) {
        (Some(days), _) => number(days),
        (_, Some(weeks)) => number(weeks).map(|weeks| 7 * weeks),
        _ => None,
    };
    days.filter(|days| *days >= 1)
}
