//! Labels at values (chartjs-plugin-datalabels 2.2.0).

use crate::chart::{Align, BarCorners, DataLabel, Mark, Shown, Toward};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::mark::{Pen, rectangle, rounded_rect};
use crate::scale::js_round;
use crate::scene::{Clip, Item, Layer, Outline, Shape, Turn};

use super::lines::Drawn;
use super::text::{Baseline, Block, Side};
use super::{Painter, Placed};

/// What a label is tied to: from start to end, and the way that leads on.
#[derive(Clone, Copy)]
struct Span {
    start: Point,
    end: Point,
    way: (f64, f64),
}

/// A label at its place.
struct Tied<'a> {
    lines: &'a [String],
    style: &'a DataLabel,
    center: Point,
    /// Of its words.
    width: f64,
    height: f64,
    /// Place in the data, and which dataset it is of: later ones are drawn first.
    rank: (usize, usize),
}

impl Painter<'_> {
    pub(super) fn data_labels(
        &self,
        placed: &[Placed],
        trails: &[Option<Drawn>],
        fonts: &Fonts,
    ) -> Vec<Item> {
        let mut labels: Vec<Tied> = Vec::new();
        let mut visible = 0;
        for (dataset, set) in self.chart.datasets.iter().enumerate().filter(|(_, set)| set.visible) {
            for own in &set.labels {
                for (place, lines) in own.texts.iter().enumerate().filter(|(_, lines)| !lines.is_empty()) {
                    let style = own.styles.get(place);
                    let Some(span) = self.span(dataset, place, placed, trails) else { continue };
                    if style.display != Shown::No {
                        labels.push(self.tied((lines, style), span, (place, visible), fonts));
                    }
                }
            }
            visible += 1;
        }
        labels.sort_by_key(|label| std::cmp::Reverse(label.rank));
        hide(&mut labels);
        labels.iter().flat_map(|label| self.label_items(label, fonts)).collect()
    }

    fn span(
        &self,
        dataset: usize,
        place: usize,
        placed: &[Placed],
        trails: &[Option<Drawn>],
    ) -> Option<Span> {
        match placed.get(dataset)? {
            Placed::Bars(bars) => {
                let (_, bar) = bars.get(bars.binary_search_by_key(&place, |(at, _)| *at).ok()?)?;
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
                Some(Span { start, end, way: self.way(dataset, point)? })
            }
            Placed::Slices(slices) => {
                let (_, slice) = slices.get(slices.binary_search_by_key(&place, |(at, _)| *at).ok()?)?;
                let angle = (slice.start + slice.end) / 2.0;
                let way = (libm::cos(angle), libm::sin(angle));
                let at = |radius: f64| {
                    Point::new(slice.center.x + way.0 * radius, slice.center.y + way.1 * radius)
                };
                Some(Span { start: at(slice.inner), end: at(slice.outer), way })
            }
            Placed::Line => {
                let node = trails.get(dataset)?.as_ref()?.trail.nodes.get(place)?;
                let points = match &self.chart.datasets.get(dataset)?.mark {
                    Mark::Line(line) => &line.points,
                    Mark::Radar(radar) => &radar.points,
                    _ => return None,
                };
                let radius = points.radii.get(place).copied().unwrap_or(points.styles.get(place).radius);
                let way = self.way(dataset, node.at)?;
                let at = |sign: f64| {
                    Point::new(node.at.x + sign * way.0 * radius, node.at.y + sign * way.1 * radius)
                };
                (!node.skip).then(|| Span { start: at(-1.0), end: at(1.0), way })
            }
        }
    }

    /// The way that leads from the axis's base to a point.
    fn way(&self, dataset: usize, at: Point) -> Option<(f64, f64)> {
        let set = self.chart.datasets.get(dataset)?;
        if let Mark::Radar(radar) = &set.mark {
            let center = self.radials.get(radar.radial)?.center;
            let (dx, dy) = (at.x - center.x, at.y - center.y);
            let length = libm::sqrt(dx * dx + dy * dy);
            return Some(if length == 0.0 { (0.0, -1.0) } else { (dx / length, dy / length) });
        }
        // Points know no horizontal axis: their labels lead upwards there, too.
        let horizontal = matches!(set.mark, Mark::Bars(_)) && self.tracks.get(set.value_axis()?)?.horizontal;
        Some(if horizontal { (1.0, 0.0) } else { (0.0, -1.0) })
    }

    fn tied<'l>(
        &self,
        (lines, style): (&'l [String], &'l DataLabel),
        span: Span,
        rank: (usize, usize),
        fonts: &Fonts,
    ) -> Tied<'l> {
        let width = lines.iter().map(|line| fonts.width(line, style.font.style)).fold(0.0, f64::max);
        let height = lines.len() as f64 * style.font.line_height;
        let seen = if style.clamp { within(span, self.plot) } else { span };
        let at = match style.anchor {
            Align::Start => seen.start,
            Align::End => seen.end,
            Align::Center | Align::Inner => {
                Point::new((seen.start.x + seen.end.x) / 2.0, (seen.start.y + seen.end.y) / 2.0)
            }
        };
        let (vx, vy) = match style.toward {
            Toward::Center => (0.0, 0.0),
            Toward::Start => (-span.way.0, -span.way.1),
            Toward::End => span.way,
            Toward::Way(x, y) => (x, y),
        };
        let mut tied = Tied { lines, style, center: at, width, height, rank };
        let most = vx.abs().max(vy.abs());
        if most > 0.0 {
            let frame = tied.frame();
            let angle = style.rotation.to_radians();
            let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
            let dx = frame.width / 2.0 * cos + frame.height / 2.0 * sin;
            let dy = frame.width / 2.0 * sin + frame.height / 2.0 * cos;
            tied.center.x += dx * vx / most + style.offset * vx;
            tied.center.y += dy * vy / most + style.offset * vy;
        }
        tied
    }

    fn label_items(&self, label: &Tied, fonts: &Fonts) -> Vec<Item> {
        let style = label.style;
        let round = |length: f64| js_round(length * self.chart.pixel_ratio) / self.chart.pixel_ratio;
        let at = Point::new(round(label.center.x), round(label.center.y));
        let mut items: Vec<Item> = label.plate(round).into_iter().collect();
        let (left, side) = match style.text_align {
            Align::Start | Align::Inner => (0.0, Side::Left),
            Align::Center => (label.width / 2.0, Side::Center),
            Align::End => (label.width, Side::Right),
        };
        for (row, line) in label.lines.iter().enumerate() {
            let y = -label.height / 2.0 + style.font.line_height * (row as f64 + 0.5);
            let block = Block {
                lines: std::slice::from_ref(line),
                font: style.font,
                color: style.color,
                outline: style.outline.clone(),
                side,
                baseline: Baseline::Middle,
                max_width: Some(round(label.width).max(1.0)),
                backdrop: None,
            };
            items.extend(block.items(Point::new(round(left - label.width / 2.0), round(y)), 0.0, 0.0, fonts));
        }
        let turn = Some(Turn { at, angle: style.rotation.to_radians(), stretch: 1.0 });
        let plot = self.plot;
        let clip = style.clip.then(|| Clip {
            path: rectangle(plot.left, plot.top, plot.width(), plot.height()),
            even_odd: false,
        });
        vec![Item::Layer(Layer { clip, turn, items })]
    }
}

