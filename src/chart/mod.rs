//! The description of a picture in data units: what both front ends produce and the layout reads.

mod axis;
mod dataset;
pub mod figure;
mod note;
pub mod theme;

pub use axis::{Axis, BarLabel, Side, Tick};
pub use dataset::{Bar, BarFill, Dataset, Line, Mark, Marker, Value};
pub use note::{Band, Rule};

use crate::color::Color;
use crate::font::TextStyle;
use crate::geometry::Size;
use crate::scene::Stroke;

/// A whole picture.
#[derive(Clone, Debug)]
pub struct Chart {
    /// In CSS pixels.
    pub size: Size,
    /// BCP 47 tag of the texts.
    pub lang: &'static str,
    /// Short accessible name.
    pub title: String,
    /// Alt text.
    pub description: String,
    /// The card the picture stands on.
    pub frame: Frame,
    /// Lines of text over the plot, from the top.
    pub titles: Vec<Title>,
    /// Lines of text at the very bottom.
    pub footers: Vec<Title>,
    /// Where and how the legend stands; `None` for no legend.
    pub legend: Option<Legend>,
    /// All axes; datasets name them by index.
    pub axes: Vec<Axis>,
    /// In painting order.
    pub datasets: Vec<Dataset>,
    /// Shaded stretches of the horizontal axis.
    pub bands: Vec<Band>,
    /// Their name in the legend.
    pub band_label: Option<String>,
    /// Marked places of the horizontal axis.
    pub rules: Vec<Rule>,
    /// Style of labels at line ends, on bars and on rules.
    pub label_style: TextStyle,
}

/// The card the picture stands on.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Behind everything.
    pub background: Color,
    /// Along the edge, wholly inside.
    pub border: Option<Stroke>,
    /// Between the edge and the content, in pixels.
    pub padding: f64,
}

/// A paragraph above the plot.
#[derive(Clone, Debug)]
pub struct Title {
    /// The words.
    pub text: String,
    /// Their look.
    pub style: TextStyle,
    /// The font size, in pixels, to which it may shrink to fit on one line.
    pub least_size: f64,
    /// Their colour.
    pub color: Color,
    /// Lines it may take before it ends in an ellipsis.
    pub max_lines: usize,
    /// Pixels of room below it.
    pub space_after: f64,
}

/// Where and how the legend stands.
#[derive(Clone, Debug)]
pub struct Legend {
    /// Look of its words.
    pub style: TextStyle,
    /// Colour of its words.
    pub color: Color,
}
