//! Tables as people keep them in a spreadsheet: a line a day with columns in their language, or a line a task with a column a day.

mod date_column;
mod day_columns;
mod estimate_column;
mod row_kind;
mod running_totals;
mod separator_line;
mod sums;
mod task_row;
mod task_rows;
mod thousands;
mod words;

use ::csv::{ReaderBuilder, StringRecord};

use super::csv::{self, NoteLine, SourceLines, TableText};
use super::document::SprintDocument;
use super::error::{InputError, Location};
use super::read_options::ReadOptions;
use super::table_date::parse_order;
use super::table_end::{ends_inside_quotes, ends_with_short_row};
use crate::sprint::{Caveat, Sprint};
use separator_line::{SeparatedText, split_separator_line};
use words::DAY_COLUMNS;

/// Reads the sprint of a table.
pub(super) fn read_sprint(text: &str, options: &ReadOptions) -> Result<Sprint, Box<InputError>> {
    let SeparatedText { text, separator } = split_separator_line(text);
    csv::read_table(text, options, &|table, document, lines| {
        let separator = separator.unwrap_or(table.separator);
        read_rows(TableText { separator, ..table }, document, lines, options)
    })
}

/// Returns a table without Excel's line of the separator; the numbers of its lines stay.
pub(super) fn without_separator_line(text: &str) -> &str {
    split_separator_line(text).text
}

fn read_rows(
    table: TableText<'_>,
    document: &mut SprintDocument,
    lines: &mut SourceLines,
    options: &ReadOptions,
) -> Result<Option<Caveat>, Box<InputError>> {
    let order = match &lines.date_order {
        Some(NoteLine { value, line }) => Some(parse_order(value, *line)?),
        None => None,
    };
    if let Some(columns) = day_columns::find_day_columns(table, order)? {
        if let Some(line) = &lines.completed {
            return Err(running_totals::no_column_error(line));
        }
        check_end(table)?;
        let marks = thousands::find_decimal_marks(table, columns.first_figure())?;
        thousands::read_ambiguous_amounts(lines, &marks, document)?;
        task_rows::read_task_rows(table, &columns, document, lines, options)?;
        return Ok(None);
    }
    let mut days = csv::parse_rows(table, &parse_header, lines)?;
    check_end(table)?;
    let marks = thousands::find_decimal_marks(table, 0)?;
    thousands::read_ambiguous_amounts(lines, &marks, document)?;
    let caveat = running_totals::convert_running_totals(&mut days, lines)?;
    date_column::convert_dates(&mut days, order)?;
    document.days = Some(days);
    Ok(caveat)
}

/// Refuses a table that ends within a row.
fn check_end(table: TableText<'_>) -> Result<(), Box<InputError>> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(table.separator)
        .flexible(true)
        .from_reader(table.text.as_bytes());
    // Lines that are no CSV are refused by the reader of the rows.
    let cells: Vec<usize> = reader.records().filter_map(Result::ok).map(|record| record.len()).collect();
    let (header, rows) = cells.split_first().map_or((0, [].as_slice()), |(header, rows)| (*header, rows));
    if ends_inside_quotes(table.text, table.separator) || ends_with_short_row(table.text, header, rows) {
        let line = table.lines_above + table.text.lines().count();
        let location = Location::TextPosition { line, column: None };
        return Err(InputError::new(
            location,
            "a row that ends in the middle: the file may be cut off",
            "the whole table",
        )
        .with_remedy("end the last line with a line break if it is whole"));
    }
    Ok(())
}

/// Returns the columns of a header line in any language.
fn parse_header(record: &StringRecord, line: usize) -> Result<Vec<&'static str>, Box<InputError>> {
    // Spreadsheets write empty columns after the table.
    let count = record.iter().zip(1..).filter(|(cell, _)| !cell.is_empty()).last().map_or(0, |(_, n)| n);
    let record: &StringRecord = &record.iter().take(count).collect();
    let columns =
        csv::check_columns(record, line, &|cell| csv::own_column(cell).or_else(|| foreign_column(cell)));
    columns.map_err(|mut error| {
        let is_foreign = |cell: &str| csv::own_column(cell).is_none() && foreign_column(cell).is_some();
        if error.remedy.is_none() && record.iter().any(is_foreign) {
            error.remedy =
                Some("delete the columns that are none of these; the ideal line is drawn anyway".to_owned());
        }
        error
    })
}

/// Returns the column that a word names.
fn foreign_column(cell: &str) -> Option<&'static str> {
    let word = cell.trim().to_lowercase();
    let column = DAY_COLUMNS.iter().find(|(_, words)| words.contains(&word.as_str()));
    column.map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_one_column_only() {
        let all: Vec<&str> = DAY_COLUMNS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        for word in &all {
            assert_eq!(all.iter().filter(|other| *other == word).count(), 1, "{word}");
            assert_eq!(*word, word.to_lowercase());
            assert_eq!(csv::own_column(word), None, "{word}");
        }
    }
}
