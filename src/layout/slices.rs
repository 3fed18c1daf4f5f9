//! Slices of doughnut and polar area charts (Chart.js 4.6.1, the doughnut and polar area controllers).

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::chart::{Dataset, DatasetId, Doughnut, Length, Mark};
use crate::geometry::Point;
use crate::mark::{Slice, is_angle_between};

use super::painter::Painter;

/// Size of a partial ring's bounding box and the offset of its center, relative to the full circle.
struct RatioAndOffset {
    ratio_x: f64,
    ratio_y: f64,
    offset_x: f64,
    offset_y: f64,
}

/// Returns the size and offset of a partial ring (Chart.js `getRatioAndOffset`); angles in radians.
fn ratio_and_offset(rotation: f64, circumference: f64, cutout: f64) -> RatioAndOffset {
    if circumference >= TAU {
        return RatioAndOffset { ratio_x: 1.0, ratio_y: 1.0, offset_x: 0.0, offset_y: 0.0 };
    }
    let (start, end) = (rotation, rotation + circumference);
    let between = |angle: f64| {
        let same = crate::mark::normalize_angle(start) == crate::mark::normalize_angle(end);
        same || is_angle_between(angle, start, end)
    };
    let (xs, ys) = ([libm::cos(start), libm::cos(end)], [libm::sin(start), libm::sin(end)]);
    let greatest = |angle: f64, [a, b]: [f64; 2]| {
        if between(angle) { 1.0 } else { a.max(a * cutout).max(b).max(b * cutout) }
    };
    let least = |angle: f64, [a, b]: [f64; 2]| {
        if between(angle) { -1.0 } else { a.min(a * cutout).min(b).min(b * cutout) }
    };
    let (right, bottom) = (greatest(0.0, xs), greatest(FRAC_PI_2, ys));
    let (left, top) = (least(PI, xs), least(PI + FRAC_PI_2, ys));
    RatioAndOffset {
        ratio_x: (right - left) / 2.0,
        ratio_y: (bottom - top) / 2.0,
        offset_x: -(right + left) / 2.0,
        offset_y: -(bottom + top) / 2.0,
    }
}

impl<'a> Painter<'a> {
    /// Returns the visible rings with their datasets, in data order.
    fn visible_rings(&self) -> impl Iterator<Item = (&'a Dataset, &'a Doughnut)> {
        self.chart.datasets.iter().filter(|set| set.visible).filter_map(|set| match &set.mark {
            Mark::Doughnut(ring) => Some((set, ring)),
            _ => None,
        })
    }

    /// Returns the start angle of the rings and the angle that all of them span.
    fn rotation_extent(&self, kind: &str) -> (f64, f64) {
        let mut range = (TAU, -TAU);
        for (_, ring) in self.visible_rings().filter(|(set, _)| set.chart_type == kind) {
            let start = (ring.rotation - 90.0).to_radians();
            range = (range.0.min(start), range.1.max(start + ring.circumference.to_radians()));
        }
        (range.0, range.1 - range.0)
    }

    /// Returns the widest border outside the slices of the first ring.
    fn widest_border(&self) -> f64 {
        let first = self.visible_rings().next();
        let outside = |(_, ring): (&'a Dataset, &'a Doughnut)| {
            let styles = ring.arcs.iter().filter(|style| !style.inner_border);
            styles.map(|style| style.stroke.width).fold(0.0, f64::max)
        };
        first.map_or(0.0, outside)
    }

    /// Returns the slices of a ring with their data indices.
    pub(super) fn place_doughnut(&self, dataset: DatasetId) -> Vec<(usize, Slice<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let Mark::Doughnut(ring) = &set.mark else { return Vec::new() };
        let Some(spacing) = ring.spacing else { return Vec::new() };
        let (width, height) = (self.plot.width(), self.plot.height());
        let farthest = ring.arcs.iter().map(|style| style.offset).fold(0.0, f64::max);
        let around = self.widest_border() + farthest + spacing;
        let max_radius = ((width.min(height) - around) / 2.0).max(0.0);
        let cutout = match ring.cutout {
            Length::Fraction(fraction) => fraction,
            Length::Pixels(pixels) => pixels / max_radius,
        };
        let cutout = cutout.min(1.0);
        let (rotation, circumference) = self.rotation_extent(set.chart_type);
        let ratio = ratio_and_offset(rotation, circumference, cutout);
        let max_radius =
            (((width - around) / ratio.ratio_x).min((height - around) / ratio.ratio_y) / 2.0).max(0.0);
        let outer = match ring.radius {
            Length::Fraction(fraction) => fraction * max_radius,
            Length::Pixels(pixels) => pixels,
        };
        let inner = (outer * cutout).max(0.0);
        let sets = || self.chart.datasets.iter().filter(|set| set.visible);
        let weights: f64 = sets().map(|set| set.weight).sum();
        let before = self.chart.datasets.items_before(dataset);
        let before: f64 = before.filter(|set| set.visible).map(|set| set.weight).sum();
        let length = (outer - inner) / if weights == 0.0 { 1.0 } else { weights };
        let center = Point::new(
            (self.plot.left + self.plot.right) / 2.0 + ratio.offset_x * outer,
            (self.plot.top + self.plot.bottom) / 2.0 + ratio.offset_y * outer,
        );
        let outer = outer - length * before;
        ring_slices(set, ring, center, outer, (outer - length * set.weight).max(0.0))
    }

    /// Returns the slices of a polar area with their data indices.
    pub(super) fn place_polar_area(&self, dataset: DatasetId) -> Vec<(usize, Slice<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let Mark::PolarArea(polar) = &set.mark else { return Vec::new() };
        let Some(radial) = polar.radial_axis.and_then(|axis| self.radials.get(axis)) else {
            return Vec::new();
        };
        let count = set.data.iter().filter(|value| value.index.is_some()).count();
        let default_angle = 360.0 / count as f64;
        let mut start = radial.index_angle(0) - FRAC_PI_2;
        let mut items = Vec::new();
        for (index, value) in set.data.iter().enumerate() {
            let style = polar.arcs.get(index);
            let angle = style.angle.filter(|angle| *angle != 0.0).unwrap_or(default_angle);
            let end = start + angle.to_radians();
            if let Some(value) = value.value {
                let outer = radial.value_radius(value);
                let slice = Slice {
                    center: radial.center,
                    inner_radius: 0.0,
                    outer_radius: outer,
                    start_angle: start,
                    end_angle: end,
                    circumference: None,
                    style,
                };
                items.push((index, slice));
            }
            start = end;
        }
        items
    }
}

/// Returns the slices of a ring with these radii, with their data indices.
fn ring_slices<'a>(
    set: &Dataset,
    ring: &'a Doughnut,
    center: Point,
    outer_radius: f64,
    inner_radius: f64,
) -> Vec<(usize, Slice<'a>)> {
    let total: f64 = set.data.iter().filter_map(|value| value.value).map(f64::abs).sum();
    let around = ring.circumference.to_radians();
    let mut start = (ring.rotation - 90.0).to_radians();
    let mut items = Vec::new();
    for (index, value) in set.data.iter().enumerate() {
        // A missing value counts as 0, but its slice is drawn if it has a border.
        let turn = match value.value {
            Some(value) if total > 0.0 => TAU * ((value * around / TAU).abs() / total),
            _ => 0.0,
        };
        let style = ring.arcs.get(index);
        let end = start + turn;
        let slice = Slice {
            center,
            inner_radius,
            outer_radius,
            start_angle: start,
            end_angle: end,
            circumference: Some(turn),
            style,
        };
        items.push((index, slice));
        start = end;
    }
    items
}
