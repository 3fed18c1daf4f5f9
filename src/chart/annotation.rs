//! What is drawn at places of the plot rather than at a dataset's values: rules, bands, boxes, words
//! (chartjs-plugin-annotation 3.1.0).

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::{Align, BarCorners, Extent, Font, SymbolStyle};

/// Something at a place. It reaches from the first place of `x` and `y` to the last; where both are the same, it
/// stands at a point.
#[derive(Clone, Debug)]
pub struct Annotation {
    pub depth: Depth,
    /// Cut at the plot.
    pub clip: bool,
    /// Axes without an end of their own reach its values.
    pub widens: bool,
    pub x: [Along; 2],
    pub y: [Along; 2],
    pub shape: AnnotationShape,
    /// Its words, drawn at a depth of their own.
    pub label: Option<Note>,
}

/// What it looks like.
#[derive(Clone, Debug)]
pub enum AnnotationShape {
    /// From place to place.
    Line(RuleStyle),
    /// Between its places.
    Box(Region, BarCorners),
    /// Between its places.
    Ellipse(Region),
    /// In the middle of its places.
    Symbol {
        style: SymbolStyle,
        /// As large as fits between its places, not as its style says.
        fits: bool,
        shift: (f64, f64),
    },
    /// A polygon of equal sides in the middle of its places.
    Polygon {
        region: Region,
        sides: usize,
        /// In pixels; `None` for as large as fits between its places.
        radius: Option<f64>,
        shift: (f64, f64),
    },
    /// Words in the middle of its places.
    Text(Note),
}

/// A place along one direction of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Along {
    /// A value of an axis.
    Value(usize, f64),
    /// A share of an axis's length, from the left or from the top.
    Axis(usize, f64),
    /// A share of the plot, from the left or from the top.
    Plot(f64),
    /// Half the plot's length from the picture's left or top.
    HalfPlot,
}

/// What something is drawn over, and what over it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Depth {
    pub time: DrawTime,
    /// Among those of one time, higher ones are drawn later.
    pub z: f64,
}

/// When something is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DrawTime {
    /// Before everything.
    First,
    /// Over the grid, under all datasets.
    Datasets,
    /// Under a dataset, over those that are painted before it.
    Dataset(usize),
    /// Over all datasets, under axes that stand over them.
    #[default]
    AfterDatasets,
    /// After everything.
    Last,
}

/// The look of a line between two places.
#[derive(Clone, Debug)]
pub struct RuleStyle {
    pub stroke: Stroke,
    /// At its start and at its end.
    pub arrows: [Option<ArrowHead>; 2],
    /// Bent towards a point, seen from its middle along and across it; shares are of its length.
    pub curve: Option<(Extent, Extent)>,
}

/// The head of an arrow.
#[derive(Clone, Debug)]
pub struct ArrowHead {
    /// Along the line, in pixels.
    pub length: f64,
    /// To each side of the line, in pixels.
    pub width: f64,
    /// `None` for an open one.
    pub fill: Option<Color>,
    pub stroke: Stroke,
}

/// The look of an area.
#[derive(Clone, Debug)]
pub struct Region {
    pub fill: Option<Color>,
    /// Its width counts where labels are placed; none is drawn at 0.
    pub stroke: Stroke,
    /// In degrees, around its middle.
    pub rotation: f64,
}

/// Words on a plate.
#[derive(Clone, Debug)]
pub struct Note {
    pub depth: Depth,
    pub lines: Vec<NoteLine>,
    pub text_align: Align,
    /// Around the letters.
    pub outline: Option<Stroke>,
    /// Where along x and y of an area it stands; along a line, the first of them; at a point, which part of the
    /// plate lies there.
    pub position: [Stand; 2],
    /// In pixels, to the right and down.
    pub shift: (f64, f64),
    /// In degrees; `None` for that of its line, never upside down.
    pub rotation: Option<f64>,
    pub padding: Sides,
    pub fill: Option<Color>,
    /// Its width counts where no line is seen, too.
    pub border: Stroke,
    pub corners: BarCorners,
    /// Leads to the point it speaks of.
    pub callout: Option<Callout>,
}

/// A line of words.
#[derive(Clone, Debug)]
pub struct NoteLine {
    pub text: String,
    pub font: Font,
    pub color: Color,
}

/// Where along a length something stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stand {
    /// Whole, at the start.
    Start,
    /// Whole, at the end.
    End,
    Share(f64),
}

/// A line from a plate to a point.
#[derive(Clone, Debug)]
pub struct Callout {
    pub stroke: Stroke,
    /// From the plate, in pixels.
    pub margin: f64,
    /// Straight out, in pixels, before it turns to the point.
    pub side: f64,
    /// Where along the plate's side it begins.
    pub start: Extent,
    /// The side it begins at; `None` for the one that is nearest to the point.
    pub position: Option<PlateSide>,
}

/// A side of a plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlateSide {
    Left,
    Bottom,
    Top,
    Right,
}
