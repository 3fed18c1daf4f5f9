//! Probabilities of amounts of work on a grid, and their convolution.

use crate::limits::MAX_FORECAST_CELLS;

/// A grid of amounts: the multiples of a step from `−below` to `cells`. If all amounts are multiples of the step, sums
/// are exact; else an amount between two cells is shared by them, which keeps its mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct AmountGrid {
    /// Millionths of a cell.
    step: f64,
    /// Number of cells above zero; the last one also has all larger amounts.
    cells: usize,
    /// Number of cells below zero; the lowest one also has all smaller amounts.
    below: usize,
    /// True if all amounts are multiples of the step.
    is_exact: bool,
}

/// The probability of each cell of a grid. The sum is one.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    grid: AmountGrid,
    probabilities: Vec<f64>,
}

/// For each cell of a grid, the probability of its amount or more.
#[derive(Clone, Debug)]
pub(super) struct Tails {
    grid: AmountGrid,
    probabilities: Vec<f64>,
}

/// A probability of an amount in cells; the amount may lie outside the grid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Increment {
    cells: isize,
    probability: f64,
}

impl AmountGrid {
    /// Returns a grid for sums of these amounts up to `largest` millionths. The step is a divisor of all amounts and at
    /// most `coarsest`; if that needs more than [`MAX_FORECAST_CELLS`] cells, it is the smallest step that does not.
    pub(super) fn new(amounts: &[i64], largest: f64, coarsest: f64) -> Self {
        let divisor =
            amounts.iter().fold(0, |divisor, amount| greatest_common_divisor(divisor, *amount)) as f64;
        let fine = divisor / libm::ceil(divisor / coarsest).max(1.0);
        let step = fine.max(largest / MAX_FORECAST_CELLS as f64).max(1.0);
        let cells = (libm::ceil(largest / step) as usize).clamp(1, MAX_FORECAST_CELLS);
        let below = if amounts.iter().any(|amount| *amount < 0) { cells.div_ceil(2) } else { 0 };
        Self { step, cells, below, is_exact: fine >= step }
    }

    /// Returns the distribution in which nothing has been done.
    pub(super) fn nothing_done(self) -> Distribution {
        let mut zero = self.empty_distribution();
        if let Some(cell) = zero.probabilities.get_mut(self.below) {
            *cell = 1.0;
        }
        zero
    }

    /// Returns a distribution without any probability, to add some to.
    pub(super) fn empty_distribution(self) -> Distribution {
        Distribution { grid: self, probabilities: vec![0.0; self.below + self.cells + 1] }
    }

    /// Returns the amounts with their probabilities in cells, each cell once, in ascending order.
    pub(super) fn increments_of(self, amounts: impl Iterator<Item = (i64, f64)>) -> Vec<Increment> {
        let mut increments: Vec<Increment> = Vec::new();
        for (amount, probability) in amounts {
            let position = amount as f64 / self.step;
            let lower = libm::floor(position + 1e-9);
            let upper_share = (position - lower).clamp(0.0, 1.0);
            let cells = lower as isize;
            increments.push(Increment { cells, probability: probability * (1.0 - upper_share) });
            if upper_share > 1e-9 {
                increments.push(Increment { cells: cells + 1, probability: probability * upper_share });
            }
        }
        increments.sort_by_key(|increment| increment.cells);
        increments.dedup_by(|next, kept| {
            let is_same = next.cells == kept.cells;
            kept.probability += if is_same { next.probability } else { 0.0 };
            is_same
        });
        increments
    }
}

impl Distribution {
    /// Adds a share of another distribution, moved by an increment. Amounts beyond the grid go to its outermost cells.
    pub(super) fn add_moved(&mut self, other: &Self, increment: Increment, share: f64) {
        let weight = increment.probability * share;
        let length = self.probabilities.len();
        let distance = increment.cells.unsigned_abs().min(length);
        let staying = length - distance;
        let (source, target, beyond) = if increment.cells >= 0 {
            let source = other.probabilities.get(..staying);
            (source, self.probabilities.get_mut(distance..), other.probabilities.get(staying..))
        } else {
            let source = other.probabilities.get(distance..);
            (source, self.probabilities.get_mut(..staying), other.probabilities.get(..distance))
        };
        for (to, from) in target.into_iter().flatten().zip(source.into_iter().flatten()) {
            *to += weight * from;
        }
        let lost: f64 = beyond.into_iter().flatten().sum();
        let end =
            if increment.cells >= 0 { self.probabilities.last_mut() } else { self.probabilities.first_mut() };
        if let Some(end) = end {
            *end += weight * lost;
        }
    }

    /// Adds a share of another distribution.
    pub(super) fn add(&mut self, other: &Self, share: f64) {
        for (to, from) in self.probabilities.iter_mut().zip(&other.probabilities) {
            *to += share * from;
        }
    }

    /// Adds an independent amount to the sum: a geometric number of cells with a mean in millionths, which is the
    /// exponential distribution on this grid.
    pub(super) fn convolve_exponential(&mut self, mean: f64) {
        let cells = mean / self.grid.step;
        let (stop, go_on) = (1.0 / (1.0 + cells), cells / (1.0 + cells));
        let mut carried = 0.0;
        for cell in &mut self.probabilities {
            carried = stop * *cell + go_on * carried;
            *cell = carried;
        }
        if let Some(last) = self.probabilities.last_mut() {
            *last += carried * cells;
        }
    }

    /// Returns the sum of all probabilities.
    #[cfg(test)]
    pub(super) fn total_probability(&self) -> f64 {
        self.probabilities.iter().sum()
    }

    /// Returns the probabilities of at least each cell's amount.
    pub(super) fn tail_probabilities(&self) -> Tails {
        let mut below = 0.0;
        let tail = |probability: &f64| {
            let tail = 1.0 - below;
            below += probability;
            tail
        };
        Tails { grid: self.grid, probabilities: self.probabilities.iter().map(tail).collect() }
    }
}

impl Tails {
    /// Returns the probability of at least an amount in millionths, zero beyond the grid. If the grid shares amounts
    /// between cells, it is linear between them.
    pub(super) fn probability_of_at_least(&self, amount: f64) -> f64 {
        let position = amount / self.grid.step + self.grid.below as f64;
        let cell = libm::ceil(position - 1e-9).max(0.0);
        let tail = |cell: f64| self.probabilities.get(cell as usize).copied().unwrap_or(0.0);
        let from = tail(cell);
        if self.grid.is_exact || from <= 0.0 {
            return from;
        }
        from + (tail((cell - 1.0).max(0.0)) - from) * (cell - position).max(0.0)
    }
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.saturating_abs(), b.saturating_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
