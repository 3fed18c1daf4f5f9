//! What an input tells of a sprint, whoever wrote it: between the readers, who know a format, and `reduce`, which knows the
//! calendar. Plain data.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};

use super::moment::Moment;
use crate::sprint::{Amount, Caveat, ItemState, Level, Progress, Unit};

/// Name, dates and calendar, as far as the input has them. [`ReadOptions`](super::ReadOptions) go over it.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    pub(super) name: Option<String>,
    pub(super) goal: Option<String>,
    pub(super) unit: Option<Unit>,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) closed: Option<Moment>,
    /// The instant the input wants to be told of.
    pub(super) as_of: Option<Moment>,
    /// When the tracker answered: nothing later is known, whatever the time is now.
    pub(super) answered: Option<Moment>,
    pub(super) time_zone: Option<String>,
    pub(super) day_border: Option<Time>,
    pub(super) working_days: Option<Vec<Weekday>>,
    pub(super) holidays: BTreeSet<Date>,
    pub(super) extra_working_days: BTreeSet<Date>,
    /// The days on which somebody looked, where nothing is known of the days between. Default: all days are known.
    pub(super) looked: Option<BTreeSet<Date>>,
}

/// What a tracker tells.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) outline: Outline,
    pub(super) content: Content,
    /// What the tracker cannot tell, besides what `reduce` finds out.
    pub(super) caveats: Vec<Caveat>,
}

/// What happened.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Items with their histories, in any order.
    Items(Vec<ToldItem>),
    /// Scope and done work a day.
    Levels(Levels),
}

/// An item and its history.
#[derive(Clone, Debug)]
pub(super) struct ToldItem {
    /// Its key, unique among the items.
    pub(super) key: String,
    pub(super) title: Option<String>,
    /// Its state before its first event. The estimate is the item's own; what it weighs in the sprint's unit, `reduce` knows.
    pub(super) before: ItemState,
    /// In any order, those of one time in the order in which they happened.
    pub(super) events: Vec<(Moment, Change)>,
}

/// Something that happened to an item. What changes nothing (joining twice) is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// It joined the sprint.
    Joined,
    /// It left the sprint.
    Left,
    /// Its estimate is another one, or gone.
    Estimated(Option<Amount>),
    /// It was begun ([`Progress::Started`]), finished ([`Progress::Done`]), or is neither any more ([`Progress::Open`]).
    Became(Progress),
}

/// A series with a value a day.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    /// At the start of the sprint. Default: the last day before it, else the first day there is.
    pub(super) opening: Option<Level>,
    /// At the end of a day, in any order; of two for one day the later in the list counts.
    pub(super) days: Vec<(Date, Level)>,
    /// How much of it is begun and not done, at the end of a day; empty where the series does not tell.
    pub(super) started: Vec<(Date, Amount)>,
    /// What a day without a value means.
    pub(super) missing: Missing,
}

/// What a day without a value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// Nothing changed: the series has days with changes only.
    Unchanged,
    /// Nobody looked.
    Unknown,
}
