//! The history of one item: from the days on which its board was read, its events, its creation and its close.

use std::collections::{BTreeMap, BTreeSet};

use super::super::completion_time::DatedCompletions;
use super::super::json_moment::{sort_instant, utc_date};
use super::super::naming::state_progress;
use super::board_events::{BoardEvents, completion_dates, status_history};
use super::board_index::BoardIndex;
use super::github_data::{GitHubData, Issue, IssueEvent, IssueState};
use super::history_steps::{DerivedHistory, HistoryStep, StepList};
use super::project_board::Card;
use super::sprint_choice::SprintChoice;
use crate::input::moment::Moment;
use crate::sprint::{Amount, Progress};

/// The builder of the histories of all items.
pub(super) struct HistoryBuilder<'a> {
    pub(super) data: &'a GitHubData,
    /// The names of the boards, to which events belong.
    pub(super) boards: BoardIndex<'a>,
    /// The boards that have an item, by the item's key.
    pub(super) boards_by_item: BTreeMap<&'a str, Vec<usize>>,
    pub(super) choice: &'a SprintChoice,
    /// The states that count as done. If there are none, an issue is done when it is closed, as far as its state is known.
    pub(super) done: Option<&'a [String]>,
    /// Returns the estimate on a card, or that of an issue's labels.
    pub(super) estimate: &'a dyn Fn(Option<&Card>, &Issue) -> Option<Amount>,
}

impl HistoryBuilder<'_> {
    /// Builds the history of the item with this key; `None` if the item never was in the sprint.
    pub(super) fn build_history(
        &self,
        key: &str,
        completions: &mut DatedCompletions,
    ) -> Option<DerivedHistory> {
        let no_issue = Issue::default();
        let issue = self.data.issues.get(key).unwrap_or(&no_issue);
        if issue.is_pull_request {
            return None;
        }
        let mut events = issue.events.clone();
        events.sort_by(|a, b| (sort_instant(a.0), &a.1).cmp(&(sort_instant(b.0), &b.1)));
        events.dedup();

        let board_events = BoardEvents::of_boards(&events, &self.boards);
        let tells_close = |(_, event): &(_, IssueEvent)| {
            !matches!(event, IssueEvent::BoardMembership { .. } | IssueEvent::StatusChanged { .. })
        };
        let is_done_by_status =
            self.done.is_some() || (issue.state == IssueState::Unknown && !events.iter().any(tells_close));
        let history =
            EventHistory { key, issue, events: &events, board_events: &board_events, is_done_by_status };
        let mut steps = StepList::new((self.estimate)(None, issue), completions);
        self.add_board_steps(&history, &mut steps);
        match self.choice {
            SprintChoice::Milestone(title, _) => add_milestone_steps(title, issue, &events, &mut steps),
            SprintChoice::All => steps.join_at_creation(issue.created),
            SprintChoice::Iteration(..) => {}
        }
        if !is_done_by_status || !self.boards_by_item.contains_key(key) {
            add_closing_steps(&history, &mut steps);
        }
        let shown = |index: &usize| self.data.boards.get(*index)?.cards.get(key)?.title.clone();
        let title =
            issue.title.clone().or_else(|| self.boards_by_item.get(key)?.iter().rev().find_map(shown));
        steps.into_history(key, title)
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
    fn add_board_steps(&self, history: &EventHistory<'_>, steps: &mut StepList<'_>) {
        let EventHistory { key, issue, .. } = *history;
        let has_status_events = self.add_status_events(history, steps);
        let title = match self.choice {
            SprintChoice::Iteration(dates) => Some(&dates.title),
            _ => None,
        };
        let mut previous = PreviousCard {
            history,
            is_first_board: true,
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
                if has_status_events {
                    previous.progress = self.status_progress(card);
                } else {
                    self.add_status_step(card, &mut previous, at, steps);
                }
            }
        }
    }

    /// Adds the changes of the status that events tell. Returns true if there are any: then the boards of single days tell
    /// nothing more.
    fn add_status_events(&self, history: &EventHistory<'_>, steps: &mut StepList<'_>) -> bool {
        let EventHistory { key, issue, board_events, .. } = *history;
        let last_board =
            self.boards_by_item.get(key).and_then(|boards| self.data.boards.get(*boards.last()?));
        let last_card = last_board.and_then(|board| board.cards.get(key));
        let Some(card) = last_card.filter(|_| board_events.has_status_changes()) else { return false };
        let history = status_history(board_events, card, issue, self.done.unwrap_or_default());
        for (at, progress) in history.steps {
            steps.push_step(at, HistoryStep::StatusChanged(progress));
        }
        if let Some(correction) = history.correction {
            steps.history_disagrees |= correction.disagrees;
            let at = correction.at.or_else(|| match correction.progress {
                Progress::Done => steps.completions.date_completion(&completion_dates(board_events, issue)),
                _ => steps.completions.latest_known(),
            });
            if let Some(at) = at {
                steps.push_step(at, HistoryStep::StatusChanged(correction.progress));
            }
        }
        true
    }

    /// The progress that the status of a card means.
    fn status_progress(&self, card: &Card) -> Progress {
        let status = card.status_name();
        status.map_or(Progress::Open, |status| state_progress(status, self.done.unwrap_or_default()))
    }

    fn add_status_step(
        &self,
        card: &Card,
        previous: &mut PreviousCard<'_>,
        at: Moment,
        steps: &mut StepList<'_>,
    ) {
        let progress = self.status_progress(card);
        let EventHistory { issue, board_events, is_done_by_status, .. } = *previous.history;
        let closed = match issue.state {
            IssueState::Closed { at, .. } => at,
            _ => None,
        };
        let is_closed = closed.is_some_and(|closed| sort_instant(closed) <= sort_instant(at));
        // A single board has today's status, but not the time since when it holds.
        let is_only_board = self.data.boards.len() < 2;
        if progress == previous.progress
            || (!is_done_by_status && (is_only_board || is_closed || progress == Progress::Done))
        {
            return;
        }
        let between = |closed: &Moment| {
            is_closed && previous.board_time.is_none_or(|before| sort_instant(before) < sort_instant(*closed))
        };
        // A board gives the day at best, while the issue gives the second of its close.
        let closing_time = closed.filter(|closed| progress == Progress::Done && between(closed));
        let dates = completion_dates(board_events, issue);
        let closing_time = match closing_time {
            None if is_only_board && progress == Progress::Done => steps.completions.date_completion(&dates),
            known => known,
        };
        steps.push_step(closing_time.unwrap_or(at), HistoryStep::ProgressChanged(progress));
        previous.progress = progress;
    }
}

