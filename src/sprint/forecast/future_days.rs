//! The working days after an instant.

use jiff::{Span, Timestamp};

use crate::limits::MAX_FORECAST_DAYS;
use crate::sprint::{Calendar, Day};

/// The least share of a day that counts; the tolerance absorbs rounding errors.
const MIN_SHARE: f64 = 1e-6;

/// A future working day.
#[derive(Clone, Copy, Debug)]
pub(super) struct FutureDay {
    /// The day.
    pub(super) day: Day,
    /// The share of the day that is after the start: one, but for the first day.
    pub(super) share: f64,
}

impl FutureDay {
    /// Returns the share of the part after `from` that is over at `end`.
    pub(super) fn share_until(&self, from: Timestamp, end: Timestamp) -> f64 {
        (self.day.share_between(from, end) / self.share).min(1.0)
    }
}

/// Returns the first [`MAX_FORECAST_DAYS`] working days after an instant, the rest of its own day included. Each week has
/// at least one working day; days off in a row are fewer than [`MAX_FORECAST_DAYS`].
pub(super) fn future_days(calendar: &Calendar, from: Timestamp) -> impl Iterator<Item = FutureDay> + '_ {
    let next = |day: &Day| {
        let next = calendar.day_of(day.date.saturating_add(Span::new().days(1)));
        (next.date != day.date).then_some(next)
    };
    std::iter::successors(Some(calendar.day_at(from)), next)
        .take(8 * MAX_FORECAST_DAYS)
        .filter(|day| day.is_working_day)
        .map(move |day| FutureDay { day, share: day.share_between(from, day.to) })
        .filter(|future| future.share > MIN_SHARE)
        .take(MAX_FORECAST_DAYS)
}
