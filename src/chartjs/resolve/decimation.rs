//! Fewer points for lines that have more points than pixels (Chart.js 4.6.1, the decimation plugin).

use crate::chart::{DataPoint, ScaleLimits};
use crate::geometry::Point;

use super::scopes::Scopes;

/// The number of points for each pixel of width from which points are left out by default.
const DEFAULT_POINTS_PER_PIXEL: f64 = 4.0;

/// The algorithm that chooses the points to keep.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Algorithm {
    /// Keeps the first, the lowest, the highest and the last point of each column of pixels.
    MinMax,
    /// Keeps a number of points that preserve the shape (largest triangle, three buckets).
    LargestTriangles { samples: f64 },
}

/// The options of the decimation plugin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Decimation {
    algorithm: Algorithm,
    /// The number of points up to which all are kept.
    threshold: f64,
    /// The width of the plot in pixels.
    width: f64,
}

impl Decimation {
    /// Reads the options for a plot of a width in pixels; `None` if decimation is off.
    pub(crate) fn from_options(options: &Scopes, width: f64) -> Option<Self> {
        if !options.flag("enabled") {
            return None;
        }
        let positive = |name: &str| options.number(name).filter(|count| *count > 0.0);
        let algorithm = if options.text("algorithm") == Some("lttb") {
            Algorithm::LargestTriangles { samples: positive("samples").unwrap_or(width) }
        } else {
            Algorithm::MinMax
        };
        let threshold = positive("threshold").unwrap_or(DEFAULT_POINTS_PER_PIXEL * width);
        Some(Self { algorithm, threshold, width })
    }
}

/// The points that are kept; `None` if all are.
pub(crate) fn decimate(
    data: &[DataPoint],
    limits: ScaleLimits,
    decimation: Decimation,
) -> Option<Vec<DataPoint>> {
    let to_point =
        |point: &DataPoint| Point { x: point.index.unwrap_or(f64::NAN), y: point.value.unwrap_or(f64::NAN) };
    let points: Vec<Point> = data.iter().map(to_point).collect();
    let last = points.len().checked_sub(1)?;
    let below = |limit: f64| points.partition_point(|point| point.x < limit);
    let start = limits.min.map_or(0, |min| below(min).saturating_sub(1).min(last));
    let end = limits
        .max
        .map_or(points.len(), |max| (below(max).clamp(1, last.max(1)) + 1).clamp(start, points.len()));
    let visible = points.get(start..end)?;
    if visible.len() as f64 <= decimation.threshold {
        return None;
    }
    let kept = match decimation.algorithm {
        Algorithm::MinMax => keep_extremes(visible, decimation.width),
        Algorithm::LargestTriangles { samples } => keep_largest_triangles(visible, samples),
    };
    let to_data_point = |point: Point| DataPoint {
        index: Some(point.x),
        value: Some(point.y).filter(|value| value.is_finite()),
        floating_range: None,
    };
    Some(kept.into_iter().map(to_data_point).collect())
}

/// A column of pixels; points are given by their index.
struct PixelColumn {
    number: f64,
    first: usize,
    lowest: usize,
    highest: usize,
    average_x: f64,
    count: f64,
}

fn keep_extremes(points: &[Point], width: f64) -> Vec<Point> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let column_number = |point: &Point| ((point.x - first.x) / (last.x - first.x) * width).trunc();
    let y = |index: usize| points.get(index).map_or(f64::NAN, |point| point.y);
    let mut kept = Vec::new();
    let mut column: Option<PixelColumn> = None;
    for (index, point) in points.iter().enumerate() {
        if let Some(column) = column.as_mut().filter(|column| column.number == column_number(point)) {
            if point.y < y(column.lowest) {
                column.lowest = index;
            } else if point.y > y(column.highest) {
                column.highest = index;
            }
            column.average_x = column.count * column.average_x + point.x;
            column.count += 1.0;
            column.average_x /= column.count;
            continue;
        }
        let previous = index.wrapping_sub(1);
        if let Some(column) = &column {
            let (a, b) = (column.lowest.min(column.highest), column.lowest.max(column.highest));
            let inner = [a, b].into_iter().filter(|inner| *inner != column.first && *inner != previous);
            kept.extend(inner.map(|inner| Point { x: column.average_x, y: y(inner) }));
            if previous != column.first {
                kept.extend(points.get(previous));
            }
        }
        kept.push(*point);
        let average_x = column.as_ref().map_or(0.0, |column| column.average_x);
        column = Some(PixelColumn {
            number: column_number(point),
            first: index,
            lowest: index,
            highest: index,
            average_x,
            count: 0.0,
        });
    }
    kept
}

fn keep_largest_triangles(points: &[Point], samples: f64) -> Vec<Point> {
    let count = points.len() as f64;
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    if samples >= count || samples < 3.0 {
        return points.to_vec();
    }
    let bucket_size = (count - 2.0) / (samples - 2.0);
    let bucket_start = |bucket: f64| ((bucket * bucket_size).floor() + 1.0).min(count) as usize;
    let mut kept = vec![*first];
    let mut from = *first;
    for bucket in 0..(samples - 2.0).ceil() as usize {
        let bucket = bucket as f64;
        let next = points.get(bucket_start(bucket + 1.0)..bucket_start(bucket + 2.0)).unwrap_or_default();
        let size = next.len() as f64;
        let (x, y) = next.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.x, sum.1 + point.y));
        let (x, y) = (x / size, y / size);
        let mut best = (-1.0, from);
        for point in points.get(bucket_start(bucket)..bucket_start(bucket + 1.0)).unwrap_or_default() {
            let area = 0.5 * ((from.x - x) * (point.y - from.y) - (from.x - point.x) * (y - from.y)).abs();
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
    fn decimation_keeps_the_extremes() {
        let point = |index: i32| Point { x: f64::from(index), y: f64::from(index * 7919 % 101) };
        let points: Vec<Point> = (0..1000).map(point).collect();
        let kept = keep_extremes(&points, 50.0);
        let range =
            |points: &[Point]| points.iter().fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p.y), b.max(p.y)));
        assert!(kept.len() <= 204, "{}", kept.len());
        assert_eq!(range(&kept), range(&points));
        assert_eq!(keep_largest_triangles(&points, 100.0).len(), 100);
    }
}
