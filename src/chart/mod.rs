//! Description of a chart in data units, with every option resolved. Both front ends, the sprint templates and Chart.js,
//! produce a [`Chart`]; `layout` turns it into a scene.

mod annotation;
mod arc;
mod axis;
mod axis_hooks;
mod axis_rules;
mod bar;
mod corner_radii;
mod data_label;
mod dataset;
mod direct_label;
mod font;
mod gauge;
mod guide;
mod id_list;
mod ids;
mod indexable;
mod length;
mod line;
mod placed_chart;
mod radial_axis;
mod symbol;
pub mod theme;

pub use annotation::{
    Annotation, AnnotationCoord, AnnotationLabel, AnnotationShape, AreaStyle, ArrowHead, BoxSide, Callout,
    DrawOrder, DrawTime, LabelDrawing, LabelPosition, Polygon, PolygonCorners, RingLabel, RuleStyle,
    ShadowStyle, ShapeShadows, TextLine,
};
pub use arc::{ArcCornerRadii, ArcStyle, Doughnut, PolarArea, SpacingMode};
pub use axis::{
    Align, Axis, AxisBorder, AxisDisplay, AxisTitle, Backdrop, CrossAlign, Grid, LayoutPosition, LineDash,
    Scale, ScaleLimits, Stacking, TickLabels,
};
pub use axis_hooks::{AxisHooks, AxisState, AxisStep, SharedAxisHooks};
pub use axis_rules::AxisRules;
pub use bar::{BarStyle, BarThickness, Bars, BorderSkipped, FillPattern};
pub use corner_radii::CornerRadii;
pub use data_label::{DataLabelStyle, DataLabels, LabelAlign, LabelDisplay};
pub use dataset::{ClipOverflow, DataPoint, Dataset, DatasetClip, Mark};
pub use direct_label::{AxisCaption, EndLabel, ExplicitTick, RuleLabel, ValueLabel, ValueLabels};
pub use font::{Font, LabelLines};
pub use gauge::{Gauge, GaugeText};
pub use guide::{Guide, Legend, LegendItem, LegendTitle, TextWrap, Title};
pub use id_list::IdList;
pub use ids::{AxisId, AxisPair, DatasetId, RadialAxisId};
pub use indexable::Indexable;
pub use length::Length;
pub use line::{
    AreaFill, FillDrawTime, FillTarget, Interpolation, Line, LineStyle, PointSymbols, Radar, SegmentStyle,
    SpanGaps, Stepped,
};
pub use placed_chart::{PlacedAnnotation, PlacedChart, PlacedMark, PlacedRadialAxis};
pub use radial_axis::{AngleLine, PointLabels, RadialAxis};
pub use symbol::{Symbol, SymbolStyle};

use crate::color::Color;
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;

/// A complete chart: axes, datasets, annotations, legend and titles.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Size in CSS pixels.
    pub size: Size,
    /// Device pixels per CSS pixel. Straight lines are aligned to device pixels.
    pub pixel_ratio: f64,
    /// BCP 47 language tag of all texts.
    pub lang: &'static str,
    /// Short accessible name.
    pub title: String,
    /// Alt text.
    pub description: String,
    pub background: Option<Background>,
    /// Free space around everything, in pixels.
    pub padding: Sides,
    /// Minimum size of the plot, as a fraction of the width and height inside the padding. Elements with a
    /// `drop_priority` are dropped until the plot is that large.
    pub min_plot_fraction: f64,
    /// True if the layout reserves room for marks that extend beyond the plot.
    pub auto_padding: bool,
    /// Legend and titles, in the order of their definition.
    pub guides: Vec<Guide>,
    /// Cartesian axes.
    pub axes: IdList<AxisId, Axis>,
    pub radial_axes: IdList<RadialAxisId, RadialAxis>,
    /// Datasets in the order of the data.
    pub datasets: IdList<DatasetId, Dataset>,
    pub rule_labels: Vec<RuleLabel>,
    /// Point in the drawing order at which the areas beside lines are painted.
    pub fill_draw_time: FillDrawTime,
    /// Annotations, in drawing order.
    pub annotations: Vec<Annotation>,
    /// Track and center of a ring that is a gauge.
    pub gauge: Option<Gauge>,
    /// True if code of a configuration draws between the parts.
    pub has_draw_hooks: bool,
}

/// Background of the whole chart.
#[derive(Clone, Debug)]
pub struct Background {
    /// Fill behind everything, and behind labels that lines run through.
    pub color: Color,
    /// Border along the edge, completely inside the chart.
    pub border: Option<Stroke>,
}

impl Chart {
    /// Creates a chart without content.
    pub fn new(size: Size) -> Self {
        Self {
            size,
            pixel_ratio: 1.0,
            lang: "en",
            title: String::new(),
            description: String::new(),
            background: None,
            padding: Sides::default(),
            min_plot_fraction: 0.0,
            auto_padding: false,
            guides: Vec::new(),
            axes: IdList::default(),
            radial_axes: IdList::default(),
            datasets: IdList::default(),
            rule_labels: Vec::new(),
            fill_draw_time: FillDrawTime::BeforeDatasetDraw,
            annotations: Vec::new(),
            gauge: None,
            has_draw_hooks: false,
        }
    }
}
