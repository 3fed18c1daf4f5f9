//! The meaning of a lowered estimate.

use crate::names::named_values;

/// The meaning of a lower estimate of an item that is not done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoweredEstimates {
    /// The difference is work done: estimates are the hours that remain. A higher estimate is re-estimated.
    Done,
    /// The difference is a change of scope: the item was thought to be larger than it is.
    #[default]
    Reestimated,
}

named_values!(LoweredEstimates, "LoweredEstimates", "What a lower estimate of open work means: work done, or a change of scope.", {
    "done" => Done,
    "reestimated" => Reestimated,
});
