//! Work items with their hours at the end of each day, as items with histories. A sum of all hours would not tell which of them
//! were worked down, and which left the sprint with their work item.

use std::collections::{BTreeMap, BTreeSet};

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

/// The work items of one day.
type DayStates = BTreeMap<u64, ItemState>;

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
    let mut days: BTreeMap<Date, DayStates> = BTreeMap::new();
    for ((date, id), located) in &newest {
        let progress = row_progress(&located.row, options.done.as_deref());
        let state = ItemState {
            in_sprint: progress.is_some(),
            estimate: located.amount(AmountColumn::RemainingWork)?,
            progress: progress.unwrap_or_default(),
            ..ItemState::default()
        };
        days.entry(*date).or_default().insert(*id, state);
    }
    let titles: BTreeMap<u64, Option<&str>> =
        newest.iter().map(|((_, id), located)| (*id, located.row.title())).collect();
    let stories = story_ids(rows);
    let history = |(id, title): (&u64, &Option<&str>)| {
        let mut item = ItemHistory { title: title.map(str::to_owned), ..history_of(*id, &days) };
        let is_estimated = item.events.iter().any(|(_, change)| matches!(change, StateChange::Estimated(_)));
        // The hours of a story are those of its tasks: it is not a work item without an estimate.
        if stories.contains(id) && item.initial_state.estimate.is_none() && !is_estimated {
            item.initial_state.estimate = Some(Amount::ZERO);
        }
        item
    };
    Ok(ItemDays { items: titles.iter().map(history).collect(), dates: days.keys().copied().collect() })
}

/// A row with more progress is the newer one of two that are alike.
const fn progress_rank(progress: Progress) -> u8 {
    match progress {
        Progress::Open => 0,
        Progress::Started => 1,
        Progress::Done => 2,
    }
}

/// Returns the history of one work item. A day without its row is one on which it is not in the sprint.
fn history_of(id: u64, days: &BTreeMap<Date, DayStates>) -> ItemHistory {
    let mut states = days.iter().map(|(date, states)| (*date, states.get(&id).copied()));
    let initial_state = states.next().and_then(|(_, first)| first).unwrap_or_default();
    let mut state = initial_state;
    let mut events = Vec::new();
    for (date, today) in states {
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
        events.extend(changes.map(|(_, change)| (Moment::Date(date), change)));
        state = next;
    }
    ItemHistory { key: id.to_string(), title: None, initial_state, events }
}
