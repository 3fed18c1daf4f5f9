//! The lines above an export: fields of the sprint that the table lacks, as the options have them.

use std::collections::BTreeMap;

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

/// The options for an export, with the fields above it.
pub(super) struct ExportOptions {
    pub(super) options: ReadOptions,
    /// The lines of the fields that took the place of an option.
    lines: BTreeMap<&'static str, usize>,
}

impl ExportOptions {
    /// Returns an error with the line of its value, if that stands above the export.
    pub(super) fn locate_error(&self, mut error: Box<InputError>) -> Box<InputError> {
        if let Location::Option { name, .. } = error.location
            && let Some(line) = self.lines.get(name)
        {
            error.location = Location::TableCell { line: *line, column: name.to_owned() };
        }
        error
    }
}

/// Returns the options with the fields above an export. Options take precedence over the lines.
pub(super) fn add_field_lines(text: &str, options: &ReadOptions) -> Result<ExportOptions, Box<InputError>> {
    let mut added = options.clone();
    let mut known = BTreeMap::new();
    for (line, number) in text.lines().map(str::trim).zip(1..) {
        let Some(comment) = line.strip_prefix('#') else {
            if line.is_empty() {
                continue;
            }
            break;
        };
        let Some(field) = parse_field(comment, number)? else { continue };
        if known.insert(field.name, number).is_some() {
            let location = Location::TextPosition { line: number, column: None };
            return Err(InputError::new(location, format!("{} a second time", quote(field.name)), "it once"));
        }
        set_option(&mut added, options, &field)?;
    }
    known.retain(|name, _| !is_given(options, name));
    Ok(ExportOptions { options: added, lines: known })
}

/// True if the caller gave the option of a field, which takes precedence.
fn is_given(options: &ReadOptions, field: &str) -> bool {
    match field {
        "name" => options.name.is_some(),
        "start" => options.start.is_some(),
        "end" => options.end.is_some(),
        "as_of" => options.as_of.is_some(),
        "time_zone" => options.time_zone.is_some(),
        "day_border" => options.day_border.is_some(),
        "working_days" => options.working_days.is_some(),
        "holidays" => options.holidays.is_some(),
        _ => options.unit.is_some(),
    }
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
        name if is_given(given, name) => {}
        "name" => added.name = Some(text()),
        "time_zone" => added.time_zone = Some(text()),
        "day_border" => added.day_border = Some(text()),
        "working_days" => added.working_days = Some(list()),
        "holidays" => added.holidays = Some(list()),
        "start" => added.start = Some(parse_moment(field)?),
        "end" => added.end = Some(parse_moment(field)?),
        "as_of" => added.as_of = Some(parse_moment(field)?),
        _ => added.unit = Some(parse_unit(field)?),
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
