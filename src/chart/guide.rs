//! Legend and titles.

use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::{Align, BarCorners, Font, Label, Pattern, Position, Symbol};

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
    /// How it is fitted to the width, where it is.
    pub wrap: Option<Wrap>,
    /// When it gives way to a plot that would be too small: those of 1 first, those of 0 never.
    pub gives_way: u8,
}

impl Title {
    /// A paragraph over the plot, flush with the picture's padding; its lines break between its parts rather than
    /// within one.
    pub fn paragraph(parts: Label, font: Font, color: Color, wrap: Wrap) -> Self {
        Self {
            text: parts,
            display: true,
            position: Position::Top,
            align: Align::Start,
            font,
            color,
            padding: Sides::default(),
            full_size: true,
            weight: 0.0,
            wrap: Some(wrap),
            gives_way: 0,
        }
    }
}

/// How words are fitted to a width: shrunk on one line where that is enough, else broken into lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wrap {
    /// Of the font, in pixels.
    pub least_size: f64,
    /// What is left over ends in an ellipsis.
    pub max_lines: usize,
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
    /// Between entries of a row, in pixels.
    pub padding: f64,
    /// Between rows, in pixels.
    pub row_gap: f64,
    /// Around the entries, in pixels.
    pub inset: Sides,
    /// How far boxes stand above the middle of their lines, in pixels.
    pub rise: f64,
    /// Entries that are too long end in an ellipsis.
    pub shortens: bool,
    /// Where the words of an entry stand; by the entry's place where it is not said.
    pub text_align: Option<Align>,
    /// Symbols instead of boxes, in a width where one is given.
    pub symbols: Option<Option<f64>>,
    pub title: Option<KeyTitle>,
    pub keys: Vec<Key>,
    /// As for [`Title::gives_way`].
    pub gives_way: u8,
}

impl Legend {
    /// Small boxes with words, in rows under the plot, flush with the picture's padding.
    pub fn rows(font: Font, color: Color, keys: Vec<Key>) -> Self {
        let size = font.style.size;
        Self {
            display: true,
            position: Position::Bottom,
            align: Align::Start,
            full_size: true,
            weight: 1.0,
            max_width: None,
            max_height: None,
            rtl: false,
            font,
            color,
            box_width: size * 0.8,
            box_height: size * 0.8,
            padding: size * 1.4,
            row_gap: size * 0.4,
            inset: Sides { top: size * 0.75, ..Sides::default() },
            // The middle of capitals is a little higher than that of a line.
            rise: size * 0.06,
            shortens: true,
            text_align: None,
            symbols: None,
            title: None,
            keys,
            gives_way: 0,
        }
    }
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
    /// Instead of fill and stroke.
    pub pattern: Option<Pattern>,
    /// A line of this length, instead of a box.
    pub line: Option<f64>,
    /// A dataset whose label at its end says the same: where that is seen, this is not.
    pub end_label_of: Option<usize>,
}

impl Key {
    /// A box of a colour.
    pub fn plain(text: String, fill: Color) -> Self {
        Self {
            text: vec![text],
            rows: None,
            fill,
            stroke: Stroke::solid(fill, 0.0),
            hidden: false,
            symbol: Symbol::Rect,
            rotation: 0.0,
            radius: BarCorners::default(),
            pattern: None,
            line: None,
            end_label_of: None,
        }
    }
}
