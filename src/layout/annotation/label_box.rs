//! The label of an annotation: text in a box, inside an area, along a line or at a point, with its callout
//! line.

use std::f64::consts::{FRAC_PI_2, PI};

use crate::chart::{
    Align, AnnotationLabel, BoxSide, Callout, LabelDrawing, LabelPosition, Length, ShapeShadows,
};
use crate::font::Fonts;
use crate::geometry::{Point, Rect, Sides, Size};
use crate::layout::boxes::Edges;
use crate::layout::text::{TextBaseline, TextBlock};
use crate::mark::{PathBuilder, drawing_in_rect};
use crate::scene::Item;

use super::rule::{Rule, point_distance};
use super::shapes::{rotate_around, visible_path, visible_rect};

/// Labels at the start or the end of a line stay within this fraction of its length.
const MAX_END_FRACTION: f64 = 0.25;
/// Tolerance, in pixels, of the test for a point inside the label box.
const SLACK: f64 = 0.001;

/// A label at its position.
pub(super) struct LabelBox<'a> {
    label: &'a AnnotationLabel,
    rect: Rect,
    /// The point that the callout line leads to.
    target: Point,
    /// Rotation around the center, in radians.
    angle: f64,
}

impl<'a> LabelBox<'a> {
    /// Places a label inside an area that has a border of this width.
    pub(super) fn in_area(label: &'a AnnotationLabel, area: Rect, border: f64, fonts: &Fonts) -> Self {
        let (text, size) = (content_size(label, fonts), label_box_size(label, fonts, 0.0));
        let [x, y] = label.position.map(position_fraction);
        let padding = label.padding;
        let along =
            |start: f64, length: f64, fraction: f64| start + border / 2.0 + (length - border) * fraction;
        let left = along(area.x, area.width - padding.horizontal_total() - text.0, x) + label.offset.0;
        let top = along(area.y, area.height - padding.vertical_total() - text.1, y) + label.offset.1;
        let rect = Rect { x: left, y: top, width: size.0, height: size.1 };
        Self { label, rect, target: rect_center(rect), angle: label.rotation.unwrap_or(0.0).to_radians() }
    }

    /// Places a label at a point.
    pub(super) fn at_point(label: &'a AnnotationLabel, point: Point, fonts: &Fonts) -> Self {
        let (width, height) = label_box_size(label, fonts, label.border.width);
        Self::with_size_at_point(label, Size { width, height }, point)
    }

    /// Places a label of a size at a point.
    pub(super) fn with_size_at_point(label: &'a AnnotationLabel, size: Size, point: Point) -> Self {
        let Size { width, height } = size;
        let [x, y] = label.position.map(position_fraction);
        let (left, top) = (point.x - x * width + label.offset.0, point.y - y * height + label.offset.1);
        let rect = Rect { x: left, y: top, width, height };
        Self { label, rect, target: point, angle: label.rotation.unwrap_or(0.0).to_radians() }
    }

    /// Places a label along a line, moved inside the plot as far as it fits; `None` if the line is outside
    /// the plot.
    pub(super) fn along_line(
        label: &'a AnnotationLabel,
        rule: &Rule,
        plot: Edges,
        fonts: &Fonts,
    ) -> Option<Self> {
        let (width, height) = label_box_size(label, fonts, label.border.width);
        let angle = label.rotation.map_or_else(|| readable_angle(rule), f64::to_radians);
        let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
        let turned = Size { width: width * cos + height * sin, height: width * sin + height * cos };
        let fraction = match label.position[0] {
            LabelPosition::Start => end_fraction(label, rule.from, rule.to, turned, plot),
            LabelPosition::End => 1.0 - end_fraction(label, rule.to, rule.from, turned, plot),
            LabelPosition::Fraction(fraction) => fraction,
        };
        let point = rule.point_at(fraction);
        let x = shift_into_range(point.x, turned.width, label.padding.left, plot.left, plot.right)
            + label.offset.0;
        let y = shift_into_range(point.y, turned.height, label.padding.top, plot.top, plot.bottom)
            + label.offset.1;
        let rect = Rect { x: x - width / 2.0, y: y - height / 2.0, width, height };
        rule.may_cross_plot.then_some(Self { label, rect, target: point, angle })
    }

    /// The box before it is turned.
    pub(super) fn rect(&self) -> Rect {
        self.rect
    }

