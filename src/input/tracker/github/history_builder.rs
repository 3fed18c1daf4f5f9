//! The history of one item: from the days on which its board was read, its events, its creation and its close.

use std::collections::{BTreeMap, BTreeSet};

use super::super::json_moment::{sort_instant, utc_date};
use super::super::naming::state_progress;
use super::github_data::{GitHubData, Issue, IssueEvent, IssueState};
use super::project_board::Card;
use super::sprint_choice::SprintChoice;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, ItemState, Progress};

/// The builder of the histories of all items.
pub(super) struct HistoryBuilder<'a> {
    pub(super) data: &'a GitHubData,
    /// The boards that have an item, by the item's key.
    pub(super) boards_by_item: BTreeMap<&'a str, Vec<usize>>,
    pub(super) choice: &'a SprintChoice,
    /// The states that count as done. If there are none, an issue is done when it is closed, as far as its state is known.
    pub(super) done: Option<&'a [String]>,
    /// Returns the estimate on a card, or that of an issue's labels.
    pub(super) estimate: &'a dyn Fn(Option<&Card>, &Issue) -> Option<Amount>,
}

/// An item's history, and the assumption behind it.
pub(super) struct DerivedHistory {
    pub(super) item: ItemHistory,
    /// True if the item counts as joined at its creation, since nothing says when it joined.
    pub(super) joined_when_created: bool,
}

/// A change of one property. Membership and closing as not planned are combined later: both decide if the item is in the sprint.
#[derive(Clone, Copy, Debug, PartialEq)]
enum HistoryStep {
    Membership(bool),
    NotPlanned(bool),
    Estimated(Option<Amount>),
    ProgressChanged(Progress),
}

/// A history that is being built.
#[derive(Default)]
struct StepList {
    member: bool,
    estimate: Option<Amount>,
    steps: Vec<(Moment, HistoryStep)>,
    joined_when_created: bool,
}

impl StepList {
    fn push_step(&mut self, at: Moment, step: HistoryStep) {
        self.steps.push((at, step));
    }

    /// Puts the item into the sprint at its creation; from the beginning if that is unknown.
    fn join_at_creation(&mut self, created: Option<Moment>) {
        match created {
            Some(created) => {
                self.joined_when_created = true;
                self.push_step(created, HistoryStep::Membership(true));
            }
            None => self.member = true,
        }
    }
}

