//! Work by how far it is: not begun, in progress, done.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Amount, ItemState, Progress, Sprint, Unit, What};

/// Work in the sprint by how far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// Not begun.
    pub to_do: Amount,
    /// Begun and not done.
    pub started: Amount,
    /// Done.
    pub done: Amount,
}

/// The stages from an instant on, until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageStep {
    /// When they changed.
    pub at: Timestamp,
    /// The stages after it.
    pub stages: Stages,
}

impl Stages {
    /// All work.
    pub fn scope(&self) -> Amount {
        self.to_do + self.started + self.done
    }

    fn count(&mut self, state: &ItemState, weight: Amount) {
        let stage = match state.progress {
            Progress::Open => &mut self.to_do,
            Progress::Started => &mut self.started,
            Progress::Done => &mut self.done,
        };
        if state.in_sprint {
            *stage += weight;
        }
    }
}

impl Sprint {
    /// True where some work is known to have been begun: else nobody knows what is.
    pub fn knows_started(&self) -> bool {
        let started = |state: &ItemState| state.progress == Progress::Started;
        let begun = |event: &super::Event| matches!(event.what, What::Item { state, .. } if started(&state));
        let amounts = |(_, amount): &(_, Amount)| !amount.is_zero();
        self.items.iter().any(started) || self.events.iter().any(begun) || self.started.iter().any(amounts)
    }

    /// What the amounts of [`Sprint::stages`] by count are in: items where the input tells of them.
    pub fn flow_unit(&self) -> Unit {
        if self.items.is_empty() { self.unit } else { Unit::Items }
    }

    /// The stages at the start and after every change, in the sprint's unit, or where `count` says so and the
    /// input tells of items, in items.
    pub fn stages(&self, count: bool) -> Vec<StageStep> {
        if self.items.is_empty() {
            return self.stages_of_totals();
        }
        let weight = |state: &ItemState| {
            if count { Amount::units(1) } else { state.estimate.unwrap_or_default() }
        };
        let mut now = Stages::default();
        for state in &self.items {
            now.count(state, weight(state));
        }
        let mut states = self.items.clone();
        let mut steps = vec![StageStep { at: self.start, stages: now }];
        for event in &self.events {
            let What::Item { item, state } = event.what else { continue };
            let Some(was) = states.get_mut(item) else { continue };
            let was = std::mem::replace(was, state);
            now.count(&was, -weight(&was));
            now.count(&state, weight(&state));
            match steps.last_mut() {
                Some(last) if last.at == event.at => last.stages = now,
                Some(last) if last.stages == now => {}
                _ => steps.push(StageStep { at: event.at, stages: now }),
            }
        }
        steps
    }

    fn stages_of_totals(&self) -> Vec<StageStep> {
        let instants = self.events.iter().map(|event| event.at).chain(self.started.iter().map(|(at, _)| *at));
        let instants: BTreeSet<Timestamp> = instants.chain([self.start]).collect();
        let (mut level, mut begun) = (self.opening, Amount::ZERO);
        let mut events = self.events.iter().peekable();
        let mut started = self.started.iter().peekable();
        let mut steps: Vec<StageStep> = Vec::new();
        for at in instants {
            while let Some(event) = events.next_if(|event| event.at <= at) {
                if let What::Total(flow) = event.what {
                    level += flow;
                }
            }
            while let Some((_, amount)) = started.next_if(|(from, _)| *from <= at) {
                begun = *amount;
            }
            // Trackers round, and count at other times of the day.
            let started = begun.min(level.remaining());
            let stages = Stages { to_do: level.remaining() - started, started, done: level.done };
            if steps.last().is_none_or(|last| last.stages != stages) {
                steps.push(StageStep { at, stages });
            }
        }
        steps
    }
}
