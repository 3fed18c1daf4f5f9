//! Rows of Analytics' `WorkItems`: the state of each work item today, with the times of its creation and its close.

use std::collections::BTreeMap;

use super::super::completion_time::{CompletionDates, DatedCompletions};
use super::super::json_moment::sort_instant;
use super::amount_column::AmountColumn;
use super::located_row::LocatedRow;
use super::work_totals::row_progress;
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, Caveat, ItemState, Progress};

/// The items of the work items, and what their rows lack.
pub(super) struct WorkItems {
    pub(super) items: Vec<ItemHistory>,
    pub(super) caveats: Vec<Caveat>,
}

/// The first and the last day of the iteration.
pub(super) struct IterationSpan {
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
}

/// Reads the rows of work items, each once: of several, the newest counts. Removed work items are no items.
pub(super) fn read_work_items(
    rows: &[&LocatedRow<'_>],
    column: AmountColumn<'_>,
    span: &IterationSpan,
    options: &ReadOptions,
) -> Result<WorkItems, Box<InputError>> {
    let mut newest: BTreeMap<u64, &LocatedRow<'_>> = BTreeMap::new();
    for located in rows {
        let Some(id) = located.row.work_item_id else { continue };
        let known = newest.entry(id).or_insert(located);
        if known.row.age() <= located.row.age() {
            *known = located;
        }
    }
    let latest_known = newest.values().filter_map(|located| located.row.times.changed);
    let latest_known = latest_known.max_by_key(|at| sort_instant(*at));
    let mut completions = DatedCompletions::with_latest(span.start, span.end, latest_known, options);
    let mut items = Vec::new();
    for (id, located) in newest {
        items.extend(read_work_item(id, located, column, &mut completions, options)?);
    }
    let caveats = completions.into_caveats().chain([Caveat::NoHistory, Caveat::JoinedWhenCreated]);
    Ok(WorkItems { items, caveats: caveats.collect() })
}

fn read_work_item(
    id: u64,
    located: &LocatedRow<'_>,
    column: AmountColumn<'_>,
    completions: &mut DatedCompletions,
    options: &ReadOptions,
) -> Result<Option<ItemHistory>, Box<InputError>> {
    let row = &located.row;
    let Some(progress) = row_progress(row, options.done.as_deref()) else { return Ok(None) };
    let mut initial_state = ItemState {
        in_sprint: row.times.created.is_none(),
        estimate: read_estimate(located, column)?,
        progress: if progress == Progress::Done { Progress::Open } else { progress },
        ..ItemState::default()
    };
    let mut events: Vec<_> = row.times.created.map(|at| (at, StateChange::Joined)).into_iter().collect();
    if progress == Progress::Done {
        let dates = CompletionDates {
            status_change: row.times.state_changed,
            resolution: None,
            last_change: row.times.changed,
        };
        match row.times.closed.or_else(|| completions.date_completion(&dates)) {
            Some(at) => events.push((at, StateChange::ProgressChanged(Progress::Done))),
            None => initial_state.progress = Progress::Done,
        }
    }
    Ok(Some(ItemHistory {
        key: format!("#{id}"),
        title: row.title().map(str::to_owned),
        initial_state,
        events,
    }))
}

/// The estimate of a work item; `None` if it has none, and where work items are counted.
fn read_estimate(
    located: &LocatedRow<'_>,
    column: AmountColumn<'_>,
) -> Result<Option<Amount>, Box<InputError>> {
    if column == AmountColumn::Count || !located.row.has_column(column) {
        return Ok(None);
    }
    located.read_amount(column)
}
