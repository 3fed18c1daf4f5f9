//! The band of the remaining work of past sprints, drawn behind this sprint's line.

use jiff::Timestamp;

use super::{PastSprint, Sprint};

/// The smallest number of past sprints that gives meaningful percentiles.
const MIN_PAST_SPRINTS: usize = 3;

/// The band between the 10th and the 90th percentile of the remaining work of past sprints. Their remaining work is
/// taken as a share of their committed work over the share of their working time, and is scaled to the committed work
/// and the calendar of this sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoricalBand {
    /// The number of past sprints.
    pub sprint_count: usize,
    /// The points of the band: at the start, at each day border and at the planned end.
    pub points: Vec<BandPoint>,
}

/// The percentiles at an instant, in the sprint's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPoint {
    /// The instant.
    pub at: Timestamp,
    /// 10th percentile of the remaining work.
    pub low: f64,
    /// Median of the remaining work.
    pub median: f64,
    /// 90th percentile of the remaining work.
    pub high: f64,
}

impl HistoricalBand {
    /// Returns the band for a sprint, or `None` for fewer than three past sprints with the same unit and known days.
    pub fn from_sprint(sprint: &Sprint) -> Option<Self> {
        let has_curve = |past: &&PastSprint| past.unit == sprint.unit && past.remaining_curve.len() > 1;
        let curves: Vec<&[(f64, f64)]> = sprint
            .past_sprints
            .iter()
            .filter(has_curve)
            .map(|past| past.remaining_curve.as_slice())
            .collect();
        let committed = sprint.committed().to_f64();
        let line = sprint.ideal_line();
        if curves.len() < MIN_PAST_SPRINTS || committed <= 0.0 || line.is_empty() {
            return None;
        }
        let point = |(at, ideal): (Timestamp, f64)| {
            // The ideal line falls in proportion to the elapsed working time.
            let share = 1.0 - ideal / committed;
            let remaining = |curve: &&[(f64, f64)]| value_at_share(curve, share) * committed;
            let mut values: Vec<f64> = curves.iter().map(remaining).collect();
            values.sort_by(f64::total_cmp);
            let [low, median, high] = [0.1, 0.5, 0.9].map(|part| interpolated_percentile(&values, part));
            BandPoint { at, low, median, high }
        };
        Some(Self { sprint_count: curves.len(), points: line.into_iter().map(point).collect() })
    }
}

/// Returns the value of a curve, linear between its points and constant after the last one.
fn value_at_share(curve: &[(f64, f64)], share: f64) -> f64 {
    let next = curve.partition_point(|(at, _)| *at < share);
    let point = |index: usize| curve.get(index).copied();
    match (next.checked_sub(1).and_then(point), point(next)) {
        (Some((a, from)), Some((b, to))) if b > a => from + (to - from) * (share - a) / (b - a),
        (_, Some((_, value))) | (Some((_, value)), None) => value,
        (None, None) => 0.0,
    }
}

/// Returns a percentile of sorted values, linear between the two nearest (type 7 of Hyndman and Fan, the default of
/// NumPy). `part` is 0 to 1.
fn interpolated_percentile(sorted: &[f64], part: f64) -> f64 {
    let position = part * sorted.len().saturating_sub(1) as f64;
    let below = libm::floor(position);
    let value = |index: f64| sorted.get(index as usize).copied();
    match (value(below), value(below + 1.0)) {
        (Some(a), Some(b)) => a + (b - a) * (position - below),
        (Some(a), None) => a,
        _ => 0.0,
    }
}
