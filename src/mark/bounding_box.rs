//! Bounding boxes of items. They show which clips are superfluous, because a rasteriser pays for each clip.

use crate::geometry::Point;
use crate::scene::{Cap, Geometry, Item, Join, Layer, PathCommand, Shape, Stroke, Text};

/// Left, top, right and bottom edge.
pub(crate) type BoundingBox = [f64; 4];

/// Box that contains nothing.
const EMPTY_BOX: BoundingBox = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];

pub(super) fn is_inside([left, top, right, bottom]: BoundingBox, outer: BoundingBox) -> bool {
    left > right || (left >= outer[0] && top >= outer[1] && right <= outer[2] && bottom <= outer[3])
}

pub(super) fn union_of(a: BoundingBox, b: BoundingBox) -> BoundingBox {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// Returns a box that contains an item; `None` if it is not known.
pub(super) fn item_bounds(item: &Item) -> Option<BoundingBox> {
    match item {
        Item::Shape(shape) => Some(shape_bounds(shape)),
        Item::Text(text) => Some(text_bounds(text)),
        Item::Layer(Layer { transform: Some(_), .. }) | Item::Transformed(..) => None,
        Item::Group(_, items)
        | Item::Layer(Layer { clip: None, items, .. })
        | Item::Translucent(_, items) => items_bounds(items),
        Item::Layer(Layer { clip: Some(clip), items, .. }) => {
            let (inner, edge) = (items_bounds(items)?, path_bounds(&clip.path, None));
            if clip.even_odd {
                return Some(inner);
            }
            Some([inner[0].max(edge[0]), inner[1].max(edge[1]), inner[2].min(edge[2]), inner[3].min(edge[3])])
        }
    }
}

fn items_bounds(items: &[Item]) -> Option<BoundingBox> {
    items.iter().try_fold(EMPTY_BOX, |bounds, item| Some(union_of(bounds, item_bounds(item)?)))
}

fn text_bounds(text: &Text) -> BoundingBox {
    let (top, bottom) = (text.origin.y - text.style.ascent(), text.origin.y + text.style.descent());
    let around = text.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
    [text.origin.x - around, top - around, text.origin.x + text.line.width + around, bottom + around]
}

fn shape_bounds(shape: &Shape) -> BoundingBox {
    let stroke = shape.stroke.as_ref();
    let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    match &shape.geometry {
        Geometry::Rect(rect, _) => [rect.x - half, rect.y - half, rect.right() + half, rect.bottom() + half],
        Geometry::Circle(center, radius) => {
            let reach = radius + half;
            [center.x - reach, center.y - reach, center.x + reach, center.y + reach]
        }
        Geometry::Path(path) | Geometry::EvenOddPath(path) => path_bounds(path, stroke),
    }
}

/// Returns a box that contains all points and control points of a path and its stroke.
fn path_bounds(path: &[PathCommand], stroke: Option<&Stroke>) -> BoundingBox {
    let mut bounds = EMPTY_BOX;
    let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    // A square cap extends further along the diagonal.
    let around = half * if stroke.is_some_and(|stroke| stroke.cap == Cap::Square) { 1.5 } else { 1.0 };
    let mut add = |at: Point, around: f64| {
        bounds = union_of(bounds, [at.x - around, at.y - around, at.x + around, at.y + around]);
    };
    let limit = stroke.and_then(|stroke| match stroke.join {
        Join::Miter(limit) => Some(limit),
        Join::Round | Join::Bevel => None,
    });
    let mut walk = PathWalk::default();
    for command in path {
        let Some(step) = walk.next_step(*command) else { continue };
        if let (Some(limit), Some(arriving), Some(leaving)) = (limit, walk.last_direction, step.leaving)
            && let Some(tip) = miter_tip(step.from, arriving, leaving, half, limit)
        {
            add(tip, 0.0);
        }
        walk.last_direction = step.arriving;
        let controls = [walk.controls.map(|c| c.0), walk.controls.map(|c| c.1)];
        for point in [step.from, step.to].into_iter().chain(controls.into_iter().flatten()) {
            add(point, around);
        }
    }
    bounds
}

/// State while following a path.
#[derive(Default)]
struct PathWalk {
    at: Point,
    start: Point,
    /// Direction at the start of the subpath.
    first_direction: Option<Point>,
    /// Direction at the end of the last step.
    last_direction: Option<Point>,
    controls: Option<(Point, Point)>,
}

/// One step along a path, with its directions as unit vectors.
struct PathStep {
    from: Point,
    leaving: Option<Point>,
    arriving: Option<Point>,
    to: Point,
}

impl PathWalk {
    fn next_step(&mut self, command: PathCommand) -> Option<PathStep> {
        let from = self.at;
        let (leaving, arriving, to) = match command {
            PathCommand::MoveTo(to) => {
                *self = Self { at: to, start: to, ..Self::default() };
                return None;
            }
            PathCommand::LineTo(to) => {
                self.controls = None;
                (unit_vector(from, to), unit_vector(from, to), to)
            }
            PathCommand::Close => {
                self.controls = None;
                let direction = unit_vector(from, self.start);
                (direction.or(self.first_direction), direction.or(self.last_direction), self.start)
            }
            PathCommand::CurveTo(a, b, to) => {
                self.controls = Some((a, b));
                let leaving =
                    unit_vector(from, a).or_else(|| unit_vector(from, b)).or_else(|| unit_vector(from, to));
                let arriving =
                    unit_vector(b, to).or_else(|| unit_vector(a, to)).or_else(|| unit_vector(from, to));
                (leaving, arriving, to)
            }
        };
        self.first_direction = self.first_direction.or(leaving);
        self.at = to;
        Some(PathStep { from, leaving, arriving: arriving.or(self.last_direction), to })
    }
}

fn unit_vector(from: Point, to: Point) -> Option<Point> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = libm::sqrt(dx * dx + dy * dy);
    (length > 0.0).then(|| Point::new(dx / length, dy / length))
}

/// Returns the tip of a mitered corner, or `None` if the miter limit removes it. `half` is half the line width.
fn miter_tip(corner: Point, arriving: Point, leaving: Point, half: f64, limit: f64) -> Option<Point> {
    let turn = arriving.x * leaving.x + arriving.y * leaving.y;
    let sin = libm::sqrt(((1.0 + turn) / 2.0).max(0.0));
    if sin * limit < 1.0 {
        return None;
    }
    let (dx, dy) = (arriving.x - leaving.x, arriving.y - leaving.y);
    let length = libm::sqrt(dx * dx + dy * dy);
    let reach = half / sin;
    (length > 0.0).then(|| Point::new(corner.x + dx / length * reach, corner.y + dy / length * reach))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::test_items::line_item;

    #[test]
    fn miter_joins_extend_beyond_the_corner() {
        let sharp = line_item(&[(0.0, 20.0), (5.0, 0.0), (10.0, 20.0)], 4.0);
        let top = item_bounds(&sharp).expect("known")[1];
        assert!(top < -7.0 && top > -9.0, "{top}");
    }
}
