//! Levels of work at an instant, and the flows that change them.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use super::{Amount, ItemState, Progress};

/// The amount of work at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// All work in the sprint, done or not.
    pub scope: Amount,
    /// The part that is done.
    pub done: Amount,
}

impl Level {
    /// Returns the work that is not done.
    pub fn remaining(&self) -> Amount {
        self.scope - self.done
    }

    /// Returns the level of a sprint with this item only.
    pub fn from_item(item: &ItemState) -> Self {
        let none = ItemState::default();
        Self::default() + Flow::between_states(&none, item)
    }
}

impl Add<Flow> for Level {
    type Output = Self;
    fn add(self, flow: Flow) -> Self {
        Self { scope: self.scope + flow.scope(), done: self.done + flow.done() }
    }
}

impl AddAssign<Flow> for Level {
    fn add_assign(&mut self, flow: Flow) {
        *self = *self + flow;
    }
}

/// The changes of the work over an interval, by kind. Each item counts with the difference between its first and
/// its last state in the interval. Exactly: `Δremaining = added − removed + reestimated + reopened − completed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Open work that was added to the sprint; not negative.
    pub added: Amount,
    /// Open work that was removed from the sprint; not negative.
    pub removed: Amount,
    /// Change of estimates of open work; may be negative.
    pub reestimated: Amount,
    /// Done work that was reopened; not negative.
    pub reopened: Amount,
    /// Work that was finished; not negative.
    pub completed: Amount,
    /// Change of scope that does not change the remaining work: done items that are added, removed or re-estimated.
    pub done_scope: Amount,
}

/// The sum that an item counts towards.
#[derive(PartialEq, Eq)]
pub(super) enum WorkCategory {
    NotInSprint,
    Open,
    Done,
}

/// Returns the category of an item in this state.
pub(super) fn work_category(state: &ItemState) -> WorkCategory {
    match (state.in_sprint, state.progress) {
        (false, _) => WorkCategory::NotInSprint,
        (true, Progress::Done) => WorkCategory::Done,
        (true, Progress::Open | Progress::Started) => WorkCategory::Open,
    }
}

impl Flow {
    /// Returns the flow of one item between two states, regardless of the states in between.
    ///
    /// If the estimate changes and the item is completed or reopened in the same interval, the difference counts as
    /// re-estimated, and the completed or reopened amount is the change of the done work. Work that was
    /// [burned](ItemState::burned) is completed, and stays done if the item leaves the sprint.
    pub fn between_states(before: &ItemState, after: &ItemState) -> Self {
        let was = before.estimate.unwrap_or_default();
        let is = after.estimate.unwrap_or_default();
        let burned = after.burned - before.burned;
        let grown = is - was + burned;
        match (work_category(before), work_category(after)) {
            (WorkCategory::NotInSprint, WorkCategory::NotInSprint) => Self::from_added(burned, burned),
            (WorkCategory::NotInSprint, WorkCategory::Open) => Self::from_added(is + burned, burned),
            (WorkCategory::NotInSprint, WorkCategory::Done) => Self::from_done_scope(is + burned),
            (WorkCategory::Open, WorkCategory::NotInSprint) => Self::from_removed(was - burned, burned),
            (WorkCategory::Done, WorkCategory::NotInSprint) => Self::from_done_scope(burned - was),
            (WorkCategory::Open, WorkCategory::Open) => Self::from_reestimated(grown, burned),
            (WorkCategory::Done, WorkCategory::Done) => Self::from_done_scope(grown),
            (WorkCategory::Open, WorkCategory::Done) => Self::from_reestimated(grown, is + burned),
            (WorkCategory::Done, WorkCategory::Open) => Self::from_reestimated(grown, burned - was),
        }
    }

    /// Returns the flow of work that is completed, or for an amount below zero reopened.
    fn from_done(done: Amount) -> Self {
        let (completed, reopened) = (done.max(Amount::ZERO), (-done).max(Amount::ZERO));
        Self { completed, reopened, ..Self::default() }
    }

    fn from_done_scope(done_scope: Amount) -> Self {
        Self { done_scope, ..Self::default() }
    }

    fn from_reestimated(reestimated: Amount, done: Amount) -> Self {
        Self { reestimated, ..Self::from_done(done) }
    }

    /// Returns the flow of an item that joins the sprint. An amount below zero is re-estimated.
    fn from_added(added: Amount, done: Amount) -> Self {
        let reestimated = added.min(Amount::ZERO);
        Self { added: added - reestimated, reestimated, ..Self::from_done(done) }
    }

    /// Returns the flow of an item that leaves the sprint. An amount below zero is re-estimated.
    fn from_removed(removed: Amount, done: Amount) -> Self {
        let excess = removed.min(Amount::ZERO);
        Self { removed: removed - excess, reestimated: -excess, ..Self::from_done(done) }
    }

    /// Returns the signed change of the remaining work.
    pub fn remaining(&self) -> Amount {
        self.added - self.removed + self.reestimated + self.reopened - self.completed
    }

    /// Returns the signed change of the scope.
    pub fn scope(&self) -> Amount {
        self.added - self.removed + self.reestimated + self.done_scope
    }

    /// Returns the sum of all increases of the scope, not negative.
    pub fn scope_gain(&self) -> Amount {
        self.added + self.reestimated.max(Amount::ZERO) + self.done_scope.max(Amount::ZERO)
    }

    /// Returns the sum of all decreases of the scope, not negative: [`Flow::scope_gain`] less [`Flow::scope`].
    pub fn scope_loss(&self) -> Amount {
        self.scope_gain() - self.scope()
    }

    /// Returns the signed change of the done work.
    pub fn done(&self) -> Amount {
        self.completed - self.reopened + self.done_scope
    }

    /// Returns true if nothing changed.
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

impl Add for Flow {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            removed: self.removed + other.removed,
            reestimated: self.reestimated + other.reestimated,
            reopened: self.reopened + other.reopened,
            completed: self.completed + other.completed,
            done_scope: self.done_scope + other.done_scope,
        }
    }
}

impl AddAssign for Flow {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Flow {
    fn sum<I: Iterator<Item = Self>>(flows: I) -> Self {
        flows.fold(Self::default(), Add::add)
    }
}