impl HistoryBuilder<'_> {
    /// Builds the history of the item with this key; `None` if the item never was in the sprint.
    pub(super) fn build_history(&self, key: &str) -> Option<DerivedHistory> {
        let no_issue = Issue::default();
        let issue = self.data.issues.get(key).unwrap_or(&no_issue);
        if issue.is_pull_request {
            return None;
        }
        let mut events = issue.events.clone();
        events.sort_by(|a, b| (sort_instant(a.0), &a.1).cmp(&(sort_instant(b.0), &b.1)));
        events.dedup();

        let is_done_by_status =
            self.done.is_some() || (issue.state == IssueState::Unknown && events.is_empty());
        let mut steps = StepList { estimate: (self.estimate)(None, issue), ..StepList::default() };
        self.add_board_steps(key, issue, is_done_by_status, &mut steps);
        match self.choice {
            SprintChoice::Milestone(title, _) => add_milestone_steps(title, issue, &events, &mut steps),
            SprintChoice::All => steps.join_at_creation(issue.created),
            SprintChoice::Iteration(..) => {}
        }
        if !is_done_by_status || !self.boards_by_item.contains_key(key) {
            self.add_closing_steps(issue, &events, &mut steps);
        }
        let shown = |index: &usize| self.data.boards.get(*index)?.cards.get(key)?.title.clone();
        let title =
            issue.title.clone().or_else(|| self.boards_by_item.get(key)?.iter().rev().find_map(shown));
        derive_history(key, title, steps)
    }

    /// The boards that have an item, by the item's key.
    pub(super) fn boards_by_item(data: &GitHubData) -> BTreeMap<&str, Vec<usize>> {
        let mut shown: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, board) in data.boards.iter().enumerate() {
            for key in board.cards.keys() {
                shown.entry(key).or_default().push(index);
            }
        }
        shown
    }

    /// The time at which a board was read. A board of an unknown day was read after everything that is known.
    fn board_time(&self, index: usize) -> Option<Moment> {
        let board = self.data.boards.get(index)?;
        board.snapshot_date.map(Moment::Date).or(self.data.latest_known)
    }

    /// The boards that may change an item: those that have it, and those that come right after one that has it.
    fn boards_to_check(&self, key: &str) -> BTreeSet<usize> {
        let shown = self.boards_by_item.get(key).map(Vec::as_slice).unwrap_or_default();
        shown.iter().flat_map(|index| [*index, index + 1]).collect()
    }

    /// Adds the changes from one board to the next.
    fn add_board_steps(&self, key: &str, issue: &Issue, is_done_by_status: bool, steps: &mut StepList) {
        let title = match self.choice {
            SprintChoice::Iteration(dates) => Some(&dates.title),
            _ => None,
        };
        let mut previous = PreviousCard {
            issue,
            is_first_board: true,
            is_done_by_status,
            member: false,
            estimate: None,
            progress: Progress::Open,
            board_time: None,
        };
        for index in self.boards_to_check(key) {
            let (Some(board), Some(at)) = (self.data.boards.get(index), self.board_time(index)) else {
                continue;
            };
            previous.is_first_board = index == 0;
            previous.board_time = index.checked_sub(1).and_then(|before| self.board_time(before));
            let card = board.cards.get(key);
            if let Some(title) = title {
                let is_member =
                    card.is_some_and(|card| card.iterations().any(|iteration| iteration.title == *title));
                previous.member = update_membership(&previous, card, is_member, at, steps);
            }
            if let Some(card) = card {
                let estimate = (self.estimate)(Some(card), issue);
                if previous.estimate.is_none() {
                    steps.estimate = estimate;
                } else if previous.estimate != Some(estimate) {
                    steps.push_step(at, HistoryStep::Estimated(estimate));
                }
                previous.estimate = Some(estimate);
                self.add_status_step(card, &mut previous, at, steps);
            }
        }
    }

    fn add_status_step(
        &self,
        card: &Card,
        previous: &mut PreviousCard<'_>,
        at: Moment,
        steps: &mut StepList,
    ) {
        let progress = card
            .status_name()
            .map_or(Progress::Open, |status| state_progress(status, self.done.unwrap_or_default()));
        let closed = match previous.issue.state {
            IssueState::Closed { at, .. } => at,
            _ => None,
        };
        let is_closed = closed.is_some_and(|closed| sort_instant(closed) <= sort_instant(at));
        // A single board has today's status, but not the time since when it holds.
        let is_only_board = self.data.boards.len() < 2;
        if progress == previous.progress
            || (!previous.is_done_by_status && (is_only_board || is_closed || progress == Progress::Done))
        {
            return;
        }
        let between = |closed: &Moment| {
            is_closed && previous.board_time.is_none_or(|before| sort_instant(before) < sort_instant(*closed))
        };
        // A board gives the day at best, while the issue gives the second of its close.
        let closing_time = closed.filter(|closed| progress == Progress::Done && between(closed));
        steps.push_step(closing_time.unwrap_or(at), HistoryStep::ProgressChanged(progress));
        previous.progress = progress;
    }

    /// Adds the closes and reopenings among the issue's own events.
    fn add_closing_steps(&self, issue: &Issue, events: &[(Moment, IssueEvent)], steps: &mut StepList) {
        let mut closed = None;
        for (at, event) in events {
            match event {
                IssueEvent::Closed { is_planned } => {
                    steps.push_close(*at, *is_planned);
                    closed = Some(*at);
                }
                IssueEvent::Reopened => {
                    steps.push_reopen(*at);
                    closed = None;
                }
                IssueEvent::Milestoned(_) | IssueEvent::Demilestoned(_) => {}
            }
        }
        // Lists of events may be truncated: the state of the issue overrules them.
        match (issue.state, closed) {
            (IssueState::Closed { at, is_planned }, None) => {
                let last = self.data.last_snapshot_date.map(Moment::Date).or(self.data.latest_known);
                if let Some(at) = at.or(last) {
                    steps.push_close(at, is_planned);
                }
            }
            (IssueState::Open, Some(at)) => steps.push_reopen(at),
            _ => {}
        }
    }
}

impl StepList {
    fn push_close(&mut self, at: Moment, is_planned: bool) {
        self.push_step(
            at,
            if is_planned {
                HistoryStep::ProgressChanged(Progress::Done)
            } else {
                HistoryStep::NotPlanned(true)
            },
        );
    }

    fn push_reopen(&mut self, at: Moment) {
        self.push_step(at, HistoryStep::NotPlanned(false));
        self.push_step(at, HistoryStep::ProgressChanged(Progress::Open));
    }
}

