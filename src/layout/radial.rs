//! A radial axis, from the center outwards (Chart.js 4.6.1, `RadialLinearScale`).

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::chart::{AxisDisplay, AxisRules, Mark, RadialAxis, RadialAxisId};
use crate::geometry::{Point, Rect, Size};
use crate::layout::boxes::Edges;
use crate::mark::{CircleArc, PathBuilder, normalize_angle};
use crate::scale::DataRange;
use crate::scene::{Geometry, Item, Layer, Shape, Stroke, Transform};

use super::axis::{AxisBox, RadialSpace};
use super::context::LayoutContext;
use super::point_label::PointLabel;
use super::text::{TextAnchor, TextBaseline, TextBlock};

/// A radial axis during the layout.
pub(super) struct RadialBox<'a> {
    pub(super) axis: AxisBox<'a>,
    pub(super) radial: &'a RadialAxis,
    id: RadialAxisId,
    visible: bool,
    pub(super) center: Point,
    /// Distance from the center to the end of the axis, in pixels.
    pub(super) outer_radius: f64,
    pub(super) point_labels: Vec<PointLabel>,
}

impl<'a> RadialBox<'a> {
    pub(super) fn new(radial: &'a RadialAxis, id: RadialAxisId, context: &LayoutContext) -> Self {
        let uses = |mark: &Mark| match mark {
            Mark::Radar(radar) => radar.radial_axis == Some(id),
            Mark::PolarArea(polar) => polar.radial_axis == Some(id),
            _ => false,
        };
        let used = context.chart.datasets.iter().any(|set| set.visible && uses(&set.mark));
        Self {
            axis: AxisBox::new(&radial.axis, None, context),
            radial,
            id,
            visible: match radial.axis.display {
                AxisDisplay::Shown => true,
                AxisDisplay::Hidden => false,
                AxisDisplay::Auto => used,
            },
            center: Point::default(),
            outer_radius: 0.0,
            point_labels: Vec::new(),
        }
    }

    pub(super) fn is_visible(&self) -> bool {
        self.visible
    }

    /// Height of a tick label with its backdrop.
    pub(super) fn backdrop_height(&self) -> f64 {
        let ticks = &self.radial.axis.tick_labels;
        if !ticks.display || self.radial.axis.display == AxisDisplay::Hidden {
            return 0.0;
        }
        self.axis.base_font().nominal_size + ticks.backdrop_padding.vertical_total()
    }

    pub(super) fn fit_to_plot(&mut self, plot: Edges, context: &LayoutContext) {
        let padding = self.backdrop_height() / 2.0;
        let size = Size { width: plot.width() - 2.0 * padding, height: plot.height() - 2.0 * padding };
        self.center = Point::new(
            (plot.left + size.width / 2.0 + padding).floor(),
            (plot.top + size.height / 2.0 + padding).floor(),
        );
        self.outer_radius = (size.width.min(size.height) / 2.0).floor();
        // Version 2 keeps room for a label at the top only.
        let radius = match self.radial.axis.rules {
            AxisRules::Version2 => (plot.height() - padding).min(plot.width()) / 2.0,
            AxisRules::Version4 => self.outer_radius,
        };
        let max_ticks = (radius / self.backdrop_height()).ceil();
        let data = self.data_range(context);
        self.axis.fit_radial(&RadialSpace { plot, size, max_ticks }, data, context);
        if self.radial.axis.display != AxisDisplay::Hidden && self.radial.point_labels.display {
            self.fit_point_labels(plot, padding, context);
        }
        self.axis.finish_radial_fit();
    }

    /// Returns the smallest and greatest value of the data and the configured limits.
    fn data_range(&self, context: &LayoutContext) -> DataRange {
        let limits = self.radial.axis.limits;
        let mut min = limits.min.or(limits.suggested_min).unwrap_or(f64::INFINITY);
        let mut max = limits.max.or(limits.suggested_max).unwrap_or(f64::NEG_INFINITY);
        for set in context.chart.datasets.iter().filter(|set| set.visible) {
            let all = match &set.mark {
                Mark::PolarArea(polar) if polar.radial_axis == Some(self.id) => true,
                Mark::Radar(radar) if radar.radial_axis == Some(self.id) => false,
                _ => continue,
            };
            let outside = |value: f64| {
                limits.min.is_some_and(|min| min > value) || limits.max.is_some_and(|max| max < value)
            };
            for value in
                set.data.iter().filter_map(|value| value.value).filter(|value| all || !outside(*value))
            {
                if limits.min.is_none() {
                    min = min.min(value);
                }
                if limits.max.is_none() {
                    max = max.max(value);
                }
            }
        }
        if limits.max.is_some() && min > max {
            min = max;
        }
        if limits.min.is_some() && min > max {
            max = min;
        }
        let finite = |value: f64, other: f64| if value.is_finite() { value } else { other };
        DataRange { min: finite(min, finite(max, 0.0)), max: finite(max, finite(min, 0.0)) }
    }

    pub(super) fn label_count(&self) -> usize {
        self.radial.labels.len()
    }

    /// Returns the direction of a point label, in radians clockwise from the top.
    pub(super) fn index_angle(&self, index: usize) -> f64 {
        let step = TAU / self.label_count().max(1) as f64;
        normalize_angle(index as f64 * step + self.radial.start_angle.to_radians())
    }

    /// Returns the distance of a value from the center, in pixels.
    pub(super) fn value_radius(&self, value: f64) -> f64 {
        let factor = self.outer_radius / (self.axis.max - self.axis.min);
        if self.radial.axis.reverse {
            (self.axis.max - value) * factor
        } else {
            (value - self.axis.min) * factor
        }
    }

