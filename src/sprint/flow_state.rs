//! Work by progress over time, for the cumulative flow diagram.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Amount, Event, EventKind, ItemState, Progress, Sprint, Unit};

/// The work in the sprint by progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FlowState {
    /// Work that is not started.
    pub to_do: Amount,
    /// Work in progress.
    pub started: Amount,
    /// Work that is done.
    pub done: Amount,
}

/// A change of the flow state. The new state is valid until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlowStep {
    /// The instant of the change.
    pub at: Timestamp,
    /// The state after the change.
    pub state: FlowState,
}

impl FlowState {
    /// Returns all work in the sprint.
    pub fn scope(&self) -> Amount {
        self.to_do + self.started + self.done
    }

    /// Adds the weight of an item to the sum of its progress if it is in the sprint, and the work that is burned to the done
    /// work.
    fn add_item(&mut self, state: &ItemState, weight: Amount, burned: Amount) {
        self.done += burned;
        let sum = match state.progress {
            Progress::Open => &mut self.to_do,
            Progress::Started => &mut self.started,
            Progress::Done => &mut self.done,
        };
        if state.in_sprint {
            *sum += weight;
        }
    }
}

impl Sprint {
    /// Returns true if the input has any started work. Otherwise the work in progress is unknown.
    pub fn knows_started_work(&self) -> bool {
        let is_started = |state: &ItemState| state.progress == Progress::Started;
        let starts =
            |event: &Event| matches!(event.kind, EventKind::Item { state, .. } if is_started(&state));
        let has_amount = |(_, amount): &(_, Amount)| !amount.is_zero();
        self.items.iter().any(is_started)
            || self.events.iter().any(starts)
            || self.started_work.iter().any(has_amount)
    }

    /// Returns the unit of [`Sprint::flow_steps`] by count: items if the input has items, else the sprint's unit.
    pub fn flow_unit(&self) -> Unit {
        if self.items.is_empty() { self.unit } else { Unit::Items }
    }

    /// Returns the flow state at the start and after every change. The amounts are in the sprint's unit; if
    /// `count_items` is true and the input has items, each item counts as one.
    pub fn flow_steps(&self, count_items: bool) -> Vec<FlowStep> {
        if self.items.is_empty() {
            return self.flow_steps_from_totals();
        }
        let weight = |state: &ItemState| {
            if count_items { Amount::from_units(1) } else { state.estimate.unwrap_or_default() }
        };
        let burned = |state: &ItemState| if count_items { Amount::ZERO } else { state.burned };
        let mut current = FlowState::default();
        for state in &self.items {
            current.add_item(state, weight(state), burned(state));
        }
        let mut states = self.items.clone();
        let mut steps = vec![FlowStep { at: self.start, state: current }];
        for event in &self.events {
            let EventKind::Item { item, state } = event.kind else { continue };
            let Some(slot) = states.get_mut(item) else { continue };
            let previous = std::mem::replace(slot, state);
            current.add_item(&previous, -weight(&previous), -burned(&previous));
            current.add_item(&state, weight(&state), burned(&state));
            match steps.last_mut() {
                Some(last) if last.at == event.at => last.state = current,
                Some(last) if last.state == current => {}
                _ => steps.push(FlowStep { at: event.at, state: current }),
            }
        }
        steps
    }

    /// Returns the steps of a sprint without items, from its totals and its started work.
    fn flow_steps_from_totals(&self) -> Vec<FlowStep> {
        let instants =
            self.events.iter().map(|event| event.at).chain(self.started_work.iter().map(|(at, _)| *at));
        let instants: BTreeSet<Timestamp> = instants.chain([self.start]).collect();
        let (mut level, mut started_amount) = (self.opening, Amount::ZERO);
        let mut events = self.events.iter().peekable();
        let mut started = self.started_work.iter().peekable();
        let mut steps: Vec<FlowStep> = Vec::new();
        for at in instants {
            while let Some(event) = events.next_if(|event| event.at <= at) {
                if let EventKind::Total(flow) = event.kind {
                    level += flow;
                }
            }
            while let Some((_, amount)) = started.next_if(|(from, _)| *from <= at) {
                started_amount = *amount;
            }
            // The started work may exceed the remaining work, since trackers round and count at other times of the day.
            let started = started_amount.min(level.remaining());
            let state = FlowState { to_do: level.remaining() - started, started, done: level.done };
            if steps.last().is_none_or(|last| last.state != state) {
                steps.push(FlowStep { at, state });
            }
        }
        steps
    }
}
