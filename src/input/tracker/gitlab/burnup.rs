//! The series of GitLab's own burnup chart: `burnupTimeSeries`, a row for each day with a change.

use serde::Deserialize;

use super::super::json_moment::leading_date;
use super::rest_data::GitLabData;
use super::timebox::{KnownTimebox, Timebox, choose_timebox};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::json_value::JsonObject;
use crate::input::tracker_data::{DailyLevels, GapPolicy, RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Amount, Level, Unit};

/// A milestone or an iteration in GraphQL, with its report.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ReportedTimebox {
    title: Option<String>,
    #[serde(rename = "startDate")]
    start: Option<String>,
    #[serde(rename = "dueDate")]
    due: Option<String>,
    report: BurnupSeries,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct BurnupSeries {
    #[serde(rename = "burnupTimeSeries")]
    rows: Option<Vec<BurnupRow>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct BurnupRow {
    date: String,
    scope_count: Option<f64>,
    scope_weight: Option<f64>,
    completed_count: Option<f64>,
    completed_weight: Option<f64>,
}

impl BurnupRow {
    /// The scope and the completed work in a unit.
    fn figures(&self, unit: Unit) -> (Option<f64>, Option<f64>) {
        match unit {
            Unit::Items => (self.scope_count, self.completed_count),
            Unit::Points | Unit::Hours => (self.scope_weight, self.completed_weight),
        }
    }
}

/// Returns true if an object has a report.
pub(super) fn is_report(fields: &JsonObject<'_>) -> bool {
    fields.get("report").is_some_and(|report| report.has("burnupTimeSeries"))
}

pub(super) fn read_burnup(
    documents: &[TrackerDocument<'_>],
    data: &GitLabData,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let mut known = Vec::new();
    for document in documents {
        for value in document.find_objects(is_report) {
            let report: ReportedTimebox = document.read_located_part(value)?;
            known.push((document, value, report));
        }
    }
    let Some((first, ..)) = known.first() else { return Err(missing_issues_error(documents, data)) };
    let date = |text: &Option<String>| text.as_deref().and_then(leading_date);
    let boxes: Vec<Timebox> = known
        .iter()
        .map(|(_, _, report)| Timebox::new(report.title.clone(), date(&report.start), date(&report.due)))
        .collect();
    let known_timebox = |(key, timebox)| KnownTimebox { key, number: 0, timebox };
    let known_timeboxes = boxes.iter().enumerate().map(known_timebox).collect();
    let chosen = choose_timebox(known_timeboxes, options, first)?;
    let Some((document, value, report)) = known.get(chosen.key) else {
        return Err(missing_issues_error(documents, data));
    };
    let path = || format!("{}.report.burnupTimeSeries", document.path_of(value));
    let unit = options.unit.unwrap_or(Unit::Items);
    let rows = report.report.rows.as_deref().unwrap_or_default();
    if !rows.is_empty() && rows.iter().all(|row| row.figures(unit).1.is_none()) {
        let found = "rows without the completed work";
        let remedy =
            "ask for burnupTimeSeries { date scopeCount scopeWeight completedCount completedWeight }";
        return Err(document.error_at(path(), found, "it in each").with_remedy(remedy));
    }
    let days = daily_levels(rows, unit, |row, found, expected| {
        document.error_at(format!("{}[{row}]", path()), found, expected)
    })?;
    if unit != Unit::Items && days.iter().all(|(_, level)| level.scope.is_zero()) {
        let found = "no issue with a weight";
        return Err(document.error_at(path(), found, "weights").with_remedy("--unit items"));
    }
    let sprint_info = RawSprintInfo { unit: Some(unit), ..chosen.timebox.sprint_info() };
    let levels = DailyLevels { opening: None, days, started: Vec::new(), gap_policy: GapPolicy::Unchanged };
    Ok(TrackerData {
        sprint_info,
        content: TrackerContent::Levels(levels),
        caveats: chosen.parallel.into_iter().collect(),
    })
}

/// The error for an input that has timeboxes only, or nothing.
fn missing_issues_error(documents: &[TrackerDocument<'_>], data: &GitLabData) -> Box<InputError> {
    let found = match data.timeboxes.len() {
        0 => "no issue and no report",
        _ => "milestones or iterations without their issues",
    };
    let expected = "the issues with their resource events, or the report";
    let error = match documents.first() {
        Some(document) => document.error_at("", found, expected),
        None => InputError::new(Location::EntireInput, found, expected),
    };
    error.with_remedy("emberline formats lists the addresses to ask; --with FILE adds a file")
}

type DayLevel = (jiff::civil::Date, Level);

/// The amounts of each day, in order. A figure that a row lacks is that of the row before.
fn daily_levels(
    rows: &[BurnupRow],
    unit: Unit,
    error: impl Fn(usize, String, &'static str) -> Box<InputError>,
) -> Result<Vec<DayLevel>, Box<InputError>> {
    let mut dated = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let Some(date) = leading_date(&row.date) else {
            return Err(error(index, format!("the date {}", quote(&row.date)), "a date (2023-08-23)"));
        };
        dated.push((date, index, row));
    }
    dated.sort_by_key(|(date, index, _)| (*date, *index));
    let (mut scope, mut done) = (0.0, 0.0);
    let mut days = Vec::with_capacity(dated.len());
    for (date, index, row) in dated {
        let (all, completed) = row.figures(unit);
        scope = all.unwrap_or(scope);
        done = completed.unwrap_or(done);
        match (Amount::from_f64(scope), Amount::from_f64(done)) {
            (Some(scope), Some(done)) => days.push((date, Level { scope, done })),
            _ => {
                let error = error(index, format!("{scope} and {done}"), "numbers within MAX_AMOUNT");
                return Err(error.with_exceeded_limit("MAX_AMOUNT"));
            }
        }
    }
    Ok(days)
}
