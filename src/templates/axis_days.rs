//! The days of the horizontal axis.

use crate::sprint::{Day, Forecast, Sprint};

/// The percentile of the forecast that the headline names: a date that holds in six of seven cases.
pub(super) const HEADLINE_PERCENT: u8 = 85;
/// The axis extends beyond the sprint's end by at most this share of the sprint's days.
const MAX_EXTENSION: f64 = 0.7;

/// Returns the sprint's days, and more days if the forecast reaches beyond them.
pub(super) fn days_with_forecast(sprint: &Sprint, forecast: Option<&Forecast>) -> Vec<Day> {
    let mut days = sprint.days();
    let completion = forecast.and_then(|forecast| forecast.completion_for_percent(HEADLINE_PERCENT));
    let Some(completion) = completion else { return days };
    let max_days = libm::ceil(days.len() as f64 * (1.0 + MAX_EXTENSION)) as usize;
    while let Some(last) = days.last().copied() {
        let next = sprint.calendar.day_at(last.to);
        let is_reached = completion.at.is_some_and(|at| at <= last.to);
        if days.len() >= max_days || is_reached || next.to <= last.to {
            break;
        }
        days.push(next);
    }
    days
}
