//! Cuts that change nothing are left out, and what is cut reaches no further than it is seen: a rasteriser pays for each
//! cut, by the room of what it cuts.

use crate::geometry::{Point, Rect, Size};
use crate::scene::{Clip, Item, Join, Layer, Outline, Segment, Shape};

use super::extent::{Extent, extent, inner, is_inside};

/// Beyond what a line reaches, in pixels.
const MARGIN: f64 = 4.0;
/// How often a curve is halved where it leaves the picture.
const HALVINGS: usize = 24;

/// The same picture of items that are cheaper to draw; `ratio` device pixels for each CSS pixel.
pub(crate) fn trimmed(items: Vec<Item>, picture: Size, ratio: f64) -> Vec<Item> {
    let picture = [0.0, 0.0, picture.width, picture.height];
    items.into_iter().flat_map(|item| one(item, picture, ratio)).collect()
}

fn one(item: Item, picture: Extent, ratio: f64) -> Vec<Item> {
    let all = |items: Vec<Item>| items.into_iter().flat_map(|item| one(item, picture, ratio)).collect();
    let (clip, items): (_, Vec<Item>) = match item {
        Item::Layer(Layer { clip: Some(clip), turn: None, items }) => (clip, all(items)),
        Item::Group(class, items) => return vec![Item::Group(class, all(items))],
        item => return vec![item],
    };
    let Some(area) = rectangle(&clip) else {
        return vec![Item::Layer(Layer { clip: Some(clip), turn: None, items })];
    };
    // What lies beyond the picture is not seen, cut or not.
    let seen = |item: &Item| extent(item).map(|reach| intersection(reach, picture));
    let edges = inner(area, ratio);
    if items.iter().all(|item| seen(item).is_some_and(|seen| is_inside(seen, edges))) {
        return items;
    }
    let area = intersection(area, picture);
    let items = items.into_iter().filter_map(|item| near(item, area)).collect();
    vec![Item::Layer(Layer { clip: Some(clip), turn: None, items })]
}

fn intersection(a: Extent, b: Extent) -> Extent {
    [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]
}

/// The area of a cut that is a rectangle.
fn rectangle(clip: &Clip) -> Option<Extent> {
    let [Segment::Move(a), Segment::Line(b), Segment::Line(c), Segment::Line(d), Segment::Close] =
        clip.path.as_slice()
    else {
        return None;
    };
    let upright = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    upright.then(|| [a.x.min(c.x), a.y.min(c.y), a.x.max(c.x), a.y.max(c.y)])
}

/// The part of an item around an area; `None` where nothing of it is near.
fn near(item: Item, area: Extent) -> Option<Item> {
    let Item::Shape(shape) = item else { return Some(item) };
    let around = match &shape.stroke {
        Some(stroke) if !stroke.dash.is_empty() => return Some(Item::Shape(shape)),
        Some(stroke) => {
            let tip = if let Join::Miter(limit) = stroke.join { limit } else { 2.0 };
            stroke.width * tip.max(2.0) / 2.0
        }
        None => 0.0,
    };
    let grow = around + MARGIN;
    let area = [area[0] - grow, area[1] - grow, area[2] + grow, area[3] + grow];
    let filled = match (&shape.fill, &shape.stroke) {
        (Some(_), None) => true,
        (None, Some(_)) => false,
        _ => return Some(Item::Shape(shape)),
    };
    let part = |path: &[Segment]| {
        let subpaths = subpaths(path).into_iter().map(|path| path.straightened(area));
        if filled {
            subpaths.flat_map(|path| path.polygon(area)).collect::<Vec<_>>()
        } else {
            subpaths.flat_map(|path| path.line(area)).collect()
        }
    };
    let outline = match shape.outline {
        Outline::Path(path) if !fits(&path, area) => Outline::Path(part(&path)),
        Outline::EvenOdd(path) if !fits(&path, area) => Outline::EvenOdd(part(&path)),
        Outline::Rect(rect, radius) if filled && radius <= 0.0 => {
            let [left, top, right, bottom] =
                intersection([rect.x, rect.y, rect.right(), rect.bottom()], area);
            Outline::Rect(Rect { x: left, y: top, width: right - left, height: bottom - top }, radius)
        }
        other => other,
    };
    let empty = match &outline {
        Outline::Path(path) | Outline::EvenOdd(path) => path.is_empty(),
        Outline::Rect(rect, _) => rect.width < 0.0 || rect.height < 0.0,
        Outline::Circle(..) => false,
    };
    (!empty).then_some(Item::Shape(Shape { outline, ..shape }))
}

