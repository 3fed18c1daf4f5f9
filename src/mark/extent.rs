//! How far items reach, so that nothing is cut that lies inside anyway: a rasteriser pays for each cut.

use crate::geometry::Point;
use crate::scene::{Clip, Item, Join, Layer, Outline, Segment, Shape, Stroke, Text};

/// Left, top, right, bottom.
pub(crate) type Extent = [f64; 4];

/// Nothing at all.
const NOTHING: Extent = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];

/// Items cut at a rectangle, where they reach over it. Where its edges lie between device pixels (`ratio` for each
/// CSS pixel), items that share those pixels are cut as well: a canvas shades both.
pub(crate) fn cut(items: Vec<Item>, [left, top, right, bottom]: Extent, ratio: f64) -> Vec<Item> {
    let inner = inner([left, top, right, bottom], ratio);
    let fits = |item: &Item| extent(item).is_some_and(|extent| is_inside(extent, inner));
    if items.is_empty() || items.iter().all(fits) {
        return items;
    }
    let path = super::rectangle(left, top, right - left, bottom - top);
    vec![Item::Layer(Layer { clip: Some(Clip { path, even_odd: false }), turn: None, items })]
}

/// The device pixels that lie in an area whole; all of it where they are endlessly small.
pub(super) fn inner([left, top, right, bottom]: Extent, ratio: f64) -> Extent {
    if ratio.is_infinite() {
        return [left, top, right, bottom];
    }
    let low = |edge: f64| (edge * ratio - SLACK).ceil() / ratio;
    let high = |edge: f64| (edge * ratio + SLACK).floor() / ratio;
    [low(left), low(top), high(right), high(bottom)]
}

/// Less than the writer keeps, in device pixels.
const SLACK: f64 = 0.004;

pub(super) fn is_inside([left, top, right, bottom]: Extent, outer: Extent) -> bool {
    left > right || (left >= outer[0] && top >= outer[1] && right <= outer[2] && bottom <= outer[3])
}

pub(super) fn union(a: Extent, b: Extent) -> Extent {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// How far an item reaches at most; `None` where that is not known.
pub(super) fn extent(item: &Item) -> Option<Extent> {
    match item {
        Item::Shape(shape) => Some(of_shape(shape)),
        Item::Text(text) => Some(of_text(text)),
        Item::Layer(Layer { turn: Some(_), .. }) => None,
        Item::Group(_, items) | Item::Layer(Layer { clip: None, items, .. }) => all(items),
        Item::Layer(Layer { clip: Some(clip), items, .. }) => {
            let (inner, edge) = (all(items)?, of_path(&clip.path, None));
            if clip.even_odd {
                return Some(inner);
            }
            Some([inner[0].max(edge[0]), inner[1].max(edge[1]), inner[2].min(edge[2]), inner[3].min(edge[3])])
        }
    }
}

fn all(items: &[Item]) -> Option<Extent> {
    items.iter().try_fold(NOTHING, |whole, item| Some(union(whole, extent(item)?)))
}

fn of_text(text: &Text) -> Extent {
    let (top, bottom) = (text.at.y - text.style.ascent(), text.at.y + text.style.descent());
    let around = text.outline.as_ref().map_or(0.0, |stroke| stroke.width);
    [text.at.x - around, top - around, text.at.x + text.line.width + around, bottom + around]
}

fn of_shape(shape: &Shape) -> Extent {
    let stroke = shape.stroke.as_ref();
    let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    match &shape.outline {
        Outline::Rect(rect, _) => [rect.x - half, rect.y - half, rect.right() + half, rect.bottom() + half],
        Outline::Circle(center, radius) => {
            let reach = radius + half;
            [center.x - reach, center.y - reach, center.x + reach, center.y + reach]
        }
        Outline::Path(path) | Outline::EvenOdd(path) => of_path(path, stroke),
    }
}

/// A path's points, control points included, and how far its line reaches around them.
fn of_path(path: &[Segment], stroke: Option<&Stroke>) -> Extent {
    let mut extent = NOTHING;
    let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    // A square end reaches further, along the diagonal.
    let around =
        half * if stroke.is_some_and(|stroke| stroke.cap == crate::scene::Cap::Square) { 1.5 } else { 1.0 };
    let mut add = |at: Point, around: f64| {
        extent = union(extent, [at.x - around, at.y - around, at.x + around, at.y + around]);
    };
    let limit = stroke.and_then(|stroke| match stroke.join {
        Join::Miter(limit) => Some(limit),
        Join::Round | Join::Bevel => None,
    });
    let mut walk = Walk::default();
    for segment in path {
        let Some((from, leaves, arrives, to)) = walk.step(*segment) else { continue };
        if let (Some(limit), Some(before)) = (limit, walk.way)
            && let Some(tip) = tip(from, before, leaves, (half, limit))
        {
            add(tip, 0.0);
        }
        walk.way = arrives;
        let controls = [walk.controls.map(|c| c.0), walk.controls.map(|c| c.1)];
        for point in [from, to].into_iter().chain(controls.into_iter().flatten()) {
            add(point, around);
        }
    }
    extent
}

/// A pen that goes along a path.
#[derive(Default)]
struct Walk {
    at: Point,
    start: Point,
    /// The way of the first and of the last step.
    first: Option<(f64, f64)>,
    way: Option<(f64, f64)>,
    controls: Option<(Point, Point)>,
}

/// Where a step starts, how it leaves, how it arrives, where it ends.
type Step = (Point, Option<(f64, f64)>, Option<(f64, f64)>, Point);

impl Walk {
    fn step(&mut self, segment: Segment) -> Option<Step> {
        let from = self.at;
        let (leaves, arrives, to) = match segment {
            Segment::Move(to) => {
                *self = Self { at: to, start: to, ..Self::default() };
                return None;
            }
            Segment::Line(to) => {
                self.controls = None;
                (unit(from, to), unit(from, to), to)
            }
            Segment::Close => {
                self.controls = None;
                let way = unit(from, self.start);
                (way.or(self.first), way.or(self.way), self.start)
            }
            Segment::Curve(a, b, to) => {
                self.controls = Some((a, b));
                let leaves = unit(from, a).or_else(|| unit(from, b)).or_else(|| unit(from, to));
                let arrives = unit(b, to).or_else(|| unit(a, to)).or_else(|| unit(from, to));
                (leaves, arrives, to)
            }
        };
        self.first = self.first.or(leaves);
        self.at = to;
        Some((from, leaves, arrives.or(self.way), to))
    }
}

fn unit(from: Point, to: Point) -> Option<(f64, f64)> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = libm::sqrt(dx * dx + dy * dy);
    (length > 0.0).then(|| (dx / length, dy / length))
}

