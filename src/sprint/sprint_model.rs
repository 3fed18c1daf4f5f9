//! The sprint that all inputs are converted to.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{
    Amount, Calendar, Caveat, Day, Event, EventKind, ItemName, ItemState, Level, PastSprint, Progress,
    Resolution, Unit,
};

/// A validated sprint in the event model that all inputs are converted to. [`read_sprint`](crate::read_sprint) makes one.
#[derive(Clone, Debug)]
pub struct Sprint {
    /// The name of the sprint.
    pub name: String,
    /// The sprint goal.
    pub goal: Option<String>,
    /// The unit of all amounts.
    pub unit: Unit,
    /// The team's calendar.
    pub calendar: Calendar,
    /// The start of the sprint.
    pub start: Timestamp,
    /// The planned end, after `start`.
    pub end: Timestamp,
    /// The actual end if the sprint is closed; not before `start`.
    pub closed: Option<Timestamp>,
    /// The instant that the picture shows; not before `start`, not after `closed`. Nothing later is known or drawn.
    pub as_of: Timestamp,
    /// True if `as_of` is the current time of the caller.
    pub is_live: bool,
    /// Scope and done work at `start`.
    pub opening: Level,
    /// The state of each item at `start`, indexed by [`EventKind::Item`]; empty if the input has only totals.
    /// Estimates are the results of [`Unit::weight`], here and in `events`.
    pub items: Vec<ItemState>,
    /// The names of the items in the same order; empty if the input has no names.
    pub item_names: Vec<ItemName>,
    /// The events in chronological order, all within `start ..= as_of`. Earlier events are part of `opening` and
    /// `items`.
    pub events: Vec<Event>,
    /// The work in progress from each instant on, in chronological order. Only used if the input has totals without
    /// items.
    pub started_work: Vec<(Timestamp, Amount)>,
    /// The precision of the times in `events`.
    pub resolution: Resolution,
    /// Days up to `as_of` without data, as ascending indices into [`Sprint::days`].
    pub gaps: Vec<usize>,
    /// The limitations of the data.
    pub caveats: Vec<Caveat>,
    /// Earlier sprints of the same team, in chronological order.
    pub past_sprints: Vec<PastSprint>,
}

/// The number of items in the sprint at `as_of`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemCounts {
    /// All items.
    pub items: usize,
    /// Items that are done.
    pub done: usize,
    /// Items without an estimate, done or not. They add nothing to a sum.
    pub unestimated: usize,
    /// Items without an estimate that are not done.
    pub open_unestimated: usize,
}

impl Sprint {
    /// Returns the latest of planned end, actual end and `as_of`, which is the end of the time axis.
    pub fn last_instant(&self) -> Timestamp {
        self.end.max(self.as_of).max(self.closed.unwrap_or(self.end))
    }

    /// Returns all sprint days from the start to [`Sprint::last_instant`].
    pub fn days(&self) -> Vec<Day> {
        self.calendar.days_between(self.start, self.last_instant())
    }

    /// Returns the working days of the sprint that the calendar of days off calls observances, with their titles.
    pub fn observances(&self) -> impl Iterator<Item = (Date, &str)> {
        let working = self.days().into_iter().filter(|day| day.is_working_day);
        working.filter_map(|day| Some((day.date, self.calendar.observances.get(&day.date)?.as_str())))
    }

    /// Returns the open work in the sprint at its start, which is the start value of the ideal line.
    pub fn committed(&self) -> Amount {
        self.opening.remaining()
    }

    /// Returns the numbers of items at `as_of`; all zero if the input has only totals.
    pub fn item_counts(&self) -> ItemCounts {
        let mut states = self.items.clone();
        for event in &self.events {
            if let EventKind::Item { item, state } = event.kind
                && let Some(now) = states.get_mut(item)
            {
                *now = state;
            }
        }
        let members = states.iter().filter(|state| state.in_sprint);
        members.fold(ItemCounts::default(), |counts, state| ItemCounts {
            items: counts.items + 1,
            done: counts.done + usize::from(state.progress == Progress::Done),
            unestimated: counts.unestimated + usize::from(state.estimate.is_none()),
            open_unestimated: counts.open_unestimated
                + usize::from(state.estimate.is_none() && state.progress != Progress::Done),
        })
    }
}
