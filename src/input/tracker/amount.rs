//! Amounts in the numbers of trackers.

use crate::input::error::{InputError, exceeded_amount_limit};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Amount;

/// The accepted numbers, as an error message names them.
pub(super) const EXPECTED_AMOUNT: &str = "a number from 0 to 1000000 (MAX_AMOUNT)";

/// Returns the amount of a number; `None` if it is negative or too large.
pub(super) fn non_negative_amount(number: f64) -> Option<Amount> {
    Amount::from_f64(number).filter(|amount| !amount.is_negative())
}

/// Returns the error for a number at a path of a document that is negative or too large.
pub(super) fn amount_error(
    document: &TrackerDocument<'_>,
    path: impl Into<String>,
    found: impl Into<String>,
    number: f64,
) -> Box<InputError> {
    document.error_at(path, found, EXPECTED_AMOUNT).with_exceeded_limit(exceeded_amount_limit(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_has_the_value_of_the_limit() {
        let expected = format!("a number from 0 to {} (MAX_AMOUNT)", crate::limits::MAX_AMOUNT);
        assert_eq!(EXPECTED_AMOUNT, expected);
    }
}
