//! Moves overlapping intervals along a line apart.

/// A range of pixels along the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    pub(super) middle: f64,
    pub(super) length: f64,
}

/// Moves the intervals as little as one sweep in each direction allows, so that they stay between `low` and
/// `high` and those for which `clash` is true do not overlap. If there is not enough space for all, they
/// overlap but stay in the range.
pub(super) fn dodge_intervals(
    intervals: &mut [Interval],
    low: f64,
    high: f64,
    clash: impl Fn(usize, usize) -> bool,
) {
    let mut order: Vec<usize> = (0..intervals.len()).collect();
    // Of two intervals at one position the later one stays, since it is painted in front.
    order.sort_by(|a, b| {
        interval_middle(intervals, *a).total_cmp(&interval_middle(intervals, *b)).then(b.cmp(a))
    });
    push_apart(intervals, &order, &clash, low, 1.0);
    order.reverse();
    push_apart(intervals, &order, &clash, high, -1.0);
}

/// Moves each interval past the earlier ones in `order`, in the direction of `sign`, starting at `edge`.
fn push_apart(
    intervals: &mut [Interval],
    order: &[usize],
    clash: &impl Fn(usize, usize) -> bool,
    edge: f64,
    sign: f64,
) {
    for (k, &index) in order.iter().enumerate() {
        let Some(&Interval { middle, length }) = intervals.get(index) else { continue };
        let mut limit = edge + sign * length / 2.0;
        for &earlier in order.iter().take(k).filter(|earlier| clash(index, **earlier)) {
            if let Some(other) = intervals.get(earlier) {
                let past = other.middle + sign * (length + other.length) / 2.0;
                limit = if sign > 0.0 { limit.max(past) } else { limit.min(past) };
            }
        }
        let moved = if sign > 0.0 { middle.max(limit) } else { middle.min(limit) };
        if let Some(interval) = intervals.get_mut(index) {
            interval.middle = moved;
        }
    }
}

fn interval_middle(intervals: &[Interval], index: usize) -> f64 {
    intervals.get(index).map_or(0.0, |interval| interval.middle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dodged_intervals_do_not_overlap(middles in prop::collection::vec(-50.0..450.0f64, 1..8)) {
            let mut intervals: Vec<_> = middles.iter().map(|middle| Interval { middle: *middle, length: 30.0 }).collect();
            dodge_intervals(&mut intervals, 0.0, 400.0, |_, _| true);
            let mut sorted = intervals.clone();
            sorted.sort_by(|a, b| a.middle.total_cmp(&b.middle));
            for pair in sorted.windows(2) {
                prop_assert!(pair[1].middle - pair[0].middle >= 30.0 - 1e-9, "{intervals:?}");
            }
            prop_assert!(sorted[0].middle >= 15.0 - 1e-9 && sorted[sorted.len() - 1].middle <= 385.0 + 1e-9);
        }
    }
}
