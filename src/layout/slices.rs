//! Rings and their slices (Chart.js 4.6.1, the doughnut and polar area controllers).

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::chart::{Doughnut, Extent, Mark};
use crate::geometry::Point;
use crate::mark::{Slice, angle_between};

use super::Painter;

/// How much of its square a part of a ring takes, and how far its middle lies off.
struct Share {
    width: f64,
    height: f64,
    x: f64,
    y: f64,
}

fn share(rotation: f64, circumference: f64, cutout: f64) -> Share {
    if circumference >= TAU {
        return Share { width: 1.0, height: 1.0, x: 0.0, y: 0.0 };
    }
    let (start, end) = (rotation, rotation + circumference);
    let between = |angle: f64| {
        let same = crate::mark::normalized(start) == crate::mark::normalized(end);
        same || angle_between(angle, start, end)
    };
    let (xs, ys) = ([libm::cos(start), libm::cos(end)], [libm::sin(start), libm::sin(end)]);
    let most = |angle: f64, [a, b]: [f64; 2]| {
        if between(angle) { 1.0 } else { a.max(a * cutout).max(b).max(b * cutout) }
    };
    let least = |angle: f64, [a, b]: [f64; 2]| {
        if between(angle) { -1.0 } else { a.min(a * cutout).min(b).min(b * cutout) }
    };
    let (right, bottom) = (most(0.0, xs), most(FRAC_PI_2, ys));
    let (left, top) = (least(PI, xs), least(PI + FRAC_PI_2, ys));
    Share {
        width: (right - left) / 2.0,
        height: (bottom - top) / 2.0,
        x: -(right + left) / 2.0,
        y: -(bottom + top) / 2.0,
    }
}

impl<'a> Painter<'a> {
    /// The rings that are seen, in the order of the data.
    fn rings(&self) -> impl Iterator<Item = (usize, &'a Doughnut)> {
        self.chart.datasets.iter().enumerate().filter(|(_, set)| set.visible).filter_map(|(index, set)| {
            match &set.mark {
                Mark::Doughnut(ring) => Some((index, ring)),
                _ => None,
            }
        })
    }

    /// Where the first ring starts, and how far all of them reach around.
    fn extent(&self, kind: &str) -> (f64, f64) {
        let mut range = (TAU, -TAU);
        let same = |index: usize| self.chart.datasets.get(index).is_some_and(|set| set.kind == kind);
        for (_, ring) in self.rings().filter(|(index, _)| same(*index)) {
            let start = (ring.rotation - 90.0).to_radians();
            range = (range.0.min(start), range.1.max(start + ring.circumference.to_radians()));
        }
        (range.0, range.1 - range.0)
    }

    /// The greatest border that lies outside of slices, of the first ring.
    fn widest_border(&self) -> f64 {
        let first = self.rings().next();
        let outside = |(_, ring): (usize, &'a Doughnut)| {
            let styles = ring.arcs.iter().filter(|style| !style.inner_border);
            styles.map(|style| style.stroke.width).fold(0.0, f64::max)
        };
        first.map_or(0.0, outside)
    }

    /// The slices of a ring with their places in the data.
    pub(super) fn doughnut(&self, dataset: usize) -> Vec<(usize, Slice<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let Mark::Doughnut(ring) = &set.mark else { return Vec::new() };
        let (width, height) = (self.plot.width(), self.plot.height());
        let farthest = ring.arcs.iter().map(|style| style.offset).fold(0.0, f64::max);
        let around = self.widest_border() + farthest + ring.spacing;
        let most = ((width.min(height) - around) / 2.0).max(0.0);
        let cutout = match ring.cutout {
            Extent::Share(share) => share,
            Extent::Pixels(pixels) => pixels / most,
        };
        let cutout = cutout.min(1.0);
        let (rotation, circumference) = self.extent(set.kind);
        let share = share(rotation, circumference, cutout);
        let most = (((width - around) / share.width).min((height - around) / share.height) / 2.0).max(0.0);
        let outer = match ring.radius {
            Extent::Share(share) => share * most,
            Extent::Pixels(pixels) => pixels,
        };
        let inner = (outer * cutout).max(0.0);
        let sets = || self.chart.datasets.iter().filter(|set| set.visible);
        let weights: f64 = sets().map(|set| set.weight).sum();
        let all = self.chart.datasets.iter().take(dataset);
        let before: f64 = all.filter(|set| set.visible).map(|set| set.weight).sum();
        let length = (outer - inner) / if weights == 0.0 { 1.0 } else { weights };
        let center = Point::new(
            (self.plot.left + self.plot.right) / 2.0 + share.x * outer,
            (self.plot.top + self.plot.bottom) / 2.0 + share.y * outer,
        );
        let outer = outer - length * before;
        self.ring(dataset, ring, (center, outer, (outer - length * set.weight).max(0.0)))
    }

    fn ring(
        &self,
        dataset: usize,
        ring: &'a Doughnut,
        (center, outer, inner): (Point, f64, f64),
    ) -> Vec<(usize, Slice<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let total: f64 = set.values.iter().filter_map(|value| value.value).map(f64::abs).sum();
        let around = ring.circumference.to_radians();
        let mut start = (ring.rotation - 90.0).to_radians();
        let mut items = Vec::new();
        for (index, value) in set.values.iter().enumerate() {
            // A missing value counts as none, but its slice is drawn where it has a border.
            let turn = match value.value {
                Some(value) if total > 0.0 => TAU * ((value * around / TAU).abs() / total),
                _ => 0.0,
            };
            let style = ring.arcs.get(index);
            let end = start + turn;
            let one = Slice { center, inner, outer, start, end, circumference: Some(turn), style };
            items.push((index, one));
            start = end;
        }
        items
    }

    /// The slices of a polar area with their places in the data.
    pub(super) fn polar(&self, dataset: usize) -> Vec<(usize, Slice<'a>)> {
        let Some(set) = self.chart.datasets.get(dataset) else { return Vec::new() };
        let Mark::Polar(polar) = &set.mark else { return Vec::new() };
        let Some(radial) = self.radials.get(polar.radial) else { return Vec::new() };
        let count = set.values.iter().filter(|value| value.index.is_some()).count();
        let usual = 360.0 / count as f64;
        let mut start = radial.index_angle(0) - FRAC_PI_2;
        let mut items = Vec::new();
        for (index, value) in set.values.iter().enumerate() {
            let style = polar.arcs.get(index);
            let angle = style.angle.filter(|angle| *angle != 0.0).unwrap_or(usual);
            let end = start + angle.to_radians();
            if let Some(value) = value.value {
                let outer = radial.distance(value);
                let one = Slice {
                    center: radial.center,
                    inner: 0.0,
                    outer,
                    start,
                    end,
                    circumference: None,
                    style,
                };
                items.push((index, one));
            }
            start = end;
        }
        items
    }
}
