//! Conversion of the document shape `days`: one reading per day.

use jiff::Timestamp;

use super::super::document::{DayEntry, DayFigures, SprintDocument};
use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::{check_event_count, check_level, non_negative_amount, optional_amount};
use super::field_values::parse_date;
use super::partial_flow::PartialFlow;
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::sprint::{Amount, Day, Event, EventKind, Flow, Level, Resolution};

const LIST: &str = "days";

/// One validated entry of `days`.
struct DayReading {
    /// Index in the list.
    entry: usize,
    /// Index of the sprint day.
    day: usize,
    remaining: Option<Amount>,
    given_flow: PartialFlow,
}

impl DayReading {
    /// Returns true if the entry has no numbers.
    fn is_gap(&self) -> bool {
        self.remaining.is_none() && !self.given_flow.has_any()
    }
}

/// Returns the events of the entries in `days`, one per day with changes.
pub(super) fn events_from_days(
    entries: &[DayEntry],
    document: &SprintDocument,
    info: &SprintInfo,
) -> Result<SprintEvents, ValidationError> {
    check_event_count(entries.len(), FieldPath::Field(LIST))?;
    let last = [info.closed, info.requested_as_of].into_iter().flatten().fold(info.end, Timestamp::max);
    let days = info.calendar.days_between(info.start, last);
    let readings = read_entries(entries, &days)?;
    let opening = opening_level(&readings, document)?;
    let flows = balance_readings(&readings, opening)?;

    let last_reading = readings.iter().rev().find(|reading| !reading.is_gap());
    let last_day = last_reading.and_then(|reading| days.get(reading.day));
    let read_until = last_day.map_or(info.start, |day| day.to);
    let as_of = info.effective_as_of(info.latest_known.map_or(read_until, |known| known.min(read_until)));
    let known_days = days.iter().filter(|day| day.from < as_of).count();

    let events =
        readings.iter().zip(&flows).filter(|(_, flow)| !flow.is_zero()).filter_map(|(reading, flow)| {
            let day = days.get(reading.day).filter(|_| reading.day < known_days)?;
            Some(Event { at: day.last_instant().min(as_of), kind: EventKind::Total(*flow) })
        });
    let has_no_flows = !readings.iter().any(|reading| reading.given_flow.has_any());
    let is_netted = |(reading, flow): (&DayReading, &Flow)| !reading.given_flow.has_any() && !flow.is_zero();
    Ok(SprintEvents {
        events: events.collect(),
        resolution: Resolution::Day,
        gaps: find_gaps(&readings, &days, known_days),
        is_net_only: !readings.is_empty() && (has_no_flows || readings.iter().zip(&flows).any(is_netted)),
        ..SprintEvents::without_events(opening, as_of)
    })
}

/// Reads the entries and assigns them to sprint days.
fn read_entries(entries: &[DayEntry], days: &[Day]) -> Result<Vec<DayReading>, ValidationError> {
    let mut next_day = 0;
    let mut readings = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let reading = read_entry(index, entry, next_day, days)?;
        if reading.day >= days.len() {
            let found = format!("an entry for day {} of the sprint", reading.day + 1);
            let last = days.last().map_or_else(|| "the end".to_owned(), |day| day.date.to_string());
            let expected = format!("at most {}, one a day from the start to {last}", days.len());
            let remedy =
                "days off count as days; if the sprint ran longer than planned, give \"closed\" or \"as_of\"";
            return Err(
                ValidationError::new(FieldPath::Entry(LIST, index), found, expected).with_remedy(remedy)
            );
        }
        next_day = reading.day + 1;
        readings.push(reading);
    }
    Ok(readings)
}

/// Reads one entry. An entry without a date is for `next_day`.
fn read_entry(
    index: usize,
    entry: &DayEntry,
    next_day: usize,
    days: &[Day],
) -> Result<DayReading, ValidationError> {
    let figures = match entry {
        DayEntry::Gap => DayFigures::default(),
        DayEntry::Remaining(remaining) => {
            let remaining = Some(non_negative_amount(*remaining, FieldPath::Entry(LIST, index))?);
            return Ok(DayReading {
                entry: index,
                day: next_day,
                remaining,
                given_flow: PartialFlow::default(),
            });
        }
        DayEntry::Full(figures) => figures.clone(),
    };
    let path_of = |field| FieldPath::EntryField(LIST, index, field);
    let day = match &figures.date {
        Some(text) => day_index_of_date(text, next_day, days, path_of("date"))?,
        None => next_day,
    };
    let numbers = [figures.added, figures.removed, figures.reestimated, figures.reopened, figures.completed];
    let remaining = optional_amount(figures.remaining, path_of("remaining"))?;
    let given_flow = PartialFlow::from_numbers(numbers, path_of)?;
    Ok(DayReading { entry: index, day, remaining, given_flow })
}

