//! Slices of a ring (Chart.js 4.6.1, `ArcElement`).

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::chart::{ArcStyle, Corners, SpacingMode};
use crate::geometry::{Point, Size};
use crate::scene::{Clip, Item, Join, Layer, Outline, Shape, Stroke};

use super::pen::{Arc, Pen};

/// An inner border's clip is this much larger, so that neighbours leave no seam.
const INNER_MARGIN: f64 = 0.33;
/// Least angle that is drawn, in radians.
const LEAST_ANGLE: f64 = 0.001;
/// A full turn, but for what floating point loses.
const ALMOST_TURN: f64 = TAU - 1e-4;

/// A slice at its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slice<'a> {
    pub(crate) center: Point,
    pub(crate) inner: f64,
    pub(crate) outer: f64,
    /// In radians.
    pub(crate) start: f64,
    /// In radians.
    pub(crate) end: f64,
    /// Its angle where that is a share of all; polar slices have none.
    pub(crate) circumference: Option<f64>,
    pub(crate) style: &'a ArcStyle,
}

/// What all paths of a slice have in common.
#[derive(Clone, Copy)]
struct Spaced {
    offset: f64,
    spacing: f64,
    margin: f64,
}

/// The slice's items, in a picture of a size.
pub(crate) fn slice(slice: &Slice, size: Size) -> Vec<Item> {
    let style = slice.style;
    if slice.circumference == Some(0.0) || slice.inner < 0.0 || slice.outer < 0.0 {
        return Vec::new();
    }
    let offset = style.offset / 4.0;
    let half = (slice.start + slice.end) / 2.0;
    let moved =
        Point::new(slice.center.x + libm::cos(half) * offset, slice.center.y + libm::sin(half) * offset);
    let slice = Slice { center: moved, ..*slice };
    let turn = slice.circumference.unwrap_or(0.0);
    let fix = 1.0 - libm::sin(turn.min(PI));
    let margin = if style.inner_border { INNER_MARGIN } else { 0.0 };
    let spaced = Spaced { offset: offset * fix, spacing: style.spacing / 2.0, margin };
    let rounds = if turn > TAU { (turn / TAU).floor() as usize } else { 0 };
    let mut items = fills(&slice, spaced, rounds);
    items.extend(border(&slice, spaced, rounds, size));
    items
}

/// Where the last, perhaps incomplete, turn ends.
fn last_end(slice: &Slice, rounds: usize) -> f64 {
    let turn = slice.circumference.unwrap_or(f64::NAN);
    if rounds == 0 || turn.is_nan() {
        return slice.end;
    }
    let rest = turn % TAU;
    slice.start + if rest == 0.0 { TAU } else { rest }
}

