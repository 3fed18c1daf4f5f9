//! The steps of an item's history, which become the events of the item.

use super::super::completion_time::DatedCompletions;
use super::super::json_moment::sort_instant;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, ItemState, Progress};

/// An item's history, and the assumption behind it.
pub(super) struct DerivedHistory {
    pub(super) item: ItemHistory,
    /// True if the item counts as joined at its creation, since nothing says when it joined.
    pub(super) joined_when_created: bool,
    /// True if its events lead to another state than that of today's board.
    pub(super) history_disagrees: bool,
}

/// A change of one property. Membership and closing as not planned are combined later: both decide if the item is in the sprint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum HistoryStep {
    Membership(bool),
    NotPlanned(bool),
    Estimated(Option<Amount>),
    ProgressChanged(Progress),
    /// The status on a board was changed. A closed issue stays done.
    StatusChanged(Progress),
}

/// A history that is being built.
pub(super) struct StepList<'c> {
    /// The items that count as done by another time than that of their close.
    pub(super) completions: &'c mut DatedCompletions,
    pub(super) member: bool,
    pub(super) estimate: Option<Amount>,
    steps: Vec<(Moment, HistoryStep)>,
    pub(super) joined_when_created: bool,
    pub(super) history_disagrees: bool,
}

impl<'c> StepList<'c> {
    pub(super) fn new(estimate: Option<Amount>, completions: &'c mut DatedCompletions) -> Self {
        Self {
            completions,
            member: false,
            estimate,
            steps: Vec::new(),
            joined_when_created: false,
            history_disagrees: false,
        }
    }

    pub(super) fn push_step(&mut self, at: Moment, step: HistoryStep) {
        self.steps.push((at, step));
    }

    /// Puts the item into the sprint at its creation; from the beginning if that is unknown.
    pub(super) fn join_at_creation(&mut self, created: Option<Moment>) {
        match created {
            Some(created) => {
                self.joined_when_created = true;
                self.push_step(created, HistoryStep::Membership(true));
            }
            None => self.member = true,
        }
    }

    pub(super) fn push_close(&mut self, at: Moment, is_planned: bool) {
        self.push_step(
            at,
            if is_planned {
                HistoryStep::ProgressChanged(Progress::Done)
            } else {
                HistoryStep::NotPlanned(true)
            },
        );
    }

    pub(super) fn push_reopen(&mut self, at: Moment) {
        self.push_step(at, HistoryStep::NotPlanned(false));
        self.push_step(at, HistoryStep::ProgressChanged(Progress::Open));
    }

    /// Combines the steps: an issue that is closed as not planned leaves the sprint.
    pub(super) fn into_history(mut self, key: &str, title: Option<String>) -> Option<DerivedHistory> {
        self.steps.sort_by_key(|(at, _)| sort_instant(*at));
        let (mut member, mut not_planned, mut inside) = (self.member, false, self.member);
        let (mut progress, mut status) = (Progress::Open, None);
        let mut was_ever_inside = inside;
        let mut events = Vec::with_capacity(self.steps.len());
        for (at, step) in &self.steps {
            match step {
                HistoryStep::Membership(is) => member = *is,
                HistoryStep::NotPlanned(is) => not_planned = *is,
                HistoryStep::Estimated(estimate) => events.push((*at, StateChange::Estimated(*estimate))),
                HistoryStep::ProgressChanged(next) => progress = *next,
                HistoryStep::StatusChanged(next) => status = Some(*next),
            }
            if let HistoryStep::ProgressChanged(_) | HistoryStep::StatusChanged(_) = step {
                let open_progress = status.unwrap_or(progress);
                let next = if progress == Progress::Done { Progress::Done } else { open_progress };
                events.push((*at, StateChange::ProgressChanged(next)));
            }
            let is_inside = member && !not_planned;
            if is_inside != inside {
                events.push((*at, if is_inside { StateChange::Joined } else { StateChange::Left }));
                inside = is_inside;
                was_ever_inside |= is_inside;
            }
        }
        let initial_state =
            ItemState { in_sprint: self.member, estimate: self.estimate, ..ItemState::default() };
        let item = ItemHistory { key: key.to_owned(), title, initial_state, events };
        let (joined_when_created, history_disagrees) = (self.joined_when_created, self.history_disagrees);
        was_ever_inside.then_some(DerivedHistory { item, joined_when_created, history_disagrees })
    }
}
