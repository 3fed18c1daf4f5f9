//! Drops clips without effect and limits clipped geometry to the viewport; resvg allocates a layer of the clipped item's
//! size.

use crate::geometry::{Point, Rect, Size};
use crate::scene::{Clip, Geometry, Item, Join, Layer, PathCommand, Shape};

use super::bounding_box::{BoundingBox, is_inside, item_bounds};
use super::clip::whole_device_pixels;

/// Additional margin around a stroke, in pixels.
const LINE_MARGIN: f64 = 4.0;
/// Maximum depth of halving a curve that leaves the area.
const HALVINGS: usize = 24;

/// Removes clips without effect and cuts clipped shapes down to the visible area; the picture looks the same. `ratio` is the number of device pixels per CSS pixel.
pub(crate) fn cull_offscreen(items: Vec<Item>, picture: Size, ratio: f64) -> Vec<Item> {
    let picture = [0.0, 0.0, picture.width, picture.height];
    items.into_iter().flat_map(|item| cull_item(item, picture, ratio)).collect()
}

fn cull_item(item: Item, picture: BoundingBox, ratio: f64) -> Vec<Item> {
    let all = |items: Vec<Item>| items.into_iter().flat_map(|item| cull_item(item, picture, ratio)).collect();
    let (clip, items): (_, Vec<Item>) = match item {
        Item::Layer(Layer { clip: Some(clip), transform: None, items }) => (clip, all(items)),
        Item::Group(class, items) => return vec![Item::Group(class, all(items))],
        item => return vec![item],
    };
    let Some(area) = clip_rect(&clip) else {
        return vec![Item::Layer(Layer { clip: Some(clip), transform: None, items })];
    };
    // Parts outside the picture are invisible, clipped or not.
    let visible_bounds = |item: &Item| item_bounds(item).map(|bounds| intersection(bounds, picture));
    let edges = whole_device_pixels(area, ratio);
    if items.iter().all(|item| visible_bounds(item).is_some_and(|bounds| is_inside(bounds, edges))) {
        return items;
    }
    let area = intersection(area, picture);
    let items = items.into_iter().filter_map(|item| clip_to_viewport(item, area)).collect();
    vec![Item::Layer(Layer { clip: Some(clip), transform: None, items })]
}

fn intersection(a: BoundingBox, b: BoundingBox) -> BoundingBox {
    [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]
}

/// Returns the rectangle of a clip; `None` for other shapes.
fn clip_rect(clip: &Clip) -> Option<BoundingBox> {
    let [
        PathCommand::MoveTo(a),
        PathCommand::LineTo(b),
        PathCommand::LineTo(c),
        PathCommand::LineTo(d),
        PathCommand::Close,
    ] = clip.path.as_slice()
    else {
        return None;
    };
    let is_axis_aligned = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    is_axis_aligned.then(|| [a.x.min(c.x), a.y.min(c.y), a.x.max(c.x), a.y.max(c.y)])
}

