//! CSV: the document shape `days` as a table. It has a header line and one line per day; the other fields of the sprint
//! are `# key: value` lines above it.
//!
//! ```csv
//! # name: Sprint 12
//! # end: 2023-09-05
//! date,remaining,completed
//! 2023-08-23,40,2
//! ```
//!
//! The separator is a comma, a semicolon or a tab, depending on the header line. With a semicolon or a tab, a comma may be
//! the decimal mark, as in spreadsheets in most of Europe. An empty cell is a missing value, a date with empty cells is a
//! gap. `start` defaults to the first date.

use std::collections::BTreeMap;

use ::csv::{Position, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;

use super::document::{DayEntry, DayFigures, SprintDocument, Unit, Weekday};
use super::error::{InputError, Location};
use super::error_text::{did_you_mean, quote};
use super::read_options::ReadOptions;
use super::validation_error::FieldPath;
use super::{json, normalize};
use crate::sprint::Sprint;

/// The columns of the table.
const COLUMN_NAMES: [&str; 7] =
    ["date", "remaining", "added", "removed", "reestimated", "completed", "reopened"];

/// A column that only the tables of Jira have.
pub(super) const ISSUE_KEY_COLUMN: &str = "issue key";

/// The fields that may appear above the table.
pub(super) const FIELD_NAMES: [&str; 14] = [
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

/// The lines of the values, for the locations of errors.
#[derive(Default)]
struct SourceLines {
    /// The line of each field above the table.
    field_lines: BTreeMap<&'static str, usize>,
    /// The line of each entry of `days`.
    entry_lines: Vec<usize>,
}

impl SourceLines {
    /// Returns the location of a value of the document.
    fn location_of(&self, path: FieldPath) -> Location {
        let entry_line = |index: usize| self.entry_lines.get(index).copied().unwrap_or_default();
        match path {
            FieldPath::Document | FieldPath::EventField(..) => Location::EntireInput,
            FieldPath::Entry("days", index) => {
                Location::TextPosition { line: entry_line(index), column: None }
            }
            FieldPath::EntryField(_, index, column) => {
                Location::TableCell { line: entry_line(index), column: column.to_owned() }
            }
            FieldPath::Field(field) | FieldPath::Entry(field, _) => match self.field_lines.get(field) {
                Some(line) => Location::TableCell { line: *line, column: field.to_owned() },
                None => Location::Path(field.to_owned()),
            },
        }
    }
}

/// Returns true if the first line of a table has a column.
pub(super) fn has_column(text: &str, name: &str) -> bool {
    let header = text.trim_start().lines().next().unwrap_or_default().to_lowercase();
    let mut cells = header.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"'));
    cells.any(|cell| cell == name)
}

/// Reads the sprint of a CSV text.
pub(super) fn read_sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let mut lines = SourceLines::default();
    let mut document = SprintDocument::default();
    let table_start = parse_field_lines(text, &mut document, &mut lines)?;
    document.days = Some(parse_rows(text, table_start, &mut lines)?);
    default_start_to_first_date(&mut document, &mut lines);
    check_required_fields(&document, options)?;
    normalize::sprint_from_document(&document, options).map_err(|error| {
        let location = lines.location_of(error.path);
        error.into_input_error(location)
    })
}

/// Sets a missing `start` to the first date of the table.
fn default_start_to_first_date(document: &mut SprintDocument, lines: &mut SourceLines) {
    let days = document.days.as_deref().unwrap_or_default();
    let first_date = days.iter().find_map(|day| match day {
        DayEntry::Full(figures) => figures.date.clone(),
        DayEntry::Gap | DayEntry::Remaining(_) => None,
    });
    if document.start.is_empty() {
        document.start = first_date.unwrap_or_default();
        lines.field_lines.extend(lines.entry_lines.first().map(|line| ("start", *line)));
    }
}

/// Checks that name, start and end are given in the document or in the options.
fn check_required_fields(document: &SprintDocument, options: &ReadOptions) -> Result<(), Box<InputError>> {
    let required = [
        ("name", document.name.is_empty() && options.name.is_none(), "Sprint 12"),
        ("start", document.start.is_empty() && options.start.is_none(), "2023-08-23"),
        ("end", document.end.is_empty() && options.end.is_none(), "2023-09-05"),
    ];
    match required.iter().find(|(_, is_missing, _)| *is_missing) {
        Some((field, _, example)) => {
            let expected = format!("a line \"# {field}: {example}\" above the table, or the option");
            Err(InputError::new(Location::EntireInput, format!("no {field}"), expected))
        }
        None => Ok(()),
    }
}

/// The beginning of the table in the text.
#[derive(Clone, Copy)]
struct TableStart {
    /// Offset in bytes.
    byte: usize,
    /// The number of lines above the table.
    lines_above: usize,
}

/// Parses the lines above the table and returns the beginning of the table.
fn parse_field_lines(
    text: &str,
    document: &mut SprintDocument,
    lines: &mut SourceLines,
) -> Result<TableStart, Box<InputError>> {
    let mut byte = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let trimmed = line.trim();
        if let Some(comment) = trimmed.strip_prefix('#') {
            let location = Location::TextPosition { line: index + 1, column: None };
            if let Some((key, value)) = comment.split_once(':') {
                let field = parse_field_name(key, &location)?;
                if lines.field_lines.insert(field, index + 1).is_some() {
                    let found = format!("{} a second time", quote(field));
                    return Err(InputError::new(location, found, "it once"));
                }
                let location = Location::TableCell { line: index + 1, column: field.to_owned() };
                // A spreadsheet pads every line to the width of the table.
                let value = value.trim_end_matches([',', ';', '\t', '\r', '\n', ' ']).trim();
                set_field(document, field, value, location)?;
            }
        } else if !trimmed.is_empty() {
            return Ok(TableStart { byte, lines_above: index });
        }
        byte += line.len();
    }
    Err(InputError::new(
        Location::EntireInput,
        "no table",
        format!("a header line such as {}", quote("date,remaining")),
    ))
}

