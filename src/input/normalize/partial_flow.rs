//! A flow as a document gives it, with optional parts.

use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::{optional_amount, signed_amount};
use crate::sprint::{Amount, Flow};

/// A flow whose parts may be missing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PartialFlow {
    pub(super) added: Option<Amount>,
    pub(super) removed: Option<Amount>,
    pub(super) reestimated: Option<Amount>,
    pub(super) reopened: Option<Amount>,
    pub(super) completed: Option<Amount>,
}

impl PartialFlow {
    /// Checks five numbers in this order: added, removed, reestimated, reopened, completed.
    pub(super) fn from_numbers(
        numbers: [Option<f64>; 5],
        path_of: impl Fn(&'static str) -> FieldPath,
    ) -> Result<Self, ValidationError> {
        let [added, removed, reestimated, reopened, completed] = numbers;
        Ok(Self {
            added: optional_amount(added, path_of("added"))?,
            removed: optional_amount(removed, path_of("removed"))?,
            reestimated: reestimated.map(|value| signed_amount(value, path_of("reestimated"))).transpose()?,
            reopened: optional_amount(reopened, path_of("reopened"))?,
            completed: optional_amount(completed, path_of("completed"))?,
        })
    }

    /// Returns true if at least one part is present.
    pub(super) fn has_any(&self) -> bool {
        let parts = [self.added, self.removed, self.reestimated, self.reopened, self.completed];
        parts.iter().any(Option::is_some)
    }

    /// Returns the flow with zero for missing parts.
    pub(super) fn to_flow(self) -> Flow {
        Flow {
            added: self.added.unwrap_or_default(),
            removed: self.removed.unwrap_or_default(),
            reestimated: self.reestimated.unwrap_or_default(),
            reopened: self.reopened.unwrap_or_default(),
            completed: self.completed.unwrap_or_default(),
            done_scope: Amount::ZERO,
        }
    }
}
