//! The summary of a sprint as history of a later one.

use jiff::Timestamp;

use super::{Ledger, Level, PastSprint, Sprint, Throughput};

impl PastSprint {
    /// Returns the summary of a sprint, as history of a later one.
    pub fn from_sprint(sprint: &Sprint) -> Self {
        let ledger = sprint.ledger();
        let (latest, at_start) = (ledger.latest_level(), ledger.opening.done);
        Self {
            name: sprint.name.clone(),
            unit: sprint.unit,
            dates: Some((sprint.start, sprint.closed.unwrap_or(sprint.end))),
            committed: sprint.committed(),
            completed: latest.done - at_start,
            scope: Some(latest.scope - at_start),
            days: Throughput::from_sprint(sprint, &ledger),
            remaining_curve: remaining_curve(sprint, &ledger),
        }
    }
}

/// Returns the [`PastSprint::remaining_curve`] of a sprint.
fn remaining_curve(sprint: &Sprint, ledger: &Ledger) -> Vec<(f64, f64)> {
    let committed = sprint.committed().to_f64();
    let working_days = sprint.calendar.working_days_between(sprint.start, sprint.end);
    if committed <= 0.0 || working_days <= 0.0 {
        return Vec::new();
    }
    let days = ledger.days.iter().filter(|row| row.day.from < sprint.as_of.min(sprint.end));
    let point = |at: Timestamp, level: Level| {
        let elapsed = sprint.calendar.working_days_between(sprint.start, at.min(sprint.end));
        ((elapsed / working_days).min(1.0), level.remaining().to_f64() / committed)
    };
    let day_ends = days.filter_map(|row| Some(point(row.day.to.min(sprint.as_of), row.closing?)));
    let mut curve = vec![(0.0, 1.0)];
    for point in day_ends {
        match curve.last_mut() {
            // A day off may change the remaining work, but not the working time.
            Some(last) if last.0 >= point.0 => last.1 = point.1,
            _ => curve.push(point),
        }
    }
    curve
}
