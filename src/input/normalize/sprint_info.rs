//! The part of a sprint that all inputs share: name, unit, calendar and dates.

use jiff::Timestamp;

use super::super::moment::{Moment, ResolvedMoment};
use super::super::read_options::ReadOptions;
use super::super::tracker_data::{Planning, RawSprintInfo};
use super::super::validation_error::{FieldPath, ValidationError};
use super::field_values::clean_text;
use super::team_calendar::build_calendar;
use crate::limits::MAX_DAYS;
use crate::sprint::{Calendar, LoweredEstimates, Unit};

/// Name, unit, calendar and dates of a sprint, validated.
pub(super) struct SprintInfo {
    pub(super) name: String,
    pub(super) goal: Option<String>,
    pub(super) unit: Unit,
    /// True if a lower estimate of open work is work done.
    pub(super) burns_estimates: bool,
    pub(super) calendar: Calendar,
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) closed: Option<Timestamp>,
    /// True if the tracker says that the sprint is not closed.
    is_active: bool,
    /// The instant at which the team started the sprint, if that decides what is committed.
    pub(super) activated: Option<Timestamp>,
    /// The end of the planning; not before `start`.
    pub(super) planning_until: Timestamp,
    /// The `as_of` of the options or the input.
    pub(super) requested_as_of: Option<Timestamp>,
    pub(super) now: Option<Timestamp>,
    /// The latest instant that the data can cover: the current time, or the time of the tracker's answer.
    pub(super) latest_known: Option<Timestamp>,
}

/// The remedy for a missing name or date.
const REMEDY: &str = "give it with --name, --start, --end (name, start, end among the options)";

/// A resolved date, together with the moment that error messages show.
#[derive(Clone, Copy)]
struct DateBound {
    at: Timestamp,
    given: Moment,
    path: FieldPath,
}

impl SprintInfo {
    /// Validates the info of an input. Options take precedence over the input.
    pub(super) fn from_raw(raw: RawSprintInfo, options: &ReadOptions) -> Result<Self, ValidationError> {
        let name = sprint_name(raw.name.as_deref(), options)?;
        let goal = raw.goal.as_deref().map(|goal| clean_text(goal, FieldPath::Field("goal"))).transpose()?;
        let unit = options.unit.or(raw.unit).unwrap_or_default();
        let lowered_estimates = options.lowered_estimates.unwrap_or(raw.lowered_estimates);
        let burns_estimates = lowered_estimates == LoweredEstimates::Done && unit != Unit::Items;
        let given_start = require_moment(options.start.or(raw.start), "start")?;
        let given_end = require_moment(options.end.or(raw.end), "end")?;
        let (given_closed, given_as_of, fetched_at) =
            (raw.closed, options.as_of.or(raw.as_of), raw.fetched_at);
        let (is_active, activated, planning) = (raw.is_active, raw.activated, raw.planning);
        let calendar = build_calendar(raw, given_start.year(), options)?;
        let start = DateBound {
            at: given_start.resolve_in(&calendar).start_instant(),
            given: given_start,
            path: FieldPath::of_value("start", options.start.is_some()),
        };
        let end_instant = |given: Moment| given.resolve_in(&calendar).end_instant();
        let end_bound = |given: Moment, path| DateBound { at: end_instant(given), given, path };
        let end = end_bound(given_end, FieldPath::of_value("end", options.end.is_some()));
        let closed = given_closed.map(|given| end_bound(given, FieldPath::Field("closed")));
        check_after_start(end, start)?;
        if let Some(closed) = closed {
            check_after_start(closed, start)?;
        }
        let planning_until = match (options.planning_until.or(activated), planning) {
            (Some(until), _) => end_instant(until),
            (None, Planning::FirstDay) if given_start.is_date() => calendar.day_at(start.at).last_instant(),
            (None, _) => start.at,
        };
        let activated = activated.filter(|_| options.planning_until.is_none()).map(end_instant);
        let as_of_path = FieldPath::of_value("as_of", options.as_of.is_some());
        let as_of = given_as_of.map(|given| end_bound(given, as_of_path));
        let requested_as_of =
            as_of.map(|as_of| resolve_requested_as_of(as_of, start, closed, &calendar)).transpose()?;
        check_durations([Some(end), closed, as_of], start)?;
        let closed = closed.map(|closed| closed.at);
        let goal = goal.filter(|goal| !goal.is_empty());
        let fetched_at = fetched_at.map(|at| at.resolve_in(&calendar).end_instant());
        let latest_known = options.now.into_iter().chain(fetched_at).min();
        let (start, end, now) = (start.at, end.at, options.now);
        let planning_until = planning_until.max(start);
        Ok(Self {
            name,
            goal,
            unit,
            burns_estimates,
            calendar,
            start,
            end,
            closed,
            is_active,
            activated,
            planning_until,
            requested_as_of,
            now,
            latest_known,
        })
    }

