//! The outcome of a forecast.

use jiff::Timestamp;

use super::method::ForecastMethod;

/// A forecast of the completion date.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The method that was used.
    pub method: ForecastMethod,
    /// True if the scope is assumed to keep changing as before, false if it is assumed to stay as it is.
    pub growth: bool,
    /// The number of past working days that the forecast is based on.
    pub history_days: usize,
    /// Completion dates by increasing confidence: 50, 85 and 95 %. The method `Average` gives one, without confidence.
    pub completion_dates: Vec<CompletionDate>,
    /// The probability that nothing remains at the planned end, 0 to 1; `None` for the method `Average`.
    pub probability_by_end: Option<f64>,
}

/// A completion date: the end of a working day, or for the method `Average` an instant within one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompletionDate {
    /// The percentage that the date stands for; `None` for the method `Average`.
    pub percent: Option<u8>,
    /// The probability that nothing remains at `at`: of all days', the nearest to `percent` that leaves at most one and a
    /// half times its risk. `None` without a date, and for the method `Average`.
    pub probability: Option<f64>,
    /// Working days from the start of the forecast; `None` for more than
    /// [`MAX_FORECAST_DAYS`](crate::limits::MAX_FORECAST_DAYS).
    pub working_days: Option<f64>,
    /// The instant; `None` for more than [`MAX_FORECAST_DAYS`](crate::limits::MAX_FORECAST_DAYS).
    pub at: Option<Timestamp>,
}

impl Forecast {
    /// Returns the completion date of a confidence level, or the only one for the method `Average`.
    pub fn completion_for_percent(&self, percent: u8) -> Option<&CompletionDate> {
        self.completion_dates.iter().find(|date| date.percent.is_none_or(|own| own == percent))
    }
}
