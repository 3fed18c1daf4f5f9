//! Annotations at their places, and when they are drawn (chartjs-plugin-annotation 3.1.0).

mod line;
mod plate;

use std::f64::consts::{FRAC_PI_2, TAU};

use crate::chart::{
    Along, Annotation, AnnotationShape, BarCorners, Depth, DrawTime, Note, Region, SymbolStyle,
};
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::mark::{Arc, Pen, cut, rounded_rect, symbol};
use crate::scene::{Item, Layer, Outline, Shape, Stroke, Turn};

use super::Painter;
use super::groups::{group, joined};
use line::Rule;
use plate::Plate;

/// Symbols that are smaller are not drawn, in pixels.
const LEAST_RADIUS: f64 = 0.1;

/// What annotations are drawn of, by when that is.
pub(super) struct Annotations(Vec<(Depth, Option<Item>)>);

impl Annotations {
    /// What is drawn at a time, lower ones first.
    pub(super) fn at(&mut self, time: DrawTime) -> Vec<Item> {
        let (mut now, later): (Vec<_>, Vec<_>) = self.0.drain(..).partition(|(depth, _)| depth.time == time);
        self.0 = later;
        now.sort_by(|a, b| a.0.z.total_cmp(&b.0.z));
        joined(now.into_iter().filter_map(|(_, item)| item))
    }
}

/// From the first place of an annotation to the last, in pixels.
#[derive(Clone, Copy)]
struct Reach {
    from: Point,
    to: Point,
}

impl Reach {
    fn rect(&self) -> Rect {
        let (a, b) = (self.from, self.to);
        Rect::from_edges(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y))
    }

    fn middle(&self, shift: (f64, f64)) -> Point {
        Point::new((self.from.x + self.to.x) / 2.0 + shift.0, (self.from.y + self.to.y) / 2.0 + shift.1)
    }
}

impl Painter<'_> {
    /// Everything that annotations draw.
    pub(super) fn annotations(&self, fonts: &Fonts) -> Annotations {
        let mut all = Vec::new();
        for annotation in &self.chart.annotations {
            let Some(reach) = self.reach(annotation) else { continue };
            let mut add = |depth: Depth, class: &'static str, items: Vec<Item>| {
                let plot = [self.plot.left, self.plot.top, self.plot.right, self.plot.bottom];
                let ratio = self.chart.pixel_ratio;
                let items = if annotation.clip { cut(items, plot, ratio) } else { items };
                all.push((depth, group(class, items)));
            };
            let label = annotation.label.as_ref();
            let plate = match &annotation.shape {
                AnnotationShape::Line(style) => {
                    let rule = Rule::new(style, reach, self.plot);
                    add(annotation.depth, "rules", rule.items());
                    label.and_then(|note| Plate::along(note, &rule, self.plot, fonts))
                }
                AnnotationShape::Box(region, corners) => {
                    add(annotation.depth, "bands", region_items(region, reach.rect(), Form::Box(*corners)));
                    label.map(|note| Plate::inside(note, reach.rect(), region.stroke.width, fonts))
                }
                AnnotationShape::Ellipse(region) => {
                    add(annotation.depth, "marks", region_items(region, reach.rect(), Form::Ellipse));
                    label.map(|note| Plate::inside(note, reach.rect(), region.stroke.width, fonts))
                }
                shape => {
                    let class = if matches!(shape, AnnotationShape::Text(_)) { "notes" } else { "marks" };
                    add(annotation.depth, class, at_a_point(shape, reach, fonts));
                    None
                }
            };
            if let Some((plate, note)) = plate.zip(label) {
                add(note.depth, "notes", plate.items(fonts));
            }
        }
        Annotations(all)
    }

    /// `None` where it has no place.
    fn reach(&self, annotation: &Annotation) -> Option<Reach> {
        let [x, x2] = annotation.x.map(|place| self.along(place, true));
        let [y, y2] = annotation.y.map(|place| self.along(place, false));
        Some(Reach { from: Point::new(x?, y?), to: Point::new(x2?, y2?) })
    }

    fn along(&self, place: Along, x: bool) -> Option<f64> {
        let (start, length) =
            if x { (self.plot.left, self.plot.width()) } else { (self.plot.top, self.plot.height()) };
        let at = match place {
            Along::Value(axis, value) => self.tracks.get(axis)?.pixel(value),
            Along::Axis(axis, share) => {
                let [left, top, right, bottom] = self.tracks.get(axis)?.edges;
                let (low, high) = if x { (left, right) } else { (top, bottom) };
                low + share * (high - low)
            }
            Along::Plot(share) => start + share * length,
            Along::HalfPlot => length / 2.0,
        };
        Some(at).filter(|at| at.is_finite())
    }
}