/// The item on the previous board.
struct PreviousCard<'a> {
    issue: &'a Issue,
    /// True if the status on the board decides if the item is done.
    is_done_by_status: bool,
    is_first_board: bool,
    member: bool,
    /// `None` before any board has the item.
    estimate: Option<Option<Amount>>,
    progress: Progress,
    board_time: Option<Moment>,
}

/// Updates the membership of the item by one more board. Returns true if the item is in the sprint on that board.
fn update_membership(
    previous: &PreviousCard<'_>,
    card: Option<&Card>,
    is_member: bool,
    at: Moment,
    steps: &mut StepList,
) -> bool {
    let issue = previous.issue;
    // Teams archive done items: a done item that disappears stays in the sprint.
    let is_archived = card.is_none() && previous.member && previous.progress == Progress::Done;
    let closed = matches!(issue.state, IssueState::Closed { .. });
    if is_member == previous.member || is_archived || (card.is_none() && closed) {
        return previous.member;
    }
    if previous.is_first_board {
        steps.join_at_creation(issue.created);
        return is_member;
    }
    let created_since = issue
        .created
        .filter(|created| previous.board_time.is_none_or(|before| utc_date(before) < utc_date(*created)));
    match created_since {
        Some(created) if is_member && sort_instant(created) <= sort_instant(at) => {
            steps.joined_when_created = true;
            steps.push_step(created, HistoryStep::Membership(true));
        }
        // A closed issue was in the sprint before it was closed.
        _ => steps.push_step(
            closing_time_between(previous, at).filter(|_| is_member).unwrap_or(at),
            HistoryStep::Membership(is_member),
        ),
    }
    is_member
}

/// The time of the issue's close if that was after the previous board and not after this one.
fn closing_time_between(previous: &PreviousCard<'_>, board_time: Moment) -> Option<Moment> {
    let is_after =
        |closed: &Moment| previous.board_time.is_none_or(|at| sort_instant(at) < sort_instant(*closed));
    match previous.issue.state {
        IssueState::Closed { at, .. } => {
            at.filter(|closed| is_after(closed) && sort_instant(*closed) <= sort_instant(board_time))
        }
        _ => None,
    }
}

/// Adds the changes of the milestone. An issue has one milestone at a time.
fn add_milestone_steps(title: &str, issue: &Issue, events: &[(Moment, IssueEvent)], steps: &mut StepList) {
    let mut has_milestone_events = false;
    for (at, event) in events {
        let is_member = match event {
            IssueEvent::Milestoned(milestone) => milestone == title,
            IssueEvent::Demilestoned(milestone) if milestone == title => {
                steps.member |= !has_milestone_events;
                false
            }
            _ => continue,
        };
        has_milestone_events |=
            matches!(event, IssueEvent::Milestoned(name) | IssueEvent::Demilestoned(name) if name == title);
        steps.push_step(*at, HistoryStep::Membership(is_member));
    }
    if !has_milestone_events && issue.milestone.iter().flatten().any(|milestone| milestone == title) {
        steps.join_at_creation(issue.created);
    }
}

/// Combines the steps: an issue that is closed as not planned leaves the sprint.
fn derive_history(key: &str, title: Option<String>, mut steps: StepList) -> Option<DerivedHistory> {
    steps.steps.sort_by_key(|(at, _)| sort_instant(*at));
    let (mut member, mut not_planned, mut inside) = (steps.member, false, steps.member);
    let mut was_ever_inside = inside;
    let mut events = Vec::with_capacity(steps.steps.len());
    for (at, step) in &steps.steps {
        match step {
            HistoryStep::Membership(is) => member = *is,
            HistoryStep::NotPlanned(is) => not_planned = *is,
            HistoryStep::Estimated(estimate) => events.push((*at, StateChange::Estimated(*estimate))),
            HistoryStep::ProgressChanged(progress) => {
                events.push((*at, StateChange::ProgressChanged(*progress)));
            }
        }
        let is_inside = member && !not_planned;
        if is_inside != inside {
            events.push((*at, if is_inside { StateChange::Joined } else { StateChange::Left }));
            inside = is_inside;
            was_ever_inside |= is_inside;
        }
    }
    let initial_state =
        ItemState { in_sprint: steps.member, estimate: steps.estimate, progress: Progress::Open };
    let item = ItemHistory { key: key.to_owned(), title, initial_state, events };
    was_ever_inside.then_some(DerivedHistory { item, joined_when_created: steps.joined_when_created })
}
