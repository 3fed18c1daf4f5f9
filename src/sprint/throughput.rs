//! What got done on past working days: what forecasts are drawn from.

use super::{Amount, Ledger, Sprint};

/// A whole past working day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Throughput {
    /// Completed less reopened; below zero on a day that undid more than it did.
    pub done: Amount,
    /// Change of the open work's scope: added less removed, and re-estimated.
    pub growth: Amount,
}

impl Throughput {
    /// The whole working days of a sprint that are over at `as_of`, in their order, those on which nothing
    /// was done among them. What happened on days off counts with the working day before.
    ///
    /// A day without a reading is none, nor is the one after: its movements are those of several days.
    pub fn of(sprint: &Sprint, ledger: &Ledger) -> Vec<Self> {
        let mut days: Vec<Self> = Vec::new();
        let mut after_gap = false;
        let past = ledger.days.iter().take_while(|row| row.day.from < sprint.as_of);
        for row in past {
            let known = row.closing.is_some() && !after_gap;
            after_gap = row.closing.is_none();
            let (done, growth) = (
                row.flow.completed - row.flow.reopened,
                row.flow.added - row.flow.removed + row.flow.reestimated,
            );
            let whole = sprint.start <= row.day.from && row.day.last_instant() <= sprint.as_of;
            if row.day.working && whole && known {
                days.push(Self { done, growth });
            } else if let Some(last) = days.last_mut().filter(|_| !row.day.working && known) {
                last.done += done;
                last.growth += growth;
            }
        }
        days
    }
}
