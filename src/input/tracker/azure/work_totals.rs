//! The amounts of rows by their progress.

use super::super::naming::state_progress;
use super::analytics_row::AnalyticsRow;
use crate::sprint::{Amount, Progress};

/// Amounts by progress. The order of the fields makes `max` prefer more progress.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WorkTotals {
    pub(super) done: Amount,
    pub(super) started: Amount,
    pub(super) scope: Amount,
    /// The number of work items; zero if the rows don't tell it.
    pub(super) items: Amount,
}

impl WorkTotals {
    pub(super) fn from_row(row: &AnalyticsRow, amount: Amount, done: Option<&[String]>) -> Self {
        let amount_if = |condition: bool| if condition { amount } else { Amount::ZERO };
        row_progress(row, done).map_or_else(Self::default, |progress| Self {
            done: amount_if(progress == Progress::Done),
            started: amount_if(progress == Progress::Started),
            scope: amount,
            items: row.item_count().and_then(Amount::from_f64).unwrap_or_default(),
        })
    }

    pub(super) fn add_totals(&mut self, other: Self) {
        self.done += other.done;
        self.started += other.started;
        self.scope += other.scope;
        self.items += other.items;
    }
}

/// The progress of the work items of a row; `None` if they are removed from the work.
pub(super) fn row_progress(row: &AnalyticsRow, done: Option<&[String]>) -> Option<Progress> {
    let state = row.state.as_deref().unwrap_or_default();
    let category = row.category.as_deref().unwrap_or_default();
    let equals = |text: &str, name: &str| text.eq_ignore_ascii_case(name);
    if done.is_some_and(|done| state_progress(state, done) == Progress::Done) {
        return Some(Progress::Done);
    }
    if equals(category, "Removed") || equals(state, "Removed") || equals(state, "Cut") {
        return None;
    }
    let progress = match category {
        // Resolved work still waits for its test.
        "" if equals(state, "Resolved") => Progress::Started,
        "" => state_progress(state, &[]),
        category if equals(category, "Completed") => Progress::Done,
        category if equals(category, "InProgress") || equals(category, "Resolved") => Progress::Started,
        _ => Progress::Open,
    };
    // If the caller names the done states, no others are done.
    Some(if progress == Progress::Done && done.is_some() { Progress::Started } else { progress })
}
