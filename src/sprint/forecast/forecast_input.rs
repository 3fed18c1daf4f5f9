//! The starting point of a forecast.

use jiff::Timestamp;

use super::completion::{Completion, Span};
use super::method::ForecastMethod;
use super::outcome::{CompletionDate, Forecast};
use super::past_days::PastDays;
use crate::limits::{
    MAX_FORECAST_DAYS, MAX_FORECAST_HISTORY, MIN_FORECAST_HISTORY, MIN_IDLE_FORECAST_HISTORY,
};
use crate::sprint::{Amount, Calendar, Throughput};

/// The starting point of a forecast.
#[derive(Clone, Copy, Debug)]
pub struct ForecastInput<'a> {
    /// The team's calendar.
    pub calendar: &'a Calendar,
    /// The instant at which the forecast starts.
    pub from: Timestamp,
    /// The work that remains at `from`.
    pub remaining: Amount,
    /// The planned end of the sprint.
    pub end: Timestamp,
}

impl ForecastInput<'_> {
    /// Returns the forecast from past working days in any order. Returns `None` for fewer than
    /// [`MIN_FORECAST_HISTORY`] days, or [`MIN_IDLE_FORECAST_HISTORY`] if no work was completed on them, if nothing
    /// remains, and for [`ForecastMethod::Off`].
    pub fn forecast(&self, past: &[Throughput], method: ForecastMethod, growth: bool) -> Option<Forecast> {
        if past.len() < Self::needed_history(past) || self.remaining <= Amount::ZERO {
            return None;
        }
        let past = &latest_days(past);
        let (completion_dates, probability_by_end) = match method {
            ForecastMethod::Percentiles => {
                let days = PastDays::from_throughput(past, growth);
                let span = Span { from: self.from, end: self.end };
                let completion = Completion::from_past(&days, self.remaining, self.calendar, span);
                (completion.completion_dates(), Some(completion.probability_by_end))
            }
            ForecastMethod::Average => (vec![self.average_date(past, growth)], None),
            ForecastMethod::Off => return None,
        };
        Some(Forecast { method, growth, history_days: past.len(), completion_dates, probability_by_end })
    }

    /// Returns the number of past working days that a forecast needs.
    pub fn needed_history(past: &[Throughput]) -> usize {
        let is_idle = past.iter().all(|day| day.done <= Amount::ZERO);
        if is_idle { MIN_IDLE_FORECAST_HISTORY } else { MIN_FORECAST_HISTORY }
    }

    /// Returns the date at the mean pace; no date if it is more than [`MAX_FORECAST_DAYS`] away.
    fn average_date(&self, past: &[Throughput], growth: bool) -> CompletionDate {
        let progress = past.iter().map(|day| day.net_progress(growth).to_f64());
        let pace = progress.sum::<f64>() / past.len() as f64;
        let working_days = Some(self.remaining.to_f64() / pace)
            .filter(|days| pace > 0.0 && *days <= MAX_FORECAST_DAYS as f64);
        let at = working_days.and_then(|days| self.calendar.after_working_days(self.from, days));
        CompletionDate {
            percent: None,
            probability: None,
            working_days: working_days.filter(|_| at.is_some()),
            at,
        }
    }
}

/// Returns the latest [`MAX_FORECAST_HISTORY`] days in chronological order.
fn latest_days(past: &[Throughput]) -> Vec<Throughput> {
    let mut days = past.to_vec();
    days.sort_unstable_by_key(|day| (day.date, day.done, day.growth));
    days.drain(..days.len().saturating_sub(MAX_FORECAST_HISTORY));
    days
}
