//! The changes of a sprint since an instant.

use jiff::Timestamp;

use super::{Amount, Event, EventKind, Flow, ItemName, ItemState, Progress, Sprint};

/// The largest number of items that are listed by name; the others are only counted.
const MAX_NAMED_ITEMS: usize = 3;

/// The changes between an instant and `as_of`. Each item counts with the difference between its first and last state.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesSince {
    /// The instant from which the changes count.
    pub since: Timestamp,
    /// The sum of all changes.
    pub flow: Flow,
    /// The items that changed, the largest change first.
    pub items: Vec<ItemChange>,
}

impl ChangesSince {
    /// Returns the items with the largest changes, at most three.
    pub fn named_items(&self) -> &[ItemChange] {
        self.items.get(..MAX_NAMED_ITEMS).unwrap_or(&self.items)
    }

    /// Returns the number of other changed items.
    pub fn other_count(&self) -> usize {
        self.items.len() - self.named_items().len()
    }
}

/// The change of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// The name of the item.
    pub name: ItemName,
    /// The kind of the change.
    pub kind: ChangeKind,
    /// The amount of work; negative if the estimate was reduced.
    pub amount: Amount,
}

/// The kind of an item's change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The item was completed.
    Completed,
    /// Work on the item was done, but the item is not completed.
    WorkedOn,
    /// The item was reopened.
    Reopened,
    /// The item was added to the sprint.
    Added,
    /// The item was removed from the sprint.
    Removed,
    /// The estimate of the item changed.
    Reestimated,
}

impl Sprint {
    /// Returns the changes after an instant up to `as_of`. An event exactly at the instant is excluded.
    pub fn changes_since(&self, since: Timestamp) -> ChangesSince {
        let mut states = self.items.clone();
        let apply = |event: &Event, states: &mut Vec<ItemState>| match event.kind {
            EventKind::Total(flow) => flow,
            EventKind::Item { item, state } => {
                if let Some(now) = states.get_mut(item) {
                    *now = state;
                }
                Flow::default()
            }
        };
        let (earlier, later) = self.events.split_at(self.events.partition_point(|event| event.at <= since));
        for event in earlier {
            apply(event, &mut states);
        }
        let before = states.clone();
        let mut flow: Flow = later.iter().map(|event| apply(event, &mut states)).sum();
        let mut items = Vec::new();
        for (index, (first, last)) in before.iter().zip(&states).enumerate() {
            let item_flow = Flow::between_states(first, last);
            flow += item_flow;
            let name = self.item_names.get(index).cloned().unwrap_or_default();
            items.extend(main_change(item_flow, last).map(|(kind, amount)| ItemChange {
                name,
                kind,
                amount,
            }));
        }
        // Largest change first. Ties are ordered by kind and key, independent of the order in the input.
        items.sort_by(|a, b| {
            let size = |item: &ItemChange| item.amount.max(-item.amount);
            size(b).cmp(&size(a)).then(a.kind.cmp(&b.kind)).then_with(|| a.name.key.cmp(&b.name.key))
        });
        ChangesSince { since, flow, items }
    }
}

/// Returns the most important part of one item's flow up to its last state, or `None` if nothing changed.
fn main_change(flow: Flow, last: &ItemState) -> Option<(ChangeKind, Amount)> {
    let is_done = last.progress == Progress::Done;
    let (completed, worked_on) =
        if is_done { (flow.completed, Amount::ZERO) } else { (Amount::ZERO, flow.completed) };
    let kinds = [
        (ChangeKind::Completed, completed),
        (ChangeKind::Reopened, flow.reopened),
        (ChangeKind::Added, flow.added),
        (ChangeKind::Removed, flow.removed),
        (ChangeKind::WorkedOn, worked_on),
        (ChangeKind::Reestimated, flow.reestimated),
    ];
    kinds.into_iter().find(|(_, amount)| !amount.is_zero())
}