    pub(super) fn draw(&self, fonts: &Fonts) -> Vec<Item> {
        rotate_around(rect_center(self.rect), self.angle, |origin| {
            let rect = Rect { x: self.rect.x - origin.x, y: self.rect.y - origin.y, ..self.rect };
            let AnnotationLabel { corner_radii, fill, border, shadows, .. } = self.label;
            let mut items = self.draw_callout(origin);
            items.extend(visible_rect(rect, *corner_radii, fill.clone(), border, *shadows));
            match &self.label.drawing {
                Some(content) => items.extend(self.draw_drawing(content, rect)),
                None => items.extend(self.draw_text(rect, fonts)),
            }
            items
        })
    }

    /// The area inside border and padding, in a box.
    fn content_rect(&self, rect: Rect) -> Rect {
        let Sides { left, top, right, bottom } = self.label.padding;
        let half = self.label.border.width / 2.0;
        Rect::from_edges(
            rect.x + left + half,
            rect.y + top + half,
            rect.right() - right - half,
            rect.bottom() - bottom - half,
        )
    }

    fn draw_drawing(&self, content: &LabelDrawing, rect: Rect) -> Option<Item> {
        let item = drawing_in_rect(&content.drawing, self.content_rect(rect))?;
        let is_solid = content.opacity >= 1.0;
        Some(if is_solid { item } else { Item::Translucent(content.opacity, vec![item]) })
    }

    fn draw_text(&self, rect: Rect, fonts: &Fonts) -> Vec<Item> {
        let label = self.label;
        let content = self.content_rect(rect);
        let (left, right) = (content.x, content.right());
        let x = match label.text_align {
            Align::Start | Align::Inner => left,
            Align::Center => (left + right) / 2.0,
            Align::End => right,
        };
        let outline = label.outline.as_ref().map_or(0.0, |stroke| stroke.width);
        let mut y = content.y + outline / 2.0;
        let mut items = Vec::new();
        for line in &label.lines {
            let block = TextBlock {
                lines: std::slice::from_ref(&line.text),
                font: line.font,
                paint: line.color.into(),
                outline: label.outline.clone(),
                anchor: label.text_align.into(),
                baseline: TextBaseline::Middle,
                max_width: None,
                backdrop: None,
            };
            items.extend(block.draw(Point::new(x, y + line.font.line_height / 2.0), 0.0, 0.0, fonts));
            y += line.font.line_height;
        }
        items
    }

    /// Draws the callout line from the label box to its target, unless the box covers the target.
    fn draw_callout(&self, origin: Point) -> Vec<Item> {
        let Some(callout) = self.label.callout.as_ref().filter(|callout| callout.stroke.width > 0.0) else {
            return Vec::new();
        };
        let side = callout.position.unwrap_or_else(|| self.nearest_side(callout));
        if self.is_target_covered(callout, side) {
            return Vec::new();
        }
        let Rect { x, y, width, height } = self.rect;
        let out = callout.margin + self.label.border.width / 2.0;
        let at = |x: f64, y: f64| Point::new(x - origin.x, y - origin.y);
        let (across, along) = (resolved_length(callout.start, width), resolved_length(callout.start, height));
        let (edge, from, to) = match side {
            BoxSide::Left | BoxSide::Right => {
                let (x, way) = if side == BoxSide::Left { (x - out, -1.0) } else { (x + width + out, 1.0) };
                ([at(x, y), at(x, y + height)], at(x, y + along), at(x + way * callout.side, y + along))
            }
            BoxSide::Top | BoxSide::Bottom => {
                let (y, way) = if side == BoxSide::Top { (y - out, -1.0) } else { (y + height + out, 1.0) };
                ([at(x, y), at(x + width, y)], at(x + across, y), at(x + across, y + way * callout.side))
            }
        };
        let mut pen = PathBuilder::default();
        if callout.margin > 0.0 || self.label.border.width == 0.0 {
            pen.move_to(edge[0]);
            pen.line_to(edge[1]);
        }
        pen.move_to(from);
        pen.line_to(to);
        let point = rotate_point(self.target, rect_center(self.rect), -self.angle);
        pen.line_to(at(point.x, point.y));
        visible_path(pen.into_path(), None, &callout.stroke, ShapeShadows::default())
    }

    /// Returns the side whose callout start is nearest to the target.
    fn nearest_side(&self, callout: &Callout) -> BoxSide {
        let Rect { x, y, width, height } = self.rect;
        let (across, along) =
            (x + resolved_length(callout.start, width), y + resolved_length(callout.start, height));
        let start = |side: BoxSide| match side {
            BoxSide::Left => Point::new(x, along),
            BoxSide::Bottom => Point::new(across, y + height),
            BoxSide::Top => Point::new(across, y),
            BoxSide::Right => Point::new(x + width, y + height),
        };
        let distance = |side: BoxSide| {
            point_distance(rotate_point(start(side), rect_center(self.rect), self.angle), self.target)
        };
        [BoxSide::Bottom, BoxSide::Top, BoxSide::Right]
            .into_iter()
            .fold(BoxSide::Left, |best, side| if distance(side) < distance(best) { side } else { best })
    }

