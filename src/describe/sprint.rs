//! The description of a sprint's report.

use jiff::civil::Date;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::forecast_rows::{ChangedRow, ForecastRow, UsualRow};
use super::tables::{CumulativeFlowRow, ReleaseRow};
use super::velocity::VelocityRow;
#[cfg(feature = "trackers")]
use crate::sprint::CompletionSource;
use crate::sprint::{Amount, Caveat, Ledger, LedgerDay, Level, Sprint, Velocity};
#[cfg(feature = "messages")]
use crate::templates::MessageText;
use crate::templates::{IdealBaseline, Phase, ReportKind, SprintMetrics, SprintReport};

/// What a picture of a sprint says. Amounts are in the sprint's unit, instants in RFC 3339.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Description")]
pub struct SprintDescription {
    /// The sprint's name.
    pub name: String,
    /// The sprint goal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// What amounts count: `points`, `hours` or `items`.
    pub unit: &'static str,
    /// Start, planned end, real end, the instant for which the numbers hold; the team's zone.
    pub dates: Dates,
    /// The sentence over the picture; absent while the data are thin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The alt text, at most [`MAX_ALT_CHARS`](crate::limits::MAX_ALT_CHARS) characters.
    pub alt_text: String,
    /// The numbers at `as_of`.
    pub numbers: Numbers,
    /// When nothing will remain; absent while the data are thin and when the sprint is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecast: Option<ForecastRow>,
    /// The remaining work of past sprints over time; absent with fewer than three of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual: Option<UsualRow>,
    /// The changes since the requested instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<ChangedRow>,
    /// Present for the kind `velocity` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub velocity: Option<VelocityRow>,
    /// Present for the kind `cfd` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulative_flow: Option<CumulativeFlowRow>,
    /// Present for the kind `release` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseRow>,
    /// The formulas of the numbers.
    pub formulas: Formulas,
    /// The changes of each day.
    pub days: Vec<DayRow>,
    /// The working days that the calendar of days off calls observances.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub observances: Vec<ObservanceRow>,
    /// Notes on the data.
    pub caveats: Vec<CaveatRow>,
    /// Texts for a message beside the picture. They are no part of the JSON, which has the numbers in them.
    #[cfg(feature = "messages")]
    #[serde(skip)]
    pub message: MessageText,
}

/// The instants of a sprint.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Dates {
    /// Start.
    pub start: String,
    /// Planned end.
    pub end: String,
    /// Real end, if it is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// The instant for which the numbers hold.
    pub as_of: String,
    /// IANA name of the team's time zone.
    pub time_zone: String,
    /// `ahead`, `running` or `ended`.
    pub phase: &'static str,
}

/// The numbers at `as_of`, in the sprint's unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Numbers {
    /// Scope at the start without what was done already.
    pub committed: f64,
    /// Work that is not done.
    pub remaining: f64,
    /// All work in the sprint.
    pub scope: f64,
    /// All work in the sprint at its start.
    pub scope_at_start: f64,
    /// The net change of scope since the start.
    pub scope_change: f64,
    /// Work that is done.
    pub done: f64,
    /// The remaining work on the ideal line.
    pub ideal: Option<f64>,
    /// Remaining less ideal: positive is behind plan.
    pub behind: Option<f64>,
    /// Sums of the days.
    pub since_start: FlowRow,
    /// Growth of scope in percent of what was committed.
    pub scope_change_percent: Option<f64>,
    /// Working days from start to planned end.
    pub working_days: f64,
    /// Working days from start to `as_of`.
    pub working_days_elapsed: f64,
}

/// Formulas by the number they give.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Formulas {
    ideal: &'static str,
    behind: &'static str,
    remaining: &'static str,
    scope_change_percent: &'static str,
}

const FORMULAS: Formulas = Formulas {
    ideal: "committed × (1 − W(known) / W(end)), W = working time since the start, known = as_of or the last reading before it",
    behind: "remaining − ideal",
    remaining: "committed + added − removed + reestimated + reopened − completed",
    scope_change_percent: "(scope − scope at the start) / committed × 100",
};

const REPLANNED: &str = "the ideal line, moved by each change of scope and straight over working time from there to 0 at the planned end; \
                         the committed one before the first change";

/// The changes of the remaining work.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct FlowRow {
    added: f64,
    removed: f64,
    reestimated: f64,
    reopened: f64,
    completed: f64,
    /// Change of scope that leaves the remaining work as it is: done items that join, leave or are re-estimated.
    done_scope: f64,
}

