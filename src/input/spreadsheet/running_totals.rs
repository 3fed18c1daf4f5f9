//! Completed work that a table counts from the start on, instead of day by day.

use crate::input::document::{DayEntry, DayFigures};

/// The difference that rounded figures may have.
const TOLERANCE: f64 = 0.005;

/// Makes completed work that is a running total that of each day. It is a running total if remaining and completed work add up to
/// the same number on every day, while completed work by the day would leave a part of the remaining work without a reason.
pub(super) fn convert_running_totals(days: &mut [DayEntry]) {
    if !is_running_total(days) {
        return;
    }
    let mut before = 0.0;
    for day in days {
        let DayEntry::Full(DayFigures { completed: Some(completed), .. }) = day else { continue };
        let total = *completed;
        *completed = total - before;
        before = total;
    }
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