/// Returns the part of an item near an area, or `None` if nothing of it is near.
fn clip_to_viewport(item: Item, area: BoundingBox) -> Option<Item> {
    let Item::Shape(shape) = item else { return Some(item) };
    let around = match &shape.stroke {
        Some(stroke) if !stroke.dash.is_empty() => return Some(Item::Shape(shape)),
        Some(stroke) => {
            let tip = if let Join::Miter(limit) = stroke.join { limit } else { 2.0 };
            stroke.width * tip.max(2.0) / 2.0
        }
        None => 0.0,
    };
    let grow = around + LINE_MARGIN;
    let area = [area[0] - grow, area[1] - grow, area[2] + grow, area[3] + grow];
    let filled = match (&shape.fill, &shape.stroke) {
        (Some(_), None) => true,
        (None, Some(_)) => false,
        _ => return Some(Item::Shape(shape)),
    };
    let clipped_path = |path: &[PathCommand]| {
        let subpaths = split_subpaths(path).into_iter().map(|path| path.flatten_outside(area));
        if filled {
            subpaths.flat_map(|path| path.clip_polygon(area)).collect::<Vec<_>>()
        } else {
            subpaths.flat_map(|path| path.clip_line(area)).collect()
        }
    };
    let outline = match shape.geometry {
        Geometry::Path(path) if !path_fits(&path, area) => Geometry::Path(clipped_path(&path)),
        Geometry::EvenOddPath(path) if !path_fits(&path, area) => Geometry::EvenOddPath(clipped_path(&path)),
        Geometry::Rect(rect, radius) if filled && radius <= 0.0 => {
            let [left, top, right, bottom] =
                intersection([rect.x, rect.y, rect.right(), rect.bottom()], area);
            Geometry::Rect(Rect { x: left, y: top, width: right - left, height: bottom - top }, radius)
        }
        other => other,
    };
    let empty = match &outline {
        Geometry::Path(path) | Geometry::EvenOddPath(path) => path.is_empty(),
        Geometry::Rect(rect, _) => rect.width < 0.0 || rect.height < 0.0,
        Geometry::Circle(..) => false,
    };
    (!empty).then_some(Item::Shape(Shape { geometry: outline, ..shape }))
}

fn contains_point(at: Point, area: BoundingBox) -> bool {
    at.x >= area[0] && at.x <= area[2] && at.y >= area[1] && at.y <= area[3]
}

fn path_fits(path: &[PathCommand], area: BoundingBox) -> bool {
    path.iter().all(|segment| match segment {
        PathCommand::MoveTo(to) | PathCommand::LineTo(to) => contains_point(*to, area),
        PathCommand::CurveTo(a, b, to) => [a, b, to].into_iter().all(|at| contains_point(*at, area)),
        PathCommand::Close => true,
    })
}

/// A step to a point, straight or along a curve.
#[derive(Clone, Copy)]
enum SubpathStep {
    Line(Point),
    Curve(Point, Point, Point),
}

impl SubpathStep {
    fn end_point(self) -> Point {
        let (Self::Line(end) | Self::Curve(_, _, end)) = self;
        end
    }

    fn to_segment(self) -> PathCommand {
        match self {
            Self::Line(to) => PathCommand::LineTo(to),
            Self::Curve(a, b, to) => PathCommand::CurveTo(a, b, to),
        }
    }
}

/// A subpath: a start point and steps.
struct Subpath {
    start: Point,
    steps: Vec<SubpathStep>,
    closed: bool,
}

fn split_subpaths(path: &[PathCommand]) -> Vec<Subpath> {
    let mut list: Vec<Subpath> = Vec::new();
    let open = |start: Point| Subpath { start, steps: Vec::new(), closed: false };
    for segment in path {
        if let Some(start) = list.last().filter(|last| last.closed).map(|last| last.start)
            && !matches!(segment, PathCommand::MoveTo(_))
        {
            list.push(open(start));
        }
        match (segment, list.last_mut()) {
            (PathCommand::MoveTo(to), _) => list.push(open(*to)),
            (PathCommand::LineTo(to), Some(last)) => last.steps.push(SubpathStep::Line(*to)),
            (PathCommand::CurveTo(a, b, to), Some(last)) => last.steps.push(SubpathStep::Curve(*a, *b, *to)),
            (PathCommand::Close, Some(last)) => last.closed = true,
            (_, None) => {}
        }
    }
    list
}

