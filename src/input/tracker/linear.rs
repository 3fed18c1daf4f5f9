//! Linear: a cycle with its histories, which have one figure a day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::json_moment::{JsonMoment, sort_instant};
use super::reader::TrackerReader;
use super::sprint_candidate::{Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location, exceeded_amount_limit};
use crate::input::error_text::quote;
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::moment::Moment;
use crate::input::tracker_data::{DailyLevels, GapPolicy, RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::{TrackerDocument, find_objects};
use crate::input::zones;
use crate::sprint::{Amount, Caveat, Level, Unit};

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Linear, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "a cycle, or several, with scopeHistory and completedScopeHistory, or the histories of issue counts",
    ],
    how_to_get: &[
        "cycle(id: …) { number name startsAt endsAt completedAt scopeHistory completedScopeHistory inProgressScopeHistory issueCountHistory completedIssueCountHistory }",
    ],
    missing_data: &[
        "one figure a day: what joined and left on one day is not seen apart",
        "the days of the figures: the first is the day on which the cycle starts, in the team's time zone",
    ],
};

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Cycle {
    id: Option<String>,
    updated_at: Option<JsonMoment>,
    number: Option<u32>,
    name: Option<String>,
    description: Option<String>,
    starts_at: Option<JsonMoment>,
    ends_at: Option<JsonMoment>,
    completed_at: Option<JsonMoment>,
    scope_history: Option<Vec<f64>>,
    completed_scope_history: Option<Vec<f64>>,
    in_progress_scope_history: Option<Vec<f64>>,
    issue_count_history: Option<Vec<f64>>,
    completed_issue_count_history: Option<Vec<f64>>,
}

impl Cycle {
    fn display_name(&self) -> Option<String> {
        let name = self.name.clone().filter(|name| !name.trim().is_empty());
        name.or_else(|| Some(format!("Cycle {}", self.number?)))
    }
}

fn is_response(value: &JsonValue<'_>) -> bool {
    !find_objects(value, is_cycle).is_empty()
}

fn is_cycle(fields: &JsonObject<'_>) -> bool {
    let has = |name: &str| fields.has(name);
    has("startsAt") && (has("scopeHistory") || has("issueCountHistory"))
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let mut known = Vec::new();
    for document in documents {
        for value in document.find_objects(is_cycle) {
            let cycle: Cycle = document.read_located_part(value)?;
            known.push(KnownCycle { document, value, cycle });
        }
    }
    let (KnownCycle { document, value, cycle }, parallel) = choose_cycle(keep_newest(known), options)?;
    let error = |field: &str, found: String, expected: &str| {
        let path = document.path_of(value);
        document.error_at(
            if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") },
            found,
            expected,
        )
    };
    let (Some(JsonMoment(start)), Some(JsonMoment(end))) = (cycle.starts_at, cycle.ends_at) else {
        return Err(error("startsAt", "no dates".to_owned(), "\"startsAt\" and \"endsAt\""));
    };
    let zone = requested_time_zone(options);
    let (first, after) = (nearest_date(sort_instant(start), &zone), nearest_date(sort_instant(end), &zone));
    let last = after.saturating_sub(1.day());
    let closed = cycle
        .completed_at
        .map(|JsonMoment(at)| at)
        .filter(|at| nearest_date(sort_instant(*at), &zone) <= last);
    let unit = choose_unit(&cycle, options);
    let days = read_daily_levels(&cycle, unit, first, &error)?;
    let started = read_started_amounts(&cycle, unit, first, &error)?;
    let sprint_info = RawSprintInfo {
        name: cycle.display_name(),
        goal: cycle.description,
        unit: Some(unit),
        start: Some(Moment::Date(first)),
        end: Some(Moment::Date(last)),
        closed,
        ..RawSprintInfo::default()
    };
    let levels = DailyLevels { opening: None, days, started, gap_policy: GapPolicy::Unknown };
    Ok(TrackerData {
        sprint_info,
        content: TrackerContent::Levels(levels),
        caveats: parallel.into_iter().collect(),
    })
}

