//! Bars.

use crate::color::Color;
use crate::geometry::Sides;

use super::Cycle;

/// Bars and how they share their place.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Share of a place that its bars take.
    pub category_share: f64,
    /// Share of that which is painted.
    pub bar_share: f64,
    pub thickness: Thickness,
    /// In pixels.
    pub max_thickness: Option<f64>,
    /// In pixels.
    pub min_length: f64,
    /// Beside each other, not over each other.
    pub grouped: bool,
    /// Bars without a value leave their place to the others.
    pub skip_null: bool,
    /// Where bars start, in data units.
    pub base: Option<f64>,
    /// Added on each side so that neighbours leave no seam, in pixels; `None` where the layout decides.
    pub inflate: Cycle<Option<f64>>,
    pub styles: Cycle<BarStyle>,
}

/// How thick a bar is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Thickness {
    /// A share of the least distance of two places.
    #[default]
    Fit,
    /// A share of the distances to both neighbours.
    Flex,
    Pixels(f64),
}

/// The look of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarStyle {
    pub fill: Color,
    pub border: Color,
    /// In pixels.
    pub border_width: Sides,
    pub radius: BarCorners,
    /// The radii were given one by one: then also bars inside a stack have them.
    pub radius_each: bool,
    pub skipped: Skipped,
    /// Instead of all that.
    pub pattern: Option<Pattern>,
}

/// What tells bars of one colour apart: an outline that stays hollow however thin the bar is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pattern {
    pub color: Color,
    /// Of outline and hatching, in pixels.
    pub line_width: f64,
    /// Slanted lines inside the outline.
    pub hatched: bool,
}

impl Bars {
    /// Bars of one look that take a share of their place.
    pub fn plain(share: f64, style: BarStyle) -> Self {
        Self {
            category_share: 1.0,
            bar_share: share,
            thickness: Thickness::Fit,
            max_thickness: None,
            min_length: 0.0,
            grouped: true,
            skip_null: false,
            base: None,
            inflate: Cycle::one(Some(0.0)),
            styles: Cycle::one(style),
        }
    }
}

impl BarStyle {
    /// A colour and nothing else.
    pub fn plain(fill: Color) -> Self {
        Self {
            fill,
            border: fill,
            border_width: Sides::default(),
            radius: BarCorners::default(),
            radius_each: false,
            skipped: Skipped::Start,
            pattern: None,
        }
    }
}

/// Radii of the corners of a bar, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BarCorners {
    pub top_left: f64,
    pub top_right: f64,
    pub bottom_left: f64,
    pub bottom_right: f64,
}

/// Edges without border and rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Skipped {
    Nothing,
    All,
    #[default]
    Start,
    End,
    /// Both where the bar is inside a stack.
    Middle,
    Left,
    Right,
    Top,
    Bottom,
}