fn is_in(at: Point, area: Extent) -> bool {
    at.x >= area[0] && at.x <= area[2] && at.y >= area[1] && at.y <= area[3]
}

fn fits(path: &[Segment], area: Extent) -> bool {
    path.iter().all(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => is_in(*to, area),
        Segment::Curve(a, b, to) => [a, b, to].into_iter().all(|at| is_in(*at, area)),
        Segment::Close => true,
    })
}

/// A step to a place, straight or along a curve.
#[derive(Clone, Copy)]
enum Step {
    Line(Point),
    Curve(Point, Point, Point),
}

impl Step {
    fn end(self) -> Point {
        let (Self::Line(end) | Self::Curve(_, _, end)) = self;
        end
    }

    fn segment(self) -> Segment {
        match self {
            Self::Line(to) => Segment::Line(to),
            Self::Curve(a, b, to) => Segment::Curve(a, b, to),
        }
    }
}

/// A path from a start, in steps.
struct Subpath {
    start: Point,
    steps: Vec<Step>,
    closed: bool,
}

fn subpaths(path: &[Segment]) -> Vec<Subpath> {
    let mut list: Vec<Subpath> = Vec::new();
    let open = |start: Point| Subpath { start, steps: Vec::new(), closed: false };
    for segment in path {
        if let Some(start) = list.last().filter(|last| last.closed).map(|last| last.start)
            && !matches!(segment, Segment::Move(_))
        {
            list.push(open(start));
        }
        match (segment, list.last_mut()) {
            (Segment::Move(to), _) => list.push(open(*to)),
            (Segment::Line(to), Some(last)) => last.steps.push(Step::Line(*to)),
            (Segment::Curve(a, b, to), Some(last)) => last.steps.push(Step::Curve(*a, *b, *to)),
            (Segment::Close, Some(last)) => last.closed = true,
            (_, None) => {}
        }
    }
    list
}

impl Subpath {
    /// Curves stay inside the area alone; beyond it they are lines.
    fn straightened(self, area: Extent) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len());
        let mut at = self.start;
        for step in self.steps {
            match step {
                Step::Line(_) => steps.push(step),
                Step::Curve(a, b, to) => halved([at, a, b, to], area, HALVINGS, &mut steps),
            }
            at = step.end();
        }
        Self { steps, ..self }
    }

    /// What is painted of a filled path, side by side (Sutherland and Hodgman).
    fn polygon(self, area: Extent) -> Vec<Segment> {
        let (mut start, mut steps) = (self.start, self.steps);
        for side in 0..4 {
            let depth = |at: Point| depth(at, area, side);
            let mut kept: Vec<Step> = Vec::with_capacity(steps.len() + 2);
            let mut at = start;
            for step in steps.iter().copied().chain([Step::Line(start)]) {
                let to = step.end();
                match (depth(at) >= 0.0, depth(to) >= 0.0) {
                    (true, true) => kept.push(step),
                    (true, false) => kept.push(Step::Line(crossing((at, to), (depth(at), depth(to))))),
                    (false, true) => {
                        kept.push(Step::Line(crossing((at, to), (depth(at), depth(to)))));
                        kept.push(step);
                    }
                    (false, false) => {}
                }
                at = to;
            }
            let Some(last) = kept.last() else { return Vec::new() };
            (start, steps) = (last.end(), kept);
        }
        let body = steps.into_iter().map(Step::segment);
        [Segment::Move(start)].into_iter().chain(body).chain([Segment::Close]).collect()
    }

    /// What is painted of a line.
    fn line(self, area: Extent) -> Vec<Segment> {
        let inside = self.steps.iter().all(|step| is_in(step.end(), area)) && is_in(self.start, area);
        let back = Step::Line(self.start);
        let steps = self.steps.into_iter().chain(self.closed.then_some(back).filter(|_| !inside));
        let mut path = Vec::new();
        let mut at = self.start;
        let mut pen = None;
        for step in steps {
            let to = step.end();
            let part = match step {
                Step::Curve(..) => Some((at, to)),
                Step::Line(_) => shortened(at, to, area),
            };
            if let Some((from, end)) = part {
                if pen != Some(from) {
                    path.push(Segment::Move(from));
                }
                path.push(if end == to { step.segment() } else { Segment::Line(end) });
                pen = Some(end);
            }
            at = to;
        }
        if self.closed && inside && !path.is_empty() {
            path.push(Segment::Close);
        }
        path
    }
}

