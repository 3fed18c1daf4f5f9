//! Wrapped lines of text, one paragraph under the other.

use crate::chart::Title;
use crate::font::{Fonts, Line, TextStyle};
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Text};

/// Line height as a share of the font's own, for paragraphs of several lines.
const LEADING: f64 = 1.08;

/// The paragraphs within the width of `room`, from its top, and the height they take.
pub(super) fn stack(titles: &[Title], fonts: &Fonts, room: Rect) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    let mut y = room.y;
    for title in titles {
        let (style, lines) = lines(title, fonts, room.width);
        for line in lines.into_iter().filter(|line| line.width <= room.width) {
            let at = Point::new(room.x, y + style.ascent());
            y += style.line_height() * LEADING;
            items.push(Item::Text(Text { at, style, color: title.color, outline: None, line }));
        }
        y += title.space_after;
    }
    (items, y - room.y)
}

/// One line, shrunk where that is enough and not too much; else wrapped at the title's own size.
fn lines(title: &Title, fonts: &Fonts, width: f64) -> (TextStyle, Vec<Line>) {
    let line = fonts.line(&title.text, title.style);
    if line.width <= width {
        return (title.style, vec![line]);
    }
    // A hair less, so that rounding does not wrap what was to fit.
    let size = title.style.size * width / line.width * 0.999;
    if size >= title.least_size {
        let style = TextStyle { size, ..title.style };
        return (style, vec![fonts.line(&title.text, style)]);
    }
    let wrapped = fonts.wrap(&title.text, title.style, width, title.max_lines);
    (title.style, wrapped.iter().map(|text| fonts.line(text, title.style)).collect())
}
