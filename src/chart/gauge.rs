//! Parts of a gauge around its ring (chartjs-chart-radial-gauge).

use crate::color::Color;

/// Track below the ring of a gauge, and the center in its hole.
#[derive(Clone, Debug)]
pub struct Gauge {
    /// Colour of the whole ring, below the value.
    pub track: Color,
    /// Fill of the hole.
    pub center_fill: Option<Color>,
    /// Distance between the fill of the hole and the ring, in pixels.
    pub center_padding: f64,
    pub text: Option<GaugeText>,
}

/// Text in the hole of a gauge.
#[derive(Clone, Debug)]
pub struct GaugeText {
    pub text: String,
    /// Smaller text below it.
    pub sub_text: Option<String>,
    pub color: Color,
    /// Font size in pixels; `None` derives it from the radius of the hole.
    pub size: Option<f64>,
}
