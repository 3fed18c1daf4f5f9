//! Items of a sprint: their names and states.

use super::Amount;

/// The progress of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Not started.
    #[default]
    Open,
    /// In progress.
    Started,
    /// Done.
    Done,
}

/// The state of one item at an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemState {
    /// True if the item is a member of the sprint.
    pub in_sprint: bool,
    /// The estimate in the sprint's unit. `None` means that the item is not estimated, which differs from zero,
    /// although both add nothing to a sum.
    pub estimate: Option<Amount>,
    /// The progress of the item.
    pub progress: Progress,
    /// The work on the item that is done while the item is not: the hours by which its remaining estimate was worked down
    /// in this sprint. The estimate is what remains besides. Zero unless [`LoweredEstimates::Done`](super::LoweredEstimates::Done) applies.
    pub burned: Amount,
}

impl ItemState {
    /// Returns the work that is burned in a state of an item that changes from this one within a day, both in the sprint.
    ///
    /// A lower estimate of open work is work done, a higher one is not. If the item is done before or after, its estimate
    /// and its burned work add up to the same amount, so that nothing is done twice. An estimate that is taken away
    /// says nothing of work.
    pub(crate) fn burned_until(&self, after: &Self) -> Amount {
        let lowered_by = self.estimate.unwrap_or_default() - after.estimate.unwrap_or_default();
        if self.progress == Progress::Done || after.progress == Progress::Done {
            (self.burned + lowered_by).max(Amount::ZERO)
        } else if after.estimate.is_none() {
            self.burned
        } else {
            self.burned + lowered_by.max(Amount::ZERO)
        }
    }
}

/// The key and the title of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemName {
    /// The key or number of the item.
    pub key: String,
    /// The title of the item.
    pub title: Option<String>,
}
