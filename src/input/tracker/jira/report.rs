//! The sprint report: what there was at the start and at the end, and nothing between.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::super::ReadOptions;
use super::super::super::documents::Document;
use super::super::super::error::InputError;
use super::super::super::moment::Moment;
use super::super::super::told::{Content, Levels, Missing, Outline, Told};
use super::super::super::value::Value;
use super::dates;
use crate::sprint::{Amount, Level};

#[derive(Deserialize)]
struct Wire {
    contents: Contents,
    sprint: WireSprint,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Contents {
    #[serde(default)]
    completed_issues: Vec<Line>,
    #[serde(default, alias = "incompletedIssues")]
    issues_not_completed_in_current_sprint: Vec<Line>,
    #[serde(default)]
    punted_issues: Vec<Line>,
    #[serde(default)]
    issue_keys_added_during_sprint: BTreeMap<String, bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    key: String,
    /// At the start.
    estimate_statistic: Option<Estimate>,
    /// At the end.
    current_estimate_statistic: Option<Estimate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Estimate {
    stat_field_value: Option<StatFieldValue>,
}

impl Line {
    /// Without a figure for the end, the one for the start holds.
    fn at_end(&self) -> Option<&Estimate> {
        self.current_estimate_statistic.as_ref().or(self.estimate_statistic.as_ref())
    }
}

/// Without an estimate there is no value, or a text `null`.
#[derive(Deserialize)]
struct StatFieldValue {
    value: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSprint {
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

/// Whether a document is that answer.
pub(super) fn is(value: &Value<'_>) -> bool {
    value.get("contents").and_then(|contents| contents.get("completedIssues")).is_some_and(Value::is_list)
}

pub(super) fn told(document: &Document<'_>, options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let Wire { contents, sprint } = document.read()?;
    let date = |iso: &Option<String>, shown: &Option<String>, field: &str| {
        let text = iso.as_ref().or(shown.as_ref()).filter(|text| *text != "None");
        text.map(|text| dates::read(text, document, || format!("sprint.{field}"))).transpose()
    };
    let start = date(&sprint.iso_start_date, &sprint.start_date, "startDate")?;
    let end = date(&sprint.iso_end_date, &sprint.end_date, "endDate")?;
    let is_closed = sprint.state.eq_ignore_ascii_case("closed");
    let closed =
        date(&sprint.iso_complete_date, &sprint.complete_date, "completeDate")?.filter(|_| is_closed);
    let now = options.now.map(Moment::Instant);
    let last = closed.or(now).or(end).map_or(Date::MIN, |at| day(at, options));
    let outline =
        Outline { name: Some(sprint.name), goal: sprint.goal, start, end, closed, ..Outline::default() };
    let levels = Levels {
        opening: Some(contents.opening(document)?),
        days: vec![(last, contents.closing(document)?)],
        started: Vec::new(),
        missing: Missing::Unknown,
    };
    Ok(Told { outline, content: Content::Levels(levels), caveats: Vec::new() })
}

/// The date in the team's zone; where that is not known, the one that is written.
fn day(at: Moment, options: &ReadOptions) -> Date {
    let zone = options.time_zone.as_deref().unwrap_or("UTC");
    let zone = crate::input::zones::zone(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    match at {
        Moment::Date(date) => date,
        Moment::Local(clock) => clock.date(),
        Moment::Instant(at) => zone.to_datetime(Timestamp::max(at, Timestamp::UNIX_EPOCH)).date(),
    }
}

impl Contents {
    /// What was in the sprint at its start: all but what was added later.
    fn opening(&self, document: &Document<'_>) -> Result<Level, Box<InputError>> {
        let lists =
            [&self.completed_issues, &self.issues_not_completed_in_current_sprint, &self.punted_issues];
        let at_start = lists
            .into_iter()
            .flatten()
            .filter(|line| !self.issue_keys_added_during_sprint.contains_key(&line.key));
        let scope = sum(at_start, |line| line.estimate_statistic.as_ref(), document)?;
        Ok(Level { scope, done: Amount::ZERO })
    }

    fn closing(&self, document: &Document<'_>) -> Result<Level, Box<InputError>> {
        let done = sum(self.completed_issues.iter(), Line::at_end, document)?;
        let open = sum(self.issues_not_completed_in_current_sprint.iter(), Line::at_end, document)?;
        Ok(Level { scope: done + open, done })
    }
}

fn sum<'a>(
    lines: impl Iterator<Item = &'a Line>,
    estimate: impl Fn(&'a Line) -> Option<&'a Estimate>,
    document: &Document<'_>,
) -> Result<Amount, Box<InputError>> {
    let mut sum = Amount::ZERO;
    for line in lines {
        let value =
            estimate(line).and_then(|estimate| estimate.stat_field_value.as_ref()).and_then(|of| of.value);
        let Some(value) = value else { continue };
        let amount = Amount::from_f64(value).filter(|amount| !amount.is_negative());
        sum += amount.ok_or_else(|| {
            document.error(format!("issue {}", line.key), value.to_string(), super::estimate::EXPECTED)
        })?;
    }
    Ok(sum)
}
