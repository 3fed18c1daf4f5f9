//! The ledger: the changes and levels of a sprint by day.

use jiff::Timestamp;

use super::{Day, Flow, Level};

/// One sprint day of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerDay {
    /// The day in the calendar.
    pub day: Day,
    /// The changes on this day.
    pub flow: Flow,
    /// The level at the end of the day, or at `as_of` if that is within the day; `None` for a gap and for the future.
    pub closing: Option<Level>,
}

/// A change of the level. The new level is valid until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelStep {
    /// The instant of the change.
    pub at: Timestamp,
    /// The level after the change.
    pub level: Level,
}

/// The changes and levels of a sprint by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// The level at the start.
    pub opening: Level,
    /// All days from the start to the latest of planned end, actual end and `as_of`.
    pub days: Vec<LedgerDay>,
    /// All changes of the level in chronological order, one step per instant.
    pub steps: Vec<LevelStep>,
}

impl Ledger {
    /// Returns the sum of the flows of all days.
    pub fn total_flow(&self) -> Flow {
        self.days.iter().map(|day| day.flow).sum()
    }

    /// Returns the last known level: at `as_of`, or at the last reading before it.
    pub fn latest_level(&self) -> Level {
        self.steps.last().map_or(self.opening, |step| step.level)
    }
}
