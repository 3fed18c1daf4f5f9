//! The replay of a sprint's events, which computes its ledger.

use std::iter::Peekable;
use std::slice;

use jiff::Timestamp;

use super::flow::{WorkCategory, work_category};
use super::{Event, EventKind, Flow, ItemState, Ledger, LedgerDay, Level, LevelStep, Progress, Sprint};

/// An item that has changed on the current day.
struct ChangedItem {
    /// Index of the item.
    item: usize,
    /// The state at the beginning of the day.
    before: ItemState,
    /// True if the item was open work of the sprint at some time of the day.
    was_open: bool,
}

/// Replays the events of a sprint. Takes linear time in items, events and days.
struct Replay<'a> {
    /// The current state of each item.
    states: Vec<ItemState>,
    /// For each item its index in `changed_items`, if it has changed on the current day.
    changed_index: Vec<Option<usize>>,
    changed_items: Vec<ChangedItem>,
    /// The totals of the current day.
    pending_totals: Flow,
    level: Level,
    steps: Vec<LevelStep>,
    events: Peekable<slice::Iter<'a, Event>>,
}

impl Replay<'_> {
    /// Applies an event to the item states, the level and the steps.
    fn apply_event(&mut self, event: &Event) {
        match event.kind {
            EventKind::Total(flow) => {
                self.pending_totals += flow;
                self.level += flow;
            }
            EventKind::Item { item, state } => {
                let Some(now) = self.states.get_mut(item) else { return };
                let before = std::mem::replace(now, state);
                self.level += Flow::between_states(&before, &state);
                self.record_item_change(item, before, work_category(&state) == WorkCategory::Open);
            }
        }
        match self.steps.last_mut() {
            Some(step) if step.at == event.at => step.level = self.level,
            _ => self.steps.push(LevelStep { at: event.at, level: self.level }),
        }
    }

    /// Records that an item has changed on the current day. Only the first `before` of a day is kept.
    fn record_item_change(&mut self, item: usize, before: ItemState, is_open: bool) {
        let next = self.changed_items.len();
        let Some(slot) = self.changed_index.get_mut(item) else { return };
        match slot.and_then(|index| self.changed_items.get_mut(index)) {
            Some(changed) => changed.was_open |= is_open,
            None => {
                *slot = Some(next);
                self.changed_items.push(ChangedItem { item, before, was_open: is_open });
            }
        }
    }

    /// Applies all events before an instant, or all remaining events for `None`.
    fn apply_events_until(&mut self, until: Option<Timestamp>) {
        while let Some(event) = self.events.next_if(|event| until.is_none_or(|until| event.at < until)) {
            self.apply_event(event);
        }
    }

    /// Returns the flow since the last call. Each item counts with the difference between its first and its last state.
    fn take_net_flow(&mut self) -> Flow {
        let mut flow = std::mem::take(&mut self.pending_totals);
        for changed in self.changed_items.drain(..) {
            let Some(after) = self.states.get(changed.item) else { continue };
            if let Some(slot) = self.changed_index.get_mut(changed.item) {
                *slot = None;
            }
            flow += net_item_flow(&changed, after);
        }
        flow
    }
}

/// Returns the flow of one item over a day. An item that was added as open work and completed on the same day counts
/// as added and as completed, because netting would hide this work.
fn net_item_flow(changed: &ChangedItem, after: &ItemState) -> Flow {
    let was_outside = work_category(&changed.before) == WorkCategory::NotInSprint;
    let added_and_done = was_outside && work_category(after) == WorkCategory::Done && changed.was_open;
    if added_and_done {
        let open = ItemState { progress: Progress::Open, ..*after };
        Flow::between_states(&changed.before, &open) + Flow::between_states(&open, after)
    } else {
        Flow::between_states(&changed.before, after)
    }
}

impl Sprint {
    /// Returns the ledger: flows that are netted per item over each day, levels at the end of each day, and all steps
    /// in between. GitLab's `report_service.rb` and Jira's burndown use the same model: events in chronological order
    /// that change membership, estimate and progress.
    ///
    /// An event on a day border belongs to the day that begins there, but an event at `as_of` belongs to the last known
    /// day. The first day is known even if `as_of` is the start.
    ///
    /// # Example
    ///
    /// ```
    /// use emberline::{ReadOptions, read_sprint};
    ///
    /// let json = br#"{"name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06", "committed": 20,
    ///     "days": [{"completed": 5, "added": 3}, {"completed": 2}]}"#;
    /// let ledger = read_sprint(json, &ReadOptions::default())?.ledger();
    /// assert_eq!(ledger.days[0].flow.added.to_f64(), 3.0);
    /// assert_eq!(ledger.latest_level().remaining().to_f64(), 16.0);
    /// # Ok::<(), emberline::Error>(())
    /// ```
    pub fn ledger(&self) -> Ledger {
        let days = self.days();
        let known_days = days.iter().filter(|day| day.from < self.as_of).count().max(1);
        let mut replay = Replay {
            states: self.items.clone(),
            changed_index: vec![None; self.items.len()],
            changed_items: Vec::new(),
            pending_totals: Flow::default(),
            level: self.opening,
            steps: Vec::new(),
            events: self.events.iter().peekable(),
        };
        let mut gaps = self.gaps.iter().copied().peekable();
        let mut rows = Vec::with_capacity(days.len());
        for (index, day) in days.into_iter().enumerate() {
            let is_gap = gaps.next_if_eq(&index).is_some();
            if index < known_days {
                replay.apply_events_until((index + 1 < known_days).then_some(day.to));
            }
            let closing = (index < known_days && !is_gap).then_some(replay.level);
            rows.push(LedgerDay { day, flow: replay.take_net_flow(), closing });
        }
        let mut level = self.opening;
        replay.steps.retain(|step| std::mem::replace(&mut level, step.level) != step.level);
        Ledger { opening: self.opening, days: rows, steps: replay.steps }
    }
}
