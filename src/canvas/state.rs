//! The drawing state of a canvas, which `save` and `restore` keep on a stack.

use std::sync::Arc;

use crate::color::Color;
use crate::font::{Figures, TextStyle, Weight};
use crate::geometry::Matrix;
use crate::scene::{Cap, Clip, Join, Paint, Stroke};

use super::font::parse_font;

/// The miter limit of a new canvas.
const DEFAULT_MITER_LIMIT: f64 = 10.0;
/// The font size of a new canvas, in pixels.
const DEFAULT_FONT_SIZE: f64 = 10.0;

/// The drawing state.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// The map from the coordinates of the next operations to those of the picture.
    pub(super) matrix: Matrix,
    /// The areas, in the coordinates of the picture, to whose intersection everything is clipped.
    pub(super) clips: Vec<Arc<Clip>>,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    /// From 0 to 1.
    pub(super) alpha: f64,
    /// True if new items go under everything that is there (`destination-over`).
    pub(super) draws_under: bool,
    pub(super) line_width: f64,
    pub(super) cap: Cap,
    join: LineJoin,
    pub(super) miter_limit: f64,
    pub(super) dash: Vec<f64>,
    pub(super) dash_offset: f64,
    pub(super) shadow: Shadow,
    pub(super) font: TextStyle,
    pub(super) text_align: String,
    pub(super) text_baseline: String,
    pub(super) direction: String,
}

/// The form of corners, without the miter limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineJoin {
    Miter,
    Round,
    Bevel,
}

/// The shadow of everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shadow {
    pub(super) color: Color,
    pub(super) blur: f64,
    pub(super) offset: [f64; 2],
}

impl Default for State {
    fn default() -> Self {
        let black = Color::from_hex(0);
        Self {
            matrix: Matrix::IDENTITY,
            clips: Vec::new(),
            fill: black.into(),
            stroke: black.into(),
            alpha: 1.0,
            draws_under: false,
            line_width: 1.0,
            cap: Cap::Butt,
            join: LineJoin::Miter,
            miter_limit: DEFAULT_MITER_LIMIT,
            dash: Vec::new(),
            dash_offset: 0.0,
            shadow: Shadow { color: black.with_alpha(0), blur: 0.0, offset: [0.0; 2] },
            font: TextStyle {
                size: DEFAULT_FONT_SIZE,
                weight: Weight::Regular,
                figures: Figures::Proportional,
            },
            text_align: "start".to_owned(),
            text_baseline: "alphabetic".to_owned(),
            direction: "ltr".to_owned(),
        }
    }
}

impl State {
    pub(super) fn set_cap(&mut self, name: &str) {
        self.cap = match name {
            "round" => Cap::Round,
            "square" => Cap::Square,
            _ => Cap::Butt,
        };
    }

    pub(super) fn set_join(&mut self, name: &str) {
        self.join = match name {
            "round" => LineJoin::Round,
            "bevel" => LineJoin::Bevel,
            _ => LineJoin::Miter,
        };
    }

    /// Sets the font; a text that is none leaves it.
    pub(super) fn set_font(&mut self, text: &str) {
        if let Some(font) = parse_font(text) {
            self.font = font;
        }
    }

    /// The stroke of lines; `scale` is the number of its pixels in a pixel of the current coordinates.
    pub(super) fn line_stroke(&self, scale: f64) -> Stroke {
        Stroke {
            paint: self.stroke.with_opacity(self.alpha),
            width: self.line_width * scale,
            dash: self.dash.iter().map(|length| length * scale).collect(),
            dash_offset: self.dash_offset * scale,
            cap: self.cap,
            join: match self.join {
                LineJoin::Miter => Join::Miter(self.miter_limit),
                LineJoin::Round => Join::Round,
                LineJoin::Bevel => Join::Bevel,
            },
        }
    }

    pub(super) fn has_shadow(&self) -> bool {
        let Shadow { color, blur, offset } = &self.shadow;
        color.alpha > 0 && (*blur > 0.0 || *offset != [0.0; 2])
    }
}
