//! What stands at a point.

use crate::color::Color;
use crate::scene::Stroke;

/// A shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Symbol {
    #[default]
    Circle,
    Cross,
    CrossRot,
    Dash,
    Line,
    Rect,
    RectRounded,
    RectRot,
    Star,
    Triangle,
    /// Nothing is drawn.
    None,
}

/// A shape and its look.
#[derive(Clone, Debug, PartialEq)]
pub struct SymbolStyle {
    pub symbol: Symbol,
    /// In pixels.
    pub radius: f64,
    /// How far it may grow under a pointer, in pixels: room is left for that.
    pub hover_radius: f64,
    /// In degrees.
    pub rotation: f64,
    pub fill: Color,
    pub stroke: Stroke,
}

impl SymbolStyle {
    /// Diameter with the border, in pixels.
    pub fn size(&self) -> f64 {
        if self.radius == 0.0 {
            return 0.0;
        }
        (self.radius.max(self.hover_radius) + self.stroke.width) * 2.0
    }
}
