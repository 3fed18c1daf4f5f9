//! Fewer points where a line has more than pixels (Chart.js 4.6.1, the decimation plugin).

use crate::chart::{Limits, Value as Place};

use super::options::Scopes;

/// Points for each pixel of width beyond which points are left out.
const USUAL_DENSITY: f64 = 4.0;

/// How points are chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Decimation {
    /// The first, the lowest, the highest and the last of each column of pixels.
    MinMax,
    /// So many that keep the shape (largest triangle, three buckets).
    Triangles(f64),
}

/// A point.
type At = (f64, f64);

/// The algorithm and the number of points it begins with, where decimation is asked for.
pub(super) fn rule(options: &Scopes, width: f64) -> Option<(Decimation, f64)> {
    if !options.flag("enabled") {
        return None;
    }
    let threshold = options.number("threshold").filter(|count| *count > 0.0).unwrap_or(USUAL_DENSITY * width);
    let samples = options.number("samples").filter(|count| *count > 0.0).unwrap_or(width);
    let lttb = options.text("algorithm") == Some("lttb");
    Some((if lttb { Decimation::Triangles(samples) } else { Decimation::MinMax }, threshold))
}

/// The points that stay; `None` where all do.
pub(super) fn decimated(
    places: &[Place],
    limits: Limits,
    (decimation, threshold): (Decimation, f64),
    width: f64,
) -> Option<Vec<Place>> {
    let points: Vec<At> =
        places.iter().map(|at| (at.index.unwrap_or(f64::NAN), at.value.unwrap_or(f64::NAN))).collect();
    let last = points.len().checked_sub(1)?;
    let below = |limit: f64| points.partition_point(|point| point.0 < limit);
    let start = limits.min.map_or(0, |min| below(min).saturating_sub(1).min(last));
    let end = limits
        .max
        .map_or(points.len(), |max| (below(max).clamp(1, last.max(1)) + 1).clamp(start, points.len()));
    let shown = points.get(start..end)?;
    if shown.len() as f64 <= threshold {
        return None;
    }
    let kept = match decimation {
        Decimation::MinMax => min_max(shown, width),
        Decimation::Triangles(samples) => triangles(shown, samples),
    };
    let place = |(index, value): At| Place {
        index: Some(index),
        value: Some(value).filter(|v| v.is_finite()),
        float: None,
    };
    Some(kept.into_iter().map(place).collect())
}

/// One column of pixels.
struct Column {
    number: f64,
    first: usize,
    lowest: usize,
    highest: usize,
    average: f64,
    count: f64,
}

fn min_max(points: &[At], width: f64) -> Vec<At> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let number = |point: &At| ((point.0 - first.0) / (last.0 - first.0) * width).trunc();
    let y = |index: usize| points.get(index).map_or(f64::NAN, |point| point.1);
    let mut kept = Vec::new();
    let mut column: Option<Column> = None;
    for (index, point) in points.iter().enumerate() {
        if let Some(column) = column.as_mut().filter(|column| column.number == number(point)) {
            if point.1 < y(column.lowest) {
                column.lowest = index;
            } else if point.1 > y(column.highest) {
                column.highest = index;
            }
            column.average = column.count * column.average + point.0;
            column.count += 1.0;
            column.average /= column.count;
            continue;
        }
        let before = index.wrapping_sub(1);
        if let Some(column) = &column {
            let (a, b) = (column.lowest.min(column.highest), column.lowest.max(column.highest));
            let inner = [a, b].into_iter().filter(|place| *place != column.first && *place != before);
            kept.extend(inner.map(|place| (column.average, y(place))));
            if before != column.first {
                kept.extend(points.get(before));
            }
        }
        kept.push(*point);
        let average = column.as_ref().map_or(0.0, |column| column.average);
        column = Some(Column {
            number: number(point),
            first: index,
            lowest: index,
            highest: index,
            average,
            count: 0.0,
        });
    }
    kept
}

fn triangles(points: &[At], samples: f64) -> Vec<At> {
    let count = points.len() as f64;
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    if samples >= count || samples < 3.0 {
        return points.to_vec();
    }
    let bucket = (count - 2.0) / (samples - 2.0);
    let border = |place: f64| ((place * bucket).floor() + 1.0).min(count) as usize;
    let mut kept = vec![*first];
    let mut from = *first;
    for place in 0..(samples - 2.0).ceil() as usize {
        let place = place as f64;
        let next = points.get(border(place + 1.0)..border(place + 2.0)).unwrap_or_default();
        let size = next.len() as f64;
        let (x, y) = next.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
        let (x, y) = (x / size, y / size);
        let mut best = (-1.0, from);
        for point in points.get(border(place)..border(place + 1.0)).unwrap_or_default() {
            let area = 0.5 * ((from.0 - x) * (point.1 - from.1) - (from.0 - point.0) * (y - from.1)).abs();
            if area > best.0 {
                best = (area, *point);
            }
        }
        from = best.1;
        kept.push(from);
    }
    kept.push(*last);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_stay() {
        let points: Vec<At> =
            (0..1000).map(|index| (f64::from(index), f64::from(index * 7919 % 101))).collect();
        let kept = min_max(&points, 50.0);
        let reach =
            |points: &[At]| points.iter().fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p.1), b.max(p.1)));
        assert!(kept.len() <= 204, "{}", kept.len());
        assert_eq!(reach(&kept), reach(&points));
        assert_eq!(triangles(&points, 100.0).len(), 100);
    }
}
