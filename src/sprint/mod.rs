//! The domain: what happened in a sprint, day by day. Knows nothing of formats or pictures.

mod amount;
mod calendar;
mod event;
mod ledger;

pub use amount::Amount;
pub use calendar::{Calendar, Day};
pub use event::{Event, ItemState, Progress, What};
pub use ledger::{Flow, Ledger, LedgerDay, Level, Step};

use jiff::Timestamp;

/// What the amounts count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Story points.
    #[default]
    Points,
    /// Hours of work.
    Hours,
    /// Items: every item counts one.
    Items,
}

/// How finely the input tells when things happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Only by day: what is known is the level at each day's end.
    Day,
    /// To the instant.
    Instant,
}

/// Something the reader of the picture has to know about the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caveat {
    /// Only the remaining work was given: completed and added work that cancel out are not seen.
    NetOnly,
    /// This many days have no reading.
    Gaps(usize),
    /// This many items (in the sprint at `as_of`) have no estimate and count as nothing in the sums.
    Unestimated {
        /// Items without an estimate.
        items: usize,
        /// All items in the sprint.
        of: usize,
    },
}

/// A sprint as read: checked, and in the one event model all inputs reduce to.
#[derive(Clone, Debug)]
pub struct Sprint {
    /// Its name.
    pub name: String,
    /// The sprint goal.
    pub goal: Option<String>,
    /// What the amounts count.
    pub unit: Unit,
    /// Time zone, day border, working days.
    pub calendar: Calendar,
    /// The start.
    pub start: Timestamp,
    /// The planned end, after `start`.
    pub end: Timestamp,
    /// The real end, when it is closed; not before `start`.
    pub closed: Option<Timestamp>,
    /// The instant the picture tells of; not before `start`, not after `closed`. Nothing later is known or drawn.
    pub as_of: Timestamp,
    /// Scope and done work at `start`.
    pub opening: Level,
    /// State of each item at `start`, indexed by [`What::Item`]; empty when only totals were given.
    pub items: Vec<ItemState>,
    /// What happened, in order of time; all within `start ..= as_of`.
    pub events: Vec<Event>,
    /// How finely `events` tell the time.
    pub resolution: Resolution,
    /// Days up to `as_of` of which nothing is known, as indices into [`Calendar::days`] of the sprint.
    pub gaps: Vec<usize>,
    /// What has to be said about the data.
    pub caveats: Vec<Caveat>,
}
