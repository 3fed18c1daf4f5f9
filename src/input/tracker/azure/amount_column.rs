//! The columns of Analytics that hold amounts: points, hours, counts.

use super::super::naming::is_estimate_name;
use crate::sprint::{LoweredEstimates, Unit};

/// The amounts that are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountColumn<'a> {
    /// Numbers of work items.
    Count,
    /// Story points, effort or size.
    Points,
    /// The hours that remain, which the team makes less while it works.
    RemainingWork,
    /// The first estimate in hours, which stays.
    OriginalEstimate,
    /// A column of the caller's choice.
    Requested(&'a str),
}

impl AmountColumn<'_> {
    /// Returns true if a column of this name holds the amounts: `StoryPoints`, `TotalStoryPoints`, `SumOfEffort`.
    pub(super) fn is_named(self, name: &str) -> bool {
        let short = ["SumOf", "Sum", "Total"].iter().find_map(|head| name.strip_prefix(head)).unwrap_or(name);
        let is_short = |known: &str| is_estimate_name(short, Some(known));
        match self {
            Self::Count => name.to_lowercase().ends_with("count"),
            Self::Points => is_estimate_name(short, None) || short == "Effort",
            Self::RemainingWork => is_short("RemainingWork"),
            Self::OriginalEstimate => is_short("OriginalEstimate"),
            Self::Requested(requested) => is_estimate_name(name, Some(requested)) || is_short(requested),
        }
    }

    /// The unit of the amounts.
    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Count => Unit::Items,
            Self::Points | Self::Requested(_) => Unit::Points,
            Self::RemainingWork | Self::OriginalEstimate => Unit::Hours,
        }
    }

    /// The meaning of a lower amount.
    pub(super) fn lowered_estimates(self) -> LoweredEstimates {
        if self == Self::RemainingWork { LoweredEstimates::Done } else { LoweredEstimates::Reestimated }
    }
}

/// Returns true if a column of this name is a sum over the work items of a row, by which no row is grouped.
pub(super) fn is_sum(name: &str) -> bool {
    const SUMMED: [AmountColumn<'_>; 5] = [
        AmountColumn::Count,
        AmountColumn::Points,
        AmountColumn::RemainingWork,
        AmountColumn::OriginalEstimate,
        AmountColumn::Requested("CompletedWork"),
    ];
    let lower = name.to_lowercase();
    let is_aggregate = lower.ends_with("sum") || lower.starts_with("total") || lower.starts_with("sum");
    is_aggregate || SUMMED.iter().any(|column| column.is_named(name))
}
