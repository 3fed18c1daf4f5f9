//! Tasks below stories: those that count, so that no work is counted twice.
//!
//! Hours are those of each work item alone, so that all of them count. Points of a task are a part of its story's points, if the
//! story has any. Of counts, tasks are items as well, unless the caller leaves them out.

use std::collections::{BTreeMap, BTreeSet};

use super::amount_column::AmountColumn;
use super::located_row::LocatedRow;
use crate::input::ReadOptions;
use crate::sprint::Caveat;

/// The type of the work items that the other types are made of.
const TASK: &str = "Task";

/// The rows that count, and what is to be said of the others.
pub(super) struct CountedRows<'r, 'a> {
    pub(super) rows: Vec<&'r LocatedRow<'a>>,
    pub(super) caveat: Option<Caveat>,
}

/// Chooses the rows that count.
pub(super) fn count_rows<'r, 'a>(
    rows: Vec<&'r LocatedRow<'a>>,
    column: AmountColumn<'_>,
    options: &ReadOptions,
) -> CountedRows<'r, 'a> {
    let family = Family::from_rows(&rows, column);
    let is_left_out = |located: &&LocatedRow| {
        let is_part = match column {
            AmountColumn::Points | AmountColumn::Requested(_) => family.adds_nothing(located),
            AmountColumn::Count | AmountColumn::RemainingWork | AmountColumn::OriginalEstimate => false,
        };
        family.is_subtask(located) && (options.subtasks == Some(false) || is_part)
    };
    let (left_out, counted): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_left_out);
    let subtasks: Vec<&LocatedRow> =
        counted.iter().copied().filter(|located| family.is_subtask(located)).collect();
    let caveat = match (number_of_items(&left_out), number_of_items(&subtasks)) {
        (0, 0) => None,
        (0, counted) => (column == AmountColumn::Count).then_some(Caveat::SubtasksCounted(counted)),
        (left_out, _) => Some(Caveat::SubtasksLeftOut(left_out)),
    };
    CountedRows { rows: counted, caveat }
}

/// The work items that have tasks, or that are tasks.
struct Family<'c> {
    /// The ids of the work items of the sprint.
    items: BTreeSet<u64>,
    /// The work items that have an amount on some day.
    with_amount: BTreeSet<u64>,
    /// True if the rows name the parents.
    knows_parents: bool,
    /// True if there are other types than tasks.
    has_stories: bool,
    column: AmountColumn<'c>,
}

impl<'c> Family<'c> {
    fn from_rows(rows: &[&LocatedRow<'_>], column: AmountColumn<'c>) -> Self {
        let has_amount = |located: &&&LocatedRow| located.row.amount(column).is_some_and(|sum| sum > 0.0);
        let ids = |located: &&LocatedRow| located.row.work_item_id;
        Self {
            items: rows.iter().filter_map(ids).collect(),
            with_amount: rows.iter().filter(has_amount).filter_map(ids).collect(),
            knows_parents: rows.iter().any(|located| located.row.parent_id.is_some()),
            has_stories: rows
                .iter()
                .any(|located| located.row.work_item_type().is_some_and(|kind| kind != TASK)),
            column,
        }
    }

    /// Returns true if a work item is below another one of the sprint; where the rows don't say it, if it is a task beside other
    /// types.
    fn is_subtask(&self, located: &LocatedRow<'_>) -> bool {
        let row = &located.row;
        if self.knows_parents {
            row.parent_id.is_some_and(|parent| self.items.contains(&parent))
        } else {
            self.has_stories && row.work_item_type() == Some(TASK)
        }
    }

    /// Returns true if the story has an amount, of which that of the task is a part, or if the task has none.
    fn adds_nothing(&self, located: &LocatedRow<'_>) -> bool {
        let row = &located.row;
        let is_part = row.parent_id.is_some_and(|parent| self.with_amount.contains(&parent));
        let is_empty = match row.work_item_id {
            Some(id) => !self.with_amount.contains(&id),
            None => row.amount(self.column).unwrap_or_default() <= 0.0,
        };
        is_part || is_empty
    }
}

/// Returns the ids of the work items whose hours are those of their tasks: those that have tasks, and those of a type that has no
/// hours of its own.
pub(super) fn story_ids(rows: &[&LocatedRow<'_>]) -> BTreeSet<u64> {
    let has_own_type = |located: &&&LocatedRow| {
        located.row.work_item_type().is_some_and(|kind| kind != TASK && kind != "Bug")
    };
    let by_type = rows.iter().filter(has_own_type).filter_map(|located| located.row.work_item_id);
    by_type.chain(rows.iter().filter_map(|located| located.row.parent_id)).collect()
}

/// Returns the number of work items of some rows: of different ids, or the count on the last day.
fn number_of_items(rows: &[&LocatedRow<'_>]) -> usize {
    let ids: BTreeSet<u64> = rows.iter().filter_map(|located| located.row.work_item_id).collect();
    let mut by_day: BTreeMap<_, f64> = BTreeMap::new();
    for located in rows.iter().filter(|located| located.row.work_item_id.is_none()) {
        *by_day.entry(located.row.snapshot_date()).or_default() +=
            located.row.item_count().unwrap_or_default();
    }
    let summed = by_day.into_values().next_back().unwrap_or_default();
    ids.len() + summed.max(0.0) as usize
}
