//! The phase of a sprint.

use serde::{Deserialize, Serialize};

/// The phase of the sprint at the instant of the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SprintPhase {
    /// The sprint has not begun.
    Ahead,
    /// The sprint is running.
    #[default]
    Running,
    /// The planned end has come, but nobody has closed the sprint.
    Ended,
    /// The sprint is closed: this is the last message about it.
    Closed,
}
