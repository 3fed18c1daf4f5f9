//! Work items with their hours at the end of each day, as items with histories. A sum of all hours would not tell which of them
//! were worked down, and which left the sprint with their work item.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use jiff::civil::Date;

use super::amount_column::AmountColumn;
use super::located_row::LocatedRow;
use super::subtasks::story_ids;
use super::work_totals::row_progress;
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, ItemState, Progress};

/// The items of the sprint, and the days on which they were read.
pub(super) struct ItemDays {
    pub(super) items: Vec<ItemHistory>,
    pub(super) dates: BTreeSet<Date>,
}

/// The rows of one work item.
#[derive(Default)]
struct ItemReadings<'r> {
    /// The title in the last row.
    title: Option<&'r str>,
    /// The states by date.
    states: Vec<(Date, ItemState)>,
}

/// Reads rows of single work items.
pub(super) fn read_item_days(
    rows: &[&LocatedRow<'_>],
    options: &ReadOptions,
) -> Result<ItemDays, Box<InputError>> {
    let mut newest: BTreeMap<(Date, u64), &LocatedRow<'_>> = BTreeMap::new();
    for located in rows {
        let Some(id) = located.row.work_item_id else { continue };
        let known = newest.entry((located.snapshot_date()?, id)).or_insert(located);
        let age = |located: &LocatedRow<'_>| {
            (located.row.age(), row_progress(&located.row, options.done.as_deref()).map(progress_rank))
        };
        if age(known) < age(located) {
            *known = located;
        }
    }
    let mut readings: BTreeMap<u64, ItemReadings<'_>> = BTreeMap::new();
    for ((date, id), located) in &newest {
        let progress = row_progress(&located.row, options.done.as_deref());
        let state = ItemState {
            in_sprint: progress.is_some(),
            estimate: located.read_amount(AmountColumn::RemainingWork)?,
            progress: progress.unwrap_or_default(),
            ..ItemState::default()
        };
        let item = readings.entry(*id).or_default();
        item.title = located.row.title();
        item.states.push((*date, state));
    }
    let dates: BTreeSet<Date> = newest.keys().map(|(date, _)| *date).collect();
    let stories = story_ids(rows);
    let history = |(id, readings): (&u64, &ItemReadings<'_>)| {
        let mut item = readings.to_history(*id, &dates);
        let is_estimated = item.events.iter().any(|(_, change)| matches!(change, StateChange::Estimated(_)));
        // The hours of a story are those of its tasks: it is not a work item without an estimate.
        if stories.contains(id) && item.initial_state.estimate.is_none() && !is_estimated {
            item.initial_state.estimate = Some(Amount::ZERO);
        }
        item
    };
    Ok(ItemDays { items: readings.iter().map(history).collect(), dates })
}

/// A row with more progress is the newer one of two that are alike.
const fn progress_rank(progress: Progress) -> u8 {
    match progress {
        Progress::Open => 0,
        Progress::Started => 1,
        Progress::Done => 2,
    }
}

impl ItemReadings<'_> {
    /// Returns the history of the work item. `dates` are those of all work items: one of them without a row of this work item is
    /// a day on which it is not in the sprint.
    fn to_history(&self, id: u64, dates: &BTreeSet<Date>) -> ItemHistory {
        let states = self.states_with_absences(dates);
        let (first, later) = match states.split_first() {
            Some(((date, first), later)) if dates.first() == Some(date) => (*first, later),
            _ => (None, states.as_slice()),
        };
        let initial_state = first.unwrap_or_default();
        let mut state = initial_state;
        let mut events = Vec::new();
        for (date, today) in later {
            let next = today.unwrap_or(ItemState { in_sprint: false, ..state });
            // Azure empties the field when a work item is closed; the hours that were left are done then.
            let is_emptied = next.progress == Progress::Done && next.estimate.is_none();
            let next = if is_emptied { ItemState { estimate: state.estimate, ..next } } else { next };
            let changes = [
                (next.estimate != state.estimate, StateChange::Estimated(next.estimate)),
                (next.progress != state.progress, StateChange::ProgressChanged(next.progress)),
                (next.in_sprint && !state.in_sprint, StateChange::Joined),
                (!next.in_sprint && state.in_sprint, StateChange::Left),
            ];
            let changes = changes.into_iter().filter(|(is_changed, _)| *is_changed);
            events.extend(changes.map(|(_, change)| (Moment::Date(*date), change)));
            state = next;
        }
        ItemHistory { key: id.to_string(), title: self.title.map(str::to_owned), initial_state, events }
    }

    /// Returns the states, and `None` on the first date of each absence. The other dates without a row change nothing, and there
    /// may be many of them.
    fn states_with_absences(&self, dates: &BTreeSet<Date>) -> Vec<(Date, Option<ItemState>)> {
        let next_rows = self.states.iter().skip(1).map(|(date, _)| Some(*date)).chain([None]);
        let mut states = Vec::with_capacity(self.states.len());
        for ((date, state), next_row) in self.states.iter().zip(next_rows) {
            states.push((*date, Some(*state)));
            let next_date = dates.range((Bound::Excluded(*date), Bound::Unbounded)).next().copied();
            let absence = next_date.filter(|_| next_date != next_row);
            states.extend(absence.map(|date| (date, None)));
        }
        states
    }
}
