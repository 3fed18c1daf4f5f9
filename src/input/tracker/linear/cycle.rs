//! A cycle, and the choice among several.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::super::json_moment::{JsonMoment, sort_instant};
use super::super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints,
};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::input::zones;
use crate::sprint::Caveat;

/// A cycle with its figures, one a day.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Cycle {
    pub(super) id: Option<String>,
    pub(super) updated_at: Option<JsonMoment>,
    pub(super) number: Option<u32>,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) starts_at: Option<JsonMoment>,
    pub(super) ends_at: Option<JsonMoment>,
    pub(super) completed_at: Option<JsonMoment>,
    pub(super) scope_history: Option<Vec<f64>>,
    pub(super) completed_scope_history: Option<Vec<f64>>,
    pub(super) in_progress_scope_history: Option<Vec<f64>>,
    pub(super) issue_count_history: Option<Vec<f64>>,
    pub(super) completed_issue_count_history: Option<Vec<f64>>,
}

impl Cycle {
    pub(super) fn display_name(&self) -> Option<String> {
        let name = self.name.clone().filter(|name| !name.trim().is_empty());
        name.or_else(|| Some(format!("Cycle {}", self.number?)))
    }
}

/// A cycle, and the part of the document that it was read from.
pub(super) struct KnownCycle<'a> {
    pub(super) document: &'a TrackerDocument<'a>,
    pub(super) value: &'a JsonValue<'a>,
    pub(super) cycle: Cycle,
}

impl Cycle {
    pub(super) fn start(&self) -> Option<Timestamp> {
        self.starts_at.map(|JsonMoment(at)| sort_instant(at))
    }

    pub(super) fn end(&self) -> Option<Timestamp> {
        self.ends_at.map(|JsonMoment(at)| sort_instant(at))
    }

    /// Returns true if a history has figures. Cycles that have not begun have none.
    pub(super) fn has_figures(&self) -> bool {
        let histories = [&self.scope_history, &self.issue_count_history];
        histories.into_iter().flatten().any(|history| !history.is_empty())
    }

    /// The first day of the cycle and its last one.
    pub(super) fn days(&self, zone: &TimeZone) -> Option<CycleDays> {
        let (start, end) = (self.start()?, self.end()?);
        let last = nearest_date(end, zone).saturating_sub(1.day());
        Some(CycleDays { start, first: nearest_date(start, zone), last })
    }

    /// The time at which the cycle was closed, or its planned end.
    pub(super) fn close_or_end(&self) -> Option<Timestamp> {
        self.completed_at.map(|JsonMoment(at)| sort_instant(at)).or(self.end())
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
    fn cycle_key(&self) -> String {
        let named = || format!("{:?} {:?}", self.display_name(), self.start());
        self.id.clone().unwrap_or_else(named)
    }

    fn recency(&self) -> CycleAge {
        let histories = [&self.scope_history, &self.issue_count_history];
        let days = histories.into_iter().flatten().map(Vec::len).max().unwrap_or_default();
        (self.updated_at.map(|JsonMoment(at)| sort_instant(at)), days, self.completed_at.is_some())
    }
}

/// Keeps the newest of the responses for each cycle. Of two of the same age, the later one in the input counts.
pub(super) fn keep_newest(all: Vec<KnownCycle<'_>>) -> Vec<KnownCycle<'_>> {
    let mut newest: BTreeMap<String, KnownCycle<'_>> = BTreeMap::new();
    for known in all {
        let key = known.cycle.cycle_key();
        let is_newer = newest.get(&key).is_none_or(|other| other.cycle.recency() <= known.cycle.recency());
        if is_newer {
            newest.insert(key, known);
        }
    }
    newest.into_values().collect()
}

/// A cycle, and the caveat that others are current, too.
pub(super) type CycleChoice<'a> = (KnownCycle<'a>, Option<Caveat>);

/// Chooses the cycle that is requested by name or number, else that of the shown instant, else the latest with figures.
pub(super) fn choose_cycle<'a>(
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

/// The bounds of a cycle.
#[derive(Clone, Copy, Debug)]
pub(super) struct CycleDays {
    pub(super) start: Timestamp,
    pub(super) first: Date,
    pub(super) last: Date,
}

/// The requested time zone, else UTC. A name that is no zone is refused later.
pub(super) fn requested_time_zone(options: &ReadOptions) -> TimeZone {
    let named = options.time_zone.as_deref().and_then(zones::find_zone);
    named.unwrap_or(TimeZone::UTC)
}

/// The date whose midnight is nearest: cycles begin and end at midnight in the team's zone, which the response does not have.
pub(super) fn nearest_date(at: Timestamp, zone: &TimeZone) -> Date {
    let noon = at.saturating_add(12.hours()).unwrap_or(at);
    zone.to_datetime(noon).date()
}
