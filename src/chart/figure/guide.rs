//! Legend and titles.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::{Align, BarCorners, Font, Label, Position, Symbol};

/// Words around the plot.
#[derive(Clone, Debug)]
pub enum Guide {
    Legend(Legend),
    Title(Title),
}

/// A line of words, or several.
#[derive(Clone, Debug)]
pub struct Title {
    pub text: Label,
    pub display: bool,
    pub position: Position,
    pub align: Align,
    pub font: Font,
    pub color: Color,
    pub padding: Sides,
    pub full_size: bool,
    /// Higher ones stand further out.
    pub weight: f64,
}

/// Which mark is which dataset.
#[derive(Clone, Debug)]
pub struct Legend {
    pub display: bool,
    pub position: Position,
    pub align: Align,
    pub full_size: bool,
    pub weight: f64,
    /// In pixels.
    pub max_width: Option<f64>,
    /// In pixels.
    pub max_height: Option<f64>,
    /// From right to left.
    pub rtl: bool,
    pub font: Font,
    pub color: Color,
    /// Of the coloured box, in pixels.
    pub box_width: f64,
    /// Of the coloured box, in pixels.
    pub box_height: f64,
    /// Between entries, in pixels.
    pub padding: f64,
    /// Where the words of an entry stand; by the entry's place where it is not said.
    pub text_align: Option<Align>,
    /// Symbols instead of boxes, in a width where one is given.
    pub symbols: Option<Option<f64>>,
    pub title: Option<KeyTitle>,
    pub keys: Vec<Key>,
}

/// The words over a legend.
#[derive(Clone, Debug)]
pub struct KeyTitle {
    pub text: Label,
    pub position: Align,
    pub font: Font,
    pub color: Color,
    pub padding: Sides,
}

/// An entry of a legend.
#[derive(Clone, Debug)]
pub struct Key {
    pub text: Label,
    /// Lines whose height it takes in a column, where its text is no single text.
    pub rows: Option<usize>,
    pub fill: Color,
    pub stroke: Stroke,
    pub hidden: bool,
    pub symbol: Symbol,
    /// In degrees.
    pub rotation: f64,
    pub radius: BarCorners,
}
