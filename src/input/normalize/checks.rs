//! Checks of amounts, levels and list lengths.

use super::super::error::exceeded_amount_limit;
use super::super::validation_error::{FieldPath, ValidationError};
use crate::limits::{MAX_AMOUNT, MAX_EVENTS};
use crate::sprint::{Amount, Level};

/// Returns an amount that may be negative.
pub(super) fn signed_amount(value: f64, path: FieldPath) -> Result<Amount, ValidationError> {
    Amount::from_f64(value).ok_or_else(|| {
        let expected = format!("a finite number of at most {MAX_AMOUNT} (MAX_AMOUNT)");
        let error = ValidationError::new(path, format!("{value}"), expected);
        error.with_exceeded_limit(exceeded_amount_limit(value))
    })
}

/// Returns an amount that must not be negative.
pub(super) fn non_negative_amount(value: f64, path: FieldPath) -> Result<Amount, ValidationError> {
    let amount = signed_amount(value, path)?;
    if amount.is_negative() {
        return Err(ValidationError::new(path, format!("{value}"), "a number that is not negative"));
    }
    Ok(amount)
}

/// Returns the amount of an optional field, which must not be negative.
pub(super) fn optional_amount(
    value: Option<f64>,
    path: FieldPath,
) -> Result<Option<Amount>, ValidationError> {
    value.map(|value| non_negative_amount(value, path)).transpose()
}

/// Checks that a list has at most `limit` entries.
pub(super) fn check_entry_count(
    count: usize,
    limit_name: &'static str,
    limit: usize,
    path: FieldPath,
) -> Result<(), ValidationError> {
    if count > limit {
        return Err(ValidationError::limit_exceeded(path, format!("{count} entries"), limit_name, limit));
    }
    Ok(())
}

/// Checks that there are at most [`MAX_EVENTS`] events.
pub(super) fn check_event_count(count: usize, path: FieldPath) -> Result<(), ValidationError> {
    check_entry_count(count, "MAX_EVENTS", MAX_EVENTS, path)
}

/// Checks that neither the remaining work nor the done work of a level is negative.
pub(super) fn check_level(level: Level, path: FieldPath) -> Result<(), ValidationError> {
    if level.remaining().is_negative() {
        let found = format!("movements that leave {} remaining", level.remaining().to_f64());
        return Err(ValidationError::new(path, found, "0 or more"));
    }
    if level.done.is_negative() {
        let found = format!("more work reopened than was done (by {})", (-level.done).to_f64());
        return Err(ValidationError::new(path, found, "0 or more done")
            .with_remedy("work that was done before the start belongs into \"done_at_start\""));
    }
    Ok(())
}
