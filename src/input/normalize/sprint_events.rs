//! The part of a sprint that each document shape gives in its own way.

use jiff::Timestamp;

use crate::sprint::{Amount, Event, ItemName, ItemState, Level, Resolution};

/// Events, items and opening level of a sprint. Name, dates and calendar are in `SprintInfo`.
pub(super) struct SprintEvents {
    pub(super) as_of: Timestamp,
    pub(super) opening: Level,
    pub(super) items: Vec<ItemState>,
    pub(super) names: Vec<ItemName>,
    pub(super) events: Vec<Event>,
    pub(super) resolution: Resolution,
    pub(super) gaps: Vec<usize>,
    /// True if completed and added work on the same day may cancel out.
    pub(super) is_net_only: bool,
    /// The work in progress from each instant on, for inputs with totals.
    pub(super) started: Vec<(Timestamp, Amount)>,
    /// Items in the sprint at `as_of`.
    pub(super) item_count: usize,
    /// Items in the sprint at `as_of` without an estimate of their own, in any unit.
    pub(super) unestimated_count: usize,
}

impl SprintEvents {
    /// Returns a sprint without items and events.
    pub(super) fn without_events(opening: Level, as_of: Timestamp) -> Self {
        Self {
            as_of,
            opening,
            items: Vec::new(),
            names: Vec::new(),
            events: Vec::new(),
            resolution: Resolution::Instant,
            gaps: Vec::new(),
            is_net_only: false,
            started: Vec::new(),
            item_count: 0,
            unestimated_count: 0,
        }
    }
}
