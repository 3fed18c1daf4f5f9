//! The first shape: a reading a day.

use jiff::Timestamp;

use super::super::document::{DayEntry, DayFigures, Document};
use super::super::refusal::{Refusal, Spot};
use super::frame::{Frame, date};
use super::{Movements, Story, amount, event_count, optional, possible};
use crate::sprint::{Amount, Day, Event, Flow, Level, Resolution, What};

const LIST: &str = "days";

/// One entry, its numbers checked.
struct Reading {
    /// Its place in the list.
    entry: usize,
    /// Its sprint day.
    day: usize,
    remaining: Option<Amount>,
    moved: Movements,
}

impl Reading {
    fn is_gap(&self) -> bool {
        self.remaining.is_none() && !self.moved.any()
    }
}

pub(super) fn story(entries: &[DayEntry], document: &Document, frame: &Frame) -> Result<Story, Refusal> {
    event_count(entries.len(), Spot::Field(LIST))?;
    let last = [frame.closed, frame.asked].into_iter().flatten().fold(frame.end, Timestamp::max);
    let days = frame.calendar.days(frame.start, last);
    let readings = readings(entries, &days)?;
    let opening = opening(&readings, document)?;
    let flows = flows(&readings, opening)?;

    let read_until = readings.iter().rev().find(|reading| !reading.is_gap());
    let read_until = read_until.and_then(|reading| days.get(reading.day)).map_or(frame.start, |day| day.to);
    let as_of = frame.as_of(frame.now.map_or(read_until, |now| now.min(read_until)));
    let known = days.iter().filter(|day| day.from < as_of).count();

    let events =
        readings.iter().zip(&flows).filter(|(_, flow)| !flow.is_zero()).filter_map(|(reading, flow)| {
            let day = days.get(reading.day).filter(|_| reading.day < known)?;
            Some(Event { at: day.last_instant().min(as_of), what: What::Total(*flow) })
        });
    let no_movements = !readings.iter().any(|reading| reading.moved.any());
    let netted = |(reading, flow): (&Reading, &Flow)| !reading.moved.any() && !flow.is_zero();
    Ok(Story {
        as_of,
        opening,
        items: Vec::new(),
        names: Vec::new(),
        events: events.collect(),
        resolution: Resolution::Day,
        gaps: gaps(&readings, &days, known),
        net_only: !readings.is_empty() && (no_movements || readings.iter().zip(&flows).any(netted)),
    })
}

/// The entries with their sprint days.
fn readings(entries: &[DayEntry], days: &[Day]) -> Result<Vec<Reading>, Refusal> {
    let mut next = 0;
    let mut readings = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let reading = reading(index, entry, next, days)?;
        if reading.day >= days.len() {
            let found = format!("an entry for day {} of the sprint", reading.day + 1);
            let last = days.last().map_or_else(|| "the end".to_owned(), |day| day.date.to_string());
            let expected = format!("at most {}, one a day from the start to {last}", days.len());
            let remedy =
                "days off count as days; if the sprint ran longer than planned, give \"closed\" or \"as_of\"";
            return Err(Refusal::new(Spot::Entry(LIST, index), found, expected).remedy(remedy));
        }
        next = reading.day + 1;
        readings.push(reading);
    }
    Ok(readings)
}

fn reading(index: usize, entry: &DayEntry, next: usize, days: &[Day]) -> Result<Reading, Refusal> {
    let figures = match entry {
        DayEntry::Gap => DayFigures::default(),
        DayEntry::Remaining(remaining) => {
            let remaining = Some(amount(*remaining, Spot::Entry(LIST, index))?);
            return Ok(Reading { entry: index, day: next, remaining, moved: Movements::default() });
        }
        DayEntry::Full(figures) => figures.clone(),
    };
    let spot = |field| Spot::In(LIST, index, field);
    let day = match &figures.date {
        Some(text) => dated(text, next, days, spot("date"))?,
        None => next,
    };
    let given = [figures.added, figures.removed, figures.reestimated, figures.reopened, figures.completed];
    let remaining = optional(figures.remaining, spot("remaining"))?;
    Ok(Reading { entry: index, day, remaining, moved: Movements::read(given, spot)? })
}

