//! A line a task, a column a day: each cell is what remains of the task at the end of that day.

use ::csv::{ReaderBuilder, StringRecord};
use jiff::ToSpan;
use jiff::civil::Date;

use super::day_columns::{ColumnDays, DayColumns};
use super::words::TOTALS;
use crate::input::csv::{self, SourceLines, TableText};
use crate::input::document::{DayEntry, DayFigures, SprintDocument, Unit};
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::read_options::ReadOptions;
use crate::limits::MAX_ITEMS;
use crate::sprint::Calendar;

/// The remaining work of a task.
struct TaskRow {
    line: usize,
    estimate: Option<f64>,
    /// One figure a day; `None` for an empty cell.
    days: Vec<Option<f64>>,
}

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
        ColumnDays::Numbered(count) => numbered_dates(*count, document, options)?,
    };
    // A day on which no task has a figure is still to come.
    let has_figures = |day: &usize| tasks.iter().any(|task| task.days.get(*day).is_some_and(Option::is_some));
    let known = (0..columns.count()).rev().find(has_figures).map_or(0, |last| last + 1);
    check_gaps(&tasks, known, &dates)?;
    let mut days: Vec<DayFigures> = dates.iter().map(|date| empty_day(date)).collect();
    let mut committed = 0.0;
    for task in &tasks {
        committed += add_task(task, known, &mut days);
    }
    let mut remaining = committed;
    for day in days.iter_mut().take(known) {
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
    let first = task.days.first().copied().flatten();
    let opening = task.estimate.filter(|_| first.is_some()).or(first);
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

/// Refuses a cell without a figure after one with a figure: it may mean zero, or no change.
fn check_gaps(tasks: &[TaskRow], known: usize, dates: &[String]) -> Result<(), Box<InputError>> {
    for task in tasks {
        let first = task.days.iter().position(Option::is_some).unwrap_or(known);
        let gap = task.days.iter().take(known).skip(first).position(Option::is_none);
        if let Some(gap) = gap {
            let column = dates.get(first + gap).cloned().unwrap_or_default();
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
    let mut tasks = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            InputError::new(Location::EntireInput, format!("no CSV ({error})"), "a table")
        })?;
        let line = table.lines_above + record.position().map_or(0, |at| csv::record_line(table.text, at));
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if tasks.len() == MAX_ITEMS {
            let found = format!("more than {MAX_ITEMS} rows");
            return Err(InputError::limit_exceeded(Location::EntireInput, found, "MAX_ITEMS", MAX_ITEMS));
        }
        let task = parse_task(&record, columns, |at| {
            let column = header.get(at).unwrap_or_default().trim().to_owned();
            (Location::TableCell { line, column }, table.separator)
        })?;
        let task = TaskRow { line, ..task };
        if is_total(&record) {
            check_total(&task, &tasks)?;
            continue;
        }
        tasks.push(task);
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
    let days = (columns.first..columns.first + columns.count()).map(number);
    let days = days.collect::<Result<Vec<_>, _>>()?;
    let estimate = columns.estimate.map(number).transpose()?.flatten();
    Ok(TaskRow { line: 0, estimate, days })
}

fn is_total(record: &StringRecord) -> bool {
    let name = record.get(0).unwrap_or_default().trim().trim_end_matches(':').to_lowercase();
    TOTALS.contains(&name.as_str())
}

/// Checks that a row of sums adds up to the rows above it: else it may be a task.
fn check_total(total: &TaskRow, tasks: &[TaskRow]) -> Result<(), Box<InputError>> {
    let sum = |day: usize| -> f64 { tasks.iter().filter_map(|task| *task.days.get(day)?).sum() };
    let is_other = |(day, figure): &(usize, &Option<f64>)| {
        figure.is_some_and(|figure| libm::fabs(figure - sum(*day)) > TOTAL_TOLERANCE)
    };
    match total.days.iter().enumerate().find(is_other) {
        None => Ok(()),
        Some((day, figure)) => {
            let found = format!("a total of {} for day {}", figure.unwrap_or_default(), day + 1);
            let location = Location::TextPosition { line: total.line, column: None };
            Err(InputError::new(location, found, format!("the sum of the rows above it, {}", sum(day))))
        }
    }
}

/// The difference from the sum that a rounded total may have.
const TOTAL_TOLERANCE: f64 = 0.05;

/// Returns the dates of the first working days of the sprint.
fn numbered_dates(
    count: usize,
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<Vec<String>, Box<InputError>> {
    let start = options.start.map(|start| start.to_string()).unwrap_or_else(|| document.start.clone());
    let first: Option<Date> = start.get(.."2026-03-02".len()).and_then(|date| date.parse().ok());
    let Some(mut date) = first else {
        let found = if start.is_empty() { "days without dates".to_owned() } else { quote(&start) };
        return Err(InputError::new(Location::EntireInput, found, "the start of the sprint").with_remedy(
            "write a line \"# start: 2026-03-02\" above the table, use the option, or write dates above the columns",
        ));
    };
    let default = Calendar::default();
    let is_day_off = |date: Date| {
        let holidays = document.holidays.iter().flatten();
        !default.working_days.contains(&date.weekday())
            || holidays.into_iter().any(|day| *day == date.to_string())
    };
    let mut dates = Vec::with_capacity(count);
    while dates.len() < count {
        if !is_day_off(date) {
            dates.push(date.to_string());
        }
        date = date.saturating_add(1.day());
    }
    Ok(dates)
}
