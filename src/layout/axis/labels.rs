//! The labels and the title of an axis (Chart.js 4.6.1, `_computeLabelItems` and `drawTitle`).

use std::f64::consts::FRAC_PI_2;

use crate::chart::{Align, AxisTitle, CrossAlign, Label, Position};
use crate::geometry::{Point, Rect, Sides};
use crate::layout::boxes::Edges;
use crate::layout::text::{Baseline, Block, Side, along, cut};
use crate::scene::Item;

use super::{AxisBox, Ground};

/// Where labels stand across the axis.
#[derive(Clone, Copy)]
struct Across {
    at: f64,
    /// `None`: the first one starts, the last one ends at its tick.
    side: Option<Side>,
}

impl AxisBox<'_> {
    /// The labels, cut at the axis's box.
    pub(in crate::layout) fn labels(&self, plot: Edges, others: &[AxisBox], ground: &Ground) -> Vec<Item> {
        if !self.has_labels(ground) {
            return Vec::new();
        }
        if self.given().is_some() {
            return if self.values(others, ground).is_some() {
                Vec::new()
            } else {
                self.given_labels(ground)
            };
        }
        let across = self.label_across(plot, others);
        let count = self.ticks.len();
        let items: Vec<Item> = (0..count).flat_map(|index| self.label_items(index, across, ground)).collect();
        match self.label_area(ground) {
            Some(area) => cut(items, area),
            None => items,
        }
    }

    fn label_area(&self, ground: &Ground) -> Option<Edges> {
        let own = self.edges;
        let size = ground.chart.size;
        match self.axis.position {
            _ if self.axis.ticks.mirror => None,
            Position::Left | Position::Right => Some(Edges { top: 0.0, bottom: size.height, ..own }),
            Position::Top | Position::Bottom => Some(Edges { left: 0.0, right: size.width, ..own }),
            _ => None,
        }
    }

    fn label_across(&self, plot: Edges, others: &[AxisBox]) -> Across {
        let ticks = &self.axis.ticks;
        let distance = self.mark_length() + ticks.padding;
        let away = if ticks.mirror { -ticks.padding } else { distance };
        let value = |position: Position| match position {
            Position::At(axis, value) => others.get(axis).map_or(0.0, |axis| axis.pixel(value)),
            _ => 0.0,
        };
        match (self.axis.position, self.axis.horizontal) {
            (Position::Top, _) => Across { at: self.edges.bottom - away, side: self.side_below() },
            (Position::Bottom, _) => Across { at: self.edges.top + away, side: self.side_below() },
            (Position::Left, _) => self.side_beside(self.edges.right, self.edges.left, -1.0),
            (Position::Right, _) => self.side_beside(self.edges.left, self.edges.right, 1.0),
            (Position::Center | Position::Area, true) => {
                Across { at: (plot.top + plot.bottom) / 2.0 + distance, side: self.side_below() }
            }
            (Position::Center | Position::Area, false) => {
                Across { at: (plot.left + plot.right) / 2.0 - distance, side: Some(Side::Right) }
            }
            (position, true) => Across { at: value(position) + distance, side: self.side_below() },
            (position, false) => Across { at: value(position), side: Some(Side::Right) },
        }
    }

    fn side_below(&self) -> Option<Side> {
        if self.rotation != 0.0 {
            return Some(if self.axis.position == Position::Top { Side::Left } else { Side::Right });
        }
        match self.axis.ticks.align {
            Align::Inner => None,
            align => Some(align.into()),
        }
    }

    /// Labels beside an axis whose near edge is its line; `sign` leads away from the plot.
    fn side_beside(&self, near: f64, far: f64, sign: f64) -> Across {
        let ticks = &self.axis.ticks;
        let widest = self.sizes.widest;
        let toward = if sign < 0.0 { Side::Right } else { Side::Left };
        if ticks.mirror {
            // Mirrored, a left axis's labels stand right of its line; a right axis's do too, and lie over it.
            let start = near + ticks.padding;
            let step = -sign * widest;
            return match ticks.cross_align {
                CrossAlign::Near => Across { at: start, side: Some(toward.mirrored()) },
                CrossAlign::Center => Across { at: start + step / 2.0, side: Some(Side::Center) },
                CrossAlign::Far => Across { at: start + step, side: Some(toward) },
            };
        }
        let start = near + sign * (self.mark_length() + ticks.padding);
        match ticks.cross_align {
            CrossAlign::Near => Across { at: start, side: Some(toward) },
            CrossAlign::Center => Across { at: start + sign * widest / 2.0, side: Some(Side::Center) },
            CrossAlign::Far => Across { at: far, side: Some(toward.mirrored()) },
        }
    }

    fn label_items(&self, index: usize, across: Across, ground: &Ground) -> Vec<Item> {
        let (axis, ticks) = (self.axis, &self.axis.ticks);
        let Some(tick) = self.ticks.get(index) else { return Vec::new() };
        let place = self.style_place(index);
        let font = self.font(place);
        let angle = -self.rotation.to_radians();
        let along = self.tick_pixel(index) + ticks.label_offset;
        let lines = tick.label.len() as f64;
        let baseline = match (axis.horizontal, ticks.align) {
            (false, Align::Start) => Baseline::Top,
            (false, Align::End) => Baseline::Bottom,
            _ => Baseline::Middle,
        };
        let (at, below) = if axis.horizontal {
            let turned = if angle != 0.0 && ticks.backdrops.get(place).is_none() {
                font.line_height / 2.0 * libm::sin(angle)
            } else {
                0.0
            };
            (Point::new(along + turned, across.at), self.below(lines, font.line_height))
        } else {
            (Point::new(across.at, along), (1.0 - lines) * font.line_height / 2.0)
        };
        let block = Block {
            lines: &tick.label,
            font,
            color: *ticks.colors.get(place),
            outline: ticks.outlines.get(place).clone(),
            side: across.side.unwrap_or_else(|| self.inner_side(index)),
            baseline,
            max_width: None,
            backdrop: ticks
                .backdrops
                .get(place)
                .map(|plate| (self.plate(index, below, (across.side, baseline), plate.padding), plate.color)),
        };
        block.items(at, below, angle, ground.fonts)
    }

    fn inner_side(&self, index: usize) -> Side {
        let side = if index + 1 == self.ticks.len() {
            Side::Right
        } else if index == 0 {
            Side::Left
        } else {
            Side::Center
        };
        if self.axis.reverse { side.mirrored() } else { side }
    }

    /// How far under the place of a horizontal axis's labels their first line stands.
    fn below(&self, lines: f64, line_height: f64) -> f64 {
        let ticks = &self.axis.ticks;
        let highest = self.sizes.highest;
        let cross = if self.rotation != 0.0 { CrossAlign::Near } else { ticks.cross_align };
        let below = match (self.axis.position, cross) {
            (Position::Top, CrossAlign::Near) => -lines * line_height + line_height / 2.0,
            (Position::Top, CrossAlign::Center) => -highest / 2.0 - lines / 2.0 * line_height + line_height,
            (Position::Top, CrossAlign::Far) => -highest + line_height / 2.0,
            (_, CrossAlign::Near) => line_height / 2.0,
            (_, CrossAlign::Center) => highest / 2.0 - lines / 2.0 * line_height,
            (_, CrossAlign::Far) => highest - lines * line_height,
        };
        if ticks.mirror { -below } else { below }
    }

    /// The plate behind a label.
    fn plate(
        &self,
        index: usize,
        below: f64,
        (side, baseline): (Option<Side>, Baseline),
        padding: Sides,
    ) -> Rect {
        let width = self.sizes.widths.get(index).copied().unwrap_or_default();
        let height = self.sizes.heights.get(index).copied().unwrap_or_default();
        let up = match baseline {
            Baseline::Top => 0.0,
            Baseline::Middle => height / 2.0,
            Baseline::Bottom => height,
        };
        let back = match side {
            Some(Side::Center) => width / 2.0,
            Some(Side::Right) => width,
            None if index + 1 == self.ticks.len() => width,
            None if index > 0 => width / 2.0,
            Some(Side::Left) | None => 0.0,
        };
        Rect {
            x: -padding.left - back,
            y: below - padding.top - up,
            width: width + padding.width(),
            height: height + padding.height(),
        }
    }

    /// The axis's words.
    pub(in crate::layout) fn title(&self, plot: Edges, others: &[AxisBox], ground: &Ground) -> Vec<Item> {
        let Some(title) = &self.axis.title else { return Vec::new() };
        let (at, angle) = self.title_place(title, &title.text, plot, others);
        let reversed = self.axis.reverse;
        let at_right = self.axis.position == Position::Right;
        let side = Side::from(title.align);
        let block = Block {
            lines: &title.text,
            font: title.font,
            color: title.color,
            outline: title.outline.clone(),
            side: if reversed != at_right { side.mirrored() } else { side },
            baseline: Baseline::Middle,
            max_width: self.axis.horizontal.then_some(self.edges.width()),
            backdrop: None,
        };
        block.items(at, 0.0, angle, ground.fonts)
    }

    fn title_place(&self, title: &AxisTitle, text: &Label, plot: Edges, others: &[AxisBox]) -> (Point, f64) {
        let (own, height) = (self.edges, title.font.line_height);
        let outer = |padding: f64| height / 2.0 + padding;
        let inner = outer(title.padding.bottom) + height * (text.len() as f64 - 1.0);
        let pixel = |axis: usize, value: f64| others.get(axis).map_or(0.0, |axis| axis.pixel(value));
        if self.axis.horizontal {
            let y = match self.axis.position {
                Position::Top => own.top + outer(title.padding.top),
                Position::At(axis, value) => pixel(axis, value) + own.height() - inner,
                Position::Center => (plot.bottom + plot.top) / 2.0 + own.height() - inner,
                _ => own.bottom - inner,
            };
            return (Point::new(along(title.align, own.left, own.right), y), 0.0);
        }
        let x = match self.axis.position {
            Position::Left => own.left + outer(title.padding.top),
            Position::At(axis, value) => pixel(axis, value) - own.width() + inner,
            Position::Center => (plot.left + plot.right) / 2.0 - own.width() + inner,
            _ => own.right - outer(title.padding.top),
        };
        let angle = if self.axis.position == Position::Left { -FRAC_PI_2 } else { FRAC_PI_2 };
        (Point::new(x, along(title.align, own.bottom, own.top)), angle)
    }
}
