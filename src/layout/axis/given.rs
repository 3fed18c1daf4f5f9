//! Axes with given ticks: which labels have room is seen when the axis has its place.

use crate::chart::{GivenTick, Scale};
use crate::font::Line;
use crate::geometry::Point;
use crate::layout::boxes::Answer;
use crate::scale::{Positions, Tick};
use crate::scene::{Item, Text};

use super::kept::{Extent, kept};
use super::{AxisBox, Ground};

/// Least room between neighbouring labels, as a share of the font size.
const NEIGHBOUR_GAP: f64 = 0.35;

impl AxisBox<'_> {
    /// The given ticks, where they are given.
    pub(super) fn given(&self) -> Option<&[GivenTick]> {
        match &self.axis.scale {
            Scale::Given(ticks) => Some(ticks),
            _ => None,
        }
    }

    /// How much room it would take with given ticks.
    pub(super) fn update_given(&mut self, ground: &Ground) -> Answer {
        if self.range.is_none() {
            let (min, max) = (self.axis.limits.min.unwrap_or(0.0), self.axis.limits.max.unwrap_or(1.0));
            (self.min, self.max, self.range) = (min, max, Some((min, max)));
            let ticks = self.given().unwrap_or_default();
            let tick = |given: &GivenTick| Tick {
                value: given.value,
                major: given.major,
                label: given.label.clone(),
                ..Tick::default()
            };
            self.ticks = ticks.iter().map(tick).collect();
            self.sizes = self.measure(ground);
        }
        self.head = self.caption_height(ground);
        self.configure();
        self.fit(ground)
    }

    /// A scale of one value has it in its middle.
    pub(super) fn given_positions(&self) -> Positions {
        let range = self.max - self.min;
        if range == 0.0 {
            return Positions::Linear { start: self.min - 0.5, range: 1.0 };
        }
        Positions::Linear { start: self.min, range }
    }

    /// The labels for which there is room.
    pub(super) fn given_labels(&self, ground: &Ground) -> Vec<Item> {
        if self.axis.horizontal { self.labels_along(ground) } else { self.labels_beside(ground) }
    }

    fn labels_beside(&self, ground: &Ground) -> Vec<Item> {
        let font = self.font(0);
        let extent = |tick: &Tick| Extent {
            middle: self.pixel(tick.value),
            rows: vec![font.line_height],
            major: tick.major,
        };
        let extents: Vec<_> = self.ticks.iter().map(extent).collect();
        let right = self.edges.right - self.mark_length() - self.axis.ticks.padding;
        let mut items = Vec::new();
        for index in kept(&extents, 0.0) {
            let (Some(tick), Some(extent)) = (self.ticks.get(index), extents.get(index)) else { continue };
            let line = ground.fonts.line(&tick.label.join(" "), font.style);
            let at = Point::new(right - line.width, extent.middle + font.style.middle());
            items.push(self.text(index, at, line));
        }
        items
    }

    /// Each label centred under its tick, moved inside the picture's padding where it would stand out.
    fn labels_along(&self, ground: &Ground) -> Vec<Item> {
        let font = self.font(0);
        let gap = font.style.size * NEIGHBOUR_GAP;
        let measured = |label: &[String]| -> Vec<Line> {
            label.iter().map(|line| ground.fonts.line(line, font.style)).collect()
        };
        let given = self.given().unwrap_or_default();
        let mut labels: Vec<_> = given.iter().map(|tick| measured(&tick.label)).collect();
        let mut places = self.extents(&labels, ground);
        let mut chosen = kept(&places, gap);
        if chosen.len() < labels.len() {
            let sparse = given.iter().zip(&mut labels).filter(|(tick, _)| !tick.sparse_label.is_empty());
            sparse.for_each(|(tick, label)| *label = measured(&tick.sparse_label));
            places = self.extents(&labels, ground);
            chosen = kept(&places, gap);
        }
        let top = self.edges.top + self.mark_length() + self.axis.ticks.padding + font.style.ascent();
        let room = ground.chart.size.width - ground.chart.padding.width();
        let mut items = Vec::new();
        for index in chosen {
            let (Some(place), Some(lines)) = (places.get(index), labels.get(index)) else { continue };
            for (row, line) in lines.iter().enumerate().filter(|(_, line)| line.width <= room) {
                let at = Point::new(place.middle - line.width / 2.0, top + row as f64 * font.line_height);
                items.push(self.text(index, at, line.clone()));
            }
        }
        items
    }

    fn text(&self, index: usize, at: Point, line: Line) -> Item {
        let color = *self.axis.ticks.colors.get(index);
        Item::Text(Text { at, style: self.font(0).style, color, outline: None, line })
    }

    /// Where labels stand: one at an edge is moved inside before it is asked who its neighbours are.
    fn extents(&self, labels: &[Vec<Line>], ground: &Ground) -> Vec<Extent> {
        let padding = ground.chart.padding;
        let (left, right) = (padding.left, ground.chart.size.width - padding.right);
        let extent = |(tick, lines): (&Tick, &Vec<Line>)| {
            let rows: Vec<f64> = lines.iter().map(|line| line.width).collect();
            let half = rows.iter().fold(0.0, |widest: f64, row| widest.max(*row)).min(right - left) / 2.0;
            let middle = self.pixel(tick.value).min(right - half).max(left + half);
            Extent { middle, rows, major: tick.major }
        };
        self.ticks.iter().zip(labels).map(extent).collect()
    }
}