    /// Returns true if the label box covers its target, so that no callout line is needed.
    fn is_target_covered(&self, callout: &Callout, side: BoxSide) -> bool {
        let (dx, dy) = match side {
            BoxSide::Left => (callout.margin, 0.0),
            BoxSide::Right => (-callout.margin, 0.0),
            BoxSide::Top => (0.0, callout.margin),
            BoxSide::Bottom => (0.0, -callout.margin),
        };
        let point = Point::new(self.target.x + dx, self.target.y + dy);
        let Point { x, y } = rotate_point(point, rect_center(self.rect), -self.angle);
        let around = self.label.border.width / 2.0 + SLACK;
        let (rect, within) =
            (self.rect, |at: f64, low: f64, high: f64| at >= low - around && at <= high + around);
        within(x, rect.x, rect.right()) && within(y, rect.y, rect.bottom())
    }
}

/// Returns a length in pixels; a fraction is relative to `length`.
fn resolved_length(part: Length, length: f64) -> f64 {
    match part {
        Length::Pixels(pixels) => pixels,
        Length::Fraction(fraction) => fraction * length,
    }
}

fn rect_center(rect: Rect) -> Point {
    Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0)
}

fn position_fraction(position: LabelPosition) -> f64 {
    match position {
        LabelPosition::Start => 0.0,
        LabelPosition::End => 1.0,
        LabelPosition::Fraction(fraction) => fraction,
    }
}

/// Returns the width and height of the canvas, or of the text including its outline.
pub(super) fn content_size(label: &AnnotationLabel, fonts: &Fonts) -> (f64, f64) {
    if let Some(LabelDrawing { size, .. }) = label.drawing {
        return (size.width, size.height);
    }
    let outline = label.outline.as_ref().map_or(0.0, |stroke| stroke.width);
    let width = |line: &crate::chart::TextLine| fonts.text_width(&line.text, line.font.style) + outline;
    let height = label.lines.iter().map(|line| line.font.line_height).sum::<f64>() + outline;
    (label.lines.iter().map(width).fold(0.0, f64::max), height)
}

/// Returns the width and height of the label box, with a border of this width.
fn label_box_size(label: &AnnotationLabel, fonts: &Fonts, border: f64) -> (f64, f64) {
    let (width, height) = content_size(label, fonts);
    (width + label.padding.horizontal_total() + border, height + label.padding.vertical_total() + border)
}

/// Returns the angle of a line, turned by half a circle if text along it would be upside down.
fn readable_angle(rule: &Rule) -> f64 {
    let angle = libm::atan2(rule.to.y - rule.from.y, rule.to.x - rule.from.x);
    if angle > FRAC_PI_2 {
        angle - PI
    } else if angle < -FRAC_PI_2 {
        angle + PI
    } else {
        angle
    }
}

/// Returns the fraction of the line, from `from`, at which a label fits completely into the plot.
fn end_fraction(label: &AnnotationLabel, from: Point, to: Point, size: Size, plot: Edges) -> f64 {
    let room = |a: f64, b: f64, low: f64, high: f64| (a.min(b) - low, high - a.max(b));
    let part = |length: f64, size: f64, padding: f64, (before, after): (f64, f64)| {
        let length = if before <= after { length } else { -length };
        if length > 0.0 { (size / 2.0 + padding - before.min(after)) / length } else { 0.0 }
    };
    let x = part(to.x - from.x, size.width, label.padding.left, room(from.x, to.x, plot.left, plot.right));
    let y = part(to.y - from.y, size.height, label.padding.top, room(from.y, to.y, plot.top, plot.bottom));
    x.max(y).clamp(0.0, MAX_END_FRACTION)
}

/// Moves a coordinate so that a box of this size around it lies between `low` and `high`.
fn shift_into_range(at: f64, size: f64, padding: f64, low: f64, high: f64) -> f64 {
    if size > high - low {
        return (low + high) / 2.0;
    }
    let around = padding + size / 2.0;
    let at = if low >= at - around { low + around } else { at };
    if high <= at + around { high - around } else { at }
}

/// Rotates a point around another one, by radians clockwise.
fn rotate_point(point: Point, around: Point, angle: f64) -> Point {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let (x, y) = (point.x - around.x, point.y - around.y);
    Point::new(around.x + cos * x - sin * y, around.y + sin * x + cos * y)
}