/// A cycle, and the part of the document that it was read from.
struct KnownCycle<'a> {
    document: &'a TrackerDocument<'a>,
    value: &'a JsonValue<'a>,
    cycle: Cycle,
}

impl Cycle {
    fn start(&self) -> Option<Timestamp> {
        self.starts_at.map(|JsonMoment(at)| sort_instant(at))
    }

    fn end(&self) -> Option<Timestamp> {
        self.ends_at.map(|JsonMoment(at)| sort_instant(at))
    }

    /// Returns true if a history has figures. Cycles that have not begun have none.
    fn has_figures(&self) -> bool {
        let histories = [&self.scope_history, &self.issue_count_history];
        histories.into_iter().flatten().any(|history| !history.is_empty())
    }

    /// The cycle among the candidates for the choice. `now` is the instant that the picture shows.
    fn to_candidate(&self, now: Option<Timestamp>) -> SprintCandidate {
        let has_started = |now: Timestamp| self.start().is_some_and(|start| start <= now);
        let has_not_ended = |now: Timestamp| self.end().is_some_and(|end| now < end);
        SprintCandidate {
            name: self.display_name(),
            ids: self.number.iter().map(u32::to_string).collect(),
            is_current: now.is_some_and(|now| has_started(now) && has_not_ended(now)),
            has_begun: self.has_figures(),
        }
    }
}

/// The age of a response's cycle: by the time of its last change, else by the number of its days, else by its close.
type CycleAge = (Option<Timestamp>, usize, bool);

impl Cycle {
    /// The id. Without one, cycles are the same if they have one name and one start.
    fn key(&self) -> String {
        let named = || format!("{:?} {:?}", self.display_name(), self.start());
        self.id.clone().unwrap_or_else(named)
    }

    fn age(&self) -> CycleAge {
        let histories = [&self.scope_history, &self.issue_count_history];
        let days = histories.into_iter().flatten().map(Vec::len).max().unwrap_or_default();
        (self.updated_at.map(|JsonMoment(at)| sort_instant(at)), days, self.completed_at.is_some())
    }
}

/// Keeps the newest of the responses for each cycle. Of two of the same age, the later one in the input counts.
fn keep_newest(all: Vec<KnownCycle<'_>>) -> Vec<KnownCycle<'_>> {
    let mut newest: BTreeMap<String, KnownCycle<'_>> = BTreeMap::new();
    for known in all {
        let key = known.cycle.key();
        let is_newer = newest.get(&key).is_none_or(|other| other.cycle.age() <= known.cycle.age());
        if is_newer {
            newest.insert(key, known);
        }
    }
    newest.into_values().collect()
}

/// A cycle, and the caveat that others are current, too.
type CycleChoice<'a> = (KnownCycle<'a>, Option<Caveat>);

/// Chooses the cycle that is requested by name or number, else that of the shown instant, else the latest with figures.
fn choose_cycle<'a>(
    mut known: Vec<KnownCycle<'a>>,
    options: &ReadOptions,
) -> Result<CycleChoice<'a>, Box<InputError>> {
    known.sort_by_key(|known| (known.cycle.start(), known.cycle.number));
    let now = options.as_of.map(sort_instant).or(options.now);
    let candidates: Vec<SprintCandidate> = known.iter().map(|known| known.cycle.to_candidate(now)).collect();
    let requested = options.sprint.as_deref();
    if let Some(index) = choose_sprint(&candidates, requested, Preference::Latest) {
        return Ok((known.swap_remove(index), parallel_sprints(&candidates, requested)));
    }
    let names: Vec<String> = candidates.iter().filter_map(|cycle| cycle.name.as_deref()).map(quote).collect();
    let none = "no cycle with its histories";
    if names.is_empty() {
        return Err(InputError::new(Location::EntireInput, none, "at least one"));
    }
    let found = format!("no cycle {}", quote(options.sprint.as_deref().unwrap_or_default()));
    Err(InputError::new(Location::EntireInput, found, expected_names(&names, none))
        .with_remedy("choose with --sprint (sprint, among the options)"))
}

