//! Bars on their places (Chart.js 4.6.1, `BarElement`).

use crate::chart::{BarCorners, BarStyle, Skipped};
use crate::color::Color;
use crate::geometry::{Point, Rect, Sides};
use crate::scene::{Clip, Item, Layer, Outline, Shape};

use super::pattern::patterned;
use super::pen::{Arc, Pen};

/// A bar at its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar<'a> {
    pub(crate) horizontal: bool,
    /// Where it starts, along its length.
    pub(crate) base: f64,
    /// Where it ends, along its length.
    pub(crate) head: f64,
    /// Its middle, across.
    pub(crate) center: f64,
    /// Across.
    pub(crate) thickness: f64,
    /// Added on each side, in pixels.
    pub(crate) inflate: f64,
    /// Its corners may be rounded.
    pub(crate) rounded: bool,
    /// Where it stands in its stack: at the upper end, at the lower end.
    pub(crate) stack: Option<(bool, bool)>,
    pub(crate) style: &'a BarStyle,
}

/// Edges without a border: top, right, bottom, left.
type Edges = [bool; 4];

impl Bar<'_> {
    fn rect(&self) -> Rect {
        let half = self.thickness / 2.0;
        let (low, high) = (self.base.min(self.head), self.base.max(self.head));
        if self.horizontal {
            Rect::from_edges(low, self.center - half, high, self.center + half)
        } else {
            Rect::from_edges(self.center - half, low, self.center + half, high)
        }
    }

    fn skipped(&self) -> Edges {
        let reverse = if self.horizontal { self.base > self.head } else { self.base < self.head };
        // Where the bar starts, if it is not reversed.
        let (start, end) = if self.horizontal { (3, 1) } else { (2, 0) };
        let (start, end) = if reverse { (end, start) } else { (start, end) };
        let mut edges = [false; 4];
        let mut skip = |edge: usize| {
            if let Some(edge) = edges.get_mut(edge) {
                *edge = true;
            }
        };
        let swapped = |edge: usize| match edge {
            _ if !reverse => edge,
            edge if edge == start => end,
            edge if edge == end => start,
            edge => edge,
        };
        // In a reversed bar `top` of its stack is its end, and `bottom` its start, which is where it starts anyway.
        let (top, bottom) = if reverse { (end, start) } else { (start, end) };
        match self.style.skipped {
            Skipped::Nothing => {}
            Skipped::All => return [true; 4],
            Skipped::Start => skip(start),
            Skipped::End => skip(end),
            Skipped::Middle => match self.stack {
                Some((true, _)) => skip(top),
                Some((_, true)) => skip(bottom),
                Some(_) => {
                    skip(bottom);
                    skip(top);
                }
                None => {}
            },
            Skipped::Left => skip(swapped(3)),
            Skipped::Right => skip(swapped(1)),
            Skipped::Top => skip(swapped(0)),
            Skipped::Bottom => skip(swapped(2)),
        }
        edges
    }

    /// Its border, then its inside.
    pub(crate) fn items(&self) -> Vec<Item> {
        let outer = self.rect();
        let finite = [outer.x, outer.y, outer.width, outer.height].iter().all(|length| length.is_finite());
        if !finite {
            return Vec::new();
        }
        if let Some(pattern) = self.style.pattern {
            return patterned(outer, pattern);
        }
        let skipped = self.skipped();
        let width = border(self.style.border_width, skipped, outer);
        let radius = self.radius(skipped, outer);
        let inner = Rect {
            x: outer.x + width.left,
            y: outer.y + width.top,
            width: outer.width - width.width(),
            height: outer.height - width.height(),
        };
        let inner_radius = BarCorners {
            top_left: (radius.top_left - width.top.max(width.left)).max(0.0),
            top_right: (radius.top_right - width.top.max(width.right)).max(0.0),
            bottom_left: (radius.bottom_left - width.bottom.max(width.left)).max(0.0),
            bottom_right: (radius.bottom_right - width.bottom.max(width.right)).max(0.0),
        };
        let style = self.style;
        let filled = |outline: Outline, color: Color| {
            (color.alpha > 0).then_some(Item::Shape(Shape { outline, fill: Some(color), stroke: None }))
        };
        let mut pen = Pen::default();
        outline(&mut pen, inflated(inner, self.inflate, None), inner_radius, radius);
        let inside = filled(Outline::Path(pen.finish()), style.fill);
        if outer.width == inner.width && outer.height == inner.height {
            return inside.into_iter().collect();
        }
        let grown = inflated(outer, self.inflate, Some(inner));
        let mut pen = Pen::default();
        outline(&mut pen, grown, radius, radius);
        outline(&mut pen, inflated(inner, -self.inflate, Some(outer)), inner_radius, radius);
        let border = filled(Outline::EvenOdd(pen.finish()), style.border);
        let items: Vec<Item> = border.into_iter().chain(inside).collect();
        if on_pixels(grown) || items.is_empty() { items } else { vec![cut(items, grown, radius)] }
    }

    fn radius(&self, [top, right, bottom, left]: Edges, outer: Rect) -> BarCorners {
        let none = !(self.rounded || self.style.radius_each);
        let most = (outer.width / 2.0).min(outer.height / 2.0);
        let limited = |skip: bool, radius: f64| if none || skip { 0.0 } else { radius.min(most).max(0.0) };
        let radius = self.style.radius;
        BarCorners {
            top_left: limited(top || left, radius.top_left),
            top_right: limited(top || right, radius.top_right),
            bottom_left: limited(bottom || left, radius.bottom_left),
            bottom_right: limited(bottom || right, radius.bottom_right),
        }
    }
}

