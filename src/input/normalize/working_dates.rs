//! The dates of the first working days of a sprint, for tables whose columns number the days.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::document::SprintDocument;
use super::super::read_options::ReadOptions;
use super::super::validation_error::{FieldPath, ValidationError};
use super::document_info::read_calendar_info;
use super::field_values::parse_moment;
use super::team_calendar::build_calendar;
use crate::limits::MAX_DAYS;

/// Returns the dates of the first working days from the start of a document or of the options. They lie within the [`MAX_DAYS`]
/// days that a picture may span.
pub(in crate::input) fn first_working_dates(
    count: usize,
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<Vec<Date>, ValidationError> {
    let start = match options.start {
        Some(start) => start,
        None => parse_moment(&document.start, FieldPath::Field("start"))?,
    };
    let calendar = build_calendar(read_calendar_info(document, options)?, start.year(), options)?;
    let first = calendar.day_at(start.resolve_in(&calendar).start_instant()).date;
    let days = first.series(1.day()).take(MAX_DAYS);
    let dates: Vec<Date> = days.filter(|date| calendar.is_working(*date)).take(count).collect();
    if dates.len() < count {
        let found = format!("{count} working days, of which {} lie within {MAX_DAYS} days", dates.len());
        return Err(ValidationError::limit_exceeded(FieldPath::Document, found, "MAX_DAYS", MAX_DAYS));
    }
    Ok(dates)
}
