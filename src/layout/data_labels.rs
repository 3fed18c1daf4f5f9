//! Data labels (chartjs-plugin-datalabels 2.2.0).

use crate::chart::{Align, CornerRadii, DataLabelStyle, DatasetId, IdList, LabelAlign, LabelDisplay, Mark};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::mark::{PathBuilder, add_rounded_rect, rect_path};
use crate::scale::js_round;
use crate::scene::{Clip, Geometry, Item, Layer, Shape, Transform};

use super::lines::PlacedLines;
use super::painter::{DatasetMarks, Painter};
use super::text::{TextAnchor, TextBaseline, TextBlock};

/// The line segment that a label is anchored to, and the direction away from the base.
#[derive(Clone, Copy)]
struct AnchorSpan {
    start: Point,
    end: Point,
    direction: (f64, f64),
}

/// A data label at its position.
struct PlacedDataLabel<'a> {
    lines: &'a [String],
    style: &'a DataLabelStyle,
    center: Point,
    /// Point of the mark that the label is placed at.
    anchor: Point,
    /// Width of the text, in pixels.
    width: f64,
    height: f64,
    /// Data index; labels of higher indices are drawn first.
    data_index: usize,
    /// Labels of later datasets are drawn first.
    dataset: DatasetId,
}

impl Painter<'_> {
    pub(super) fn draw_data_labels(
        &self,
        marks: &IdList<DatasetId, DatasetMarks>,
        placed_lines: &PlacedLines,
        fonts: &Fonts,
    ) -> Vec<Item> {
        let mut labels: Vec<PlacedDataLabel> = Vec::new();
        for (dataset, set) in self.chart.datasets.entries().filter(|(_, set)| set.visible) {
            for labels_of_set in &set.data_labels {
                let texts = labels_of_set.texts.iter().enumerate();
                for (data_index, lines) in texts.filter(|(_, lines)| !lines.is_empty()) {
                    let style = labels_of_set.styles.get(data_index);
                    let Some(span) = self.anchor_span(dataset, data_index, marks, placed_lines) else {
                        continue;
                    };
                    if style.display != LabelDisplay::Hidden {
                        let width = |line: &String| fonts.text_width(line, style.font.style);
                        let mut label = PlacedDataLabel {
                            lines,
                            style,
                            center: Point::default(),
                            anchor: Point::default(),
                            width: lines.iter().map(width).fold(0.0, f64::max),
                            height: lines.len() as f64 * style.font.line_height,
                            data_index,
                            dataset,
                        };
                        label.move_to_span(span, self.plot);
                        labels.push(label);
                    }
                }
            }
        }
        labels.sort_by_key(|label| std::cmp::Reverse((label.data_index, label.dataset)));
        hide_overlapping_labels(&mut labels);
        let leaders = labels.iter().filter_map(PlacedDataLabel::draw_leader);
        leaders.chain(labels.iter().flat_map(|label| self.draw_data_label(label, fonts))).collect()
    }

    fn anchor_span(
        &self,
        dataset: DatasetId,
        data_index: usize,
        marks: &IdList<DatasetId, DatasetMarks>,
        placed_lines: &PlacedLines,
    ) -> Option<AnchorSpan> {
        match marks.get(dataset)? {
            DatasetMarks::Bars(bars) => {
                let (_, bar) = bars.get(bars.binary_search_by_key(&data_index, |(at, _)| *at).ok()?)?;
                let (low, high) = (bar.base.min(bar.head), bar.base.max(bar.head));
                let (start, end, point) = if bar.horizontal {
                    (
                        Point::new(low, bar.center),
                        Point::new(high, bar.center),
                        Point::new(bar.head, bar.center),
                    )
                } else {
                    (
                        Point::new(bar.center, high),
                        Point::new(bar.center, low),
                        Point::new(bar.center, bar.head),
                    )
                };
                Some(AnchorSpan { start, end, direction: self.base_direction(dataset, point)? })
            }
            DatasetMarks::Slices(slices) => {
                let (_, slice) = slices.get(slices.binary_search_by_key(&data_index, |(at, _)| *at).ok()?)?;
                let angle = (slice.start_angle + slice.end_angle) / 2.0;
                let direction = (libm::cos(angle), libm::sin(angle));
                let at = |radius: f64| {
                    Point::new(slice.center.x + direction.0 * radius, slice.center.y + direction.1 * radius)
                };
                Some(AnchorSpan { start: at(slice.inner_radius), end: at(slice.outer_radius), direction })
            }
            DatasetMarks::Line => {
                let node = placed_lines.get(dataset)?.as_ref()?.polyline.nodes.get(data_index)?;
                let points = match &self.chart.datasets.get(dataset)?.mark {
                    Mark::Line(line) => &line.points,
                    Mark::Radar(radar) => &radar.points,
                    _ => return None,
                };
                let radius =
                    points.radii.get(data_index).copied().unwrap_or(points.styles.get(data_index).radius);
                let direction = self.base_direction(dataset, node.position)?;
                let at = |sign: f64| {
                    Point::new(
                        node.position.x + sign * direction.0 * radius,
                        node.position.y + sign * direction.1 * radius,
                    )
                };
                (!node.skip).then(|| AnchorSpan { start: at(-1.0), end: at(1.0), direction })
            }
        }
    }

    /// Returns the direction from the base of the axis to a point, as a unit vector.
    fn base_direction(&self, dataset: DatasetId, at: Point) -> Option<(f64, f64)> {
        let set = self.chart.datasets.get(dataset)?;
        if let Mark::Radar(radar) = &set.mark {
            let center = self.radials.get(radar.radial_axis?)?.center;
            let (dx, dy) = (at.x - center.x, at.y - center.y);
            let length = libm::sqrt(dx * dx + dy * dy);
            return Some(if length == 0.0 { (0.0, -1.0) } else { (dx / length, dy / length) });
        }
        // As in the plugin, labels of points are placed above them on a horizontal axis, too.
        let horizontal =
            matches!(set.mark, Mark::Bars(_)) && self.resolved_axes.get(set.value_axis()?)?.horizontal;
        Some(if horizontal { (1.0, 0.0) } else { (0.0, -1.0) })
    }

    fn draw_data_label(&self, label: &PlacedDataLabel, fonts: &Fonts) -> Vec<Item> {
        let style = label.style;
        let round = |length: f64| js_round(length * self.chart.pixel_ratio) / self.chart.pixel_ratio;
        let at = Point::new(round(label.center.x), round(label.center.y));
        let mut items: Vec<Item> = label.draw_box(round).into_iter().collect();
        let (left, side) = match style.text_align {
            Align::Start | Align::Inner => (0.0, TextAnchor::Left),
            Align::Center => (label.width / 2.0, TextAnchor::Center),
            Align::End => (label.width, TextAnchor::Right),
        };
        for (row, line) in label.lines.iter().enumerate() {
            let y = -label.height / 2.0 + style.font.line_height * (row as f64 + 0.5);
            let block = TextBlock {
                lines: std::slice::from_ref(line),
                font: style.font,
                paint: style.paint.clone(),
                outline: style.outline.clone(),
                anchor: side,
                baseline: TextBaseline::Middle,
                max_width: Some(round(label.width).max(1.0)),
                backdrop: None,
            };
            items.extend(block.draw(Point::new(round(left - label.width / 2.0), round(y)), 0.0, 0.0, fonts));
        }
        let transform = Some(Transform { origin: at, rotation: style.rotation.to_radians(), x_scale: 1.0 });
        let plot = self.plot;
        let clip = style.clip.then(|| Clip {
            path: rect_path(plot.left, plot.top, plot.width(), plot.height()),
            even_odd: false,
        });
        vec![Item::Layer(Layer { clip, transform, items })]
    }
}

