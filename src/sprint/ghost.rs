//! What is normal for the team: past sprints' remaining work behind this one's.

use jiff::Timestamp;

use super::{Past, Sprint};

/// Fewer past sprints than this have no percentiles worth the name.
const LEAST_SPRINTS: usize = 3;

/// The band between the 10th and the 90th percentile of past sprints' remaining work, as shares of what they had
/// committed, over shares of their working time; laid on this sprint's calendar and committed work.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// Past sprints it is made of.
    pub sprints: usize,
    /// At the start, each day border and the planned end.
    pub points: Vec<GhostPoint>,
}

/// The band at an instant, in the sprint's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GhostPoint {
    /// The instant.
    pub at: Timestamp,
    /// 10th percentile of remaining work.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// 90th percentile.
    pub high: f64,
}

impl Ghost {
    /// The band behind a sprint; `None` with fewer than three past sprints of the same unit whose days are known.
    pub fn of(sprint: &Sprint) -> Option<Self> {
        let usable = |past: &&Past| past.unit == sprint.unit && past.curve.len() > 1;
        let curves: Vec<&[(f64, f64)]> =
            sprint.past.iter().filter(usable).map(|past| past.curve.as_slice()).collect();
        let committed = sprint.committed().to_f64();
        let line = sprint.ideal_line();
        if curves.len() < LEAST_SPRINTS || committed <= 0.0 || line.is_empty() {
            return None;
        }
        let point = |(at, ideal): (Timestamp, f64)| {
            // The ideal line is the share of the working time that is left.
            let share = 1.0 - ideal / committed;
            let mut left: Vec<f64> = curves.iter().map(|curve| at_share(curve, share) * committed).collect();
            left.sort_by(f64::total_cmp);
            let [low, median, high] = [0.1, 0.5, 0.9].map(|part| percentile(&left, part));
            GhostPoint { at, low, median, high }
        };
        Some(Self { sprints: curves.len(), points: line.into_iter().map(point).collect() })
    }
}

/// A curve's value, straight between its points, and level after the last.
fn at_share(curve: &[(f64, f64)], share: f64) -> f64 {
    let next = curve.partition_point(|(at, _)| *at < share);
    let point = |index: usize| curve.get(index).copied();
    match (next.checked_sub(1).and_then(point), point(next)) {
        (Some((a, from)), Some((b, to))) if b > a => from + (to - from) * (share - a) / (b - a),
        (_, Some((_, value))) | (Some((_, value)), None) => value,
        (None, None) => 0.0,
    }
}

/// Straight between the two nearest of the sorted values (type 7 of Hyndman and Fan, numpy's default).
fn percentile(sorted: &[f64], part: f64) -> f64 {
    let place = part * sorted.len().saturating_sub(1) as f64;
    let below = libm::floor(place);
    let value = |index: f64| sorted.get(index as usize).copied();
    match (value(below), value(below + 1.0)) {
        (Some(a), Some(b)) => a + (b - a) * (place - below),
        (Some(a), None) => a,
        _ => 0.0,
    }
}
