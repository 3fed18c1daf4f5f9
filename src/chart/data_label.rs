//! Data labels (chartjs-plugin-datalabels).

use crate::geometry::Sides;
use crate::scene::{Paint, Stroke};

use super::{Align, Font, Indexable, LabelLines};

/// Data labels of a dataset.
#[derive(Clone, Debug)]
pub struct DataLabels {
    /// One text per data point; an empty one draws no label.
    pub texts: Vec<LabelLines>,
    pub styles: Indexable<DataLabelStyle>,
}

/// Style and placement of a data label.
#[derive(Clone, Debug)]
pub struct DataLabelStyle {
    pub display: LabelDisplay,
    /// Anchor point within the mark.
    pub anchor: Align,
    pub align: LabelAlign,
    /// Distance from the anchor point, in pixels.
    pub offset: f64,
    /// True if the anchor point is computed from the visible part of the mark.
    pub clamp: bool,
    /// True if the label is clipped at the plot.
    pub clip: bool,
    /// Rotation in degrees.
    pub rotation: f64,
    pub font: Font,
    pub paint: Paint,
    /// Stroke around the glyphs.
    pub outline: Option<Stroke>,
    pub text_align: Align,
    pub fill: Option<Paint>,
    pub border: Option<Stroke>,
    /// Line from the anchor point to the middle of the label, below it.
    pub leader: Option<Stroke>,
    pub border_width: f64,
    pub corner_radius: f64,
    pub padding: Sides,
}

/// Visibility of a data label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelDisplay {
    Shown,
    Hidden,
    /// Shown unless it overlaps another label.
    Auto,
}

/// Placement of a data label relative to its anchor point (option `align`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LabelAlign {
    Center,
    /// Before the start of the mark.
    Start,
    /// Beyond the end of the mark.
    End,
    /// In the direction of a vector (x, y).
    Direction(f64, f64),
}