impl PlacedDataLabel<'_> {
    /// Moves the label to its place at an anchor span.
    fn move_to_span(&mut self, span: AnchorSpan, plot: Edges) {
        let style = self.style;
        let AnchorSpan { start, end, direction } = if style.clamp { clamp_span(span, plot) } else { span };
        self.center = match style.anchor {
            Align::Start => start,
            Align::End => end,
            Align::Center | Align::Inner => Point::new((start.x + end.x) / 2.0, (start.y + end.y) / 2.0),
        };
        self.anchor = self.center;
        let (vx, vy) = match style.align {
            LabelAlign::Center => (0.0, 0.0),
            LabelAlign::Start => (-direction.0, -direction.1),
            LabelAlign::End => direction,
            LabelAlign::Direction(x, y) => (x, y),
        };
        let max_component = vx.abs().max(vy.abs());
        if max_component > 0.0 {
            let frame = self.box_rect();
            let angle = style.rotation.to_radians();
            let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
            let dx = frame.width / 2.0 * cos + frame.height / 2.0 * sin;
            let dy = frame.width / 2.0 * sin + frame.height / 2.0 * cos;
            self.center.x += dx * vx / max_component + style.offset * vx;
            self.center.y += dy * vy / max_component + style.offset * vy;
        }
    }

    /// Returns the label box, relative to the center of the label.
    fn box_rect(&self) -> Rect {
        let (padding, border) = (self.style.padding, self.style.border_width);
        Rect {
            x: -self.width / 2.0 - padding.left - border,
            y: -self.height / 2.0 - padding.top - border,
            width: self.width + padding.horizontal_total() + border * 2.0,
            height: self.height + padding.vertical_total() + border * 2.0,
        }
    }

    /// Returns the line from the mark to the label.
    fn draw_leader(&self) -> Option<Item> {
        let stroke = self.style.leader.clone()?;
        let mut pen = PathBuilder::default();
        pen.move_to(self.anchor);
        pen.line_to(self.center);
        let geometry = Geometry::Path(pen.into_path());
        Some(Item::Shape(Shape { geometry, fill: None, stroke: Some(stroke) }))
    }

    fn draw_box(&self, round: impl Fn(f64) -> f64) -> Option<Item> {
        let style = self.style;
        if style.fill.is_none() && style.border.is_none() {
            return None;
        }
        let (frame, border) = (self.box_rect(), style.border_width);
        let rect = Rect {
            x: round(frame.x) + border / 2.0,
            y: round(frame.y) + border / 2.0,
            width: (round(frame.width) - border).max(0.0),
            height: (round(frame.height) - border).max(0.0),
        };
        let radius = style.corner_radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
        let corners =
            CornerRadii { top_left: radius, top_right: radius, bottom_left: radius, bottom_right: radius };
        let mut pen = PathBuilder::default();
        add_rounded_rect(&mut pen, rect, corners);
        let outline = Geometry::Path(pen.into_path());
        Some(Item::Shape(Shape { geometry: outline, fill: style.fill.clone(), stroke: style.border.clone() }))
    }

    /// Returns the corners of the rotated label box in the picture.
    fn box_corners(&self) -> [Point; 4] {
        let frame = self.box_rect();
        let angle = self.style.rotation.to_radians();
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let (left, top, right, bottom) = (frame.x, frame.y, frame.right(), frame.bottom());
        [(left, top), (right, top), (right, bottom), (left, bottom)]
            .map(|(x, y)| Point::new(self.center.x + cos * x - sin * y, self.center.y + sin * x + cos * y))
    }
}

