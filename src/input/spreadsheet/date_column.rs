//! The dates of a table with a line a day, in the order that the whole column tells.

use crate::input::document::DayEntry;
use crate::input::error::InputError;
use crate::input::table_date::{DateOrder, TableDate, find_order, parse_table_date};

/// Rewrites the dates as years, months and days. A text that is no date stays, so that the check of the document names its place.
pub(super) fn convert_dates(days: &mut [DayEntry], given: Option<DateOrder>) -> Result<(), Box<InputError>> {
    let texts = days.iter().filter_map(|day| match day {
        DayEntry::Full(figures) => figures.date.as_deref(),
        DayEntry::Gap | DayEntry::Remaining(_) => None,
    });
    let order = find_order(texts, given)?;
    for day in days {
        let DayEntry::Full(figures) = day else { continue };
        let date = figures.date.as_deref().and_then(|text| date_in_order(text, order));
        figures.date = date.or(figures.date.take());
    }
    Ok(())
}

/// Returns a date as a document has it; `None` for a text that is no date, or that has a time.
pub(super) fn date_in_order(text: &str, order: DateOrder) -> Option<String> {
    let moment = match parse_table_date(text)? {
        TableDate::Certain(moment) => moment,
        TableDate::Numeric(date) => date.in_order(order)?,
    };
    moment.is_date().then(|| moment.to_string())
}