/// One sprint day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DayRow {
    /// Its date.
    pub date: String,
    /// Worked on.
    pub working: bool,
    /// The changes.
    #[serde(flatten)]
    pub flow: FlowRow,
    /// Remaining at its end; `null` for a gap and for the future.
    pub remaining: Option<f64>,
    /// Scope at its end; `null` for a gap and for the future.
    pub scope: Option<f64>,
}

/// A working day that the calendar of days off calls an observance.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ObservanceRow {
    /// Its date.
    pub date: String,
    /// Its title in the calendar.
    pub title: String,
}

/// Something to know about the data.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CaveatRow {
    /// `net_only`, `gaps`, `unestimated`; of tables also `running_totals`; of trackers' answers also `daily_totals`, `no_history`,
    /// `joined_when_created`, `estimates_of_today`, `history_cut`, `history_perhaps_cut`, `partial`,
    /// `perhaps_partial`, `fields_missing`, `subtasks_left_out`, `subtasks_counted`, `epics_counted`, `states_guessed`,
    /// `items_counted`, `estimate_fields`, `parallel_sprints`, `started_late`, `zone_assumed`, `zone_uncertain`,
    /// `done_states_unseen`, `observances_worked`, `done_at_status_change`, `done_at_resolution`, `done_at_last_change`, `done_at_unknown_time`,
    /// `history_disagrees`, `figures_disagree`.
    pub kind: &'static str,
    /// Days, items, entries, fields, states or sprints it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// For `partial`: all entries of the tracker, if it says how many there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<usize>,
}

impl SprintDescription {
    /// Returns the JSON Schema (2020-12) of a description.
    pub fn schema() -> Value {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        settings.into_generator().into_root_schema_for::<Self>().to_value()
    }

    /// Describes the report of a sprint, in the report's language.
    pub(crate) fn from_report(report: &SprintReport) -> Self {
        let (sprint, options, metrics, text) =
            (report.sprint(), report.options(), report.metrics(), report.text());
        Self {
            name: sprint.name.clone(),
            goal: sprint.goal.clone(),
            unit: sprint.unit.name(),
            dates: sprint_dates(sprint, metrics),
            headline: text.headline,
            alt_text: text.alt_text,
            numbers: sprint_numbers(metrics),
            forecast: metrics.forecast.as_ref().map(Into::into),
            usual: metrics.historical_band.as_ref().map(Into::into),
            changed: metrics.changes.as_ref().map(Into::into),
            velocity: (options.kind == ReportKind::Velocity)
                .then(|| VelocityRow::from_velocity(Velocity::from_sprint(sprint, options.commitment))),
            cumulative_flow: (options.kind == ReportKind::CumulativeFlow)
                .then(|| CumulativeFlowRow::from_sprint(sprint)),
            release: (options.kind == ReportKind::Release)
                .then(|| ReleaseRow::from_sprint(sprint, options.sprint_days)),
            formulas: Formulas {
                ideal: match options.ideal {
                    IdealBaseline::Committed => FORMULAS.ideal,
                    IdealBaseline::Current => REPLANNED,
                },
                ..FORMULAS
            },
            days: day_rows(report.ledger()),
            observances: sprint.observances().map(observance_row).collect(),
            caveats: sprint.caveats.iter().map(caveat_row).collect(),
            #[cfg(feature = "messages")]
            message: report.message(),
        }
    }
}

fn sprint_dates(sprint: &Sprint, metrics: &SprintMetrics) -> Dates {
    Dates {
        start: sprint.start.to_string(),
        end: sprint.end.to_string(),
        closed: sprint.closed.map(|closed| closed.to_string()),
        as_of: sprint.as_of.to_string(),
        time_zone: sprint.calendar.zone_name.clone(),
        phase: match metrics.phase {
            Phase::NotStarted => "ahead",
            Phase::Running => "running",
            Phase::Ended => "ended",
        },
    }
}

fn sprint_numbers(metrics: &SprintMetrics) -> Numbers {
    Numbers {
        committed: metrics.committed.to_f64(),
        remaining: metrics.remaining.to_f64(),
        scope: metrics.scope.to_f64(),
        scope_at_start: metrics.scope_at_start.to_f64(),
        scope_change: metrics.flow.scope().to_f64(),
        done: metrics.done.to_f64(),
        ideal: metrics.ideal,
        behind: metrics.behind,
        since_start: flow_row(&metrics.flow),
        scope_change_percent: metrics.scope_change_percent,
        working_days: metrics.working_days,
        working_days_elapsed: metrics.working_days_elapsed,
    }
}

