//! The header of a table with a line a task and a column a day: `Task;Estimate;02.03.2026;03.03.2026`, or `Day 1,Day 2`.

use ::csv::{ReaderBuilder, StringRecord};

use super::date_column::date_in_order;
use super::estimate_column::find_estimate_column;
use super::words::NUMBERED_DAYS;
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
    /// The column of the estimates.
    pub(super) estimate: Option<usize>,
    /// The column `Day 0`: what remains of each task at the start.
    pub(super) opening: Option<usize>,
}

impl DayColumns {
    /// Returns the position of the first column with figures.
    pub(super) fn first_figure(&self) -> usize {
        [self.opening, self.estimate].into_iter().flatten().min().unwrap_or(self.first)
    }

    pub(super) fn day_count(&self) -> usize {
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
    let header = header.clone();
    let line = table.lines_above + 1;
    let numbers: Vec<Option<usize>> = header.iter().map(day_number).collect();
    if let Some(first) = numbers.iter().position(|number| *number == Some(1)) {
        let counts = numbers.iter().skip(first).zip(1..).take_while(|(number, n)| **number == Some(*n));
        let count = counts.count();
        if count >= MIN_DAY_COLUMNS && first > 0 {
            check_day_count(count, line)?;
            check_last_columns(&header, first + count, line)?;
            let opening = numbers.iter().take(first).rposition(|number| *number == Some(0));
            let estimate = find_estimate_column(table, &header, opening.unwrap_or(first))?;
            return Ok(Some(DayColumns { first, days: ColumnDays::Numbered(count), estimate, opening }));
        }
    }
    let is_date = |cell: &str| parse_table_date(cell.trim()).is_some();
    let Some(first) = header.iter().position(is_date).filter(|first| *first > 0) else {
        return check_years(&header, line).map(|()| None);
    };
    let texts: Vec<&str> =
        header.iter().skip(first).map(str::trim).take_while(|cell| is_date(cell)).collect();
    if texts.len() < MIN_DAY_COLUMNS {
        return Ok(None);
    }
    check_day_count(texts.len(), line)?;
    check_last_columns(&header, first + texts.len(), line)?;
    let estimate = find_estimate_column(table, &header, first)?;
    let order = find_order(texts.iter().copied(), order)?;
    let dates: Option<Vec<String>> = texts.iter().map(|text| date_in_order(text, order)).collect();
    Ok(dates.map(|dates| DayColumns { first, days: ColumnDays::Dates(dates), estimate, opening: None }))
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
    Err(InputError::new(location, "a column after those of the days", "the days as the last columns")
        .with_remedy("move it before the days or delete it"))
}

/// Refuses columns of days that are no dates: `02/03`, `2-Mar`, `Mon 2`.
fn check_years(header: &StringRecord, line: usize) -> Result<(), Box<InputError>> {
    let cells: Vec<&str> = header.iter().skip(1).map(str::trim).collect();
    let Some(&[first, _]) =
        cells.windows(MIN_DAY_COLUMNS).find(|pair| pair.iter().all(|cell| is_yearless(cell)))
    else {
        return Ok(());
    };
    let location = Location::TableCell { line, column: first.to_owned() };
    Err(InputError::new(location, "a day without a year", "days with a year, or Day 1, Day 2")
        .with_remedy("write the days as 2026-03-31, or number the working days from Day 1 on"))
}

/// True if a cell is a day and a month, a weekday and a day, or a number of a day.
fn is_yearless(cell: &str) -> bool {
    let words: Vec<&str> =
        cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_day = |word: &str| word.len() <= 2 && word.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let is_name = |word: &str| word.chars().all(char::is_alphabetic);
    match words.as_slice() {
        [day] => is_day(day),
        [a, b] => (is_day(a) && (is_day(b) || is_name(b))) || (is_name(a) && is_day(b)),
        [weekday, day, month] => is_name(weekday) && is_day(day) && (is_day(month) || is_name(month)),
        _ => false,
    }
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
        assert_eq!(
            dated,
            DayColumns { first: 2, days: ColumnDays::Dates(dates), estimate: Some(1), opening: None }
        );
        let numbered = columns("Task;Day 1;Day 2;Day 3\n").unwrap();
        assert_eq!(
            numbered,
            DayColumns { first: 1, days: ColumnDays::Numbered(3), estimate: None, opening: None }
        );
        let opened = columns("Task;Day 0;Day 1;Day 2\n").unwrap();
        assert_eq!((opened.first, opened.opening, opened.day_count()), (2, Some(1), 2));
        for other in ["Datum;Rest\n", "Task;Day 1\n", "Day 1;Day 2\n", "Task;Sprint;Points\n"] {
            assert_eq!(columns(other), None, "{other}");
        }
    }

    #[test]
    fn days_without_a_year_are_refused() {
        for days in
            ["02/03;03/03", "2-Mar;3-Mar", "Mon 2;Tue 3", "02.03.;03.03.", "Mo, 2.3.;Di, 3.3.", "Day 2;Day 3"]
        {
            let text = format!("Task;Estimate;{days}\n");
            let error = find_day_columns(TableText { text: &text, lines_above: 0, separator: b';' }, None);
            let error = error.unwrap_err().to_string();
            assert!(error.contains("days with a year, or Day 1, Day 2"), "{days}: {error}");
        }
    }

    #[test]
    fn more_columns_than_a_picture_has_days_are_refused() {
        let header = |count: usize| {
            let days: Vec<String> = (1..=count).map(|day| format!("Day {day}")).collect();
            format!("Task;{}\n", days.join(";"))
        };
        assert_eq!(columns(&header(MAX_DAYS)).unwrap().day_count(), MAX_DAYS);
        let text = header(MAX_DAYS + 1);
        let table = TableText { text: &text, lines_above: 2, separator: b';' };
        let error = find_day_columns(table, None).unwrap_err();
        assert_eq!(error.limit, Some("MAX_DAYS"));
        assert_eq!(error.location, Location::TextPosition { line: 3, column: None });
    }
}
