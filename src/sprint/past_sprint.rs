//! Earlier sprints of the team.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Amount, Unit};

/// The net completed work and the scope change of a past working day, with those of the days off after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Throughput {
    /// The date of the working day.
    pub date: Date,
    /// Completed minus reopened work; negative on a day that reopened more than it completed.
    pub done: Amount,
    /// Change of the open work's scope: added minus removed plus re-estimated.
    pub growth: Amount,
}

impl Throughput {
    /// Returns the work by which the day reduced the remaining work; with `growth`, changes of scope included.
    pub(super) fn net_progress(&self, growth: bool) -> Amount {
        if growth { self.done - self.growth } else { self.done }
    }
}

/// An earlier sprint of the team. A velocity report gives only the sums; a sprint document gives the days as well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastSprint {
    /// The name of the sprint.
    pub name: String,
    /// The unit of the amounts.
    pub unit: Unit,
    /// The start and the end; the actual end if it is known.
    pub dates: Option<(Timestamp, Timestamp)>,
    /// The open work in the sprint at its start.
    pub committed: Amount,
    /// The work completed in the sprint, including added work, excluding work that was done at its start.
    pub completed: Amount,
    /// All work in the sprint at its end, excluding work that was done at its start.
    pub scope: Option<Amount>,
    /// The full working days; empty if they are unknown.
    pub days: Vec<Throughput>,
    /// The remaining work as a share of the committed work, over the share of the working time, by ascending time.
    /// Empty if it is unknown or if nothing was committed.
    pub remaining_curve: Vec<(f64, f64)>,
}
