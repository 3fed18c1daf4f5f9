//! A round axis: from the centre outwards, with labels around it (Chart.js 4.6.1, `RadialLinearScale`).

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::chart::{Display, Mark, Radial};
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::mark::{Arc, Pen, normalized};
use crate::scene::{Item, Layer, Outline, Shape, Stroke, Turn};

use super::axis::{AxisBox, Ground};
use super::radial_labels::PointLabel;
use super::text::{Baseline, Block, Side};

/// A round axis while it is laid out.
pub(super) struct RadialBox<'a> {
    pub(super) axis: AxisBox<'a>,
    pub(super) radial: &'a Radial,
    index: usize,
    visible: bool,
    pub(super) center: Point,
    /// From the centre to its end, in pixels.
    pub(super) reach: f64,
    pub(super) point_labels: Vec<PointLabel>,
}

impl<'a> RadialBox<'a> {
    pub(super) fn new(radial: &'a Radial, index: usize, ground: &Ground) -> Self {
        let uses = |mark: &Mark| match mark {
            Mark::Radar(radar) => radar.radial == index,
            Mark::Polar(polar) => polar.radial == index,
            _ => false,
        };
        let used = ground.chart.datasets.iter().any(|set| set.visible && uses(&set.mark));
        Self {
            axis: AxisBox::new(&radial.axis, usize::MAX, ground),
            radial,
            index,
            visible: match radial.axis.display {
                Display::Yes => true,
                Display::No => false,
                Display::Auto => used,
            },
            center: Point::default(),
            reach: 0.0,
            point_labels: Vec::new(),
        }
    }

    pub(super) fn is_visible(&self) -> bool {
        self.visible
    }

    /// Height of a tick's label with its plate.
    pub(super) fn backdrop_height(&self) -> f64 {
        let ticks = &self.radial.axis.ticks;
        if !ticks.display || self.radial.axis.display == Display::No {
            return 0.0;
        }
        ticks.fonts.get(0).style.size + ticks.backdrop_padding.height()
    }

    pub(super) fn update(&mut self, plot: Edges, ground: &Ground) {
        let padding = self.backdrop_height() / 2.0;
        let (width, height) = (plot.width() - 2.0 * padding, plot.height() - 2.0 * padding);
        self.center = Point::new(
            (plot.left + width / 2.0 + padding).floor(),
            (plot.top + height / 2.0 + padding).floor(),
        );
        self.reach = (width.min(height) / 2.0).floor();
        let limit = (self.reach / self.backdrop_height()).ceil();
        let data = self.data_range(ground);
        self.axis.update_radial(plot, (width, height), (limit, data), ground);
        if self.radial.axis.display != Display::No && self.radial.point_labels.display {
            self.fit_point_labels(plot, padding, ground);
        }
    }

