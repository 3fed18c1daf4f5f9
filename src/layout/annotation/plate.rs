//! Words on a plate: inside an area, along a line or at a point, and what leads from them to it.

use std::f64::consts::{FRAC_PI_2, PI};

use crate::chart::{Align, Callout, Extent, Note, PlateSide, Stand};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::layout::text::{Baseline, Block};
use crate::mark::{Pen, rounded_rect};
use crate::scene::Item;

use super::line::{Rule, distance};
use super::{painted, turned, within};

/// The part of a line at whose ends words may stand.
const END_PART: f64 = 0.25;
/// What still lies on a plate, in pixels.
const SLACK: f64 = 0.001;

/// Words at their place.
pub(super) struct Plate<'a> {
    note: &'a Note,
    rect: Rect,
    /// What they speak of.
    point: Point,
    /// In radians, around its middle.
    angle: f64,
}

impl<'a> Plate<'a> {
    /// In an area with a border.
    pub(super) fn inside(note: &'a Note, area: Rect, border: f64, fonts: &Fonts) -> Self {
        let (words, size) = (words_size(note, fonts), plate_size(note, fonts, 0.0));
        let [x, y] = note.position.map(share);
        let padding = note.padding;
        let along = |start: f64, length: f64, share: f64| start + border / 2.0 + (length - border) * share;
        let left = along(area.x, area.width - padding.width() - words.0, x) + note.shift.0;
        let top = along(area.y, area.height - padding.height() - words.1, y) + note.shift.1;
        let rect = Rect { x: left, y: top, width: size.0, height: size.1 };
        Self { note, rect, point: middle(rect), angle: note.rotation.unwrap_or(0.0).to_radians() }
    }

    /// At a point.
    pub(super) fn at(note: &'a Note, point: Point, fonts: &Fonts) -> Self {
        let (width, height) = plate_size(note, fonts, note.border.width);
        let [x, y] = note.position.map(share);
        let (left, top) = (point.x - x * width + note.shift.0, point.y - y * height + note.shift.1);
        let rect = Rect { x: left, y: top, width, height };
        Self { note, rect, point, angle: note.rotation.unwrap_or(0.0).to_radians() }
    }

    /// Along a line, as far inside the plot as it fits; `None` where the line is outside.
    pub(super) fn along(note: &'a Note, rule: &Rule, plot: Edges, fonts: &Fonts) -> Option<Self> {
        let (width, height) = plate_size(note, fonts, note.border.width);
        let angle = note.rotation.map_or_else(|| upright(rule), f64::to_radians);
        let (sin, cos) = (libm::sin(angle).abs(), libm::cos(angle).abs());
        let seen = (width * cos + height * sin, width * sin + height * cos);
        let share = match note.position[0] {
            Stand::Start => end_share(note, (rule.from, rule.to), seen, plot),
            Stand::End => 1.0 - end_share(note, (rule.to, rule.from), seen, plot),
            Stand::Share(share) => share,
        };
        let point = rule.at(share);
        let x = kept(point.x, seen.0, note.padding.left, (plot.left, plot.right)) + note.shift.0;
        let y = kept(point.y, seen.1, note.padding.top, (plot.top, plot.bottom)) + note.shift.1;
        let rect = Rect { x: x - width / 2.0, y: y - height / 2.0, width, height };
        rule.inside.then_some(Self { note, rect, point, angle })
    }

    pub(super) fn items(&self, fonts: &Fonts) -> Vec<Item> {
        if self.note.lines.is_empty() {
            return Vec::new();
        }
        turned(middle(self.rect), self.angle, |origin| {
            let rect = Rect { x: self.rect.x - origin.x, y: self.rect.y - origin.y, ..self.rect };
            let mut items: Vec<Item> = self.callout(origin).into_iter().collect();
            let mut pen = Pen::default();
            rounded_rect(&mut pen, rect, within(self.note.corners, rect));
            items.extend(painted(pen, self.note.fill, &self.note.border));
            items.extend(self.words(rect, fonts));
            items
        })
    }

    fn words(&self, rect: Rect, fonts: &Fonts) -> Vec<Item> {
        let note = self.note;
        let half = note.border.width / 2.0;
        let left = rect.x + note.padding.left + half;
        let right = rect.right() - note.padding.right - half;
        let x = match note.text_align {
            Align::Start | Align::Inner => left,
            Align::Center => (left + right) / 2.0,
            Align::End => right,
        };
        let outline = note.outline.as_ref().map_or(0.0, |stroke| stroke.width);
        let mut y = rect.y + note.padding.top + half + outline / 2.0;
        let mut items = Vec::new();
        for line in &note.lines {
            let block = Block {
                lines: std::slice::from_ref(&line.text),
                font: line.font,
                color: line.color,
                outline: note.outline.clone(),
                side: note.text_align.into(),
                baseline: Baseline::Middle,
                max_width: None,
                backdrop: None,
            };
            items.extend(block.items(Point::new(x, y + line.font.line_height / 2.0), 0.0, 0.0, fonts));
            y += line.font.line_height;
        }
        items
    }

