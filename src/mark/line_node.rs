//! Nodes of a line and the options that determine its shape.

use crate::chart::Interpolation;
use crate::geometry::Point;

/// A node of a line: the pixel position of a data point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct LineNode {
    pub(crate) position: Point,
    /// Direction from the centre of a radial axis, in radians.
    pub(crate) angle: f64,
    /// True if the data point has no value.
    pub(crate) skip: bool,
    /// True if the distance to the previous node breaks the line.
    pub(crate) gap_before: bool,
    /// Control point of the curve that ends here.
    pub(crate) control_before: Point,
    /// Control point of the curve that starts here.
    pub(crate) control_after: Point,
}

/// Options that determine the shape of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PolylineOptions {
    pub(crate) interpolation: Interpolation,
    pub(crate) span_gaps: bool,
    pub(crate) cap_bezier_points: bool,
    /// Left, top, right, bottom of the plot.
    pub(crate) plot: [f64; 4],
    /// True if the index axis is vertical.
    pub(crate) vertical: bool,
    pub(crate) closed: bool,
    pub(crate) full_loop: bool,
    pub(crate) keep_all_points: bool,
}
