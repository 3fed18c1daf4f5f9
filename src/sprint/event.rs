//! The event model that all inputs are converted to.

use jiff::Timestamp;

use super::{Flow, ItemState};

/// A dated change of a sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The instant. An event with a date but no time is placed at the last instant of its sprint day.
    pub at: Timestamp,
    /// The change.
    pub kind: EventKind,
}

/// The change that an event makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// An item enters a new state.
    Item {
        /// Index into [`Sprint::items`](super::Sprint::items).
        item: usize,
        /// The state after the event.
        state: ItemState,
    },
    /// Totals change by these amounts. Used if the input has no single items.
    Total(Flow),
}

/// The precision of the event times of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// By day: only the level at the end of each day is known.
    Day,
    /// To the instant.
    Instant,
}
