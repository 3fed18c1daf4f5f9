//! The choice of the column that is added up.

use super::amount_column::AmountColumn;
use super::located_row::LocatedRow;
use crate::input::ReadOptions;
use crate::sprint::Unit;

/// Chooses the requested column; else by the requested unit; else points if any row has some, else remaining hours if any row has
/// some, else counts.
pub(super) fn choose_column<'a>(rows: &[&LocatedRow<'_>], options: &'a ReadOptions) -> AmountColumn<'a> {
    use AmountColumn::{Count, OriginalEstimate, Points, RemainingWork, Requested};
    let has_amount = |column: AmountColumn<'_>| {
        rows.iter().any(|located| located.row.amount(column).is_some_and(|sum| sum > 0.0))
    };
    let has_column = |column: AmountColumn<'_>| rows.iter().any(|located| located.row.has_column(column));
    match (&options.estimate_field, options.unit) {
        (_, Some(Unit::Items)) => Count,
        (Some(field), _) => [RemainingWork, OriginalEstimate]
            .into_iter()
            .find(|column| column.is_named(field))
            .unwrap_or(Requested(field)),
        (None, Some(Unit::Hours)) if has_column(RemainingWork) => RemainingWork,
        (None, Some(Unit::Hours)) if has_column(OriginalEstimate) => OriginalEstimate,
        (None, Some(Unit::Hours | Unit::Points)) => Points,
        (None, None) => {
            [Points, RemainingWork].into_iter().find(|column| has_amount(*column)).unwrap_or(Count)
        }
    }
}
