//! Wrapped lines of text, one paragraph under the other.

use crate::chart::Title;
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Text};

/// Line height as a share of the font's own, for paragraphs of several lines.
const LEADING: f64 = 1.08;

/// The paragraphs within the width of `room`, from its top, and the height they take.
pub(super) fn stack(titles: &[Title], fonts: &Fonts, room: Rect) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    let mut y = room.y;
    for title in titles {
        for line in fonts.wrap(&title.text, title.style, room.width, title.max_lines) {
            let line = fonts.line(&line, title.style);
            if line.width > room.width {
                continue;
            }
            let at = Point::new(room.x, y + title.style.ascent());
            y += title.style.line_height() * LEADING;
            items.push(Item::Text(Text { at, style: title.style, color: title.color, line }));
        }
        y += title.space_after;
    }
    (items, y - room.y)
}