impl Subpath {
    /// Replaces the parts of curves outside the area with lines.
    fn flatten_outside(self, area: BoundingBox) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len());
        let mut at = self.start;
        for step in self.steps {
            match step {
                SubpathStep::Line(_) => steps.push(step),
                SubpathStep::Curve(a, b, to) => subdivide_curve([at, a, b, to], area, HALVINGS, &mut steps),
            }
            at = step.end_point();
        }
        Self { steps, ..self }
    }

    /// Clips a filled path at each side of the area in turn (Sutherland and Hodgman).
    fn clip_polygon(self, area: BoundingBox) -> Vec<PathCommand> {
        let (mut start, mut steps) = (self.start, self.steps);
        for side in 0..4 {
            let depth = |at: Point| distance_inside(at, area, side);
            let mut kept: Vec<SubpathStep> = Vec::with_capacity(steps.len() + 2);
            let mut at = start;
            for step in steps.iter().copied().chain([SubpathStep::Line(start)]) {
                let to = step.end_point();
                match (depth(at) >= 0.0, depth(to) >= 0.0) {
                    (true, true) => kept.push(step),
                    (true, false) => {
                        kept.push(SubpathStep::Line(crossing_point(at, to, depth(at), depth(to))));
                    }
                    (false, true) => {
                        kept.push(SubpathStep::Line(crossing_point(at, to, depth(at), depth(to))));
                        kept.push(step);
                    }
                    (false, false) => {}
                }
                at = to;
            }
            let Some(last) = kept.last() else { return Vec::new() };
            (start, steps) = (last.end_point(), kept);
        }
        let body = steps.into_iter().map(SubpathStep::to_segment);
        [PathCommand::MoveTo(start)].into_iter().chain(body).chain([PathCommand::Close]).collect()
    }

    /// Clips a stroked path at the area.
    fn clip_line(self, area: BoundingBox) -> Vec<PathCommand> {
        let inside = self.steps.iter().all(|step| contains_point(step.end_point(), area))
            && contains_point(self.start, area);
        let back = SubpathStep::Line(self.start);
        let steps = self.steps.into_iter().chain(self.closed.then_some(back).filter(|_| !inside));
        let mut path = Vec::new();
        let mut at = self.start;
        let mut current = None;
        for step in steps {
            let to = step.end_point();
            let part = match step {
                SubpathStep::Curve(..) => Some((at, to)),
                SubpathStep::Line(_) => clip_line_segment(at, to, area),
            };
            if let Some((from, end)) = part {
                if current != Some(from) {
                    path.push(PathCommand::MoveTo(from));
                }
                path.push(if end == to { step.to_segment() } else { PathCommand::LineTo(end) });
                current = Some(end);
            }
            at = to;
        }
        if self.closed && inside && !path.is_empty() {
            path.push(PathCommand::Close);
        }
        path
    }
}

/// Splits a curve into parts: curves inside the area, and lines for parts completely outside one of its sides.
fn subdivide_curve(curve: [Point; 4], area: BoundingBox, times: usize, steps: &mut Vec<SubpathStep>) {
    let [from, a, b, to] = curve;
    let beyond = (0..4).any(|side| curve.iter().all(|at| distance_inside(*at, area, side) < 0.0));
    if beyond || times == 0 {
        steps.push(SubpathStep::Line(to));
    } else if curve.iter().all(|at| contains_point(*at, area)) {
        steps.push(SubpathStep::Curve(a, b, to));
    } else {
        let middle = |a: Point, b: Point| Point::new(a.x / 2.0 + b.x / 2.0, a.y / 2.0 + b.y / 2.0);
        let (first, second, third) = (middle(from, a), middle(a, b), middle(b, to));
        let (left, right) = (middle(first, second), middle(second, third));
        let half = middle(left, right);
        subdivide_curve([from, first, left, half], area, times - 1, steps);
        subdivide_curve([half, right, third, to], area, times - 1, steps);
    }
}

/// Returns the distance of a point from a side of the area, positive inside. Sides: left, top, right, bottom.
fn distance_inside(at: Point, [left, top, right, bottom]: BoundingBox, side: usize) -> f64 {
    match side {
        0 => at.x - left,
        1 => at.y - top,
        2 => right - at.x,
        _ => bottom - at.y,
    }
}

/// Returns the point at which a line crosses a side. `from_distance` and `to_distance` are the distances of its ends.
fn crossing_point(from: Point, to: Point, from_distance: f64, to_distance: f64) -> Point {
    let fraction = from_distance / (from_distance - to_distance);
    Point::new(from.x + (to.x - from.x) * fraction, from.y + (to.y - from.y) * fraction)
}

