//! What is counted where nobody says: one rule for all trackers that tell of items.

use crate::input::ReadOptions;
use crate::input::told::{Change, ToldItem};
use crate::sprint::{Caveat, Unit};

/// Estimates of a sprint's items.
pub(super) struct Estimates {
    /// What they are in.
    pub(super) unit: Unit,
    /// Whether the caller, or the tracker's board, says where they stand.
    pub(super) is_named: bool,
}

/// The unit, and what to say where items are counted because too few have an estimate: estimates count where at least half of the items
/// have one, or any where they are named. Of fewer, the sum tells of a part of the work only.
pub(super) fn choose(
    items: &[ToldItem],
    estimates: &Estimates,
    options: &ReadOptions,
) -> (Unit, Option<Caveat>) {
    let estimated = items.iter().filter(|item| is_estimated(item)).count();
    let enough = estimated > 0 && (estimates.is_named || estimated * 2 >= items.len());
    let unit = if enough { estimates.unit } else { Unit::Items };
    // How many have none at the instant of the picture, `reduce` finds out.
    (unit, (!enough && options.unit.is_none()).then_some(Caveat::ItemsCounted))
}

/// Whether it ever had an estimate.
fn is_estimated(item: &ToldItem) -> bool {
    let estimated = |(_, change): &(_, Change)| matches!(change, Change::Estimated(Some(_)));
    item.before.estimate.is_some() || item.events.iter().any(estimated)
}
