//! Annotations: rules, bands, boxes and texts at coordinates of the plot, independent of the datasets
//! (chartjs-plugin-annotation 3.1.0).

use std::sync::Arc;

use crate::color::Color;
use crate::geometry::{Point, Sides, Size};
use crate::scene::{Drawing, Paint, Stroke};

use super::{Align, AxisId, CornerRadii, DatasetId, Font, Length, SymbolStyle};

/// An annotation that spans the rectangle between the two coordinates of `x` and those of `y`. Equal coordinates make it
/// a point or a line.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// The key in a configuration, by which functions know the annotation; empty if there is none.
    pub key: String,
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
    /// True if code of the configuration draws before or after the shape.
    pub has_draw_hooks: bool,
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
        shadows: ShapeShadows,
    },
    /// Regular polygon in the centre of the span.
    Polygon(Polygon),
    /// Text in the centre of the span.
    Text(AnnotationLabel),
    /// Text in the hole of the innermost ring; the span is not used.
    RingLabel(RingLabel),
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
    /// Not at all; the annotation may still extend the range of an axis.
    Never,
}

/// The look of a shadow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShadowStyle {
    /// Colour; its opacity is multiplied with that of the shape.
    pub color: Color,
    /// Standard deviation of the Gaussian blur, in pixels: half of a canvas's `shadowBlur`.
    pub deviation: f64,
    /// Offset to the right and down, in pixels; it does not turn with the shape.
    pub offset: Point,
}

impl ShadowStyle {
    /// True if a part of the shadow can be seen beside an opaque shape.
    pub fn is_visible(&self) -> bool {
        self.color.alpha > 0 && (self.deviation > 0.0 || self.offset != Point::default())
    }
}

/// Shadows of a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ShapeShadows {
    /// Shadow of the filled area.
    pub background: Option<ShadowStyle>,
    /// Shadow of the border, or of a line.
    pub border: Option<ShadowStyle>,
}

/// A regular polygon and its style.
#[derive(Clone, Debug)]
pub struct Polygon {
    pub style: AreaStyle,
    pub sides: usize,
    /// Radius in pixels; `None` fills the span.
    pub radius: Option<f64>,
    pub shift: (f64, f64),
    pub corners: Option<PolygonCorners>,
}

/// Points at the corners of a polygon (option `point`). The plugin doesn't draw their symbols: it strokes the outline of
/// the polygon once more for each of them.
#[derive(Clone, Debug)]
pub struct PolygonCorners {
    pub draw_order: DrawOrder,
    pub stroke: Stroke,
    pub shadow: Option<ShadowStyle>,
}

/// Text in the hole of a doughnut, with a background that fills the hole.
#[derive(Clone, Debug)]
pub struct RingLabel {
    pub text: AnnotationLabel,
    /// True if the fonts become smaller until the text fits into the hole.
    pub shrinks_to_fit: bool,
    /// True if rings without data have no label.
    pub needs_data: bool,
    /// Gap between the background and the ring, in pixels.
    pub spacing: f64,
    pub fill: Option<Paint>,
    /// Line around the background.
    pub border: Stroke,
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
    pub shadow: Option<ShadowStyle>,
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
    pub shadows: ShapeShadows,
}

/// Style of an annotation's area.
#[derive(Clone, Debug)]
pub struct AreaStyle {
    pub fill: Option<Paint>,
    /// Border. The width also moves labels inwards; nothing is drawn for a width of 0.
    pub stroke: Stroke,
    /// Rotation around the centre, in degrees.
    pub rotation: f64,
    pub shadows: ShapeShadows,
}

/// Label of an annotation: text in a box with background and border. A label without lines is an empty box.
#[derive(Clone, Debug)]
pub struct AnnotationLabel {
    pub draw_order: DrawOrder,
    pub lines: Vec<TextLine>,
    /// A canvas instead of the lines.
    pub drawing: Option<LabelDrawing>,
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
    pub shadows: ShapeShadows,
    /// Line from the label to the annotated point.
    pub callout: Option<Callout>,
}

/// A canvas in the label of an annotation.
#[derive(Clone, Debug)]
pub struct LabelDrawing {
    pub drawing: Arc<Drawing>,
    /// Size in which it is drawn, in pixels.
    pub size: Size,
    /// From 0 to 1.
    pub opacity: f64,
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
