//! The point labels around a radial axis (Chart.js 4.6.1, `fitWithPointLabels`).

use std::f64::consts::FRAC_PI_2;

use crate::chart::CornerRadii;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::mark::{PathBuilder, add_rounded_rect, normalize_angle};
use crate::scene::{Geometry, Item, Shape};

use super::context::LayoutContext;
use super::point_label::PointLabel;
use super::radial::RadialBox;
use super::text::{TextAnchor, TextBaseline, TextBlock};

/// Returns the start and end of a label of this size along one dimension. Labels at `min` and `max` degrees
/// are centered.
fn label_extent(angle: f64, at: f64, size: f64, min: f64, max: f64) -> (f64, f64) {
    if angle == min || angle == max {
        (at - size / 2.0, at + size / 2.0)
    } else if angle < min || angle > max {
        (at - size, at)
    } else {
        (at, at + size)
    }
}

impl RadialBox<'_> {
    fn label_size(&self, index: usize, context: &LayoutContext) -> (f64, f64) {
        let (font, _, _) = *self.radial.point_labels.styles.get(index);
        let lines = self.radial.labels.get(index).map(Vec::as_slice).unwrap_or_default();
        let width = lines.iter().map(|line| context.fonts.text_width(line, font.style)).fold(0.0, f64::max);
        (width, lines.len() as f64 * font.line_height)
    }

    /// Shrinks the axis so that its labels fit.
    pub(super) fn fit_point_labels(&mut self, plot: Edges, padding: f64, context: &LayoutContext) {
        let bounds = Edges {
            left: plot.left + padding,
            top: plot.top + padding,
            right: plot.right - padding,
            bottom: plot.bottom - padding,
        };
        let mut limits = bounds;
        let angle_offset = self.label_angle_offset();
        for index in 0..self.label_count() {
            let (_, _, distance) = *self.radial.point_labels.styles.get(index);
            let (at, _) = self.point_at(index, self.outer_radius + distance, angle_offset);
            let (width, height) = self.label_size(index, context);
            let angle = normalize_angle(self.index_angle(index) + angle_offset);
            let degrees = crate::scale::js_round(angle.to_degrees());
            let (left, right) = label_extent(degrees, at.x, width, 0.0, 180.0);
            let (top, bottom) = label_extent(degrees, at.y, height, 90.0, 270.0);
            widen_limits(&mut limits, bounds, angle, Edges { left, top, right, bottom });
        }
        let (left, right) = (bounds.left - limits.left, limits.right - bounds.right);
        let (top, bottom) = (bounds.top - limits.top, limits.bottom - bounds.bottom);
        self.center.x += ((left - right) / 2.0).floor();
        self.center.y += ((top - bottom) / 2.0).floor();
        self.outer_radius -= (self.outer_radius / 2.0).min(left.max(right).max(top).max(bottom));
        self.point_labels = self.place_point_labels(context);
    }

    fn place_point_labels(&self, context: &LayoutContext) -> Vec<PointLabel> {
        let extra = self.backdrop_height() / 2.0;
        let angle_offset = self.label_angle_offset();
        let mut last: Option<Edges> = None;
        let mut labels = Vec::new();
        for index in 0..self.label_count() {
            let (_, _, distance) = *self.radial.point_labels.styles.get(index);
            let (width, height) = self.label_size(index, context);
            let (at, angle) = self.point_at(index, self.outer_radius + extra + distance, angle_offset);
            let degrees = crate::scale::js_round(normalize_angle(angle + FRAC_PI_2).to_degrees());
            let anchor = match degrees {
                0.0 | 180.0 => TextAnchor::Center,
                degrees if degrees < 180.0 => TextAnchor::Left,
                _ => TextAnchor::Right,
            };
            let top = match degrees {
                90.0 | 270.0 => at.y - height / 2.0,
                degrees if !(90.0..=270.0).contains(&degrees) => at.y - height,
                _ => at.y,
            };
            let left = match anchor {
                TextAnchor::Left => at.x,
                TextAnchor::Center => at.x - width / 2.0,
                TextAnchor::Right => at.x - width,
            };
            let edges = Edges { left, top, right: left + width, bottom: top + height };
            let visible = !self.radial.point_labels.hide_overlapping
                || !last.is_some_and(|last| has_corner_inside(edges, last));
            if visible {
                last = Some(edges);
            }
            labels.push(PointLabel { visible, position: Point::new(at.x, top), anchor, edges });
        }
        labels
    }

    pub(super) fn draw_point_labels(&self, context: &LayoutContext) -> Vec<Item> {
        let options = &self.radial.point_labels;
        let mut items = Vec::new();
        for (index, label) in self.point_labels.iter().enumerate().rev().filter(|(_, label)| label.visible) {
            let (font, color, _) = *options.styles.get(index);
            if let Some((color, padding, radius)) = *options.backdrops.get(index) {
                let rect = Rect {
                    x: label.edges.left - padding.left,
                    y: label.edges.top - padding.top,
                    width: label.edges.width() + padding.horizontal_total(),
                    height: label.edges.height() + padding.vertical_total(),
                };
                items.push(backdrop_shape(rect, color, radius));
            }
            let block = TextBlock {
                lines: self.radial.labels.get(index).map(Vec::as_slice).unwrap_or_default(),
                font,
                paint: color.into(),
                outline: None,
                anchor: label.anchor,
                baseline: TextBaseline::Middle,
                max_width: None,
                backdrop: None,
            };
            items.extend(block.draw(label.position, font.line_height / 2.0, 0.0, context.fonts));
        }
        items
    }
}

/// Extends the limits if a label reaches beyond the bounds.
fn widen_limits(limits: &mut Edges, bounds: Edges, angle: f64, label: Edges) {
    let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
    if label.left < bounds.left {
        limits.left = limits.left.min(bounds.left - (bounds.left - label.left) / sin);
    } else if label.right > bounds.right {
        limits.right = limits.right.max(bounds.right + (label.right - bounds.right) / sin);
    }
    if label.top < bounds.top {
        limits.top = limits.top.min(bounds.top - (bounds.top - label.top) / cos);
    } else if label.bottom > bounds.bottom {
        limits.bottom = limits.bottom.max(bounds.bottom + (label.bottom - bounds.bottom) / cos);
    }
}

/// Returns the backdrop of a label.
fn backdrop_shape(rect: Rect, color: crate::color::Color, radius: CornerRadii) -> Item {
    if radius == CornerRadii::default() {
        return Shape::filled_rect(rect, color);
    }
    let mut pen = PathBuilder::default();
    add_rounded_rect(&mut pen, rect, radius);
    Item::Shape(Shape { geometry: Geometry::Path(pen.into_path()), fill: Some(color.into()), stroke: None })
}

/// Returns true if a corner of one label lies inside another one.
fn has_corner_inside(label: Edges, other: Edges) -> bool {
    let inside = |x: f64, y: f64| {
        x > other.left - 0.5 && x < other.right + 0.5 && y > other.top - 0.5 && y < other.bottom + 0.5
    };
    [label.left, label.right].into_iter().any(|x| inside(x, label.top) || inside(x, label.bottom))
}
