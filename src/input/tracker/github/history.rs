//! What happened to one item: from the days on which its board was read, its events, its creation and its close.

use std::collections::{BTreeMap, BTreeSet};

use super::super::names::progress;
use super::super::stamp::{date_of, rank};
use super::board::Card;
use super::choice::Choice;
use super::facts::{Facts, Happening, Issue, State};
use crate::input::moment::Moment;
use crate::input::told::{Change, ToldItem};
use crate::sprint::{Amount, ItemState, Progress};

/// What is asked of every item.
pub(super) struct Question<'a> {
    pub(super) facts: &'a Facts,
    /// The boards that have an item, by its key.
    pub(super) shown: BTreeMap<&'a str, Vec<usize>>,
    pub(super) choice: &'a Choice,
    /// States that count as done; none: whether an issue is closed, where that is known.
    pub(super) done: Option<&'a [String]>,
    /// The estimate on a card, or in an issue's labels.
    pub(super) estimate: &'a dyn Fn(Option<&Card>, &Issue) -> Option<Amount>,
}

/// An item with what is only assumed of it.
pub(super) struct History {
    pub(super) item: ToldItem,
    /// It counts as joined when it was created.
    pub(super) joined_when_created: bool,
}

/// One step, before membership and closing as not planned are put together.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Member(bool),
    NotPlanned(bool),
    Estimated(Option<Amount>),
    Became(Progress),
}

/// A history in the making.
#[derive(Default)]
struct Steps {
    member: bool,
    estimate: Option<Amount>,
    steps: Vec<(Moment, Step)>,
    joined_when_created: bool,
}

impl Steps {
    fn push(&mut self, at: Moment, step: Step) {
        self.steps.push((at, step));
    }

    /// In the sprint since it was created, or ever since.
    fn since_creation(&mut self, created: Option<Moment>) {
        match created {
            Some(created) => {
                self.joined_when_created = true;
                self.push(created, Step::Member(true));
            }
            None => self.member = true,
        }
    }
}

impl Question<'_> {
    /// The history of the item with this key; `None` when it never was in the sprint.
    pub(super) fn history(&self, key: &str) -> Option<History> {
        let nothing = Issue::default();
        let issue = self.facts.issues.get(key).unwrap_or(&nothing);
        if issue.is_pull_request {
            return None;
        }
        let mut events = issue.events.clone();
        events.sort_by(|a, b| (rank(a.0), &a.1).cmp(&(rank(b.0), &b.1)));
        events.dedup();

        let by_status = self.done.is_some() || (issue.state == State::Unknown && events.is_empty());
        let mut steps = Steps { estimate: (self.estimate)(None, issue), ..Steps::default() };
        self.boards(key, issue, by_status, &mut steps);
        match self.choice {
            Choice::Milestone(title, _) => milestones(title, issue, &events, &mut steps),
            Choice::All => steps.since_creation(issue.created),
            Choice::Iteration(..) => {}
        }
        if !by_status || !self.shown.contains_key(key) {
            self.closings(issue, &events, &mut steps);
        }
        let shown = |index: &usize| self.facts.boards.get(*index)?.cards.get(key)?.title.clone();
        let title = issue.title.clone().or_else(|| self.shown.get(key)?.iter().rev().find_map(shown));
        told(key, title, steps)
    }

    /// The boards that have an item, by its key.
    pub(super) fn shown(facts: &Facts) -> BTreeMap<&str, Vec<usize>> {
        let mut shown: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, board) in facts.boards.iter().enumerate() {
            for key in board.cards.keys() {
                shown.entry(key).or_default().push(index);
            }
        }
        shown
    }

    /// When a board was read; one of an unknown day no earlier than the last thing it can know of.
    fn taken(&self, index: usize) -> Option<Moment> {
        let board = self.facts.boards.get(index)?;
        board.taken.map(Moment::Date).or(self.facts.last)
    }

    /// The boards that may tell something new of an item: those that have it, and those that have it no more.
    fn told_by(&self, key: &str) -> BTreeSet<usize> {
        let shown = self.shown.get(key).map(Vec::as_slice).unwrap_or_default();
        shown.iter().flat_map(|index| [*index, index + 1]).collect()
    }

    /// What changed from one board to the next.
    fn boards(&self, key: &str, issue: &Issue, by_status: bool, steps: &mut Steps) {
        let title = match self.choice {
            Choice::Iteration(title, ..) => Some(title),
            _ => None,
        };
        let mut was = Was { by_status, member: false, estimate: None, progress: Progress::Open, taken: None };
        for index in self.told_by(key) {
            let (Some(board), Some(at)) = (self.facts.boards.get(index), self.taken(index)) else { continue };
            was.taken = index.checked_sub(1).and_then(|before| self.taken(before));
            let card = board.cards.get(key);
            if let Some(title) = title {
                let is =
                    card.is_some_and(|card| card.iterations().any(|iteration| iteration.title == *title));
                was.member = membership(&was, (card, is), (index == 0, at), issue, steps);
            }
            if let Some(card) = card {
                let estimate = (self.estimate)(Some(card), issue);
                if was.estimate.is_none() {
                    steps.estimate = estimate;
                } else if was.estimate != Some(estimate) {
                    steps.push(at, Step::Estimated(estimate));
                }
                was.estimate = Some(estimate);
                self.status(card, issue, (&mut was, at), steps);
            }
        }
    }

    fn status(&self, card: &Card, issue: &Issue, (was, at): (&mut Was, Moment), steps: &mut Steps) {
        let is =
            card.status().map_or(Progress::Open, |status| progress(status, self.done.unwrap_or_default()));
        let closed = match issue.state {
            State::Closed { at, .. } => at,
            _ => None,
        };
        let is_closed = closed.is_some_and(|closed| rank(closed) <= rank(at));
        // One board alone says where work stands today, and not since when.
        let alone = self.facts.boards.len() < 2;
        if is == was.progress || (!was.by_status && (alone || is_closed || is == Progress::Done)) {
            return;
        }
        let between =
            |closed: &Moment| is_closed && was.taken.is_none_or(|before| rank(before) < rank(*closed));
        // A board says which day at best, the issue the second.
        let when = closed.filter(|closed| is == Progress::Done && between(closed));
        steps.push(when.unwrap_or(at), Step::Became(is));
        was.progress = is;
    }

    /// Closed and opened again, in the issue's own words.
    fn closings(&self, issue: &Issue, events: &[(Moment, Happening)], steps: &mut Steps) {
        let mut closed = None;
        for (at, event) in events {
            match event {
                Happening::Closed { planned } => {
                    steps.close(*at, *planned);
                    closed = Some(*at);
                }
                Happening::Reopened => {
                    steps.reopen(*at);
                    closed = None;
                }
                Happening::Milestoned(_) | Happening::Demilestoned(_) => {}
            }
        }
        // Lists of events may be cut off: the issue itself has the last word.
        match (issue.state, closed) {
            (State::Closed { at, planned }, None) => {
                let last = self.facts.taken.map(Moment::Date).or(self.facts.last);
                if let Some(at) = at.or(last) {
                    steps.close(at, planned);
                }
            }
            (State::Open, Some(at)) => steps.reopen(at),
            _ => {}
        }
    }
}

