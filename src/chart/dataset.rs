//! What is plotted.

use crate::color::Color;
use crate::scene::Stroke;

/// A series of values and its look.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Its name in the legend and on its SVG group.
    pub label: String,
    /// Class of its SVG group.
    pub class: &'static str,
    /// Index of its vertical axis among the chart's axes.
    pub y_axis: usize,
    /// `None` breaks the line.
    pub values: Vec<Option<Value>>,
    /// How it is drawn.
    pub mark: Mark,
    /// Words at its last value, in a colour: instead of an entry in the legend, where they fit.
    pub end_label: Option<(String, Color)>,
    /// Stands in the legend even though it has an end label.
    pub always_in_legend: bool,
}

/// A value in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    /// Along the horizontal axis.
    pub x: f64,
    /// Along the vertical axis.
    pub y: f64,
}

/// How a dataset is drawn.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A line through the values.
    Line(Line),
    /// Bars from zero, stacked on the dataset's axes: positive ones upwards, negative ones downwards.
    Bar(Bar),
}

/// The look of a line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Of the line itself.
    pub stroke: Stroke,
    /// Each value holds until the next one.
    pub stepped: bool,
    /// Fill between line and zero.
    pub area: Option<Color>,
    /// A marker at each value.
    pub marker: Option<Marker>,
    /// A marker at the last value.
    pub end_marker: Option<Marker>,
}

/// A marker at a value.
#[derive(Clone, Copy, Debug)]
pub enum Marker {
    /// A disc with a radius and a ring of another colour around it.
    Disc(f64, Color),
    /// An upright square with half a side.
    Square(f64),
}

/// The look of bars.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// Of fill or outline.
    pub color: Color,
    /// How it is told from others of the same colour.
    pub fill: BarFill,
    /// In data units of the horizontal axis.
    pub width: f64,
    /// In pixels.
    pub max_width: f64,
    /// Of outline and hatching, in pixels.
    pub line_width: f64,
}

/// How bars of one colour are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarFill {
    /// Filled.
    Solid,
    /// Outline only.
    Hollow,
    /// Outline and slanted lines.
    Hatched,
}
