//! Cartesian axes.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scale::time::TimeScale;
use crate::scale::{DataRange, NumberFormat};
use crate::scene::{Paint, Stroke};

use super::axis_rules::AxisRules;
use super::{
    AxisCaption, AxisId, ExplicitTick, Font, Indexable, LabelLines, Length, SharedAxisHooks, ValueLabels,
};

/// A cartesian axis: scale, grid, border, title and tick labels.
#[derive(Clone, Debug)]
pub struct Axis {
    pub rules: AxisRules,
    /// True for an x axis, whose values run from left to right.
    pub horizontal: bool,
    pub position: LayoutPosition,
    pub display: AxisDisplay,
    pub scale: Scale,
    pub limits: ScaleLimits,
    /// True if the axis ends at ticks, false if it ends at the data (option `bounds`).
    pub bounds_at_ticks: bool,
    /// Additional range beyond the data; a fraction is relative to the data range.
    pub grace: Length,
    pub reverse: bool,
    /// True if values are rounded to whole device pixels.
    pub align_to_pixels: bool,
    /// True if there is half a step of room at both ends.
    pub offset: bool,
    pub offset_after_skip: bool,
    pub stacking: Option<Stacking>,
    /// Name of the axis stack; axes of one stack on the same side are placed end to end.
    pub stack: Option<String>,
    /// Relative length within the stack.
    pub stack_weight: f64,
    pub weight: f64,
    /// True if datasets are clipped at the ends of this axis instead of the plot.
    pub clip: bool,
    pub background: Option<Paint>,
    /// Free space between the ends of the axis box and the minimum and the maximum value, in pixels.
    pub inset: (f64, f64),
    pub grid: Grid,
    /// Line across the plot at zero, drawn even if there is no tick at zero.
    pub zero_line: Option<Stroke>,
    pub border: AxisBorder,
    pub title: Option<AxisTitle>,
    /// Caption above the panel of the axis.
    pub caption: Option<AxisCaption>,
    pub tick_labels: TickLabels,
    /// Labels at values. If there is room for all of them, they replace the tick labels and the grid.
    pub value_labels: Option<ValueLabels>,
    /// Code of a configuration that takes part in the layout.
    pub hooks: Option<SharedAxisHooks>,
}

/// Position of an axis, a title or the legend (`LayoutPosition` of Chart.js).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LayoutPosition {
    Left,
    Top,
    Right,
    Bottom,
    /// Inside the plot (`chartArea`).
    ChartArea,
    /// In the centre of the plot.
    Center,
    /// At a value of another axis.
    AxisValue(AxisId, f64),
}

/// Visibility of an axis (option `display`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisDisplay {
    Shown,
    Hidden,
    /// Shown if a visible dataset uses the axis.
    Auto,
}

/// Type of a scale, with the options of that type.
#[derive(Clone, Debug)]
pub enum Scale {
    /// Values are indexes of labels.
    Category {
        labels: Vec<LabelLines>,
    },
    Linear {
        begin_at_zero: bool,
        step_size: Option<f64>,
        precision: Option<i32>,
        tick_count: Option<usize>,
        format: NumberFormat,
    },
    Logarithmic {
        begin_at_zero: bool,
        has_zero: bool,
        format: NumberFormat,
    },
    /// Values are milliseconds since 1970 (UTC).
    Time(TimeScale),
    /// Numbers between the limits, with explicit ticks.
    Explicit(Vec<ExplicitTick>),
}

/// Configured limits of a scale, in data units; `None` follows the data.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScaleLimits {
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub suggested_min: Option<f64>,
    pub suggested_max: Option<f64>,
}

/// Stacking of values (option `stacked`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stacking {
    Off,
    /// Positive values are stacked upwards and negative values downwards.
    BySign,
    /// All values are added up in one direction.
    Single,
}

/// Grid lines of an axis and its tick marks.
#[derive(Clone, Debug)]
pub struct Grid {
    pub display: bool,
    /// True if lines are drawn between ticks instead of at them.
    pub offset: bool,
    pub draw_on_chart_area: bool,
    pub draw_ticks: bool,
    pub tick_length: f64,
    pub z: f64,
    /// Colour and width of the lines across the plot.
    pub lines: Indexable<(Paint, f64)>,
    pub tick_marks: Indexable<(Paint, f64)>,
    /// Colour and width of the line after the last tick and of that line's tick mark, if lines are drawn between ticks.
    pub closing_line: Option<[(Paint, f64); 2]>,
    pub tick_dashes: Indexable<LineDash>,
    /// The line and the tick mark at zero, and the first of an axis without numbers, if they have their own style.
    pub zero_line: Option<Stroke>,
}

/// Line of an axis. The dash patterns belong to the grid lines.
#[derive(Clone, Debug)]
pub struct AxisBorder {
    pub display: bool,
    pub width: f64,
    pub paint: Paint,
    pub dashes: Indexable<LineDash>,
    pub z: f64,
}

/// The dash pattern of a line; solid by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineDash {
    /// Lengths of dash and gap in pixels.
    pub lengths: Vec<f64>,
    /// Distance into the pattern at which the line starts, in pixels.
    pub offset: f64,
}

