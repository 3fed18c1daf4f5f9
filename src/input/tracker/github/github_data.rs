//! The data of all documents together: issues, boards, iterations and milestones.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::project_board::{Card, Iteration};
use crate::input::moment::Moment;

/// All issues, boards, iterations and milestones of the input.
#[derive(Debug, Default)]
pub(super) struct GitHubData {
    /// Issues by key.
    pub(super) issues: BTreeMap<String, Issue>,
    /// Boards by the day on which they were read; one of an unknown day comes last.
    pub(super) boards: Vec<BoardSnapshot>,
    /// Iterations of the boards by title.
    pub(super) iterations: BTreeMap<String, Iteration>,
    /// Milestones by title, with their due dates.
    pub(super) milestones: BTreeMap<String, Option<Date>>,
    /// The day on which the last document was read, if any document has its day.
    pub(super) last_snapshot_date: Option<Date>,
    /// The last instant in any document.
    pub(super) latest_known: Option<Moment>,
}

/// An issue, as the last document has it.
#[derive(Debug, Default)]
pub(super) struct Issue {
    pub(super) title: Option<String>,
    pub(super) created: Option<Moment>,
    pub(super) state: IssueState,
    pub(super) milestone: Option<String>,
    pub(super) labels: Vec<String>,
    pub(super) is_pull_request: bool,
    pub(super) events: Vec<(Moment, IssueEvent)>,
}

/// The state of an issue, as far as the documents have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum IssueState {
    #[default]
    Unknown,
    Open,
    /// The issue is closed; the time of it is not always known.
    Closed {
        at: Option<Moment>,
        is_planned: bool,
    },
}

/// A change of an issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IssueEvent {
    Milestoned(String),
    Demilestoned(String),
    /// The issue was closed, as done or as not planned.
    Closed {
        is_planned: bool,
    },
    Reopened,
}

/// A board on a day.
#[derive(Debug, Default)]
pub(super) struct BoardSnapshot {
    pub(super) snapshot_date: Option<Date>,
    /// Cards by key.
    pub(super) cards: BTreeMap<String, Card>,
    pub(super) total: usize,
}
