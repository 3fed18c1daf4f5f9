//! The lines above a table: the fields of the sprint, and how to read the columns.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as ValueError;

use super::number::{is_perhaps_in_thousands, parse_number};
use super::source_lines::{AmountLine, NoteLine, SourceLines};
use super::table_text::{TableText, separator_of};
use crate::input::document::{SprintDocument, Unit, Weekday};
use crate::input::error::{InputError, Location};
use crate::input::error_text::{did_you_mean, quote};
use crate::input::json;

/// The key of the line that tells the order of day and month in the dates of the table.
const DATE_ORDER_KEY: &str = "dates";
/// The key of the line that tells if completed work is that of the day or a running total.
const COMPLETED_KEY: &str = "completed";

/// The fields that may appear above the table.
pub(in crate::input) const FIELD_NAMES: [&str; 14] = [
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

/// Parses the lines above the table and returns the table.
pub(super) fn parse_field_lines<'t>(
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
                let note = NoteLine { value: value.to_owned(), line: index + 1 };
                match key.trim().to_lowercase().as_str() {
                    DATE_ORDER_KEY => lines.date_order = Some(note),
                    COMPLETED_KEY => lines.completed = Some(note),
                    key => {
                        let field = parse_field_name(key, &location)?;
                        if lines.field_lines.insert(field, index + 1).is_some() {
                            let found = format!("{} a second time", quote(field));
                            return Err(InputError::new(location, found, "it once"));
                        }
                        set_field(document, field, note, lines)?;
                    }
                }
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
    field: &'static str,
    note: NoteLine,
    lines: &mut SourceLines,
) -> Result<(), Box<InputError>> {
    let location = Location::TableCell { line: note.line, column: field.to_owned() };
    let (text, value) = (note.value.clone(), note.value.as_str());
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
        _ => read_amount(AmountLine { field, note }, document, lines)?,
    }
    Ok(())
}

/// Sets an amount, unless its mark may be that of thousands or of decimals, which the table may tell.
fn read_amount(
    amount: AmountLine,
    document: &mut SprintDocument,
    lines: &mut SourceLines,
) -> Result<(), Box<InputError>> {
    if is_perhaps_in_thousands(&amount.note.value) {
        lines.ambiguous_amounts.push(amount);
        return Ok(());
    }
    let number = parse_number(&amount.note.value, b';', amount.location())?;
    amount.set_in(document, number);
    Ok(())
}

/// Parses a value of an enum by its name in the JSON document.
fn parse_named<'a, T: Deserialize<'a>>(name: &'a str, location: &Location) -> Result<T, Box<InputError>> {
    T::deserialize(name.into_deserializer()).map_err(|error: ValueError| {
        json::translate_data_error(&error.to_string(), location.clone(), location.clone())
    })
}
