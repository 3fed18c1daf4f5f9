//! Straight axes.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scale::NumberFormat;
use crate::scale::time::TimeScale;
use crate::scene::Stroke;

use super::{Cycle, Extent, Font, Label};

/// An axis: a scale and how it shows itself.
#[derive(Clone, Debug)]
pub struct Axis {
    /// An x axis, whose values run from left to right.
    pub horizontal: bool,
    pub position: Position,
    pub display: Display,
    pub scale: Scale,
    pub limits: Limits,
    /// Ends at ticks, not at the data.
    pub bounds_ticks: bool,
    /// Room beyond the data.
    pub grace: Extent,
    pub reverse: bool,
    /// Half a step of room at both ends.
    pub offset: bool,
    pub offset_after_skip: bool,
    pub stacked: Option<Stacked>,
    /// Axes of one name on one side stand behind each other.
    pub stack: Option<String>,
    /// Its share of the stack.
    pub stack_weight: f64,
    pub weight: f64,
    /// Its datasets are cut at its ends, not at those of the plot.
    pub clip: bool,
    pub background: Option<Color>,
    pub grid: Grid,
    pub border: Border,
    pub title: Option<AxisTitle>,
    pub ticks: Ticks,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Position {
    Left,
    Top,
    Right,
    Bottom,
    /// Inside the plot.
    Area,
    /// In the middle of the plot.
    Center,
    /// At a value of another axis.
    At(usize, f64),
}

/// Whether an axis is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    Yes,
    No,
    /// Where it has datasets.
    Auto,
}

/// What the values are.
#[derive(Clone, Debug)]
pub enum Scale {
    /// Numbers of labels.
    Category {
        labels: Vec<Label>,
    },
    Linear {
        begin_at_zero: bool,
        step: Option<f64>,
        precision: Option<i32>,
        count: Option<usize>,
        format: NumberFormat,
    },
    Logarithmic {
        begin_at_zero: bool,
        has_zero: bool,
        format: NumberFormat,
    },
    /// Milliseconds since 1970.
    Time(TimeScale),
}

/// Given ends, in data units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub suggested_min: Option<f64>,
    pub suggested_max: Option<f64>,
}

/// Whether values stand on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stacked {
    No,
    /// Positive ones upwards, negative ones downwards.
    Yes,
    /// All upwards.
    Single,
}

/// The lines of an axis across the plot.
#[derive(Clone, Debug)]
pub struct Grid {
    pub display: bool,
    /// Between ticks, not at them.
    pub offset: bool,
    pub on_plot: bool,
    pub draw_ticks: bool,
    pub tick_length: f64,
    pub z: f64,
    /// Colour and width.
    pub lines: Cycle<(Color, f64)>,
    pub tick_marks: Cycle<(Color, f64)>,
    pub tick_dash: Vec<f64>,
    pub tick_dash_offset: f64,
}

/// The line of an axis, and the dashes of its grid.
#[derive(Clone, Debug)]
pub struct Border {
    pub display: bool,
    pub width: f64,
    pub color: Color,
    pub dash: Vec<f64>,
    pub dash_offset: f64,
    pub z: f64,
}

/// The words of an axis.
#[derive(Clone, Debug)]
pub struct AxisTitle {
    pub text: Label,
    pub align: Align,
    pub font: Font,
    /// From line to line where its room is taken.
    pub fit_line_height: f64,
    pub color: Color,
    pub padding: Sides,
}

/// Along a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    Start,
    #[default]
    Center,
    End,
    /// The first one at the start, the last one at the end.
    Inner,
}

/// Across a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrossAlign {
    #[default]
    Near,
    Center,
    Far,
}

/// The labels of an axis.
#[derive(Clone, Debug)]
pub struct Ticks {
    pub display: bool,
    pub fonts: Cycle<Font>,
    pub colors: Cycle<Color>,
    /// Lines around the letters.
    pub outlines: Cycle<Option<Stroke>>,
    pub padding: f64,
    /// On the other side of the axis's line.
    pub mirror: bool,
    /// In degrees.
    pub min_rotation: f64,
    /// In degrees.
    pub max_rotation: f64,
    pub auto_skip: bool,
    pub skip_padding: f64,
    pub max_count: Option<usize>,
    pub sample_size: Option<usize>,
    pub include_bounds: bool,
    pub major: bool,
    pub align: Align,
    pub cross_align: CrossAlign,
    pub label_offset: f64,
    pub backdrop: Option<Backdrop>,
    /// Of the plate behind a label, whether it is there or not.
    pub backdrop_padding: Sides,
    pub z: f64,
}

/// A plate behind a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backdrop {
    pub color: Color,
    pub padding: Sides,
}
