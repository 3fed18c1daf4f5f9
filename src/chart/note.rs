//! What is written on a plot besides its data: what users know from chartjs-plugin-annotation.

use crate::color::Color;
use crate::scene::Stroke;

/// A shaded stretch of the horizontal axis, over the full height of the plot.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// Where it begins, in data units.
    pub from: f64,
    /// Where it ends, in data units.
    pub to: f64,
    /// Its colour.
    pub color: Color,
}

/// A marked place of the horizontal axis: a line over the full height, its label above the plot.
#[derive(Clone, Debug)]
pub struct Rule {
    /// In data units.
    pub at: f64,
    /// Its words.
    pub label: String,
    /// Its line.
    pub stroke: Stroke,
    /// Colour of its words.
    pub color: Color,
}
