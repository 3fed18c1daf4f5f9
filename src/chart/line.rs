//! Lines, the points on them and the areas beside them.

use crate::color::Color;
use crate::scene::Stroke;

use super::{Cycle, SymbolStyle};

/// A line through points, or points alone.
#[derive(Clone, Debug)]
pub struct Line {
    pub line: Option<LineStyle>,
    /// Points have been left out already.
    pub thinned: bool,
    pub points: Points,
}

/// A closed line around a round axis.
#[derive(Clone, Debug)]
pub struct Radar {
    /// Index of its round axis.
    pub radial: usize,
    pub line: LineStyle,
    pub points: Points,
}

/// What stands at the values.
#[derive(Clone, Debug)]
pub struct Points {
    pub styles: Cycle<SymbolStyle>,
    /// Radius of each, instead of the style's.
    pub radii: Vec<f64>,
}

/// The look of a line.
#[derive(Clone, Debug)]
pub struct LineStyle {
    /// Its width is 0 for none.
    pub stroke: Stroke,
    /// Colour of the area beside it.
    pub fill_color: Color,
    pub fill: Option<Fill>,
    pub curve: Curve,
    /// Curves stay inside the plot.
    pub cap_curves: bool,
    pub span_gaps: SpanGaps,
    /// Instead of the stroke between two values.
    pub segment: Option<Stroke>,
    /// The segments' own fill colour.
    pub segment_fill: Option<Color>,
}

/// How a line runs from value to value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Curve {
    Straight,
    Stepped(Stepped),
    /// A cardinal spline.
    Tension(f64),
    /// Monotone cubic interpolation.
    Monotone,
}

/// Where a stepped line steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    Before,
    After,
    Middle,
}

/// What a line does where a value is missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SpanGaps {
    Break,
    Span,
    /// It breaks where two values are further apart than this, in data units.
    Within(f64),
}

/// The area beside a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    pub target: Target,
    /// Instead of the fill colour, where the line is beyond the target.
    pub above: Option<Color>,
    /// Instead of the fill colour, where the line is short of the target.
    pub below: Option<Color>,
}

/// What an area reaches to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Where the axis's base is.
    Origin,
    Start,
    End,
    /// A value of the axis.
    Value(f64),
    /// The line of a dataset.
    Dataset(usize),
    /// The lines below.
    Stack,
    /// Itself.
    Shape,
}

/// Before what areas are painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FillTime {
    /// Everything.
    First,
    /// All datasets.
    Datasets,
    /// Each its own dataset.
    #[default]
    Dataset,
}

impl Line {
    /// A line straight from value to value, without points.
    pub fn plain(stroke: Stroke) -> Self {
        let style = LineStyle {
            fill_color: stroke.color,
            stroke,
            fill: None,
            curve: Curve::Straight,
            cap_curves: false,
            span_gaps: SpanGaps::Break,
            segment: None,
            segment_fill: None,
        };
        Self { line: Some(style), thinned: false, points: Points::none() }
    }
}

impl Points {
    /// Nothing at the values.
    pub fn none() -> Self {
        Self { styles: Cycle::one(SymbolStyle::none()), radii: Vec::new() }
    }
}
