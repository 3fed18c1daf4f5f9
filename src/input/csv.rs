//! CSV: the first shape as a table. A line a day under a header line; the sprint's other fields as `# key: value` lines above it.
//!
//! ```csv
//! # name: Sprint 12
//! # end: 2023-09-05
//! date,remaining,completed
//! 2023-08-23,40,2
//! ```
//!
//! The separator is a comma, a semicolon or a tab, whichever the header line has; with a semicolon or a tab a comma may be the
//! decimal mark, as spreadsheets write it in most of Europe. An empty cell is not given, a date
//! with empty cells is a gap. `start` defaults to the first date.

use std::collections::BTreeMap;

use ::csv::{Position, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;

use super::document::{DayEntry, DayFigures, Document, Unit, Weekday};
use super::error::{InputError, Place};
use super::refusal::{Spot, did_you_mean, quote};
use super::{ReadOptions, json, reduce};
use crate::sprint::Sprint;

const COLUMNS: [&str; 7] = ["date", "remaining", "added", "removed", "reestimated", "completed", "reopened"];

/// A column that Jira's tables have, and ours have not.
pub(super) const ISSUE_KEY: &str = "issue key";

/// The fields that stand above the table.
const KEYS: [&str; 14] = [
    "name",
    "goal",
    "start",
    "end",
    "closed",
    "as_of",
    "time_zone",
    "day_border",
    "working_days",
    "holidays",
    "extra_working_days",
    "unit",
    "committed",
    "done_at_start",
];

/// Where the values came from.
#[derive(Default)]
struct Lines {
    /// Line of each field above the table.
    keys: BTreeMap<&'static str, usize>,
    /// Line of each entry of `days`.
    entries: Vec<usize>,
}

impl Lines {
    fn place(&self, spot: Spot) -> Place {
        let entry = |index: usize| self.entries.get(index).copied().unwrap_or_default();
        match spot {
            Spot::Whole | Spot::Event(..) => Place::Whole,
            Spot::Entry("days", index) => Place::Text { line: entry(index), column: None },
            Spot::In(_, index, column) => Place::Cell { line: entry(index), column: column.to_owned() },
            Spot::Field(key) | Spot::Entry(key, _) => match self.keys.get(key) {
                Some(line) => Place::Cell { line: *line, column: key.to_owned() },
                None => Place::Path(key.to_owned()),
            },
        }
    }
}

/// Whether a table has a column: by its first line.
pub(super) fn has_column(text: &str, name: &str) -> bool {
    let header = text.trim_start().lines().next().unwrap_or_default().to_lowercase();
    let mut cells = header.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"'));
    cells.any(|cell| cell == name)
}

pub(super) fn sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let mut lines = Lines::default();
    let mut document = Document::default();
    let table = head(text, &mut document, &mut lines)?;
    document.days = Some(rows(text, table, &mut lines)?);
    complete(&mut document, &mut lines, options)?;
    reduce::sprint(&document, options).map_err(|refusal| {
        let place = lines.place(refusal.spot);
        refusal.at(place)
    })
}

/// What a document cannot do without.
fn complete(
    document: &mut Document,
    lines: &mut Lines,
    options: &ReadOptions,
) -> Result<(), Box<InputError>> {
    let days = document.days.as_deref().unwrap_or_default();
    let first = days.iter().find_map(|day| match day {
        DayEntry::Full(figures) => figures.date.clone(),
        DayEntry::Gap | DayEntry::Remaining(_) => None,
    });
    if document.start.is_empty() {
        document.start = first.unwrap_or_default();
        lines.keys.extend(lines.entries.first().map(|line| ("start", *line)));
    }
    let missing = [
        ("name", document.name.is_empty() && options.name.is_none(), "Sprint 12"),
        ("start", document.start.is_empty() && options.start.is_none(), "2023-08-23"),
        ("end", document.end.is_empty() && options.end.is_none(), "2023-09-05"),
    ];
    match missing.iter().find(|(_, is_missing, _)| *is_missing) {
        Some((key, _, example)) => {
            let expected = format!("a line \"# {key}: {example}\" above the table, or the option");
            Err(InputError::new(Place::Whole, format!("no {key}"), expected))
        }
        None => Ok(()),
    }
}

/// Reads the lines above the table; the rest is the table: its first byte and the lines before it.
fn head(text: &str, document: &mut Document, lines: &mut Lines) -> Result<(usize, usize), Box<InputError>> {
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let trimmed = line.trim();
        if let Some(comment) = trimmed.strip_prefix('#') {
            let place = Place::Text { line: index + 1, column: None };
            if let Some((key, value)) = comment.split_once(':') {
                let key = known_key(key, &place)?;
                if lines.keys.insert(key, index + 1).is_some() {
                    return Err(InputError::new(place, format!("{} a second time", quote(key)), "it once"));
                }
                let place = Place::Cell { line: index + 1, column: key.to_owned() };
                // A spreadsheet pads every line to the width of the table.
                let value = value.trim_end_matches([',', ';', '\t', '\r', '\n', ' ']).trim();
                field(document, key, value, place)?;
            }
        } else if !trimmed.is_empty() {
            return Ok((start, index));
        }
        start += line.len();
    }
    Err(InputError::new(
        Place::Whole,
        "no table",
        format!("a header line such as {}", quote("date,remaining")),
    ))
}

fn known_key(key: &str, place: &Place) -> Result<&'static str, Box<InputError>> {
    let key = key.trim().to_lowercase().replace([' ', '-'], "_");
    KEYS.iter().find(|known| **known == key).copied().ok_or_else(|| {
        let expected = format!("one of {}", KEYS.join(", "));
        let mut error =
            InputError::new(place.clone(), format!("the unknown field {}", quote(&key)), expected);
        error.remedy = did_you_mean(&key, KEYS);
        error
    })
}

