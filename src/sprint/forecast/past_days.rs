//! The past working days that a forecast is based on, with their weights and moments.

use jiff::civil::Weekday;

use crate::sprint::Throughput;

/// A day counts half as much as one that is this many working days younger: a month.
const HALF_LIFE: f64 = 20.0;
/// Days in a row that are drawn together: one for every six past days, at most a week.
const DAYS_PER_BLOCK_DAY: usize = 6;
const MAX_BLOCK: usize = 5;
/// Weight, in blocks, of the assumption that days are independent against the variance of the blocks.
const INDEPENDENCE_WEIGHT: f64 = 4.0;
/// Smallest factor that corrects the variance of overlapping blocks for the days that they share.
const MIN_BLOCK_FREEDOM: f64 = 0.3;

/// A past working day.
#[derive(Clone, Copy, Debug)]
pub(super) struct PastDay {
    /// Millionths by which the day reduced the remaining work.
    pub(super) amount: i64,
    /// The day of the week.
    pub(super) weekday: Weekday,
    /// The weight by age; all weights add up to one.
    pub(super) weight: f64,
}

/// The past working days in chronological order, and the weighted moments of their amounts in millionths.
#[derive(Clone, Debug)]
pub(super) struct PastDays {
    /// The days.
    pub(super) days: Vec<PastDay>,
    /// Kish's effective number of days: the number of days of equal weight with the same information.
    pub(super) effective_count: f64,
    /// The mean amount.
    pub(super) mean: f64,
    /// The mean amount if days that raised the remaining work count as zero.
    pub(super) positive_mean: f64,
    /// The variance of the amounts around their mean, without correction for the degree of freedom.
    pub(super) spread: f64,
}

impl PastDays {
    /// Returns the days of a chronological list. With `growth`, a day's amount is its completed work minus its added scope.
    pub(super) fn from_throughput(past: &[Throughput], growth: bool) -> Self {
        let raw = |index: usize| libm::exp2(-((past.len() - 1 - index) as f64) / HALF_LIFE);
        let total: f64 = (0..past.len()).map(raw).sum();
        let squares: f64 = (0..past.len()).map(|index| raw(index) * raw(index)).sum();
        let day = |(index, day): (usize, &Throughput)| PastDay {
            amount: day.net_progress(growth).millionths(),
            weekday: day.date.weekday(),
            weight: raw(index) / total,
        };
        let days: Vec<PastDay> = past.iter().enumerate().map(day).collect();
        let mean: f64 = days.iter().map(|day| day.weight * day.amount as f64).sum();
        let positive_mean = days.iter().map(|day| day.weight * day.amount.max(0) as f64).sum();
        let spread = days.iter().map(|day| day.weight * squared(day.amount as f64 - mean)).sum();
        Self { days, effective_count: total * total / squares, mean, positive_mean, spread }
    }

    /// Returns the variance of a day's amount.
    pub(super) fn daily_variance(&self) -> f64 {
        self.spread * self.effective_count / (self.effective_count - 1.0)
    }

    /// Returns the number of days in a row that are drawn together.
    pub(super) fn block_length(&self) -> usize {
        ((self.days.len() + DAYS_PER_BLOCK_DAY / 2) / DAYS_PER_BLOCK_DAY).clamp(1, MAX_BLOCK)
    }

    /// Returns the variance of the sum of many days, per day: that of the sums over all blocks of days in a row, shrunk
    /// towards the variance of independent days. Work that is closed in bulk has a smaller one, work that goes fast and
    /// slow by turns a larger one.
    pub(super) fn long_run_variance(&self) -> f64 {
        let length = self.block_length();
        if length == 1 {
            return self.daily_variance();
        }
        let (mut sum, mut weights) = (0.0, 0.0);
        for block in self.days.windows(length) {
            let weight = block.first().map_or(0.0, |day| day.weight);
            let amount: f64 = block.iter().map(|day| day.amount as f64).sum();
            sum += weight * squared(amount - length as f64 * self.mean);
            weights += weight;
        }
        let blocks = self.effective_count / length as f64;
        let freedom = (1.0 - 1.0 / blocks).max(MIN_BLOCK_FREEDOM);
        let of_blocks = sum / (weights * length as f64 * freedom);
        (INDEPENDENCE_WEIGHT * self.daily_variance() + blocks * of_blocks) / (INDEPENDENCE_WEIGHT + blocks)
    }
}

pub(super) fn squared(number: f64) -> f64 {
    number * number
}
