//! The labels and the title of an axis (Chart.js 4.6.1, `_computeLabelItems` and `drawTitle`).

use std::f64::consts::FRAC_PI_2;

use crate::chart::{Align, AxisId, AxisTitle, CrossAlign, LabelLines, LayoutPosition};
use crate::geometry::{Point, Rect, Sides};
use crate::layout::boxes::Edges;
use crate::layout::text::{TextAnchor, TextBaseline, TextBlock, aligned_position, clip_to_area};
use crate::scene::Item;

use super::axis_box::{AxisBox, AxisBoxes};
use crate::layout::context::LayoutContext;

/// The position of labels perpendicular to the axis.
#[derive(Clone, Copy)]
struct LabelPlacement {
    at: f64,
    /// `None` if the first label starts and the last label ends at its tick.
    anchor: Option<TextAnchor>,
}

/// The position of a label's lines relative to its anchor.
#[derive(Clone, Copy)]
struct LinePlacement {
    /// Distance down to the first line, in pixels.
    below: f64,
    /// `None` if the first label starts and the last label ends at its tick.
    anchor: Option<TextAnchor>,
    baseline: TextBaseline,
}

impl AxisBox<'_> {
    /// Draws the labels, clipped to the box of the axis.
    pub(in crate::layout) fn draw_labels(
        &self,
        plot: Edges,
        axes: &AxisBoxes,
        context: &LayoutContext,
    ) -> Vec<Item> {
        if !self.has_labels(context) {
            return Vec::new();
        }
        if self.explicit_ticks().is_some() {
            return if self.visible_value_labels(axes, context).is_some() {
                Vec::new()
            } else {
                self.draw_explicit_labels(context)
            };
        }
        let placement = self.label_placement(plot, axes);
        let count = self.ticks.len();
        let items: Vec<Item> =
            (0..count).flat_map(|index| self.draw_label(index, placement, context)).collect();
        match self.label_clip_area(context) {
            Some(area) => clip_to_area(items, area),
            None => items,
        }
    }

    fn label_clip_area(&self, context: &LayoutContext) -> Option<Edges> {
        let own = self.edges;
        let size = context.chart.size;
        match self.axis.position {
            _ if self.axis.tick_labels.mirror => None,
            LayoutPosition::Left | LayoutPosition::Right => {
                Some(Edges { top: 0.0, bottom: size.height, ..own })
            }
            LayoutPosition::Top | LayoutPosition::Bottom => {
                Some(Edges { left: 0.0, right: size.width, ..own })
            }
            _ => None,
        }
    }

    fn label_placement(&self, plot: Edges, axes: &AxisBoxes) -> LabelPlacement {
        let ticks = &self.axis.tick_labels;
        let distance = self.mark_length() + ticks.padding;
        let away = if ticks.mirror { -ticks.padding } else { distance };
        let value = |position: LayoutPosition| match position {
            LayoutPosition::AxisValue(axis, value) => {
                axes.get(axis).map_or(0.0, |axis| axis.pixel_for_value(value))
            }
            _ => 0.0,
        };
        match (self.axis.position, self.axis.horizontal) {
            (LayoutPosition::Top, _) => {
                LabelPlacement { at: self.edges.bottom - away, anchor: self.horizontal_label_anchor() }
            }
            (LayoutPosition::Bottom, _) => {
                LabelPlacement { at: self.edges.top + away, anchor: self.horizontal_label_anchor() }
            }
            (LayoutPosition::Left, _) => {
                self.vertical_label_placement(self.edges.right, self.edges.left, -1.0)
            }
            (LayoutPosition::Right, _) => {
                self.vertical_label_placement(self.edges.left, self.edges.right, 1.0)
            }
            (LayoutPosition::Center | LayoutPosition::ChartArea, true) => LabelPlacement {
                at: (plot.top + plot.bottom) / 2.0 + distance,
                anchor: self.horizontal_label_anchor(),
            },
            (LayoutPosition::Center | LayoutPosition::ChartArea, false) => LabelPlacement {
                at: (plot.left + plot.right) / 2.0 - distance,
                anchor: Some(TextAnchor::Right),
            },
            (position, true) => {
                LabelPlacement { at: value(position) + distance, anchor: self.horizontal_label_anchor() }
            }
            (position, false) => LabelPlacement { at: value(position), anchor: Some(TextAnchor::Right) },
        }
    }

    fn horizontal_label_anchor(&self) -> Option<TextAnchor> {
        if self.rotation != 0.0 {
            return Some(if self.axis.position == LayoutPosition::Top {
                TextAnchor::Left
            } else {
                TextAnchor::Right
            });
        }
        match self.axis.tick_labels.align {
            Align::Inner => None,
            align => Some(align.into()),
        }
    }

    /// Returns the placement of labels on a vertical axis. `near` is the box edge next to the plot, and
    /// `sign` points away from the plot.
    fn vertical_label_placement(&self, near: f64, far: f64, sign: f64) -> LabelPlacement {
        let ticks = &self.axis.tick_labels;
        let widest = self.label_sizes.widest;
        let toward = if sign < 0.0 { TextAnchor::Right } else { TextAnchor::Left };
        if ticks.mirror {
            // Mirrored labels of a left axis are to the right of its line, and so are those of a right axis,
            // on top of it.
            let start = near + ticks.padding;
            let step = -sign * widest;
            return match ticks.cross_align {
                CrossAlign::Near => LabelPlacement { at: start, anchor: Some(toward.mirrored()) },
                CrossAlign::Center => {
                    LabelPlacement { at: start + step / 2.0, anchor: Some(TextAnchor::Center) }
                }
                CrossAlign::Far => LabelPlacement { at: start + step, anchor: Some(toward) },
            };
        }
        let start = near + sign * (self.mark_length() + ticks.padding);
        match ticks.cross_align {
            CrossAlign::Near => LabelPlacement { at: start, anchor: Some(toward) },
            CrossAlign::Center => {
                LabelPlacement { at: start + sign * widest / 2.0, anchor: Some(TextAnchor::Center) }
            }
            CrossAlign::Far => LabelPlacement { at: far, anchor: Some(toward.mirrored()) },
        }
    }

    fn draw_label(&self, index: usize, placement: LabelPlacement, context: &LayoutContext) -> Vec<Item> {
        let (axis, ticks) = (self.axis, &self.axis.tick_labels);
        let Some(tick) = self.ticks.get(index) else { return Vec::new() };
        let style_index = self.style_index(index);
        let font = self.drawn_font(index);
        let angle = -self.rotation.to_radians();
        let along = self.pixel_for_tick(index) + ticks.label_offset;
        let lines = tick.label.len() as f64;
        let baseline = match (axis.horizontal, ticks.align) {
            (false, Align::Start) => TextBaseline::Top,
            (false, Align::End) => TextBaseline::Bottom,
            _ => TextBaseline::Middle,
        };
        let (at, below) = if axis.horizontal {
            let turned = if angle != 0.0 && ticks.backdrops.get(style_index).is_none() {
                font.line_height / 2.0 * libm::sin(angle)
            } else {
                0.0
            };
            (Point::new(along + turned, placement.at), self.first_line_offset(lines, font.line_height))
        } else {
            (Point::new(placement.at, along), (1.0 - lines) * font.line_height / 2.0)
        };
        let lines = LinePlacement { below, anchor: placement.anchor, baseline };
        let backdrop = ticks.backdrops.get(style_index);
        let block = TextBlock {
            lines: &tick.label,
            font,
            paint: (*ticks.colors.get(style_index)).into(),
            outline: ticks.outlines.get(style_index).clone(),
            anchor: placement.anchor.unwrap_or_else(|| self.inner_label_anchor(index)),
            baseline,
            max_width: None,
            backdrop: backdrop
                .map(|backdrop| (self.backdrop_rect(index, lines, backdrop.padding), backdrop.color)),
        };
        block.draw(at, below, angle, context.fonts)
    }

    fn inner_label_anchor(&self, index: usize) -> TextAnchor {
        let side = if index + 1 == self.ticks.len() {
            TextAnchor::Right
        } else if index == 0 {
            TextAnchor::Left
        } else {
            TextAnchor::Center
        };
        if self.axis.reverse { side.mirrored() } else { side }
    }

    /// Returns the distance from the anchor of a horizontal axis's label down to its first line.
    fn first_line_offset(&self, lines: f64, line_height: f64) -> f64 {
        let ticks = &self.axis.tick_labels;
        let tallest = self.label_sizes.tallest;
        let cross = if self.rotation != 0.0 { CrossAlign::Near } else { ticks.cross_align };
        let below = match (self.axis.position, cross) {
            (LayoutPosition::Top, CrossAlign::Near) => -lines * line_height + line_height / 2.0,
            (LayoutPosition::Top, CrossAlign::Center) => {
                -tallest / 2.0 - lines / 2.0 * line_height + line_height
            }
            (LayoutPosition::Top, CrossAlign::Far) => -tallest + line_height / 2.0,
            (_, CrossAlign::Near) => line_height / 2.0,
            (_, CrossAlign::Center) => tallest / 2.0 - lines / 2.0 * line_height,
            (_, CrossAlign::Far) => tallest - lines * line_height,
        };
        if ticks.mirror { -below } else { below }
    }

    /// Returns the backdrop rectangle of a label, relative to the label's anchor.
    fn backdrop_rect(&self, index: usize, lines: LinePlacement, padding: Sides) -> Rect {
        let LinePlacement { below, anchor, baseline } = lines;
        let width = self.label_sizes.widths.get(index).copied().unwrap_or_default();
        let height = self.label_sizes.heights.get(index).copied().unwrap_or_default();
        let up = match baseline {
            TextBaseline::Top => 0.0,
            TextBaseline::Middle => height / 2.0,
            TextBaseline::Bottom => height,
        };
        let back = match anchor {
            Some(TextAnchor::Center) => width / 2.0,
            Some(TextAnchor::Right) => width,
            None if index + 1 == self.ticks.len() => width,
            None if index > 0 => width / 2.0,
            Some(TextAnchor::Left) | None => 0.0,
        };
        Rect {
            x: -padding.left - back,
            y: below - padding.top - up,
            width: width + padding.horizontal_total(),
            height: height + padding.vertical_total(),
        }
    }

    /// Draws the axis title.
    pub(in crate::layout) fn draw_title(
        &self,
        plot: Edges,
        axes: &AxisBoxes,
        context: &LayoutContext,
    ) -> Vec<Item> {
        let Some(title) = &self.axis.title else { return Vec::new() };
        let (at, angle) = self.title_position(title, &title.text, plot, axes);
        let reversed = self.axis.reverse;
        let at_right = self.axis.position == LayoutPosition::Right;
        let side = TextAnchor::from(title.align);
        let block = TextBlock {
            lines: &title.text,
            font: title.font,
            paint: title.color.into(),
            outline: title.outline.clone(),
            anchor: if reversed != at_right { side.mirrored() } else { side },
            baseline: TextBaseline::Middle,
            max_width: self.axis.horizontal.then_some(self.edges.width()),
            backdrop: None,
        };
        block.draw(at, 0.0, angle, context.fonts)
    }

    fn title_position(
        &self,
        title: &AxisTitle,
        text: &LabelLines,
        plot: Edges,
        axes: &AxisBoxes,
    ) -> (Point, f64) {
        let (own, height) = (self.edges, title.font.line_height);
        let outer = |padding: f64| height / 2.0 + padding;
        let inner = outer(title.padding.bottom) + height * (text.len() as f64 - 1.0);
        let pixel = |axis: AxisId, value: f64| axes.get(axis).map_or(0.0, |axis| axis.pixel_for_value(value));
        if self.axis.horizontal {
            let y = match self.axis.position {
                LayoutPosition::Top => own.top + outer(title.padding.top),
                LayoutPosition::AxisValue(axis, value) => pixel(axis, value) + own.height() - inner,
                LayoutPosition::Center => (plot.bottom + plot.top) / 2.0 + own.height() - inner,
                _ => own.bottom - inner,
            };
            return (Point::new(aligned_position(title.align, own.left, own.right), y), 0.0);
        }
        let x = match self.axis.position {
            LayoutPosition::Left => own.left + outer(title.padding.top),
            LayoutPosition::AxisValue(axis, value) => pixel(axis, value) - own.width() + inner,
            LayoutPosition::Center => (plot.left + plot.right) / 2.0 - own.width() + inner,
            _ => own.right - outer(title.padding.top),
        };
        let angle = if self.axis.position == LayoutPosition::Left { -FRAC_PI_2 } else { FRAC_PI_2 };
        (Point::new(x, aligned_position(title.align, own.bottom, own.top)), angle)
    }
}