/// Returns the field of a key. Case, spaces and hyphens are ignored.
fn parse_field_name(key: &str, location: &Location) -> Result<&'static str, Box<InputError>> {
    let key = key.trim().to_lowercase().replace([' ', '-'], "_");
    FIELD_NAMES.iter().find(|known| **known == key).copied().ok_or_else(|| {
        let expected = format!("one of {}", FIELD_NAMES.join(", "));
        let found = format!("the unknown field {}", quote(&key));
        let mut error = InputError::new(location.clone(), found, expected);
        error.remedy = did_you_mean(&key, FIELD_NAMES);
        error
    })
}

/// Sets a field of the document from a line above the table.
fn set_field(
    document: &mut SprintDocument,
    field: &str,
    value: &str,
    location: Location,
) -> Result<(), Box<InputError>> {
    let text = value.to_owned();
    let list = || -> Vec<String> {
        let parts = value.split([',', ' ', ';']).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    match field {
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
            let days: Result<Vec<Weekday>, _> =
                list().iter().map(|name| parse_named(name, &location)).collect();
            document.working_days = Some(days?);
        }
        "unit" => document.unit = Some(parse_named::<Unit>(value, &location)?),
        "committed" => document.committed = parse_number(value, b',', location)?,
        "done_at_start" => document.done_at_start = parse_number(value, b',', location)?,
        _ => {}
    }
    Ok(())
}

/// Parses a value of an enum by its name in the JSON document.
fn parse_named<'a, T: Deserialize<'a>>(name: &'a str, location: &Location) -> Result<T, Box<InputError>> {
    T::deserialize(name.into_deserializer()).map_err(|error: ValueError| {
        json::translate_data_error(&error.to_string(), location.clone(), location.clone())
    })
}

