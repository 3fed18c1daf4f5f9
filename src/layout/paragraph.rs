//! Wrapped lines of text, one paragraph under the other.

use crate::chart::Title;
use crate::font::{Fonts, TextStyle};
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Text};

/// Line height as a share of the font's own, for paragraphs of several lines.
const LEADING: f64 = 1.08;

/// The size at which the whole text fits on one line, where that is not too small; else its own.
fn shrunk(title: &Title, fonts: &Fonts, width: f64) -> TextStyle {
    let full = fonts.line(&title.text, title.style).width;
    let size = title.style.size * (width / full).min(1.0);
    if size >= title.least_size { TextStyle { size, ..title.style } } else { title.style }
}

/// The paragraphs within the width of `room`, from its top, and the height they take.
pub(super) fn stack(titles: &[Title], fonts: &Fonts, room: Rect) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    let mut y = room.y;
    for title in titles {
        let style = shrunk(title, fonts, room.width);
        for line in fonts.wrap(&title.text, style, room.width, title.max_lines) {
            let line = fonts.line(&line, style);
            if line.width > room.width {
                continue;
            }
            let at = Point::new(room.x, y + style.ascent());
            y += style.line_height() * LEADING;
            items.push(Item::Text(Text { at, style, color: title.color, line }));
        }
        y += title.space_after;
    }
    (items, y - room.y)
}
