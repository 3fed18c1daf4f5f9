//! Days off of the options: dates, ranges of dates, and texts of iCalendar.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::calendar_text::is_calendar;
use super::super::error_text::quote;
use super::super::ics::{self, Occurrence};
use super::super::validation_error::{FieldPath, ValidationError};
use super::dated_days_off::DatedDaysOff;
use super::field_values::{clean_text, parse_date};
use crate::limits::{MAX_HOLIDAY_ENTRIES, MAX_HOLIDAYS};

const HOLIDAYS: &str = "holidays";
/// The forms of days off beside single dates.
const REMEDY: &str = "a range is 2026-12-28..2027-01-01; an .ics file is named on the command line, elsewhere its text is given";

/// Days off, parsed once for the sprints of any year.
#[derive(Debug)]
pub(crate) struct DaysOff {
    /// The entries that were parsed.
    entries: Vec<String>,
    ranges: Vec<RangeInclusive<Date>>,
    events: ics::Events,
}

impl DaysOff {
    /// Parses days off.
    pub(in crate::input) fn parse(entries: &[String]) -> Result<Self, ValidationError> {
        let mut parsed =
            Self { entries: entries.to_vec(), ranges: Vec::new(), events: ics::Events::default() };
        for (index, entry) in entries.iter().enumerate() {
            let (entry, path) = (entry.trim(), FieldPath::OptionEntry(HOLIDAYS, index));
            if is_calendar(entry) {
                parsed.events.add_calendar(entry, path)?;
            } else {
                parsed.ranges.push(parse_date_range(entry, path)?);
            }
            parsed.check_entry_count()?;
        }
        Ok(parsed)
    }

    /// Returns true if these are the days off of some entries.
    pub(super) fn is_of(&self, entries: &[String]) -> bool {
        self.entries == entries
    }

    /// Returns the days off that a sprint may need that starts in a year.
    pub(in crate::input) fn dates_around(&self, start_year: i16) -> Result<DatedDaysOff, ValidationError> {
        let path = FieldPath::Option(HOLIDAYS);
        let occurrences = self.events.occurrences_around(start_year, path)?;
        let (observances, off): (Vec<_>, Vec<_>) =
            occurrences.into_iter().partition(|occurrence| occurrence.observance.is_some());
        let ranges = self.ranges.iter().cloned().chain(off.into_iter().map(|occurrence| occurrence.days));
        let dates = dates_in(ranges.collect())?;
        let mut titles = BTreeMap::new();
        for Occurrence { days, observance } in observances {
            let title = clean_text(observance.as_deref().unwrap_or_default(), path)?;
            // One more than allowed is enough to exceed the limit.
            let days =
                days.start().series(1.day()).take_while(|date| date <= days.end()).take(MAX_HOLIDAYS + 1);
            for date in days.filter(|date| !dates.contains(date)) {
                titles.entry(date).or_insert_with(|| title.clone());
            }
            check_holiday_count(titles.len())?;
        }
        Ok(DatedDaysOff { dates, observances: titles })
    }

    fn check_entry_count(&self) -> Result<(), ValidationError> {
        let count = self.ranges.len() + self.events.entry_count();
        if count > MAX_HOLIDAY_ENTRIES {
            let path = FieldPath::Option(HOLIDAYS);
            let found = format!("{count} dates, ranges and events");
            let limit = MAX_HOLIDAY_ENTRIES;
            return Err(ValidationError::limit_exceeded(path, found, "MAX_HOLIDAY_ENTRIES", limit));
        }
        Ok(())
    }
}

/// Returns the dates of ranges, each once.
fn dates_in(mut ranges: Vec<RangeInclusive<Date>>) -> Result<BTreeSet<Date>, ValidationError> {
    ranges.sort_unstable_by_key(|range| *range.start());
    let mut dates = BTreeSet::<Date>::new();
    for range in ranges {
        // Days that an earlier range has are not looked at again.
        let next = dates.last().and_then(|last| last.tomorrow().ok());
        let first = next.map_or(*range.start(), |next| next.max(*range.start()));
        let days = first.series(1.day()).take_while(|date| date <= range.end());
        // One more than allowed is enough to exceed the limit.
        dates.extend(days.take(MAX_HOLIDAYS + 1));
        check_holiday_count(dates.len())?;
    }
    Ok(dates)
}

/// Parses a date, or two dates with `..` between them, both of which are included.
fn parse_date_range(text: &str, path: FieldPath) -> Result<RangeInclusive<Date>, ValidationError> {
    let Some((first, last)) = text.split_once("..") else {
        let date = parse_date(text, path);
        return date.map(|date| date..=date).map_err(|error| error.with_remedy(REMEDY));
    };
    let (first, last) = (parse_date(first, path)?, parse_date(last, path)?);
    if last < first {
        let expected = "a range whose last day is not before its first";
        return Err(ValidationError::new(path, quote(text), expected));
    }
    Ok(first..=last)
}

fn check_holiday_count(count: usize) -> Result<(), ValidationError> {
    if count > MAX_HOLIDAYS {
        let path = FieldPath::Option(HOLIDAYS);
        let found = format!("{count} days");
        return Err(ValidationError::limit_exceeded(path, found, "MAX_HOLIDAYS", MAX_HOLIDAYS));
    }
    Ok(())
}
