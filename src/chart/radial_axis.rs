//! Radial axes.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::{Axis, CornerRadii, Font, Indexable, LabelLines};

/// An axis from the centre outwards, with labels around the circle.
#[derive(Clone, Debug)]
pub struct RadialAxis {
    /// Options that radial and cartesian axes have in common.
    pub axis: Axis,
    /// Direction of the first label, in degrees clockwise from the top.
    pub start_angle: f64,
    /// True if grid lines are circles, false for polygons.
    pub circular_grid: bool,
    pub angle_lines: Option<Indexable<AngleLine>>,
    pub labels: Vec<LabelLines>,
    pub point_labels: PointLabels,
}

/// Style of the line from the centre to a label.
#[derive(Clone, Debug, PartialEq)]
pub struct AngleLine {
    pub stroke: Stroke,
}

/// Style of the labels around the circle.
#[derive(Clone, Debug)]
pub struct PointLabels {
    pub display: bool,
    /// True if labels that would overlap are hidden.
    pub hide_overlapping: bool,
    /// True if labels are placed between the angle lines instead of at them.
    pub centered: bool,
    /// Font, colour and distance from the circle in pixels.
    pub styles: Indexable<(Font, Color, f64)>,
    /// Colour, padding and corner radii of the box behind each label.
    pub backdrops: Indexable<Option<(Color, Sides, CornerRadii)>>,
}
