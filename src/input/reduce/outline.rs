//! The document's own words about name, dates and calendar.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};

use super::super::ReadOptions;
use super::super::document::Document;
use super::super::moment::Moment;
use super::super::refusal::{Refusal, Spot, quote};
use super::super::told::Outline;
use super::frame::{date, moment};

pub(super) fn of(document: &Document, options: &ReadOptions) -> Result<Outline, Refusal> {
    let day_border = document.day_border.as_deref().map(clock).transpose()?;
    let working_days = document.working_days.as_ref();
    // What an option goes over need not even be a date.
    let read = |over: Option<Moment>, given: Option<&String>, field| match (over, given) {
        (None, Some(text)) => moment(text, Spot::Field(field)).map(Some),
        _ => Ok(None),
    };
    Ok(Outline {
        name: Some(document.name.clone()),
        goal: document.goal.clone(),
        unit: document.unit.map(Into::into),
        start: read(options.start, Some(&document.start), "start")?,
        end: read(options.end, Some(&document.end), "end")?,
        closed: read(None, document.closed.as_ref(), "closed")?,
        as_of: read(options.as_of, document.as_of.as_ref(), "as_of")?,
        answered: None,
        time_zone: document.time_zone.clone(),
        day_border,
        working_days: working_days.map(|days| days.iter().map(|day| (*day).into()).collect()),
        holidays: dates(document.holidays.as_deref(), "holidays")?,
        extra_working_days: dates(document.extra_working_days.as_deref(), "extra_working_days")?,
        looked: None,
    })
}

fn clock(text: &str) -> Result<Time, Refusal> {
    let refuse = || Refusal::new(Spot::Field("day_border"), quote(text), "a time of day (10:00)");
    // jiff would read "10" too, and "2023-08-23T10:00".
    let shaped = text.contains(':') && text.len() <= "10:00:00".len();
    text.parse().ok().filter(|_| shaped).ok_or_else(refuse)
}

fn dates(given: Option<&[String]>, list: &'static str) -> Result<BTreeSet<Date>, Refusal> {
    let given = given.unwrap_or_default();
    super::event_count(given.len(), Spot::Field(list))?;
    given.iter().enumerate().map(|(index, text)| date(text, Spot::Entry(list, index))).collect()
}
