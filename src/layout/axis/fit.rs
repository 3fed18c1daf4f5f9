//! Label rotation and required space of an axis (Chart.js 4.6.1, `calculateLabelRotation` and `fit`).

use crate::chart::{Align, LayoutPosition};
use crate::geometry::Sides;
use crate::layout::boxes::RequiredSpace;

use super::axis_box::AxisBox;
use crate::layout::context::LayoutContext;

/// Minimum distance between unrotated labels, in pixels.
const LABEL_SPACE: f64 = 6.0;

impl AxisBox<'_> {
    /// Length of the tick marks, in pixels.
    pub(super) fn mark_length(&self) -> f64 {
        if self.axis.grid.draw_ticks { self.axis.grid.tick_length } else { 0.0 }
    }

    /// Height of the title with its padding, in pixels.
    fn title_height(&self) -> f64 {
        let height = |title: &crate::chart::AxisTitle| {
            title.text.len() as f64 * title.layout_line_height + title.padding.vertical_total()
        };
        self.axis.title.as_ref().map_or(0.0, height)
    }

    /// Returns the rotation, in degrees, at which neighbouring labels do not overlap.
    pub(super) fn label_rotation(&self, context: &LayoutContext) -> f64 {
        let (axis, ticks) = (self.axis, &self.axis.tick_labels);
        let limit = ticks.max_ticks_limit.filter(|limit| *limit > 0 && !self.follows_version_2());
        let count = limit.unwrap_or(usize::MAX).min(self.ticks.len()) as f64;
        let (least, most) = (ticks.min_rotation, ticks.max_rotation);
        if !self.visible || !ticks.display || least >= most || count <= 1.0 || !axis.horizontal {
            return least;
        }
        let (width, height) = (self.label_sizes.widest, self.label_sizes.tallest);
        let room = (context.chart.size.width - width).min(self.max_width).max(0.0);
        let distance = if axis.offset { self.max_width / count } else { room / (count - 1.0) };
        if width + LABEL_SPACE <= distance {
            return least;
        }
        let distance = room / (count - if axis.offset { 0.5 } else { 1.0 });
        let high = self.max_height - self.mark_length() - ticks.padding - self.title_height();
        // Version 2 turns a label around the middle of its first line.
        let turned =
            if self.follows_version_2() { height - self.tick_font(0).line_height / 2.0 } else { height };
        let diagonal = (width * width + turned * turned).sqrt();
        let arc = |ratio: f64| libm::asin(ratio.clamp(-1.0, 1.0));
        let angle = arc((height + LABEL_SPACE) / distance).min(arc(high / diagonal) - arc(turned / diagonal));
        most.min(angle.to_degrees()).max(least)
    }

    /// Computes the space that the axis requires and stores it.
    pub(super) fn fit_size(&mut self, context: &LayoutContext) -> RequiredSpace {
        let axis = self.axis;
        let (mut width, mut height) = (0.0, 0.0);
        if self.visible {
            let marks = if self.explicit_ticks().is_some() && !self.has_labels(context) {
                0.0
            } else {
                self.mark_length()
            };
            let thickness = marks + self.title_height();
            (width, height) =
                if axis.horizontal { (self.max_width, thickness) } else { (thickness, self.max_height) };
            if self.has_labels(context) && !self.ticks.is_empty() {
                let angle = self.rotation.to_radians();
                let (sin, cos) = (libm::sin(angle), libm::cos(angle));
                let labels = self.label_thickness(sin, cos);
                if axis.horizontal {
                    height = self.max_height.min(height + labels);
                } else {
                    // Explicit labels are never clipped: elements are dropped by priority instead.
                    let max_width =
                        if self.explicit_ticks().is_some() { f64::INFINITY } else { self.max_width };
                    width = max_width.min(width + labels);
                }
                self.padding = self.end_overhang(sin, cos);
            }
        }
        self.margins = self.margins.max_of_each_side(&self.padding);
        if axis.horizontal {
            width = context.chart.size.width - self.margins.horizontal_total();
            self.length = width;
        } else {
            height = context.chart.size.height - self.margins.vertical_total();
            self.length = height;
        }
        (self.width, self.height) = (width, height);
        RequiredSpace { width, height, padding: self.padding }
    }

    /// Returns the room for labels and their padding perpendicular to the axis; `sin` and `cos` are those of their rotation.
    fn label_thickness(&self, sin: f64, cos: f64) -> f64 {
        if self.follows_version_2() {
            return self.label_thickness_of_version_2(sin, cos);
        }
        let ticks = &self.axis.tick_labels;
        let (widest, tallest) = (self.label_sizes.widest, self.label_sizes.tallest);
        let labels = match self.axis.horizontal {
            _ if ticks.mirror => 0.0,
            true => sin * widest + cos * tallest,
            false => cos * widest + sin * tallest,
        };
        labels + ticks.padding * 2.0
    }

    /// Returns by how many pixels the outermost labels reach beyond the ends of the axis.
    fn end_overhang(&self, sin: f64, cos: f64) -> Sides {
        if self.follows_version_2() {
            return self.end_overhang_of_version_2(sin, cos);
        }
        let ticks = &self.axis.tick_labels;
        let (first, last) = (self.label_sizes.first, self.label_sizes.last);
        if !self.axis.horizontal {
            let (top, bottom) = match ticks.align {
                Align::Start => (0.0, first.1),
                Align::End => (last.1, 0.0),
                Align::Center | Align::Inner => (last.1 / 2.0, first.1 / 2.0),
            };
            return Sides { top: top + ticks.padding, bottom: bottom + ticks.padding, ..Sides::default() };
        }
        if self.explicit_ticks().is_some() {
            return Sides::default();
        }
        let before = self.pixel_for_tick(0) - self.edges.left;
        let after = self.edges.right - self.pixel_for_tick(self.ticks.len().saturating_sub(1));
        let (left, right) = if self.rotation != 0.0 {
            if self.axis.position == LayoutPosition::Top {
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
        let overhang = |label: f64, offset: f64| {
            ((label - offset + ticks.padding) * self.width / (self.width - offset)).max(0.0)
        };
        let finite = |value: f64| if value.is_finite() { value } else { 0.0 };
        Sides {
            left: finite(overhang(left, before)),
            right: finite(overhang(right, after)),
            ..Sides::default()
        }
    }
}
