//! A row with its place in the input.

use jiff::civil::Date;

use super::super::amount::{amount_error, non_negative_amount};
use super::amount_column::AmountColumn;
use super::analytics_row::AnalyticsRow;
use super::group_sums::DocumentAge;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Amount;

/// A row with its path in its document, for error messages.
pub(super) struct LocatedRow<'a> {
    pub(super) document: &'a TrackerDocument<'a>,
    pub(super) document_age: DocumentAge,
    pub(super) path: String,
    pub(super) row: AnalyticsRow,
}

impl LocatedRow<'_> {
    /// The date of the row.
    pub(super) fn snapshot_date(&self) -> Result<Date, Box<InputError>> {
        self.row.snapshot_date().ok_or_else(|| {
            let found = quote(self.row.date_text().as_str());
            self.error_at("DateValue", found, "a date (2023-08-23)")
        })
    }

    /// The amount of the row; `None` if its column is null.
    pub(super) fn read_amount(&self, column: AmountColumn<'_>) -> Result<Option<Amount>, Box<InputError>> {
        let Some(number) = self.row.amount(column) else {
            return if self.row.has_column(column) { Ok(None) } else { Err(self.no_amount_error(column)) };
        };
        non_negative_amount(number)
            .ok_or_else(|| amount_error(self.document, self.path.as_str(), format!("{number}"), number))
            .map(Some)
    }

    fn no_amount_error(&self, column: AmountColumn<'_>) -> Box<InputError> {
        let (expected, remedy) = match column {
            AmountColumn::Count => ("\"Count\"", "aggregate($count as Count)"),
            AmountColumn::RemainingWork => {
                ("\"SumOfRemainingWork\"", "aggregate(RemainingWork with sum as SumOfRemainingWork)")
            }
            _ => ("a sum of estimates", "--estimate-field NAME names it; --unit items counts work items"),
        };
        let found = format!("a row with {}", self.row.number_names());
        self.error_at("", found, expected).with_remedy(remedy)
    }

    fn error_at(&self, field: &str, found: String, expected: &str) -> Box<InputError> {
        let dot = if field.is_empty() { "" } else { "." };
        self.document.error_at(format!("{}{dot}{field}", self.path), found, expected)
    }
}