/// Hides labels with `display: auto` that overlap others; the label drawn last stays.
fn hide_overlapping_labels(labels: &mut Vec<PlacedDataLabel>) {
    let auto = |label: &PlacedDataLabel| label.style.display == LabelDisplay::Auto;
    if !labels.iter().any(auto) {
        return;
    }
    let mut is_shown = vec![true; labels.len()];
    for (i, upper) in labels.iter().enumerate().rev() {
        for (j, lower) in labels.iter().enumerate().take(i).rev() {
            let both_shown = is_shown.get(i) == Some(&true) && is_shown.get(j) == Some(&true);
            if !both_shown || !(auto(upper) || auto(lower)) || !boxes_intersect(upper, lower) {
                continue;
            }
            let hidden = if auto(lower) { j } else { i };
            if let Some(place) = is_shown.get_mut(hidden) {
                *place = false;
            }
        }
    }
    let mut kept = is_shown.into_iter();
    labels.retain(|_| kept.next().unwrap_or(true));
}

/// Returns true if two label boxes intersect (separating axis theorem).
fn boxes_intersect(a: &PlacedDataLabel, b: &PlacedDataLabel) -> bool {
    let (a, b) = (a.box_corners(), b.box_corners());
    let are_separated = |[p, q, _, s]: [Point; 4]| {
        [(p, q), (p, s)].into_iter().any(|(from, to)| {
            let project = |points: [Point; 4]| {
                let at =
                    points.map(|at| (at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y));
                (
                    at.into_iter().fold(f64::INFINITY, f64::min),
                    at.into_iter().fold(f64::NEG_INFINITY, f64::max),
                )
            };
            let (own, other) = (project(a), project(b));
            own.1 < other.0 || other.1 < own.0
        })
    };
    !are_separated(a) && !are_separated(b)
}

/// Returns the part of a span inside the plot.
fn clamp_span(span: AnchorSpan, plot: Edges) -> AnchorSpan {
    let clamp = |at: Point, other: Point| {
        let mut at = at;
        for (low, high, horizontal) in [(plot.left, plot.right, true), (plot.top, plot.bottom, false)] {
            let (value, toward) = if horizontal { (at.x, other.x) } else { (at.y, other.y) };
            let edge = value.min(high).max(low);
            if edge != value && toward != value {
                let fraction = (edge - value) / (toward - value);
                at = Point::new(at.x + (other.x - at.x) * fraction, at.y + (other.y - at.y) * fraction);
            }
        }
        at
    };
    let outside = (span.start.x.max(span.end.x) < plot.left)
        || (span.start.x.min(span.end.x) > plot.right)
        || (span.start.y.max(span.end.y) < plot.top)
        || (span.start.y.min(span.end.y) > plot.bottom);
    if outside {
        return span;
    }
    AnchorSpan { start: clamp(span.start, span.end), end: clamp(span.end, span.start), ..span }
}