/// What stands in the middle of its places.
fn at_a_point(shape: &AnnotationShape, reach: Reach, fonts: &Fonts) -> Vec<Item> {
    let room = reach.rect();
    let fitting = room.width.min(room.height) / 2.0;
    match shape {
        AnnotationShape::Symbol { style, fits, shift } => {
            let radius = if *fits { fitting } else { style.radius };
            symbol_items(style, radius, reach.middle(*shift))
        }
        AnnotationShape::Polygon { region, sides, radius, shift } => {
            let (middle, radius) = (reach.middle(*shift), radius.unwrap_or(fitting));
            let rect = Rect { x: middle.x, y: middle.y, width: 0.0, height: 0.0 };
            region_items(region, rect, Form::Polygon(*sides, radius))
        }
        AnnotationShape::Text(note) => words(note, reach.middle((0.0, 0.0)), fonts),
        _ => Vec::new(),
    }
}

fn words(note: &Note, at: Point, fonts: &Fonts) -> Vec<Item> {
    Plate::at(note, at, fonts).items(fonts)
}

fn symbol_items(style: &SymbolStyle, radius: f64, at: Point) -> Vec<Item> {
    if radius < LEAST_RADIUS {
        return Vec::new();
    }
    symbol(style, radius, at).into_iter().collect()
}

/// The outline of an area.
#[derive(Clone, Copy)]
enum Form {
    Box(BarCorners),
    Ellipse,
    /// Sides and radius, around the place.
    Polygon(usize, f64),
}

fn region_items(region: &Region, rect: Rect, form: Form) -> Vec<Item> {
    let middle = Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
    // A polygon is turned by where its corners are.
    let angle = if matches!(form, Form::Polygon(..)) { 0.0 } else { region.rotation.to_radians() };
    turned(middle, angle, |origin| {
        let rect = Rect { x: rect.x - origin.x, y: rect.y - origin.y, ..rect };
        let middle = Point::new(middle.x - origin.x, middle.y - origin.y);
        let mut pen = Pen::default();
        match form {
            Form::Box(corners) => rounded_rect(&mut pen, rect, within(corners, rect)),
            Form::Ellipse => {
                let (radius, radius_y) = (rect.width / 2.0, rect.height / 2.0);
                // It begins at its lowest point: dashes do.
                let (from, to) = (FRAC_PI_2, FRAC_PI_2 + TAU);
                pen.ellipse(Arc { center: middle, radius, from, to, counterclockwise: false }, radius_y);
                pen.close();
            }
            Form::Polygon(sides, radius) => {
                for corner in 0..sides {
                    let angle = region.rotation.to_radians() + TAU * corner as f64 / sides as f64;
                    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
                    pen.line_to(Point::new(middle.x + sin * radius, middle.y - cos * radius));
                }
                pen.close();
            }
        }
        painted(pen, region.fill, &region.stroke).into_iter().collect()
    })
}

/// Radii that fit into a rectangle.
fn within(corners: BarCorners, rect: Rect) -> BarCorners {
    let most = rect.width.min(rect.height) / 2.0;
    let fit = |radius: f64| radius.min(most).max(0.0);
    BarCorners {
        top_left: fit(corners.top_left),
        top_right: fit(corners.top_right),
        bottom_left: fit(corners.bottom_left),
        bottom_right: fit(corners.bottom_right),
    }
}

/// Items turned around a point; they are made for the coordinates that begin at an origin.
fn turned(around: Point, angle: f64, make: impl FnOnce(Point) -> Vec<Item>) -> Vec<Item> {
    if angle == 0.0 {
        return make(Point::default());
    }
    let turn = Some(Turn { at: around, angle, stretch: 1.0 });
    vec![Item::Layer(Layer { turn, items: make(around), clip: None })]
}

/// A path filled and stroked, as far as that is seen.
fn painted(pen: Pen, fill: Option<crate::color::Color>, stroke: &Stroke) -> Option<Item> {
    let fill = fill.filter(|color| color.alpha > 0);
    let stroke = (stroke.width > 0.0 && stroke.color.alpha > 0).then(|| stroke.clone());
    if pen.is_empty() || (fill.is_none() && stroke.is_none()) {
        return None;
    }
    Some(Item::Shape(Shape { outline: Outline::Path(pen.finish()), fill, stroke }))
}
