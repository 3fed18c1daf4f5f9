//! Dates in Jira's responses: those that Jira displays, in the format that an administrator chose, and those of its API.

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_documents::TrackerDocument;

/// Jira's default, and formats that many servers use. Numeric formats with the day first are missing: they can't be told from
/// those with the month first.
const FORMATS: [&str; 6] = [
    "%d/%b/%y %I:%M %p",
    "%d/%b/%y %H:%M",
    "%d/%b/%Y %I:%M %p",
    "%d/%b/%Y %H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
];

pub(super) const EXPECTED_DATE: &str =
    "a date such as 15/Apr/22 12:52 AM, 2022-04-15 00:52 or 2022-04-15T00:52:00Z";

/// Parses a displayed date; `None` if no format matches. Without an offset it is the wall clock of the user who exported it.
pub(super) fn parse_displayed_date(text: &str) -> Option<Moment> {
    let text = text.trim();
    let exact = || text.parse().ok();
    // The text is parsed again to apply the same range of years as everywhere.
    let clock = |format: &&str| {
        let clock = DateTime::strptime(format, text).ok()?;
        clock.to_string().parse().ok()
    };
    exact().or_else(|| FORMATS.iter().find_map(clock))
}

pub(super) fn read_displayed_date(
    text: &str,
    document: &TrackerDocument,
    path: impl Fn() -> String,
) -> Result<Moment, Box<InputError>> {
    parse_displayed_date(text).ok_or_else(|| document.error_at(path(), quote(text), EXPECTED_DATE))
}

/// Parses an instant as Jira's API writes it: its offset may lack the colon.
///
/// # Errors
/// Anything else is an error at `path`.
pub(super) fn parse_instant(
    document: &TrackerDocument<'_>,
    text: &str,
    path: impl Fn() -> String,
) -> Result<Timestamp, Box<InputError>> {
    const EXPECTED: &str = "an instant with offset (2023-08-23T10:00:00.000+0000)";
    match text.parse::<Moment>() {
        Ok(Moment::Instant(at)) => Ok(at),
        Ok(_) => Err(document.error_at(path(), quote(text), EXPECTED)),
        Err(error) => {
            let limit = error.exceeded_limit();
            Err(document.error_at(path(), quote(text), error.with_years(EXPECTED)).with_exceeded_limit(limit))
        }
    }
}
