//! A picture of any kind in data units, every option resolved: what the box layout draws.

mod annotation;
mod arc;
mod axis;
mod bar;
mod data_label;
mod dataset;
mod given;
mod guide;
mod line;
mod radial;
mod symbol;
pub mod theme;

pub use annotation::{
    Along, Annotation, AnnotationShape, ArrowHead, Callout, Depth, DrawTime, Note, NoteLine, PlateSide,
    Region, RuleStyle, Stand,
};
pub use arc::{ArcStyle, Corners, Doughnut, Extent, Polar, SpacingMode};
pub use axis::{
    Align, Axis, AxisTitle, Backdrop, Border, CrossAlign, Display, Grid, Limits, Position, Scale, Stacked,
    Ticks,
};
pub use bar::{BarCorners, BarStyle, Bars, Pattern, Skipped, Thickness};
pub use data_label::{DataLabel, DataLabels, Shown, Toward};
pub use dataset::{ClipSide, Clips, Dataset, Mark, Value};
pub use given::{Caption, EndLabel, Flag, GivenTick, ValueLabel, ValueLabels};
pub use guide::{Guide, Key, KeyTitle, Legend, Title, Wrap};
pub use line::{Curve, Fill, FillTime, Line, LineStyle, Points, Radar, SpanGaps, Stepped, Target};
pub use radial::{AngleLine, PointLabels, Radial};
pub use symbol::{Symbol, SymbolStyle};

use crate::color::Color;
use crate::font::TextStyle;
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;

/// A whole picture.
#[derive(Clone, Debug)]
pub struct Chart {
    /// In CSS pixels.
    pub size: Size,
    /// Device pixels for each CSS pixel: lines are laid on their borders.
    pub pixel_ratio: f64,
    /// BCP 47 tag of the texts.
    pub lang: &'static str,
    /// Short accessible name.
    pub title: String,
    /// Alt text.
    pub description: String,
    pub card: Option<Card>,
    /// Kept free around everything, in pixels.
    pub padding: Sides,
    /// The share of width and height inside the padding that the plot has before anything has to give way.
    pub least_plot: f64,
    /// Leaves room for marks that stand out over the plot.
    pub auto_padding: bool,
    /// Legend and titles, in the order in which they were asked for.
    pub guides: Vec<Guide>,
    /// Straight axes; datasets name them by index.
    pub axes: Vec<Axis>,
    /// Round axes; datasets name them by index.
    pub radials: Vec<Radial>,
    /// In the order of the data.
    pub datasets: Vec<Dataset>,
    pub flags: Vec<Flag>,
    /// When the areas under lines are painted.
    pub fill_time: FillTime,
    /// What stands at places of the plot, in the order in which it is drawn.
    pub annotations: Vec<Annotation>,
}

/// The ground a picture stands on.
#[derive(Clone, Debug)]
pub struct Card {
    /// Behind everything, and behind labels that something runs through.
    pub background: Color,
    /// Along the edge, wholly inside.
    pub border: Option<Stroke>,
}

impl Chart {
    /// An empty picture.
    pub fn empty(size: Size) -> Self {
        Self {
            size,
            pixel_ratio: 1.0,
            lang: "en",
            title: String::new(),
            description: String::new(),
            card: None,
            padding: Sides::default(),
            least_plot: 0.0,
            auto_padding: false,
            guides: Vec::new(),
            axes: Vec::new(),
            radials: Vec::new(),
            datasets: Vec::new(),
            flags: Vec::new(),
            fill_time: FillTime::Dataset,
            annotations: Vec::new(),
        }
    }
}

/// Values that repeat: the index counts on after the last one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cycle<T> {
    first: T,
    rest: Vec<T>,
}

impl<T> Cycle<T> {
    /// One value for all.
    pub fn one(value: T) -> Self {
        Self { first: value, rest: Vec::new() }
    }

    /// `count` values (at least one), made from their index.
    pub fn of(count: usize, make: impl Fn(usize) -> T) -> Self {
        Self { first: make(0), rest: (1..count).map(make).collect() }
    }

    /// The value at an index.
    pub fn get(&self, index: usize) -> &T {
        match index.checked_rem(1 + self.rest.len()) {
            Some(place) if place > 0 => self.rest.get(place - 1).unwrap_or(&self.first),
            _ => &self.first,
        }
    }

    /// Each value once.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size and weight.
    pub style: TextStyle,
    /// From one baseline to the next, in pixels.
    pub line_height: f64,
}

impl Font {
    /// Lines that stand as far apart as the style says.
    pub fn of(style: TextStyle) -> Self {
        Self { style, line_height: style.line_height() }
    }
}

/// Lines of a label.
pub type Label = Vec<String>;