/// Pieces of a curve: those inside the area, and lines for those beyond one of its sides.
fn halved(curve: [Point; 4], area: Extent, times: usize, steps: &mut Vec<Step>) {
    let [from, a, b, to] = curve;
    let beyond = (0..4).any(|side| curve.iter().all(|at| depth(*at, area, side) < 0.0));
    if beyond || times == 0 {
        steps.push(Step::Line(to));
    } else if curve.iter().all(|at| is_in(*at, area)) {
        steps.push(Step::Curve(a, b, to));
    } else {
        let middle = |a: Point, b: Point| Point::new(a.x / 2.0 + b.x / 2.0, a.y / 2.0 + b.y / 2.0);
        let (first, second, third) = (middle(from, a), middle(a, b), middle(b, to));
        let (left, right) = (middle(first, second), middle(second, third));
        let half = middle(left, right);
        halved([from, first, left, half], area, times - 1, steps);
        halved([half, right, third, to], area, times - 1, steps);
    }
}

/// How far a place lies inside of a side: left, top, right, bottom.
fn depth(at: Point, [left, top, right, bottom]: Extent, side: usize) -> f64 {
    match side {
        0 => at.x - left,
        1 => at.y - top,
        2 => right - at.x,
        _ => bottom - at.y,
    }
}

/// Where a line crosses a side, by the depths of its ends.
fn crossing((from, to): (Point, Point), (a, b): (f64, f64)) -> Point {
    let share = a / (a - b);
    Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}

/// The part of a line in an area (Liang and Barsky).
fn shortened(from: Point, to: Point, area: Extent) -> Option<(Point, Point)> {
    let (mut first, mut last) = (0.0f64, 1.0f64);
    for side in 0..4 {
        let (a, b) = (depth(from, area, side), depth(to, area, side));
        match (a >= 0.0, b >= 0.0) {
            (true, true) => {}
            (false, false) => return None,
            (true, false) => last = last.min(a / (a - b)),
            (false, true) => first = first.max(a / (a - b)),
        }
    }
    let at = |share: f64| Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    let ends = (if first > 0.0 { at(first) } else { from }, if last < 1.0 { at(last) } else { to });
    (first <= last).then_some(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::mark::cut;
    use crate::scene::Stroke;

    const PICTURE: Size = Size { width: 100.0, height: 100.0 };

    fn line(points: &[(f64, f64)]) -> Item {
        Shape::line(points.iter().map(|(x, y)| Point::new(*x, *y)), Stroke::solid(Color::hex(0), 2.0))
    }

    fn reach(items: &[Item]) -> Extent {
        let [Item::Layer(layer)] = items else { panic!("one layer: {items:?}") };
        layer.items.iter().filter_map(extent).reduce(super::super::extent::union).expect("something")
    }

    #[test]
    fn a_cut_at_the_pictures_edge_is_none() {
        let items = || cut(vec![line(&[(-3.0, 50.0), (105.0, 50.0)])], [-1.0, 20.0, 101.0, 80.0], 1.0);
        assert!(matches!(items()[..], [Item::Layer(_)]));
        assert!(matches!(trimmed(items(), PICTURE, 1.0)[..], [Item::Shape(_)]));
        let inside = cut(vec![line(&[(-3.0, 50.0), (105.0, 50.0)])], [10.0, 20.0, 90.0, 80.0], 1.0);
        assert!(matches!(trimmed(inside, PICTURE, 1.0)[..], [Item::Layer(_)]));
    }

    #[test]
    fn what_is_far_away_takes_no_room() {
        let area = [10.0, 10.0, 90.0, 90.0];
        let far = line(&[(0.0, 50.0), (50.0, 1e9), (60.0, -1e9), (100.0, 50.0)]);
        let bar = Shape::rect(Rect { x: 20.0, y: -1e7, width: 10.0, height: 2e7 }, Color::hex(0));
        let curve = vec![
            Segment::Move(Point::new(0.0, 50.0)),
            Segment::Curve(Point::new(30.0, 1e8), Point::new(60.0, -1e8), Point::new(100.0, 50.0)),
            Segment::Close,
        ];
        let area_item =
            Item::Shape(Shape { outline: Outline::Path(curve), fill: Some(Color::hex(0)), stroke: None });
        for item in [far, bar, area_item] {
            let [left, top, right, bottom] = reach(&trimmed(cut(vec![item], area, 1.0), PICTURE, 1.0));
            assert!(left > -20.0 && top > -20.0 && right < 120.0 && bottom < 120.0);
            assert!(top < 10.0 && bottom > 90.0, "the part inside stays");
        }
        let away = line(&[(-500.0, -500.0), (-400.0, -500.0)]);
        let left = trimmed(cut(vec![away, line(&[(0.0, 50.0), (99.0, 50.0)])], area, 1.0), PICTURE, 1.0);
        assert!(matches!(&left[..], [Item::Layer(layer)] if layer.items.len() == 1));
    }
}
