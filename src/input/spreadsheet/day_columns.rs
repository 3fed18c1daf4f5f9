//! The header of a table with a line a task and a column a day: `Task;Estimate;02.03.2026;03.03.2026`, or `Day 1,Day 2`.

use ::csv::{ReaderBuilder, StringRecord};

use super::date_column::date_in_order;
use super::words::{ESTIMATES, NUMBERED_DAYS};
use crate::input::csv::TableText;
use crate::input::error::{InputError, Location};
use crate::input::table_date::{DateOrder, find_order, parse_table_date};
use crate::limits::MAX_DAYS;

/// The days above the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ColumnDays {
    /// Dates, as a document has them.
    Dates(Vec<String>),
    /// The first, second, … working day of the sprint.
    Numbered(usize),
}

/// The columns of a table with a line a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayColumns {
    /// The position of the column of the first day; the other days follow.
    pub(super) first: usize,
    pub(super) days: ColumnDays,
    pub(super) estimate: Option<usize>,
}

impl DayColumns {
    pub(super) fn count(&self) -> usize {
        match &self.days {
            ColumnDays::Dates(dates) => dates.len(),
            ColumnDays::Numbered(count) => *count,
        }
    }
}

/// The fewest columns with days that make a table one of tasks.
const MIN_DAY_COLUMNS: usize = 2;

/// Returns the columns of a table with a column a day; `None` for any other table.
pub(super) fn find_day_columns(
    table: TableText<'_>,
    order: Option<DateOrder>,
) -> Result<Option<DayColumns>, Box<InputError>> {
    let mut reader =
        ReaderBuilder::new().delimiter(table.separator).flexible(true).from_reader(table.text.as_bytes());
    let Ok(header) = reader.headers() else { return Ok(None) };
    let estimate = header.iter().position(|cell| ESTIMATES.contains(&cell.trim().to_lowercase().as_str()));
    let numbers: Vec<Option<usize>> = header.iter().map(day_number).collect();
    if let Some(first) = numbers.iter().position(|number| *number == Some(1)) {
        let counts = numbers.iter().skip(first).zip(1..).take_while(|(number, n)| **number == Some(*n));
        let count = counts.count();
        if count >= MIN_DAY_COLUMNS && first > 0 {
            check_day_count(count, table.lines_above + 1)?;
            check_last_columns(header, first + count, table.lines_above + 1)?;
            return Ok(Some(DayColumns { first, days: ColumnDays::Numbered(count), estimate }));
        }
    }
    let is_date = |cell: &str| parse_table_date(cell.trim()).is_some();
    let Some(first) = header.iter().position(is_date).filter(|first| *first > 0) else { return Ok(None) };
    let texts: Vec<&str> =
        header.iter().skip(first).map(str::trim).take_while(|cell| is_date(cell)).collect();
    if texts.len() < MIN_DAY_COLUMNS {
        return Ok(None);
    }
    check_day_count(texts.len(), table.lines_above + 1)?;
    check_last_columns(header, first + texts.len(), table.lines_above + 1)?;
    let order = find_order(texts.iter().copied(), order)?;
    let dates: Option<Vec<String>> = texts.iter().map(|text| date_in_order(text, order)).collect();
    Ok(dates.map(|dates| DayColumns { first, days: ColumnDays::Dates(dates), estimate }))
}

/// Returns the number of a numbered day: `Day 3`, `D3`.
fn day_number(cell: &str) -> Option<usize> {
    let cell = cell.trim().to_lowercase();
    let word = cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = cell.strip_prefix(word)?.parse().ok()?;
    NUMBERED_DAYS.contains(&word.trim()).then_some(number)
}

/// Refuses more columns than a picture has days.
fn check_day_count(count: usize, line: usize) -> Result<(), Box<InputError>> {
    if count <= MAX_DAYS {
        return Ok(());
    }
    let location = Location::TextPosition { line, column: None };
    Err(InputError::limit_exceeded(location, format!("{count} columns with days"), "MAX_DAYS", MAX_DAYS))
}

/// Refuses columns after the last day, which may be days that are written in another way.
fn check_last_columns(header: &StringRecord, after: usize, line: usize) -> Result<(), Box<InputError>> {
    let Some(name) = header.iter().skip(after).find(|cell| !cell.trim().is_empty()) else { return Ok(()) };
    let location = Location::TableCell { line, column: name.trim().to_owned() };
    Err(InputError::new(location, "a column after those of the days", "the days as the last columns"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    fn columns(header: &str) -> Option<DayColumns> {
        let table = TableText { text: header, lines_above: 0, separator: b';' };
        find_day_columns(table, None).unwrap()
    }

    #[test]
    fn days_are_known_by_dates_or_by_numbers() {
        let dated = columns("Aufgabe;Schätzung;02.03.2026;03.03.2026\n").unwrap();
        let dates = ["2026-03-02", "2026-03-03"].map(str::to_owned).to_vec();
        assert_eq!(dated, DayColumns { first: 2, days: ColumnDays::Dates(dates), estimate: Some(1) });
        let numbered = columns("Task;Day 1;Day 2;Day 3\n").unwrap();
        assert_eq!(numbered, DayColumns { first: 1, days: ColumnDays::Numbered(3), estimate: None });
        for other in ["Datum;Rest\n", "Task;Day 1\n", "Day 1;Day 2\n", "Task;Day 2;Day 3\n"] {
            assert_eq!(columns(other), None, "{other}");
        }
    }

    #[test]
    fn more_columns_than_a_picture_has_days_are_refused() {
        let header = |count: usize| {
            let days: Vec<String> = (1..=count).map(|day| format!("Day {day}")).collect();
            format!("Task;{}\n", days.join(";"))
        };
        assert_eq!(columns(&header(MAX_DAYS)).unwrap().count(), MAX_DAYS);
        let text = header(MAX_DAYS + 1);
        let table = TableText { text: &text, lines_above: 2, separator: b';' };
        let error = find_day_columns(table, None).unwrap_err();
        assert_eq!(error.limit, Some("MAX_DAYS"));
        assert_eq!(error.location, Location::TextPosition { line: 3, column: None });
    }
}
