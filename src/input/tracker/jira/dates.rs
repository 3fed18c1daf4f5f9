//! Dates as Jira shows them to people, in the format that an administrator chose.

use jiff::civil::DateTime;

use super::super::super::documents::Document;
use super::super::super::error::InputError;
use super::super::super::moment::Moment;
use super::super::super::refusal::quote;

/// Jira's default, and those that many servers are set to. Dates with months as numbers and the day first are not among them: nobody could tell
/// them from those with the month first.
const FORMATS: [&str; 6] = [
    "%d/%b/%y %I:%M %p",
    "%d/%b/%y %H:%M",
    "%d/%b/%Y %I:%M %p",
    "%d/%b/%Y %H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
];

const EXPECTED: &str = "a date such as 15/Apr/22 12:52 AM, 2022-04-15 00:52 or 2022-04-15T00:52:00Z";

/// The moment; without an offset it is the wall clock of whoever exported it.
pub(super) fn parse(text: &str) -> Option<Moment> {
    let text = text.trim();
    let exact = || text.parse().ok();
    // Through the text, so that the same years are read as everywhere.
    let clock = |format: &&str| {
        let clock = DateTime::strptime(format, text).ok()?;
        clock.to_string().parse().ok()
    };
    exact().or_else(|| FORMATS.iter().find_map(clock))
}

pub(super) fn read(
    text: &str,
    document: &Document,
    path: impl Fn() -> String,
) -> Result<Moment, Box<InputError>> {
    parse(text).ok_or_else(|| document.error(path(), quote(text), EXPECTED))
}

/// What is expected where a cell is no date.
pub(super) fn expected() -> &'static str {
    EXPECTED
}
