//! The lines above an export: fields of the sprint that the table lacks, as the options have them.

use std::collections::BTreeSet;

use crate::input::ReadOptions;
use crate::input::csv::FIELD_NAMES;
use crate::input::error::{InputError, Location};
use crate::input::error_text::{did_you_mean, quote};
use crate::input::moment::{Moment, ParseMomentError};
use crate::input::table_date::ORDER_KEY;
use crate::sprint::Unit;

/// The fields that count above an export. The others follow from its items, or have no option.
const APPLIED_FIELDS: [&str; 9] =
    ["name", "start", "end", "as_of", "time_zone", "day_border", "working_days", "holidays", "unit"];

/// The field of a line above a table, with the number of the line.
struct FieldLine<'t> {
    name: &'static str,
    value: &'t str,
    line: usize,
}

/// Returns the options with the fields above an export. Options take precedence over the lines.
pub(super) fn add_field_lines(text: &str, options: &ReadOptions) -> Result<ReadOptions, Box<InputError>> {
    let mut added = options.clone();
    let mut known = BTreeSet::new();
    for (line, number) in text.lines().map(str::trim).zip(1..) {
        let Some(comment) = line.strip_prefix('#') else {
            if line.is_empty() {
                continue;
            }
            break;
        };
        let Some(field) = parse_field(comment, number)? else { continue };
        if !known.insert(field.name) {
            let location = Location::TextPosition { line: number, column: None };
            return Err(InputError::new(location, format!("{} a second time", quote(field.name)), "it once"));
        }
        set_option(&mut added, options, &field)?;
    }
    Ok(added)
}

/// Parses a line above a table; `None` for a note. A single word before a colon is a field.
fn parse_field(comment: &str, line: usize) -> Result<Option<FieldLine<'_>>, Box<InputError>> {
    let Some((key, value)) = comment.split_once(':') else { return Ok(None) };
    let is_note = key.trim().contains(' ');
    let key = key.trim().to_lowercase().replace([' ', '-'], "_");
    if key == ORDER_KEY {
        return Ok(None);
    }
    // A spreadsheet pads every line to the width of the table.
    let value = value.trim_end_matches([',', ';', '\t', ' ']).trim();
    if let Some(name) = APPLIED_FIELDS.into_iter().find(|known| *known == key) {
        return Ok(Some(FieldLine { name, value, line }));
    }
    if is_note && !FIELD_NAMES.contains(&key.as_str()) {
        return Ok(None);
    }
    let location = Location::TextPosition { line, column: None };
    let found = format!("the field {} above an export", quote(&key));
    let expected = format!("one of {}, {ORDER_KEY}", APPLIED_FIELDS.join(", "));
    let mut error = InputError::new(location, found, expected);
    error.remedy = did_you_mean(&key, APPLIED_FIELDS);
    Err(error)
}

/// Sets the option of a field, unless the caller gave it.
fn set_option(
    added: &mut ReadOptions,
    given: &ReadOptions,
    field: &FieldLine<'_>,
) -> Result<(), Box<InputError>> {
    let text = || field.value.to_owned();
    let list = || -> Vec<String> {
        let parts = field.value.split([',', ' ', ';']).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    match field.name {
        "name" => added.name = given.name.clone().or_else(|| Some(text())),
        "time_zone" => added.time_zone = given.time_zone.clone().or_else(|| Some(text())),
        "day_border" => added.day_border = given.day_border.clone().or_else(|| Some(text())),
        "working_days" => added.working_days = given.working_days.clone().or_else(|| Some(list())),
        "holidays" => added.holidays = given.holidays.clone().or_else(|| Some(list())),
        "start" if given.start.is_none() => added.start = Some(parse_moment(field)?),
        "end" if given.end.is_none() => added.end = Some(parse_moment(field)?),
        "as_of" if given.as_of.is_none() => added.as_of = Some(parse_moment(field)?),
        "unit" if given.unit.is_none() => added.unit = Some(parse_unit(field)?),
        _ => {}
    }
    Ok(())
}

fn parse_moment(field: &FieldLine<'_>) -> Result<Moment, Box<InputError>> {
    let moment = field.value.parse();
    moment.map_err(|error: ParseMomentError| {
        let expected = error.expected();
        InputError::new(location_of(field), quote(field.value), expected)
            .with_exceeded_limit(error.exceeded_limit())
    })
}

fn parse_unit(field: &FieldLine<'_>) -> Result<Unit, Box<InputError>> {
    let units = [Unit::Points, Unit::Hours, Unit::Items];
    let unit = units.into_iter().find(|unit| unit.name() == field.value.to_lowercase());
    unit.ok_or_else(|| {
        let expected = format!("one of {}", units.map(Unit::name).join(", "));
        InputError::new(location_of(field), quote(field.value), expected)
    })
}

fn location_of(field: &FieldLine<'_>) -> Location {
    Location::TableCell { line: field.line, column: field.name.to_owned() }
}
