//! The series of GitLab's own burnup chart: `burnupTimeSeries`, a row for each day on which something happened.

use serde::Deserialize;

use super::super::stamp::date_part;
use super::entry::Facts;
use super::timebox::{Timebox, choose};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::refusal::quote;
use crate::input::told::{Content, Levels, Missing, Outline, Told};
use crate::input::value::Fields;
use crate::sprint::{Amount, Level, Unit};

/// A milestone or an iteration of GraphQL's.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Report {
    title: Option<String>,
    #[serde(rename = "startDate")]
    start: Option<String>,
    #[serde(rename = "dueDate")]
    due: Option<String>,
    report: Series,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Series {
    #[serde(rename = "burnupTimeSeries")]
    rows: Option<Vec<Row>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Row {
    date: String,
    scope_count: Option<f64>,
    scope_weight: Option<f64>,
    completed_count: Option<f64>,
    completed_weight: Option<f64>,
}

/// Whether an object has a report.
pub(super) fn is_report(fields: &Fields<'_>) -> bool {
    fields.get("report").is_some_and(|report| report.has("burnupTimeSeries"))
}

pub(super) fn told(
    documents: &[Document<'_>],
    facts: &Facts,
    options: &ReadOptions,
) -> Result<Told, Box<InputError>> {
    let mut known = Vec::new();
    for document in documents {
        for value in document.objects(is_report) {
            let report: Report = document.read_within(value)?;
            known.push((document, value, report));
        }
    }
    let Some((first, ..)) = known.first() else { return Err(no_issues(documents, facts)) };
    let date = |text: &Option<String>| text.as_deref().and_then(date_part);
    let boxes: Vec<Timebox> = known
        .iter()
        .map(|(_, _, report)| Timebox {
            title: report.title.clone(),
            start: date(&report.start),
            due: date(&report.due),
        })
        .collect();
    let (index, timebox) =
        choose(boxes.iter().enumerate().map(|(index, one)| (index, one, 0)), options, first)?;
    let Some((document, value, report)) = known.get(index) else { return Err(no_issues(documents, facts)) };
    let path = || format!("{}.report.burnupTimeSeries", document.path_of(value));
    let unit = options.unit.unwrap_or(Unit::Items);
    let rows = report.report.rows.as_deref().unwrap_or_default();
    let days = days(rows, unit, |row, found, expected| {
        document.error(format!("{}[{row}]", path()), found, expected)
    })?;
    if unit != Unit::Items && days.iter().all(|(_, level)| level.scope.is_zero()) {
        let found = "no issue with a weight";
        return Err(document.error(path(), found, "weights").remedy("--unit items"));
    }
    let outline = Outline { unit: Some(unit), ..timebox.outline() };
    let levels = Levels { opening: None, days, started: Vec::new(), missing: Missing::Unchanged };
    Ok(Told { outline, content: Content::Levels(levels), caveats: Vec::new() })
}

/// Timeboxes alone, or nothing.
fn no_issues(documents: &[Document<'_>], facts: &Facts) -> Box<InputError> {
    let found = match facts.timeboxes.len() {
        0 => "no issue and no report",
        _ => "milestones or iterations without their issues",
    };
    let expected = "the issues with their resource events, or the report";
    let error = match documents.first() {
        Some(document) => document.error("", found, expected),
        None => InputError::new(Place::Whole, found, expected),
    };
    error.remedy("emberline formats lists the addresses to ask; --with FILE adds a file")
}

type Day = (jiff::civil::Date, Level);

/// The rows in order of their dates; a figure that a row lacks is that of the row before.
fn days(
    rows: &[Row],
    unit: Unit,
    error: impl Fn(usize, String, &'static str) -> Box<InputError>,
) -> Result<Vec<Day>, Box<InputError>> {
    let mut dated = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let Some(date) = date_part(&row.date) else {
            return Err(error(index, format!("the date {}", quote(&row.date)), "a date (2023-08-23)"));
        };
        dated.push((date, index, row));
    }
    dated.sort_by_key(|(date, index, _)| (*date, *index));
    let (mut scope, mut done) = (0.0, 0.0);
    let mut days = Vec::with_capacity(dated.len());
    for (date, index, row) in dated {
        let (all, completed) = match unit {
            Unit::Items => (row.scope_count, row.completed_count),
            Unit::Points | Unit::Hours => (row.scope_weight, row.completed_weight),
        };
        scope = all.unwrap_or(scope);
        done = completed.unwrap_or(done);
        match (Amount::from_f64(scope), Amount::from_f64(done)) {
            (Some(scope), Some(done)) => days.push((date, Level { scope, done })),
            _ => return Err(error(index, format!("{scope} and {done}"), "numbers within MAX_AMOUNT")),
        }
    }
    Ok(days)
}
