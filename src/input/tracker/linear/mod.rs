//! Linear: a cycle with its figures, which have one value a day, or with its issues and their histories.

mod agreement;
mod cycle;
mod issue;
mod issue_history;
mod series;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::completion_time::DatedCompletions;
use super::json_moment::{JsonMoment, sort_instant};
use super::known_states::KnownStates;
use super::reader::TrackerReader;
use super::unit_choice::{EstimateSource, choose_unit};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::moment::Moment;
use crate::input::tracker_data::{RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::{TrackerDocument, find_objects};
use crate::sprint::{Caveat, Unit};
use cycle::{Cycle, CycleDays, KnownCycle};
use issue::{Issue, StateMap};
use issue_history::HistoryCycle;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Linear, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "a cycle, or several, with scopeHistory and completedScopeHistory, or the histories of issue counts;",
        "its issues with their histories, inside it or beside it, which tell what joined and left; those that left stand in no cycle's list",
    ],
    how_to_get: &[
        "cycle(id: …) { id number name startsAt endsAt completedAt updatedAt scopeHistory completedScopeHistory inProgressScopeHistory issueCountHistory completedIssueCountHistory }",
        "and in it issues(first: 50) { nodes { id identifier title estimate createdAt updatedAt completedAt canceledAt state { id name type } cycle { id } history(first: 50) { nodes { id createdAt fromCycleId toCycleId fromEstimate toEstimate fromState { id name type } toState { id name type } } pageInfo { hasNextPage endCursor } } } pageInfo { hasNextPage endCursor } }",
        "issues(filter: {team: {key: {eq: \"ENG\"}}, updatedAt: {gte: \"the start of the cycle\"}}, first: 50) { nodes { the same } pageInfo { hasNextPage endCursor } }, for those that left the cycle",
    ],
    missing_data: &[
        "without issues, one figure a day: what joined and left on one day is not seen apart",
        "the days of the figures: the first is the day on which the cycle starts, in the team's time zone; the last figure of a closed cycle is that of its close; a single figure is today's",
        "without a history of an issue, when it joined: it counts from its creation",
    ],
};

fn is_response(value: &JsonValue<'_>) -> bool {
    !find_objects(value, is_cycle).is_empty()
}

fn is_cycle(fields: &JsonObject<'_>) -> bool {
    let has = |name: &str| fields.has(name);
    let has_issues = || fields.get("issues").is_some_and(|issues| issues.has("nodes"));
    has("startsAt") && (has("scopeHistory") || has("issueCountHistory") || has_issues())
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let mut known = Vec::new();
    for document in documents {
        for value in document.find_objects(is_cycle) {
            let cycle: Cycle = document.read_located_part(value)?;
            known.push(KnownCycle { document, value, cycle });
        }
    }
    let (known, parallel) = cycle::choose_cycle(cycle::keep_newest(known), options)?;
    let zone = cycle::requested_time_zone(options);
    let Some(days) = known.cycle.days(&zone) else {
        return Err(known.error("startsAt", "no dates".to_owned(), "\"startsAt\" and \"endsAt\""));
    };
    let error = |field: &str, found: String, expected: &str| known.error(field, found, expected);
    series::check_history_lengths(&known.cycle, &error)?;
    let issues = issue::read_all_issues(documents, known.cycle.id.as_deref(), known.value)?;
    let tells_more = issues.values().any(|issue| issue.has_history) || !known.cycle.has_figures();
    if !issues.is_empty() && tells_more {
        let mut data = read_issues(&issues, &known, days, &zone, options)?;
        data.caveats.extend(parallel);
        return Ok(data);
    }
    KnownStates::default().check_done_names(options)?;
    let series = series::read_series(&known.cycle, days, &zone, options, &error)?;
    let sprint_info = sprint_info(&known.cycle, days, &zone, series.unit);
    Ok(TrackerData {
        sprint_info,
        content: TrackerContent::Levels(series.levels),
        caveats: parallel.into_iter().collect(),
    })
}

impl KnownCycle<'_> {
    /// The error for a field of the cycle.
    fn error(&self, field: &str, found: String, expected: &str) -> Box<InputError> {
        let path = self.document.path_of(self.value);
        let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        self.document.error_at(path, found, expected)
    }
}

fn sprint_info(cycle: &Cycle, days: CycleDays, zone: &TimeZone, unit: Unit) -> RawSprintInfo {
    let closed = cycle
        .completed_at
        .map(|JsonMoment(at)| at)
        .filter(|at| cycle::nearest_date(sort_instant(*at), zone) <= days.last);
    RawSprintInfo {
        name: cycle.display_name(),
        goal: cycle.description.clone(),
        unit: Some(unit),
        start: Some(Moment::Date(days.first)),
        end: Some(Moment::Date(days.last)),
        closed,
        ..RawSprintInfo::default()
    }
}

/// Reads the cycle from the histories of its issues.
fn read_issues(
    issues: &BTreeMap<String, Issue>,
    known: &KnownCycle<'_>,
    days: CycleDays,
    zone: &TimeZone,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let cycle = &known.cycle;
    if cycle.id.is_none() && issues.values().any(|issue| issue.has_history) {
        let expected = "the \"id\" of the cycle, which the histories of its issues name";
        return Err(known.error("id", "nothing".to_owned(), expected));
    }
    let latest_known = issues.values().filter_map(|issue| issue.updated_at.or(issue.created_at));
    let latest_known = latest_known.map(|JsonMoment(at)| at).max_by_key(|at| sort_instant(*at));
    let (start, end) = (Some(Moment::Date(days.first)), Some(Moment::Date(days.last)));
    let completions = DatedCompletions::with_latest(start, end, latest_known, options);
    let history_cycle = HistoryCycle {
        id: cycle.id.as_deref(),
        close: cycle.close_or_end(),
        last_instant: end_of_date(days.last, zone),
        states: StateMap::new(issues, options.done.as_deref()),
    };
    let read = issue_history::read_items(issues, &history_cycle, completions)?;
    if read.items.is_empty() {
        let found = format!("{} issues, none of them", issues.len());
        let expected =
            format!("issues of {}", cycle.display_name().unwrap_or_else(|| "the cycle".to_owned()));
        return Err(InputError::new(Location::EntireInput, found, expected)
            .with_remedy("ask for the issues inside the cycle, or with cycle { id }"));
    }
    let unseen = issue::known_states(issues).check_done_names(options)?;
    let source = EstimateSource { unit: Unit::Points, is_explicit: false };
    let (unit, items_counted) = choose_unit(&read.items, &source, options);
    let unit_of_figures = options.unit.unwrap_or(unit);
    let disagreeing = agreement::count_disagreeing_days(&read.items, cycle, days, unit_of_figures);
    let figures_disagree = (disagreeing > 0).then_some(Caveat::FiguresDisagree(disagreeing));
    let caveats =
        read.caveats.into_iter().chain(items_counted).chain(figures_disagree).chain(unseen).collect();
    Ok(TrackerData {
        sprint_info: sprint_info(cycle, days, zone, unit),
        content: TrackerContent::Items(read.items),
        caveats,
    })
}

/// The last second of a date.
fn end_of_date(date: Date, zone: &TimeZone) -> Option<Timestamp> {
    let midnight = date.saturating_add(1.day()).to_zoned(zone.clone()).ok()?.timestamp();
    midnight.checked_sub(1.second()).ok()
}
