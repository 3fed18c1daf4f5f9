//! Which states mean what.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::super::value::Value;
use super::answers::Answers;
use crate::sprint::Progress;

/// A board's configuration.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Board {
    column_config: ColumnConfig,
    /// What the board adds up.
    pub(super) estimation: Option<Estimation>,
}

#[derive(Debug, Deserialize)]
struct ColumnConfig {
    columns: Vec<Column>,
}

#[derive(Debug, Deserialize)]
struct Column {
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

/// A status of the instance.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Status {
    id: String,
    name: String,
    status_category: Option<Category>,
}

#[derive(Clone, Debug, Deserialize)]
struct Category {
    key: String,
}

/// What each state means for the sprint.
pub(super) struct States {
    by_id: BTreeMap<String, Progress>,
    by_name: BTreeMap<String, Progress>,
    /// States or columns that count as done, in small letters, where the caller names them.
    done: Option<Vec<String>>,
    /// Whether the board says what is done.
    has_board: bool,
}

impl States {
    pub(super) fn of(answers: &Answers<'_>, done: Option<&Vec<String>>) -> Self {
        let of_issues = answers.issues.iter().filter_map(|issue| issue.field("status"));
        let of_issues = of_issues.filter_map(|status: &Value<'_>| Status::deserialize(status).ok());
        let mut states = Self {
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            done: done.map(|names| names.iter().map(|name| name.to_lowercase()).collect()),
            has_board: answers.board.is_some(),
        };
        for status in of_issues.chain(answers.statuses.iter().cloned()) {
            let progress = match status.status_category.as_ref().map(|category| category.key.as_str()) {
                Some("done") => Progress::Done,
                Some("indeterminate") => Progress::Started,
                Some("new" | "undefined") => Progress::Open,
                _ => continue,
            };
            states.by_name.insert(status.name.to_lowercase(), progress);
            states.by_id.insert(status.id, progress);
        }
        if let Some(board) = &answers.board {
            states.lay_out(board);
        }
        states
    }

    /// What the last column has is done, and nothing else is, as in Jira's own chart.
    fn lay_out(&mut self, board: &Board) {
        let columns = &board.column_config.columns;
        for progress in self.by_id.values_mut().chain(self.by_name.values_mut()) {
            if *progress == Progress::Done {
                *progress = Progress::Started;
            }
        }
        for (index, column) in columns.iter().enumerate() {
            let is_named = |names: &Vec<String>| names.contains(&column.name.to_lowercase());
            let is_done = self.done.as_ref().map_or(index + 1 == columns.len(), is_named);
            for status in &column.statuses {
                let usual = if index == 0 { Progress::Open } else { Progress::Started };
                let known = self.by_id.get(&status.id).copied().unwrap_or(usual);
                self.by_id.insert(status.id.clone(), if is_done { Progress::Done } else { known });
            }
        }
    }

    /// What a state means, where that is known.
    pub(super) fn progress(&self, id: Option<&str>, name: Option<&str>) -> Option<Progress> {
        let name = name.unwrap_or_default().to_lowercase();
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

/// What most teams mean by a state's name.
pub(super) fn guess(name: Option<&str>) -> Progress {
    match name.unwrap_or_default().to_lowercase().as_str() {
        "done" | "closed" | "resolved" => Progress::Done,
        "open" | "new" | "to do" | "todo" | "backlog" | "reopened" => Progress::Open,
        _ => Progress::Started,
    }
}
