//! When the remaining work will be done, from what got done on past working days.

use jiff::Timestamp;
use oorandom::Rand32;

use super::{Amount, Calendar, Throughput};
use crate::limits::{FORECAST_RUNS, MAX_FORECAST_DAYS, MIN_FORECAST_HISTORY};

/// How a forecast is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ForecastMethod {
    /// Past working days drawn with replacement until nothing remains, in [`FORECAST_RUNS`] runs.
    #[default]
    MonteCarlo,
    /// `remaining / v`, or `remaining / (v − s)` with growth; `v` the mean throughput, `s` the mean change of
    /// scope of a working day.
    Average,
}

/// From where a forecast starts.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'a> {
    /// When the team works.
    pub calendar: &'a Calendar,
    /// Now.
    pub from: Timestamp,
    /// What remains now.
    pub remaining: Amount,
    /// The planned end.
    pub end: Timestamp,
}

/// When the work will be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// How it was computed.
    pub method: ForecastMethod,
    /// Scope goes on to change as it did; else it stays as it is.
    pub growth: bool,
    /// Past working days it is drawn from.
    pub history_days: usize,
    /// Finishes by rising confidence: 50, 85, 95 %; of the average rate one, without confidence.
    pub finishes: Vec<Finish>,
    /// Share of runs that are done by the planned end; the average rate knows none.
    pub by_end: Option<f64>,
}

/// A finish.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finish {
    /// Percent of runs that are done by then.
    pub percent: Option<u8>,
    /// Working days from now; `None` for more than [`MAX_FORECAST_DAYS`].
    pub working_days: Option<f64>,
    /// The instant.
    pub at: Option<Timestamp>,
}

/// Confidences in percent: a coin toss, a promise, near certainty.
const PERCENTS: [u8; 3] = [50, 85, 95];

impl Forecast {
    /// The finish of a confidence; the only one where there is none.
    pub fn at(&self, percent: u8) -> Option<&Finish> {
        self.finishes.iter().find(|finish| finish.percent.is_none_or(|own| own == percent))
    }
}

impl Outlook<'_> {
    /// The forecast from past working days, in any order; `None` with fewer than
    /// [`MIN_FORECAST_HISTORY`] of them and where nothing remains.
    ///
    /// The random numbers (PCG-XSH-RR) start from a hash of the remaining work and the past days: the same input has the same
    /// forecast, on every machine.
    pub fn forecast(&self, past: &[Throughput], method: ForecastMethod, growth: bool) -> Option<Forecast> {
        if past.len() < MIN_FORECAST_HISTORY || self.remaining <= Amount::ZERO {
            return None;
        }
        let mut days: Vec<i64> = past.iter().map(|day| net(day, growth)).collect();
        days.sort_unstable();
        let (finishes, by_end) = match method {
            ForecastMethod::MonteCarlo => {
                let done_on = runs(self.remaining.millionths(), &days);
                let left = self.calendar.working_days_between(self.from, self.end);
                // Shares of days add up to no exact number.
                let in_time = libm::floor(left + 1e-6) as usize;
                let by_end = share(done_on.get(..=in_time.min(MAX_FORECAST_DAYS)).unwrap_or_default());
                (
                    PERCENTS.map(|percent| self.finish(Some(percent), quantile(&done_on, percent))).to_vec(),
                    Some(by_end),
                )
            }
            ForecastMethod::Average => {
                (vec![self.finish(None, average(self.remaining.millionths(), &days))], None)
            }
        };
        Some(Forecast { method, growth, history_days: past.len(), finishes, by_end })
    }

    fn finish(&self, percent: Option<u8>, working_days: Option<f64>) -> Finish {
        let at = working_days.and_then(|days| self.calendar.after_working_days(self.from, days));
        Finish { percent, working_days: working_days.filter(|_| at.is_some()), at }
    }
}

/// What a day takes off the remaining work.
fn net(day: &Throughput, growth: bool) -> i64 {
    (if growth { day.done - day.growth } else { day.done }).millionths()
}

/// How many runs are done after so many working days, by their number.
fn runs(remaining: i64, days: &[i64]) -> Vec<u32> {
    let mut done_on = vec![0; MAX_FORECAST_DAYS + 1];
    if days.iter().all(|day| *day <= 0) {
        return done_on;
    }
    let mut random = Rand32::new(seed(remaining, days));
    let count = u64::try_from(days.len()).unwrap_or(u64::MAX);
    for _ in 0..FORECAST_RUNS {
        let mut left = remaining;
        for runs in done_on.iter_mut().skip(1) {
            // Evenly to within 2⁻³² of the count: far less than the runs can tell.
            let drawn = (u64::from(random.rand_u32()) * count) >> 32;
            left = left.saturating_sub(days.get(drawn as usize).copied().unwrap_or_default());
            if left <= 0 {
                *runs += 1;
                break;
            }
        }
    }
    done_on
}

/// FNV-1a over what the forecast is drawn from.
fn seed(remaining: i64, days: &[i64]) -> u64 {
    let bytes = std::iter::once(&remaining).chain(days).flat_map(|number| number.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The share of all runs.
fn share(done_on: &[u32]) -> f64 {
    f64::from(done_on.iter().sum::<u32>()) / FORECAST_RUNS as f64
}

/// The least number of working days after which so many percent of the runs are done.
fn quantile(done_on: &[u32], percent: u8) -> Option<f64> {
    let wanted = u64::from(percent) * FORECAST_RUNS as u64;
    let mut done = 0;
    let day = done_on.iter().position(|runs| {
        done += u64::from(*runs) * 100;
        done >= wanted
    });
    day.map(|day| day as f64)
}

/// Working days at the mean rate.
fn average(remaining: i64, days: &[i64]) -> Option<f64> {
    let rate = days.iter().map(|day| *day as f64).sum::<f64>() / days.len() as f64;
    Some(remaining as f64 / rate).filter(|days| rate > 0.0 && *days <= MAX_FORECAST_DAYS as f64)
}
