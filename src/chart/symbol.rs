//! Point symbols.

use std::sync::Arc;

use crate::scene::{Drawing, Paint, Stroke};

/// Shape of a point symbol (`pointStyle`).
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// A canvas in its own size and colours.
    Drawing(Arc<Drawing>),
    /// Nothing is drawn.
    None,
}

/// Shape, size and colours of a point symbol.
#[derive(Clone, Debug, PartialEq)]
pub struct SymbolStyle {
    pub symbol: Symbol,
    /// Radius in pixels.
    pub radius: f64,
    /// Radius under the pointer, in pixels; the layout reserves room for it.
    pub hover_radius: f64,
    /// Rotation in degrees.
    pub rotation: f64,
    pub fill: Paint,
    pub stroke: Stroke,
}

impl SymbolStyle {
    /// Creates a filled symbol with a stroke around it.
    pub fn with_ring(symbol: Symbol, radius: f64, fill: impl Into<Paint>, stroke: Stroke) -> Self {
        let fill = fill.into();
        Self { symbol, radius, hover_radius: 0.0, rotation: 0.0, fill, stroke }
    }

    /// Creates a symbol that is not drawn.
    pub fn invisible() -> Self {
        Self::with_ring(Symbol::None, 0.0, Paint::TRANSPARENT, Stroke::solid(Paint::TRANSPARENT, 0.0))
    }

    /// Returns the diameter including the border, in pixels.
    pub fn outer_diameter(&self) -> f64 {
        if self.radius == 0.0 {
            return 0.0;
        }
        (self.radius.max(self.hover_radius) + self.stroke.width) * 2.0
    }
}
