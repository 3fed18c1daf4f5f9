//! Blocks of text, optionally rotated (Chart.js 4.6.1, `renderText`).

use crate::chart::{Align, Font};
use crate::color::Color;
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::layout::boxes::Edges;
use crate::scene::{Item, Layer, Paint, Shape, Stroke, Text, Transform};

/// Distance from the middle of a line down to its baseline, as a fraction of the font size.
const MIDDLE_TO_BASELINE: f64 = 0.300_65;
/// Distance from the top of a line down to its baseline, as a fraction of the font size.
const TOP_TO_BASELINE: f64 = 0.800_65;
/// Distance from the bottom of a line down to its baseline, as a fraction of the font size.
const BOTTOM_TO_BASELINE: f64 = -0.199_35;

/// The horizontal reference point of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TextAnchor {
    Left,
    #[default]
    Center,
    Right,
}

impl From<Align> for TextAnchor {
    fn from(align: Align) -> Self {
        match align {
            Align::Start => Self::Left,
            Align::End => Self::Right,
            Align::Center | Align::Inner => Self::Center,
        }
    }
}

impl TextAnchor {
    /// Returns the opposite anchor.
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Center => Self::Center,
        }
    }
}

/// The vertical reference point of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TextBaseline {
    Top,
    #[default]
    Middle,
    Bottom,
}

/// Lines of text with one style.
pub(super) struct TextBlock<'a> {
    pub(super) lines: &'a [String],
    pub(super) font: Font,
    pub(super) paint: Paint,
    /// Stroke around the glyphs.
    pub(super) outline: Option<Stroke>,
    pub(super) anchor: TextAnchor,
    pub(super) baseline: TextBaseline,
    /// Longer lines are compressed horizontally to this width.
    pub(super) max_width: Option<f64>,
    /// Rectangle behind each line, relative to the text's position.
    pub(super) backdrop: Option<(Rect, Color)>,
}

impl TextBlock<'_> {
    /// Draws the text, with its first line `below` pixels under `at`, rotated around `at`.
    pub(super) fn draw(&self, at: Point, below: f64, angle: f64, fonts: &Fonts) -> Vec<Item> {
        if !(at.x.is_finite() && at.y.is_finite()) {
            return Vec::new();
        }
        if angle == 0.0 {
            return self.draw_lines(at, below, fonts);
        }
        let items = self.draw_lines(Point::default(), below, fonts);
        vec![Item::Layer(Layer {
            transform: Some(Transform { origin: at, rotation: angle, x_scale: 1.0 }),
            items,
            clip: None,
        })]
    }

    fn draw_lines(&self, at: Point, below: f64, fonts: &Fonts) -> Vec<Item> {
        let size = self.font.style.size;
        let down = size
            * match self.baseline {
                TextBaseline::Top => TOP_TO_BASELINE,
                TextBaseline::Middle => MIDDLE_TO_BASELINE,
                TextBaseline::Bottom => BOTTOM_TO_BASELINE,
            };
        let mut items = Vec::new();
        for (row, text) in self.lines.iter().enumerate() {
            if let Some((rect, color)) = self.backdrop {
                items.push(Shape::filled_rect(Rect { x: at.x + rect.x, y: at.y + rect.y, ..rect }, color));
            }
            if size <= 0.0 {
                continue;
            }
            let line = fonts.measure_line(text, self.font.style);
            let y = at.y + below + row as f64 * self.font.line_height + down;
            let fraction = match self.anchor {
                TextAnchor::Left => 0.0,
                TextAnchor::Center => 0.5,
                TextAnchor::Right => 1.0,
            };
            let stretch = self
                .max_width
                .filter(|max| line.width > *max && *max > 0.0)
                .map_or(1.0, |max| max / line.width);
            let (left, style, paint) = (-line.width * fraction, self.font.style, self.paint.clone());
            if stretch == 1.0 {
                items.push(Item::Text(Text {
                    origin: Point::new(at.x + left, y),
                    style,
                    paint,
                    stroke: self.outline.clone(),
                    line,
                }));
            } else {
                let turn = Some(Transform { origin: Point::new(at.x, y), rotation: 0.0, x_scale: stretch });
                let text =
                    Text { origin: Point::new(left, 0.0), style, paint, stroke: self.outline.clone(), line };
                items.push(Item::Layer(Layer { transform: turn, items: vec![Item::Text(text)], clip: None }));
            }
        }
        items
    }
}

/// Clips items to a rectangle if they reach beyond it.
pub(super) fn clip_to_area(items: Vec<Item>, area: Edges) -> Vec<Item> {
    crate::mark::clip_if_needed(items, [area.left, area.top, area.right, area.bottom], 1.0)
}

/// Returns the position between `start` and `end` for an alignment.
pub(super) fn aligned_position(align: Align, start: f64, end: f64) -> f64 {
    match align {
        Align::Start => start,
        Align::End => end,
        Align::Center | Align::Inner => (start + end) / 2.0,
    }
}
