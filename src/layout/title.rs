//! Titles around the plot (Chart.js 4.6.1, the title plugin).

use std::f64::consts::FRAC_PI_2;

use crate::chart::{Font, Label, Position, Title, Wrap};
use crate::font::{Fonts, TextStyle};
use crate::geometry::Point;
use crate::layout::boxes::{Answer, Edges, Offer, Request};
use crate::scene::Item;

use super::text::{Baseline, Block, along};

/// A title while it is laid out.
pub(super) struct TitleBox<'a> {
    title: &'a Title,
    pub(super) edges: Edges,
    /// Its words where they are fitted to a width: that width, their font, their lines.
    fitted: Option<(f64, Font, Label)>,
}

impl<'a> TitleBox<'a> {
    pub(super) fn new(title: &'a Title) -> Self {
        Self { title, edges: Edges::default(), fitted: None }
    }

    fn horizontal(&self) -> bool {
        matches!(self.title.position, Position::Top | Position::Bottom)
    }

    /// Of its group.
    pub(super) fn class(&self) -> &'static str {
        if self.title.position == Position::Bottom { "footer" } else { "title" }
    }

    pub(super) fn request(&self) -> Request {
        Request {
            position: self.title.position,
            horizontal: self.horizontal(),
            full_size: self.title.full_size,
            weight: self.title.weight,
            stack: None,
            stack_weight: 1.0,
            shown: self.title.display,
        }
    }

    /// Its font and its lines.
    fn set(&self) -> (Font, &[String]) {
        let whole = (self.title.font, self.title.text.as_slice());
        self.fitted.as_ref().map_or(whole, |(_, font, lines)| (*font, lines.as_slice()))
    }

    pub(super) fn update(&mut self, offer: Offer, fonts: &Fonts) -> Answer {
        let title = self.title;
        if !title.display {
            return Answer::default();
        }
        let known = self.fitted.as_ref().is_some_and(|(width, ..)| *width == offer.width);
        if let Some(wrap) = title.wrap.filter(|_| !known) {
            let (font, lines) = fitted(title, wrap, offer.width, fonts);
            self.fitted = Some((offer.width, font, lines));
        }
        let (font, lines) = self.set();
        let thick = lines.len() as f64 * font.line_height + title.padding.height();
        if self.horizontal() {
            Answer { width: offer.width, height: thick, ..Answer::default() }
        } else {
            Answer { width: thick, height: offer.height, ..Answer::default() }
        }
    }

    pub(super) fn items(&self, fonts: &Fonts) -> Vec<Item> {
        let (title, own) = (self.title, self.edges);
        if !title.display {
            return Vec::new();
        }
        let (font, lines) = self.set();
        let offset = font.line_height / 2.0 + title.padding.top;
        let (at, angle, max_width) = match title.position {
            Position::Left => (
                Point::new(own.left + offset, along(title.align, own.bottom, own.top)),
                -FRAC_PI_2,
                own.height(),
            ),
            Position::Right => (
                Point::new(own.right - offset, along(title.align, own.top, own.bottom)),
                FRAC_PI_2,
                own.height(),
            ),
            _ => (Point::new(along(title.align, own.left, own.right), own.top + offset), 0.0, own.width()),
        };
        let block = Block {
            lines,
            font,
            color: title.color,
            outline: None,
            side: title.align.into(),
            baseline: Baseline::Middle,
            max_width: Some(max_width),
            backdrop: None,
        };
        block.items(at, 0.0, angle, fonts)
    }
}

/// Words on one line, shrunk where that is enough and not too much; else wrapped at their own size. Lines that have
/// no room at all are left out.
fn fitted(title: &Title, wrap: Wrap, width: f64, fonts: &Fonts) -> (Font, Label) {
    let text = title.text.join(" ");
    let style = title.font.style;
    let line = fonts.width(&text, style);
    if line <= width {
        return (title.font, vec![text]);
    }
    // A hair less, so that rounding does not wrap what was to fit.
    let shrunk = width / line * 0.999;
    if style.size * shrunk >= wrap.least_size {
        let line_height = title.font.line_height * shrunk;
        return (Font { style: TextStyle { size: style.size * shrunk, ..style }, line_height }, vec![text]);
    }
    let mut lines = fonts.wrap(&text, style, width, wrap.max_lines);
    lines.retain(|line| fonts.width(line, style) <= width);
    let whole_parts = between_parts(&title.text, |line| fonts.width(line, style) <= width);
    (title.font, whole_parts.filter(|parts| parts.len() <= lines.len()).unwrap_or(lines))
}

/// As many parts to a line as fit; `None` where one is too long for a line.
fn between_parts(parts: &[String], fits: impl Fn(&str) -> bool) -> Option<Label> {
    let mut lines = Label::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line} {part}")).filter(|line| fits(line));
        match (lines.last_mut(), longer) {
            (Some(line), Some(longer)) => *line = longer,
            _ if fits(part) => lines.push(part.clone()),
            _ => return None,
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_parts_where_each_has_room() {
        let parts = ["one", "two", "three"].map(str::to_owned);
        let at_most = |chars: usize| between_parts(&parts, |line| line.len() <= chars);
        assert_eq!(at_most(13), Some(vec!["one two three".to_owned()]));
        assert_eq!(at_most(8), Some(vec!["one two".to_owned(), "three".to_owned()]));
        assert_eq!(at_most(5), Some(parts.to_vec()));
        assert_eq!(at_most(4), None);
    }
}