/// Returns the index of the sprint day of a date, which must not be before `next_day`.
fn day_index_of_date(
    text: &str,
    next_day: usize,
    days: &[Day],
    path: FieldPath,
) -> Result<usize, ValidationError> {
    let date = parse_date(text, path)?;
    let found = date.to_string();
    let Ok(day) = days.binary_search_by_key(&date, |day| day.date) else {
        let (first, last) = (days.first().map(|day| day.date), days.last().map(|day| day.date));
        let expected = match (first, last) {
            (Some(first), Some(last)) => format!("a day of the sprint, {first} to {last}"),
            _ => "a day of the sprint".to_owned(),
        };
        let remedy = "if the sprint ran longer than planned, give \"closed\" or \"as_of\"";
        let error = ValidationError::new(path, found, expected);
        return Err(if last.is_some_and(|last| date > last) { error.with_remedy(remedy) } else { error });
    };
    if day >= next_day {
        return Ok(day);
    }
    let before = next_day.checked_sub(1).and_then(|index| days.get(index)).map_or(date, |day| day.date);
    let found =
        if date == before { format!("{found} a second time") } else { format!("{found} after {before}") };
    Err(ValidationError::new(path, found, format!("a day after {before}: each once, in order")))
}

/// Returns the level at the start. If `committed` is missing, it is inferred from the first reading.
fn opening_level(readings: &[DayReading], document: &SprintDocument) -> Result<Level, ValidationError> {
    let done =
        optional_amount(document.done_at_start, FieldPath::Field("done_at_start"))?.unwrap_or_default();
    let committed = match optional_amount(document.committed, FieldPath::Field("committed"))? {
        Some(committed) => committed,
        None => infer_committed(readings)?,
    };
    Ok(Level { scope: committed + done, done })
}

/// Returns the remaining work at the start: the first known remaining work minus all flows until then.
fn infer_committed(readings: &[DayReading]) -> Result<Amount, ValidationError> {
    let mut change = Amount::ZERO;
    for reading in readings {
        change += reading.given_flow.to_flow().remaining();
        let Some(remaining) = reading.remaining else { continue };
        let committed = remaining - change;
        if committed.is_negative() {
            let found = format!("movements that make {} of {}", remaining.to_f64(), committed.to_f64());
            let expected = "a start with 0 or more";
            return Err(ValidationError::new(FieldPath::Entry(LIST, reading.entry), found, expected));
        }
        return Ok(committed);
    }
    let expected = "the remaining work at the start, or of a day";
    let found = "nothing, and no \"remaining\" in \"days\"";
    Err(ValidationError::new(FieldPath::Field("committed"), found, expected))
}

/// Returns the balanced flow of each reading.
fn balance_readings(readings: &[DayReading], opening: Level) -> Result<Vec<Flow>, ValidationError> {
    let mut level = opening;
    let mut flows = Vec::with_capacity(readings.len());
    for reading in readings {
        let flow = balanced_flow(reading, level.remaining())?;
        level += flow;
        check_level(level, FieldPath::Entry(LIST, reading.entry))?;
        flows.push(flow);
    }
    Ok(flows)
}

/// Returns the flow of a reading. A difference to its remaining work is assigned to the first part that is not given:
/// a decrease to completed, removed or re-estimated, an increase to added, re-estimated or reopened.
fn balanced_flow(reading: &DayReading, before: Amount) -> Result<Flow, ValidationError> {
    let mut flow = reading.given_flow.to_flow();
    let Some(remaining) = reading.remaining else { return Ok(flow) };
    let missing = remaining - before - flow.remaining();
    let given = &reading.given_flow;
    if missing.is_zero() {
        return Ok(flow);
    }
    if missing.is_negative() && given.completed.is_none() {
        flow.completed = -missing;
    } else if missing.is_negative() && given.removed.is_none() {
        flow.removed = -missing;
    } else if !missing.is_negative() && given.added.is_none() {
        flow.added = missing;
    } else if given.reestimated.is_none() {
        flow.reestimated = missing;
    } else if !missing.is_negative() && given.reopened.is_none() {
        flow.reopened = missing;
    } else {
        return Err(unbalanced_error(reading, &flow, before));
    }
    Ok(flow)
}

/// Returns the error for a reading whose numbers contradict each other.
fn unbalanced_error(reading: &DayReading, flow: &Flow, before: Amount) -> ValidationError {
    let remaining = reading.remaining.unwrap_or_default().to_f64();
    let sum = (before + flow.remaining()).to_f64();
    let expected = format!(
        "{sum} = {} before + {} added − {} removed + {} re-estimated + {} reopened − {} completed",
        before.to_f64(),
        flow.added.to_f64(),
        flow.removed.to_f64(),
        flow.reestimated.to_f64(),
        flow.reopened.to_f64(),
        flow.completed.to_f64(),
    );
    let path = FieldPath::EntryField(LIST, reading.entry, "remaining");
    ValidationError::new(path, format!("{remaining}"), expected)
}

/// Returns the indices of the days without data among the first `known_days`: entries without numbers, omitted working
/// days, and days off after either of them.
fn find_gaps(readings: &[DayReading], days: &[Day], known_days: usize) -> Vec<usize> {
    let mut readings = readings.iter().peekable();
    let mut gaps = Vec::new();
    let mut is_gap = false;
    for (index, day) in days.iter().enumerate().take(known_days) {
        is_gap = match readings.next_if(|reading| reading.day == index) {
            Some(reading) => reading.is_gap(),
            None => is_gap || day.is_working_day,
        };
        if is_gap {
            gaps.push(index);
        }
    }
    gaps
}
