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
    /// A circle.
    Circle(Point, f64),
    /// Any run of lines.
    Path(Vec<Segment>),
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Lift the pen.
    Move(Point),
    /// Draw a straight line.
    Line(Point),
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
}

impl Stroke {
    /// A solid edge.
    pub fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dash: Vec::new() }
    }
}

/// One measured line of text.
#[derive(Clone, Debug)]
pub struct Text {
    /// Left end of the baseline.
    pub at: Point,
    /// Size, weight, kind of figures.
    pub style: TextStyle,
    /// Its colour.
    pub color: Color,
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

    /// A filled circle.
    pub fn circle(center: Point, radius: f64, fill: Color) -> Item {
        Item::Shape(Self { outline: Outline::Circle(center, radius), fill: Some(fill), stroke: None })
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
            Item::Group(_, items) => collect(items, texts),
            Item::Shape(_) => {}
        }
    }
}
