//! Completed work that a table counts from the start on, instead of day by day.

use crate::input::csv::{NoteLine, SourceLines};
use crate::input::document::{DayEntry, DayFigures};
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::validation_error::FieldPath;
use crate::sprint::Caveat;

/// The difference that rounded figures may have.
const TOLERANCE: f64 = 0.005;

/// The value of the line `# completed: …` for a running total, and that for the work of each day.
const TOTAL: &str = "total";
const DAY: &str = "day";

/// Makes completed work that is a running total that of each day. A line above the table says what it is. Without that line it is a
/// running total if remaining and completed work add up to the same number on every day, while completed work by the day would leave
/// a part of the remaining work without a reason; the caveat says so then.
///
/// # Errors
/// The line says something else, or the running total falls.
pub(super) fn convert_running_totals(
    days: &mut [DayEntry],
    lines: &SourceLines,
) -> Result<Option<Caveat>, Box<InputError>> {
    let (is_total, caveat) = match &lines.completed {
        Some(line) => (parse_line(line)?, None),
        None if is_running_total(days) => (true, Some(Caveat::RunningTotals)),
        None => (false, None),
    };
    if !is_total {
        return Ok(None);
    }
    let mut before = 0.0;
    for (index, day) in days.iter_mut().enumerate() {
        let DayEntry::Full(DayFigures { completed: Some(completed), .. }) = day else { continue };
        let total = *completed;
        if total < before - TOLERANCE {
            let location = lines.location_of(FieldPath::EntryField("days", index, "completed"));
            let expected = format!("a running total of at least {before}, as on the day before");
            return Err(InputError::new(location, format!("{total}"), expected).with_remedy(
                "\"# completed: day\" above the table says that the figures are those of the day",
            ));
        }
        *completed = total - before;
        before = total;
    }
    Ok(caveat)
}

/// Returns true if the line above the table says that completed work is a running total.
fn parse_line(line: &NoteLine) -> Result<bool, Box<InputError>> {
    match line.value.to_lowercase().as_str() {
        TOTAL => Ok(true),
        DAY => Ok(false),
        _ => Err(line_error(line, &format!("{TOTAL:?} (a running total) or {DAY:?} (the work of the day)"))),
    }
}

/// Returns the error for the line above a table of tasks, which has no column of completed work.
pub(super) fn no_column_error(line: &NoteLine) -> Box<InputError> {
    line_error(line, "no such line above a table of tasks, which has no completed work")
}

fn line_error(line: &NoteLine, expected: &str) -> Box<InputError> {
    let location = Location::TableCell { line: line.line, column: "completed".to_owned() };
    InputError::new(location, quote(&line.value), expected)
}

/// Remaining work and completed work as the table has it.
#[derive(Clone, Copy)]
struct Figures {
    remaining: f64,
    completed: f64,
}

fn is_running_total(days: &[DayEntry]) -> bool {
    let Some(readings) = find_readings(days) else { return false };
    let pairs = || readings.iter().zip(readings.iter().skip(1));
    let is_zero = |difference: f64| libm::fabs(difference) <= TOLERANCE;
    let is_constant = pairs().all(|(before, day)| {
        let change = day.remaining + day.completed - before.remaining - before.completed;
        day.completed >= before.completed && is_zero(change)
    });
    let fits_by_day = pairs().all(|(before, day)| is_zero(day.remaining + day.completed - before.remaining));
    is_constant && !fits_by_day
}

/// Returns the days with figures; `None` if the table has other changes, or one of the two figures alone.
fn find_readings(days: &[DayEntry]) -> Option<Vec<Figures>> {
    let mut readings = Vec::new();
    for day in days {
        let DayEntry::Full(day) = day else { continue };
        let others = [day.added, day.removed, day.reestimated, day.reopened];
        if others.iter().flatten().any(|amount| libm::fabs(*amount) > TOLERANCE) {
            return None;
        }
        match (day.remaining, day.completed) {
            (Some(remaining), Some(completed)) => readings.push(Figures { remaining, completed }),
            (None, None) => {}
            _ => return None,
        }
    }
    Some(readings)
}