/// Parses the header line and the entries of the table.
fn parse_rows(
    text: &str,
    table_start: TableStart,
    lines: &mut SourceLines,
) -> Result<Vec<DayEntry>, Box<InputError>> {
    let table = text.get(table_start.byte..).unwrap_or_default();
    let header = table.lines().next().unwrap_or_default();
    let separator = [b';', b'\t'].into_iter().find(|mark| header.contains(char::from(*mark))).unwrap_or(b',');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .trim(Trim::All)
        .flexible(true)
        .from_reader(table.as_bytes());
    let line_of = |position: Option<&Position>| {
        table_start.lines_above + position.map_or(0, |position| record_line(table, position))
    };
    let mut columns = None;
    let mut entries = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let location = Location::TextPosition { line: line_of(error.position()), column: None };
            InputError::new(location, format!("no CSV ({error})"), "a table")
        })?;
        let line = line_of(record.position());
        let Some(columns) = &columns else {
            columns = Some(parse_header(&record, line)?);
            continue;
        };
        if record.len() > columns.len() {
            let location = Location::TextPosition { line, column: None };
            let found = format!("{} cells", record.len());
            let expected = format!("at most {}, one a column", columns.len());
            return Err(InputError::new(location, found, expected));
        }
        // Spreadsheets write empty lines below a table.
        if record.iter().all(str::is_empty) {
            continue;
        }
        lines.entry_lines.push(line);
        entries.push(DayEntry::Full(parse_figures(&record, columns, separator, line)?));
    }
    Ok(entries)
}

/// Returns the line of a record in the table. The position of the csv crate is before the empty lines that it skips.
pub(super) fn record_line(table: &str, position: &Position) -> usize {
    let byte = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = table.get(byte..).unwrap_or_default().bytes();
    let skipped = rest.take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n').count();
    usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(skipped)
}

/// Returns the columns of the header line, which must include `date`.
fn parse_header(record: &StringRecord, line: usize) -> Result<Vec<&'static str>, Box<InputError>> {
    let location = || Location::TextPosition { line, column: None };
    let mut columns = Vec::with_capacity(record.len());
    for cell in record {
        let name = cell.to_lowercase().replace([' ', '-', '_'], "");
        let Some(known) = COLUMN_NAMES.iter().find(|known| **known == name) else {
            let mut error = InputError::new(
                location(),
                format!("the unknown column {}", quote(cell)),
                format!("a header line of {}", COLUMN_NAMES.join(", ")),
            );
            error.remedy = did_you_mean(cell, COLUMN_NAMES);
            return Err(error);
        };
        if columns.contains(known) {
            let found = format!("the column {} twice", quote(known));
            return Err(InputError::new(location(), found, "it once"));
        }
        columns.push(*known);
    }
    if !columns.contains(&"date") || columns.len() < 2 {
        let found = format!("the columns {}", columns.join(", "));
        return Err(InputError::new(location(), found, "\"date\" and at least one of the figures"));
    }
    Ok(columns)
}

/// Parses the cells of one day.
fn parse_figures(
    record: &StringRecord,
    columns: &[&'static str],
    separator: u8,
    line: usize,
) -> Result<DayFigures, Box<InputError>> {
    let mut figures = DayFigures::default();
    for (cell, column) in record.iter().zip(columns) {
        let location = Location::TableCell { line, column: (*column).to_owned() };
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
        *target = parse_number(cell, separator, location)?;
    }
    Ok(figures)
}

/// Parses a number, or returns `None` for an empty cell. `NaN` and `inf` are accepted here and refused later with all
/// numbers out of range.
fn parse_number(cell: &str, separator: u8, location: Location) -> Result<Option<f64>, Box<InputError>> {
    if cell.is_empty() {
        return Ok(None);
    }
    let with_point = if separator == b',' { cell.to_owned() } else { cell.replacen(',', ".", 1) };
    match with_point.parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(InputError::new(location, quote(cell), "a number, or an empty cell")),
    }
}