fn flow_row(flow: &crate::sprint::Flow) -> FlowRow {
    FlowRow {
        added: flow.added.to_f64(),
        removed: flow.removed.to_f64(),
        reestimated: flow.reestimated.to_f64(),
        reopened: flow.reopened.to_f64(),
        completed: flow.completed.to_f64(),
        done_scope: flow.done_scope.to_f64(),
    }
}

fn day_rows(ledger: &Ledger) -> Vec<DayRow> {
    let closing_amount = |day: &LedgerDay, amount_of: fn(&Level) -> Amount| {
        day.closing.as_ref().map(|level| amount_of(level).to_f64())
    };
    let row = |day: &LedgerDay| DayRow {
        date: day.day.date.to_string(),
        working: day.day.is_working_day,
        flow: flow_row(&day.flow),
        remaining: closing_amount(day, Level::remaining),
        scope: closing_amount(day, |level| level.scope),
    };
    ledger.days.iter().map(row).collect()
}

fn observance_row((date, title): (Date, &str)) -> ObservanceRow {
    ObservanceRow { date: date.to_string(), title: title.to_owned() }
}

fn caveat_row(caveat: &Caveat) -> CaveatRow {
    let (kind, count) = match caveat {
        Caveat::NetOnly => ("net_only", None),
        #[cfg(feature = "trackers")]
        Caveat::RunningTotals => ("running_totals", None),
        Caveat::Gaps(days) => ("gaps", Some(*days)),
        Caveat::Unestimated { items, .. } => ("unestimated", Some(*items)),
        Caveat::DailyTotals => ("daily_totals", None),
        Caveat::NoHistory => ("no_history", None),
        Caveat::JoinedWhenCreated => ("joined_when_created", None),
        Caveat::EstimatesOfToday => ("estimates_of_today", None),
        Caveat::HistoryCut(items) => ("history_cut", Some(*items)),
        Caveat::HistoryPerhapsCut(items) => ("history_perhaps_cut", Some(*items)),
        Caveat::SubtasksLeftOut(subtasks) => ("subtasks_left_out", Some(*subtasks)),
        Caveat::SubtasksCounted(subtasks) => ("subtasks_counted", Some(*subtasks)),
        Caveat::Partial { given, .. } => ("partial", Some(*given)),
        Caveat::PerhapsPartial(entries) => ("perhaps_partial", Some(*entries)),
        Caveat::FieldsMissing(fields) => ("fields_missing", Some(*fields)),
        #[cfg(feature = "trackers")]
        Caveat::CompletionTime { source, items } => (completion_kind(*source), Some(*items)),
        #[cfg(feature = "trackers")]
        Caveat::HistoryDisagrees(items) => ("history_disagrees", Some(*items)),
        #[cfg(feature = "trackers")]
        Caveat::FiguresDisagree(days) => ("figures_disagree", Some(*days)),
        Caveat::ObservancesWorked(days) => ("observances_worked", Some(*days)),
        Caveat::StatesGuessed => ("states_guessed", None),
        #[cfg(feature = "trackers")]
        Caveat::DoneStatesUnseen(states) => ("done_states_unseen", Some(*states)),
        Caveat::ItemsCounted => ("items_counted", None),
        Caveat::ParallelSprints(sprints) => ("parallel_sprints", Some(*sprints)),
        Caveat::EstimateFields(fields) => ("estimate_fields", Some(*fields)),
        Caveat::EpicsCounted(epics) => ("epics_counted", Some(*epics)),
        Caveat::StartedLate(days) => ("started_late", Some(*days)),
        Caveat::ZoneAssumed => ("zone_assumed", None),
        Caveat::ZoneUncertain => ("zone_uncertain", None),
    };
    let of = match caveat {
        Caveat::Partial { of, .. } => *of,
        _ => None,
    };
    CaveatRow { kind, count, of }
}

/// The kind of the caveat about items that count as done by another time.
#[cfg(feature = "trackers")]
fn completion_kind(source: CompletionSource) -> &'static str {
    match source {
        CompletionSource::StatusChange => "done_at_status_change",
        CompletionSource::Resolution => "done_at_resolution",
        CompletionSource::LastChange => "done_at_last_change",
        CompletionSource::Unknown => "done_at_unknown_time",
    }
}
