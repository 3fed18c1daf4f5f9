//! Conversion of daily levels, as trackers with charts of their own give them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::super::tracker_data::{DailyLevels, GapPolicy};
use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::check_event_count;
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::sprint::{Amount, Event, EventKind, Flow, Level, Resolution};

/// Returns the events of daily levels: the differences from day to day.
pub(super) fn events_from_levels(
    levels: DailyLevels,
    info: &SprintInfo,
) -> Result<SprintEvents, ValidationError> {
    events_by_day(levels, info, |_, before, after| flow_between_levels(before, after))
}

/// Returns the events of daily levels. `flow_of` returns the flow between the levels of two readings; the date is that of the
/// second one.
pub(super) fn events_by_day(
    levels: DailyLevels,
    info: &SprintInfo,
    flow_of: impl Fn(Date, Level, Level) -> Flow,
) -> Result<SprintEvents, ValidationError> {
    check_event_count(levels.days.len(), FieldPath::Document)?;
    let level_by_date: BTreeMap<Date, Level> = levels.days.into_iter().collect();
    for (date, level) in &level_by_date {
        check_level_on(*date, *level)?;
    }
    let last = [info.closed, info.requested_as_of].into_iter().flatten().fold(info.end, Timestamp::max);
    let days = info.calendar.days_between(info.start, last);
    let first_date = days.first().map_or(Date::MIN, |day| day.date);
    let before_start = level_by_date.range(..first_date).next_back();
    let default_opening = || before_start.or_else(|| level_by_date.iter().next()).map(|(_, level)| *level);
    let given_opening = levels.opening;
    let Some(opening) = given_opening.or_else(default_opening) else {
        return Err(ValidationError::new(FieldPath::Document, "no day with figures", "at least one"));
    };
    // The scope at the end of the planning is that of the start, the done work is not.
    let last_planned = days.iter().rfind(|day| day.last_instant() <= info.planning_until);
    let planned = last_planned.and_then(|day| level_by_date.range(first_date..=day.date).next_back());
    let opening = match planned {
        Some((_, level)) if given_opening.is_none() => {
            Level { scope: level.scope.max(opening.done), ..opening }
        }
        _ => opening,
    };

    let last_day = days.iter().rfind(|day| level_by_date.contains_key(&day.date));
    let read_until = last_day.map_or(info.start, |day| day.to);
    let as_of = info.effective_as_of(match levels.gap_policy {
        GapPolicy::Unchanged => info.latest_known.unwrap_or(read_until),
        GapPolicy::Unknown => info.latest_known.map_or(read_until, |known| known.min(read_until)),
    });
    let mut events =
        SprintEvents { resolution: Resolution::Day, ..SprintEvents::without_events(opening, as_of) };
    let started_by_date: BTreeMap<Date, Amount> = levels.started.into_iter().collect();
    let started_before = started_by_date.range(..first_date).next_back();
    let started_at_start = started_before.or_else(|| started_by_date.iter().next());
    events.started.extend(started_at_start.map(|(_, amount)| (info.start, *amount)));
    let mut level = opening;
    for (index, day) in days.iter().enumerate().take_while(|(_, day)| day.from < as_of) {
        match level_by_date.get(&day.date) {
            Some(next) => {
                let flow = flow_of(day.date, level, *next);
                level = *next;
                let at = day.last_instant().min(as_of);
                events.started.extend(started_by_date.get(&day.date).map(|amount| (at, *amount)));
                if !flow.is_zero() {
                    events.events.push(Event { at, kind: EventKind::Total(flow) });
                }
            }
            None if levels.gap_policy == GapPolicy::Unknown => events.gaps.push(index),
            None => {}
        }
    }
    Ok(events)
}

/// Returns the smallest flow between two levels. Additions and removals between two readings are netted, and so are
/// completed and reopened work.
pub(super) fn flow_between_levels(before: Level, after: Level) -> Flow {
    let split_by_sign = |change: Amount| {
        if change.is_negative() { (Amount::ZERO, -change) } else { (change, Amount::ZERO) }
    };
    let (added, removed) = split_by_sign(after.scope - before.scope);
    let (completed, reopened) = split_by_sign(after.done - before.done);
    Flow { added, removed, completed, reopened, ..Flow::default() }
}

/// Checks that neither the remaining work nor the done work on a date is negative.
fn check_level_on(date: Date, level: Level) -> Result<(), ValidationError> {
    if level.done.is_negative() || level.remaining().is_negative() {
        let found = format!("{} done of {} on {date}", level.done.to_f64(), level.scope.to_f64());
        let expected = "no more done than there is, and no less than nothing";
        return Err(ValidationError::new(FieldPath::Document, found, expected));
    }
    Ok(())
}