/// The tip of a pointed corner, where it is drawn.
fn tip(at: Point, before: (f64, f64), after: Option<(f64, f64)>, (half, limit): (f64, f64)) -> Option<Point> {
    let after = after?;
    let turn = before.0 * after.0 + before.1 * after.1;
    let sin = libm::sqrt(((1.0 + turn) / 2.0).max(0.0));
    if sin * limit < 1.0 {
        return None;
    }
    let (dx, dy) = (before.0 - after.0, before.1 - after.1);
    let length = libm::sqrt(dx * dx + dy * dy);
    let reach = half / sin;
    (length > 0.0).then(|| Point::new(at.x + dx / length * reach, at.y + dy / length * reach))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    fn line(points: &[(f64, f64)], width: f64) -> Item {
        let stroke = Stroke { join: Join::Miter(10.0), ..Stroke::solid(Color::hex(0), width) };
        Shape::line(points.iter().map(|(x, y)| Point::new(*x, *y)), stroke)
    }

    #[test]
    fn what_lies_inside_is_not_cut() {
        let flat = || line(&[(10.0, 10.0), (90.0, 10.0)], 2.0);
        assert!(matches!(cut(vec![flat()], [0.0, 0.0, 100.0, 20.0], 1.0)[..], [Item::Shape(_)]));
        assert!(matches!(cut(vec![flat()], [0.0, 9.5, 100.0, 20.0], 1.0)[..], [Item::Layer(_)]));
        // An edge between pixels shades what shares its pixel.
        assert!(matches!(cut(vec![flat()], [0.0, 8.5, 100.0, 20.0], 1.0)[..], [Item::Shape(_)]));
        assert!(matches!(cut(vec![flat()], [0.0, 8.5, 100.0, 11.2], 1.0)[..], [Item::Shape(_)]));
        assert!(matches!(cut(vec![flat()], [0.0, 0.0, 100.0, 10.9], 1.0)[..], [Item::Layer(_)]));
    }

    #[test]
    fn pointed_corners_reach_beyond_their_point() {
        let sharp = line(&[(0.0, 20.0), (5.0, 0.0), (10.0, 20.0)], 4.0);
        let top = extent(&sharp).expect("known")[1];
        assert!(top < -7.0 && top > -9.0, "{top}");
    }
}