/// The requested time zone, else UTC. A name that is no zone is refused later.
fn requested_time_zone(options: &ReadOptions) -> TimeZone {
    let named = options.time_zone.as_deref().and_then(zones::find_zone);
    named.unwrap_or(TimeZone::UTC)
}

/// The date whose midnight is nearest: cycles begin and end at midnight in the team's zone, which the response does not have.
fn nearest_date(at: Timestamp, zone: &TimeZone) -> Date {
    let noon = at.saturating_add(12.hours()).unwrap_or(at);
    zone.to_datetime(noon).date()
}

fn choose_unit(cycle: &Cycle, options: &ReadOptions) -> Unit {
    let has_points = cycle.scope_history.as_ref().is_some_and(|history| !history.is_empty());
    options.unit.unwrap_or(if has_points { Unit::Points } else { Unit::Items })
}

fn read_daily_levels(
    cycle: &Cycle,
    unit: Unit,
    first: Date,
    error: &impl Fn(&str, String, &str) -> Box<InputError>,
) -> Result<Vec<(Date, Level)>, Box<InputError>> {
    let (field, scope, done) = match unit {
        Unit::Items => {
            ("issueCountHistory", &cycle.issue_count_history, &cycle.completed_issue_count_history)
        }
        Unit::Points | Unit::Hours => ("scopeHistory", &cycle.scope_history, &cycle.completed_scope_history),
    };
    let (scope, done) = (scope.as_deref().unwrap_or_default(), done.as_deref().unwrap_or_default());
    if scope.is_empty() {
        let remedy = "--unit items or points takes the other history; a cycle that has not begun has none";
        return Err(error(field, "no figures".to_owned(), "one a day").with_remedy(remedy));
    }
    if scope.len() != done.len() {
        let found = format!("{} figures, and {} of completed work", scope.len(), done.len());
        return Err(error(field, found, "as many of each"));
    }
    let mut days = Vec::with_capacity(scope.len());
    let mut date = first;
    for (index, (scope, done)) in scope.iter().zip(done).enumerate() {
        match (Amount::from_f64(*scope), Amount::from_f64(*done)) {
            (Some(scope), Some(done)) => days.push((date, Level { scope, done })),
            _ => {
                let path = format!("{field}[{index}]");
                let error = error(&path, format!("{scope}, {done}"), "numbers within MAX_AMOUNT");
                return Err(error.with_exceeded_limit("MAX_AMOUNT"));
            }
        }
        date = date.saturating_add(1.day());
    }
    Ok(days)
}

/// Reads the started work, in points: Linear keeps no history of started issues.
fn read_started_amounts(
    cycle: &Cycle,
    unit: Unit,
    first: Date,
    error: &impl Fn(&str, String, &str) -> Box<InputError>,
) -> Result<Vec<(Date, Amount)>, Box<InputError>> {
    let history = cycle.in_progress_scope_history.as_deref().filter(|_| unit != Unit::Items);
    let mut days = Vec::new();
    let mut date = first;
    for (index, begun) in history.unwrap_or_default().iter().enumerate() {
        let amount = Amount::from_f64(*begun).filter(|amount| !amount.is_negative());
        let path = || format!("inProgressScopeHistory[{index}]");
        let amount = amount.ok_or_else(|| {
            let error = error(&path(), format!("{begun}"), "a number from 0 to MAX_AMOUNT");
            error.with_exceeded_limit(exceeded_amount_limit(*begun))
        });
        days.push((date, amount?));
        date = date.saturating_add(1.day());
    }
    Ok(days)
}
