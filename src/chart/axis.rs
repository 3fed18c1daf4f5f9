//! Axes, before they have a size.

use crate::color::Color;
use crate::font::TextStyle;
use crate::scene::Stroke;

/// The side of the plot an axis stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A vertical axis left of the plot.
    Left,
    /// A horizontal axis below the plot.
    Bottom,
}

/// An axis: a scale and how it shows itself.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Where it stands.
    pub side: Side,
    /// Lowest and highest value.
    pub domain: (f64, f64),
    /// Of the vertical axes stacked on one side, how much of the height this one takes, relative to
    /// the others' weights.
    pub stack_weight: f64,
    /// Pixels kept free inside both ends of the range, so that labels on the outermost bars have room.
    pub inset: f64,
    /// Its ticks, in order; where there is no room for all labels the major ones are kept.
    pub ticks: Vec<Tick>,
    /// Words above its panel.
    pub caption: Option<String>,
    /// Numbers at the ends of its bars. Where all of them fit they take the place of the tick labels.
    pub bar_labels: Vec<BarLabel>,
    /// Look of its labels.
    pub style: TextStyle,
    /// Colour of its labels.
    pub color: Color,
    /// Its grid lines, at the ticks.
    pub grid: Option<Stroke>,
    /// The line at zero, drawn over the data.
    pub zero_line: Option<Stroke>,
}

/// A number at the end of a stack of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLabel {
    /// Middle of the bar, in data units.
    pub x: f64,
    /// End of the stack, in data units; the label stands beyond it, seen from zero.
    pub y: f64,
    /// The number.
    pub text: String,
}

/// A labelled place.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// In data units.
    pub value: f64,
    /// Lines of its label.
    pub label: Vec<String>,
    /// Lines of its label where not all ticks have room for theirs; empty where that is no difference.
    pub sparse_label: Vec<String>,
    /// Kept before the others when there is no room for all.
    pub major: bool,
}
