//! The sprint report: the issues at the start and at the end of the sprint, and nothing between.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::amount::{amount_error, non_negative_amount};
use super::dates::read_displayed_date;
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_data::{DailyLevels, GapPolicy, RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Amount, Level};

#[derive(Deserialize)]
struct SprintReport {
    contents: ReportContents,
    sprint: ReportJiraSprint,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReportContents {
    #[serde(default)]
    completed_issues: Vec<ReportIssue>,
    #[serde(default, alias = "incompletedIssues")]
    issues_not_completed_in_current_sprint: Vec<ReportIssue>,
    #[serde(default)]
    punted_issues: Vec<ReportIssue>,
    #[serde(default)]
    issue_keys_added_during_sprint: BTreeMap<String, bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReportIssue {
    key: String,
    /// The estimate at the start.
    estimate_statistic: Option<ReportEstimate>,
    /// The estimate at the end.
    current_estimate_statistic: Option<ReportEstimate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReportEstimate {
    stat_field_value: Option<EstimateValue>,
}

impl ReportIssue {
    /// The estimate at the end; that at the start if the report has no other.
    fn estimate_at_end(&self) -> Option<&ReportEstimate> {
        self.current_estimate_statistic.as_ref().or(self.estimate_statistic.as_ref())
    }
}

/// The value of an estimate. Without an estimate there is no value, or the text `null`.
#[derive(Deserialize)]
struct EstimateValue {
    value: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReportJiraSprint {
    name: String,
    goal: Option<String>,
    state: String,
    start_date: Option<String>,
    iso_start_date: Option<String>,
    end_date: Option<String>,
    iso_end_date: Option<String>,
    complete_date: Option<String>,
    iso_complete_date: Option<String>,
}

/// Returns true if a document is this report.
pub(super) fn is_sprint_report(value: &JsonValue<'_>) -> bool {
    value.get("contents").and_then(|contents| contents.get("completedIssues")).is_some_and(JsonValue::is_list)
}

/// Returns true if the sprint of a report is closed: no report is newer.
pub(super) fn is_closed(value: &JsonValue<'_>) -> bool {
    let state = value.get("sprint").and_then(|sprint| sprint.get("state")?.as_str());
    state.is_some_and(|state| state.eq_ignore_ascii_case("closed"))
}

pub(super) fn read_sprint_report(
    document: &TrackerDocument<'_>,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let SprintReport { contents, sprint } = document.read()?;
    let date = |iso: &Option<String>, shown: &Option<String>, field: &str| {
        let text = iso.as_ref().or(shown.as_ref()).filter(|text| *text != "None");
        text.map(|text| read_displayed_date(text, document, || format!("sprint.{field}"))).transpose()
    };
    let start = date(&sprint.iso_start_date, &sprint.start_date, "startDate")?;
    let end = date(&sprint.iso_end_date, &sprint.end_date, "endDate")?;
    let is_closed = sprint.state.eq_ignore_ascii_case("closed");
    let closed =
        date(&sprint.iso_complete_date, &sprint.complete_date, "completeDate")?.filter(|_| is_closed);
    let now = options.now.map(Moment::Instant);
    let last = closed.or(now).or(end).map_or(Date::MIN, |at| local_date(at, options));
    let sprint_info = RawSprintInfo {
        name: Some(sprint.name),
        goal: sprint.goal,
        start,
        end,
        closed,
        is_active: sprint.state.eq_ignore_ascii_case("active"),
        ..RawSprintInfo::default()
    };
    let levels = DailyLevels {
        opening: Some(contents.opening_level(document)?),
        days: vec![(last, contents.closing_level(document)?)],
        started: Vec::new(),
        gap_policy: GapPolicy::Unknown,
    };
    Ok(TrackerData { sprint_info, content: TrackerContent::Levels(levels), caveats: Vec::new() })
}

/// The date in the team's zone; that of UTC if the zone is unknown.
fn local_date(at: Moment, options: &ReadOptions) -> Date {
    let zone = options.time_zone.as_deref().unwrap_or("UTC");
    let zone = crate::input::zones::find_zone(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    match at {
        Moment::Date(date) => date,
        Moment::Local(clock) => clock.date(),
        Moment::Instant(at) => zone.to_datetime(Timestamp::max(at, Timestamp::UNIX_EPOCH)).date(),
    }
}

impl ReportContents {
    /// The amounts at the start of the sprint: all issues except those that were added later.
    fn opening_level(&self, document: &TrackerDocument<'_>) -> Result<Level, Box<InputError>> {
        let lists =
            [&self.completed_issues, &self.issues_not_completed_in_current_sprint, &self.punted_issues];
        let at_start = lists
            .into_iter()
            .flatten()
            .filter(|line| !self.issue_keys_added_during_sprint.contains_key(&line.key));
        let scope = sum_estimates(at_start, |line| line.estimate_statistic.as_ref(), document)?;
        Ok(Level { scope, done: Amount::ZERO })
    }

    fn closing_level(&self, document: &TrackerDocument<'_>) -> Result<Level, Box<InputError>> {
        let done = sum_estimates(self.completed_issues.iter(), ReportIssue::estimate_at_end, document)?;
        let open = sum_estimates(
            self.issues_not_completed_in_current_sprint.iter(),
            ReportIssue::estimate_at_end,
            document,
        )?;
        Ok(Level { scope: done + open, done })
    }
}

fn sum_estimates<'a>(
    lines: impl Iterator<Item = &'a ReportIssue>,
    estimate: impl Fn(&'a ReportIssue) -> Option<&'a ReportEstimate>,
    document: &TrackerDocument<'_>,
) -> Result<Amount, Box<InputError>> {
    let mut sum = Amount::ZERO;
    for line in lines {
        let value =
            estimate(line).and_then(|estimate| estimate.stat_field_value.as_ref()).and_then(|of| of.value);
        let Some(value) = value else { continue };
        sum += non_negative_amount(value)
            .ok_or_else(|| amount_error(document, format!("issue {}", line.key), value.to_string(), value))?;
    }
    Ok(sum)
}
