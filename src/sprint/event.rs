//! The one event model: an item is in the sprint or not, has an estimate or not, is done or not.

use jiff::Timestamp;

use super::{Amount, Flow};

/// Something that happened at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When. An event dated by day only stands at the last instant of its sprint day.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An item came into a new state.
    Item {
        /// Index into [`Sprint::items`](super::Sprint::items).
        item: usize,
        /// The state after the event.
        state: ItemState,
    },
    /// Totals by kind, where the input does not tell of single items.
    Total(Flow),
}

/// How far an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Not begun.
    #[default]
    Open,
    /// Being worked on.
    Started,
    /// Done.
    Done,
}

/// The state of one item at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemState {
    /// Member of the sprint.
    pub in_sprint: bool,
    /// `None`: not estimated, which is not zero, though it adds nothing to a sum.
    pub estimate: Option<Amount>,
    /// How far it is.
    pub progress: Progress,
}

/// What an item is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemName {
    /// Its key or number.
    pub key: String,
    /// Its title.
    pub title: Option<String>,
}
