//! Forecast of the completion date from the throughput of past working days.

use jiff::Timestamp;
use oorandom::Rand32;

use super::{Amount, Calendar, Throughput};
use crate::limits::{FORECAST_RUNS, MAX_FORECAST_DAYS, MIN_FORECAST_HISTORY};
use crate::names::named_values;

/// The method of a forecast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ForecastMethod {
    /// Past working days are drawn with replacement until nothing remains, in [`FORECAST_RUNS`] runs.
    #[default]
    MonteCarlo,
    /// `remaining / v`, or `remaining / (v − s)` with growth, where `v` is the mean throughput and `s` the mean change
    /// of scope of a working day.
    Average,
    /// No forecast.
    Off,
}

named_values!(ForecastMethod, "Forecast", "How the end is forecast: drawn from past working days, by their mean, not at all.", {
    "monte-carlo" => MonteCarlo: "Days drawn at random from the past working days",
    "average" => Average: "The mean of the past working days",
    "off" => Off: "No forecast",
});

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
    /// The share of runs that complete by the planned end, 0 to 1; `None` for the method `Average`.
    pub probability_by_end: Option<f64>,
}

/// A quantile of the completion date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompletionDate {
    /// The percentage of runs that complete by this date; `None` for the method `Average`.
    pub percent: Option<u8>,
    /// Working days from the start of the forecast; `None` for more than [`MAX_FORECAST_DAYS`].
    pub working_days: Option<f64>,
    /// The instant; `None` for more than [`MAX_FORECAST_DAYS`].
    pub at: Option<Timestamp>,
}

/// The confidence levels in percent: an even chance, a commitment, near certainty.
const PERCENTS: [u8; 3] = [50, 85, 95];

impl Forecast {
    /// Returns the completion date of a confidence level, or the only one for the method `Average`.
    pub fn completion_for_percent(&self, percent: u8) -> Option<&CompletionDate> {
        self.completion_dates.iter().find(|date| date.percent.is_none_or(|own| own == percent))
    }
}

impl ForecastInput<'_> {
    /// Returns the forecast from past working days in any order. Returns `None` for fewer than
    /// [`MIN_FORECAST_HISTORY`] days, if nothing remains, and for [`ForecastMethod::Off`].
    ///
    /// The random numbers (PCG-XSH-RR) are seeded with a hash of the remaining work and the past days, so the same
    /// input gives the same forecast on every machine.
    pub fn forecast(&self, past: &[Throughput], method: ForecastMethod, growth: bool) -> Option<Forecast> {
        if past.len() < MIN_FORECAST_HISTORY || self.remaining <= Amount::ZERO {
            return None;
        }
        let mut days: Vec<i64> = past.iter().map(|day| net_progress(day, growth)).collect();
        days.sort_unstable();
        let (completion_dates, probability_by_end) = match method {
            ForecastMethod::MonteCarlo => {
                let runs_by_days = simulate_runs(self.remaining.millionths(), &days);
                let working_days_left = self.calendar.working_days_between(self.from, self.end);
                // The tolerance absorbs rounding errors of the added shares of days.
                let whole_days = libm::floor(working_days_left + 1e-6) as usize;
                let in_time = runs_by_days.get(..=whole_days.min(MAX_FORECAST_DAYS)).unwrap_or_default();
                let completion_date = |percent| {
                    self.completion_date(Some(percent), working_days_quantile(&runs_by_days, percent))
                };
                (PERCENTS.map(completion_date).to_vec(), Some(share_of_runs(in_time)))
            }
            ForecastMethod::Average => {
                let working_days = average_working_days(self.remaining.millionths(), &days);
                (vec![self.completion_date(None, working_days)], None)
            }
            ForecastMethod::Off => return None,
        };
        Some(Forecast { method, growth, history_days: past.len(), completion_dates, probability_by_end })
    }

    /// Returns the completion date after a number of working days.
    fn completion_date(&self, percent: Option<u8>, working_days: Option<f64>) -> CompletionDate {
        let at = working_days.and_then(|days| self.calendar.after_working_days(self.from, days));
        CompletionDate { percent, working_days: working_days.filter(|_| at.is_some()), at }
    }
}

/// Returns the millionths by which a day reduces the remaining work.
fn net_progress(day: &Throughput, growth: bool) -> i64 {
    (if growth { day.done - day.growth } else { day.done }).millionths()
}

/// Simulates all runs. The element at index `n` is the number of runs that complete on the `n`-th working day.
fn simulate_runs(remaining: i64, days: &[i64]) -> Vec<u32> {
    let mut runs_by_days = vec![0; MAX_FORECAST_DAYS + 1];
    if days.iter().all(|day| *day <= 0) {
        return runs_by_days;
    }
    let mut random = Rand32::new(random_seed(remaining, days));
    let count = u64::try_from(days.len()).unwrap_or(u64::MAX);
    for _ in 0..FORECAST_RUNS {
        let mut left = remaining;
        for runs in runs_by_days.iter_mut().skip(1) {
            // The bias is at most 2⁻³² of the count, which is far below the precision of the runs.
            let drawn = (u64::from(random.rand_u32()) * count) >> 32;
            left = left.saturating_sub(days.get(drawn as usize).copied().unwrap_or_default());
            if left <= 0 {
                *runs += 1;
                break;
            }
        }
    }
    runs_by_days
}

/// Returns the FNV-1a hash of the remaining work and the past days.
fn random_seed(remaining: i64, days: &[i64]) -> u64 {
    let bytes = std::iter::once(&remaining).chain(days).flat_map(|number| number.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Returns the share that these runs have of all runs.
fn share_of_runs(run_counts: &[u32]) -> f64 {
    f64::from(run_counts.iter().sum::<u32>()) / FORECAST_RUNS as f64
}

/// Returns the smallest number of working days after which `percent` of the runs are complete.
fn working_days_quantile(runs_by_days: &[u32], percent: u8) -> Option<f64> {
    let wanted = u64::from(percent) * FORECAST_RUNS as u64;
    let mut done = 0;
    let day = runs_by_days.iter().position(|runs| {
        done += u64::from(*runs) * 100;
        done >= wanted
    });
    day.map(|day| day as f64)
}

/// Returns the number of working days at the mean rate, or `None` if it exceeds [`MAX_FORECAST_DAYS`].
fn average_working_days(remaining: i64, days: &[i64]) -> Option<f64> {
    let rate = days.iter().map(|day| *day as f64).sum::<f64>() / days.len() as f64;
    Some(remaining as f64 / rate).filter(|days| rate > 0.0 && *days <= MAX_FORECAST_DAYS as f64)
}
