//! The choice of the column that is added up.

use super::amount_column::AmountColumn;
use super::located_row::LocatedRow;
use crate::input::ReadOptions;
use crate::sprint::Unit;

/// Chooses the requested column; else by the requested unit; else points if any row has some, else remaining hours if any row has
/// some, else counts. Of work items as they are today the first estimates come before the remaining hours, which do not tell what
/// was done.
pub(super) fn choose_column<'a>(rows: &[&LocatedRow<'_>], options: &'a ReadOptions) -> AmountColumn<'a> {
    use AmountColumn::{Count, OriginalEstimate, Points, RemainingWork, Requested};
    let has_amount = |column: AmountColumn<'_>| {
        rows.iter().any(|located| located.row.amount(column).is_some_and(|sum| sum > 0.0))
    };
    let has_column = |column: AmountColumn<'_>| rows.iter().any(|located| located.row.has_column(column));
    let is_today = !rows.iter().any(|located| located.row.is_snapshot());
    let hours = if is_today { [OriginalEstimate, RemainingWork] } else { [RemainingWork, OriginalEstimate] };
    match (&options.estimate_field, options.unit) {
        (_, Some(Unit::Items)) => Count,
        (Some(field), _) => [RemainingWork, OriginalEstimate]
            .into_iter()
            .find(|column| column.is_named(field))
            .unwrap_or(Requested(field)),
        (None, Some(Unit::Hours)) => hours.into_iter().find(|column| has_column(*column)).unwrap_or(Points),
        (None, Some(Unit::Points)) => Points,
        (None, None) => {
            let usual = hours.into_iter().filter(|column| is_today || *column == RemainingWork);
            std::iter::once(Points).chain(usual).find(|column| has_amount(*column)).unwrap_or(Count)
        }
    }
}