/// Title of an axis.
#[derive(Clone, Debug)]
pub struct AxisTitle {
    pub text: LabelLines,
    pub align: Align,
    pub font: Font,
    /// Line height in pixels with which room is reserved; drawing uses that of the font.
    pub layout_line_height: f64,
    pub color: Color,
    /// Stroke around the glyphs.
    pub outline: Option<Stroke>,
    pub padding: Sides,
}

/// Alignment along a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    Start,
    #[default]
    Center,
    End,
    /// Aligns the first label with its start, the last one with its end and the others with their centre.
    Inner,
}

/// Alignment across a line: distance of the labels from the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrossAlign {
    #[default]
    Near,
    Center,
    Far,
}

/// Tick labels of an axis (option `ticks`).
#[derive(Clone, Debug)]
pub struct TickLabels {
    pub display: bool,
    pub fonts: Indexable<Font>,
    /// Font from which the number of ticks follows; `None` for the first of the others.
    pub base_font: Option<Font>,
    pub colors: Indexable<Color>,
    /// Strokes around the glyphs.
    pub outlines: Indexable<Option<Stroke>>,
    pub padding: f64,
    /// True if labels are drawn inside the plot.
    pub mirror: bool,
    /// Minimum rotation in degrees.
    pub min_rotation: f64,
    /// Maximum rotation in degrees.
    pub max_rotation: f64,
    pub auto_skip: bool,
    pub skip_padding: f64,
    pub max_ticks_limit: Option<usize>,
    pub sample_size: Option<usize>,
    pub include_bounds: bool,
    pub major_enabled: bool,
    pub align: Align,
    pub cross_align: CrossAlign,
    pub label_offset: f64,
    pub backdrops: Indexable<Option<Backdrop>>,
    /// Room reserved for the backdrop of each label, even if there is none.
    pub backdrop_padding: Sides,
    pub z: f64,
    /// Order in which the labels are dropped on a small chart, as in [`super::Title::drop_priority`].
    pub drop_priority: u8,
}

/// Background of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backdrop {
    pub color: Color,
    pub padding: Sides,
}

impl Axis {
    /// Creates an axis over a range, with explicit ticks, that draws nothing but labels.
    pub fn with_explicit_ticks(
        position: LayoutPosition,
        range: DataRange,
        ticks: Vec<ExplicitTick>,
        labels: TickLabels,
    ) -> Self {
        Self {
            rules: AxisRules::default(),
            horizontal: matches!(position, LayoutPosition::Top | LayoutPosition::Bottom),
            position,
            display: AxisDisplay::Shown,
            scale: Scale::Explicit(ticks),
            limits: ScaleLimits { min: Some(range.min), max: Some(range.max), ..ScaleLimits::default() },
            bounds_at_ticks: false,
            grace: Length::Pixels(0.0),
            reverse: false,
            align_to_pixels: false,
            offset: false,
            offset_after_skip: false,
            stacking: None,
            stack: None,
            stack_weight: 1.0,
            weight: 0.0,
            clip: true,
            background: None,
            inset: (0.0, 0.0),
            grid: Grid::without_lines(),
            zero_line: None,
            border: AxisBorder::without_line(),
            title: None,
            caption: None,
            tick_labels: labels,
            value_labels: None,
            hooks: None,
        }
    }
}

impl Grid {
    /// Creates a grid without lines.
    pub fn without_lines() -> Self {
        let invisible = (Paint::TRANSPARENT, 0.0);
        Self {
            display: false,
            offset: false,
            draw_on_chart_area: false,
            draw_ticks: false,
            tick_length: 0.0,
            z: 0.0,
            lines: Indexable::uniform(invisible.clone()),
            tick_marks: Indexable::uniform(invisible),
            closing_line: None,
            tick_dashes: Indexable::uniform(LineDash::default()),
            zero_line: None,
        }
    }

    /// Creates lines across the plot at the ticks, whose labels are `tick_length` pixels away from its edge.
    pub fn across_plot(color: Color, width: f64, tick_length: f64) -> Self {
        let lines = Indexable::uniform((Paint::from(color), width));
        Self {
            display: true,
            draw_on_chart_area: true,
            draw_ticks: true,
            tick_length,
            lines,
            ..Self::without_lines()
        }
    }
}

impl AxisBorder {
    /// Creates an axis without a line.
    pub fn without_line() -> Self {
        let dashes = Indexable::uniform(LineDash::default());
        Self { display: false, width: 0.0, paint: Paint::TRANSPARENT, dashes, z: 0.0 }
    }
}

impl TickLabels {
    /// Creates labels without rotation.
    pub fn new(font: Font, color: Color) -> Self {
        Self {
            display: true,
            fonts: Indexable::uniform(font),
            colors: Indexable::uniform(color),
            outlines: Indexable::uniform(None),
            padding: 0.0,
            mirror: false,
            min_rotation: 0.0,
            max_rotation: 0.0,
            auto_skip: false,
            skip_padding: 0.0,
            max_ticks_limit: None,
            sample_size: None,
            include_bounds: true,
            major_enabled: false,
            align: Align::Center,
            cross_align: CrossAlign::Near,
            base_font: None,
            label_offset: 0.0,
            backdrops: Indexable::uniform(None),
            backdrop_padding: Sides::default(),
            z: 0.0,
            drop_priority: 0,
        }
    }
}
