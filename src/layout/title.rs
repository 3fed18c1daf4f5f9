//! Titles around the plot (Chart.js 4.6.1, the title plugin).

use std::f64::consts::FRAC_PI_2;

use crate::chart::{Font, LabelLines, LayoutPosition, TextWrap, Title};
use crate::font::{Fonts, TextStyle};
use crate::geometry::Point;
use crate::layout::boxes::{AvailableSpace, BoxOptions, Edges, RequiredSpace};
use crate::scene::Item;

use super::text::{TextBaseline, TextBlock, aligned_position};

/// A title during the layout.
pub(super) struct TitleBox<'a> {
    title: &'a Title,
    pub(super) edges: Edges,
    /// Text fitted to a width: that width, the font and the lines.
    fitted: Option<(f64, Font, LabelLines)>,
}

impl<'a> TitleBox<'a> {
    pub(super) fn new(title: &'a Title) -> Self {
        Self { title, edges: Edges::default(), fitted: None }
    }

    fn is_horizontal(&self) -> bool {
        matches!(self.title.position, LayoutPosition::Top | LayoutPosition::Bottom)
    }

    /// CSS class of the title's group.
    pub(super) fn group_class(&self) -> &'static str {
        if self.title.position == LayoutPosition::Bottom { "footer" } else { "title" }
    }

    pub(super) fn box_options(&self) -> BoxOptions {
        BoxOptions {
            position: self.title.position,
            horizontal: self.is_horizontal(),
            full_size: self.title.full_size,
            weight: self.title.weight,
            stack: None,
            stack_weight: 1.0,
            shown: self.title.display,
        }
    }

    /// Returns the font and the lines to draw.
    fn fitted_text(&self) -> (Font, &[String]) {
        let unfitted = (self.title.font, self.title.text.as_slice());
        self.fitted.as_ref().map_or(unfitted, |(_, font, lines)| (*font, lines.as_slice()))
    }

    pub(super) fn fit_to(&mut self, available: AvailableSpace, fonts: &Fonts) -> RequiredSpace {
        let title = self.title;
        if !title.display {
            return RequiredSpace::default();
        }
        let is_fitted = self.fitted.as_ref().is_some_and(|(width, ..)| *width == available.width);
        if let Some(wrap) = title.wrap.filter(|_| !is_fitted) {
            let (font, lines) = fit_title(title, wrap, available.width, fonts);
            self.fitted = Some((available.width, font, lines));
        }
        let (font, lines) = self.fitted_text();
        let thickness = lines.len() as f64 * font.line_height + title.padding.vertical_total();
        if self.is_horizontal() {
            RequiredSpace { width: available.width, height: thickness, ..RequiredSpace::default() }
        } else {
            RequiredSpace { width: thickness, height: available.height, ..RequiredSpace::default() }
        }
    }

    pub(super) fn draw(&self, fonts: &Fonts) -> Vec<Item> {
        let (title, edges) = (self.title, self.edges);
        if !title.display {
            return Vec::new();
        }
        let (font, lines) = self.fitted_text();
        let offset = font.line_height / 2.0 + title.padding.top;
        let (at, angle, max_width) = match title.position {
            LayoutPosition::Left => (
                Point::new(edges.left + offset, aligned_position(title.align, edges.bottom, edges.top)),
                -FRAC_PI_2,
                edges.height(),
            ),
            LayoutPosition::Right => (
                Point::new(edges.right - offset, aligned_position(title.align, edges.top, edges.bottom)),
                FRAC_PI_2,
                edges.height(),
            ),
            _ => (
                Point::new(aligned_position(title.align, edges.left, edges.right), edges.top + offset),
                0.0,
                edges.width(),
            ),
        };
        let block = TextBlock {
            lines,
            font,
            paint: title.color.into(),
            outline: None,
            anchor: title.align.into(),
            baseline: TextBaseline::Middle,
            max_width: Some(max_width),
            backdrop: None,
        };
        block.draw(at, 0.0, angle, fonts)
    }
}

/// Returns the text on one line, shrunk if that suffices, and wrapped at its own size otherwise. Words wider
/// than the available width are omitted.
fn fit_title(title: &Title, wrap: TextWrap, width: f64, fonts: &Fonts) -> (Font, LabelLines) {
    let text = title.text.join(" ");
    let style = title.font.style;
    let line = fonts.text_width(&text, style);
    if line <= width {
        return (title.font, vec![text]);
    }
    // Slightly less, so that rounding does not cause a line break.
    let shrunk = width / line * 0.999;
    if style.size * shrunk >= wrap.min_font_size {
        let line_height = title.font.line_height * shrunk;
        let style = TextStyle { size: style.size * shrunk, ..style };
        return (Font { line_height, ..Font::from_style(style) }, vec![text]);
    }
    let mut lines = fonts.wrap_lines(&text, style, width, wrap.max_lines);
    lines.retain(|line| fonts.text_width(line, style) <= width);
    let whole_parts = wrap_between_parts(&title.text, |line| fonts.text_width(line, style) <= width);
    (title.font, whole_parts.filter(|parts| parts.len() <= lines.len()).unwrap_or(lines))
}

/// Returns as many parts per line as fit; `None` if one part is too long for a line.
fn wrap_between_parts(parts: &[String], fits: impl Fn(&str) -> bool) -> Option<LabelLines> {
    let mut lines = LabelLines::new();
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
    fn lines_break_between_parts_if_every_part_fits_on_a_line() {
        let parts = ["one", "two", "three"].map(str::to_owned);
        let at_most = |chars: usize| wrap_between_parts(&parts, |line| line.len() <= chars);
        assert_eq!(at_most(13), Some(vec!["one two three".to_owned()]));
        assert_eq!(at_most(8), Some(vec!["one two".to_owned(), "three".to_owned()]));
        assert_eq!(at_most(5), Some(parts.to_vec()));
        assert_eq!(at_most(4), None);
    }
}
