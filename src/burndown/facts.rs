//! The numbers a burndown shows, each with the formula of its definition.

use jiff::Timestamp;

use crate::sprint::{Amount, Changed, Flow, Forecast, Ghost, Ledger, Outlook, Sprint, Throughput};

use super::{IdealFrom, View};

/// Where the sprint stands at `as_of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has not begun.
    Ahead,
    /// It runs, possibly past its planned end.
    Running,
    /// It is closed, or its planned end has come.
    Ended,
}

/// The numbers at `as_of`, in the sprint's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// See [`Phase`].
    pub phase: Phase,
    /// Scope at the start without what was done already.
    pub committed: Amount,
    /// Work in the sprint that is not done.
    pub remaining: Amount,
    /// All work in the sprint.
    pub scope: Amount,
    /// Work in the sprint that is done.
    pub done: Amount,
    /// Sum of the daily flows since the start.
    pub flow: Flow,
    /// The last instant whose level is known: `as_of`, or the end of the last day before a gap.
    pub known_at: Timestamp,
    /// Items that are open and have no estimate.
    pub open_unestimated: usize,
    /// `committed × (1 − W(known_at) / W(end))`, W being working time since the start; `None` without
    /// working time or committed work (Jira's guideline).
    pub ideal: Option<f64>,
    /// `remaining − ideal`: positive is behind plan.
    pub behind: Option<f64>,
    /// Working days from start to planned end.
    pub working_days: f64,
    /// Working days from start to `as_of`.
    pub working_days_elapsed: f64,
    /// `(scope − scope at start) / committed × 100`; `None` when nothing was committed.
    pub scope_change_percent: Option<f64>,
    /// When nothing will remain; `None` unless the sprint runs and all up to `as_of` is known.
    pub forecast: Option<Forecast>,
    /// What past sprints had left by when.
    pub ghost: Option<Ghost>,
    /// What changed since the instant that was asked for.
    pub changed: Option<Changed>,
    /// Which ideal line `behind` is measured by.
    pub ideal_from: IdealFrom,
    /// The ideal line that follows the scope; empty while it did not change.
    pub replanned: Vec<(Timestamp, f64)>,
}

impl Facts {
    /// The facts of a sprint and its ledger.
    pub fn of(sprint: &Sprint, ledger: &Ledger, view: &View) -> Self {
        let level = ledger.steps.last().map_or(ledger.opening, |step| step.level);
        let committed = ledger.opening.remaining();
        let remaining = level.remaining();
        let known_at = known_at(sprint, ledger);
        let replanned = sprint.replanned_line();
        let ideal = match view.ideal {
            IdealFrom::Current if !replanned.is_empty() => at_instant(&replanned, known_at),
            _ => None,
        };
        let ideal = ideal.or_else(|| sprint.ideal(known_at).filter(|_| !committed.is_zero()));
        let phase = phase(sprint);
        let running = phase == Phase::Running && known_at >= sprint.as_of;
        let growth = level.scope - ledger.opening.scope;
        Self {
            phase,
            known_at,
            open_unestimated: sprint.counts().open_unestimated,
            committed,
            remaining,
            scope: level.scope,
            done: level.done,
            flow: ledger.days.iter().map(|day| day.flow).sum(),
            ideal,
            behind: ideal.map(|ideal| remaining.to_f64() - ideal),
            working_days: sprint.calendar.working_days_between(sprint.start, sprint.end),
            working_days_elapsed: sprint.calendar.working_days_between(sprint.start, sprint.as_of),
            scope_change_percent: (!committed.is_zero())
                .then(|| growth.to_f64() / committed.to_f64() * 100.0),
            forecast: running.then(|| forecast(sprint, ledger, view, remaining)).flatten(),
            ghost: Ghost::of(sprint),
            changed: view.since.map(|since| sprint.changed_since(since.begin(&sprint.calendar))),
            ideal_from: view.ideal,
            replanned,
        }
    }
}

/// From this sprint's past days and those of the sprints before it.
fn forecast(sprint: &Sprint, ledger: &Ledger, view: &View, remaining: Amount) -> Option<Forecast> {
    let mut past = Throughput::of(sprint, ledger);
    past.extend(sprint.past.iter().flat_map(|sprint| sprint.days.iter().copied()));
    let outlook = Outlook { calendar: &sprint.calendar, from: sprint.as_of, remaining, end: sprint.end };
    outlook.forecast(&past, view.forecast?, view.growth)
}

/// A line's value at an instant, the last one that stands there; `None` before its begin.
fn at_instant(line: &[(Timestamp, f64)], at: Timestamp) -> Option<f64> {
    let next = line.partition_point(|(corner, _)| *corner <= at);
    let (from, start) = *line.get(next.checked_sub(1)?)?;
    let Some((to, end)) = line.get(next).copied() else { return Some(start) };
    let share = at.duration_since(from).as_secs_f64() / to.duration_since(from).as_secs_f64();
    Some(start + (end - start) * share)
}

fn known_at(sprint: &Sprint, ledger: &Ledger) -> Timestamp {
    let mut past = ledger.days.iter().filter(|day| day.day.from < sprint.as_of);
    let last = past.rfind(|day| day.closing.is_some());
    last.map_or(sprint.start, |day| day.day.to.min(sprint.as_of))
}

fn phase(sprint: &Sprint) -> Phase {
    let over = |end: Timestamp| sprint.as_of >= end;
    if sprint.closed.is_some_and(over) || (sprint.closed.is_none() && sprint.as_of == sprint.end) {
        Phase::Ended
    } else if sprint.as_of <= sprint.start {
        Phase::Ahead
    } else {
        Phase::Running
    }
}
