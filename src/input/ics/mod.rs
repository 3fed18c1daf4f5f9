//! Days off from the text of an .ics file (iCalendar, RFC 5545): the days of its events, each of which lasts whole days.

mod day;
mod event;
mod occurrence;
mod recurrence;

use std::collections::{BTreeMap, BTreeSet};

use icalendar::parser::{Component, read_components, unfold};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use self::day::YEARS_AFTER_START;
use self::event::{Replacement, WholeDayEvent};
pub(super) use self::occurrence::Occurrence;
use super::error_text::quote;
use super::validation_error::{FieldPath, ValidationError};
use crate::limits::{MAX_CALENDAR_DEPTH, MAX_HOLIDAY_ENTRIES};

const BEGIN: &str = "BEGIN:VCALENDAR";
const END: &str = "END:VCALENDAR";

/// The events of calendars.
#[derive(Debug, Default)]
pub(super) struct Events {
    events: Vec<WholeDayEvent>,
    /// The occurrences that another event takes the place of, by the identifier of the repeated event.
    replaced: BTreeMap<String, BTreeSet<Date>>,
    /// The number of events, and of single dates in them.
    entry_count: usize,
}

impl Events {
    /// Reads the events of a whole calendar.
    pub(super) fn add_calendar(&mut self, text: &str, path: FieldPath) -> Result<(), ValidationError> {
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
        self.add_entries(events.len(), path)?;
        events.into_iter().try_for_each(|event| self.add_event(event, path))
    }

    fn add_event(&mut self, event: &Component<'_>, path: FieldPath) -> Result<(), ValidationError> {
        // A cancelled event takes the place of an occurrence, too: the occurrence is no day off.
        if let Some(Replacement { uid, date }) = Replacement::read(event, path)? {
            self.replaced.entry(uid).or_default().insert(date);
        }
        if let Some(event) = WholeDayEvent::read(event, path)? {
            self.add_entries(event.single_date_count(), path)?;
            self.events.push(event);
        }
        Ok(())
    }

    fn add_entries(&mut self, count: usize, path: FieldPath) -> Result<(), ValidationError> {
        self.entry_count += count;
        if self.entry_count > MAX_HOLIDAY_ENTRIES {
            let found = format!("{} events and dates in them", self.entry_count);
            return Err(too_many_entries(path, found));
        }
        Ok(())
    }

    /// The number of events, and of single dates in them.
    pub(super) fn entry_count(&self) -> usize {
        self.entry_count
    }

    /// Returns the occurrences in the years from the one before a sprint's start to the last one that its forecast may need.
    pub(super) fn occurrences_around(
        &self,
        start_year: i16,
        path: FieldPath,
    ) -> Result<Vec<Occurrence>, ValidationError> {
        let (first, last) = (date(start_year - 1, 1, 1), date(start_year + YEARS_AFTER_START, 12, 31));
        let mut occurrences = Vec::new();
        // Occurrences that do not take place count as well, because they take time.
        let mut count = 0;
        for event in &self.events {
            let uid = event.uid.as_ref().filter(|_| event.replaces.is_none());
            let replaced = uid.and_then(|uid| self.replaced.get(uid));
            let starts = event.starts_between(first, last);
            count += starts.len();
            if count > MAX_HOLIDAY_ENTRIES {
                let found = format!("{count} occurrences of events from {first} to {last}");
                return Err(too_many_entries(path, found));
            }
            let starts = starts.into_iter().filter(|start| {
                !event.is_excluded(*start) && !replaced.is_some_and(|replaced| replaced.contains(start))
            });
            occurrences.extend(starts.map(|start| {
                let end = start.saturating_add((event.days - 1).days());
                Occurrence { days: start.max(first)..=end.min(last), observance: event.observance.clone() }
            }));
        }
        Ok(occurrences)
    }
}

fn too_many_entries(path: FieldPath, found: String) -> ValidationError {
    ValidationError::limit_exceeded(path, found, "MAX_HOLIDAY_ENTRIES", MAX_HOLIDAY_ENTRIES)
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
