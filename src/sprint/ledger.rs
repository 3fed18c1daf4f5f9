//! The arithmetic of burning: levels, flows between them, and the sum per day.

use super::Amount;

/// How much work there is at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// All work in the sprint, done or not.
    pub scope: Amount,
    /// The part that is done.
    pub done: Amount,
}

/// What changed the remaining work over an interval, each per item from its last state only.
/// `Δremaining = added − removed + reestimated + reopened − completed`, exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Open work that joined the sprint; not negative.
    pub added: Amount,
    /// Open work that left it; not negative.
    pub removed: Amount,
    /// Change of estimates of open work; may be negative.
    pub reestimated: Amount,
    /// Done work that is open again; not negative.
    pub reopened: Amount,
    /// Work that was finished; not negative.
    pub completed: Amount,
    /// Change of scope that leaves the remaining work as it is: done items that join, leave or are re-estimated.
    pub done_scope: Amount,
}

/// One sprint day.
#[derive(Clone, Debug)]
pub struct LedgerDay {
    /// Its place in the calendar.
    pub day: super::Day,
    /// What changed in it.
    pub flow: Flow,
    /// The level at its end, or at `as_of` within it; `None` for a gap and for the future.
    pub closing: Option<Level>,
}

/// The level from an instant on, until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it changed.
    pub at: jiff::Timestamp,
    /// The level after it.
    pub level: Level,
}

/// The whole sprint, summed by day.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// At the start.
    pub opening: Level,
    /// All days from the start to the later of planned end, real end and `as_of`.
    pub days: Vec<LedgerDay>,
    /// Every change of level in order of time, one step per instant.
    pub steps: Vec<Step>,
}
