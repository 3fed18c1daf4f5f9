//! A table as text: its separator, its header, its rows with their lines, and the signs of a file that was cut off. Tables that are
//! given together are one after another, each with its header.

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::joined_header::JoinedHeader;
use super::layout::ExportLayout;
use super::layouts::find_layout;
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

    fn csv_reader(&self) -> Reader<&'t [u8]> {
        let separator = csv::separator_of(self.text);
        ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(self.text.as_bytes())
    }
}

/// Returns the header of a text that may be a table.
pub(super) fn read_header(text: &str) -> Option<StringRecord> {
    TableText::find(text).ok()?.csv_reader().headers().ok().cloned()
}

impl<'t> Table<'t> {
    /// Parses an export, or several of one layout after another. More than [`MAX_ITEMS`] rows are an error.
    pub(super) fn parse(text: &'t str, layout: &ExportLayout) -> Result<Self, Box<InputError>> {
        let TableText { text, lines_above, order } = TableText::find(text)?;
        let mut reader = TableText { text, lines_above, order }.csv_reader();
        let no_table_error = |error: ::csv::Error| {
            InputError::new(Location::EntireInput, format!("no CSV ({error})"), "a table")
        };
        let header = reader.headers().map_err(no_table_error)?.clone();
        let separator = csv::separator_of(text);
        let mut joined = JoinedHeader::from_first(&header);
        let mut header_len = header.len();
        // The numbers of cells of the current table's rows.
        let mut lens = Vec::new();
        let mut table = Self { text, lines_above, separator, header, rows: Vec::new(), order, is_cut: false };
        for record in reader.records() {
            let record = record.map_err(no_table_error)?;
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if table.begins_table(&record, layout)? {
                joined.begin_table(&record);
                header_len = record.len();
                lens.clear();
                continue;
            }
            if table.rows.len() == MAX_ITEMS {
                let found = format!("more than {MAX_ITEMS} rows");
                return Err(InputError::limit_exceeded(Location::EntireInput, found, "MAX_ITEMS", MAX_ITEMS));
            }
            lens.push(record.len());
            table.rows.push(joined.arrange_row(record));
        }
        table.header = joined.columns;
        table.is_cut = ends_inside_quotes(text, separator) || ends_with_short_row(text, header_len, &lens);
        Ok(table)
    }

    /// Returns true for the header of another table of the same layout.
    ///
    /// # Errors
    /// Data of another kind begin.
    fn begins_table(&self, record: &StringRecord, layout: &ExportLayout) -> Result<bool, Box<InputError>> {
        let other = match find_layout(record, None) {
            Some(found) if found.name == layout.name => return Ok(true),
            Some(found) => found.name,
            None if self.is_with_other_separator(record) => "a table with another separator",
            None if is_json(record) => "JSON",
            None => return Ok(false),
        };
        let location = Location::TextPosition { line: self.line_of(record), column: None };
        let expected = format!("more rows of {}", layout.name);
        Err(InputError::new(location, format!("the beginning of other data: {other}"), expected)
            .with_remedy("read them by themselves, or export both in one way"))
    }

    /// True for the header of an export whose cells are separated by another character.
    fn is_with_other_separator(&self, record: &StringRecord) -> bool {
        let [Some(line), None] = [record.get(0), record.get(1)] else { return false };
        let others = [',', ';', '\t'].into_iter().filter(|other| *other != char::from(self.separator));
        others.into_iter().any(|separator| find_layout(line.split(separator), None).is_some())
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

/// True for a line of JSON.
fn is_json(record: &StringRecord) -> bool {
    record.get(0).is_some_and(|cell| ["{", "[{"].iter().any(|begin| cell.trim_start().starts_with(begin)))
}

/// Returns the text of a cell; `None` if it is empty, or missing because the row is shorter than the header.
pub(super) fn cell_text(row: &StringRecord, column: usize) -> Option<&str> {
    row.get(column).map(str::trim).filter(|cell| !cell.is_empty())
}