/// Whether all edges lie on the borders of pixels: then nothing is left to be cut.
fn on_pixels(rect: Rect) -> bool {
    [rect.x, rect.y, rect.right(), rect.bottom()].iter().all(|edge| (edge - edge.round()).abs() < 0.005)
}

/// A bar cut at its own outer edge: between pixels a canvas shades it twice, once for each.
fn cut(items: Vec<Item>, outer: Rect, radius: BarCorners) -> Item {
    let mut pen = Pen::default();
    outline(&mut pen, outer, radius, radius);
    let clip = Some(Clip { path: pen.finish(), even_odd: false });
    Item::Layer(Layer { clip, turn: None, items })
}

/// Border widths that there is room for.
fn border(width: Sides, [top, right, bottom, left]: Edges, outer: Rect) -> Sides {
    let limited = |skip: bool, width: f64, most: f64| if skip { 0.0 } else { width.min(most).max(0.0) };
    Sides {
        top: limited(top, width.top, outer.height / 2.0),
        right: limited(right, width.right, outer.width / 2.0),
        bottom: limited(bottom, width.bottom, outer.height / 2.0),
        left: limited(left, width.left, outer.width / 2.0),
    }
}

/// A rectangle made larger where its edges are not those of another one.
fn inflated(rect: Rect, amount: f64, other: Option<Rect>) -> Rect {
    let differs = |a: f64, b: Option<f64>| Some(a) != b;
    let x = if differs(rect.x, other.map(|o| o.x)) { -amount } else { 0.0 };
    let y = if differs(rect.y, other.map(|o| o.y)) { -amount } else { 0.0 };
    let right = if differs(rect.right(), other.map(|o| o.right())) { amount } else { 0.0 };
    let bottom = if differs(rect.bottom(), other.map(|o| o.bottom())) { amount } else { 0.0 };
    Rect { x: rect.x + x, y: rect.y + y, width: rect.width + right - x, height: rect.height + bottom - y }
}

/// A rectangle, its corners rounded where the bar's are.
fn outline(pen: &mut Pen, rect: Rect, radius: BarCorners, bar: BarCorners) {
    if bar == BarCorners::default() {
        pen.rect(rect.x, rect.y, rect.width, rect.height);
    } else {
        rounded_rect(pen, rect, radius);
    }
}

/// A rectangle with rounded corners.
pub(crate) fn rounded_rect(pen: &mut Pen, rect: Rect, radius: BarCorners) {
    use std::f64::consts::{FRAC_PI_2, PI};
    let Rect { x, y, width, height } = rect;
    let BarCorners { top_left, top_right, bottom_left, bottom_right } = radius;
    let corner = |x: f64, y: f64, radius: f64, from: f64| Arc {
        center: Point::new(x, y),
        radius,
        from,
        to: from - FRAC_PI_2,
        counterclockwise: true,
    };
    let start = Point::new(x + top_left, y);
    pen.move_to(start);
    pen.arc(corner(x + top_left, y + top_left, top_left, 1.5 * PI));
    pen.line_to(Point::new(x, y + height - bottom_left));
    pen.arc(corner(x + bottom_left, y + height - bottom_left, bottom_left, PI));
    pen.line_to(Point::new(x + width - bottom_right, y + height));
    pen.arc(corner(x + width - bottom_right, y + height - bottom_right, bottom_right, FRAC_PI_2));
    pen.line_to(Point::new(x + width, y + top_right));
    pen.arc(corner(x + width - top_right, y + top_right, top_right, 0.0));
    pen.line_to(start);
    pen.close();
}
