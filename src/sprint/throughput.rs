//! The throughput of the working days of a sprint.

use super::{Ledger, Sprint, Throughput};

impl Throughput {
    /// Returns the throughput of all full working days that are over at `as_of`, in chronological order, including days
    /// without completed work. Changes on days off count towards the working day before.
    ///
    /// A day without a reading is skipped. The day after it is skipped too, because its changes cover several days.
    pub fn from_sprint(sprint: &Sprint, ledger: &Ledger) -> Vec<Self> {
        let mut days: Vec<Self> = Vec::new();
        let mut after_gap = false;
        let past_days = ledger.days.iter().take_while(|row| row.day.from < sprint.as_of);
        for row in past_days {
            let is_known = row.closing.is_some() && !after_gap;
            after_gap = row.closing.is_none();
            let (done, growth) = (
                row.flow.completed - row.flow.reopened,
                row.flow.added - row.flow.removed + row.flow.reestimated,
            );
            let is_full_day = sprint.start <= row.day.from && row.day.last_instant() <= sprint.as_of;
            if row.day.is_working_day && is_full_day && is_known {
                days.push(Self { date: row.day.date, done, growth });
            } else if let Some(last) = days.last_mut().filter(|_| !row.day.is_working_day && is_known) {
                last.done += done;
                last.growth += growth;
            }
        }
        days
    }
}
