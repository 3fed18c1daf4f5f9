//! The choice of the unit for all trackers with items, if the caller does not choose it.

use crate::input::ReadOptions;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Caveat, Unit};

/// The source of the items' estimates.
pub(super) struct EstimateSource {
    /// The unit of the estimates.
    pub(super) unit: Unit,
    /// True if the caller or the tracker's board names the field of the estimates.
    pub(super) is_explicit: bool,
}

/// Chooses the unit, and the caveat if items are counted because too few have an estimate. Estimates count if at least half of
/// the items have one, or if any has one and their source is explicit. The sum over fewer items would cover only a part of the
/// work.
pub(super) fn choose_unit(
    items: &[ItemHistory],
    estimates: &EstimateSource,
    options: &ReadOptions,
) -> (Unit, Option<Caveat>) {
    let estimated = items.iter().filter(|item| has_estimate(item)).count();
    let enough = estimated > 0 && (estimates.is_explicit || estimated * 2 >= items.len());
    let unit = if enough { estimates.unit } else { Unit::Items };
    // The normalization finds out how many have no estimate at the shown instant.
    (unit, (!enough && options.unit.is_none()).then_some(Caveat::ItemsCounted))
}

/// Returns true if the item ever had an estimate.
fn has_estimate(item: &ItemHistory) -> bool {
    let estimated = |(_, change): &(_, StateChange)| matches!(change, StateChange::Estimated(Some(_)));
    item.initial_state.estimate.is_some() || item.events.iter().any(estimated)
}