    /// The line to what the words speak of, unless that lies under them.
    fn callout(&self, origin: Point) -> Option<Item> {
        let callout = self.note.callout.as_ref().filter(|callout| callout.stroke.width > 0.0)?;
        let side = callout.position.unwrap_or_else(|| self.nearest(callout));
        if self.is_under(callout, side) {
            return None;
        }
        let Rect { x, y, width, height } = self.rect;
        let out = callout.margin + self.note.border.width / 2.0;
        let at = |x: f64, y: f64| Point::new(x - origin.x, y - origin.y);
        let (across, along) = (size(callout.start, width), size(callout.start, height));
        let (edge, from, to) = match side {
            PlateSide::Left | PlateSide::Right => {
                let (x, way) = if side == PlateSide::Left { (x - out, -1.0) } else { (x + width + out, 1.0) };
                ([at(x, y), at(x, y + height)], at(x, y + along), at(x + way * callout.side, y + along))
            }
            PlateSide::Top | PlateSide::Bottom => {
                let (y, way) = if side == PlateSide::Top { (y - out, -1.0) } else { (y + height + out, 1.0) };
                ([at(x, y), at(x + width, y)], at(x + across, y), at(x + across, y + way * callout.side))
            }
        };
        let mut pen = Pen::default();
        if callout.margin > 0.0 || self.note.border.width == 0.0 {
            pen.move_to(edge[0]);
            pen.line_to(edge[1]);
        }
        pen.move_to(from);
        pen.line_to(to);
        let point = rotated(self.point, middle(self.rect), -self.angle);
        pen.line_to(at(point.x, point.y));
        painted(pen, None, &callout.stroke)
    }

    /// The side where the callout begins nearest to the point.
    fn nearest(&self, callout: &Callout) -> PlateSide {
        let Rect { x, y, width, height } = self.rect;
        let (across, along) = (x + size(callout.start, width), y + size(callout.start, height));
        let begins = |side: PlateSide| match side {
            PlateSide::Left => Point::new(x, along),
            PlateSide::Bottom => Point::new(across, y + height),
            PlateSide::Top => Point::new(across, y),
            PlateSide::Right => Point::new(x + width, y + height),
        };
        let far =
            |side: PlateSide| distance(rotated(begins(side), middle(self.rect), self.angle), self.point);
        [PlateSide::Bottom, PlateSide::Top, PlateSide::Right]
            .into_iter()
            .fold(PlateSide::Left, |best, side| if far(side) < far(best) { side } else { best })
    }

    fn is_under(&self, callout: &Callout, side: PlateSide) -> bool {
        let (dx, dy) = match side {
            PlateSide::Left => (callout.margin, 0.0),
            PlateSide::Right => (-callout.margin, 0.0),
            PlateSide::Top => (0.0, callout.margin),
            PlateSide::Bottom => (0.0, -callout.margin),
        };
        let point = Point::new(self.point.x + dx, self.point.y + dy);
        let Point { x, y } = rotated(point, middle(self.rect), -self.angle);
        let around = self.note.border.width / 2.0 + SLACK;
        let (rect, within) =
            (self.rect, |at: f64, low: f64, high: f64| at >= low - around && at <= high + around);
        within(x, rect.x, rect.right()) && within(y, rect.y, rect.bottom())
    }
}

fn size(extent: Extent, length: f64) -> f64 {
    match extent {
        Extent::Pixels(pixels) => pixels,
        Extent::Share(share) => share * length,
    }
}

fn middle(rect: Rect) -> Point {
    Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0)
}

fn share(stand: Stand) -> f64 {
    match stand {
        Stand::Start => 0.0,
        Stand::End => 1.0,
        Stand::Share(share) => share,
    }
}

/// Width and height of the words, with the lines around their letters.
fn words_size(note: &Note, fonts: &Fonts) -> (f64, f64) {
    let outline = note.outline.as_ref().map_or(0.0, |stroke| stroke.width);
    let width = |line: &crate::chart::NoteLine| fonts.width(&line.text, line.font.style) + outline;
    let height = note.lines.iter().map(|line| line.font.line_height).sum::<f64>() + outline;
    (note.lines.iter().map(width).fold(0.0, f64::max), height)
}

fn plate_size(note: &Note, fonts: &Fonts, border: f64) -> (f64, f64) {
    let (width, height) = words_size(note, fonts);
    (width + note.padding.width() + border, height + note.padding.height() + border)
}

/// The angle of a line, so that words along it are never upside down.
fn upright(rule: &Rule) -> f64 {
    let angle = libm::atan2(rule.to.y - rule.from.y, rule.to.x - rule.from.x);
    if angle > FRAC_PI_2 {
        angle - PI
    } else if angle < -FRAC_PI_2 {
        angle + PI
    } else {
        angle
    }
}

/// How far from the start of a line words stand that are to be at it, as a share of its way.
fn end_share(note: &Note, (from, to): (Point, Point), seen: (f64, f64), plot: Edges) -> f64 {
    let room = |a: f64, b: f64, low: f64, high: f64| (a.min(b) - low, high - a.max(b));
    let part = |length: f64, size: f64, padding: f64, (before, after): (f64, f64)| {
        let length = if before <= after { length } else { -length };
        if length > 0.0 { (size / 2.0 + padding - before.min(after)) / length } else { 0.0 }
    };
    let x = part(to.x - from.x, seen.0, note.padding.left, room(from.x, to.x, plot.left, plot.right));
    let y = part(to.y - from.y, seen.1, note.padding.top, room(from.y, to.y, plot.top, plot.bottom));
    x.max(y).clamp(0.0, END_PART)
}

/// A coordinate moved so that what stands there lies in the plot.
fn kept(at: f64, size: f64, padding: f64, (low, high): (f64, f64)) -> f64 {
    if size > high - low {
        return (low + high) / 2.0;
    }
    let around = padding + size / 2.0;
    let at = if low >= at - around { low + around } else { at };
    if high <= at + around { high - around } else { at }
}

fn rotated(point: Point, around: Point, angle: f64) -> Point {
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let (x, y) = (point.x - around.x, point.y - around.y);
    Point::new(around.x + cos * x - sin * y, around.y + sin * x + cos * y)
}
