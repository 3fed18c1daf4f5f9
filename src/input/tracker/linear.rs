//! Linear: a cycle with its histories, one figure a day.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::Tracker;
use super::stamp::{Stamp, rank};
use crate::input::ReadOptions;
use crate::input::documents::{Document, objects};
use crate::input::error::{InputError, Place};
use crate::input::format::{About, Format};
use crate::input::moment::Moment;
use crate::input::refusal::quote;
use crate::input::told::{Content, Levels, Missing, Outline, Told};
use crate::input::value::{Fields, Value};
use crate::input::zones;
use crate::sprint::{Amount, Level, Unit};

pub(super) const TRACKER: Tracker = Tracker { format: Format::Linear, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "a cycle, or several, with scopeHistory and completedScopeHistory, or the histories of issue counts",
    ],
    get: &[
        "cycle(id: …) { number name startsAt endsAt completedAt scopeHistory completedScopeHistory inProgressScopeHistory issueCountHistory completedIssueCountHistory }",
    ],
    cannot_tell: &[
        "one figure a day: what joined and left on one day is not seen apart",
        "the days of the figures: the first is the day on which the cycle starts, in the team's time zone",
    ],
};

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Cycle {
    number: Option<u32>,
    name: Option<String>,
    description: Option<String>,
    starts_at: Option<Stamp>,
    ends_at: Option<Stamp>,
    completed_at: Option<Stamp>,
    scope_history: Option<Vec<f64>>,
    completed_scope_history: Option<Vec<f64>>,
    in_progress_scope_history: Option<Vec<f64>>,
    issue_count_history: Option<Vec<f64>>,
    completed_issue_count_history: Option<Vec<f64>>,
}

impl Cycle {
    fn name(&self) -> Option<String> {
        let name = self.name.clone().filter(|name| !name.trim().is_empty());
        name.or_else(|| Some(format!("Cycle {}", self.number?)))
    }
}

fn recognises(value: &Value<'_>) -> bool {
    !objects(value, is_cycle).is_empty()
}

fn is_cycle(fields: &Fields<'_>) -> bool {
    let has = |name: &str| fields.has(name);
    has("startsAt") && (has("scopeHistory") || has("issueCountHistory"))
}

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let mut known = Vec::new();
    for document in documents {
        for value in document.objects(is_cycle) {
            let cycle: Cycle = document.read_within(value)?;
            known.push((document, value, cycle));
        }
    }
    let (document, value, cycle) = chosen(known, options)?;
    let error = |field: &str, found: String, expected: &str| {
        let path = document.path_of(value);
        document.error(
            if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") },
            found,
            expected,
        )
    };
    let (Some(Stamp(start)), Some(Stamp(end))) = (cycle.starts_at, cycle.ends_at) else {
        return Err(error("startsAt", "no dates".to_owned(), "\"startsAt\" and \"endsAt\""));
    };
    let zone = zone(options);
    let (first, after) = (nearest_date(rank(start), &zone), nearest_date(rank(end), &zone));
    let last = after.saturating_sub(1.day());
    let closed = cycle.completed_at.map(|Stamp(at)| at).filter(|at| nearest_date(rank(*at), &zone) <= last);
    let unit = unit(&cycle, options);
    let days = days(&cycle, unit, first, &error)?;
    let started = started(&cycle, unit, first, &error)?;
    let outline = Outline {
        name: cycle.name(),
        goal: cycle.description,
        unit: Some(unit),
        start: Some(Moment::Date(first)),
        end: Some(Moment::Date(last)),
        closed,
        ..Outline::default()
    };
    let levels = Levels { opening: None, days, started, missing: Missing::Unknown };
    Ok(Told { outline, content: Content::Levels(levels), caveats: Vec::new() })
}

type Known<'a> = (&'a Document<'a>, &'a Value<'a>, Cycle);

/// The cycle that is asked for, by name or number, else the one of the instant the picture tells of, else the latest.
fn chosen<'a>(mut known: Vec<Known<'a>>, options: &ReadOptions) -> Result<Known<'a>, Box<InputError>> {
    let start = |cycle: &Cycle| cycle.starts_at.map(|Stamp(at)| rank(at));
    let end = |cycle: &Cycle| cycle.ends_at.map(|Stamp(at)| rank(at));
    known.sort_by_key(|(_, _, cycle)| (start(cycle), cycle.number));
    let names: Vec<String> = known.iter().filter_map(|(.., cycle)| Some(quote(&cycle.name()?))).collect();
    let now = options.as_of.map(rank).or(options.now);
    let is = |cycle: &Cycle| match (&options.sprint, now) {
        (Some(asked), _) => {
            let named = cycle.name().is_some_and(|name| name.to_lowercase() == asked.trim().to_lowercase());
            named || cycle.number.is_some_and(|number| number.to_string() == *asked)
        }
        (None, Some(now)) => {
            start(cycle).is_some_and(|start| start <= now) && end(cycle).is_some_and(|end| now < end)
        }
        (None, None) => false,
    };
    let found = known.iter().rposition(|(.., cycle)| is(cycle));
    // Later ones have not begun: a history is what makes one worth drawing.
    let drawn = |cycle: &Cycle| {
        [&cycle.scope_history, &cycle.issue_count_history]
            .into_iter()
            .flatten()
            .any(|history| !history.is_empty())
    };
    let latest = || known.iter().rposition(|(.., cycle)| drawn(cycle)).or(known.len().checked_sub(1));
    let index = match &options.sprint {
        Some(_) => found,
        None => found.or_else(latest),
    };
    match index {
        Some(index) => Ok(known.swap_remove(index)),
        None => {
            let asked = options.sprint.as_deref().unwrap_or_default();
            let (found, expected) =
                (format!("no cycle {}", quote(asked)), format!("one of {}", names.join(", ")));
            if names.is_empty() {
                return Err(InputError::new(Place::Whole, "no cycle with its histories", "at least one"));
            }
            Err(InputError::new(Place::Whole, found, expected)
                .remedy("choose with --sprint (sprint, among the options)"))
        }
    }
}

/// The zone that is asked for; a name that is none, the frame refuses.
fn zone(options: &ReadOptions) -> TimeZone {
    let named = options.time_zone.as_deref().and_then(zones::zone);
    named.unwrap_or(TimeZone::UTC)
}

/// The date whose midnight is nearest: cycles begin and end at midnight in the team's zone, which the answer does not name.
fn nearest_date(at: Timestamp, zone: &TimeZone) -> Date {
    let noon = at.saturating_add(12.hours()).unwrap_or(at);
    zone.to_datetime(noon).date()
}

fn unit(cycle: &Cycle, options: &ReadOptions) -> Unit {
    let has_points = cycle.scope_history.as_ref().is_some_and(|history| !history.is_empty());
    options.unit.unwrap_or(if has_points { Unit::Points } else { Unit::Items })
}

fn days(
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
        return Err(error(field, "no figures".to_owned(), "one a day").remedy(remedy));
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
                return Err(error(
                    &format!("{field}[{index}]"),
                    format!("{scope}, {done}"),
                    "numbers within MAX_AMOUNT",
                ));
            }
        }
        date = date.saturating_add(1.day());
    }
    Ok(days)
}

/// What is begun, in points: Linear keeps no history of begun issues.
fn started(
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
        days.push((
            date,
            amount.ok_or_else(|| error(&path(), format!("{begun}"), "a number from 0 to MAX_AMOUNT"))?,
        ));
        date = date.saturating_add(1.day());
    }
    Ok(days)
}
