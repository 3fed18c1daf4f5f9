//! Annotations: rules, bands, boxes and texts at coordinates of the plot, independent of the datasets
//! (chartjs-plugin-annotation 3.1.0).

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::{Paint, Stroke};

use super::{Align, AxisId, CornerRadii, DatasetId, Font, Length, SymbolStyle};

/// An annotation that spans the rectangle between the two coordinates of `x` and those of `y`. Equal coordinates make it
/// a point or a line.
#[derive(Clone, Debug)]
pub struct Annotation {
    pub draw_order: DrawOrder,
    /// True if the annotation is clipped at the plot.
    pub clip: bool,
    /// True if axes without explicit limits are extended to the annotation's values.
    pub adjust_scale_range: bool,
    pub x: [AnnotationCoord; 2],
    pub y: [AnnotationCoord; 2],
    pub shape: AnnotationShape,
    /// Text of the annotation, with a drawing order of its own.
    pub label: Option<AnnotationLabel>,
}

/// Shape of an annotation and its style.
#[derive(Clone, Debug)]
pub enum AnnotationShape {
    /// Line from the first to the second coordinate.
    Line(RuleStyle),
    /// Rectangle that fills the span.
    Box(AreaStyle, CornerRadii),
    /// Ellipse that fills the span.
    Ellipse(AreaStyle),
    /// Symbol in the centre of the span.
    Symbol {
        style: SymbolStyle,
        /// True if the symbol fills the span instead of using the radius of its style.
        fit_to_box: bool,
        shift: (f64, f64),
    },
    /// Regular polygon in the centre of the span.
    Polygon {
        region: AreaStyle,
        sides: usize,
        /// Radius in pixels; `None` fills the span.
        radius: Option<f64>,
        shift: (f64, f64),
    },
    /// Text in the centre of the span.
    Text(AnnotationLabel),
}

/// A coordinate in one direction of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AnnotationCoord {
    /// A value of an axis.
    AxisValue(AxisId, f64),
    /// A fraction of the length of an axis, from the left or from the top.
    AxisFraction(AxisId, f64),
    /// Fraction of the plot, from the left or from the top.
    PlotFraction(f64),
    /// Half of the plot's length, measured from the left or top edge of the chart instead of the plot.
    HalfPlotLength,
}

/// Position in the drawing order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DrawOrder {
    pub draw_time: DrawTime,
    /// Within the same draw time, higher values are drawn later.
    pub z: f64,
}

/// Stage of drawing (option `drawTime`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::enum_variant_names, reason = "the names of Chart.js")]
pub enum DrawTime {
    /// Behind everything.
    BeforeDraw,
    /// Above the grid and below all datasets.
    BeforeDatasetsDraw,
    /// Below this dataset and above those that are painted before it.
    BeforeDatasetDraw(DatasetId),
    /// Above all datasets and below axes that are drawn above them.
    #[default]
    AfterDatasetsDraw,
    /// Above everything.
    AfterDraw,
}

/// Style of an annotation line.
#[derive(Clone, Debug)]
pub struct RuleStyle {
    pub stroke: Stroke,
    /// Arrow heads at the start and at the end.
    pub arrow_heads: [Option<ArrowHead>; 2],
    /// Control point of a curved line, relative to the middle of the line: distance along it and across it. Fractions
    /// are of the line's length.
    pub control_point: Option<(Length, Length)>,
}

/// Style of an arrow head.
#[derive(Clone, Debug)]
pub struct ArrowHead {
    /// Extent along the line, in pixels.
    pub length: f64,
    /// Extent to each side of the line, in pixels.
    pub width: f64,
    /// Fill colour; `None` for an open arrow head.
    pub fill: Option<Paint>,
    pub stroke: Stroke,
}

/// Style of an annotation's area.
#[derive(Clone, Debug)]
pub struct AreaStyle {
    pub fill: Option<Paint>,
    /// Border. The width also moves labels inwards; nothing is drawn for a width of 0.
    pub stroke: Stroke,
    /// Rotation around the centre, in degrees.
    pub rotation: f64,
}

/// Label of an annotation: text in a box with background and border.
#[derive(Clone, Debug)]
pub struct AnnotationLabel {
    pub draw_order: DrawOrder,
    pub lines: Vec<TextLine>,
    pub text_align: Align,
    /// Stroke around the glyphs.
    pub outline: Option<Stroke>,
    /// Position along x and y of an area. A line uses the first one only; at a point it is the part of the label box
    /// that lies on the point.
    pub position: [LabelPosition; 2],
    /// Offset to the right and down, in pixels.
    pub offset: (f64, f64),
    /// Rotation in degrees; `None` follows the line, never upside down.
    pub rotation: Option<f64>,
    pub padding: Sides,
    pub fill: Option<Paint>,
    /// Border. The width takes room even if the border is invisible.
    pub border: Stroke,
    pub corner_radii: CornerRadii,
    /// Line from the label to the annotated point.
    pub callout: Option<Callout>,
}

/// One line of text with its style.
#[derive(Clone, Debug)]
pub struct TextLine {
    pub text: String,
    pub font: Font,
    pub color: Color,
}

/// Position of a label along a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LabelPosition {
    /// Flush with the start.
    Start,
    /// Flush with the end.
    End,
    Fraction(f64),
}

/// A line from a label box to a point.
#[derive(Clone, Debug)]
pub struct Callout {
    pub stroke: Stroke,
    /// Distance from the box, in pixels.
    pub margin: f64,
    /// Length of the first part, perpendicular to the side of the box, in pixels.
    pub side: f64,
    /// Start along the side of the box.
    pub start: Length,
    /// Side of the box at which the line starts; `None` for the side nearest to the point.
    pub position: Option<BoxSide>,
}

/// A side of a label box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxSide {
    Left,
    Bottom,
    Top,
    Right,
}
