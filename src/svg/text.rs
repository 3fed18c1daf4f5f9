//! Lines of text: a `<text>` for each run.

use crate::color::Color;
use crate::font::{Fonts, Run, TEXT_FAMILY, Weight};
use crate::geometry::Point;
use crate::scene::{Item, Layer, Text};

use super::shape::edge;
use super::xml::{Tag, Xml};
use super::{TextMode, transform};

/// Sizes, colours and so on of a group that are compared: of a thousand kinds none is common.
const MOST_KINDS: usize = 8;

/// What texts take from the elements around them instead of saying it each.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    color: Option<Color>,
    size: Option<f64>,
    weight: Weight,
    family: &'a str,
}

impl Default for Given<'_> {
    fn default() -> Self {
        Self { color: None, size: None, weight: Weight::Regular, family: TEXT_FAMILY }
    }
}

impl<'a> Given<'a> {
    /// What most texts in a group have, where it has any.
    pub(super) fn by(self, items: &'a [Item]) -> Self {
        let mut texts = Vec::new();
        collect(items, &mut texts);
        let runs = || texts.iter().flat_map(|text| &text.line.runs);
        Self {
            color: most(texts.iter().map(|text| text.color.with_alpha(u8::MAX))).or(self.color),
            size: most(texts.iter().map(|text| text.style.size)).or(self.size),
            weight: most(runs().map(|run| run.weight)).unwrap_or(self.weight),
            family: most(runs().map(|run| &*run.family)).unwrap_or(self.family),
        }
    }

    /// The attributes that make it so.
    pub(super) fn write(self, around: Self, mode: TextMode, tag: &mut Tag) {
        if let Some(color) = self.color.filter(|_| self.color != around.color) {
            tag.color("fill", color);
        }
        if mode == TextMode::Outline {
            return;
        }
        if self.family != around.family {
            tag.text("font-family", &family(self.family));
        }
        if let Some(size) = self.size.filter(|_| self.size != around.size) {
            tag.number("font-size", size);
        }
        if self.weight != around.weight {
            tag.number("font-weight", f64::from(self.weight.number()));
        }
    }
}

/// The texts of a group itself, those of groups in it left out.
fn collect<'a>(items: &'a [Item], texts: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Text(text) => texts.push(text),
            Item::Layer(Layer { items, .. }) => collect(items, texts),
            Item::Shape(_) | Item::Group(..) => {}
        }
    }
}

/// The most frequent one, the first of several.
fn most<T: PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut kinds: Vec<(T, usize)> = Vec::new();
    for value in values {
        if let Some((_, count)) = kinds.iter_mut().find(|(kind, _)| *kind == value) {
            *count += 1;
        } else if kinds.len() < MOST_KINDS {
            kinds.push((value, 1));
        }
    }
    kinds.into_iter().rev().max_by_key(|(_, count)| *count).map(|(kind, _)| kind)
}

pub(super) fn write(text: &Text, given: Given, (fonts, mode): (&Fonts, TextMode), xml: &mut Xml) {
    for run in text.line.runs.iter().filter(|run| !run.text.trim().is_empty()) {
        let at = Point::new(text.at.x + run.x, text.at.y);
        let mut tag = xml.leaf(if mode == TextMode::Live { "text" } else { "path" });
        match mode {
            TextMode::Live => {
                tag.number("x", at.x);
                tag.number("y", at.y);
            }
            TextMode::Outline => tag.data("transform", |text| transform(text, "translate", &[at.x, at.y])),
        }
        let own = Given {
            color: Some(text.color.with_alpha(u8::MAX)),
            size: Some(text.style.size),
            weight: run.weight,
            family: &run.family,
        };
        own.write(given, mode, &mut tag);
        if text.color.alpha < u8::MAX {
            tag.number("fill-opacity", f64::from(text.color.alpha) / 255.0);
        }
        if let Some(outline) = &text.outline {
            edge(&mut tag, outline, true);
            tag.text("paint-order", "stroke");
        }
        finish(tag, run, text.style.size, (fonts, mode));
    }
}

fn finish(mut tag: Tag, run: &Run, size: f64, (fonts, mode): (&Fonts, TextMode)) {
    match mode {
        TextMode::Live => {
            if run.keeps_spaces() {
                tag.text("xml:space", "preserve");
            }
            tag.words(&run.text);
        }
        TextMode::Outline => {
            tag.text("d", &fonts.outline(run, size));
            tag.empty();
        }
    }
}

/// The family, then what a viewer without it may take instead. A single word could be a keyword of CSS.
pub(super) fn family(name: &str) -> String {
    let is_word = |word: &str| word.chars().all(|c| c.is_ascii_alphabetic());
    let plain = name == TEXT_FAMILY || (name.contains(' ') && name.split(' ').all(is_word));
    let quote = if plain { "" } else { "'" };
    let instead = match name {
        "Noto Emoji" => "Apple Color Emoji, Segoe UI Emoji, sans-serif",
        TEXT_FAMILY => "Helvetica Neue, Arial, sans-serif",
        _ => "Inter, Helvetica Neue, Arial, sans-serif",
    };
    format!("{quote}{name}{quote}, {instead}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_one_is_the_first_of_several() {
        assert_eq!(most([1, 2, 2, 3, 3].into_iter()), Some(2));
        assert_eq!(most(std::iter::empty::<u8>()), None);
        assert_eq!(most((0..100).chain([99; 1000])), Some(0));
    }

    #[test]
    fn names_that_css_may_misread_are_quoted() {
        assert_eq!(family("Inter Tabular"), "Inter Tabular, Inter, Helvetica Neue, Arial, sans-serif");
        assert!(family("Noto Sans 2").starts_with("'Noto Sans 2', "));
        assert!(family("serif").starts_with("'serif', "));
    }
}
