//! The weekly rhythm of a team: how much the past days suggest that one weekday differs from the others.

use jiff::civil::Weekday;

use super::past_days::{PastDays, squared};
use crate::sprint::Calendar;

/// Logarithm of the odds against a rhythm, before the days are seen.
const LOG_ODDS_AGAINST: f64 = 1.4;
/// Added to [`LOG_ODDS_AGAINST`] for a weekday that is not the last one before days off.
const LOG_ODDS_AGAINST_MIDWEEK: f64 = 1.4;
/// Variance, in days of the whole variance, that is added to the variance within the groups: a few days that happen to
/// agree prove little.
const EXTRA_VARIANCE: f64 = 0.5;
/// The most that a logarithm of odds may be, so that its exponential stays finite.
const MAX_LOG_ODDS: f64 = 300.0;

/// The probabilities of seven simple models, "this weekday differs from the others", and of "no weekday differs".
#[derive(Clone, Debug)]
pub(super) struct WeekdayRhythm {
    models: Vec<WeekdayModel>,
    /// The variance of a day's amount around the mean of its group, averaged over the models.
    pub(super) variance: f64,
}

/// The model in which a weekday differs from the others.
#[derive(Clone, Copy, Debug)]
struct WeekdayModel {
    weekday: Weekday,
    probability: f64,
}

impl WeekdayRhythm {
    /// Compares the models by Schwarz's criterion (BIC), corrected for few days.
    pub(super) fn from_past(past: &PastDays, calendar: &Calendar) -> Self {
        let mut odds_sum = 1.0;
        let mut variance_sum = past.daily_variance();
        let mut models = Vec::new();
        for weekday in Weekday::Monday.cycle_forward().take(7) {
            let Some(within) = variance_within_groups(past, weekday) else { continue };
            let odds = model_odds(past, within, calendar.ends_working_week(weekday));
            let freedom = (past.effective_count - 2.0).max(1.0);
            odds_sum += odds;
            variance_sum += odds * within * past.effective_count / freedom;
            models.push(WeekdayModel { weekday, probability: odds });
        }
        for model in &mut models {
            model.probability /= odds_sum;
        }
        Self { models, variance: variance_sum / odds_sum }
    }

    /// Returns the probability that some weekday differs.
    pub(super) fn rhythm_probability(&self) -> f64 {
        self.models.iter().map(|model| model.probability).sum()
    }

    /// Returns the weights of the past days with which a block may begin on a weekday. Without a rhythm, days count by
    /// age. In the model of a weekday, only days of the same group count; if several days are drawn in a row, only days on
    /// the same weekday, so that the whole block keeps the rhythm.
    pub(super) fn weights_for(&self, weekday: Weekday, past: &PastDays) -> Vec<f64> {
        let is_alike = |day: Weekday, special: Weekday| {
            if past.block_length() > 1 { day == weekday } else { (day == special) == (weekday == special) }
        };
        let without_rhythm = 1.0 - self.rhythm_probability();
        let mut weights: Vec<f64> = past.days.iter().map(|day| day.weight * without_rhythm).collect();
        for model in &self.models {
            let alike = past
                .days
                .iter()
                .map(|day| if is_alike(day.weekday, model.weekday) { day.weight } else { 0.0 });
            let alike: Vec<f64> = alike.collect();
            let sum: f64 = alike.iter().sum();
            for ((weight, alike), day) in weights.iter_mut().zip(alike).zip(&past.days) {
                // A weekday that the past days lack has no rhythm.
                *weight += model.probability * if sum > 0.0 { alike / sum } else { day.weight };
            }
        }
        weights
    }
}

/// Returns the variance within the group of a weekday and that of the others, or `None` if one group is empty.
fn variance_within_groups(past: &PastDays, weekday: Weekday) -> Option<f64> {
    let (mut weights, mut sums) = ([0.0; 2], [0.0; 2]);
    let group = |of: Weekday| usize::from(of == weekday);
    for day in &past.days {
        *weights.get_mut(group(day.weekday))? += day.weight;
        *sums.get_mut(group(day.weekday))? += day.weight * day.amount as f64;
    }
    let [others, own] = weights;
    if own <= 0.0 || past.days.iter().all(|day| day.weekday == weekday) {
        return None;
    }
    let means = [sums.first()? / others, sums.last()? / own];
    let mut within = 0.0;
    for day in &past.days {
        within += day.weight * squared(day.amount as f64 - means.get(group(day.weekday))?);
    }
    Some(within)
}

/// Returns the odds for the model of two groups against the model of one.
fn model_odds(past: &PastDays, within: f64, ends_week: bool) -> f64 {
    let count = past.effective_count;
    if past.spread <= 0.0 {
        return 0.0;
    }
    let unexplained = (within / past.spread * count + EXTRA_VARIANCE) / (count + EXTRA_VARIANCE);
    let penalty = libm::log(count) * (count - 1.0) / (count - 2.0).max(0.5);
    let against = LOG_ODDS_AGAINST + if ends_week { 0.0 } else { LOG_ODDS_AGAINST_MIDWEEK };
    let log_odds = (-count * libm::log(unexplained) - penalty) / 2.0 - against;
    libm::exp(log_odds.min(MAX_LOG_ODDS))
}
