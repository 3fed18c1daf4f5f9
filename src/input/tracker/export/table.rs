//! A table as text: its separator, its header, its rows with their lines, and the signs of a file that was cut off.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use crate::input::csv;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::table_date::{DateOrder, ORDER_KEY, parse_order};
use crate::input::table_end::{ends_inside_quotes, ends_with_short_row};
use crate::limits::MAX_ITEMS;

/// A table of items, one a row.
pub(super) struct Table<'t> {
    text: &'t str,
    /// The number of lines above the header.
    lines_above: usize,
    pub(super) separator: u8,
    pub(super) header: StringRecord,
    /// The rows that have any text.
    pub(super) rows: Vec<StringRecord>,
    /// The order of day and month, if a line above the table says it.
    pub(super) order: Option<DateOrder>,
    /// True if the file ends within a row.
    pub(super) is_cut: bool,
}

/// The part of a text below the lines that begin with `#`.
struct TableText<'t> {
    text: &'t str,
    lines_above: usize,
    order: Option<DateOrder>,
}

impl<'t> TableText<'t> {
    fn find(text: &'t str) -> Result<Self, Box<InputError>> {
        let mut found = Self { text, lines_above: 0, order: None };
        while let Some((line, rest)) = found.text.split_once('\n') {
            let line = line.trim();
            let comment = line.strip_prefix('#');
            if comment.is_none() && !line.is_empty() {
                break;
            }
            found.lines_above += 1;
            found.text = rest;
            let field = comment.and_then(|comment| comment.split_once(':'));
            if let Some((key, value)) = field
                && key.trim().eq_ignore_ascii_case(ORDER_KEY)
            {
                found.order = Some(parse_order(value, found.lines_above)?);
            }
        }
        Ok(found)
    }

    fn reader(&self) -> Reader<&'t [u8]> {
        let separator = csv::separator_of(self.text);
        ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(self.text.as_bytes())
    }
}

/// Returns the names of the columns of a text that may be a table.
pub(super) fn column_names(text: &str) -> Vec<String> {
    let header = TableText::find(text).ok().and_then(|found| found.reader().headers().cloned().ok());
    header.unwrap_or_default().iter().map(str::to_owned).collect()
}

impl<'t> Table<'t> {
    /// Parses a table. More than [`MAX_ITEMS`] rows are an error.
    pub(super) fn parse(text: &'t str) -> Result<Self, Box<InputError>> {
        let TableText { text, lines_above, order } = TableText::find(text)?;
        let mut reader = TableText { text, lines_above, order }.reader();
        let no_table_error = |error: ::csv::Error| {
            InputError::new(Location::EntireInput, format!("no CSV ({error})"), "a table")
        };
        let header = reader.headers().map_err(no_table_error)?.clone();
        let separator = csv::separator_of(text);
        let mut table = Self { text, lines_above, separator, header, rows: Vec::new(), order, is_cut: false };
        for record in reader.records() {
            let record = record.map_err(no_table_error)?;
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if table.rows.len() == MAX_ITEMS {
                let found = format!("more than {MAX_ITEMS} rows");
                return Err(InputError::limit_exceeded(Location::EntireInput, found, "MAX_ITEMS", MAX_ITEMS));
            }
            table.rows.push(record);
        }
        let cells: Vec<usize> = table.rows.iter().map(StringRecord::len).collect();
        table.is_cut =
            ends_inside_quotes(text, separator) || ends_with_short_row(text, table.header.len(), &cells);
        Ok(table)
    }

    /// Returns the error for a file that ends within a row.
    pub(super) fn cut_error(&self) -> Box<InputError> {
        let line = self.rows.last().map_or(self.lines_above + 1, |row| self.line_of(row));
        let location = Location::TextPosition { line, column: None };
        InputError::new(location, "a row that ends in the middle: the file is cut off", "the whole file")
            .with_remedy("export it again; --partial draws what is there")
    }

    pub(super) fn line_of(&self, row: &StringRecord) -> usize {
        self.lines_above + row.position().map_or(0, |at| csv::record_line(self.text, at))
    }

    /// Returns the error for a cell.
    pub(super) fn cell_error(&self, row: &StringRecord, column: usize, expected: &str) -> Box<InputError> {
        let name = self.header.get(column).unwrap_or_default().trim().to_owned();
        let location = Location::TableCell { line: self.line_of(row), column: name };
        InputError::new(location, quote(row.get(column).unwrap_or_default()), expected)
    }
}

/// Returns the text of a cell; `None` if it is empty, or missing because the row is shorter than the header.
pub(super) fn cell_text(row: &StringRecord, column: usize) -> Option<&str> {
    row.get(column).map(str::trim).filter(|cell| !cell.is_empty())
}
