//! The state of a row: done, open, or no longer in the sprint.

use ::csv::StringRecord;

use super::super::state_names::means_done;
use super::columns::ExportColumns;
use super::layout::{ExportLayout, Role};
use crate::input::ReadOptions;

/// The state of an item today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RowState {
    pub(super) kind: RowStateKind,
    /// True if the meaning follows from the name of the state only.
    pub(super) is_guessed: bool,
    /// True if the dates of completion in the row belong to this state: the tracker counts it as done, too.
    pub(super) has_completion_dates: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowStateKind {
    Open,
    Done,
    Removed,
}

impl RowState {
    fn from_certain(kind: RowStateKind) -> Self {
        Self { kind, is_guessed: false, has_completion_dates: true }
    }
}

/// Returns the state of a row. An export has no times of started work, so that it counts as open.
pub(super) fn row_state(
    row: &StringRecord,
    columns: &ExportColumns,
    layout: &ExportLayout,
    options: &ReadOptions,
) -> RowState {
    let lower = |role| columns.first_cell(row, role).map(str::to_lowercase);
    let (state, category) = (lower(Role::State), lower(Role::Category));
    let is_in =
        |list: &[&str], text: &Option<String>| text.as_deref().is_some_and(|text| list.contains(&text));
    if is_in(layout.removed, &state) || columns.first_cell(row, Role::Canceled).is_some() {
        return RowState::from_certain(RowStateKind::Removed);
    }
    let of = |is_done: bool| if is_done { RowStateKind::Done } else { RowStateKind::Open };
    if let Some(names) = &options.done {
        let is_named = names.iter().any(|name| state.as_deref() == Some(name.trim().to_lowercase().as_str()));
        let has_completion_dates = !is_named || is_in(layout.done, &category) || is_in(layout.done, &state);
        return RowState { kind: of(is_named), is_guessed: false, has_completion_dates };
    }
    if let Some(is_done) = lower(Role::IsDone) {
        return RowState::from_certain(of(["true", "t", "yes", "1"].contains(&is_done.as_str())));
    }
    let known = |text: &Option<String>| {
        let is_done = is_in(layout.done, text);
        (is_done || is_in(layout.open, text)).then_some(is_done)
    };
    if let Some(is_done) = known(&category).or_else(|| category.is_none().then(|| known(&state))?) {
        return RowState::from_certain(of(is_done));
    }
    if [Role::Completed, Role::Resolution].into_iter().any(|role| columns.first_cell(row, role).is_some()) {
        return RowState::from_certain(RowStateKind::Done);
    }
    // Where the table has the times of completion, an empty cell says that there was none.
    if columns.columns_of(Role::Completed).next().is_some() && !state.as_deref().is_some_and(means_done) {
        return RowState::from_certain(RowStateKind::Open);
    }
    let is_done = category.as_deref().or(state.as_deref()).is_some_and(means_done);
    RowState { kind: of(is_done), is_guessed: true, has_completion_dates: true }
}