/// Adds the closes and reopenings among the issue's own events.
fn add_closing_steps(history: &EventHistory<'_>, steps: &mut StepList<'_>) {
    let EventHistory { issue, events, board_events, .. } = *history;
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
            _ => {}
        }
    }
    // Lists of events may be truncated: the state of the issue overrules them.
    match (issue.state, closed) {
        (IssueState::Closed { at, is_planned }, None) => {
            let dates = completion_dates(board_events, issue);
            if let Some(at) = at.or_else(|| steps.completions.date_completion(&dates)) {
                steps.push_close(at, is_planned);
            }
        }
        (IssueState::Open, Some(at)) => steps.push_reopen(at),
        _ => {}
    }
}

/// The events of an item, and what they say of its progress.
#[derive(Clone, Copy)]
struct EventHistory<'a> {
    key: &'a str,
    issue: &'a Issue,
    events: &'a [(Moment, IssueEvent)],
    board_events: &'a BoardEvents,
    /// True if the status on the board decides if the item is done.
    is_done_by_status: bool,
}

/// The item on the previous board.
struct PreviousCard<'a> {
    history: &'a EventHistory<'a>,
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
    steps: &mut StepList<'_>,
) -> bool {
    let EventHistory { issue, board_events, .. } = *previous.history;
    // Teams archive done items: a done item that disappears stays in the sprint.
    let is_archived = card.is_none() && previous.member && previous.progress == Progress::Done;
    let closed = matches!(issue.state, IssueState::Closed { .. });
    if is_member == previous.member || is_archived || (card.is_none() && closed) {
        return previous.member;
    }
    if previous.is_first_board {
        // It can't be in the sprint before it is on the board.
        let joined = board_events.first_addition().or(issue.created);
        steps.join_at_creation(joined);
        let (absences, disagrees) = board_events.find_absences();
        steps.history_disagrees |= disagrees;
        for (at, is_member) in absences {
            steps.push_step(at, HistoryStep::Membership(is_member));
        }
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
        _ => {
            let moved = board_events.last_membership_between(previous.board_time, at, is_member);
            let moved = moved.filter(|_| is_member || card.is_none());
            let closed = closing_time_between(previous, at).filter(|_| is_member);
            steps.push_step(moved.or(closed).unwrap_or(at), HistoryStep::Membership(is_member));
        }
    }
    is_member
}

/// The time of the issue's close if that was after the previous board and not after this one.
fn closing_time_between(previous: &PreviousCard<'_>, board_time: Moment) -> Option<Moment> {
    let is_after =
        |closed: &Moment| previous.board_time.is_none_or(|at| sort_instant(at) < sort_instant(*closed));
    match previous.history.issue.state {
        IssueState::Closed { at, .. } => {
            at.filter(|closed| is_after(closed) && sort_instant(*closed) <= sort_instant(board_time))
        }
        _ => None,
    }
}

/// Adds the changes of the milestone. An issue has one milestone at a time.
fn add_milestone_steps(
    title: &str,
    issue: &Issue,
    events: &[(Moment, IssueEvent)],
    steps: &mut StepList<'_>,
) {
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
