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
}

/// The key and the title of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemName {
    /// The key or number of the item.
    pub key: String,
    /// The title of the item.
    pub title: Option<String>,
}
