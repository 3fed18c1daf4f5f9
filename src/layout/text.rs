//! Lines of text at a place, turned or not (Chart.js 4.6.1, `renderText`).

use crate::chart::{Align, Font};
use crate::color::Color;
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::scene::{Item, Layer, Shape, Stroke, Text, Turn};

/// From the middle of a line down to its baseline, as a share of the font size.
const MIDDLE: f64 = 0.300_65;
/// From the top of a line down to its baseline, as a share of the font size.
const TOP: f64 = 0.800_65;
/// From the bottom of a line to its baseline, as a share of the font size.
const BOTTOM: f64 = -0.199_35;

/// Where a text's own place is in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    #[default]
    Center,
    Right,
}

impl From<Align> for Side {
    fn from(align: Align) -> Self {
        match align {
            Align::Start => Self::Left,
            Align::End => Self::Right,
            Align::Center | Align::Inner => Self::Center,
        }
    }
}

impl Side {
    /// The other way round.
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Center => Self::Center,
        }
    }
}

/// Which height of a line stands at the place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Baseline {
    Top,
    #[default]
    Middle,
    Bottom,
}

/// Lines of text.
pub(super) struct Block<'a> {
    pub(super) lines: &'a [String],
    pub(super) font: Font,
    pub(super) color: Color,
    /// Around the letters.
    pub(super) outline: Option<Stroke>,
    pub(super) side: Side,
    pub(super) baseline: Baseline,
    /// Lines that are longer are pressed.
    pub(super) max_width: Option<f64>,
    /// A plate behind each line, seen from the place.
    pub(super) backdrop: Option<(Rect, Color)>,
}

impl Block<'_> {
    /// The items, the first line `below` pixels under a place and everything turned around it.
    pub(super) fn items(&self, at: Point, below: f64, angle: f64, fonts: &Fonts) -> Vec<Item> {
        if !(at.x.is_finite() && at.y.is_finite()) {
            return Vec::new();
        }
        if angle == 0.0 {
            return self.lines_at(at, below, fonts);
        }
        let items = self.lines_at(Point::default(), below, fonts);
        vec![Item::Layer(Layer { turn: Some(Turn { at, angle, stretch: 1.0 }), items, clip: None })]
    }

    fn lines_at(&self, at: Point, below: f64, fonts: &Fonts) -> Vec<Item> {
        let size = self.font.style.size;
        let down = size
            * match self.baseline {
                Baseline::Top => TOP,
                Baseline::Middle => MIDDLE,
                Baseline::Bottom => BOTTOM,
            };
        let mut items = Vec::new();
        for (row, words) in self.lines.iter().enumerate() {
            if let Some((rect, color)) = self.backdrop {
                items.push(Shape::rect(Rect { x: at.x + rect.x, y: at.y + rect.y, ..rect }, color));
            }
            let line = fonts.line(words, self.font.style);
            let y = at.y + below + row as f64 * self.font.line_height + down;
            let share = match self.side {
                Side::Left => 0.0,
                Side::Center => 0.5,
                Side::Right => 1.0,
            };
            let stretch = self
                .max_width
                .filter(|max| line.width > *max && *max > 0.0)
                .map_or(1.0, |max| max / line.width);
            let (left, style, color) = (-line.width * share, self.font.style, self.color);
            if stretch == 1.0 {
                items.push(Item::Text(Text {
                    at: Point::new(at.x + left, y),
                    style,
                    color,
                    outline: self.outline.clone(),
                    line,
                }));
            } else {
                let turn = Some(Turn { at: Point::new(at.x, y), angle: 0.0, stretch });
                let text =
                    Text { at: Point::new(left, 0.0), style, color, outline: self.outline.clone(), line };
                items.push(Item::Layer(Layer { turn, items: vec![Item::Text(text)], clip: None }));
            }
        }
        items
    }
}

/// Items cut at a rectangle, where they reach over it.
pub(super) fn cut(items: Vec<Item>, area: Edges) -> Vec<Item> {
    crate::mark::cut(items, [area.left, area.top, area.right, area.bottom], 1.0)
}

/// The place along a line from `start` to `end`.
pub(super) fn along(align: Align, start: f64, end: f64) -> f64 {
    match align {
        Align::Start => start,
        Align::End => end,
        Align::Center | Align::Inner => (start + end) / 2.0,
    }
}
