//! The numbers that a report shows, each with the formula of its definition.

use jiff::Timestamp;

use crate::sprint::{
    Amount, ChangesSince, Flow, Forecast, ForecastInput, HistoricalBand, Ledger, Sprint, Throughput,
};

use super::options::{IdealBaseline, ReportOptions};

/// The phase of a sprint at `as_of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The sprint has not started.
    NotStarted,
    /// The sprint is running, possibly past its planned end.
    Running,
    /// The sprint is closed, or its planned end has come.
    Ended,
}

/// The numbers at `as_of`, in the sprint's unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SprintMetrics {
    /// The sprint's [`Phase`].
    pub(crate) phase: Phase,
    /// Scope at the start without the items that were done already.
    pub(crate) committed: Amount,
    /// Work in the sprint that is not done.
    pub(crate) remaining: Amount,
    /// All work in the sprint.
    pub(crate) scope: Amount,
    /// All work in the sprint at its start.
    pub(crate) scope_at_start: Amount,
    /// Work in the sprint that is done.
    pub(crate) done: Amount,
    /// Sum of the daily flows since the start.
    pub(crate) flow: Flow,
    /// The last instant whose level is known: `as_of`, or the end of the last day before a gap.
    pub(crate) known_at: Timestamp,
    /// Number of items that are open and have no estimate.
    pub(crate) open_unestimated: usize,
    /// `committed × (1 − W(known_at) / W(end))`, W being working time since the start; `None` without
    /// working time or committed work (Jira's guideline).
    pub(crate) ideal: Option<f64>,
    /// `remaining − ideal`: positive is behind plan.
    pub(crate) behind: Option<f64>,
    /// Working days from start to planned end.
    pub(crate) working_days: f64,
    /// Working days from start to `as_of`.
    pub(crate) working_days_elapsed: f64,
    /// `(scope − scope at start) / committed × 100`; `None` when nothing was committed.
    pub(crate) scope_change_percent: Option<f64>,
    /// The forecast of completion; `None` unless the sprint is running and all levels up to `as_of` are known.
    pub(crate) forecast: Option<Forecast>,
    /// The number of past working days that a forecast needs; `None` if it has them, or cannot be made for another reason.
    pub(crate) missing_history: Option<usize>,
    /// The remaining work of past sprints over time.
    pub(crate) historical_band: Option<HistoricalBand>,
    /// The changes since the requested instant.
    pub(crate) changes: Option<ChangesSince>,
    /// The ideal line that `behind` is measured by.
    pub(crate) ideal_baseline: IdealBaseline,
    /// The ideal line that follows the scope; empty while the scope did not change.
    pub(crate) replanned: Vec<(Timestamp, f64)>,
}

impl SprintMetrics {
    /// Computes the metrics of a sprint from its ledger.
    pub(crate) fn new(sprint: &Sprint, ledger: &Ledger, options: &ReportOptions) -> Self {
        let level = ledger.steps.last().map_or(ledger.opening, |step| step.level);
        let committed = ledger.opening.remaining();
        let remaining = level.remaining();
        let known_at = last_known_instant(sprint, ledger);
        let replanned = sprint.replanned_line();
        let ideal = match options.ideal {
            IdealBaseline::Current if !replanned.is_empty() => line_value_at(&replanned, known_at),
            _ => None,
        };
        let ideal = ideal.or_else(|| sprint.ideal_remaining(known_at).filter(|_| !committed.is_zero()));
        let phase = sprint_phase(sprint);
        let can_forecast = phase == Phase::Running && known_at >= sprint.as_of;
        let growth = level.scope - ledger.opening.scope;
        let past = if can_forecast { past_throughput(sprint, ledger) } else { Vec::new() };
        let input =
            ForecastInput { calendar: &sprint.calendar, from: sprint.as_of, remaining, end: sprint.end };
        let needed = ForecastInput::needed_history(&past);
        Self {
            phase,
            known_at,
            open_unestimated: sprint.item_counts().open_unestimated,
            committed,
            remaining,
            scope: level.scope,
            scope_at_start: ledger.opening.scope,
            done: level.done,
            flow: ledger.days.iter().map(|day| day.flow).sum(),
            ideal,
            behind: ideal.map(|ideal| remaining.to_f64() - ideal),
            working_days: sprint.calendar.working_days_between(sprint.start, sprint.end),
            working_days_elapsed: sprint.calendar.working_days_between(sprint.start, sprint.as_of),
            scope_change_percent: (!committed.is_zero())
                .then(|| growth.to_f64() / committed.to_f64() * 100.0),
            forecast: input.forecast(&past, options.forecast, options.growth),
            missing_history: Some(needed).filter(|needed| can_forecast && past.len() < *needed),
            historical_band: HistoricalBand::from_sprint(sprint),
            changes: options.since.map(|since| sprint.changes_since(since.start_instant(&sprint.calendar))),
            ideal_baseline: options.ideal,
            replanned,
        }
    }
}

/// Returns the past days of this sprint and of the sprints before it.
fn past_throughput(sprint: &Sprint, ledger: &Ledger) -> Vec<Throughput> {
    let mut past = Throughput::from_sprint(sprint, ledger);
    past.extend(sprint.past_sprints.iter().flat_map(|sprint| sprint.days.iter().copied()));
    past
}

/// Returns the value of a line at an instant, the last one of several; `None` before the line begins.
fn line_value_at(line: &[(Timestamp, f64)], at: Timestamp) -> Option<f64> {
    let next = line.partition_point(|(corner, _)| *corner <= at);
    let (from, start) = *line.get(next.checked_sub(1)?)?;
    let Some((to, end)) = line.get(next).copied() else { return Some(start) };
    let share = at.duration_since(from).as_secs_f64() / to.duration_since(from).as_secs_f64();
    Some(start + (end - start) * share)
}

fn last_known_instant(sprint: &Sprint, ledger: &Ledger) -> Timestamp {
    let mut past = ledger.days.iter().filter(|day| day.day.from < sprint.as_of);
    let last = past.rfind(|day| day.closing.is_some());
    last.map_or(sprint.start, |day| day.day.to.min(sprint.as_of))
}

fn sprint_phase(sprint: &Sprint) -> Phase {
    let is_over = |end: Timestamp| sprint.as_of >= end;
    if sprint.closed.is_some_and(is_over) || (sprint.closed.is_none() && sprint.as_of == sprint.end) {
        Phase::Ended
    } else if sprint.as_of <= sprint.start {
        Phase::NotStarted
    } else {
        Phase::Running
    }
}
