//! The progress that each status means.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::known_states::{KnownStates, lower_name};
use super::changelog::FieldChange;
use super::issue::Issue;
use crate::input::json_value::JsonValue;
use crate::sprint::Progress;

/// The configuration of a board.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BoardConfig {
    column_config: ColumnConfig,
    /// The statistic that the board adds up.
    pub(super) estimation: Option<Estimation>,
}

#[derive(Debug, Deserialize)]
struct ColumnConfig {
    columns: Vec<BoardColumn>,
}

#[derive(Debug, Deserialize)]
struct BoardColumn {
    name: String,
    #[serde(default)]
    statuses: Vec<StatusId>,
}

#[derive(Debug, Deserialize)]
struct StatusId {
    id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Estimation {
    /// `field`, `issueCount` or `none`.
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    pub(super) field: Option<EstimationField>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EstimationField {
    pub(super) field_id: String,
}

/// A status of the Jira instance.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Status {
    id: String,
    name: String,
    status_category: Option<StatusCategory>,
}

#[derive(Clone, Debug, Deserialize)]
struct StatusCategory {
    key: String,
}

/// The progress that each status means for the sprint.
pub(super) struct StatusMap {
    by_id: BTreeMap<String, Progress>,
    by_name: BTreeMap<String, Progress>,
    /// States or columns that count as done, in lower case, if the caller names them.
    done: Option<Vec<String>>,
    /// True if a board says which statuses are done.
    has_board: bool,
}

impl StatusMap {
    /// Creates the map from the statuses of the issues and the list of all statuses. The columns of the board overrule their
    /// categories.
    pub(super) fn new(
        issues: &[Issue<'_>],
        statuses: &[Status],
        board: Option<&BoardConfig>,
        done: Option<&[String]>,
    ) -> Self {
        let of_issues = issues.iter().filter_map(|issue| issue.non_null_field("status"));
        let of_issues = of_issues.filter_map(|status: &JsonValue<'_>| Status::deserialize(status).ok());
        let mut map = Self {
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            done: done.map(|names| names.iter().map(|name| lower_name(name)).collect()),
            has_board: board.is_some(),
        };
        for status in of_issues.chain(statuses.iter().cloned()) {
            let progress = match status.status_category.as_ref().map(|category| category.key.as_str()) {
                Some("done") => Progress::Done,
                Some("indeterminate") => Progress::Started,
                Some("new" | "undefined") => Progress::Open,
                _ => continue,
            };
            map.by_name.insert(lower_name(&status.name), progress);
            map.by_id.insert(status.id, progress);
        }
        if let Some(board) = board {
            map.apply_board_columns(board);
        }
        map
    }

    /// Makes the statuses of the last column done, and no others, as in Jira's own chart.
    fn apply_board_columns(&mut self, board: &BoardConfig) {
        let columns = &board.column_config.columns;
        for progress in self.by_id.values_mut().chain(self.by_name.values_mut()) {
            if *progress == Progress::Done {
                *progress = Progress::Started;
            }
        }
        for (index, column) in columns.iter().enumerate() {
            let is_named = |names: &Vec<String>| names.contains(&lower_name(&column.name));
            let is_done = self.done.as_ref().map_or(index + 1 == columns.len(), is_named);
            for status in &column.statuses {
                let usual = if index == 0 { Progress::Open } else { Progress::Started };
                let known = self.by_id.get(&status.id).copied().unwrap_or(usual);
                self.by_id.insert(status.id.clone(), if is_done { Progress::Done } else { known });
            }
        }
    }

    /// The progress that a status means; `None` if it is unknown.
    pub(super) fn progress_of(&self, id: Option<&str>, name: Option<&str>) -> Option<Progress> {
        let name = lower_name(name.unwrap_or_default());
        let known = id.and_then(|id| self.by_id.get(id)).or_else(|| self.by_name.get(&name)).copied();
        let Some(done) = &self.done else { return known };
        let is_named = done.contains(&name) || id.is_some_and(|id| done.iter().any(|done| done == id));
        let is_column = self.has_board && known == Some(Progress::Done);
        Some(match known {
            _ if is_named || is_column => Progress::Done,
            Some(Progress::Open) => Progress::Open,
            _ => Progress::Started,
        })
    }
}

/// Returns the states and columns by name and id. The list of all statuses, and nothing else, has those in which no issue ever was.
pub(super) fn known_states(
    issues: &[Issue<'_>],
    statuses: &[Status],
    board: Option<&BoardConfig>,
) -> KnownStates {
    let changes = issues.iter().flat_map(|issue| &issue.changes).filter(|change| change.item.is_of_status());
    let changed = changes.flat_map(|FieldChange { item, .. }| {
        [item.from, item.from_string, item.to, item.to_string].into_iter().flatten()
    });
    let todays = issues.iter().filter_map(|issue| issue.non_null_field("status"));
    let todays =
        todays.flat_map(|status| ["id", "name"].into_iter().filter_map(|name| status.get(name)?.as_str()));
    let listed = statuses.iter().flat_map(|status| [status.id.as_str(), status.name.as_str()]);
    let columns = board.into_iter().flat_map(|board| &board.column_config.columns);
    let columns = columns.flat_map(|column| {
        let statuses = column.statuses.iter().map(|status| status.id.as_str());
        std::iter::once(column.name.as_str()).chain(statuses)
    });
    KnownStates::from_names(changed.chain(todays).chain(listed).chain(columns), !statuses.is_empty())
}
