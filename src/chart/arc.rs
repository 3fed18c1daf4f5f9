//! Doughnut and polar area charts.

use crate::scene::{Paint, Stroke};

use super::ids::RadialAxisId;
use super::indexable::Indexable;
use super::length::Length;

/// A doughnut or pie: slices whose angles are proportional to their values.
#[derive(Clone, Debug)]
pub struct Doughnut {
    /// Start of the first slice, in degrees clockwise from the top.
    pub rotation: f64,
    /// Sweep of all slices together, in degrees.
    pub circumference: f64,
    /// Radius of the hole; a fraction is relative to the outer radius.
    pub cutout: Length,
    /// Outer radius; a fraction is relative to the largest radius that fits.
    pub radius: Length,
    /// Gap between slices, in pixels; `None` if it is no number, and then no slices are drawn.
    pub spacing: Option<f64>,
    pub arcs: Indexable<ArcStyle>,
}

/// A polar area: slices of equal angles whose radii are proportional to their values.
#[derive(Clone, Debug)]
pub struct PolarArea {
    /// Radial axis; nothing is drawn without one.
    pub radial_axis: Option<RadialAxisId>,
    pub arcs: Indexable<ArcStyle>,
}

/// Style of a slice.
#[derive(Clone, Debug, PartialEq)]
pub struct ArcStyle {
    pub fill: Paint,
    /// Border; a width of 0 draws none.
    pub stroke: Stroke,
    /// True if the border lies inside the slice instead of on its edge (`borderAlign: 'inner'`).
    pub inner_border: bool,
    /// True if `borderJoinStyle` is `'miter'`: the gap of the border's ends is not clipped then.
    pub join_is_miter: bool,
    pub corner_radii: ArcCornerRadii,
    /// Distance by which the slice is moved outwards, in pixels.
    pub offset: f64,
    /// Gap to the neighbours, in pixels.
    pub spacing: f64,
    pub spacing_mode: SpacingMode,
    /// Explicit angle in degrees; `None` divides the turn evenly.
    pub angle: Option<f64>,
    /// True for circular arcs, false for straight edges.
    pub circular: bool,
    /// True if the ends of a full turn's border are joined (`selfJoin`).
    pub self_join: bool,
}

/// Corner radii of a slice, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ArcCornerRadii {
    pub outer_start: f64,
    pub outer_end: f64,
    pub inner_start: f64,
    pub inner_end: f64,
}

/// Geometry of the gaps between slices (`spacingMode`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpacingMode {
    #[default]
    Angular,
    Proportional,
    Parallel,
}
