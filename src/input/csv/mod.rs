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
//! The separator is a comma, a semicolon or a tab, depending on the header line. A comma in a number is the decimal mark, as
//! in spreadsheets in most of Europe. An empty cell is a missing value, a date with empty cells is a gap. `start` defaults to
//! the first date.

mod field_lines;
mod number;
mod source_lines;
mod table_text;

use ::csv::{Position, ReaderBuilder, StringRecord, Trim};

use super::document::{DayEntry, DayFigures, SprintDocument};
use super::error::{InputError, Location};
use super::error_text::{did_you_mean, quote};
use super::normalize;
use super::read_options::ReadOptions;
use crate::sprint::{Caveat, Sprint};
#[cfg(feature = "trackers")]
pub(super) use field_lines::FIELD_NAMES;
use field_lines::parse_field_lines;
pub(super) use number::parse_number;
#[cfg(feature = "trackers")]
pub(super) use number::{has_perhaps_comma_of_thousands, is_perhaps_in_thousands};
pub(super) use source_lines::SourceLines;
#[cfg(feature = "trackers")]
pub(super) use source_lines::{EXPECTED_NUMBER, NUMBER_REMEDY, NoteLine};
pub(super) use table_text::TableText;
#[cfg(feature = "trackers")]
pub(super) use table_text::separator_of;

/// The columns of the table.
const COLUMN_NAMES: [&str; 7] =
    ["date", "remaining", "added", "removed", "reestimated", "completed", "reopened"];

/// A function that reads the table of a text into a document. Returns what the picture has to say about the way in which it was
/// read.
pub(super) type TableReader<'a> = &'a dyn Fn(
    TableText<'_>,
    &mut SprintDocument,
    &mut SourceLines,
) -> Result<Option<Caveat>, Box<InputError>>;

/// Reads the sprint of a CSV text.
#[cfg(not(feature = "trackers"))]
pub(super) fn read_sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    read_table(text, options, &|table, document, lines| {
        if let Some(line) = lines.ambiguous_amounts.first() {
            return Err(line.ambiguous_number_error());
        }
        if let Some(line) = &lines.completed {
            let location = Location::TextPosition { line: line.line, column: None };
            let mut error =
                InputError::new(location, "a line that tells how to read a column", "figures by the day");
            error.required_feature = Some("trackers");
            return Err(error);
        }
        document.days = Some(parse_rows(table, &parse_header, lines)?);
        Ok(None)
    })
}

/// Reads the sprint of a text with fields above a table that `read` reads.
pub(super) fn read_table(
    text: &str,
    options: &ReadOptions,
    read: TableReader<'_>,
) -> Result<Sprint, Box<InputError>> {
    let mut lines = SourceLines::default();
    let mut document = SprintDocument::default();
    let table = parse_field_lines(text, &mut document, &mut lines)?;
    let caveat = read(table, &mut document, &mut lines)?;
    default_start_to_first_date(&mut document, &mut lines);
    check_required_fields(&document, options)?;
    let mut sprint = normalize::sprint_from_document(&document, options).map_err(|error| {
        let location = lines.location_of(error.path);
        error.into_input_error(location)
    })?;
    sprint.caveats.extend(caveat);
    sprint.caveats.sort_unstable();
    Ok(sprint)
}

/// True if a text has a header line with columns of this format only.
#[cfg(not(feature = "trackers"))]
pub(super) fn has_own_header(text: &str) -> bool {
    let is_header = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let header = text.lines().find(is_header).unwrap_or_default();
    header.split([',', ';', '\t']).all(|cell| own_column(cell.trim()).is_some())
}

/// Returns the column of this format that a cell of the header names. Case, spaces, hyphens and underscores don't matter.
pub(super) fn own_column(cell: &str) -> Option<&'static str> {
    let name = cell.to_lowercase().replace([' ', '-', '_'], "");
    COLUMN_NAMES.into_iter().find(|known| *known == name)
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

/// A function that returns the columns of the header line.
pub(super) type HeaderParser<'a> =
    &'a dyn Fn(&StringRecord, usize) -> Result<Vec<&'static str>, Box<InputError>>;

/// Parses the header line and the entries of a table.
pub(super) fn parse_rows(
    table: TableText<'_>,
    parse_header: HeaderParser<'_>,
    lines: &mut SourceLines,
) -> Result<Vec<DayEntry>, Box<InputError>> {
    let TableText { text: table, lines_above, separator } = table;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .trim(Trim::All)
        .flexible(true)
        .from_reader(table.as_bytes());
    let line_of = |position: Option<&Position>| {
        lines_above + position.map_or(0, |position| record_line(table, position))
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
        // Spreadsheets write empty cells after the columns.
        let is_padded = cfg!(feature = "trackers") && record.iter().skip(columns.len()).all(str::is_empty);
        if record.len() > columns.len() && !is_padded {
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

/// Returns the columns of a header line in English.
#[cfg(not(feature = "trackers"))]
fn parse_header(record: &StringRecord, line: usize) -> Result<Vec<&'static str>, Box<InputError>> {
    check_columns(record, line, &own_column)
}

/// Returns the columns of a header line, which must include `date`; `column_of` knows the names of columns.
pub(super) fn check_columns(
    record: &StringRecord,
    line: usize,
    column_of: &dyn Fn(&str) -> Option<&'static str>,
) -> Result<Vec<&'static str>, Box<InputError>> {
    let location = || Location::TextPosition { line, column: None };
    let mut columns = Vec::with_capacity(record.len());
    for cell in record {
        let Some(known) = column_of(cell) else {
            let mut error = InputError::new(
                location(),
                format!("the unknown column {}", quote(cell)),
                format!("a header line of {}", COLUMN_NAMES.join(", ")),
            );
            error.remedy = did_you_mean(cell, COLUMN_NAMES);
            return Err(error);
        };
        if columns.contains(&known) {
            let found = format!("the column {} twice", quote(known));
            return Err(InputError::new(location(), found, "it once"));
        }
        columns.push(known);
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
