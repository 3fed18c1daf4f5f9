//! The methods of a forecast.

use crate::names::named_values;

/// The method of a forecast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ForecastMethod {
    /// The dates of three probabilities, from the distribution of the past working days.
    #[default]
    Percentiles,
    /// `remaining / v`, or `remaining / (v − s)` with growth, where `v` is the mean throughput and `s` the mean change
    /// of scope of a working day.
    Average,
    /// No forecast.
    Off,
}

named_values!(ForecastMethod, "Forecast", "How the end is forecast: dates of three probabilities, one date at the mean pace, not at all.", {
    "percentiles" => Percentiles: "The dates of 50, 85 and 95 %, from the distribution of the past working days",
    "average" => Average: "One date, at the mean pace of the past working days",
    "off" => Off: "No forecast",
});
