//! Line and radar charts: lines, point symbols and filled areas.

use crate::scene::{Paint, Stroke};

use super::{DatasetId, Indexable, RadialAxisId, SymbolStyle};

/// A line with point symbols, or point symbols alone.
#[derive(Clone, Debug)]
pub struct Line {
    pub style: Option<LineStyle>,
    /// True if data points have been removed by decimation.
    pub decimated: bool,
    pub points: PointSymbols,
}

/// A closed line around the centre of a radial axis.
#[derive(Clone, Debug)]
pub struct Radar {
    /// Radial axis; nothing is drawn without one.
    pub radial_axis: Option<RadialAxisId>,
    pub style: LineStyle,
    pub points: PointSymbols,
}

/// Symbols at the data points.
#[derive(Clone, Debug)]
pub struct PointSymbols {
    pub styles: Indexable<SymbolStyle>,
    /// Radius of each symbol in pixels, instead of the one of the style; empty if all use the style.
    pub radii: Vec<f64>,
}

/// Style of a line.
#[derive(Clone, Debug)]
pub struct LineStyle {
    /// Stroke of the line; a width of 0 draws none.
    pub stroke: Stroke,
    /// Paint of the filled area.
    pub fill_paint: Paint,
    pub fill: Option<AreaFill>,
    pub interpolation: Interpolation,
    /// True if the control points of curves are limited to the plot (`capBezierPoints`).
    pub cap_bezier_points: bool,
    pub span_gaps: SpanGaps,
    /// Styles of the connections between two data points, by the index of the second one, instead of the one of the line.
    pub segments: Option<Indexable<SegmentStyle>>,
}

/// Style of the connection between two data points.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentStyle {
    pub stroke: Stroke,
    /// Paint of the area; `None` for the one of the line's area.
    pub fill: Option<Paint>,
}

/// Interpolation between the data points of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interpolation {
    Straight,
    Stepped(Stepped),
    /// Cardinal spline with this tension.
    Tension(f64),
    /// Monotone cubic interpolation.
    Monotone,
}

/// Position of the step between two data points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    Before,
    After,
    Middle,
}

/// Behaviour of a line at missing values (`spanGaps`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SpanGaps {
    Break,
    Span,
    /// The line breaks only if two values are further apart than this, in data units.
    Within(f64),
}

/// Filled area between a line and a target.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaFill {
    pub target: FillTarget,
    /// Paint of the parts in which the line is above the target.
    pub above: Option<Paint>,
    /// Paint of the parts in which the line is below the target.
    pub below: Option<Paint>,
}

/// Other boundary of a filled area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FillTarget {
    /// The base of the value axis.
    Origin,
    Start,
    End,
    /// A value of the axis.
    Value(f64),
    /// The line of another dataset.
    Dataset(DatasetId),
    /// The upper edge of all lines below on the same value axis.
    Stack,
    /// The line itself; the area is the closed shape.
    Shape,
}

/// Stage at which filled areas are painted (option `drawTime` of the filler plugin).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::enum_variant_names, reason = "the names of Chart.js")]
pub enum FillDrawTime {
    /// Before everything.
    BeforeDraw,
    /// Before all datasets.
    BeforeDatasetsDraw,
    /// Each area immediately before its own dataset.
    #[default]
    BeforeDatasetDraw,
}

impl Line {
    /// Creates a straight line without point symbols.
    pub fn from_stroke(stroke: Stroke) -> Self {
        let style = LineStyle {
            fill_paint: stroke.paint.clone(),
            stroke,
            fill: None,
            interpolation: Interpolation::Straight,
            cap_bezier_points: false,
            span_gaps: SpanGaps::Break,
            segments: None,
        };
        Self { style: Some(style), decimated: false, points: PointSymbols::without_symbols() }
    }
}

impl PointSymbols {
    /// Creates a style that draws no symbols.
    pub fn without_symbols() -> Self {
        Self { styles: Indexable::uniform(SymbolStyle::invisible()), radii: Vec::new() }
    }
}
