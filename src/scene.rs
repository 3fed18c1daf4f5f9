//! The finished layout of a picture: coordinates in pixels and final colours. All layout decisions are made before a
//! `Scene` exists; a writer only walks through its items.

use crate::color::Color;
#[cfg(feature = "embed-font")]
use crate::font::TextRun;
use crate::font::{MeasuredLine, TextStyle};
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
    /// A filled or stroked shape.
    Shape(Shape),
    /// One line of text.
    Text(Text),
    /// Items that belong together, with the name that the SVG gives them as a class.
    Group(&'static str, Vec<Item>),
    /// Items that are transformed or clipped together.
    Layer(Layer),
    /// The shadow of items that are painted after it.
    Shadow(Shadow),
}

/// Items that are transformed or clipped together.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// The visible area, in the coordinates outside the layer.
    pub clip: Option<Clip>,
    /// Maps the coordinates of the items to those outside the layer.
    pub transform: Option<Transform>,
    /// In painting order.
    pub items: Vec<Item>,
}

/// A shadow: a copy of items in the colour of the shadow, moved and blurred.
#[derive(Clone, Debug)]
pub struct Shadow {
    /// Distance by which the copy is moved to the right and down, in pixels.
    pub offset: Point,
    /// Standard deviation of the Gaussian blur, in pixels; 0 for none.
    pub deviation: f64,
    /// An area that contains all of the blurred copy that can be seen, before it is moved. A rasteriser pays for its pixels.
    pub area: Rect,
    /// The copy, in painting order.
    pub items: Vec<Item>,
}

/// A clip area.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    /// The outline of the area.
    pub path: Vec<PathCommand>,
    /// True for the even-odd rule, false for the nonzero rule.
    pub even_odd: bool,
}

/// The coordinate system of a layer within the one around it. The scale is applied first, then the rotation, then the
/// translation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// The origin of the inner coordinates, in the outer ones.
    pub origin: Point,
    /// Clockwise, in radians.
    pub rotation: f64,
    /// Scale factor along the x axis.
    pub x_scale: f64,
}

/// A filled or stroked shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The form of the shape.
    pub geometry: Geometry,
    /// Colour of the interior; `None` leaves it empty.
    pub fill: Option<Color>,
    /// Line along the outline.
    pub stroke: Option<Stroke>,
}

/// The form of a shape.
#[derive(Clone, Debug)]
pub enum Geometry {
    /// A rectangle and the radius of its corners.
    Rect(Rect, f64),
    /// The centre and the radius of a circle.
    Circle(Point, f64),
    /// A path, filled by the nonzero rule.
    Path(Vec<PathCommand>),
    /// A path, filled by the even-odd rule.
    EvenOddPath(Vec<PathCommand>),
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathCommand {
    /// Starts a new subpath.
    MoveTo(Point),
    /// Draws a straight line.
    LineTo(Point),
    /// Draws a cubic Bézier curve: two control points, then the end.
    CurveTo(Point, Point, Point),
    /// Closes the subpath with a straight line to its start.
    Close,
}

/// The style of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Line colour.
    pub color: Color,
    /// In pixels.
    pub width: f64,
    /// Lengths of dash and gap in pixels; empty for a solid line.
    pub dash: Vec<f64>,
    /// Distance into the dash pattern at which the line starts, in pixels.
    pub dash_offset: f64,
    /// Form of the line's ends.
    pub cap: Cap,
    /// Form of the line's corners.
    pub join: Join,
}

/// The form of a line's ends.
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

/// The form of a line's corners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Join {
    /// Rounded.
    Round,
    /// Cut off.
    Bevel,
    /// Pointed, with SVG's miter limit: a longer point is cut off.
    Miter(f64),
}

impl Stroke {
    /// A solid line.
    pub fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dash: Vec::new(), dash_offset: 0.0, cap: Cap::Butt, join: Join::Round }
    }

    /// A dashed line; an empty `dash` makes a solid one.
    pub fn dashed(color: Color, width: f64, dash: Vec<f64>) -> Self {
        let join = if dash.is_empty() { Join::Round } else { Join::Miter(SVG_MITER_LIMIT) };
        Self { dash, join, ..Self::solid(color, width) }
    }
}

/// SVG's default of `stroke-miterlimit`.
pub const SVG_MITER_LIMIT: f64 = 4.0;

/// One measured line of text.
#[derive(Clone, Debug)]
pub struct Text {
    /// Left end of the baseline.
    pub origin: Point,
    /// Size, weight and figure style.
    pub style: TextStyle,
    /// Text colour.
    pub color: Color,
    /// Line around the letters, painted under them.
    pub stroke: Option<Stroke>,
    /// The measured runs.
    pub line: MeasuredLine,
}

impl Text {
    #[cfg(test)]
    /// The box that letters without accents fill, from the top of the capitals to the descender.
    pub fn ink_box(&self) -> Rect {
        let (top, bottom) =
            (self.origin.y - self.style.cap_height(), self.origin.y + self.style.descent() * 0.85);
        Rect::from_edges(self.origin.x, top, self.origin.x + self.line.width, bottom)
    }
}

impl Shape {
    /// A filled rectangle.
    pub fn filled_rect(rect: Rect, fill: Color) -> Item {
        Item::Shape(Self { geometry: Geometry::Rect(rect, 0.0), fill: Some(fill), stroke: None })
    }

    /// A stroked line through points.
    pub fn polyline(points: impl IntoIterator<Item = Point>, stroke: Stroke) -> Item {
        Item::Shape(Self {
            geometry: Geometry::Path(polyline_path(points)),
            fill: None,
            stroke: Some(stroke),
        })
    }
}

/// An open path through points.
pub fn polyline_path(points: impl IntoIterator<Item = Point>) -> Vec<PathCommand> {
    points
        .into_iter()
        .enumerate()
        .map(|(i, p)| if i == 0 { PathCommand::MoveTo(p) } else { PathCommand::LineTo(p) })
        .collect()
}

impl Scene {
    /// All runs of text.
    #[cfg(feature = "embed-font")]
    pub fn text_runs(&self) -> impl Iterator<Item = &TextRun> {
        self.all_texts().into_iter().flat_map(|text| &text.line.runs)
    }

    /// All lines of text, in painting order.
    #[cfg(any(test, feature = "embed-font"))]
    pub fn all_texts(&self) -> Vec<&Text> {
        let mut texts = Vec::new();
        collect_texts(&self.items, &mut texts);
        texts
    }
}

#[cfg(any(test, feature = "embed-font"))]
fn collect_texts<'a>(items: &'a [Item], texts: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Text(text) => texts.push(text),
            Item::Group(_, items) | Item::Layer(Layer { items, .. }) | Item::Shadow(Shadow { items, .. }) => {
                collect_texts(items, texts)
            }
            Item::Shape(_) => {}
        }
    }
}
