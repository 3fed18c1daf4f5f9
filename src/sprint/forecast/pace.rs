//! The uncertainty of the team's pace: the past mean is known from a few days only, and the pace changes.

use super::past_days::{PastDays, squared};
use super::weekday_rhythm::WeekdayRhythm;

/// Standard deviation of a day's amount as a share of its mean that is assumed before the days are seen.
const PRIOR_DEVIATION: f64 = 0.9;
/// Weight of this assumption, in days.
const PRIOR_DEVIATION_WEIGHT: f64 = 5.0;
/// Standard deviation of the change of pace between past and future, as a share of the pace.
const PACE_CHANGE: f64 = 0.2;
/// Weight of this assumption, in weeks: the blocks of a long history show changes of pace themselves.
const PACE_CHANGE_WEIGHT: f64 = 4.0;
/// Days of a week.
const WEEK: f64 = 5.0;
/// Weight, in days, of one assumed day with an exponentially distributed amount.
const PRIOR_DAY_WEIGHT: f64 = 1.0;
/// The mean of the assumed day is at least this share of the completed work.
const MIN_PRIOR_SHARE: f64 = 0.25;
/// The median of the factor is `exp(MEDIAN_SHIFT · τ²)`. Between zero and one half (where the mean duration is that of the
/// mean pace), the value with which 50 % dates hold in about half of the cases.
const MEDIAN_SHIFT: f64 = 0.25;
/// The largest standard deviation of the factor's logarithm.
const MAX_DEVIATION: f64 = 1.2;
/// Number of factors.
const FACTORS: u8 = 11;
/// The factors reach this many standard deviations to both sides.
const REACH: f64 = 3.5;

/// The pace that the past days suggest.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    /// The factors by which the future pace may differ from the past one, in ascending order.
    pub(super) factors: Vec<PaceFactor>,
    /// The mean of the assumed day's amount as a share of the past days' positive mean.
    pub(super) prior_share: f64,
    /// The probability that a day is like the assumed day, not like a past one.
    pub(super) prior_probability: f64,
}

/// A factor of the pace and its probability.
#[derive(Clone, Copy, Debug)]
pub(super) struct PaceFactor {
    pub(super) factor: f64,
    pub(super) probability: f64,
}

impl Pace {
    /// Returns the pace, or `None` if the past days made no progress.
    pub(super) fn from_past(past: &PastDays, rhythm: &WeekdayRhythm) -> Option<Self> {
        let count = past.effective_count;
        let prior_mean = past.mean.max(MIN_PRIOR_SHARE * past.positive_mean);
        let mean = (count * past.mean + PRIOR_DAY_WEIGHT * prior_mean) / (count + PRIOR_DAY_WEIGHT);
        if past.positive_mean <= 0.0 || mean <= 0.0 {
            return None;
        }
        let of_mean = variance_of_days(past, rhythm) / (squared(mean) * count);
        let of_change = squared(PACE_CHANGE) * PACE_CHANGE_WEIGHT / (PACE_CHANGE_WEIGHT + count / WEEK);
        let deviation = libm::log1p(of_mean + of_change).sqrt().min(MAX_DEVIATION);
        Some(Self {
            factors: pace_factors(deviation),
            prior_share: prior_mean / past.positive_mean,
            prior_probability: PRIOR_DAY_WEIGHT / (count + PRIOR_DAY_WEIGHT),
        })
    }

    /// Returns how many times the remaining work a team may have to complete at the past pace, at most `max`.
    pub(super) fn largest_multiple(&self, max: f64) -> f64 {
        self.factors.first().map_or(max, |slowest| (1.0 / slowest.factor).min(max))
    }
}

/// Returns the variance per day that makes the mean uncertain, shrunk towards the assumed one.
fn variance_of_days(past: &PastDays, rhythm: &WeekdayRhythm) -> f64 {
    let long_run = past.long_run_variance();
    let probability = rhythm.rhythm_probability();
    let mixed = long_run + probability * (rhythm.variance - long_run);
    let own = long_run.min(mixed);
    let freedom = past.effective_count - 1.0;
    let assumed = squared(PRIOR_DEVIATION * past.positive_mean);
    (PRIOR_DEVIATION_WEIGHT * assumed + freedom * own) / (PRIOR_DEVIATION_WEIGHT + freedom)
}

/// Returns factors at equal distances of their logarithm, with the density of Student's t with 7 degrees of freedom:
/// `(1 + z²/7)^−4`.
fn pace_factors(deviation: f64) -> Vec<PaceFactor> {
    let middle = f64::from(FACTORS / 2);
    let factor_at = |index: u8| {
        let z = (f64::from(index) - middle) / middle * REACH;
        let density = 1.0 / squared(squared(1.0 + z * z / 7.0));
        (libm::exp(deviation * z + MEDIAN_SHIFT * squared(deviation)), density)
    };
    let total: f64 = (0..FACTORS).map(|index| factor_at(index).1).sum();
    let of_index = |index| {
        let (factor, density) = factor_at(index);
        PaceFactor { factor, probability: density / total }
    };
    (0..FACTORS).map(of_index).collect()
}
