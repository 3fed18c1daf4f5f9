//! The history of an item in chronological order, and its replay.

use jiff::Timestamp;

use super::super::moment::{Moment, ResolvedMoment};
use super::super::tracker_data::{ItemHistory, StateChange};
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::sprint::{Amount, Event, EventKind, Flow, ItemState, Resolution};

/// The history of an item in chronological order.
pub(super) struct SortedHistory {
    /// The state before the first change, with the estimate in the sprint's unit.
    initial_state: ItemState,
    /// The item's own estimate before the first change.
    estimate: Option<Amount>,
    pub(super) changes: Vec<(ResolvedMoment, StateChange)>,
}

impl SortedHistory {
    pub(super) fn from_item(item: &ItemHistory, info: &SprintInfo) -> Self {
        let estimate = item.initial_state.estimate;
        let initial_state = ItemState { estimate: info.unit.weight(estimate), ..item.initial_state };
        let resolve = |(at, change): &(Moment, StateChange)| (at.resolve_in(&info.calendar), *change);
        let mut changes: Vec<_> = item.events.iter().map(resolve).collect();
        changes.sort_by_key(|(at, _)| at.event_instant());
        Self { initial_state, estimate, changes }
    }

    /// Returns the item's own estimate as it is known at an instant.
    pub(super) fn estimate_at(&self, as_of: Timestamp) -> Option<Amount> {
        let last = self.changes.iter().rev().find_map(|(at, change)| match change {
            StateChange::Estimated(estimate) if at.event_instant_if_known(as_of).is_some() => Some(*estimate),
            _ => None,
        });
        last.unwrap_or(self.estimate)
    }

    /// Adds the item's state at the start and its events up to `as_of`. Returns the last state.
    ///
    /// Changes of the planning are part of the state at the start, but not the progress that was made meanwhile.
    pub(super) fn replay_into(&self, item: usize, info: &SprintInfo, events: &mut SprintEvents) -> ItemState {
        let mut replay = ItemReplay::from_state(self.initial_state, info);
        let mut changes = self.changes.iter().peekable();
        while let Some((_, earlier)) = changes.next_if(|(at, _)| at.event_instant() <= info.start) {
            replay.state = replay.state_after(*earlier);
        }
        let as_of = events.as_of;
        let known = |(resolved, change): &(ResolvedMoment, StateChange)| {
            Some((resolved.event_instant_if_known(as_of)?, *resolved, *change))
        };
        let (planning, sprint): (Vec<_>, Vec<_>) =
            changes.filter_map(known).partition(|(at, ..)| *at <= info.planning_until);
        let opening = replay.opening_after(planning.iter().map(|(at, _, change)| (*at, *change)));
        events.items.push(opening);
        events.opening += Flow::between_states(&ItemState::default(), &opening);

        let mut state = opening;
        let planned = planning.into_iter().map(|change| (change, true));
        for ((at, resolved, change), is_planning) in
            planned.chain(sprint.into_iter().map(|change| (change, false)))
        {
            replay.apply_change(at, change);
            let next = if is_planning { replay.state_with_plan_of(&opening) } else { replay.state };
            if next != state {
                state = next;
                events.events.push(Event { at, kind: EventKind::Item { item, state } });
            }
            let is_folded = is_planning && !matches!(change, StateChange::ProgressChanged(_));
            if !is_folded && !matches!(resolved, ResolvedMoment::Instant(_)) {
                events.resolution = Resolution::Day;
            }
        }
        state
    }
}

/// The replay of the changes of one item.
#[derive(Clone)]
struct ItemReplay<'a> {
    info: &'a SprintInfo,
    state: ItemState,
    /// The state from which the burned work of the current day counts: that at its beginning, or at which the item joined.
    day_state: ItemState,
    /// The beginning of the current day.
    day: Option<Timestamp>,
    /// The instant at which the item joined the sprint.
    joined: Option<Timestamp>,
}

impl<'a> ItemReplay<'a> {
    const fn from_state(state: ItemState, info: &'a SprintInfo) -> Self {
        Self { info, state, day_state: state, day: None, joined: None }
    }

    /// Applies a change of the sprint. Estimates that go up and down within a day are netted, as the ledger does it, so that a
    /// mistyped estimate that is corrected is neither work nor scope.
    fn apply_change(&mut self, at: Timestamp, change: StateChange) {
        let mut next = self.state_after(change);
        if self.info.burns_estimates {
            let day = self.info.calendar.day_at(at).from;
            if self.day.replace(day) != Some(day) {
                self.day_state = self.state;
            }
            if next.in_sprint && !self.state.in_sprint {
                self.joined = Some(at);
            }
            if self.joined == Some(at) {
                // The estimate of an item that joins is the one that it has then, in whatever order the changes are listed.
                self.day_state = next;
            }
            if next.in_sprint {
                next.burned = self.day_state.burned_until(&next);
            }
        }
        self.state = next;
    }

    /// Returns the state after a change, with the estimate in the sprint's unit and the burned work as before.
    fn state_after(&self, change: StateChange) -> ItemState {
        let state = self.state;
        match change {
            StateChange::Joined => ItemState { in_sprint: true, ..state },
            StateChange::Left => ItemState { in_sprint: false, ..state },
            StateChange::Estimated(estimate) => {
                ItemState { estimate: self.info.unit.weight(estimate), ..state }
            }
            StateChange::ProgressChanged(progress) => ItemState { progress, ..state },
        }
    }

    /// Returns the state at the start, with the membership and the estimate of the end of the planning. Work that was done
    /// meanwhile was part of the estimate.
    fn opening_after(&self, planning: impl Iterator<Item = (Timestamp, StateChange)>) -> ItemState {
        let mut end = self.clone();
        for (at, change) in planning {
            end.apply_change(at, change);
        }
        let burned = end.state.burned;
        let estimate = end.state.estimate.map(|estimate| estimate + burned);
        let estimate = estimate.or((!burned.is_zero()).then_some(burned));
        ItemState { in_sprint: end.state.in_sprint, estimate, ..self.state }
    }

    /// Returns the state within the planning: the membership and the estimate of its end, less the work that is done.
    fn state_with_plan_of(&self, opening: &ItemState) -> ItemState {
        let burned = self.state.burned;
        let estimate = opening.estimate.map(|estimate| estimate - burned);
        ItemState { in_sprint: opening.in_sprint, estimate, ..self.state }
    }
}