/// The sprint day of a date, which is not before the `next` one.
fn dated(text: &str, next: usize, days: &[Day], spot: Spot) -> Result<usize, Refusal> {
    let date = date(text, spot)?;
    let found = date.to_string();
    let Ok(day) = days.binary_search_by_key(&date, |day| day.date) else {
        let (first, last) = (days.first().map(|day| day.date), days.last().map(|day| day.date));
        let expected = match (first, last) {
            (Some(first), Some(last)) => format!("a day of the sprint, {first} to {last}"),
            _ => "a day of the sprint".to_owned(),
        };
        let remedy = "if the sprint ran longer than planned, give \"closed\" or \"as_of\"";
        let refusal = Refusal::new(spot, found, expected);
        return Err(if last.is_some_and(|last| date > last) { refusal.remedy(remedy) } else { refusal });
    };
    if day >= next {
        return Ok(day);
    }
    let before = next.checked_sub(1).and_then(|before| days.get(before)).map_or(date, |day| day.date);
    let found =
        if date == before { format!("{found} a second time") } else { format!("{found} after {before}") };
    Err(Refusal::new(spot, found, format!("a day after {before}: each once, in order")))
}

/// The level at the start: as given, or worked back from the first reading over what moved until then.
fn opening(readings: &[Reading], document: &Document) -> Result<Level, Refusal> {
    let done = optional(document.done_at_start, Spot::Field("done_at_start"))?.unwrap_or_default();
    let committed = match optional(document.committed, Spot::Field("committed"))? {
        Some(committed) => committed,
        None => worked_back(readings)?,
    };
    Ok(Level { scope: committed + done, done })
}

fn worked_back(readings: &[Reading]) -> Result<Amount, Refusal> {
    let mut moved = Amount::ZERO;
    for reading in readings {
        moved += reading.moved.flow().remaining();
        let Some(remaining) = reading.remaining else { continue };
        let committed = remaining - moved;
        if committed.is_negative() {
            let found = format!("movements that make {} of {}", remaining.to_f64(), committed.to_f64());
            let expected = "a start with 0 or more";
            return Err(Refusal::new(Spot::Entry(LIST, reading.entry), found, expected));
        }
        return Ok(committed);
    }
    let expected = "the remaining work at the start, or of a day";
    Err(Refusal::new(Spot::Field("committed"), "nothing, and no \"remaining\" in \"days\"", expected))
}

/// What moved with each reading, balanced.
fn flows(readings: &[Reading], opening: Level) -> Result<Vec<Flow>, Refusal> {
    let mut level = opening;
    let mut flows = Vec::with_capacity(readings.len());
    for reading in readings {
        let flow = balanced(reading, level.remaining())?;
        level += flow;
        possible(level, Spot::Entry(LIST, reading.entry))?;
        flows.push(flow);
    }
    Ok(flows)
}

/// The movements of a reading, with what is missing to its remaining work: less is completed, more is added, where these were not
/// given; else removed or re-estimated.
fn balanced(reading: &Reading, before: Amount) -> Result<Flow, Refusal> {
    let mut flow = reading.moved.flow();
    let Some(remaining) = reading.remaining else { return Ok(flow) };
    let missing = remaining - before - flow.remaining();
    let given = &reading.moved;
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
        return Err(unbalanced(reading, &flow, before));
    }
    Ok(flow)
}

fn unbalanced(reading: &Reading, flow: &Flow, before: Amount) -> Refusal {
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
    Refusal::new(Spot::In(LIST, reading.entry, "remaining"), format!("{remaining}"), expected)
}

/// The days up to `known` of which nothing is known: said so, or working days that were left out, or days off
/// after either: unchanged from what nobody knows.
fn gaps(readings: &[Reading], days: &[Day], known: usize) -> Vec<usize> {
    let mut readings = readings.iter().peekable();
    let mut gaps = Vec::new();
    let mut gap = false;
    for (index, day) in days.iter().enumerate().take(known) {
        gap = match readings.next_if(|reading| reading.day == index) {
            Some(reading) => reading.is_gap(),
            None => gap || day.working,
        };
        if gap {
            gaps.push(index);
        }
    }
    gaps
}
