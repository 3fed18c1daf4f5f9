//! The lines of the values of a table, for the locations of errors.

use std::collections::BTreeMap;

use crate::input::document::SprintDocument;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::validation_error::FieldPath;

/// The value of a line above a table.
#[derive(Clone, Debug)]
pub(in crate::input) struct NoteLine {
    pub(in crate::input) value: String,
    pub(in crate::input) line: usize,
}

/// A line with an amount.
#[derive(Clone, Debug)]
pub(in crate::input) struct AmountLine {
    /// `committed` or `done_at_start`.
    pub(super) field: &'static str,
    pub(in crate::input) note: NoteLine,
}

impl AmountLine {
    pub(in crate::input) fn location(&self) -> Location {
        Location::TableCell { line: self.note.line, column: self.field.to_owned() }
    }

    pub(in crate::input) fn set_in(&self, document: &mut SprintDocument, amount: Option<f64>) {
        match self.field {
            "committed" => document.committed = amount,
            _ => document.done_at_start = amount,
        }
    }

    /// Returns the error for a number that can be read in two ways.
    pub(in crate::input) fn ambiguous_number_error(&self) -> Box<InputError> {
        InputError::new(self.location(), quote(&self.note.value), EXPECTED_NUMBER).with_remedy(NUMBER_REMEDY)
    }
}

/// The expectation where the mark of a number may be that of thousands or of decimals.
pub(in crate::input) const EXPECTED_NUMBER: &str = "a number that can be read in one way only";
pub(in crate::input) const NUMBER_REMEDY: &str =
    "write thousands without a mark (1234), or decimals with one or two digits (1.23)";

/// The lines of the values, for the locations of errors.
#[derive(Default)]
pub(in crate::input) struct SourceLines {
    /// The line of each field above the table.
    pub(super) field_lines: BTreeMap<&'static str, usize>,
    /// The line of each entry of `days`.
    pub(in crate::input) entry_lines: Vec<usize>,
    /// The line that tells the order of day and month.
    pub(in crate::input) date_order: Option<NoteLine>,
    /// The line that tells if completed work is that of the day or a running total.
    pub(in crate::input) completed: Option<NoteLine>,
    /// The amounts that can be read only with the marks in the table.
    pub(in crate::input) ambiguous_amounts: Vec<AmountLine>,
}

impl SourceLines {
    /// Returns the location of a value of the document.
    pub(in crate::input) fn location_of(&self, path: FieldPath) -> Location {
        let entry_line = |index: usize| self.entry_lines.get(index).copied().unwrap_or_default();
        match path {
            FieldPath::Document | FieldPath::EventField(..) => Location::EntireInput,
            FieldPath::Option(_) | FieldPath::OptionEntry(..) => path.json_location(),
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