impl Tied<'_> {
    /// Its plate, seen from its middle.
    fn frame(&self) -> Rect {
        let (padding, border) = (self.style.padding, self.style.border_width);
        Rect {
            x: -self.width / 2.0 - padding.left - border,
            y: -self.height / 2.0 - padding.top - border,
            width: self.width + padding.width() + border * 2.0,
            height: self.height + padding.height() + border * 2.0,
        }
    }

    fn plate(&self, round: impl Fn(f64) -> f64) -> Option<Item> {
        let style = self.style;
        if style.fill.is_none() && style.border.is_none() {
            return None;
        }
        let (frame, border) = (self.frame(), style.border_width);
        let rect = Rect {
            x: round(frame.x) + border / 2.0,
            y: round(frame.y) + border / 2.0,
            width: (round(frame.width) - border).max(0.0),
            height: (round(frame.height) - border).max(0.0),
        };
        let radius = style.radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
        let corners =
            BarCorners { top_left: radius, top_right: radius, bottom_left: radius, bottom_right: radius };
        let mut pen = Pen::default();
        rounded_rect(&mut pen, rect, corners);
        let outline = Outline::Path(pen.finish());
        Some(Item::Shape(Shape { outline, fill: style.fill, stroke: style.border.clone() }))
    }

    /// Its plate's corners in the picture.
    fn corners(&self) -> [Point; 4] {
        let frame = self.frame();
        let angle = self.style.rotation.to_radians();
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let (left, top, right, bottom) = (frame.x, frame.y, frame.right(), frame.bottom());
        [(left, top), (right, top), (right, bottom), (left, bottom)]
            .map(|(x, y)| Point::new(self.center.x + cos * x - sin * y, self.center.y + sin * x + cos * y))
    }
}

/// Leaves out labels that lie over others, where they may be; those drawn last stay.
fn hide(labels: &mut Vec<Tied>) {
    let auto = |label: &Tied| label.style.display == Shown::Auto;
    if !labels.iter().any(auto) {
        return;
    }
    let mut seen = vec![true; labels.len()];
    for (i, upper) in labels.iter().enumerate().rev() {
        for (j, lower) in labels.iter().enumerate().take(i).rev() {
            let both = seen.get(i) == Some(&true) && seen.get(j) == Some(&true);
            if !both || !(auto(upper) || auto(lower)) || !meet(upper, lower) {
                continue;
            }
            let hidden = if auto(lower) { j } else { i };
            if let Some(place) = seen.get_mut(hidden) {
                *place = false;
            }
        }
    }
    let mut kept = seen.into_iter();
    labels.retain(|_| kept.next().unwrap_or(true));
}

/// Whether two plates meet: no line lies between them (separating axes).
fn meet(a: &Tied, b: &Tied) -> bool {
    let (a, b) = (a.corners(), b.corners());
    let apart = |[p, q, _, s]: [Point; 4]| {
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
    !apart(a) && !apart(b)
}

/// The part of a span that lies in the plot.
fn within(span: Span, plot: Edges) -> Span {
    let clamp = |at: Point, other: Point| {
        let mut at = at;
        for (low, high, horizontal) in [(plot.left, plot.right, true), (plot.top, plot.bottom, false)] {
            let (value, toward) = if horizontal { (at.x, other.x) } else { (at.y, other.y) };
            let edge = value.min(high).max(low);
            if edge != value && toward != value {
                let share = (edge - value) / (toward - value);
                at = Point::new(at.x + (other.x - at.x) * share, at.y + (other.y - at.y) * share);
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
    Span { start: clamp(span.start, span.end), end: clamp(span.end, span.start), ..span }
}
