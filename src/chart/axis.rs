//! Straight axes.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scale::NumberFormat;
use crate::scale::time::TimeScale;
use crate::scene::Stroke;

use super::{Caption, Cycle, Extent, Font, GivenTick, Label, ValueLabels};

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
    /// Its values stand at whole device pixels.
    pub align_to_pixels: bool,
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
    /// Kept free between the ends of its box and its least and its greatest value, in pixels.
    pub inset: (f64, f64),
    pub grid: Grid,
    /// A line across the plot at zero, whether there is a tick or not.
    pub zero_line: Option<Stroke>,
    pub border: Border,
    pub title: Option<AxisTitle>,
    /// Words over its panel.
    pub caption: Option<Caption>,
    pub ticks: Ticks,
    /// Where all of them have room they take the place of its labels and its grid.
    pub values: Option<ValueLabels>,
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
    /// Numbers between the limits, with ticks where and as they are given.
    Given(Vec<GivenTick>),
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
    /// Of the line after the last tick, where lines stand between ticks: across the plot, and its mark.
    pub last: Option<[(Color, f64); 2]>,
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
    /// Around the letters.
    pub outline: Option<Stroke>,
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
    pub backdrops: Cycle<Option<Backdrop>>,
    /// The room for a plate behind a label, whether it is there or not.
    pub backdrop_padding: Sides,
    pub z: f64,
    /// When the labels give way on a small picture, as for [`super::Title::gives_way`].
    pub gives_way: u8,
}

/// A plate behind a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backdrop {
    pub color: Color,
    pub padding: Sides,
}

impl Axis {
    /// An axis with given ticks and nothing but labels.
    pub fn given(position: Position, ends: (f64, f64), ticks: Vec<GivenTick>, labels: Ticks) -> Self {
        Self {
            horizontal: matches!(position, Position::Top | Position::Bottom),
            position,
            display: Display::Yes,
            scale: Scale::Given(ticks),
            limits: Limits { min: Some(ends.0), max: Some(ends.1), ..Limits::default() },
            bounds_ticks: false,
            grace: Extent::Pixels(0.0),
            reverse: false,
            align_to_pixels: false,
            offset: false,
            offset_after_skip: false,
            stacked: None,
            stack: None,
            stack_weight: 1.0,
            weight: 0.0,
            clip: true,
            background: None,
            inset: (0.0, 0.0),
            grid: Grid::none(),
            zero_line: None,
            border: Border::none(),
            title: None,
            caption: None,
            ticks: labels,
            values: None,
        }
    }
}

impl Grid {
    /// No lines.
    pub fn none() -> Self {
        let nothing = (Color::hex(0).with_alpha(0), 0.0);
        Self {
            display: false,
            offset: false,
            on_plot: false,
            draw_ticks: false,
            tick_length: 0.0,
            z: 0.0,
            lines: Cycle::one(nothing),
            tick_marks: Cycle::one(nothing),
            last: None,
            tick_dash: Vec::new(),
            tick_dash_offset: 0.0,
        }
    }

    /// Lines across the plot at the ticks, which stand `distance` pixels from its edge.
    pub fn across(color: Color, width: f64, distance: f64) -> Self {
        let lines = Cycle::one((color, width));
        Self { display: true, on_plot: true, draw_ticks: true, tick_length: distance, lines, ..Self::none() }
    }
}

impl Border {
    /// No line.
    pub fn none() -> Self {
        let color = Color::hex(0).with_alpha(0);
        Self { display: false, width: 0.0, color, dash: Vec::new(), dash_offset: 0.0, z: 0.0 }
    }
}

impl Ticks {
    /// Labels in a line or across it, none of them turned.
    pub fn plain(font: Font, color: Color) -> Self {
        Self {
            display: true,
            fonts: Cycle::one(font),
            colors: Cycle::one(color),
            outlines: Cycle::one(None),
            padding: 0.0,
            mirror: false,
            min_rotation: 0.0,
            max_rotation: 0.0,
            auto_skip: false,
            skip_padding: 0.0,
            max_count: None,
            sample_size: None,
            include_bounds: true,
            major: false,
            align: Align::Center,
            cross_align: CrossAlign::Near,
            label_offset: 0.0,
            backdrops: Cycle::one(None),
            backdrop_padding: Sides::default(),
            z: 0.0,
            gives_way: 0,
        }
    }
}
