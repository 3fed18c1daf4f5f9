//! All numbers of a sprint as plain data: what the picture shows, for machines and for those who don't
//! see it.

mod outlook;
mod tables;
mod velocity;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use crate::burndown::{Facts, IdealFrom, Kind, Phase};
use crate::kinds;
use crate::options::Options;
use crate::sprint::{Amount, Caveat, Ledger, LedgerDay, Level, Sprint, Velocity};
use crate::words::Words;
use outlook::{ChangedRow, ForecastRow, UsualRow};
use tables::{CumulativeFlowRow, ReleaseRow};
pub use velocity::VelocityDescription;
use velocity::VelocityRow;

/// What a picture of a sprint says. Amounts are in the sprint's unit, instants in RFC 3339.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Description {
    /// The sprint's name.
    pub name: String,
    /// The sprint goal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// What amounts count: `points`, `hours` or `items`.
    pub unit: &'static str,
    /// Start, planned end, real end, the instant the numbers tell of; the team's zone.
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
    /// What past sprints had left by when; absent with fewer than three of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual: Option<UsualRow>,
    /// What changed since the instant that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<ChangedRow>,
    /// Of the kind `velocity`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub velocity: Option<VelocityRow>,
    /// Of the kind `cfd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulative_flow: Option<CumulativeFlowRow>,
    /// Of the kind `release`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseRow>,
    /// How the numbers that are computed by a formula are computed.
    pub formulas: Formulas,
    /// What changed, day by day.
    pub days: Vec<DayRow>,
    /// What has to be known about the data.
    pub caveats: Vec<CaveatRow>,
}

/// What a picture of a Chart.js configuration says.
#[derive(Clone, Debug, Serialize)]
pub struct ChartDescription {
    /// Its title, or its type.
    pub name: String,
    /// The alt text.
    pub alt_text: String,
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
    /// The instant the numbers tell of.
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
    /// Work that is done.
    pub done: f64,
    /// What the ideal line expects to remain.
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

/// What changed the remaining work.
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
    /// What changed.
    #[serde(flatten)]
    pub flow: FlowRow,
    /// Remaining at its end; `null` for a gap and for the future.
    pub remaining: Option<f64>,
    /// Scope at its end; `null` for a gap and for the future.
    pub scope: Option<f64>,
}

/// Something to know about the data.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CaveatRow {
    /// `net_only`, `gaps`, `unestimated`; of trackers' answers also `daily_totals`, `no_history`,
    /// `joined_when_created`, `estimates_of_today`, `history_cut`, `states_guessed`, `items_counted`,
    /// `zone_assumed`, `zone_uncertain`.
    pub kind: &'static str,
    /// Days or items it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
}

impl Description {
    /// The JSON Schema (2020-12) of a description.
    pub fn schema() -> Value {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        settings.into_generator().into_root_schema_for::<Self>().to_value()
    }

    /// The description of a sprint in a language and of a view.
    pub(crate) fn of(sprint: &Sprint, options: &Options) -> Self {
        let (words, view) = (Words::new(options.lang), &options.view);
        let (ledger, facts, headline, alt_text) = kinds::description(sprint, view, &words);
        Self {
            name: sprint.name.clone(),
            goal: sprint.goal.clone(),
            unit: sprint.unit.name(),
            dates: dates(sprint, &facts),
            headline,
            alt_text,
            numbers: numbers(&facts),
            forecast: facts.forecast.as_ref().map(Into::into),
            usual: facts.ghost.as_ref().map(Into::into),
            changed: facts.changed.as_ref().map(Into::into),
            velocity: (view.kind == Kind::Velocity)
                .then(|| VelocityRow::of(Velocity::of(sprint, view.commitment))),
            cumulative_flow: (view.kind == Kind::Flow).then(|| CumulativeFlowRow::of(sprint)),
            release: (view.kind == Kind::Release).then(|| ReleaseRow::of(sprint, view.sprint_days)),
            formulas: Formulas {
                ideal: match view.ideal {
                    IdealFrom::Committed => FORMULAS.ideal,
                    IdealFrom::Current => REPLANNED,
                },
                ..FORMULAS
            },
            days: days(&ledger),
            caveats: sprint.caveats.iter().map(caveat).collect(),
        }
    }
}

fn dates(sprint: &Sprint, facts: &Facts) -> Dates {
    Dates {
        start: sprint.start.to_string(),
        end: sprint.end.to_string(),
        closed: sprint.closed.map(|closed| closed.to_string()),
        as_of: sprint.as_of.to_string(),
        time_zone: sprint.calendar.zone_name.clone(),
        phase: match facts.phase {
            Phase::Ahead => "ahead",
            Phase::Running => "running",
            Phase::Ended => "ended",
        },
    }
}

fn numbers(facts: &Facts) -> Numbers {
    Numbers {
        committed: facts.committed.to_f64(),
        remaining: facts.remaining.to_f64(),
        scope: facts.scope.to_f64(),
        done: facts.done.to_f64(),
        ideal: facts.ideal,
        behind: facts.behind,
        since_start: flow(&facts.flow),
        scope_change_percent: facts.scope_change_percent,
        working_days: facts.working_days,
        working_days_elapsed: facts.working_days_elapsed,
    }
}

fn flow(flow: &crate::sprint::Flow) -> FlowRow {
    FlowRow {
        added: flow.added.to_f64(),
        removed: flow.removed.to_f64(),
        reestimated: flow.reestimated.to_f64(),
        reopened: flow.reopened.to_f64(),
        completed: flow.completed.to_f64(),
        done_scope: flow.done_scope.to_f64(),
    }
}

fn days(ledger: &Ledger) -> Vec<DayRow> {
    let at_end = |day: &LedgerDay, of: fn(&Level) -> Amount| day.closing.as_ref().map(|l| of(l).to_f64());
    let row = |day: &LedgerDay| DayRow {
        date: day.day.date.to_string(),
        working: day.day.working,
        flow: flow(&day.flow),
        remaining: at_end(day, Level::remaining),
        scope: at_end(day, |level| level.scope),
    };
    ledger.days.iter().map(row).collect()
}

fn caveat(caveat: &Caveat) -> CaveatRow {
    let (kind, count) = match caveat {
        Caveat::NetOnly => ("net_only", None),
        Caveat::Gaps(days) => ("gaps", Some(*days)),
        Caveat::Unestimated { items, .. } => ("unestimated", Some(*items)),
        Caveat::DailyTotals => ("daily_totals", None),
        Caveat::NoHistory => ("no_history", None),
        Caveat::JoinedWhenCreated => ("joined_when_created", None),
        Caveat::EstimatesOfToday => ("estimates_of_today", None),
        Caveat::HistoryCut(items) => ("history_cut", Some(*items)),
        Caveat::StatesGuessed => ("states_guessed", None),
        Caveat::ItemsCounted => ("items_counted", None),
        Caveat::ZoneAssumed => ("zone_assumed", None),
        Caveat::ZoneUncertain => ("zone_uncertain", None),
    };
    CaveatRow { kind, count }
}
