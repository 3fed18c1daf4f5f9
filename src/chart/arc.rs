//! Slices of a ring.

use crate::color::Color;
use crate::scene::Stroke;

use super::Cycle;

/// Slices whose angles are shares of their sum.
#[derive(Clone, Debug)]
pub struct Doughnut {
    /// Where the first one starts, in degrees clockwise from the top.
    pub rotation: f64,
    /// What all take together, in degrees.
    pub circumference: f64,
    /// The hole: a share of the radius, or pixels.
    pub cutout: Extent,
    /// The outer radius: a share of what there is room for, or pixels.
    pub radius: Extent,
    /// Between slices, in pixels.
    pub spacing: f64,
    pub arcs: Cycle<ArcStyle>,
}

/// A length: pixels, or a share of another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    Pixels(f64),
    Share(f64),
}

/// Slices of one angle whose radii are their values.
#[derive(Clone, Debug)]
pub struct Polar {
    /// Index of its round axis.
    pub radial: usize,
    pub arcs: Cycle<ArcStyle>,
}

/// The look of a slice.
#[derive(Clone, Debug, PartialEq)]
pub struct ArcStyle {
    pub fill: Color,
    /// Its width is 0 for none.
    pub stroke: Stroke,
    /// The border lies inside, not over the edge.
    pub inner_border: bool,
    /// The join was chosen, not taken from the alignment.
    pub join_is_miter: bool,
    pub radius: Corners,
    /// How far it is moved out, in pixels.
    pub offset: f64,
    /// In pixels.
    pub spacing: f64,
    pub spacing_mode: SpacingMode,
    /// Its angle in degrees, where it is not shared out.
    pub angle: Option<f64>,
    /// Arcs, not straight lines.
    pub circular: bool,
    /// The ends of the border of a full turn are joined.
    pub self_join: bool,
}

/// Radii of the corners of a slice, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Corners {
    pub outer_start: f64,
    pub outer_end: f64,
    pub inner_start: f64,
    pub inner_end: f64,
}

/// How the space between slices runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpacingMode {
    #[default]
    Angular,
    Proportional,
    Parallel,
}
