//! Forecast, historical band and changes as plain data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::limits::MAX_FORECAST_DAYS;
use crate::sprint::{ChangeKind, ChangesSince, Forecast, ForecastMethod, HistoricalBand};

/// When nothing will remain.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ForecastRow {
    /// `percentiles` or `average`.
    pub method: &'static str,
    /// Scope goes on to change as it did; else it stays as it is.
    pub growth: bool,
    /// Past working days it is based on, those of past sprints among them.
    pub history_days: usize,
    /// Finishes by rising confidence.
    pub finishes: Vec<FinishRow>,
    /// Probability that nothing remains at the planned end, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by_end: Option<f64>,
    /// How it is computed.
    pub formula: String,
}

/// A finish.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FinishRow {
    /// Percentage that the date stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// Probability that nothing remains then, 0 to 1: of all days', the nearest to the percentage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Working days from `as_of`; `null` for more than the forecast looks ahead.
    pub working_days: Option<f64>,
    /// The instant.
    pub at: Option<String>,
}

impl From<&Forecast> for ForecastRow {
    fn from(forecast: &Forecast) -> Self {
        let day = if forecast.growth { "throughput − scope change" } else { "throughput" };
        let formula = match forecast.method {
            ForecastMethod::Percentiles => format!(
                "P(pace × Σ({day}) ≥ remaining) at the end of each working day, at most {MAX_FORECAST_DAYS}; days are drawn \
                 in blocks from past working days, weighted by age and weekday; pace is how much the future may differ \
                 from them; throughput = completed − reopened"
            ),
            _ => format!("remaining / mean({day}) of past working days; throughput = completed − reopened"),
        };
        let finishes = forecast.completion_dates.iter().map(|finish| FinishRow {
            percent: finish.percent,
            probability: finish.probability.map(rounded),
            working_days: finish.working_days,
            at: finish.at.map(|at| at.to_string()),
        });
        Self {
            method: forecast.method.name(),
            growth: forecast.growth,
            history_days: forecast.history_days,
            finishes: finishes.collect(),
            done_by_end: forecast.probability_by_end.map(rounded),
            formula,
        }
    }
}

/// Rounds a probability to four decimals: more would claim a precision that no forecast has.
fn rounded(probability: f64) -> f64 {
    (probability * 10_000.0).round() / 10_000.0
}

/// What past sprints had left by when, as work of this one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UsualRow {
    /// Past sprints it is made of.
    pub sprints: usize,
    /// At the start, each day border and the planned end.
    pub points: Vec<UsualPoint>,
    /// How it is computed.
    pub formula: &'static str,
}

/// Percentiles at an instant.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UsualPoint {
    /// The instant.
    pub at: String,
    /// 10th percentile of the remaining work.
    pub p10: f64,
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
}

impl From<&HistoricalBand> for UsualRow {
    fn from(band: &HistoricalBand) -> Self {
        let point = |point: &crate::sprint::BandPoint| UsualPoint {
            at: point.at.to_string(),
            p10: point.low,
            p50: point.median,
            p90: point.high,
        };
        Self {
            sprints: band.sprint_count,
            points: band.points.iter().map(point).collect(),
            formula: "committed × percentile over past sprints of (remaining / committed) at the same share of working time",
        }
    }
}

/// What changed since an instant.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangedRow {
    /// The instant.
    pub since: String,
    /// The items that moved the most, at most three.
    pub items: Vec<ChangedItemRow>,
    /// How many more there are.
    pub others: usize,
    /// Change of the remaining work.
    pub remaining: f64,
}

/// An item that changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangedItemRow {
    /// Its key.
    pub key: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// `completed`, `reopened`, `added`, `removed` or `reestimated`.
    pub what: &'static str,
    /// How much work that is; negative for an estimate that fell.
    pub amount: f64,
}

impl From<&ChangesSince> for ChangedRow {
    fn from(changes: &ChangesSince) -> Self {
        let row = |item: &crate::sprint::ItemChange| ChangedItemRow {
            key: item.name.key.clone(),
            title: item.name.title.clone(),
            what: match item.kind {
                ChangeKind::Completed => "completed",
                ChangeKind::WorkedOn => "worked_on",
                ChangeKind::Reopened => "reopened",
                ChangeKind::Added => "added",
                ChangeKind::Removed => "removed",
                ChangeKind::Reestimated => "reestimated",
            },
            amount: item.amount.to_f64(),
        };
        Self {
            since: changes.since.to_string(),
            items: changes.named_items().iter().map(row).collect(),
            others: changes.other_count(),
            remaining: changes.flow.remaining().to_f64(),
        }
    }
}
