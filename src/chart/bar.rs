//! Bar charts.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Paint;

use super::corner_radii::CornerRadii;
use super::indexable::Indexable;

/// Bars of a dataset and the fraction of the category width that they fill.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Fraction of the category width that its bars take (`categoryPercentage`).
    pub category_fraction: f64,
    /// Fraction of its slot that a bar fills (`barPercentage`).
    pub bar_fraction: f64,
    pub thickness: BarThickness,
    /// Maximum thickness in pixels.
    pub max_thickness: Option<f64>,
    /// Minimum length in pixels.
    pub min_length: f64,
    /// True if bars of one category are placed beside each other, false if they overlap.
    pub grouped: bool,
    /// True if bars without a value leave their slot to the others.
    pub skip_null: bool,
    /// Value at which bars start, in data units; `None` for the base of the value axis.
    pub base: Option<f64>,
    /// Enlargement on each side that hides seams between neighbours, in pixels; `None` if the layout decides.
    pub inflate: Indexable<Option<f64>>,
    pub styles: Indexable<BarStyle>,
}

/// Thickness of a bar (`barThickness`).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum BarThickness {
    /// Follows from the smallest distance between two categories.
    #[default]
    Fit,
    /// Follows from the distances to both neighbours (`flex`).
    Flex,
    Pixels(f64),
}

/// Style of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarStyle {
    pub fill: Paint,
    pub border: Paint,
    /// Border widths in pixels.
    pub border_width: Sides,
    pub corner_radii: CornerRadii,
    /// True if the radii are configured per corner; bars inside a stack are rounded only then.
    pub radii_given_per_corner: bool,
    pub border_skipped: BorderSkipped,
    /// Pattern that replaces fill and border.
    pub pattern: Option<FillPattern>,
}

/// Hollow or hatched outline that distinguishes bars of one colour. It stays hollow in thin bars, too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FillPattern {
    pub color: Color,
    /// Line width of outline and hatching, in pixels.
    pub line_width: f64,
    /// True if there are diagonal lines inside the outline.
    pub hatched: bool,
}

impl Bars {
    /// Creates bars of one style that fill a fraction of the category width.
    pub fn new(bar_fraction: f64, style: BarStyle) -> Self {
        Self {
            category_fraction: 1.0,
            bar_fraction,
            thickness: BarThickness::Fit,
            max_thickness: None,
            min_length: 0.0,
            grouped: true,
            skip_null: false,
            base: None,
            inflate: Indexable::uniform(Some(0.0)),
            styles: Indexable::uniform(style),
        }
    }
}

impl BarStyle {
    /// Creates a style with a fill and without border.
    pub fn from_fill(fill: impl Into<Paint>) -> Self {
        let fill = fill.into();
        Self {
            border: fill.clone(),
            fill,
            border_width: Sides::default(),
            corner_radii: CornerRadii::default(),
            radii_given_per_corner: false,
            border_skipped: BorderSkipped::Start,
            pattern: None,
        }
    }
}

/// Edges of a bar without border and rounding (`borderSkipped`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BorderSkipped {
    None,
    All,
    #[default]
    Start,
    End,
    /// The edges at which the bar touches others of its stack.
    Middle,
    Left,
    Right,
    Top,
    Bottom,
}
