//! The lines of the values of a table, for the locations of errors.

use std::collections::BTreeMap;

use crate::input::error::Location;
use crate::input::validation_error::FieldPath;

/// The lines of the values, for the locations of errors.
#[derive(Default)]
pub(in crate::input) struct SourceLines {
    /// The line of each field above the table.
    pub(super) field_lines: BTreeMap<&'static str, usize>,
    /// The line of each entry of `days`.
    pub(in crate::input) entry_lines: Vec<usize>,
    /// The order of day and month that a line above the table tells, and the number of this line.
    pub(in crate::input) date_order: Option<(String, usize)>,
}

impl SourceLines {
    /// Returns the location of a value of the document.
    pub(in crate::input) fn location_of(&self, path: FieldPath) -> Location {
        let entry_line = |index: usize| self.entry_lines.get(index).copied().unwrap_or_default();
        match path {
            FieldPath::Document | FieldPath::EventField(..) => Location::EntireInput,
            FieldPath::Option(_) | FieldPath::OptionEntry(..) => Location::Path(path.to_string()),
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