impl Steps {
    fn close(&mut self, at: Moment, planned: bool) {
        self.push(at, if planned { Step::Became(Progress::Done) } else { Step::NotPlanned(true) });
    }

    fn reopen(&mut self, at: Moment) {
        self.push(at, Step::NotPlanned(false));
        self.push(at, Step::Became(Progress::Open));
    }
}

/// How the item stood on the board before.
struct Was {
    /// Its state on the board says whether it is done.
    by_status: bool,
    member: bool,
    /// None before any board had it.
    estimate: Option<Option<Amount>>,
    progress: Progress,
    taken: Option<Moment>,
}

/// Whether the item is in the sprint, as one more board has it; and when that changed.
fn membership(
    was: &Was,
    (card, is): (Option<&Card>, bool),
    (is_first, at): (bool, Moment),
    issue: &Issue,
    steps: &mut Steps,
) -> bool {
    // Boards put done items away.
    let put_away = card.is_none() && was.member && was.progress == Progress::Done;
    let closed = matches!(issue.state, State::Closed { .. });
    if is == was.member || put_away || (card.is_none() && closed) {
        return was.member;
    }
    if is_first {
        steps.since_creation(issue.created);
        return is;
    }
    let new =
        issue.created.filter(|created| was.taken.is_none_or(|before| date_of(before) < date_of(*created)));
    match new {
        Some(created) if is && rank(created) <= rank(at) => {
            steps.joined_when_created = true;
            steps.push(created, Step::Member(true));
        }
        // It has been in the sprint before it was done.
        _ => steps.push(closed_since(was, issue).filter(|_| is).unwrap_or(at), Step::Member(is)),
    }
    is
}

/// When the issue was closed, if that was after the board before.
fn closed_since(was: &Was, issue: &Issue) -> Option<Moment> {
    match issue.state {
        State::Closed { at, .. } => at.filter(|at| was.taken.is_none_or(|before| rank(before) < rank(*at))),
        _ => None,
    }
}

/// An issue has one milestone at a time.
fn milestones(title: &str, issue: &Issue, events: &[(Moment, Happening)], steps: &mut Steps) {
    let mut known = false;
    for (at, event) in events {
        let is = match event {
            Happening::Milestoned(milestone) => milestone == title,
            Happening::Demilestoned(milestone) if milestone == title => {
                steps.member |= !known;
                false
            }
            _ => continue,
        };
        known |=
            matches!(event, Happening::Milestoned(name) | Happening::Demilestoned(name) if name == title);
        steps.push(*at, Step::Member(is));
    }
    if !known && issue.milestone.as_deref() == Some(title) {
        steps.since_creation(issue.created);
    }
}

/// The steps as the sprint sees them: what is closed as not planned is no work of it any more.
fn told(key: &str, title: Option<String>, mut steps: Steps) -> Option<History> {
    steps.steps.sort_by_key(|(at, _)| rank(*at));
    let (mut member, mut not_planned, mut inside) = (steps.member, false, steps.member);
    let mut ever = inside;
    let mut events = Vec::with_capacity(steps.steps.len());
    for (at, step) in &steps.steps {
        match step {
            Step::Member(is) => member = *is,
            Step::NotPlanned(is) => not_planned = *is,
            Step::Estimated(estimate) => events.push((*at, Change::Estimated(*estimate))),
            Step::Became(progress) => events.push((*at, Change::Became(*progress))),
        }
        let now = member && !not_planned;
        if now != inside {
            events.push((*at, if now { Change::Joined } else { Change::Left }));
            inside = now;
            ever |= now;
        }
    }
    let before = ItemState { in_sprint: steps.member, estimate: steps.estimate, progress: Progress::Open };
    let item = ToldItem { key: key.to_owned(), title, before, events };
    ever.then_some(History { item, joined_when_created: steps.joined_when_created })
}
