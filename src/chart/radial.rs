//! Round axes.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::{Axis, BarCorners, Cycle, Font, Label};

/// An axis from the centre outwards, and the labels around it.
#[derive(Clone, Debug)]
pub struct Radial {
    /// What it has in common with a straight one.
    pub axis: Axis,
    /// Where the first label stands, in degrees clockwise from the top.
    pub start_angle: f64,
    /// Circles, not polygons.
    pub circular: bool,
    pub angle_lines: Option<Cycle<AngleLine>>,
    pub labels: Vec<Label>,
    pub point_labels: PointLabels,
}

/// A line from the centre to a label.
#[derive(Clone, Debug, PartialEq)]
pub struct AngleLine {
    pub stroke: Stroke,
}

/// How the labels around it look.
#[derive(Clone, Debug)]
pub struct PointLabels {
    pub display: bool,
    /// Those that would overlap are left out.
    pub skip: bool,
    /// Between the lines, not at them.
    pub centered: bool,
    /// Font, colour and distance.
    pub styles: Cycle<(Font, Color, f64)>,
    pub backdrop: Option<(Color, Sides, BarCorners)>,
}