    /// Least and greatest value of its data and given ends.
    fn data_range(&self, ground: &Ground) -> (f64, f64) {
        let limits = self.radial.axis.limits;
        let mut min = limits.min.or(limits.suggested_min).unwrap_or(f64::INFINITY);
        let mut max = limits.max.or(limits.suggested_max).unwrap_or(f64::NEG_INFINITY);
        for set in ground.chart.datasets.iter().filter(|set| set.visible) {
            let all = match &set.mark {
                Mark::Polar(polar) if polar.radial == self.index => true,
                Mark::Radar(radar) if radar.radial == self.index => false,
                _ => continue,
            };
            let outside = |value: f64| {
                limits.min.is_some_and(|min| min > value) || limits.max.is_some_and(|max| max < value)
            };
            for value in
                set.values.iter().filter_map(|value| value.value).filter(|value| all || !outside(*value))
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
        (finite(min, finite(max, 0.0)), finite(max, finite(min, 0.0)))
    }

    pub(super) fn count(&self) -> usize {
        self.radial.labels.len()
    }

    /// The direction of a label, in radians clockwise from the top.
    pub(super) fn index_angle(&self, index: usize) -> f64 {
        let step = TAU / self.count().max(1) as f64;
        normalized(index as f64 * step + self.radial.start_angle.to_radians())
    }

    /// How far from the centre a value stands.
    pub(super) fn distance(&self, value: f64) -> f64 {
        let factor = self.reach / (self.axis.max - self.axis.min);
        if self.radial.axis.reverse {
            (self.axis.max - value) * factor
        } else {
            (value - self.axis.min) * factor
        }
    }

    /// The place in a label's direction, and that direction from the right.
    pub(super) fn place(&self, index: usize, distance: f64, more: f64) -> (Point, f64) {
        let angle = self.index_angle(index) - FRAC_PI_2 + more;
        let at = Point::new(
            libm::cos(angle) * distance + self.center.x,
            libm::sin(angle) * distance + self.center.y,
        );
        (at, angle)
    }

    /// A circle or polygon at a distance.
    fn around(&self, radius: f64) -> Vec<crate::scene::Segment> {
        let mut pen = Pen::default();
        if self.radial.circular {
            pen.arc(Arc { center: self.center, radius, from: 0.0, to: TAU, counterclockwise: false });
        } else {
            for index in 0..self.count() {
                pen.line_to(self.place(index, radius, 0.0).0);
            }
        }
        pen.close();
        pen.finish()
    }

    /// Background, labels around it, circles and lines from the centre.
    pub(super) fn grid(&self, ground: &Ground) -> Vec<Item> {
        let axis = &self.radial.axis;
        let mut items = Vec::new();
        if let Some(color) = axis.background {
            let outline = Outline::Path(self.around(self.distance(self.axis.max)));
            items.push(Item::Shape(Shape { outline, fill: Some(color), stroke: None }));
        }
        if self.radial.point_labels.display {
            items.extend(self.point_label_items(ground));
        }
        if axis.grid.display {
            for (index, tick) in self.axis.ticks.iter().enumerate() {
                if index > 0 || self.axis.min < 0.0 {
                    items.extend(self.circle(index, self.distance(tick.value)));
                }
            }
        }
        if let Some(lines) = &self.radial.angle_lines {
            let end = if axis.reverse { self.axis.min } else { self.axis.max };
            for index in (0..self.count()).rev() {
                let stroke = lines.get(index).stroke.clone();
                if stroke.width > 0.0 && stroke.color.alpha > 0 {
                    items.push(Shape::line(
                        [self.center, self.place(index, self.distance(end), 0.0).0],
                        stroke,
                    ));
                }
            }
        }
        items
    }

    fn circle(&self, index: usize, radius: f64) -> Option<Item> {
        let axis = &self.radial.axis;
        let (color, width) = *axis.grid.lines.get(index);
        if (!self.radial.circular && self.count() == 0) || color.alpha == 0 || width <= 0.0 || radius < 0.0 {
            return None;
        }
        let border = &axis.border;
        let stroke = Stroke {
            dash: border.dash.clone(),
            dash_offset: border.dash_offset,
            join: crate::scene::Join::Miter(10.0),
            ..Stroke::solid(color, width)
        };
        let outline = Outline::Path(self.around(radius));
        Some(Item::Shape(Shape { outline, fill: None, stroke: Some(stroke) }))
    }

    /// The labels of the ticks, turned to the first label's direction.
    pub(super) fn labels(&self, ground: &Ground) -> Vec<Item> {
        let axis = &self.radial.axis;
        if !axis.ticks.display {
            return Vec::new();
        }
        let angle = self.index_angle(0);
        let center = if angle == 0.0 { self.center } else { Point::default() };
        let mut items = Vec::new();
        for (index, tick) in self.axis.ticks.iter().enumerate() {
            if index == 0 && self.axis.min >= 0.0 && !axis.reverse {
                continue;
            }
            let font = *axis.ticks.fonts.get(index);
            let at = Point::new(center.x, center.y - self.distance(tick.value));
            if let Some(backdrop) = *axis.ticks.backdrops.get(index) {
                let width = tick.label.first().map_or(0.0, |label| ground.fonts.width(label, font.style));
                let (size, padding) = (font.style.size, backdrop.padding);
                let rect = Rect {
                    x: at.x - width / 2.0 - padding.left,
                    y: at.y - size / 2.0 - padding.top,
                    width: width + padding.width(),
                    height: size + padding.height(),
                };
                items.push(Shape::rect(rect, backdrop.color));
            }
            let block = Block {
                lines: &tick.label,
                font,
                color: *axis.ticks.colors.get(index),
                outline: axis.ticks.outlines.get(index).clone(),
                side: Side::Center,
                baseline: Baseline::Middle,
                max_width: None,
                backdrop: None,
            };
            items.extend(block.items(at, 0.0, 0.0, ground.fonts));
        }
        if angle == 0.0 {
            return items;
        }
        vec![Item::Layer(Layer {
            turn: Some(Turn { at: self.center, angle, stretch: 1.0 }),
            clip: None,
            items,
        })]
    }

    /// Half the angle between two labels where those stand between lines.
    pub(super) fn label_turn(&self) -> f64 {
        if self.radial.point_labels.centered { PI / self.count().max(1) as f64 } else { 0.0 }
    }
}
