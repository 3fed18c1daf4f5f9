//! The unit of all amounts of a sprint.

use super::Amount;
use crate::names::named_values;

/// The unit of all amounts of a sprint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Story points.
    #[default]
    Points,
    /// Hours of work.
    Hours,
    /// Items: every item counts as one.
    Items,
}

impl Unit {
    /// Returns the amount that an item with this estimate adds to a sum. With [`Unit::Items`] it is one, even for
    /// an item without an estimate.
    pub fn weight(self, estimate: Option<Amount>) -> Option<Amount> {
        match self {
            Self::Points | Self::Hours => estimate,
            Self::Items => Some(Amount::from_units(1)),
        }
    }
}

named_values!(Unit, "AmountUnit", "What amounts count; items: every item counts one.", {
    "points" => Points,
    "hours" => Hours,
    "items" => Items,
});
