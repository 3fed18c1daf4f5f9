//! Labels at values.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::{Align, Cycle, Font, Label};

/// Labels of a dataset's values.
#[derive(Clone, Debug)]
pub struct DataLabels {
    /// One for each value; empty for none.
    pub texts: Vec<Label>,
    pub styles: Cycle<DataLabel>,
}

/// How a label looks and where it stands.
#[derive(Clone, Debug)]
pub struct DataLabel {
    pub display: Shown,
    /// Where in the mark it is tied.
    pub anchor: Align,
    pub toward: Toward,
    /// From where it is tied, in pixels.
    pub offset: f64,
    /// It is tied to what is seen of the mark.
    pub clamp: bool,
    /// Cut at the plot.
    pub clip: bool,
    /// In degrees.
    pub rotation: f64,
    pub font: Font,
    pub color: Color,
    /// Around its letters.
    pub outline: Option<Stroke>,
    pub text_align: Align,
    pub fill: Option<Color>,
    pub border: Option<Stroke>,
    pub border_width: f64,
    pub radius: f64,
    pub padding: Sides,
}

/// Whether a label is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Yes,
    No,
    /// Where it lies over no other.
    Auto,
}

/// Where a label stands, seen from where it is tied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toward {
    Center,
    /// Before the mark's start.
    Start,
    /// Beyond the mark's end.
    End,
    /// In a direction.
    Way(f64, f64),
}