    /// Returns the point at a distance in the direction of a point label, and that direction in radians
    /// clockwise from the right.
    pub(super) fn point_at(&self, index: usize, distance: f64, angle_offset: f64) -> (Point, f64) {
        let angle = self.index_angle(index) - FRAC_PI_2 + angle_offset;
        let at = Point::new(
            libm::cos(angle) * distance + self.center.x,
            libm::sin(angle) * distance + self.center.y,
        );
        (at, angle)
    }

    /// Returns a circle or polygon around the center.
    fn ring_path(&self, radius: f64) -> Vec<crate::scene::PathCommand> {
        let mut pen = PathBuilder::default();
        if self.radial.circular_grid {
            pen.add_arc(CircleArc {
                center: self.center,
                radius,
                from: 0.0,
                to: TAU,
                counterclockwise: false,
            });
        } else {
            for index in 0..self.label_count() {
                pen.line_to(self.point_at(index, radius, 0.0).0);
            }
        }
        pen.close();
        pen.into_path()
    }

    /// Draws the background, the point labels, the grid rings and the angle lines.
    pub(super) fn draw_grid(&self, context: &LayoutContext) -> Vec<Item> {
        let axis = &self.radial.axis;
        let mut items = Vec::new();
        if let Some(paint) = &axis.background {
            let outline = Geometry::Path(self.ring_path(self.value_radius(self.axis.max)));
            items.push(Item::Shape(Shape { geometry: outline, fill: Some(paint.clone()), stroke: None }));
        }
        if self.radial.point_labels.display {
            items.extend(self.draw_point_labels(context));
        }
        if axis.grid.display {
            for (index, tick) in self.axis.ticks.iter().enumerate() {
                if index > 0 || (self.axis.min < 0.0 && axis.rules == AxisRules::Version4) {
                    items.extend(self.draw_grid_ring(index, self.value_radius(tick.value)));
                }
            }
        }
        if let Some(lines) = &self.radial.angle_lines {
            let end = if axis.reverse { self.axis.min } else { self.axis.max };
            for index in (0..self.label_count()).rev() {
                let stroke = lines.get(index).stroke.clone();
                if stroke.is_visible() {
                    items.push(Shape::polyline(
                        [self.center, self.point_at(index, self.value_radius(end), 0.0).0],
                        stroke,
                    ));
                }
            }
        }
        items
    }

    fn draw_grid_ring(&self, index: usize, radius: f64) -> Option<Item> {
        let axis = &self.radial.axis;
        let (paint, width) = axis.grid.lines.get(index);
        if (!self.radial.circular_grid && self.label_count() == 0)
            || !paint.is_visible()
            || *width <= 0.0
            || radius < 0.0
        {
            return None;
        }
        let dash = axis.border.dashes.get(index);
        let stroke = Stroke {
            dash: dash.lengths.clone(),
            dash_offset: dash.offset,
            join: crate::scene::Join::Miter(10.0),
            ..Stroke::solid(paint.clone(), *width)
        };
        let outline = Geometry::Path(self.ring_path(radius));
        Some(Item::Shape(Shape { geometry: outline, fill: None, stroke: Some(stroke) }))
    }

    /// Draws the tick labels, rotated to the direction of the first point label.
    pub(super) fn draw_tick_labels(&self, context: &LayoutContext) -> Vec<Item> {
        let axis = &self.radial.axis;
        if !axis.tick_labels.display {
            return Vec::new();
        }
        let angle = self.index_angle(0);
        let center = if angle == 0.0 { self.center } else { Point::default() };
        let mut items = Vec::new();
        for (index, tick) in self.axis.ticks.iter().enumerate() {
            let is_at_center = self.axis.min >= 0.0 || axis.rules == AxisRules::Version2;
            if index == 0 && is_at_center && !axis.reverse {
                continue;
            }
            let font = self.axis.tick_font(index);
            let at = Point::new(center.x, center.y - self.value_radius(tick.value));
            if let Some(backdrop) = *axis.tick_labels.backdrops.get(index) {
                let width =
                    tick.label.first().map_or(0.0, |label| context.fonts.text_width(label, font.style));
                let (size, padding) = (font.nominal_size, backdrop.padding);
                let rect = Rect {
                    x: at.x - width / 2.0 - padding.left,
                    y: at.y - size / 2.0 - padding.top,
                    width: width + padding.horizontal_total(),
                    height: size + padding.vertical_total(),
                };
                items.push(Shape::filled_rect(rect, backdrop.color));
            }
            let block = TextBlock {
                lines: &tick.label,
                font,
                paint: (*axis.tick_labels.colors.get(index)).into(),
                outline: axis.tick_labels.outlines.get(index).clone(),
                anchor: TextAnchor::Center,
                baseline: TextBaseline::Middle,
                max_width: None,
                backdrop: None,
            };
            items.extend(block.draw(at, 0.0, 0.0, context.fonts));
        }
        if angle == 0.0 {
            return items;
        }
        vec![Item::Layer(Layer {
            transform: Some(Transform { origin: self.center, rotation: angle, x_scale: 1.0 }),
            clip: None,
            items,
        })]
    }

    /// Returns half the angle between two point labels if they are centered between the angle lines, and 0
    /// otherwise.
    pub(super) fn label_angle_offset(&self) -> f64 {
        if self.radial.point_labels.centered { PI / self.label_count().max(1) as f64 } else { 0.0 }
    }
}
