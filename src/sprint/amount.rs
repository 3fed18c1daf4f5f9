//! Exact quantities of work.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A quantity of work in the sprint's unit. It is stored as whole millionths, so that sums and the identity of
/// the ledger are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// Zero.
    pub const ZERO: Self = Self(0);

    const PER_UNIT: f64 = 1_000_000.0;

    /// Returns the nearest amount to a number of units, or `None` if the number is not finite or its absolute
    /// value exceeds [`MAX_AMOUNT`](crate::limits::MAX_AMOUNT).
    pub fn from_f64(units: f64) -> Option<Self> {
        (units.abs() <= crate::limits::MAX_AMOUNT).then(|| Self((units * Self::PER_UNIT).round() as i64))
    }

    /// Returns the nearest amount to a number that was computed from amounts. Numbers that are too large
    /// saturate, NaN becomes zero.
    pub fn from_f64_saturating(units: f64) -> Self {
        Self((units * Self::PER_UNIT).round() as i64)
    }

    /// Returns the amount of a whole number of units.
    pub const fn from_units(units: i32) -> Self {
        Self(units as i64 * 1_000_000)
    }

    /// Returns the number of units.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::PER_UNIT
    }

    /// Returns the number of whole millionths of a unit.
    pub(super) const fn millionths(self) -> i64 {
        self.0
    }

    /// Returns true if the amount is zero.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Returns true if the amount is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Amount {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Amount {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}
