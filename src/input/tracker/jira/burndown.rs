//! Jira's own burndown: `scopechangeburndownchart.json`, which has every change with its time, and the days off.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::super::super::ReadOptions;
use super::super::super::documents::Document;
use super::super::super::error::InputError;
use super::super::super::moment::Moment;
use super::super::super::refusal::quote;
use super::super::super::told::{Change, Content, Outline, Told, ToldItem};
use super::super::super::value::Value;
use super::sprints::Sprint;
use super::work::{Clock, WorkRates};
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

const SECONDS_PER_HOUR: f64 = 3_600.0;

/// The answer. All times are milliseconds since 1970.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    /// By time, as a text.
    changes: BTreeMap<String, Vec<WireChange>>,
    start_time: i64,
    end_time: i64,
    /// While the sprint runs, there is none.
    complete_time: Option<i64>,
    now: Option<i64>,
    statistic_field: Option<Statistic>,
    #[serde(default)]
    issue_to_parent_keys: BTreeMap<String, IgnoredAny>,
    #[serde(default)]
    issue_to_summary: BTreeMap<String, String>,
    work_rate_data: Option<WorkRates>,
}

/// What is added up.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Statistic {
    type_id: Option<String>,
    /// `duration` for seconds.
    renderer: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireChange {
    key: String,
    /// It joined, or left (`false`).
    added: Option<bool>,
    /// Another estimate; without a new value, none.
    stat_c: Option<NewValue>,
    /// Another remaining time.
    time_c: Option<NewEstimate>,
    column: Option<Column>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewValue {
    new_value: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewEstimate {
    new_estimate: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Column {
    /// What counts; `done` may be missing.
    not_done: Option<bool>,
    done: Option<bool>,
}

/// Whether a document is that answer.
pub(super) fn is(value: &Value<'_>) -> bool {
    value.get("changes").is_some_and(Value::is_object)
        && matches!(value.get("startTime"), Some(Value::Number(ms)) if ms.is_i64())
}

pub(super) fn told(
    document: &Document<'_>,
    sprints: &[Sprint],
    options: &ReadOptions,
) -> Result<Told, Box<InputError>> {
    let wire: Wire = document.read()?;
    let clock = wire.work_rate_data.as_ref().map_or(Clock::of_utc(), WorkRates::clock);
    let reader = Reader { document, clock: &clock, unit: wire.unit() };
    let outline = reader.outline(&wire, sprints)?;
    let items = reader.items(&wire, options.subtasks == Some(true))?;
    let caveats = if clock.is_sure { Vec::new() } else { vec![Caveat::ZoneUncertain] };
    Ok(Told { outline, content: Content::Items(items), caveats })
}

impl Wire {
    fn unit(&self) -> Unit {
        let Some(statistic) = &self.statistic_field else { return Unit::Points };
        match (statistic.type_id.as_deref(), statistic.renderer.as_deref()) {
            (Some("issueCount"), _) => Unit::Items,
            (_, Some("duration")) => Unit::Hours,
            _ => Unit::Points,
        }
    }
}

struct Reader<'a> {
    document: &'a Document<'a>,
    clock: &'a Clock,
    unit: Unit,
}

impl Reader<'_> {
    fn outline(&self, wire: &Wire, sprints: &[Sprint]) -> Result<Outline, Box<InputError>> {
        let moment = |ms, field: &str| self.moment(ms, || field.to_owned());
        let optional = |ms: Option<i64>, field: &str| ms.map(|ms| moment(ms, field)).transpose();
        let sprint = same(wire.start_time, sprints);
        let days_off = wire.work_rate_data.as_ref().map(|rates| rates.days_off(self.clock));
        let (working_days, holidays) = days_off.unzip();
        Ok(Outline {
            name: sprint.map(|sprint| sprint.name.clone()),
            goal: sprint.and_then(|sprint| sprint.goal.clone()),
            unit: Some(self.unit),
            start: Some(moment(wire.start_time, "startTime")?),
            end: Some(moment(wire.end_time, "endTime")?),
            closed: optional(wire.complete_time, "completeTime")?,
            answered: optional(wire.now, "now")?,
            time_zone: self.clock.zone_name.clone(),
            working_days,
            holidays: holidays.unwrap_or_default(),
            ..Outline::default()
        })
    }

    /// Histories begin before the sprint does, and before an item joins.
    fn items(&self, wire: &Wire, subtasks: bool) -> Result<Vec<ToldItem>, Box<InputError>> {
        let mut times: Vec<(i64, &String, &Vec<WireChange>)> = Vec::with_capacity(wire.changes.len());
        for (key, changes) in &wire.changes {
            let path = || format!("changes.{key}");
            let bad = || self.document.error(path(), quote(key), "milliseconds since 1970");
            times.push((key.parse().map_err(|_| bad())?, key, changes));
        }
        times.sort_by_key(|(time, ..)| *time);
        let mut items: BTreeMap<&str, ToldItem> = BTreeMap::new();
        for (time, key, changes) in times {
            let at = self.moment(time, || format!("changes.{key}"))?;
            for (index, change) in changes.iter().enumerate() {
                if !subtasks && wire.issue_to_parent_keys.contains_key(&change.key) {
                    continue;
                }
                let item = items.entry(&change.key).or_insert_with(|| ToldItem {
                    key: change.key.clone(),
                    title: wire.issue_to_summary.get(&change.key).cloned(),
                    before: ItemState::default(),
                    events: Vec::new(),
                });
                self.add(change, at, &format!("changes.{key}[{index}]"), item)?;
            }
        }
        let was_in = |item: &ToldItem| item.events.iter().any(|(_, change)| *change == Change::Joined);
        Ok(items.into_values().filter(was_in).collect())
    }

    fn add(
        &self,
        change: &WireChange,
        at: Moment,
        path: &str,
        item: &mut ToldItem,
    ) -> Result<(), Box<InputError>> {
        let estimate = change.stat_c.as_ref().map(|to| (to.new_value, "statC.newValue"));
        let time =
            change.time_c.as_ref().and_then(|to| to.new_estimate).map(|new| (Some(new), "timeC.newEstimate"));
        if let Some((value, field)) = estimate.or(time) {
            let amount = value.map(|value| self.amount(value, || format!("{path}.{field}"))).transpose()?;
            item.events.push((at, Change::Estimated(amount)));
        }
        if let Some(column) = &change.column {
            let is_done = column.not_done.map_or(column.done == Some(true), |not_done| !not_done);
            let progress = if is_done { Progress::Done } else { Progress::Open };
            item.events.push((at, Change::Became(progress)));
        }
        if let Some(added) = change.added {
            item.events.push((at, if added { Change::Joined } else { Change::Left }));
        }
        Ok(())
    }

    fn amount(&self, value: f64, path: impl Fn() -> String) -> Result<Amount, Box<InputError>> {
        let units = if self.unit == Unit::Hours { value / SECONDS_PER_HOUR } else { value };
        let amount = Amount::from_f64(units).filter(|amount| !amount.is_negative());
        amount.ok_or_else(|| self.document.error(path(), value.to_string(), super::estimate::EXPECTED))
    }

    fn moment(&self, ms: i64, path: impl Fn() -> String) -> Result<Moment, Box<InputError>> {
        let at = Timestamp::from_millisecond(ms).ok().map(|at| self.clock.moment(at));
        // Through the text, so that the same years are read as everywhere.
        let checked = at.and_then(|at| at.to_string().parse().ok());
        checked.ok_or_else(|| self.document.error(path(), ms.to_string(), "milliseconds since 1970"))
    }
}

/// The sprint that starts then: the answer has no name. A wall clock may be taken for UTC, so that a day is near enough.
fn same(start: i64, sprints: &[Sprint]) -> Option<&Sprint> {
    const DAY: u64 = 86_400_000;
    let apart = |sprint: &Sprint| sprint.start.map_or(u64::MAX, |at| at.as_millisecond().abs_diff(start));
    sprints.iter().min_by_key(|sprint| apart(sprint)).filter(|sprint| apart(sprint) < DAY)
}

/// An instant's clock in UTC, which is the team's wall clock if Jira wrote it so.
pub(super) fn wall_clock(at: Timestamp) -> DateTime {
    TimeZone::UTC.to_datetime(at)
}
