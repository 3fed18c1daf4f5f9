//! The distribution of the work that is done by the end of each future day.

use jiff::civil::Weekday;

use super::amount_grid::{AmountGrid, Distribution};
use super::pace::Pace;
use super::past_days::PastDays;
use super::weekday_rhythm::WeekdayRhythm;

/// The grid covers at most this many times the remaining work: a team that is slower than the past pace by a larger
/// factor is not expected to complete.
const MAX_REACH: f64 = 8.0;
/// The largest step of the grid as a share of the mean of the days that made progress.
const COARSEST_STEP: f64 = 0.25;
/// The grid reaches above that by this many of the days that raised the remaining work most: its last cell has all larger amounts,
/// which such days must not bring back below the remaining work.
const HEADROOM_DAYS: f64 = 8.0;
/// A rest of a day that is longer counts as a whole day.
const WHOLE_DAY: f64 = 1.0 - 1e-6;

/// The progress after a number of future days, under the past pace.
///
/// Days are drawn in blocks: a past day with a probability that depends on the weekday, then the days that followed it.
/// At each block, with a small probability the days are assumed ones instead, with exponentially distributed amounts.
#[derive(Clone, Debug)]
pub(super) struct Progress<'a> {
    past: &'a PastDays,
    rhythm: &'a WeekdayRhythm,
    pace: &'a Pace,
    grid: AmountGrid,
    /// Millionths of remaining work.
    remaining: f64,
    /// The work that is done by the end of the last whole block.
    block_start: Distribution,
    /// The same plus that of assumed days in the block that has begun.
    assumed: Distribution,
    /// The work that is done by the end of the last day.
    done: Distribution,
    /// For each past day, the days that have been drawn from it in the block that has begun.
    draws: Vec<Draw>,
    /// Number of days in the block that has begun.
    days_in_block: usize,
}

/// The days that are drawn when a block begins with a past day.
#[derive(Clone, Copy, Debug)]
struct Draw {
    probability: f64,
    /// Sum of the amounts, in millionths.
    amount: i64,
    /// Index of the past day that comes next.
    next: usize,
}

impl<'a> Progress<'a> {
    /// Returns the progress before the first day.
    pub(super) fn new(past: &'a PastDays, rhythm: &'a WeekdayRhythm, pace: &'a Pace, remaining: i64) -> Self {
        let remaining = remaining as f64;
        let amounts: Vec<i64> = past.days.iter().map(|day| day.amount).collect();
        let reach = pace.largest_multiple(MAX_REACH).max(1.0);
        let lowest = amounts.iter().copied().min().unwrap_or(0).min(0) as f64;
        let largest = remaining * reach - lowest * HEADROOM_DAYS;
        let grid = AmountGrid::new(&amounts, largest, past.positive_mean * COARSEST_STEP);
        let zero = grid.nothing_done();
        Self {
            past,
            rhythm,
            pace,
            grid,
            remaining,
            assumed: zero.clone(),
            done: zero.clone(),
            block_start: zero,
            draws: Vec::new(),
            days_in_block: 0,
        }
    }

    /// Adds a day, or the last `share` of it.
    pub(super) fn add(&mut self, weekday: Weekday, share: f64) {
        self.add_day(weekday);
        if share < WHOLE_DAY {
            self.keep_share(share);
        }
        if self.days_in_block == self.past.block_length() || share < WHOLE_DAY {
            self.end_block();
        }
    }

    /// Replaces the last day by a share of it: with this probability it brings as much as the whole day, else nothing.
    fn keep_share(&mut self, share: f64) {
        let mut mixed = self.grid.empty_distribution();
        mixed.add(&self.block_start, 1.0 - share);
        mixed.add(&self.done, share);
        self.done = mixed;
    }

    /// Adds a whole day.
    fn add_day(&mut self, weekday: Weekday) {
        let weights = self.rhythm.weights_for(weekday, self.past);
        if self.days_in_block == 0 {
            let begin = |(next, probability): (usize, f64)| Draw { probability, amount: 0, next };
            self.draws = weights.iter().copied().enumerate().map(begin).collect();
        }
        let mean = self.expected_positive_amount(&weights) * self.pace.prior_share;
        let first_again = self.past.days.iter().position(|day| day.weekday == weekday).unwrap_or(0);
        for draw in &mut self.draws {
            // After the last past day, the block goes on with the first one on the same weekday.
            let next = if draw.next < self.past.days.len() { draw.next } else { first_again };
            draw.amount = draw.amount.saturating_add(self.past.days.get(next).map_or(0, |day| day.amount));
            draw.next = next + 1;
        }
        self.days_in_block += 1;
        self.assumed.convolve_exponential(mean);
        let mut done = self.grid.empty_distribution();
        done.add(&self.assumed, self.pace.prior_probability);
        let drawn = self.draws.iter().map(|draw| (draw.amount, draw.probability));
        for increment in self.grid.increments_of(drawn) {
            done.add_moved(&self.block_start, increment, 1.0 - self.pace.prior_probability);
        }
        self.done = done;
    }

    /// Ends a block: the next day begins another one.
    fn end_block(&mut self) {
        self.block_start.clone_from(&self.done);
        self.assumed.clone_from(&self.done);
        self.days_in_block = 0;
    }

    /// Returns the probability that nothing remains, over all factors of the pace.
    pub(super) fn completion_probability(&self) -> f64 {
        let tails = self.done.tail_probabilities();
        let with_factor = |factor: f64| tails.probability_of_at_least(self.remaining / factor);
        self.pace.factors.iter().map(|pace| pace.probability * with_factor(pace.factor)).sum()
    }

    /// Returns the sum of all probabilities.
    #[cfg(test)]
    pub(super) fn total_probability(&self) -> f64 {
        self.done.total_probability()
    }

    /// Returns the mean amount of a day with these weights, days that raised the remaining work as zero.
    fn expected_positive_amount(&self, weights: &[f64]) -> f64 {
        self.past.days.iter().zip(weights).map(|(day, weight)| weight * day.amount.max(0) as f64).sum()
    }
}
