//! The finished layout of a picture: coordinates in pixels and final colours. All layout decisions are made before a
//! `Scene` exists; a writer only walks through its items.

use std::sync::Arc;

use crate::color::Color;
#[cfg(feature = "embed-font")]
use crate::font::TextRun;
use crate::font::{MeasuredLine, TextStyle};
use crate::geometry::{Matrix, Point, Rect, Size};
use crate::gradient::Gradient;
use crate::id_hash::id_hash;

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
#[derive(Clone, Debug, PartialEq)]
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
    /// Items in a coordinate system of their own, which the map leads to the one around them.
    Transformed(Matrix, Vec<Item>),
    /// Items that are painted together with an opacity, from 0 to 1: where they overlap, the lower ones stay hidden.
    Translucent(f64, Vec<Item>),
}

/// Items that are transformed or clipped together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// The visible area, in the coordinates outside the layer.
    pub clip: Option<Clip>,
    /// Maps the coordinates of the items to those outside the layer.
    pub transform: Option<Transform>,
    /// In painting order.
    pub items: Vec<Item>,
}

/// A shadow: a copy of items in the colour of the shadow, moved and blurred.
#[derive(Clone, Debug, PartialEq)]
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

/// The coordinate system of a layer within the one around it: scaled first, then rotated, then translated.
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
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The form of the shape.
    pub geometry: Geometry,
    /// Paint of the interior; `None` leaves it empty.
    pub fill: Option<Paint>,
    /// Line along the outline.
    pub stroke: Option<Stroke>,
}

/// The form of a shape.
#[derive(Clone, Debug, PartialEq)]
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
    /// Paint of the line.
    pub paint: Paint,
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

/// The colours of an area, a line or letters. Gradients and patterns lie in the coordinates around the item, which are
/// those of its layer.
#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    /// One colour.
    Color(Color),
    /// A linear or radial gradient.
    Gradient(Arc<Gradient>),
    /// A tile that is repeated, and the opacity of the whole, from 0 to 1.
    Pattern(Arc<Pattern>, f64),
}

/// A tile of items that is repeated, with its top left corner at a multiple of its size from the origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// The content of the tile, from (0, 0) to its size.
    pub tile: Vec<Item>,
    /// The size of the tile.
    pub size: Size,
    /// The directions in which the tile is repeated.
    pub repetition: Repetition,
    /// The map from the coordinates of the tiles to those around the painted item.
    pub transform: Option<Matrix>,
    /// A hash of all fields above, from which ids are made.
    pub content_hash: u64,
}

/// Items on a canvas of a fixed size, which is drawn as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// In painting order; what lies outside the canvas is cut off.
    pub items: Vec<Item>,
    /// The size of the canvas.
    pub size: Size,
}

/// The directions in which a tile is repeated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repetition {
    /// True for copies to the left and to the right.
    pub along_x: bool,
    /// True for copies above and below.
    pub along_y: bool,
}

impl Pattern {
    /// Creates a pattern.
    pub fn new(tile: Vec<Item>, size: Size, repetition: Repetition, transform: Option<Matrix>) -> Self {
        let content = format!("{tile:?} {size:?} {repetition:?} {transform:?}");
        Self { tile, size, repetition, transform, content_hash: id_hash(&[&content]) }
    }
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self::Color(color)
    }
}

impl From<Gradient> for Paint {
    /// A gradient as a canvas paints it: without stops, or with start and end at one place, it paints nothing.
    fn from(gradient: Gradient) -> Self {
        if gradient.stops.is_empty() || gradient.is_degenerate() {
            return Self::TRANSPARENT;
        }
        Self::Gradient(Arc::new(gradient))
    }
}

impl Paint {
    /// Paints nothing.
    pub const TRANSPARENT: Self = Self::Color(Color::from_hex(0).with_alpha(0));

    /// True if the paint leaves a mark.
    pub fn is_visible(&self) -> bool {
        match self {
            Self::Color(color) => color.alpha > 0,
            Self::Gradient(gradient) => gradient.stops.iter().any(|stop| stop.color.alpha > 0),
            Self::Pattern(pattern, opacity) => *opacity > 0.0 && !pattern.tile.is_empty(),
        }
    }

    /// The colour that stands for the paint where only one colour is possible: that of a gradient's first stop; `None`
    /// for a pattern.
    pub fn first_color(&self) -> Option<Color> {
        match self {
            Self::Color(color) => Some(*color),
            Self::Gradient(gradient) => gradient.stops.first().map(|stop| stop.color),
            Self::Pattern(..) => None,
        }
    }

    /// The same paint with its opacity multiplied by `factor`, from 0 to 1.
    pub fn with_opacity(&self, factor: f64) -> Self {
        match self {
            paint if factor >= 1.0 => paint.clone(),
            Self::Color(color) => Self::Color(color.with_opacity(factor)),
            Self::Gradient(gradient) => Self::Gradient(Arc::new(gradient.with_opacity(factor))),
            Self::Pattern(pattern, opacity) => Self::Pattern(pattern.clone(), opacity * factor),
        }
    }
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

impl Item {
    /// The paints of a shape or a text itself: those of its interior and of its line.
    pub fn paints(&self) -> impl Iterator<Item = &Paint> {
        let (fill, stroke) = match self {
            Self::Shape(shape) => (shape.fill.as_ref(), shape.stroke.as_ref()),
            Self::Text(text) => (Some(&text.paint), text.stroke.as_ref()),
            Self::Group(..)
            | Self::Layer(_)
            | Self::Shadow(_)
            | Self::Transformed(..)
            | Self::Translucent(..) => (None, None),
        };
        fill.into_iter().chain(stroke.map(|stroke| &stroke.paint))
    }
}

impl Stroke {
    /// A solid line.
    pub fn solid(paint: impl Into<Paint>, width: f64) -> Self {
        Self {
            paint: paint.into(),
            width,
            dash: Vec::new(),
            dash_offset: 0.0,
            cap: Cap::Butt,
            join: Join::Round,
        }
    }

    /// A dashed line; an empty `dash` makes a solid one.
    pub fn dashed(paint: impl Into<Paint>, width: f64, dash: Vec<f64>) -> Self {
        let join = if dash.is_empty() { Join::Round } else { Join::Miter(SVG_MITER_LIMIT) };
        Self { dash, join, ..Self::solid(paint, width) }
    }

    /// True if the line leaves a mark.
    pub fn is_visible(&self) -> bool {
        self.width > 0.0 && self.paint.is_visible()
    }
}

/// SVG's default of `stroke-miterlimit`.
pub const SVG_MITER_LIMIT: f64 = 4.0;

/// One measured line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Left end of the baseline.
    pub origin: Point,
    /// Size, weight and figure style.
    pub style: TextStyle,
    /// Paint of the letters.
    pub paint: Paint,
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
    pub fn filled_rect(rect: Rect, fill: impl Into<Paint>) -> Item {
        Item::Shape(Self { geometry: Geometry::Rect(rect, 0.0), fill: Some(fill.into()), stroke: None })
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
        for paint in item.paints() {
            if let Paint::Pattern(pattern, _) = paint {
                collect_texts(&pattern.tile, texts);
            }
        }
        match item {
            Item::Text(text) => texts.push(text),
            Item::Group(_, items)
            | Item::Layer(Layer { items, .. })
            | Item::Shadow(Shadow { items, .. })
            | Item::Transformed(_, items)
            | Item::Translucent(_, items) => collect_texts(items, texts),
            Item::Shape(_) => {}
        }
    }
}
