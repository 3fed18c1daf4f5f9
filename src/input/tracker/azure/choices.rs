//! Choices of the reader that the picture says.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::amount_column::AmountColumn;
use super::analytics_row::AnalyticsRow;
use super::located_row::LocatedRow;
use crate::sprint::Caveat;

/// The caveat that the estimates are in several columns, of which each row gives the first.
pub(super) fn choice_of_column(rows: &[&LocatedRow], column: AmountColumn<'_>) -> Option<Caveat> {
    let columns = AnalyticsRow::estimate_columns(rows.iter().map(|located| &located.row)).len();
    (column == AmountColumn::Points && columns > 1).then_some(Caveat::EstimateFields(columns))
}

/// The caveat that epics and features count like their stories: the largest number of them on one day.
pub(super) fn counted_epics(rows: &[&LocatedRow]) -> Option<Caveat> {
    let mut items: BTreeMap<Option<Date>, BTreeSet<u64>> = BTreeMap::new();
    let mut counts: BTreeMap<Option<Date>, f64> = BTreeMap::new();
    for row in rows.iter().map(|located| &located.row).filter(|row| row.is_epic()) {
        let date = row.snapshot_date();
        match row.work_item_id {
            Some(item) => {
                items.entry(date).or_default().insert(item);
            }
            None => *counts.entry(date).or_default() += row.item_count().unwrap_or(1.0),
        }
    }
    let listed = items.values().map(BTreeSet::len).max().unwrap_or_default();
    let summed = counts.into_values().fold(0.0, f64::max) as usize;
    Some(listed.max(summed)).filter(|epics| *epics > 0).map(Caveat::EpicsCounted)
}
