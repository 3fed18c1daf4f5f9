//! The comparison of the items of a cycle with the cycle's own figures.

use jiff::{Timestamp, ToSpan};

use super::super::json_moment::sort_instant;
use super::cycle::{Cycle, CycleDays};
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::limits::MAX_DAYS;
use crate::sprint::{Amount, ItemState, Level, Progress, Unit};

/// Returns the number of days on which the figures differ from what the items add up to; 0 without figures.
pub(super) fn count_disagreeing_days(
    items: &[ItemHistory],
    cycle: &Cycle,
    days: CycleDays,
    unit: Unit,
) -> usize {
    let (scope, done) = match unit {
        Unit::Items => (&cycle.issue_count_history, &cycle.completed_issue_count_history),
        Unit::Points | Unit::Hours => (&cycle.scope_history, &cycle.completed_scope_history),
    };
    let (scope, done) = (scope.as_deref().unwrap_or_default(), done.as_deref().unwrap_or_default());
    let last = scope.len().saturating_sub(1);
    // No sprint has more days.
    let figures = scope.iter().zip(done).enumerate().take(MAX_DAYS);
    let disagrees = |(index, (scope, done)): &(usize, (&f64, &f64))| {
        // The last figure is that of the answer, or of the close.
        let at = if *index == last { cycle.close_or_end() } else { end_of_day(days.start, *index) };
        let given = (Amount::from_f64(**scope), Amount::from_f64(**done));
        let level = at.map(|at| level_at(items, at, unit));
        level.is_some_and(|level| given != (Some(level.scope), Some(level.done)))
    };
    // A history that is not that of all days does not tell its days.
    if scope.len() < 2 { 0 } else { figures.filter(disagrees).count() }
}

/// The end of a day of the cycle, counted from 0.
fn end_of_day(start: Timestamp, index: usize) -> Option<Timestamp> {
    start.checked_add((i64::try_from(index).ok()?.checked_add(1)?.checked_mul(24)?).hours()).ok()
}

/// The sums of the items at an instant.
fn level_at(items: &[ItemHistory], at: Timestamp, unit: Unit) -> Level {
    let mut level = Level::default();
    for item in items {
        let mut state = item.initial_state;
        for (moment, change) in &item.events {
            if sort_instant(*moment) <= at {
                apply_change(&mut state, *change);
            }
        }
        if state.in_sprint {
            let weight = unit.weight(state.estimate).unwrap_or_default();
            level.scope += weight;
            level.done += if state.progress == Progress::Done { weight } else { Amount::ZERO };
        }
    }
    level
}

fn apply_change(state: &mut ItemState, change: StateChange) {
    match change {
        StateChange::Joined => state.in_sprint = true,
        StateChange::Left => state.in_sprint = false,
        StateChange::Estimated(estimate) => state.estimate = estimate,
        StateChange::ProgressChanged(progress) => state.progress = progress,
    }
}
