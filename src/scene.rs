//! The finished layout: pixels and final colours. Everything difficult is resolved before a `Scene`
//! exists; whoever writes it only walks it.

use crate::color::Color;
#[cfg(feature = "embed-font")]
use crate::font::Run;
use crate::font::{Line, TextStyle};
use crate::geometry::{Point, Rect, Size};

/// A picture, ready to be written.
#[derive(Clone, Debug)]
pub struct Scene {
    /// In CSS pixels.
    pub size: Size,
    /// Short accessible name.
    pub title: String,
    /// Alt text.
    pub description: String,
    /// BCP 47 tag of the texts.
    pub lang: &'static str,
    /// In painting order.
    pub items: Vec<Item>,
}

/// One thing to paint.
#[derive(Clone, Debug)]
pub enum Item {
    /// A filled or stroked outline.
    Shape(Shape),
    /// One line of text.
    Text(Text),
    /// Items that belong together, under a name that the SVG carries as its class.
    Group(&'static str, Vec<Item>),
    /// Items that are moved, turned or cut together.
    Layer(Layer),
}

/// Items that are moved, turned or cut together.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// What is outside is not seen; in the coordinates around the layer.
    pub clip: Option<Clip>,
    /// Where the items' own coordinates lie.
    pub turn: Option<Turn>,
    /// In painting order.
    pub items: Vec<Item>,
}

/// An area to paint in.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    /// Its edge.
    pub path: Vec<Segment>,
    /// Inside is what an odd number of edges surrounds, not what any does.
    pub even_odd: bool,
}

/// A coordinate system in another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Where its origin lies.
    pub at: Point,
    /// Clockwise, in radians.
    pub angle: f64,
    /// Length along its x axis of what was 1.
    pub stretch: f64,
}

/// A filled or stroked outline.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The outline.
    pub outline: Outline,
    /// Its inside.
    pub fill: Option<Color>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

/// What to fill or stroke.
#[derive(Clone, Debug)]
pub enum Outline {
    /// A rectangle with rounded corners of a radius.
    Rect(Rect, f64),
    /// A circle around a place, with a radius.
    Circle(Point, f64),
    /// Any run of lines.
    Path(Vec<Segment>),
    /// Any run of lines; its inside is what an odd number of them surrounds.
    EvenOdd(Vec<Segment>),
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Lift the pen.
    Move(Point),
    /// Draw a straight line.
    Line(Point),
    /// Draw a cubic Bézier curve: two control points, the end.
    Curve(Point, Point, Point),
    /// Go back to the last `Move`.
    Close,
}

/// How an edge is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// In pixels.
    pub width: f64,
    /// Lengths of dash and gap in pixels; empty for a solid line.
    pub dash: Vec<f64>,
    /// Where in the dashes the line begins, in pixels.
    pub dash_offset: f64,
    /// How its ends look.
    pub cap: Cap,
    /// How its corners look.
    pub join: Join,
}

/// The ends of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cap {
    /// Cut at the end.
    #[default]
    Butt,
    /// A half disc beyond the end.
    Round,
    /// A half square beyond the end.
    Square,
}

/// The corners of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Join {
    /// Rounded.
    Round,
    /// Cut off.
    Bevel,
    /// Pointed, up to a length in line widths.
    Miter(f64),
}

impl Stroke {
    /// A solid edge.
    pub fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dash: Vec::new(), dash_offset: 0.0, cap: Cap::Butt, join: Join::Round }
    }

    /// A dashed edge; an empty `dash` is a solid one.
    pub fn dashed(color: Color, width: f64, dash: Vec<f64>) -> Self {
        let join = if dash.is_empty() { Join::Round } else { Join::Miter(SVG_MITER_LIMIT) };
        Self { dash, join, ..Self::solid(color, width) }
    }
}

/// What SVG takes where nothing is said.
pub const SVG_MITER_LIMIT: f64 = 4.0;

/// One measured line of text.
#[derive(Clone, Debug)]
pub struct Text {
    /// Left end of the baseline.
    pub at: Point,
    /// Size, weight, kind of figures.
    pub style: TextStyle,
    /// Its colour.
    pub color: Color,
    /// A line around its letters, under them.
    pub outline: Option<Stroke>,
    /// Its runs.
    pub line: Line,
}

impl Text {
    #[cfg(test)]
    /// The box that letters without accents fill, from the capitals' top to the descender.
    pub fn ink(&self) -> Rect {
        let (top, bottom) = (self.at.y - self.style.cap_height(), self.at.y + self.style.descent() * 0.85);
        Rect::from_edges(self.at.x, top, self.at.x + self.line.width, bottom)
    }
}

impl Shape {
    /// A filled rectangle.
    pub fn rect(rect: Rect, fill: Color) -> Item {
        Item::Shape(Self { outline: Outline::Rect(rect, 0.0), fill: Some(fill), stroke: None })
    }

    /// A stroked line through points.
    pub fn line(points: impl IntoIterator<Item = Point>, stroke: Stroke) -> Item {
        Item::Shape(Self { outline: Outline::Path(through(points)), fill: None, stroke: Some(stroke) })
    }
}

/// An open path through points.
pub fn through(points: impl IntoIterator<Item = Point>) -> Vec<Segment> {
    points
        .into_iter()
        .enumerate()
        .map(|(i, p)| if i == 0 { Segment::Move(p) } else { Segment::Line(p) })
        .collect()
}

impl Scene {
    /// All runs of text.
    #[cfg(feature = "embed-font")]
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.texts().into_iter().flat_map(|text| &text.line.runs)
    }

    /// All lines of text, in painting order.
    #[cfg(any(test, feature = "embed-font"))]
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = Vec::new();
        collect(&self.items, &mut texts);
        texts
    }
}

#[cfg(any(test, feature = "embed-font"))]
fn collect<'a>(items: &'a [Item], texts: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Text(text) => texts.push(text),
            Item::Group(_, items) | Item::Layer(Layer { items, .. }) => collect(items, texts),
            Item::Shape(_) => {}
        }
    }
}
