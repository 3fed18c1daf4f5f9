//! How an axis turns its labels and how much room it takes (Chart.js 4.6.1, `calculateLabelRotation` and `fit`).

use crate::chart::{Align, Position};
use crate::geometry::Sides;
use crate::layout::boxes::Answer;

use super::{AxisBox, Ground};

/// Least room between labels before they are turned, in pixels.
const LABEL_SPACE: f64 = 6.0;

impl AxisBox<'_> {
    /// Length of the marks at ticks.
    pub(super) fn mark_length(&self) -> f64 {
        if self.axis.grid.draw_ticks { self.axis.grid.tick_length } else { 0.0 }
    }

    /// Height of the title, with its padding.
    fn title_height(&self) -> f64 {
        let height = |title: &crate::chart::AxisTitle| {
            title.text.len() as f64 * title.fit_line_height + title.padding.height()
        };
        self.axis.title.as_ref().map_or(0.0, height)
    }

    /// By how many degrees labels are turned to have room beside each other.
    pub(super) fn label_rotation(&self, ground: &Ground) -> f64 {
        let (axis, ticks) = (self.axis, &self.axis.ticks);
        let count =
            ticks.max_count.filter(|limit| *limit > 0).unwrap_or(usize::MAX).min(self.ticks.len()) as f64;
        let (least, most) = (ticks.min_rotation, ticks.max_rotation);
        if !self.visible || !ticks.display || least >= most || count <= 1.0 || !axis.horizontal {
            return least;
        }
        let (width, height) = (self.sizes.widest, self.sizes.highest);
        let room = (ground.chart.size.width - width).min(self.max_width).max(0.0);
        let distance = if axis.offset { self.max_width / count } else { room / (count - 1.0) };
        if width + LABEL_SPACE <= distance {
            return least;
        }
        let distance = room / (count - if axis.offset { 0.5 } else { 1.0 });
        let high = self.max_height - self.mark_length() - ticks.padding - self.title_height();
        let diagonal = (width * width + height * height).sqrt();
        let arc = |ratio: f64| libm::asin(ratio.clamp(-1.0, 1.0));
        let angle = arc((height + LABEL_SPACE) / distance).min(arc(high / diagonal) - arc(height / diagonal));
        most.min(angle.to_degrees()).max(least)
    }

    /// Takes the room it needs.
    pub(super) fn fit(&mut self, ground: &Ground) -> Answer {
        let (axis, ticks) = (self.axis, &self.axis.ticks);
        let (mut width, mut height) = (0.0, 0.0);
        if self.visible {
            let marks =
                if self.given().is_some() && !self.has_labels(ground) { 0.0 } else { self.mark_length() };
            let thick = marks + self.title_height();
            (width, height) =
                if axis.horizontal { (self.max_width, thick) } else { (thick, self.max_height) };
            if self.has_labels(ground) && !self.ticks.is_empty() {
                let angle = self.rotation.to_radians();
                let (sin, cos) = (libm::sin(angle), libm::cos(angle));
                let (widest, highest) = (self.sizes.widest, self.sizes.highest);
                let padding = ticks.padding * 2.0;
                if axis.horizontal {
                    let label = if ticks.mirror { 0.0 } else { sin * widest + cos * highest };
                    height = self.max_height.min(height + label + padding);
                } else {
                    let label = if ticks.mirror { 0.0 } else { cos * widest + sin * highest };
                    // Given labels are never cut: what has to give way does so.
                    let most = if self.given().is_some() { f64::INFINITY } else { self.max_width };
                    width = most.min(width + label + padding);
                }
                self.padding = self.standing_out(sin, cos);
            }
        }
        self.margins = self.margins.max(&self.padding);
        if axis.horizontal {
            width = ground.chart.size.width - self.margins.width();
            self.length = width;
        } else {
            height = ground.chart.size.height - self.margins.height();
            self.length = height;
        }
        (self.width, self.height) = (width, height);
        Answer { width, height, padding: self.padding }
    }

    /// How far the outermost labels stand out over the ends of the axis.
    fn standing_out(&self, sin: f64, cos: f64) -> Sides {
        let ticks = &self.axis.ticks;
        let (first, last) = (self.sizes.first, self.sizes.last);
        if !self.axis.horizontal {
            let (top, bottom) = match ticks.align {
                Align::Start => (0.0, first.1),
                Align::End => (last.1, 0.0),
                Align::Center | Align::Inner => (last.1 / 2.0, first.1 / 2.0),
            };
            return Sides { top: top + ticks.padding, bottom: bottom + ticks.padding, ..Sides::default() };
        }
        if self.given().is_some() {
            return Sides::default();
        }
        let before = self.tick_pixel(0) - self.edges.left;
        let after = self.edges.right - self.tick_pixel(self.ticks.len().saturating_sub(1));
        let (left, right) = if self.rotation != 0.0 {
            if self.axis.position == Position::Top {
                (sin * first.1, cos * last.0)
            } else {
                (cos * first.0, sin * last.1)
            }
        } else {
            match ticks.align {
                Align::Start => (0.0, last.0),
                Align::End => (first.0, 0.0),
                Align::Inner => (0.0, 0.0),
                Align::Center => (first.0 / 2.0, last.0 / 2.0),
            }
        };
        let out = |label: f64, offset: f64| {
            ((label - offset + ticks.padding) * self.width / (self.width - offset)).max(0.0)
        };
        let finite = |value: f64| if value.is_finite() { value } else { 0.0 };
        Sides { left: finite(out(left, before)), right: finite(out(right, after)), ..Sides::default() }
    }
}
