//! Sums of a day and a group, such as a state. A query has one row for each; files of several days repeat it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::work_totals::WorkTotals;

/// The age of a document: the one that knows a later day is newer, of equal ones the later in the input.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DocumentAge {
    pub(super) last_day: Option<Date>,
    pub(super) index: usize,
}

/// The sums of all groups.
#[derive(Default)]
pub(super) struct GroupSums(BTreeMap<(Date, String), (DocumentAge, WorkTotals)>);

impl GroupSums {
    /// Adds a row. Rows of one document add up, and a newer document replaces an older one.
    pub(super) fn add_row(&mut self, date: Date, group: String, age: DocumentAge, totals: WorkTotals) {
        let (known, sum) = self.0.entry((date, group)).or_insert((age, WorkTotals::default()));
        if *known < age {
            (*known, *sum) = (age, totals);
        } else if *known == age {
            sum.add_totals(totals);
        }
    }

    /// Returns the sums with their days.
    pub(super) fn into_totals(self) -> impl Iterator<Item = (Date, WorkTotals)> {
        self.0.into_iter().map(|((date, _), (_, totals))| (date, totals))
    }
}
