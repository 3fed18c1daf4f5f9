//! Legend and titles.

use crate::color::Color;
use crate::geometry::{Sides, Size};
use crate::scene::{Paint, Stroke};

use super::{Align, CornerRadii, DatasetId, FillPattern, Font, LabelLines, LayoutPosition, Symbol};

/// A legend or a title beside the plot.
#[derive(Clone, Debug)]
pub enum Guide {
    Legend(Legend),
    Title(Title),
}

/// A title of one or more lines.
#[derive(Clone, Debug)]
pub struct Title {
    pub text: LabelLines,
    pub display: bool,
    pub position: LayoutPosition,
    pub align: Align,
    pub font: Font,
    pub color: Color,
    pub padding: Sides,
    pub full_size: bool,
    /// Guides with a higher weight are placed further outside.
    pub weight: f64,
    /// Rule for fitting the text to the width; `None` leaves it as it is.
    pub wrap: Option<TextWrap>,
    /// Order in which elements are dropped when the plot would become too small: 1 is dropped first, 0 never.
    pub drop_priority: u8,
}

impl Title {
    /// Creates a paragraph above the plot, flush with the chart's padding. Lines break between `parts` if possible.
    pub fn wrapped_paragraph(parts: LabelLines, font: Font, color: Color, wrap: TextWrap) -> Self {
        Self {
            text: parts,
            display: true,
            position: LayoutPosition::Top,
            align: Align::Start,
            font,
            color,
            padding: Sides::default(),
            full_size: true,
            weight: 0.0,
            wrap: Some(wrap),
            drop_priority: 0,
        }
    }
}

/// Rule for fitting text to a width: a smaller font on one line if that is enough, several lines otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextWrap {
    /// Smallest font size in pixels.
    pub min_font_size: f64,
    /// Maximum number of lines; longer text ends in an ellipsis.
    pub max_lines: usize,
}

/// Legend of the datasets.
#[derive(Clone, Debug)]
pub struct Legend {
    /// Space that code of a configuration adds to the width and the height, in pixels.
    pub added_space: Size,
    pub display: bool,
    pub position: LayoutPosition,
    pub align: Align,
    pub full_size: bool,
    pub weight: f64,
    /// Maximum width in pixels.
    pub max_width: Option<f64>,
    /// Maximum height in pixels.
    pub max_height: Option<f64>,
    /// True if items run from right to left.
    pub rtl: bool,
    pub font: Font,
    pub color: Color,
    /// Width of the coloured box, in pixels.
    pub box_width: f64,
    /// Height of the coloured box, in pixels.
    pub box_height: f64,
    /// Distance between items of a row, in pixels.
    pub padding: f64,
    /// Distance between rows, in pixels.
    pub row_gap: f64,
    /// Free space around the items, in pixels.
    pub inset: Sides,
    /// Distance of the boxes above the middle of their text line, in pixels.
    pub box_raise: f64,
    /// True if items that are too long end in an ellipsis.
    pub truncate_labels: bool,
    /// Alignment of the text within an item; `None` follows from the legend's position.
    pub text_align: Option<Align>,
    /// `None` draws boxes. `Some` draws point symbols, with an explicit width in pixels if there is one.
    pub symbol_width: Option<Option<f64>>,
    pub title: Option<LegendTitle>,
    pub items: Vec<LegendItem>,
    /// Order in which the legend is dropped, as in [`Title::drop_priority`].
    pub drop_priority: u8,
}

impl Legend {
    /// Creates a legend in rows below the plot, flush with the chart's padding.
    pub fn below_plot(font: Font, color: Color, keys: Vec<LegendItem>) -> Self {
        let size = font.style.size;
        Self {
            added_space: Size::default(),
            display: true,
            position: LayoutPosition::Bottom,
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
            // The middle of capital letters is slightly above the middle of a text line.
            box_raise: size * 0.06,
            truncate_labels: true,
            text_align: None,
            symbol_width: None,
            title: None,
            items: keys,
            drop_priority: 0,
        }
    }
}

/// Title of a legend.
#[derive(Clone, Debug)]
pub struct LegendTitle {
    pub text: LabelLines,
    pub position: Align,
    pub font: Font,
    pub color: Color,
    pub padding: Sides,
}

/// An item of a legend: a coloured box or symbol with its text.
#[derive(Clone, Debug)]
pub struct LegendItem {
    pub text: LabelLines,
    /// Color of the text; `None` for the one of the legend.
    pub text_color: Option<Color>,
    /// Number of text lines that determines the height in a column, if the text is a list of lines.
    pub line_count: Option<usize>,
    pub fill: Paint,
    pub stroke: Stroke,
    pub hidden: bool,
    pub symbol: Symbol,
    /// Rotation of the symbol in degrees.
    pub rotation: f64,
    pub corner_radii: CornerRadii,
    /// Pattern that replaces fill and stroke.
    pub pattern: Option<FillPattern>,
    /// Length of a line that replaces the box, in pixels.
    pub line_length: Option<f64>,
    /// Dataset whose end label says the same; the item is hidden if that label is shown.
    pub end_label_dataset: Option<DatasetId>,
}

impl LegendItem {
    /// Creates an item with a filled box.
    pub fn new(text: String, fill: impl Into<Paint>) -> Self {
        let fill = fill.into();
        Self {
            text: vec![text],
            text_color: None,
            line_count: None,
            stroke: Stroke::solid(fill.clone(), 0.0),
            fill,
            hidden: false,
            symbol: Symbol::Rect,
            rotation: 0.0,
            corner_radii: CornerRadii::default(),
            pattern: None,
            line_length: None,
            end_label_dataset: None,
        }
    }
}
