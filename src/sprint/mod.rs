//! The domain: what happened in a sprint, day by day. Knows nothing of formats or pictures.

mod amount;
mod calendar;
mod event;
mod forecast;
mod ghost;
mod ideal;
mod ledger;
mod past;
mod release;
mod since;
mod stages;
mod throughput;

pub use amount::Amount;
pub use calendar::{Calendar, Day};
pub use event::{Event, ItemName, ItemState, Progress, What};
pub use forecast::{Finish, Forecast, ForecastMethod, Outlook};
pub use ghost::{Ghost, GhostPoint};
pub use ledger::{Flow, Ledger, LedgerDay, Level, Step};
pub use past::{Commitment, Past, Velocity, VelocityBar};
pub use release::{Release, ReleaseBar};
pub use since::{Changed, ChangedItem, Happened};
pub use stages::{StageStep, Stages};
pub use throughput::Throughput;

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

impl Unit {
    /// `points`, `hours` or `items`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Hours => "hours",
            Self::Items => "items",
        }
    }

    /// What an item with this estimate adds to a sum: with [`Unit::Items`] each counts one, estimated or not.
    pub fn weight(self, estimate: Option<Amount>) -> Option<Amount> {
        match self {
            Self::Points | Self::Hours => estimate,
            Self::Items => Some(Amount::units(1)),
        }
    }
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
    /// Scope and done work are known as one figure a day: what joined and left on the same day is not seen apart.
    DailyTotals,
    /// Only the state of today is known, and when items were created and done: not when they joined, left or were re-estimated.
    NoHistory,
    /// Items count as joined when they were created: when they really joined is not known.
    JoinedWhenCreated,
    /// Estimates are those of today: what they were before is not known.
    EstimatesOfToday,
    /// The history of this many items is cut off: the tracker gave its latest part only.
    HistoryCut(usize),
    /// What some states mean is guessed from their names.
    StatesGuessed,
    /// No estimates were found: every item counts one.
    ItemsCounted,
    /// The input names no time zone: days are those of UTC.
    ZoneAssumed,
    /// The input's times fit neither the time zone that it names nor UTC: days may be off by hours.
    ZoneUncertain,
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
    /// `as_of` is the caller's "now": the picture tells of today.
    pub live: bool,
    /// Scope and done work at `start`.
    pub opening: Level,
    /// State of each item at `start`, indexed by [`What::Item`]; empty when only totals were given.
    /// Estimates are what [`Unit::weight`] makes of them, here and in `events`.
    pub items: Vec<ItemState>,
    /// What the items are called, in the same order; empty where the input has no names.
    pub names: Vec<ItemName>,
    /// What happened, in order of time; all within `start ..= as_of`. What came earlier is in `opening` and `items`.
    pub events: Vec<Event>,
    /// How much is begun and not done, from an instant on, in order of time, where only totals were given and tell of it.
    /// Items tell it themselves.
    pub started: Vec<(Timestamp, Amount)>,
    /// How finely `events` tell the time.
    pub resolution: Resolution,
    /// Days up to `as_of` of which nothing is known, as indices into [`Sprint::days`], ascending.
    pub gaps: Vec<usize>,
    /// What has to be said about the data.
    pub caveats: Vec<Caveat>,
    /// Earlier sprints of the same team, in their order.
    pub past: Vec<Past>,
}

/// How many items a sprint has at `as_of`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items in the sprint, done or not.
    pub items: usize,
    /// The done ones among them.
    pub done: usize,
    /// The ones without an estimate, done or not. They add nothing to a sum.
    pub unestimated: usize,
    /// The ones among these that are not done.
    pub open_unestimated: usize,
}

impl Sprint {
    /// The later of planned end, real end and `as_of`: where the time axis ends.
    pub fn last_instant(&self) -> Timestamp {
        self.end.max(self.as_of).max(self.closed.unwrap_or(self.end))
    }

    /// All sprint days from the start to [`Sprint::last_instant`].
    pub fn days(&self) -> Vec<Day> {
        self.calendar.days(self.start, self.last_instant())
    }

    /// The work that was in the sprint and not done at its start: what the ideal line burns.
    pub fn committed(&self) -> Amount {
        self.opening.remaining()
    }

    /// Items at `as_of`; all zero when the input tells only of totals.
    pub fn counts(&self) -> Counts {
        let mut states = self.items.clone();
        for event in &self.events {
            if let What::Item { item, state } = event.what
                && let Some(now) = states.get_mut(item)
            {
                *now = state;
            }
        }
        let members = states.iter().filter(|state| state.in_sprint);
        members.fold(Counts::default(), |counts, state| Counts {
            items: counts.items + 1,
            done: counts.done + usize::from(state.progress == Progress::Done),
            unestimated: counts.unestimated + usize::from(state.estimate.is_none()),
            open_unestimated: counts.open_unestimated
                + usize::from(state.estimate.is_none() && state.progress != Progress::Done),
        })
    }
}
