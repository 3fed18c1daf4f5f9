//! The probability that nothing remains at the end of each future working day, and the dates of percentages.

use jiff::Timestamp;

use super::future_days::{FutureDay, future_days};
use super::outcome::CompletionDate;
use super::pace::Pace;
use super::past_days::PastDays;
use super::progress::Progress;
use super::weekday_rhythm::WeekdayRhythm;
use crate::sprint::{Amount, Calendar};

/// The percentages of the dates: an even chance, a commitment, near certainty.
const PERCENTS: [u8; 3] = [50, 85, 95];
/// The most that the risk of a date may be, as a multiple of the risk that its percentage leaves.
const MAX_RISK: f64 = 1.5;
/// The last percentage as a probability.
const LAST_PROBABILITY: f64 = 0.95;

/// The probabilities of completion over the future working days.
#[derive(Clone, Debug, Default)]
pub(super) struct Completion {
    days: Vec<CompletionDay>,
    /// The probability that nothing remains at the planned end.
    pub(super) probability_by_end: f64,
}

/// The end of a future working day.
#[derive(Clone, Copy, Debug)]
pub(super) struct CompletionDay {
    at: Timestamp,
    /// Working days from the start of the forecast.
    working_days: f64,
    /// The probability that nothing remains then, or at the end of a day before.
    pub(super) probability: f64,
}

impl Completion {
    /// Computes the probabilities from the past days, until the last percentage is reached and the planned end is over.
    pub(super) fn from_past(past: &PastDays, remaining: Amount, calendar: &Calendar, span: Span) -> Self {
        let rhythm = WeekdayRhythm::from_past(past, calendar);
        let Some(pace) = Pace::from_past(past, &rhythm) else { return Self::default() };
        let mut progress = Progress::new(past, &rhythm, &pace, remaining.millionths());
        let mut completion = Self::default();
        for future in future_days(calendar, span.from) {
            progress.add(future.day.date.weekday(), future.share);
            let before = completion.last_probability();
            completion.add_day(future, progress.completion_probability(), span);
            // The day before is nearer to the last percentage than this one and all later ones.
            let is_decided = before + completion.last_probability() >= 2.0 * LAST_PROBABILITY;
            if is_decided && future.day.to >= span.end {
                break;
            }
        }
        completion
    }

    /// Returns the dates of all percentages.
    pub(super) fn completion_dates(&self) -> Vec<CompletionDate> {
        PERCENTS.map(|percent| self.date_for_percent(percent)).to_vec()
    }

    /// Returns the day whose probability is the nearest to a percentage, among those that leave at most [`MAX_RISK`] times
    /// its risk; no day if the probability of the last day is below the percentage.
    fn date_for_percent(&self, percent: u8) -> CompletionDate {
        let wanted = f64::from(percent) / 100.0;
        let least = 1.0 - MAX_RISK * (1.0 - wanted);
        let is_reached = self.last_probability() >= wanted;
        let next = self.days.iter().skip(1).map(Some).chain([None]);
        let is_nearest = |(day, next): &(&CompletionDay, Option<&CompletionDay>)| {
            let is_later_farther = next.is_none_or(|next| day.probability + next.probability >= 2.0 * wanted);
            is_later_farther && day.probability >= least
        };
        let nearest = self.days.iter().zip(next).find(is_nearest).filter(|_| is_reached).map(|(day, _)| day);
        CompletionDate {
            percent: Some(percent),
            probability: nearest.map(|day| day.probability),
            working_days: nearest.map(|day| day.working_days),
            at: nearest.map(|day| day.at),
        }
    }

    fn last_probability(&self) -> f64 {
        self.days.last().map_or(0.0, |day| day.probability)
    }

    /// Adds the next day. Within a day, the probability grows evenly.
    fn add_day(&mut self, future: FutureDay, probability: f64, span: Span) {
        let before = self.last_probability();
        let probability = probability.clamp(before, 1.0);
        self.probability_by_end += (probability - before) * future.share_until(span.from, span.end);
        let worked = self.days.last().map_or(0.0, |day| day.working_days);
        self.days.push(CompletionDay { at: future.day.to, working_days: worked + future.share, probability });
    }
}

/// The start of a forecast and the planned end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) from: Timestamp,
    pub(super) end: Timestamp,
}
