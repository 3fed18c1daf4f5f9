//! Drawing of bars (Chart.js 4.6.1, `BarElement`).

use crate::chart::{BarStyle, BorderSkipped, CornerRadii};
use crate::geometry::{Point, Rect, Sides};
use crate::scene::{Clip, Geometry, Item, Layer, Paint, Shape};

use super::path_builder::{CircleArc, PathBuilder};
use super::pattern::draw_patterned_rect;

/// A bar with its pixel coordinates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar<'a> {
    pub(crate) horizontal: bool,
    /// Start along the value axis, in pixels.
    pub(crate) base: f64,
    /// End along the value axis, in pixels.
    pub(crate) head: f64,
    /// Centre along the index axis, in pixels.
    pub(crate) center: f64,
    /// Thickness along the index axis, in pixels.
    pub(crate) thickness: f64,
    /// Enlargement on each side, in pixels.
    pub(crate) inflate: f64,
    /// True if the corners may be rounded.
    pub(crate) may_round_corners: bool,
    /// Position in the stack: true if the bar is at the (upper, lower) end. `None` if it is not stacked.
    pub(crate) stack_ends: Option<(bool, bool)>,
    pub(crate) style: &'a BarStyle,
}

/// Edges without a border: top, right, bottom, left.
type Edges = [bool; 4];

impl Bar<'_> {
    fn outer_rect(&self) -> Rect {
        let half = self.thickness / 2.0;
        let (low, high) = (self.base.min(self.head), self.base.max(self.head));
        if self.horizontal {
            Rect::from_edges(low, self.center - half, high, self.center + half)
        } else {
            Rect::from_edges(self.center - half, low, self.center + half, high)
        }
    }

    fn skipped_edges(&self) -> Edges {
        let reverse = if self.horizontal { self.base > self.head } else { self.base < self.head };
        // Edge indexes of the start and the end of a bar that is not reversed.
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
        // In a reversed bar, the top of the stack is the end and the bottom is the start.
        let (top, bottom) = if reverse { (end, start) } else { (start, end) };
        match self.style.border_skipped {
            BorderSkipped::None => {}
            BorderSkipped::All => return [true; 4],
            BorderSkipped::Start => skip(start),
            BorderSkipped::End => skip(end),
            BorderSkipped::Middle => match self.stack_ends {
                Some((true, _)) => skip(top),
                Some((_, true)) => skip(bottom),
                Some(_) => {
                    skip(bottom);
                    skip(top);
                }
                None => {}
            },
            BorderSkipped::Left => skip(swapped(3)),
            BorderSkipped::Right => skip(swapped(1)),
            BorderSkipped::Top => skip(swapped(0)),
            BorderSkipped::Bottom => skip(swapped(2)),
        }
        edges
    }

    /// Draws the border, then the fill.
    pub(crate) fn draw_bar(&self) -> Vec<Item> {
        let outer = self.outer_rect();
        let finite = [outer.x, outer.y, outer.width, outer.height].iter().all(|length| length.is_finite());
        if !finite {
            return Vec::new();
        }
        if let Some(pattern) = self.style.pattern {
            return draw_patterned_rect(outer, pattern);
        }
        let skipped = self.skipped_edges();
        let width = limited_border(self.style.border_width, skipped, outer);
        let radii = self.limited_radii(skipped, outer);
        let inner = Rect {
            x: outer.x + width.left,
            y: outer.y + width.top,
            width: outer.width - width.horizontal_total(),
            height: outer.height - width.vertical_total(),
        };
        let inner_radius = CornerRadii {
            top_left: (radii.top_left - width.top.max(width.left)).max(0.0),
            top_right: (radii.top_right - width.top.max(width.right)).max(0.0),
            bottom_left: (radii.bottom_left - width.bottom.max(width.left)).max(0.0),
            bottom_right: (radii.bottom_right - width.bottom.max(width.right)).max(0.0),
        };
        let style = self.style;
        let filled = |geometry: Geometry, paint: &Paint| {
            let shape = Shape { geometry, fill: Some(paint.clone()), stroke: None };
            paint.is_visible().then_some(Item::Shape(shape))
        };
        let mut path = PathBuilder::default();
        add_outline(&mut path, inflate_rect(inner, self.inflate, None), inner_radius, radii);
        let inside = filled(Geometry::Path(path.into_path()), &style.fill);
        if outer.width == inner.width && outer.height == inner.height {
            return inside.into_iter().collect();
        }
        let grown = inflate_rect(outer, self.inflate, Some(inner));
        let mut path = PathBuilder::default();
        add_outline(&mut path, grown, radii, radii);
        add_outline(&mut path, inflate_rect(inner, -self.inflate, Some(outer)), inner_radius, radii);
        let border = filled(Geometry::EvenOddPath(path.into_path()), &style.border);
        let items: Vec<Item> = border.into_iter().chain(inside).collect();
        if is_pixel_aligned(grown) || items.is_empty() {
            items
        } else {
            vec![clip_to_outline(items, grown, radii)]
        }
    }

    fn limited_radii(&self, [top, right, bottom, left]: Edges, outer: Rect) -> CornerRadii {
        let none = !(self.may_round_corners || self.style.radii_given_per_corner);
        let most = (outer.width / 2.0).min(outer.height / 2.0);
        let limited = |skip: bool, radius: f64| if none || skip { 0.0 } else { radius.min(most).max(0.0) };
        let radius = self.style.corner_radii;
        CornerRadii {
            top_left: limited(top || left, radius.top_left),
            top_right: limited(top || right, radius.top_right),
            bottom_left: limited(bottom || left, radius.bottom_left),
            bottom_right: limited(bottom || right, radius.bottom_right),
        }
    }
}

