//! The labels around a round axis (Chart.js 4.6.1, `fitWithPointLabels`).

use std::f64::consts::FRAC_PI_2;

use crate::chart::BarCorners;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::mark::{Pen, normalized, rounded_rect};
use crate::scene::{Item, Outline, Shape};

use super::axis::Ground;
use super::radial::RadialBox;
use super::text::{Baseline, Block, Side};

/// A label around a round axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct PointLabel {
    visible: bool,
    at: Point,
    side: Side,
    edges: Edges,
}

/// How far a label reaches around its place: before and after it.
fn reach(angle: f64, at: f64, size: f64, (min, max): (f64, f64)) -> (f64, f64) {
    if angle == min || angle == max {
        (at - size / 2.0, at + size / 2.0)
    } else if angle < min || angle > max {
        (at - size, at)
    } else {
        (at, at + size)
    }
}

impl RadialBox<'_> {
    fn label_size(&self, index: usize, ground: &Ground) -> (f64, f64) {
        let (font, _, _) = *self.radial.point_labels.styles.get(index);
        let lines = self.radial.labels.get(index).map(Vec::as_slice).unwrap_or_default();
        let width = lines.iter().map(|line| ground.fonts.width(line, font.style)).fold(0.0, f64::max);
        (width, lines.len() as f64 * font.line_height)
    }

    /// Makes the axis smaller so that its labels have room.
    pub(super) fn fit_point_labels(&mut self, plot: Edges, padding: f64, ground: &Ground) {
        let whole = Edges {
            left: plot.left + padding,
            top: plot.top + padding,
            right: plot.right - padding,
            bottom: plot.bottom - padding,
        };
        let mut limits = whole;
        let more = self.label_turn();
        for index in 0..self.count() {
            let (_, _, distance) = *self.radial.point_labels.styles.get(index);
            let (at, _) = self.place(index, self.reach + distance, more);
            let (width, height) = self.label_size(index, ground);
            let angle = normalized(self.index_angle(index) + more);
            let degrees = crate::scale::js_round(angle.to_degrees());
            let across = reach(degrees, at.x, width, (0.0, 180.0));
            let down = reach(degrees, at.y, height, (90.0, 270.0));
            widen(&mut limits, whole, angle, (across, down));
        }
        let (left, right) = (whole.left - limits.left, limits.right - whole.right);
        let (top, bottom) = (whole.top - limits.top, limits.bottom - whole.bottom);
        self.center.x += ((left - right) / 2.0).floor();
        self.center.y += ((top - bottom) / 2.0).floor();
        self.reach -= (self.reach / 2.0).min(left.max(right).max(top).max(bottom));
        self.point_labels = self.place_point_labels(ground);
    }

    fn place_point_labels(&self, ground: &Ground) -> Vec<PointLabel> {
        let extra = self.backdrop_height() / 2.0;
        let more = self.label_turn();
        let mut last: Option<Edges> = None;
        let mut labels = Vec::new();
        for index in 0..self.count() {
            let (_, _, distance) = *self.radial.point_labels.styles.get(index);
            let (width, height) = self.label_size(index, ground);
            let (at, angle) = self.place(index, self.reach + extra + distance, more);
            let degrees = crate::scale::js_round(normalized(angle + FRAC_PI_2).to_degrees());
            let side = match degrees {
                0.0 | 180.0 => Side::Center,
                degrees if degrees < 180.0 => Side::Left,
                _ => Side::Right,
            };
            let top = match degrees {
                90.0 | 270.0 => at.y - height / 2.0,
                degrees if !(90.0..=270.0).contains(&degrees) => at.y - height,
                _ => at.y,
            };
            let left = match side {
                Side::Left => at.x,
                Side::Center => at.x - width / 2.0,
                Side::Right => at.x - width,
            };
            let edges = Edges { left, top, right: left + width, bottom: top + height };
            let visible = !self.radial.point_labels.skip || !last.is_some_and(|last| overlaps(edges, last));
            if visible {
                last = Some(edges);
            }
            labels.push(PointLabel { visible, at: Point::new(at.x, top), side, edges });
        }
        labels
    }

    pub(super) fn point_label_items(&self, ground: &Ground) -> Vec<Item> {
        let options = &self.radial.point_labels;
        let mut items = Vec::new();
        for (index, label) in self.point_labels.iter().enumerate().rev().filter(|(_, label)| label.visible) {
            let (font, color, _) = *options.styles.get(index);
            if let Some((color, padding, radius)) = options.backdrop {
                let rect = Rect {
                    x: label.edges.left - padding.left,
                    y: label.edges.top - padding.top,
                    width: label.edges.width() + padding.width(),
                    height: label.edges.height() + padding.height(),
                };
                items.push(plate(rect, color, radius));
            }
            let block = Block {
                lines: self.radial.labels.get(index).map(Vec::as_slice).unwrap_or_default(),
                font,
                color,
                outline: None,
                side: label.side,
                baseline: Baseline::Middle,
                max_width: None,
                backdrop: None,
            };
            items.extend(block.items(label.at, font.line_height / 2.0, 0.0, ground.fonts));
        }
        items
    }
}

/// A plate behind a label.
fn plate(rect: Rect, color: crate::color::Color, radius: BarCorners) -> Item {
    if radius == BarCorners::default() {
        return Shape::rect(rect, color);
    }
    let mut pen = Pen::default();
    rounded_rect(&mut pen, rect, radius);
    Item::Shape(Shape { outline: Outline::Path(pen.finish()), fill: Some(color), stroke: None })
}

/// Whether a corner of a label lies on another one.
fn overlaps(label: Edges, other: Edges) -> bool {
    let inside = |x: f64, y: f64| {
        x > other.left - 0.5 && x < other.right + 0.5 && y > other.top - 0.5 && y < other.bottom + 0.5
    };
    [label.left, label.right].into_iter().any(|x| inside(x, label.top) || inside(x, label.bottom))
}

/// Widens the limits where a label stands out over the whole.
fn widen(limits: &mut Edges, whole: Edges, angle: f64, (across, down): ((f64, f64), (f64, f64))) {
    let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
    if across.0 < whole.left {
        limits.left = limits.left.min(whole.left - (whole.left - across.0) / sin);
    } else if across.1 > whole.right {
        limits.right = limits.right.max(whole.right + (across.1 - whole.right) / sin);
    }
    if down.0 < whole.top {
        limits.top = limits.top.min(whole.top - (whole.top - down.0) / cos);
    } else if down.1 > whole.bottom {
        limits.bottom = limits.bottom.max(whole.bottom + (down.1 - whole.bottom) / cos);
    }
}
