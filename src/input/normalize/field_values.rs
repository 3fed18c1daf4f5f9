//! Dates and texts of document fields.

use jiff::civil::{Date, Time};

use super::super::error_text::quote;
use super::super::moment::{Moment, ParseMomentError};
use super::super::redact::redact_secrets;
use super::super::validation_error::{FieldPath, ValidationError};
use crate::limits::MAX_TEXT_CHARS;

/// Parses a date without a time.
pub(super) fn parse_date(text: &str, path: FieldPath) -> Result<Date, ValidationError> {
    const EXPECTED: &str = "a date (2023-08-23)";
    let error = |expected: String| ValidationError::new(path, quote(text), expected);
    match text.parse::<Moment>() {
        Ok(Moment::Date(date)) => Ok(date),
        Ok(_) => Err(error(EXPECTED.to_owned())),
        Err(no_moment) => {
            Err(error(no_moment.with_years(EXPECTED)).with_exceeded_limit(no_moment.exceeded_limit()))
        }
    }
}

/// Parses a day border such as `10:00` or `10:00:00`.
pub(super) fn parse_time_of_day(text: &str, path: FieldPath) -> Result<Time, ValidationError> {
    let error = || ValidationError::new(path, quote(text), "a time of day (10:00)");
    // jiff also accepts "10" and "2023-08-23T10:00".
    let is_time = text.contains(':') && text.len() <= "10:00:00".len();
    text.parse().ok().filter(|_| is_time).ok_or_else(error)
}

/// Parses a date, a local time or an instant.
pub(super) fn parse_moment(text: &str, path: FieldPath) -> Result<Moment, ValidationError> {
    text.parse().map_err(|error: ParseMomentError| {
        let limit = error.exceeded_limit();
        ValidationError::new(path, quote(text), error.expected()).with_exceeded_limit(limit)
    })
}

/// Returns a text of the input on one line and without secrets. Line breaks and tabs become spaces. Other control
/// characters and characters that XML does not allow are removed, since trackers may contain them.
pub(super) fn clean_text(text: &str, path: FieldPath) -> Result<String, ValidationError> {
    let is_blank =
        |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let clean: String = text
        .chars()
        .map(|c| if is_blank(c) { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    let chars = clean.chars().count();
    if chars > MAX_TEXT_CHARS {
        let found = format!("a text of {chars} characters");
        return Err(ValidationError::limit_exceeded(path, found, "MAX_TEXT_CHARS", MAX_TEXT_CHARS));
    }
    Ok(redact_secrets(clean.trim()).into_owned())
}
