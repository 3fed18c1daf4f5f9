//! Automatic skipping of ticks so that their labels have room (Chart.js 4.6.1, `autoSkip`).

use std::ops::Range;

use super::js_math::js_round;
use super::tick::Tick;

/// Number of ticks that fit, and the preference for major ticks.
#[derive(Clone, Copy, Debug)]
pub struct SkipRule {
    pub limit: f64,
    pub majors_first: bool,
    /// True if the gaps between ticks are counted instead of the ticks (Chart.js 2).
    pub counts_gaps: bool,
}

/// Returns the ticks that remain visible.
pub fn auto_skip_ticks(ticks: &[Tick], rule: SkipRule) -> Vec<Tick> {
    let majors: Vec<usize> = if rule.majors_first {
        ticks.iter().enumerate().filter(|(_, tick)| tick.major).map(|(index, _)| index).collect()
    } else {
        Vec::new()
    };
    let count = majors.len() as f64;
    if count > rule.limit {
        let step = (count / rule.limit).ceil().max(1.0) as usize;
        return majors.iter().step_by(step).filter_map(|index| ticks.get(*index).cloned()).collect();
    }
    let spaces = if rule.counts_gaps { ticks.len().saturating_sub(1) } else { ticks.len() };
    let spacing = tick_stride(&majors, spaces, rule.limit);
    let mut kept = Vec::new();
    let (Some(first), Some(last)) = (majors.first().copied(), majors.last().copied()) else {
        keep_every_nth(ticks, &mut kept, spacing, None);
        return kept;
    };
    let (first, last) = (first as f64, last as f64);
    let average = (majors.len() > 1).then(|| js_round((last - first) / (count - 1.0)));
    let start = average.map_or(0.0, |average| first - average);
    keep_every_nth(ticks, &mut kept, spacing, Some(start..first));
    for pair in majors.windows(2) {
        if let [from, to] = pair {
            keep_every_nth(ticks, &mut kept, spacing, Some(*from as f64..*to as f64));
        }
    }
    let end = average.map_or(ticks.len() as f64, |average| last + average);
    keep_every_nth(ticks, &mut kept, spacing, Some(last..end));
    kept
}

fn tick_stride(majors: &[usize], count: usize, limit: f64) -> f64 {
    let spacing = count as f64 / limit;
    let factor = even_spacing(majors).and_then(|even| {
        let factors = divisors_below(even);
        factors.iter().take(factors.len().saturating_sub(1)).copied().find(|factor| *factor > spacing)
    });
    factor.unwrap_or(spacing.max(1.0))
}

/// Returns the common distance of the indices if the first index has the same distance from 0.
fn even_spacing(indices: &[usize]) -> Option<usize> {
    let first = *indices.first()?;
    let even = indices.windows(2).all(|pair| matches!(pair, [a, b] if b - a == first));
    (indices.len() > 1 && even && first > 0).then_some(first)
}

/// Returns the divisors of a number that are smaller than itself, in ascending order.
fn divisors_below(number: usize) -> Vec<f64> {
    (1..number).filter(|divisor| number.is_multiple_of(*divisor)).map(|divisor| divisor as f64).collect()
}

/// Keeps every n-th tick of an index range.
fn keep_every_nth(ticks: &[Tick], kept: &mut Vec<Tick>, spacing: f64, range: Option<Range<f64>>) {
    let count = ticks.len() as f64;
    let is_part = range.is_some();
    let Range { start, end } = range.unwrap_or(0.0..count);
    let mut spacing = spacing.ceil();
    if is_part && end != 0.0 {
        let length = end - start;
        spacing = length / (length / spacing).floor();
    }
    if !(spacing > 0.0 && spacing.is_finite()) {
        spacing = count.max(1.0);
    }
    let mut step = 0.0;
    let mut next = start;
    while next < 0.0 {
        step += 1.0;
        next = js_round(start + step * spacing);
    }
    let range_end = end.min(count).max(0.0) as usize;
    for (index, tick) in ticks.iter().enumerate().take(range_end).skip(start.max(0.0) as usize) {
        if index as f64 == next {
            kept.push(tick.clone());
            step += 1.0;
            next = js_round(start + step * spacing);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept_values(count: usize, limit: f64, majors: &[usize]) -> Vec<f64> {
        let ticks: Vec<_> = (0..count)
            .map(|index| Tick { major: majors.contains(&index), ..Tick::new(index as f64) })
            .collect();
        auto_skip_ticks(&ticks, SkipRule { limit, majors_first: !majors.is_empty(), counts_gaps: false })
            .iter()
            .map(|tick| tick.value)
            .collect()
    }

    #[test]
    fn every_nth_tick_is_kept() {
        assert_eq!(kept_values(10, 20.0, &[]), (0..10).map(f64::from).collect::<Vec<_>>());
        assert_eq!(kept_values(10, 4.0, &[]), [0.0, 3.0, 6.0, 9.0]);
        assert_eq!(kept_values(10, 1.0, &[]), [0.0]);
    }

    #[test]
    fn major_ticks_are_kept_in_preference() {
        assert_eq!(kept_values(20, 2.0, &[0, 5, 10, 15]), [0.0, 10.0]);
        assert_eq!(kept_values(12, 6.0, &[3, 6, 9]), [0.0, 3.0, 6.0, 9.0]);
    }
}