fn fills(slice: &Slice, spaced: Spaced, rounds: usize) -> Vec<Item> {
    let fill = slice.style.fill;
    if fill.alpha == 0 {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut push = |end: f64| {
        let outline = Outline::Path(path(slice, spaced, end).finish());
        items.push(Item::Shape(Shape { outline, fill: Some(fill), stroke: None }));
    };
    for _ in 0..rounds.min(MOST_ROUNDS) {
        push(slice.end);
    }
    push(last_end(slice, rounds));
    items
}

/// Turns that are painted over each other.
const MOST_ROUNDS: usize = 10;

fn border(slice: &Slice, spaced: Spaced, rounds: usize, size: Size) -> Option<Item> {
    let style = slice.style;
    if style.stroke.width <= 0.0 {
        return None;
    }
    let width = if style.inner_border { style.stroke.width * 2.0 } else { style.stroke.width };
    let stroke = Stroke { width, ..style.stroke.clone() };
    let end = last_end(slice, rounds);
    let path_end = if rounds > 0 { slice.end } else { end };
    let shape = Shape {
        outline: Outline::Path(path(slice, spaced, path_end).finish()),
        fill: None,
        stroke: Some(stroke),
    };
    let mut item = Item::Shape(shape);
    if rounds > 0 {
        return Some(item);
    }
    let full = (slice.end - slice.start).abs() >= ALMOST_TURN;
    let joined = style.self_join
        && !(full && slice.inner > 0.0)
        && end - slice.start >= PI
        && style.radius == Corners::default()
        && !style.join_is_miter;
    if joined {
        item = cut(item, self_clip(slice, end, size), true);
    }
    if style.inner_border {
        item = cut(item, inner_clip(slice, spaced.margin, end), false);
    }
    Some(item)
}

fn cut(item: Item, pen: Pen, even_odd: bool) -> Item {
    Item::Layer(Layer { clip: Some(Clip { path: pen.finish(), even_odd }), turn: None, items: vec![item] })
}

/// The slice itself, for a border inside it.
fn inner_clip(slice: &Slice, margin: f64, end: f64) -> Pen {
    let mut pen = Pen::default();
    let angle = margin / slice.outer;
    let arc = |radius: f64, from: f64, to: f64, counterclockwise: bool| Arc {
        center: slice.center,
        radius,
        from,
        to,
        counterclockwise,
    };
    pen.arc(arc(slice.outer, slice.start - angle, end + angle, false));
    if slice.inner > margin {
        let angle = margin / slice.inner;
        pen.arc(arc(slice.inner, end + angle, slice.start - angle, true));
    } else {
        pen.arc(arc(margin, end + FRAC_PI_2, slice.start - FRAC_PI_2, false));
    }
    pen.close();
    pen
}

/// Everything but the gap between the ends of a border.
fn self_clip(slice: &Slice, end: f64, size: Size) -> Pen {
    let mut pen = Pen::default();
    let width = slice.style.stroke.width;
    let rest = normalized(slice.start - end);
    let arc = |radius: f64, from: f64, to: f64, counterclockwise: bool| Arc {
        center: slice.center,
        radius,
        from,
        to,
        counterclockwise,
    };
    let angle = (width / slice.outer).min(rest);
    pen.arc(arc(slice.outer - width / 2.0, slice.start + angle / 2.0, end - angle / 2.0, false));
    if slice.inner > 0.0 {
        let angle = (width / slice.inner).min(rest);
        pen.arc(arc(slice.inner + width / 2.0, end - angle / 2.0, slice.start + angle / 2.0, true));
    } else {
        let reach = (width / 2.0).min(slice.outer * rest);
        match slice.style.stroke.join {
            Join::Round => pen.arc(arc(reach, end - FRAC_PI_2, slice.start + FRAC_PI_2, true)),
            Join::Bevel => {
                let reach = 2.0 * reach * reach;
                pen.line_to(toward(slice.center, -reach, end + FRAC_PI_2));
                pen.line_to(toward(slice.center, reach, slice.start + FRAC_PI_2));
            }
            Join::Miter(_) => {}
        }
    }
    pen.close();
    pen.rect(0.0, 0.0, size.width, size.height);
    pen
}

/// The point at a distance in a direction.
fn toward(center: Point, distance: f64, angle: f64) -> Point {
    Point::new(center.x + distance * libm::cos(angle), center.y + distance * libm::sin(angle))
}

/// An angle between 0 and a full turn.
pub(crate) fn normalized(angle: f64) -> f64 {
    (angle % TAU + TAU) % TAU
}

/// The outline of a slice to an end angle:
///
/// ```text
///    1 --- 2    outer
///   8       3
///   7       4
///    6 --- 5    inner
/// ```
fn path(slice: &Slice, spaced: Spaced, end: f64) -> Pen {
    let style = slice.style;
    let turn = end - slice.start;
    let outer = (slice.outer + spaced.spacing + spaced.offset - spaced.margin).max(0.0);
    let inner =
        if slice.inner > 0.0 { slice.inner + spaced.spacing + spaced.offset + spaced.margin } else { 0.0 };
    if style.circular && style.self_join && turn.abs() >= ALMOST_TURN {
        return ring(slice, outer, inner);
    }
    let visible =
        if outer > 0.0 { LEAST_ANGLE.max(turn * outer - spaced.offset / PI) / outer } else { LEAST_ANGLE };
    let trim = (turn - visible) / 2.0;
    let (inner, (outer_gap, inner_gap)) = gaps(slice, spaced, (outer, inner), (turn, visible));
    let ends = Ends {
        center: slice.center,
        outer: (slice.start + trim + outer_gap, end - trim - outer_gap),
        inner: (slice.start + trim + inner_gap, end - trim - inner_gap),
        radii: (outer, inner),
    };
    let corners = ends.corners(style.radius);
    if style.circular { ends.circular(corners) } else { ends.straight(corners) }
}

/// A whole ring, without a seam.
fn ring(slice: &Slice, outer: f64, inner: f64) -> Pen {
    let mut pen = Pen::default();
    let (center, start) = (slice.center, slice.start);
    pen.arc(Arc { center, radius: outer, from: start, to: start + TAU, counterclockwise: false });
    if inner > 0.0 {
        pen.move_to(toward(center, inner, start));
        pen.arc(Arc { center, radius: inner, from: start + TAU, to: start, counterclockwise: true });
    }
    pen.close();
    pen
}

/// The inner radius, and the angles that spacing takes off both ends outside and inside.
fn gaps(
    slice: &Slice,
    spaced: Spaced,
    (outer, mut inner): (f64, f64),
    (turn, visible): (f64, f64),
) -> (f64, (f64, f64)) {
    let spacing = spaced.spacing;
    if spacing == 0.0 {
        return (inner, (0.0, 0.0));
    }
    let bare_inner = if slice.inner > 0.0 { slice.inner - spacing } else { 0.0 };
    let bare_outer = if outer > 0.0 { outer - spacing } else { 0.0 };
    let average = (bare_inner + bare_outer) / 2.0;
    let most = (visible / 2.0 - LEAST_ANGLE).max(0.0);
    let angular = if average > 0.0 { libm::asin((spacing / average).min(1.0)) } else { 0.0 };
    match slice.style.spacing_mode {
        SpacingMode::Angular => (inner, (most.min(angular), most.min(angular))),
        SpacingMode::Proportional => {
            let adjusted = if average == 0.0 { turn } else { turn * average / (average + spacing) };
            let gap = most.min((turn - adjusted) / 2.0);
            (inner, (gap, gap))
        }
        SpacingMode::Parallel => {
            let sin = libm::sin(most);
            if inner == 0.0 && sin > 0.0 {
                inner = (spacing / sin).min((outer - LEAST_ANGLE).max(0.0));
            }
            let limit = |radius: f64| if radius > 0.0 { radius * sin } else { f64::INFINITY };
            let spacing = spacing.min(limit(outer)).min(limit(inner));
            let gap = |radius: f64| libm::asin((spacing / radius).min(1.0));
            let outside = if outer > 0.0 { gap(outer) } else { most.min(angular) };
            (inner, (outside, if inner > 0.0 { gap(inner) } else { outside }))
        }
    }
}

/// The four corners of a slice.
struct Ends {
    center: Point,
    /// Start and end angle.
    outer: (f64, f64),
    /// Start and end angle.
    inner: (f64, f64),
    /// Outer and inner.
    radii: (f64, f64),
}

impl Ends {
    /// Corner radii that there is room for.
    fn corners(&self, radius: Corners) -> Corners {
        let (outer, inner) = self.radii;
        let angle = (self.outer.1 - self.outer.0).min(self.inner.1 - self.inner.0);
        let half = (outer - inner) / 2.0;
        let inner_limit = half.min(angle * inner / 2.0);
        let limited = |value: f64, most: f64| value.min(most).max(0.0);
        let outside = |value: f64| limited(value, half.min((outer - half.min(value)) * angle / 2.0));
        Corners {
            outer_start: outside(radius.outer_start),
            outer_end: outside(radius.outer_end),
            inner_start: limited(radius.inner_start, inner_limit),
            inner_end: limited(radius.inner_end, inner_limit),
        }
    }

    fn circular(&self, corners: Corners) -> Pen {
        let mut pen = Pen::default();
        let (outer, inner) = self.radii;
        let center = self.center;
        let Corners { outer_start, outer_end, inner_start, inner_end } = corners;
        let clockwise = |center: Point, radius: f64, from: f64, to: f64| Arc {
            center,
            radius,
            from,
            to,
            counterclockwise: false,
        };
        let start = self.outer.0 + outer_start / (outer - outer_start);
        let end = self.outer.1 - outer_end / (outer - outer_end);
        let middle = (start + end) / 2.0;
        pen.arc(clockwise(center, outer, start, middle));
        pen.arc(clockwise(center, outer, middle, end));
        if outer_end > 0.0 {
            let corner = toward(center, outer - outer_end, end);
            pen.arc(clockwise(corner, outer_end, end, self.outer.1 + FRAC_PI_2));
        }
        pen.line_to(toward(center, inner + inner_end, self.inner.1));
        if inner_end > 0.0 {
            let angle = self.inner.1 - inner_end / (inner + inner_end);
            let corner = toward(center, inner + inner_end, angle);
            pen.arc(clockwise(corner, inner_end, self.inner.1 + FRAC_PI_2, angle + PI));
        }
        let share = |corner: f64| if inner > 0.0 { corner / inner } else { 0.0 };
        let (from, to) = (self.inner.1 - share(inner_end), self.inner.0 + share(inner_start));
        let middle = (from + to) / 2.0;
        pen.arc(Arc { center, radius: inner, from, to: middle, counterclockwise: true });
        pen.arc(Arc { center, radius: inner, from: middle, to, counterclockwise: true });
        if inner_start > 0.0 {
            let angle = self.inner.0 + inner_start / (inner + inner_start);
            let corner = toward(center, inner + inner_start, angle);
            pen.arc(clockwise(corner, inner_start, angle + PI, self.inner.0 - FRAC_PI_2));
        }
        pen.line_to(toward(center, outer - outer_start, self.outer.0));
        if outer_start > 0.0 {
            let corner = toward(center, outer - outer_start, start);
            pen.arc(clockwise(corner, outer_start, self.outer.0 - FRAC_PI_2, start));
        }
        pen.close();
        pen
    }

    fn straight(&self, corners: Corners) -> Pen {
        let outer = self.radii.0;
        let mut pen = Pen::default();
        pen.move_to(self.center);
        let start = self.outer.0 + corners.outer_start / (outer - corners.outer_start);
        let end = self.outer.1 - corners.outer_end / (outer - corners.outer_end);
        pen.line_to(toward(self.center, outer, start));
        pen.line_to(toward(self.center, outer, end));
        pen.close();
        pen
    }
}