    /// Returns the instant that the picture shows: the requested one, or by default `last_known`, but not after the
    /// actual end, nor after the planned end if there is no actual end and the sprint does not go on.
    pub(super) fn effective_as_of(&self, last_known: Timestamp) -> Timestamp {
        let planned_end = if self.goes_on() { last_known } else { self.end };
        let default = || last_known.min(self.closed.unwrap_or(planned_end)).max(self.start);
        self.requested_as_of.unwrap_or_else(default)
    }

    /// Returns true if the sprint is active now and late by at most its own length. If it is later than that, the tracker's
    /// answer is old, and the sprint was closed since.
    fn goes_on(&self) -> bool {
        let length = self.end.duration_since(self.start);
        self.is_active && self.now.is_some_and(|now| now.duration_since(self.end) <= length)
    }

    /// Returns an instant as messages show it: `2023-08-23 10:00 in Europe/Warsaw`.
    pub(super) fn format_instant(&self, at: Timestamp) -> String {
        let clock = at.to_zoned(self.calendar.zone.clone());
        let (hour, minute) = (clock.hour(), clock.minute());
        format!("{} {hour:02}:{minute:02} in {}", clock.date(), self.calendar.zone_name)
    }
}

/// Checks that a date is after the start of the sprint.
fn check_after_start(date: DateBound, start: DateBound) -> Result<(), ValidationError> {
    if date.at <= start.at {
        let expected = format!("a time after the start ({})", start.given);
        return Err(ValidationError::new(date.path, date.given.to_string(), expected));
    }
    Ok(())
}

/// Returns the instant of a requested `as_of`, which must be between the start and the actual end.
fn resolve_requested_as_of(
    requested: DateBound,
    start: DateBound,
    closed: Option<DateBound>,
    calendar: &Calendar,
) -> Result<Timestamp, ValidationError> {
    let DateBound { given: requested, path, .. } = requested;
    let error = |expected| Err(ValidationError::new(path, requested.to_string(), expected));
    let resolved = requested.resolve_in(calendar);
    let at = match (resolved, closed) {
        // The day on which the sprint was closed ends when the sprint was closed.
        (ResolvedMoment::Day(day), Some(closed)) if day.from < closed.at => day.to.min(closed.at),
        _ => resolved.end_instant(),
    };
    if at < start.at || (requested.is_date() && at == start.at) {
        return error(format!("a time not before the start ({})", start.given));
    }
    match closed {
        Some(closed) if at > closed.at => {
            error(format!("a time not after the sprint was closed ({})", closed.given))
        }
        _ => Ok(at),
    }
}

/// Checks that dates are at most [`MAX_DAYS`] days after the start.
fn check_durations(dates: [Option<DateBound>; 3], start: DateBound) -> Result<(), ValidationError> {
    const DAY_SECONDS: f64 = 86_400.0;
    for date in dates.into_iter().flatten() {
        let days = date.at.duration_since(start.at).as_secs_f64() / DAY_SECONDS;
        if days > MAX_DAYS as f64 {
            let found = format!("a time {} days after the start", libm::ceil(days));
            return Err(ValidationError::limit_exceeded(date.path, found, "MAX_DAYS", MAX_DAYS));
        }
    }
    Ok(())
}

/// Returns the name of the sprint, which must have visible characters.
fn sprint_name(raw_name: Option<&str>, options: &ReadOptions) -> Result<String, ValidationError> {
    let path = FieldPath::of_value("name", options.name.is_some());
    let Some(raw_name) = options.name.as_deref().or(raw_name) else {
        return Err(ValidationError::new(path, "nothing", "the name of the sprint").with_remedy(REMEDY));
    };
    let name = clean_text(raw_name, path)?;
    if name.is_empty() {
        return Err(ValidationError::new(path, "no visible character", "the name of the sprint"));
    }
    Ok(name)
}

/// Returns a required date.
fn require_moment(moment: Option<Moment>, field: &'static str) -> Result<Moment, ValidationError> {
    moment.ok_or_else(|| {
        let expected = format!("the {field} of the sprint");
        ValidationError::new(FieldPath::Field(field), "nothing", expected).with_remedy(REMEDY)
    })
}
