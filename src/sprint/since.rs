//! What changed since an instant: why the line is where it is now and was not then.

use jiff::Timestamp;

use super::{Amount, Flow, ItemName, ItemState, Sprint, What};

/// Items that are named; of more than these only the number is said.
const NAMED: usize = 3;

/// What changed between an instant and `as_of`, each item from its first state to its last.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The instant.
    pub since: Timestamp,
    /// The sum over all of it.
    pub flow: Flow,
    /// The items that moved the most, at most three.
    pub items: Vec<ChangedItem>,
    /// How many more there are.
    pub others: usize,
}

/// An item that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedItem {
    /// What it is called.
    pub name: ItemName,
    /// What happened to it.
    pub what: Happened,
    /// How much work that is; negative for an estimate that fell.
    pub amount: Amount,
}

/// What happened to an item, all in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It was finished.
    Completed,
    /// It is not done any more.
    Reopened,
    /// It joined.
    Added,
    /// It left.
    Removed,
    /// Its estimate changed.
    Reestimated,
}

impl Sprint {
    /// What changed after an instant, up to `as_of`; an event at the instant itself is none of it.
    pub fn changed_since(&self, since: Timestamp) -> Changed {
        let mut states = self.items.clone();
        let apply = |event: &super::Event, states: &mut Vec<ItemState>| match event.what {
            What::Total(flow) => flow,
            What::Item { item, state } => {
                if let Some(now) = states.get_mut(item) {
                    *now = state;
                }
                Flow::default()
            }
        };
        let (past, news) = self.events.split_at(self.events.partition_point(|event| event.at <= since));
        for event in past {
            apply(event, &mut states);
        }
        let before = states.clone();
        let mut flow: Flow = news.iter().map(|event| apply(event, &mut states)).sum();
        let mut items = Vec::new();
        for (index, (was, is)) in before.iter().zip(&states).enumerate() {
            let moved = Flow::between(was, is);
            flow += moved;
            let name = self.names.get(index).cloned().unwrap_or_default();
            items.extend(happened(moved).map(|(what, amount)| ChangedItem { name, what, amount }));
        }
        // The largest first; of equal ones in an order that is not the input's.
        items.sort_by(|a, b| {
            let size = |item: &ChangedItem| item.amount.max(-item.amount);
            size(b).cmp(&size(a)).then(a.what.cmp(&b.what)).then_with(|| a.name.key.cmp(&b.name.key))
        });
        let others = items.len().saturating_sub(NAMED);
        items.truncate(NAMED);
        Changed { since, flow, items, others }
    }
}

/// What a flow of one item says of it: the part that matters most.
fn happened(flow: Flow) -> Option<(Happened, Amount)> {
    let kinds = [
        (Happened::Completed, flow.completed),
        (Happened::Reopened, flow.reopened),
        (Happened::Added, flow.added),
        (Happened::Removed, flow.removed),
        (Happened::Reestimated, flow.reestimated),
    ];
    kinds.into_iter().find(|(_, amount)| !amount.is_zero())
}