fn field(document: &mut Document, key: &str, value: &str, place: Place) -> Result<(), Box<InputError>> {
    let text = value.to_owned();
    let list = || -> Vec<String> {
        let parts = value.split([',', ' ', ';']).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    match key {
        "name" => document.name = text,
        "goal" => document.goal = Some(text),
        "start" => document.start = text,
        "end" => document.end = text,
        "closed" => document.closed = Some(text),
        "as_of" => document.as_of = Some(text),
        "time_zone" => document.time_zone = Some(text),
        "day_border" => document.day_border = Some(text),
        "holidays" => document.holidays = Some(list()),
        "extra_working_days" => document.extra_working_days = Some(list()),
        "working_days" => {
            let days: Result<Vec<Weekday>, _> = list().iter().map(|name| named(name, &place)).collect();
            document.working_days = Some(days?);
        }
        "unit" => document.unit = Some(named::<Unit>(value, &place)?),
        "committed" => document.committed = number(value, b',', place)?,
        "done_at_start" => document.done_at_start = number(value, b',', place)?,
        _ => {}
    }
    Ok(())
}

/// A value of an enum, by the names the JSON document has for it.
fn named<'a, T: Deserialize<'a>>(name: &'a str, place: &Place) -> Result<T, Box<InputError>> {
    T::deserialize(name.into_deserializer())
        .map_err(|error: ValueError| json::data(&error.to_string(), place.clone(), place.clone()))
}

/// The entries of the table.
fn rows(
    text: &str,
    (start, before): (usize, usize),
    lines: &mut Lines,
) -> Result<Vec<DayEntry>, Box<InputError>> {
    let table = text.get(start..).unwrap_or_default();
    let header = table.lines().next().unwrap_or_default();
    let separator = [b';', b'\t'].into_iter().find(|mark| header.contains(char::from(*mark))).unwrap_or(b',');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .trim(Trim::All)
        .flexible(true)
        .from_reader(table.as_bytes());
    let line_of = |position: Option<&Position>| before + position.map_or(0, |at| line_in(table, at));
    let mut columns = None;
    let mut entries = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let place = Place::Text { line: line_of(error.position()), column: None };
            InputError::new(place, format!("no CSV ({error})"), "a table")
        })?;
        let line = line_of(record.position());
        let Some(columns) = &columns else {
            columns = Some(header_columns(&record, line)?);
            continue;
        };
        if record.len() > columns.len() {
            let place = Place::Text { line, column: None };
            let found = format!("{} cells", record.len());
            return Err(InputError::new(place, found, format!("at most {}, one a column", columns.len())));
        }
        // Spreadsheets leave such lines behind under their tables.
        if record.iter().all(str::is_empty) {
            continue;
        }
        lines.entries.push(line);
        entries.push(DayEntry::Full(figures(&record, columns, separator, line)?));
    }
    Ok(entries)
}

/// The line of a record. The position that the csv crate gives is before the empty lines that it skips.
fn line_in(table: &str, position: &Position) -> usize {
    let byte = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = table.get(byte..).unwrap_or_default().bytes();
    let skipped = rest.take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n').count();
    usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(skipped)
}

fn header_columns(record: &StringRecord, line: usize) -> Result<Vec<&'static str>, Box<InputError>> {
    let place = || Place::Text { line, column: None };
    let mut columns = Vec::with_capacity(record.len());
    for cell in record {
        let name = cell.to_lowercase().replace([' ', '-', '_'], "");
        let Some(known) = COLUMNS.iter().find(|known| **known == name) else {
            let mut error = InputError::new(
                place(),
                format!("the unknown column {}", quote(cell)),
                format!("a header line of {}", COLUMNS.join(", ")),
            );
            error.remedy = did_you_mean(cell, COLUMNS);
            return Err(error);
        };
        if columns.contains(known) {
            return Err(InputError::new(place(), format!("the column {} twice", quote(known)), "it once"));
        }
        columns.push(*known);
    }
    if !columns.contains(&"date") || columns.len() < 2 {
        let found = format!("the columns {}", columns.join(", "));
        return Err(InputError::new(place(), found, "\"date\" and at least one of the figures"));
    }
    Ok(columns)
}

fn figures(
    record: &StringRecord,
    columns: &[&'static str],
    separator: u8,
    line: usize,
) -> Result<DayFigures, Box<InputError>> {
    let mut figures = DayFigures::default();
    for (cell, column) in record.iter().zip(columns) {
        let place = Place::Cell { line, column: (*column).to_owned() };
        let target = match *column {
            "remaining" => &mut figures.remaining,
            "added" => &mut figures.added,
            "removed" => &mut figures.removed,
            "reestimated" => &mut figures.reestimated,
            "completed" => &mut figures.completed,
            "reopened" => &mut figures.reopened,
            _ => {
                figures.date = Some(cell.to_owned());
                continue;
            }
        };
        *target = number(cell, separator, place)?;
    }
    Ok(figures)
}

/// A number, or nothing. `NaN` and `inf` are numbers to Rust, and refused later on with all that are out of range.
fn number(cell: &str, separator: u8, place: Place) -> Result<Option<f64>, Box<InputError>> {
    if cell.is_empty() {
        return Ok(None);
    }
    let pointed = if separator == b',' { cell.to_owned() } else { cell.replacen(',', ".", 1) };
    match pointed.parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(InputError::new(place, quote(cell), "a number, or an empty cell")),
    }
}