/// Returns the part of a straight line inside an area (Liang and Barsky).
fn clip_line_segment(from: Point, to: Point, area: BoundingBox) -> Option<(Point, Point)> {
    let (mut first, mut last) = (0.0f64, 1.0f64);
    for side in 0..4 {
        let (a, b) = (distance_inside(from, area, side), distance_inside(to, area, side));
        match (a >= 0.0, b >= 0.0) {
            (true, true) => {}
            (false, false) => return None,
            (true, false) => last = last.min(a / (a - b)),
            (false, true) => first = first.max(a / (a - b)),
        }
    }
    let at =
        |fraction: f64| Point::new(from.x + (to.x - from.x) * fraction, from.y + (to.y - from.y) * fraction);
    let ends = (if first > 0.0 { at(first) } else { from }, if last < 1.0 { at(last) } else { to });
    (first <= last).then_some(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::mark::bounding_box::union_of;
    use crate::mark::clip_if_needed;
    use crate::mark::test_items::line_item;

    const PICTURE: Size = Size { width: 100.0, height: 100.0 };

    fn layer_bounds(items: &[Item]) -> BoundingBox {
        let [Item::Layer(layer)] = items else { panic!("one layer: {items:?}") };
        layer.items.iter().filter_map(item_bounds).reduce(union_of).expect("something")
    }

    #[test]
    fn a_clip_at_the_edge_of_the_picture_is_dropped() {
        let items = || {
            clip_if_needed(
                vec![line_item(&[(-3.0, 50.0), (105.0, 50.0)], 2.0)],
                [-1.0, 20.0, 101.0, 80.0],
                1.0,
            )
        };
        assert!(matches!(items()[..], [Item::Layer(_)]));
        assert!(matches!(cull_offscreen(items(), PICTURE, 1.0)[..], [Item::Shape(_)]));
        let inside = clip_if_needed(
            vec![line_item(&[(-3.0, 50.0), (105.0, 50.0)], 2.0)],
            [10.0, 20.0, 90.0, 80.0],
            1.0,
        );
        assert!(matches!(cull_offscreen(inside, PICTURE, 1.0)[..], [Item::Layer(_)]));
    }

    #[test]
    fn geometry_far_outside_the_viewport_is_removed() {
        let area = [10.0, 10.0, 90.0, 90.0];
        let far = line_item(&[(0.0, 50.0), (50.0, 1e9), (60.0, -1e9), (100.0, 50.0)], 2.0);
        let bar = Shape::filled_rect(Rect { x: 20.0, y: -1e7, width: 10.0, height: 2e7 }, Color::from_hex(0));
        let curve = vec![
            PathCommand::MoveTo(Point::new(0.0, 50.0)),
            PathCommand::CurveTo(Point::new(30.0, 1e8), Point::new(60.0, -1e8), Point::new(100.0, 50.0)),
            PathCommand::Close,
        ];
        let area_item = Item::Shape(Shape {
            geometry: Geometry::Path(curve),
            fill: Some(Color::from_hex(0).into()),
            stroke: None,
        });
        for item in [far, bar, area_item] {
            let [left, top, right, bottom] =
                layer_bounds(&cull_offscreen(clip_if_needed(vec![item], area, 1.0), PICTURE, 1.0));
            assert!(left > -20.0 && top > -20.0 && right < 120.0 && bottom < 120.0);
            assert!(top < 10.0 && bottom > 90.0, "the part inside stays");
        }
        let away = line_item(&[(-500.0, -500.0), (-400.0, -500.0)], 2.0);
        let left = cull_offscreen(
            clip_if_needed(vec![away, line_item(&[(0.0, 50.0), (99.0, 50.0)], 2.0)], area, 1.0),
            PICTURE,
            1.0,
        );
        assert!(matches!(&left[..], [Item::Layer(layer)] if layer.items.len() == 1));
    }
}
