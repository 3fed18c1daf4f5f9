//! A line a task, a column a day: each cell is what remains of the task at the end of that day.

use ::csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;

use super::day_columns::{ColumnDays, DayColumns};
use super::row_kind::{RowKind, row_kind};
use super::sums::Sums;
use super::task_row::TaskRow;
use crate::input::csv::{self, SourceLines, TableText};
use crate::input::document::{DayEntry, DayFigures, SprintDocument, Unit};
use crate::input::error::{InputError, Location};
use crate::input::normalize::first_working_dates;
use crate::input::read_options::ReadOptions;
use crate::limits::MAX_ITEMS;

/// Reads the tasks into the days of a document.
pub(super) fn read_task_rows(
    table: TableText<'_>,
    columns: &DayColumns,
    document: &mut SprintDocument,
    lines: &mut SourceLines,
    options: &ReadOptions,
) -> Result<(), Box<InputError>> {
    let tasks = parse_tasks(table, columns)?;
    let dates = match &columns.days {
        ColumnDays::Dates(dates) => dates.clone(),
        ColumnDays::Numbered(count) => numbered_dates(*count, document, lines, options)?,
    };
    // A day on which no task has a figure is still to come.
    let known = tasks.iter().map(|task| task.days.len()).max().unwrap_or_default();
    check_gaps(&tasks, known, &dates)?;
    let mut days: Vec<DayFigures> = dates.iter().map(|date| empty_day(date)).collect();
    let mut committed = 0.0;
    for task in &tasks {
        committed += add_task(task, known, &mut days);
    }
    let mut remaining = committed;
    for (index, day) in days.iter_mut().enumerate().take(known) {
        // A day without any figure, such as one of a weekend, has no reading.
        if !has_reading(&tasks, index) {
            continue;
        }
        let change = |amount: Option<f64>| amount.unwrap_or_default();
        remaining += change(day.added) + change(day.reestimated) - change(day.completed);
        day.remaining = Some(remaining);
    }
    if document.end.is_empty() {
        document.end = dates.last().cloned().unwrap_or_default();
    }
    document.committed.get_or_insert(committed);
    document.unit.get_or_insert(Unit::Hours);
    lines.entry_lines = vec![table.lines_above + 1; days.len()];
    document.days = Some(days.into_iter().map(DayEntry::Full).collect());
    Ok(())
}

fn empty_day(date: &str) -> DayFigures {
    DayFigures { date: Some(date.to_owned()), ..DayFigures::default() }
}

/// Adds what happens to a task day by day, and returns what of it was there at the start.
fn add_task(task: &TaskRow, known: usize, days: &mut [DayFigures]) -> f64 {
    // A task with an estimate stays at it until there is a figure.
    let opening = task.estimate.or(task.days.first().copied().flatten());
    let mut last = opening;
    for (day, figure) in days.iter_mut().zip(&task.days).take(known) {
        let Some(figure) = *figure else { continue };
        let (target, amount) = match last {
            None => (&mut day.added, figure),
            Some(last) if figure < last => (&mut day.completed, last - figure),
            Some(last) => (&mut day.reestimated, figure - last),
        };
        *target = Some(target.unwrap_or_default() + amount);
        last = Some(figure);
    }
    opening.unwrap_or_default()
}

/// True if any task has a figure on a day.
fn has_reading(tasks: &[TaskRow], day: usize) -> bool {
    tasks.iter().any(|task| task.days.get(day).is_some_and(Option::is_some))
}

/// Refuses a cell without a figure after one with a figure: it may mean zero, or no change.
fn check_gaps(tasks: &[TaskRow], known: usize, dates: &[String]) -> Result<(), Box<InputError>> {
    let readings: Vec<usize> = (0..known).filter(|day| has_reading(tasks, *day)).collect();
    for task in tasks {
        let first = task.days.iter().position(Option::is_some).unwrap_or(known);
        let mut after_first = readings.iter().copied().filter(|day| *day >= first);
        let gap = after_first.find(|day| task.days.get(*day).is_none_or(Option::is_none));
        if let Some(gap) = gap {
            let column = dates.get(gap).cloned().unwrap_or_default();
            let location = Location::TableCell { line: task.line, column };
            return Err(InputError::new(location, "an empty cell", "what remains of the task on that day")
                .with_remedy("write 0 for a task that is done, or the figure of the day before"));
        }
    }
    Ok(())
}

fn parse_tasks(table: TableText<'_>, columns: &DayColumns) -> Result<Vec<TaskRow>, Box<InputError>> {
    let mut reader =
        ReaderBuilder::new().delimiter(table.separator).flexible(true).from_reader(table.text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let (mut tasks, mut totals) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = record.map_err(|error| {
            InputError::new(Location::EntireInput, format!("no CSV ({error})"), "a table")
        })?;
        let line = table.lines_above + record.position().map_or(0, |at| csv::record_line(table.text, at));
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let kind = row_kind(&record, columns.first);
        if kind == RowKind::Ideal {
            continue;
        }
        if tasks.len() + totals.len() == MAX_ITEMS {
            let found = format!("more than {MAX_ITEMS} rows");
            return Err(InputError::limit_exceeded(Location::EntireInput, found, "MAX_ITEMS", MAX_ITEMS));
        }
        let task = parse_task(&record, columns, |at| {
            let column = header.get(at).unwrap_or_default().trim().to_owned();
            (Location::TableCell { line, column }, table.separator)
        })?;
        let task = TaskRow { line, ..task };
        if kind == RowKind::Total { totals.push(task) } else { tasks.push(task) }
    }
    // A table may have no tasks, but one line with what remains of all of them.
    if tasks.is_empty() && !totals.is_empty() {
        tasks.push(totals.remove(0));
    }
    let sums = Sums::of_tasks(&tasks, columns.day_count());
    for total in &totals {
        sums.check_row(total)?;
    }
    Ok(tasks)
}

/// Parses the figures of a row; `place_of` returns the location of a column and the separator of the table.
fn parse_task(
    record: &StringRecord,
    columns: &DayColumns,
    place_of: impl Fn(usize) -> (Location, u8),
) -> Result<TaskRow, Box<InputError>> {
    let number = |at: usize| {
        let (location, separator) = place_of(at);
        csv::parse_number(record.get(at).unwrap_or_default().trim(), separator, location)
    };
    // A row may be much shorter than the header.
    let last = record.len().min(columns.first + columns.day_count());
    let mut days = (columns.first..last).map(number).collect::<Result<Vec<_>, _>>()?;
    days.truncate(days.iter().rposition(Option::is_some).map_or(0, |last| last + 1));
    days.shrink_to_fit();
    let opening = columns.opening.map(number).transpose()?.flatten();
    let estimate = opening.or(columns.estimate.map(number).transpose()?.flatten());
    Ok(TaskRow { line: 0, estimate, days })
}

/// Returns the dates of the first working days of the sprint, by the calendar of the lines above the table and of the options.
fn numbered_dates(
    count: usize,
    document: &SprintDocument,
    lines: &SourceLines,
    options: &ReadOptions,
) -> Result<Vec<String>, Box<InputError>> {
    if options.start.is_none() && document.start.is_empty() {
        let expected = "the start of the sprint";
        return Err(InputError::new(Location::EntireInput, "days without dates", expected).with_remedy(
            "write a line \"# start: 2026-03-02\" above the table, use the option, or write dates above the columns",
        ));
    }
    let dates = first_working_dates(count, document, options).map_err(|error| {
        let location = lines.location_of(error.path);
        error.into_input_error(location)
    })?;
    Ok(dates.iter().map(Date::to_string).collect())
}
