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

mod source_lines;

use ::csv::{Position, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;

use super::document::{DayEntry, DayFigures, SprintDocument, Unit, Weekday};
use super::error::{InputError, Location};
use super::error_text::{did_you_mean, quote};
use super::read_options::ReadOptions;
use super::{json, normalize};
use crate::sprint::Sprint;
pub(super) use source_lines::SourceLines;

/// The columns of the table.
const COLUMN_NAMES: [&str; 7] =
    ["date", "remaining", "added", "removed", "reestimated", "completed", "reopened"];

/// The key of the line above a table that tells the order of day and month in its dates.
const DATE_ORDER_KEY: &str = "dates";

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

/// A table below the lines of fields.
#[derive(Clone, Copy)]
pub(super) struct TableText<'t> {
    pub(super) text: &'t str,
    /// The number of lines above the table.
    pub(super) lines_above: usize,
    pub(super) separator: u8,
}

/// A function that reads the table of a text into a document.
pub(super) type TableReader<'a> =
    &'a dyn Fn(TableText<'_>, &mut SprintDocument, &mut SourceLines) -> Result<(), Box<InputError>>;

/// Reads the sprint of a CSV text.
#[cfg(not(feature = "trackers"))]
pub(super) fn read_sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    read_table(text, options, &|table, document, lines| {
        document.days = Some(parse_rows(table, &parse_header, lines)?);
        Ok(())
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
    read(table, &mut document, &mut lines)?;
    default_start_to_first_date(&mut document, &mut lines);
    check_required_fields(&document, options)?;
    normalize::sprint_from_document(&document, options).map_err(|error| {
        let location = lines.location_of(error.path);
        error.into_input_error(location)
    })
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

/// Returns the separator of a table: of comma, semicolon and tab the most frequent one in the header line outside of quotes.
pub(super) fn separator_of(table: &str) -> u8 {
    let header = table.lines().next().unwrap_or_default();
    let unquoted = || header.split('"').step_by(2).flat_map(str::bytes);
    let count = |mark: u8| unquoted().filter(|byte| *byte == mark).count();
    // Of several that are as frequent, the last one counts: a semicolon or tab is seldom in a name.
    [b',', b';', b'\t'].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
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

/// Parses the lines above the table and returns the table.
fn parse_field_lines<'t>(
    text: &'t str,
    document: &mut SprintDocument,
    lines: &mut SourceLines,
) -> Result<TableText<'t>, Box<InputError>> {
    let mut byte = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let trimmed = line.trim();
        if let Some(comment) = trimmed.strip_prefix('#') {
            let location = Location::TextPosition { line: index + 1, column: None };
            if let Some((key, value)) = comment.split_once(':') {
                // A spreadsheet pads every line to the width of the table.
                let value = value.trim_end_matches([',', ';', '\t', '\r', '\n', ' ']).trim();
                if key.trim().eq_ignore_ascii_case(DATE_ORDER_KEY) {
                    lines.date_order = Some((value.to_owned(), index + 1));
                    byte += line.len();
                    continue;
                }
                let field = parse_field_name(key, &location)?;
                if lines.field_lines.insert(field, index + 1).is_some() {
                    let found = format!("{} a second time", quote(field));
                    return Err(InputError::new(location, found, "it once"));
                }
                let location = Location::TableCell { line: index + 1, column: field.to_owned() };
                set_field(document, field, value, location)?;
            }
        } else if !trimmed.is_empty() {
            let table = text.get(byte..).unwrap_or_default();
            let separator = separator_of(table);
            return Ok(TableText { text: table, lines_above: index, separator });
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

/// Parses a number, or returns `None` for an empty cell. A comma is the decimal mark; where it may as well be that of thousands,
/// the number is refused. `NaN` and `inf` are accepted here and refused later with all numbers out of range.
pub(super) fn parse_number(
    cell: &str,
    separator: u8,
    location: Location,
) -> Result<Option<f64>, Box<InputError>> {
    if cell.is_empty() {
        return Ok(None);
    }
    let is_ambiguous = is_perhaps_in_thousands(cell, separator);
    match cell.replacen(',', ".", 1).parse() {
        Ok(number) if !is_ambiguous => Ok(Some(number)),
        _ => {
            let mut error = InputError::new(location, quote(cell), "a number, or an empty cell");
            error.remedy = is_ambiguous.then(|| "write thousands without a comma".to_owned());
            Err(error)
        }
    }
}

/// True if the comma in a number may as well be that of thousands as the decimal mark.
pub(super) fn is_perhaps_in_thousands(cell: &str, separator: u8) -> bool {
    separator == b',' && cell.split_once(',').is_some_and(|(_, decimals)| decimals.len() == "000".len())
}
