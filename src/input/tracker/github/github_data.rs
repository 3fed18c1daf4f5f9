//! The data of all documents together: issues, boards, iterations and milestones.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::json_moment::{JsonMoment, sort_instant};
use super::board_ref::BoardRef;
use super::github_entry::{Entry, MilestoneField};
use super::project_board::{Card, Iteration};
use crate::input::moment::Moment;

/// All issues, boards, iterations and milestones of the input.
#[derive(Debug, Default)]
pub(super) struct GitHubData {
    /// Issues by key.
    pub(super) issues: BTreeMap<String, Issue>,
    /// Boards by the day on which they were read; one of an unknown day comes last.
    pub(super) boards: Vec<BoardSnapshot>,
    /// The names of the boards, as far as they are known.
    pub(super) board_refs: BTreeSet<BoardRef>,
    /// Iterations of the boards by title.
    pub(super) iterations: BTreeMap<String, Iteration>,
    /// Milestones by title, with their due dates.
    pub(super) milestones: BTreeMap<String, Option<Date>>,
    /// The day on which the last document was read, if any document has its day.
    pub(super) last_snapshot_date: Option<Date>,
    /// The last instant in any document.
    pub(super) latest_known: Option<Moment>,
}

/// An issue, as the document with its last change has it; as the last document has it if they lack the times.
#[derive(Debug, Default)]
pub(super) struct Issue {
    pub(super) title: Option<String>,
    pub(super) created: Option<Moment>,
    /// The time of the last change that a document has.
    pub(super) updated: Option<Moment>,
    pub(super) state: IssueState,
    /// The milestone that it is in; the outer `None` if no document has it.
    pub(super) milestone: Option<Option<String>>,
    /// The names of its labels; `None` if no document has them.
    pub(super) labels: Option<Vec<String>>,
    pub(super) is_pull_request: bool,
    pub(super) events: Vec<(Moment, IssueEvent)>,
}

impl Issue {
    /// Takes over the state of a document: all of it if it is not older than the known one, else only what is unknown.
    pub(super) fn merge_state(&mut self, entry: Entry, state: IssueState) {
        let updated = entry.updated.map(|JsonMoment(at)| at);
        let is_older =
            updated.zip(self.updated).is_some_and(|(at, known)| sort_instant(at) < sort_instant(known));
        let milestone = match entry.milestone {
            MilestoneField::NotGiven => None,
            MilestoneField::Empty => Some(None),
            MilestoneField::Given(milestone) => Some(Some(milestone.title)),
        };
        let labels = entry.labels.map(|labels| labels.0.into_iter().map(|label| label.0).collect());
        let state = Some(state).filter(|state| *state != IssueState::Unknown);
        let known_state = Some(self.state).filter(|known| *known != IssueState::Unknown);
        self.title = newer_value(is_older, entry.title, self.title.take());
        self.created = newer_value(is_older, entry.created.map(|JsonMoment(at)| at), self.created);
        self.state = newer_value(is_older, state, known_state).unwrap_or_default();
        self.milestone = newer_value(is_older, milestone, self.milestone.take());
        self.labels = newer_value(is_older, labels, self.labels.take());
        self.updated = newer_value(is_older, updated, self.updated);
    }
}

/// The newer one of a document's value and the known one, as far as there is one.
fn newer_value<T>(is_older: bool, value: Option<T>, known: Option<T>) -> Option<T> {
    if is_older { known.or(value) } else { value.or(known) }
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
    /// The issue was added to a board, or removed from it.
    BoardMembership {
        board: BoardRef,
        is_member: bool,
    },
    /// The status on a board was changed. REST does not write the status.
    StatusChanged {
        board: BoardRef,
        status: Option<String>,
    },
}

/// A board on a day.
#[derive(Debug, Default)]
pub(super) struct BoardSnapshot {
    pub(super) snapshot_date: Option<Date>,
    /// Cards by key.
    pub(super) cards: BTreeMap<String, Card>,
}
