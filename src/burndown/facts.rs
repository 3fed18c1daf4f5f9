//! The numbers a burndown shows, each with the formula of its definition.

use jiff::Timestamp;

use crate::sprint::{Amount, Flow, Ledger, Sprint};

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
}

impl Facts {
    /// The facts of a sprint and its ledger.
    pub fn of(sprint: &Sprint, ledger: &Ledger) -> Self {
        let level = ledger.steps.last().map_or(ledger.opening, |step| step.level);
        let committed = ledger.opening.remaining();
        let remaining = level.remaining();
        let known_at = known_at(sprint, ledger);
        let ideal = sprint.ideal(known_at).filter(|_| !committed.is_zero());
        let growth = level.scope - ledger.opening.scope;
        Self {
            phase: phase(sprint),
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
        }
    }
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