/// Returns true if all edges lie on pixel boundaries, so that no clip is needed.
fn is_pixel_aligned(rect: Rect) -> bool {
    [rect.x, rect.y, rect.right(), rect.bottom()].iter().all(|edge| (edge - edge.round()).abs() < 0.005)
}

/// Clips a bar at its own outer edge, because a canvas blends both the clip and the fill between pixels.
fn clip_to_outline(items: Vec<Item>, outer: Rect, radius: CornerRadii) -> Item {
    let mut path = PathBuilder::default();
    add_outline(&mut path, outer, radius, radius);
    let clip = Some(Clip { path: path.into_path(), even_odd: false });
    Item::Layer(Layer { clip, transform: None, items })
}

/// Returns the border widths, limited to the room that there is.
fn limited_border(width: Sides, [top, right, bottom, left]: Edges, outer: Rect) -> Sides {
    let limited = |skip: bool, width: f64, most: f64| if skip { 0.0 } else { width.min(most).max(0.0) };
    Sides {
        top: limited(top, width.top, outer.height / 2.0),
        right: limited(right, width.right, outer.width / 2.0),
        bottom: limited(bottom, width.bottom, outer.height / 2.0),
        left: limited(left, width.left, outer.width / 2.0),
    }
}

/// Enlarges a rectangle at the edges that differ from those of another one.
fn inflate_rect(rect: Rect, amount: f64, other: Option<Rect>) -> Rect {
    let differs = |a: f64, b: Option<f64>| Some(a) != b;
    let x = if differs(rect.x, other.map(|o| o.x)) { -amount } else { 0.0 };
    let y = if differs(rect.y, other.map(|o| o.y)) { -amount } else { 0.0 };
    let right = if differs(rect.right(), other.map(|o| o.right())) { amount } else { 0.0 };
    let bottom = if differs(rect.bottom(), other.map(|o| o.bottom())) { amount } else { 0.0 };
    Rect { x: rect.x + x, y: rect.y + y, width: rect.width + right - x, height: rect.height + bottom - y }
}

/// Adds a rectangle to a path, with rounded corners if the bar has any.
fn add_outline(path: &mut PathBuilder, rect: Rect, radius: CornerRadii, bar: CornerRadii) {
    if bar == CornerRadii::default() {
        path.add_rect(rect.x, rect.y, rect.width, rect.height);
    } else {
        add_rounded_rect(path, rect, radius);
    }
}

/// Adds a rectangle with rounded corners to a path.
pub(crate) fn add_rounded_rect(path: &mut PathBuilder, rect: Rect, radius: CornerRadii) {
    use std::f64::consts::{FRAC_PI_2, PI};
    let Rect { x, y, width, height } = rect;
    let CornerRadii { top_left, top_right, bottom_left, bottom_right } = radius;
    let corner = |x: f64, y: f64, radius: f64, from: f64| CircleArc {
        center: Point::new(x, y),
        radius,
        from,
        to: from - FRAC_PI_2,
        counterclockwise: true,
    };
    let start = Point::new(x + top_left, y);
    path.move_to(start);
    path.add_arc(corner(x + top_left, y + top_left, top_left, 1.5 * PI));
    path.line_to(Point::new(x, y + height - bottom_left));
    path.add_arc(corner(x + bottom_left, y + height - bottom_left, bottom_left, PI));
    path.line_to(Point::new(x + width - bottom_right, y + height));
    path.add_arc(corner(x + width - bottom_right, y + height - bottom_right, bottom_right, FRAC_PI_2));
    path.line_to(Point::new(x + width, y + top_right));
    path.add_arc(corner(x + width - top_right, y + top_right, top_right, 0.0));
    path.line_to(start);
    path.close();
}
