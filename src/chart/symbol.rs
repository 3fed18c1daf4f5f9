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
    /// A shape of a colour and, around it, a ring of another.
    pub fn ringed(symbol: Symbol, (radius, fill): (f64, Color), (width, ring): (f64, Color)) -> Self {
        let stroke = Stroke::solid(ring, width);
        Self { symbol, radius, hover_radius: 0.0, rotation: 0.0, fill, stroke }
    }

    /// Nothing.
    pub fn none() -> Self {
        let clear = Color::hex(0).with_alpha(0);
        Self::ringed(Symbol::None, (0.0, clear), (0.0, clear))
    }

    /// Diameter with the border, in pixels.
    pub fn size(&self) -> f64 {
        if self.radius == 0.0 {
            return 0.0;
        }
        (self.radius.max(self.hover_radius) + self.stroke.width) * 2.0
    }
}
