//! Jira's own burndown: `scopechangeburndownchart.json`, which has every change with its time, and the days off.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::super::amount::{amount_error, non_negative_amount};
use super::super::subtasks::{Family, Subtask, SubtaskEstimates, SubtaskRules};
use super::inherited_events::check_inherited_events;
use super::jira_sprint::JiraSprint;
use super::time_field::{SECONDS_PER_HOUR, TimeField};
use super::work_rates::{JiraClock, WorkRates};
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Amount, Caveat, ItemState, LoweredEstimates, Progress, Unit};

/// The response. All times are milliseconds since 1970.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BurndownChart {
    /// Changes by their time, which is a text.
    changes: BTreeMap<String, Vec<ChartChange>>,
    start_time: i64,
    end_time: i64,
    /// `None` while the sprint runs.
    complete_time: Option<i64>,
    now: Option<i64>,
    statistic_field: Option<ChartStatistic>,
    #[serde(default)]
    issue_to_parent_keys: BTreeMap<String, Value>,
    #[serde(default)]
    issue_to_summary: BTreeMap<String, String>,
    work_rate_data: Option<WorkRates>,
}

/// The field that the chart adds up.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChartStatistic {
    type_id: Option<String>,
    field_id: Option<String>,
    /// `duration` if the values are seconds.
    renderer: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChartChange {
    key: String,
    /// True if the item joined the sprint, false if it left.
    added: Option<bool>,
    /// The new estimate; without a value, the estimate was removed.
    stat_c: Option<NewStatistic>,
    /// The new remaining time.
    time_c: Option<NewRemainingTime>,
    column: Option<ColumnChange>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewStatistic {
    new_value: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewRemainingTime {
    new_estimate: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ColumnChange {
    /// `not_done` decides; `done` may be missing.
    not_done: Option<bool>,
    done: Option<bool>,
}

/// Returns true if a document is this response.
pub(super) fn is_burndown_chart(value: &JsonValue<'_>) -> bool {
    value.get("changes").is_some_and(JsonValue::is_object)
        && matches!(value.get("startTime"), Some(JsonValue::Number(ms)) if ms.is_i64())
}

/// The time at which Jira has drawn the chart, in milliseconds.
pub(super) fn read_at(value: &JsonValue<'_>) -> Option<usize> {
    value.get("now").and_then(JsonValue::as_usize)
}

pub(super) fn read_burndown_chart(
    document: &TrackerDocument<'_>,
    sprints: &[JiraSprint],
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let chart: BurndownChart = document.read()?;
    let clock = chart.work_rate_data.as_ref().map_or(JiraClock::in_utc(), WorkRates::detect_clock);
    let is_remaining_time = chart.is_of_remaining_time();
    let reader = ChartReader { document, clock: &clock, unit: chart.statistic_unit(), is_remaining_time };
    let sprint_info = reader.sprint_info(&chart, sprints)?;
    let family = chart.divide_items(reader.read_items(&chart)?);
    // Jira's own chart of the remaining time has that of the sub-tasks in it, its other charts leave sub-tasks out.
    let has_subtasks = options.subtasks.unwrap_or(is_remaining_time);
    let rules = SubtaskRules { estimates: chart.subtask_estimates(), are_items: false };
    let estimated = family.estimated_items(rules, Some(has_subtasks));
    let has_items = options.subtasks.unwrap_or(rules.are_items);
    let counted = family.count_in_unit(options.unit.unwrap_or(reader.unit), estimated, has_items);
    let zone_uncertain = (!clock.is_certain).then_some(Caveat::ZoneUncertain);
    Ok(TrackerData {
        sprint_info,
        content: TrackerContent::Items(counted.items),
        caveats: zone_uncertain.into_iter().chain(counted.caveats).collect(),
    })
}

impl BurndownChart {
    fn statistic_unit(&self) -> Unit {
        let Some(statistic) = &self.statistic_field else { return Unit::Points };
        match (statistic.type_id.as_deref(), statistic.renderer.as_deref()) {
            (Some("issueCount"), _) => Unit::Items,
            (_, Some("duration")) => Unit::Hours,
            _ => Unit::Points,
        }
    }

    /// Tells the sub-tasks, of which the response names the parents, from the stories.
    fn divide_items(&self, items: Vec<ItemHistory>) -> Family {
        let mut family = Family { stories: Vec::new(), subtasks: Vec::new() };
        for item in items {
            match self.issue_to_parent_keys.get(&item.key) {
                Some(parent) => {
                    family.subtasks.push(Subtask { item, parent: parent.as_str().map(str::to_owned) });
                }
                None => family.stories.push(item),
            }
        }
        family
    }

    /// The relation of the estimates of sub-tasks to those of their stories: hours are kept apart.
    fn subtask_estimates(&self) -> SubtaskEstimates {
        if self.statistic_unit() == Unit::Hours {
            SubtaskEstimates::Separate
        } else {
            SubtaskEstimates::PartOfStory
        }
    }

    /// Returns true if the chart adds up the remaining time, which logged work makes less.
    fn is_of_remaining_time(&self) -> bool {
        let field = self.statistic_field.as_ref().and_then(|statistic| statistic.field_id.as_deref());
        let is_remaining = field.is_none_or(|id| TimeField::from_id(id).is_some_and(TimeField::is_remaining));
        self.statistic_unit() == Unit::Hours && is_remaining
    }
}

struct ChartReader<'a> {
    document: &'a TrackerDocument<'a>,
    clock: &'a JiraClock,
    unit: Unit,
    /// True if the remaining time of the items counts, not an estimate.
    is_remaining_time: bool,
}

impl ChartReader<'_> {
    fn sprint_info(
        &self,
        chart: &BurndownChart,
        sprints: &[JiraSprint],
    ) -> Result<RawSprintInfo, Box<InputError>> {
        let moment = |ms, field: &str| self.to_moment(ms, || field.to_owned());
        let optional = |ms: Option<i64>, field: &str| ms.map(|ms| moment(ms, field)).transpose();
        let sprint = sprint_starting_at(chart.start_time, sprints);
        let days_off = chart.work_rate_data.as_ref().map(|rates| rates.working_calendar(self.clock));
        let (working_days, holidays) = days_off.unzip();
        Ok(RawSprintInfo {
            name: sprint.map(|sprint| sprint.name.clone()),
            goal: sprint.and_then(|sprint| sprint.goal.clone()),
            unit: Some(self.unit),
            lowered_estimates: if self.is_remaining_time {
                LoweredEstimates::Done
            } else {
                LoweredEstimates::Reestimated
            },
            start: Some(moment(chart.start_time, "startTime")?),
            end: Some(moment(chart.end_time, "endTime")?),
            closed: optional(chart.complete_time, "completeTime")?,
            is_active: chart.complete_time.is_none(),
            fetched_at: optional(chart.now, "now")?,
            time_zone: self.clock.zone_name.clone(),
            working_days,
            holidays: holidays.unwrap_or_default(),
            ..RawSprintInfo::default()
        })
    }

    /// Reads the items with their histories, which begin before the sprint does, and before an item joins.
    fn read_items(&self, chart: &BurndownChart) -> Result<Vec<ItemHistory>, Box<InputError>> {
        let mut times: Vec<(i64, &String, &Vec<ChartChange>)> = Vec::with_capacity(chart.changes.len());
        for (key, changes) in &chart.changes {
            let path = || format!("changes.{key}");
            let bad = || self.document.error_at(path(), quote(key), "milliseconds since 1970");
            times.push((key.parse().map_err(|_| bad())?, key, changes));
        }
        times.sort_by_key(|(time, ..)| *time);
        let mut items: BTreeMap<&str, ItemHistory> = BTreeMap::new();
        for (time, key, changes) in times {
            let at = self.to_moment(time, || format!("changes.{key}"))?;
            for (index, change) in changes.iter().enumerate() {
                let item = items.entry(&change.key).or_insert_with(|| ItemHistory {
                    key: change.key.clone(),
                    title: chart.issue_to_summary.get(&change.key).cloned(),
                    initial_state: ItemState::default(),
                    events: Vec::new(),
                });
                self.add_change(change, at, &format!("changes.{key}[{index}]"), item)?;
            }
        }
        inherit_membership(&mut items, chart)?;
        Ok(items.into_values().filter(was_in_sprint).collect())
    }

    fn add_change(
        &self,
        change: &ChartChange,
        at: Moment,
        path: &str,
        item: &mut ItemHistory,
    ) -> Result<(), Box<InputError>> {
        let estimate = change.stat_c.as_ref().map(|to| (to.new_value, "statC.newValue"));
        let time = change.time_c.as_ref().filter(|_| self.is_remaining_time);
        let time = time.and_then(|to| to.new_estimate).map(|new| (Some(new), "timeC.newEstimate"));
        if let Some((value, field)) = estimate.or(time) {
            let amount =
                value.map(|value| self.to_amount(value, || format!("{path}.{field}"))).transpose()?;
            item.events.push((at, StateChange::Estimated(amount)));
        }
        if let Some(column) = &change.column {
            let is_done = column.not_done.map_or(column.done == Some(true), |not_done| !not_done);
            let progress = if is_done { Progress::Done } else { Progress::Open };
            item.events.push((at, StateChange::ProgressChanged(progress)));
        }
        if let Some(added) = change.added {
            item.events.push((at, if added { StateChange::Joined } else { StateChange::Left }));
        }
        Ok(())
    }

    fn to_amount(&self, value: f64, path: impl Fn() -> String) -> Result<Amount, Box<InputError>> {
        let units = if self.unit == Unit::Hours { value / SECONDS_PER_HOUR } else { value };
        let amount = non_negative_amount(units);
        amount.ok_or_else(|| amount_error(self.document, path(), value.to_string(), units))
    }

    fn to_moment(&self, ms: i64, path: impl Fn() -> String) -> Result<Moment, Box<InputError>> {
        let at = Timestamp::from_millisecond(ms).ok().map(|at| self.clock.to_moment(at));
        // The text is parsed again to apply the same range of years as everywhere.
        let checked = at.and_then(|at| at.to_string().parse().ok());
        checked.ok_or_else(|| self.document.error_at(path(), ms.to_string(), "milliseconds since 1970"))
    }
}

fn was_in_sprint(item: &ItemHistory) -> bool {
    item.events.iter().any(|(_, change)| *change == StateChange::Joined)
}

/// Adds the times at which stories join and leave to their sub-tasks, if the response does not tell those of the sub-tasks.
fn inherit_membership(
    items: &mut BTreeMap<&str, ItemHistory>,
    chart: &BurndownChart,
) -> Result<(), Box<InputError>> {
    let is_membership =
        |(_, change): &&(Moment, StateChange)| matches!(change, StateChange::Joined | StateChange::Left);
    // A story may have many sub-tasks and a long history, which is read once.
    let mut memberships: BTreeMap<&str, Vec<(Moment, StateChange)>> = BTreeMap::new();
    let parents = chart.issue_to_parent_keys.iter().filter_map(|(key, parent)| Some((key, parent.as_str()?)));
    let mut event_count = 0;
    for (key, parent) in parents {
        let of_parent = memberships.entry(parent).or_insert_with(|| {
            let events = items.get(parent).into_iter().flat_map(|story| &story.events);
            events.filter(is_membership).copied().collect()
        });
        let Some(subtask) = items.get_mut(key.as_str()) else { continue };
        if !subtask.events.iter().any(|event| is_membership(&event)) {
            event_count += of_parent.len();
            check_inherited_events(event_count)?;
            subtask.events.extend(of_parent.iter().copied());
        }
    }
    Ok(())
}

/// The sprint that starts at this time: the response has no name. A wall clock may be taken for UTC, so that a day's difference
/// is near enough.
fn sprint_starting_at(start: i64, sprints: &[JiraSprint]) -> Option<&JiraSprint> {
    const DAY: u64 = 86_400_000;
    let apart = |sprint: &JiraSprint| sprint.start.map_or(u64::MAX, |at| at.as_millisecond().abs_diff(start));
    sprints.iter().min_by_key(|sprint| apart(sprint)).filter(|sprint| apart(sprint) < DAY)
}
