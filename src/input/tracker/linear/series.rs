//! The figures of a cycle, one a day.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::json_moment::{JsonMoment, sort_instant};
use super::cycle::{Cycle, CycleDays};
use crate::input::ReadOptions;
use crate::input::error::{InputError, exceeded_amount_limit, limit_text};
use crate::input::tracker_data::{DailyLevels, GapPolicy};
use crate::limits::MAX_EVENTS;
use crate::sprint::{Amount, Level, Unit};

/// The figures of a cycle, and what they add up.
pub(super) struct CycleSeries {
    pub(super) unit: Unit,
    pub(super) levels: DailyLevels,
}

/// Reads the figures of a cycle. `error` returns the error for a field of it.
pub(super) fn read_series(
    cycle: &Cycle,
    days: CycleDays,
    zone: &TimeZone,
    options: &ReadOptions,
    error: &impl Fn(&str, String, &str) -> Box<InputError>,
) -> Result<CycleSeries, Box<InputError>> {
    let unit = choose_unit(cycle, options);
    let figures = FigureDays::new(cycle, days, zone, options);
    let levels = read_daily_levels(cycle, unit, &figures, error)?;
    // A single figure of a later day does not tell what was done before the start.
    let opening = match levels.as_slice() {
        [(date, level)] if *date > days.first => Some(Level { done: Amount::ZERO, ..*level }),
        _ => None,
    };
    let started = read_started_amounts(cycle, unit, &figures, error)?;
    let levels = DailyLevels { opening, days: levels, started, gap_policy: GapPolicy::Unknown };
    Ok(CycleSeries { unit, levels })
}

/// Checks that no history has more than [`MAX_EVENTS`] figures, before a date is computed from the index of one.
pub(super) fn check_history_lengths(
    cycle: &Cycle,
    error: &impl Fn(&str, String, &str) -> Box<InputError>,
) -> Result<(), Box<InputError>> {
    let histories = [
        ("scopeHistory", &cycle.scope_history),
        ("completedScopeHistory", &cycle.completed_scope_history),
        ("inProgressScopeHistory", &cycle.in_progress_scope_history),
        ("issueCountHistory", &cycle.issue_count_history),
        ("completedIssueCountHistory", &cycle.completed_issue_count_history),
    ];
    for (field, history) in histories {
        let count = history.as_ref().map_or(0, Vec::len);
        if count > MAX_EVENTS {
            let error = error(field, format!("{count} entries"), &limit_text("MAX_EVENTS", MAX_EVENTS));
            return Err(error.with_exceeded_limit("MAX_EVENTS"));
        }
    }
    Ok(())
}

/// The days that the figures belong to.
struct FigureDays {
    days: CycleDays,
    /// The day of the close, if the cycle is closed. The last figure is that of the close.
    close: Option<Date>,
    /// The day of a single figure: the latest day on which the answer may have been given.
    single: Date,
}

impl FigureDays {
    fn new(cycle: &Cycle, days: CycleDays, zone: &TimeZone, options: &ReadOptions) -> Self {
        let day = |at| zone.to_datetime(at).date().min(days.last).max(days.first);
        let instant = |moment: Option<JsonMoment>| moment.map(|JsonMoment(at)| sort_instant(at));
        let close = instant(cycle.completed_at).map(day);
        let answered = instant(cycle.updated_at).or(options.now).map(day);
        Self { days, close, single: close.or(answered).unwrap_or(days.first) }
    }

    /// The day of the figure at an index, of as many as are given; `None` for a figure after the close.
    fn date(&self, index: usize, given: usize) -> Option<Date> {
        let date = self.days.first.saturating_add(i64::try_from(index).unwrap_or(i64::MAX).days());
        match self.close {
            _ if given == 1 => Some(self.single),
            Some(close) if index + 1 == given => Some(close),
            Some(close) => Some(date).filter(|date| *date < close),
            None => Some(date),
        }
    }
}

/// Points if any figure has some, else items. A team that does not estimate has a history of zeros.
fn choose_unit(cycle: &Cycle, options: &ReadOptions) -> Unit {
    let scope = cycle.scope_history.as_deref().unwrap_or_default();
    let has_points = scope.iter().any(|points| *points != 0.0);
    let has_counts = cycle.issue_count_history.as_ref().is_some_and(|counts| !counts.is_empty());
    let has_points = has_points || (!scope.is_empty() && !has_counts);
    options.unit.unwrap_or(if has_points { Unit::Points } else { Unit::Items })
}

fn read_daily_levels(
    cycle: &Cycle,
    unit: Unit,
    figures: &FigureDays,
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
    let given = scope.len();
    let mut days = Vec::with_capacity(given);
    for (index, (scope, done)) in scope.iter().zip(done).enumerate() {
        match (Amount::from_f64(*scope), Amount::from_f64(*done)) {
            (Some(scope), Some(done)) => {
                days.extend(figures.date(index, given).map(|date| (date, Level { scope, done })));
            }
            _ => {
                let path = format!("{field}[{index}]");
                let error = error(&path, format!("{scope}, {done}"), "numbers within MAX_AMOUNT");
                return Err(error.with_exceeded_limit("MAX_AMOUNT"));
            }
        }
    }
    Ok(days)
}

/// Reads the started work, in points: Linear keeps no history of started issues.
fn read_started_amounts(
    cycle: &Cycle,
    unit: Unit,
    figures: &FigureDays,
    error: &impl Fn(&str, String, &str) -> Box<InputError>,
) -> Result<Vec<(Date, Amount)>, Box<InputError>> {
    let history = cycle.in_progress_scope_history.as_deref().filter(|_| unit != Unit::Items);
    let history = history.unwrap_or_default();
    let mut days = Vec::new();
    for (index, begun) in history.iter().enumerate() {
        let amount = Amount::from_f64(*begun).filter(|amount| !amount.is_negative());
        let path = || format!("inProgressScopeHistory[{index}]");
        let amount = amount.ok_or_else(|| {
            let error = error(&path(), format!("{begun}"), "a number from 0 to MAX_AMOUNT");
            error.with_exceeded_limit(exceeded_amount_limit(*begun))
        });
        let amount = amount?;
        days.extend(figures.date(index, history.len()).map(|date| (date, amount)));
    }
    Ok(days)
}
