//! Days off from the text of an .ics file (iCalendar, RFC 5545): the days of its events, each of which lasts whole days.

mod day;
mod event;
mod recurrence;

use std::collections::BTreeSet;

use icalendar::parser::{Component, read_components, unfold};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use self::event::WholeDayEvent;
use super::error_text::quote;
use super::validation_error::{FieldPath, ValidationError};
use crate::limits::{MAX_CALENDAR_DEPTH, MAX_HOLIDAYS};

const BEGIN: &str = "BEGIN:VCALENDAR";
const END: &str = "END:VCALENDAR";
/// Years after the start of a sprint that a sprint and its forecast may reach.
const YEARS_AFTER_START: i16 = 4;

/// Returns true if a text is iCalendar, not a date.
pub(super) fn is_calendar(text: &str) -> bool {
    starts_with_word(text.trim_start_matches('\u{FEFF}'), "BEGIN:")
}

/// Returns the days off of a calendar, from the year before a sprint's start to the last one that its forecast may need.
pub(super) fn read_days_off(
    text: &str,
    start_year: i16,
    path: FieldPath,
) -> Result<BTreeSet<Date>, ValidationError> {
    let events = read_events(text, path)?;
    let (first, last) = (date(start_year - 1, 1, 1), date(start_year + YEARS_AFTER_START, 12, 31));
    let replaced: BTreeSet<(&str, Date)> =
        events.iter().filter_map(|event| Some((event.uid.as_deref()?, event.replaces?))).collect();
    let mut days = BTreeSet::new();
    for event in &events {
        let uid = event.uid.as_deref().filter(|_| event.replaces.is_none());
        for start in event.starts_between(first, last) {
            if uid.is_some_and(|uid| replaced.contains(&(uid, start))) {
                continue;
            }
            let end = start.saturating_add((event.days - 1).days());
            days.extend(start.max(first).series(1.day()).take_while(|day| *day <= end.min(last)));
        }
    }
    Ok(days)
}

/// Reads the events of a whole calendar.
fn read_events(text: &str, path: FieldPath) -> Result<Vec<WholeDayEvent>, ValidationError> {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    check_shape(text, path)?;
    // The parser needs a line end after the last line.
    let text = unfold(&format!("{text}\n"));
    let calendars = read_components(&text).map_err(|_| {
        ValidationError::new(path, "a calendar with a broken line", "lines of iCalendar (NAME:value)")
            .with_remedy(REMEDY)
    })?;
    let components = calendars.iter().flat_map(|calendar| &calendar.components);
    let events: Vec<&Component<'_>> =
        components.filter(|component| component.name.as_str().eq_ignore_ascii_case("VEVENT")).collect();
    // A parser that stops early must not lose events without a word.
    let begun = text.lines().filter(|line| line.trim().eq_ignore_ascii_case("BEGIN:VEVENT")).count();
    if events.len() != begun || begun == 0 {
        let found = format!("a calendar with {} readable events of {begun}", events.len());
        return Err(ValidationError::new(path, found, "events of whole days").with_remedy(REMEDY));
    }
    if events.len() > MAX_HOLIDAYS {
        let found = format!("a calendar with {} events", events.len());
        return Err(ValidationError::limit_exceeded(path, found, "MAX_HOLIDAYS", MAX_HOLIDAYS));
    }
    let events = events.into_iter().map(|event| WholeDayEvent::read(event, path));
    Ok(events.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

const REMEDY: &str = "export the calendar again, or give the days (2026-12-25, 2026-12-28..2027-01-01)";

/// Checks that the calendar is whole and not nested deeper than the parser can follow.
fn check_shape(text: &str, path: FieldPath) -> Result<(), ValidationError> {
    let last = text.lines().next_back().unwrap_or_default();
    if !starts_with_word(text, BEGIN) || !last.trim().eq_ignore_ascii_case(END) {
        let found = format!("a calendar that ends with {}", quote(last));
        let expected = format!("a whole one, from {BEGIN} to {END}");
        return Err(ValidationError::new(path, found, expected).with_remedy(REMEDY));
    }
    let mut depth = 0_usize;
    for line in text.lines() {
        if starts_with_word(line.trim_start(), "BEGIN:") {
            depth += 1;
        } else if starts_with_word(line.trim_start(), "END:") {
            depth = depth.saturating_sub(1);
        }
        if depth > MAX_CALENDAR_DEPTH {
            let found = format!("a calendar with components nested {depth} deep");
            let error =
                ValidationError::limit_exceeded(path, found, "MAX_CALENDAR_DEPTH", MAX_CALENDAR_DEPTH);
            return Err(error);
        }
    }
    Ok(())
}

/// Returns true if a text begins with a word, in any letter case.
fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests;
