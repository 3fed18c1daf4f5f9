//! Which ticks are left out so that labels have room (Chart.js 4.6.1, `autoSkip`).

use crate::scale::{Tick, js_round};

/// How many ticks there is room for, and whether major ones come first.
#[derive(Clone, Copy, Debug)]
pub struct SkipRule {
    pub limit: f64,
    pub majors: bool,
}

/// The ticks that stay.
pub fn skipped(ticks: &[Tick], rule: SkipRule) -> Vec<Tick> {
    let majors: Vec<usize> = if rule.majors {
        ticks.iter().enumerate().filter(|(_, tick)| tick.major).map(|(index, _)| index).collect()
    } else {
        Vec::new()
    };
    let count = majors.len() as f64;
    if count > rule.limit {
        let step = (count / rule.limit).ceil().max(1.0) as usize;
        return majors.iter().step_by(step).filter_map(|index| ticks.get(*index).cloned()).collect();
    }
    let spacing = spacing(&majors, ticks.len(), rule.limit);
    let mut kept = Vec::new();
    let (Some(first), Some(last)) = (majors.first().copied(), majors.last().copied()) else {
        skip(ticks, &mut kept, spacing, None);
        return kept;
    };
    let (first, last) = (first as f64, last as f64);
    let average = (majors.len() > 1).then(|| js_round((last - first) / (count - 1.0)));
    skip(ticks, &mut kept, spacing, Some((average.map_or(0.0, |average| first - average), first)));
    for pair in majors.windows(2) {
        if let [from, to] = pair {
            skip(ticks, &mut kept, spacing, Some((*from as f64, *to as f64)));
        }
    }
    let end = average.map_or(ticks.len() as f64, |average| last + average);
    skip(ticks, &mut kept, spacing, Some((last, end)));
    kept
}

fn spacing(majors: &[usize], count: usize, limit: f64) -> f64 {
    let spacing = count as f64 / limit;
    let factor = even_spacing(majors).and_then(|even| {
        let factors = factors(even);
        factors.iter().take(factors.len().saturating_sub(1)).copied().find(|factor| *factor > spacing)
    });
    factor.unwrap_or(spacing.max(1.0))
}

/// The distance of the indices, where it is the same everywhere and that of the first one from the start.
fn even_spacing(indices: &[usize]) -> Option<usize> {
    let first = *indices.first()?;
    let even = indices.windows(2).all(|pair| matches!(pair, [a, b] if b - a == first));
    (indices.len() > 1 && even && first > 0).then_some(first)
}

/// The divisors below the number, in order.
fn factors(number: usize) -> Vec<f64> {
    (1..number).filter(|divisor| number.is_multiple_of(*divisor)).map(|divisor| divisor as f64).collect()
}

/// Keeps every n-th tick of a stretch.
fn skip(ticks: &[Tick], kept: &mut Vec<Tick>, spacing: f64, stretch: Option<(f64, f64)>) {
    let count = ticks.len() as f64;
    let (start, end) = stretch.unwrap_or((0.0, count));
    let mut spacing = spacing.ceil();
    if stretch.is_some() && end != 0.0 {
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
    let stretch_end = end.min(count).max(0.0) as usize;
    for (index, tick) in ticks.iter().enumerate().take(stretch_end).skip(start.max(0.0) as usize) {
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

    fn kept(count: usize, limit: f64, majors: &[usize]) -> Vec<f64> {
        let ticks: Vec<_> = (0..count)
            .map(|index| Tick { major: majors.contains(&index), ..Tick::at(index as f64) })
            .collect();
        skipped(&ticks, SkipRule { limit, majors: !majors.is_empty() })
            .iter()
            .map(|tick| tick.value)
            .collect()
    }

    #[test]
    fn every_nth_tick_stays() {
        assert_eq!(kept(10, 20.0, &[]), (0..10).map(f64::from).collect::<Vec<_>>());
        assert_eq!(kept(10, 4.0, &[]), [0.0, 3.0, 6.0, 9.0]);
        assert_eq!(kept(10, 1.0, &[]), [0.0]);
    }

    #[test]
    fn major_ticks_come_first() {
        assert_eq!(kept(20, 2.0, &[0, 5, 10, 15]), [0.0, 10.0]);
        assert_eq!(kept(12, 6.0, &[3, 6, 9]), [0.0, 3.0, 6.0, 9.0]);
    }
}
