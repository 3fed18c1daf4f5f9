//! The data of a sprint in a form that is independent of the input format. Readers produce it, `normalize` converts it to
//! the event model.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};

use super::moment::Moment;
use crate::sprint::{Amount, Caveat, ItemState, Level, LoweredEstimates, Progress, Unit};

/// Name, dates and calendar of the input. [`ReadOptions`](super::ReadOptions) take precedence.
#[derive(Clone, Debug, Default)]
pub(super) struct RawSprintInfo {
    pub(super) name: Option<String>,
    pub(super) goal: Option<String>,
    pub(super) unit: Option<Unit>,
    /// The meaning of a lower estimate of open work.
    pub(super) lowered_estimates: LoweredEstimates,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) closed: Option<Moment>,
    /// True if the tracker says that the sprint is not closed. It then goes on after its planned end, at most as long again
    /// as it was planned.
    pub(super) is_active: bool,
    /// The end of the planning where nothing else tells it.
    pub(super) planning: Planning,
    /// The instant at which the team began the sprint, if the tracker has one beside the planned start.
    pub(super) activated: Option<Moment>,
    /// The instant that the picture shows.
    pub(super) as_of: Option<Moment>,
    /// The time of the tracker's answer. Nothing later is known, even if the current time is later.
    pub(super) fetched_at: Option<Moment>,
    pub(super) time_zone: Option<String>,
    pub(super) day_border: Option<Time>,
    pub(super) working_days: Option<Vec<Weekday>>,
    pub(super) holidays: BTreeSet<Date>,
    pub(super) extra_working_days: BTreeSet<Date>,
    /// The dates of the snapshots, if the input consists of snapshots. The days between are unknown. `None`: all days are
    /// known.
    pub(super) snapshot_dates: Option<BTreeSet<Date>>,
}

/// The end of a sprint's planning where neither the options nor the tracker tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Planning {
    /// The planning ends at the start.
    #[default]
    AtStart,
    /// The planning ends with the first day, if the start is a date without a time.
    FirstDay,
}

/// The data of a tracker.
#[derive(Clone, Debug)]
pub(super) struct TrackerData {
    pub(super) sprint_info: RawSprintInfo,
    pub(super) content: TrackerContent,
    /// The limitations of the tracker's data. `normalize` adds those that follow from the data.
    pub(super) caveats: Vec<Caveat>,
}

/// The history of a sprint.
#[derive(Clone, Debug)]
pub(super) enum TrackerContent {
    /// Items with their histories, in any order.
    Items(Vec<ItemHistory>),
    /// Scope and done work by day.
    Levels(DailyLevels),
    /// Sums of remaining hours by day, in any order. The last entry of a date wins.
    RemainingSums(Vec<RemainingSum>),
}

/// The remaining hours of all items at the end of a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct RemainingSum {
    pub(super) date: Date,
    pub(super) remaining: Amount,
    /// The part of the work in progress.
    pub(super) started: Amount,
    /// The number of items in the sprint, done or not, if it is known.
    pub(super) items: Option<Amount>,
}

/// An item and its history.
#[derive(Clone, Debug)]
pub(super) struct ItemHistory {
    /// The unique key.
    pub(super) key: String,
    pub(super) title: Option<String>,
    /// The state before the first event. The estimate is the item's own; `normalize` converts it to the sprint's unit.
    pub(super) initial_state: ItemState,
    /// The changes in any order; changes at the same time are in the order in which they happened.
    pub(super) events: Vec<(Moment, StateChange)>,
}

/// A change of an item's state. A change without effect, such as joining twice, is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StateChange {
    /// The item joined the sprint.
    Joined,
    /// The item left the sprint.
    Left,
    /// The estimate was changed, or removed for `None`.
    Estimated(Option<Amount>),
    /// The progress was changed.
    ProgressChanged(Progress),
}

/// A series of daily values.
#[derive(Clone, Debug)]
pub(super) struct DailyLevels {
    /// The level at the start of the sprint. Default: the last day before the start, else the first day.
    pub(super) opening: Option<Level>,
    /// The level at the end of each day, in any order. The last entry of a date wins.
    pub(super) days: Vec<(Date, Level)>,
    /// The work in progress at the end of each day; empty if it is unknown.
    pub(super) started: Vec<(Date, Amount)>,
    /// The meaning of a day without a value.
    pub(super) gap_policy: GapPolicy,
}

/// The meaning of a day without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GapPolicy {
    /// Nothing changed: the series has days with changes only.
    Unchanged,
    /// The level is unknown.
    Unknown,
}
