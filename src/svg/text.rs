//! Writes lines of text: one `<text>` or `<path>` for each run.

use crate::color::Color;
use crate::font::{Fonts, TEXT_FAMILY, TextRun, Weight};
use crate::geometry::Point;
use crate::names::named_values;
use crate::scene::{Item, Layer, Paint, Text};

use super::paint::write_paint;
use super::shape::write_stroke;
use super::transform::push_transform_function;
use super::xml::{Tag, XmlWriter};

/// Upper bound of distinct values counted when looking for the most common value of an attribute.
const MAX_COUNTED_VALUES: usize = 8;

/// The way in which text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextMode {
    /// As `<text>`: selectable and small; the viewer needs the fonts to show the same picture.
    #[default]
    Live,
    /// As paths: looks the same in every viewer.
    Outline,
}

named_values!(TextMode, "TextMode", "How an SVG holds its text: as text, or as outlines that look the same in every viewer.", {
    "live" => Live,
    "outline" => Outline,
});

/// The text attributes in effect around an element, which texts inherit unless they set their own.
#[derive(Clone, Copy)]
pub(super) struct InheritedStyle<'a> {
    color: Option<Color>,
    size: Option<f64>,
    weight: Weight,
    family: &'a str,
}

impl Default for InheritedStyle<'_> {
    fn default() -> Self {
        Self { color: None, size: None, weight: Weight::Regular, family: TEXT_FAMILY }
    }
}

impl<'a> InheritedStyle<'a> {
    /// The most common attributes of the texts in a group; this style for attributes that no text in it has.
    pub(super) fn with_most_common(self, items: &'a [Item]) -> Self {
        let mut texts = Vec::new();
        collect_direct_texts(items, &mut texts);
        let runs = || texts.iter().flat_map(|text| &text.line.runs);
        Self {
            color: most_common(texts.iter().filter_map(|text| opaque_color(&text.paint))).or(self.color),
            size: most_common(texts.iter().map(|text| text.style.size)).or(self.size),
            weight: most_common(runs().map(|run| run.weight)).unwrap_or(self.weight),
            family: most_common(runs().map(|run| &*run.family)).unwrap_or(self.family),
        }
    }

    /// Writes the attributes that differ from those of the parent.
    pub(super) fn write_attributes(self, parent: Self, mode: TextMode, tag: &mut Tag) {
        if let Some(color) = self.color.filter(|_| self.color != parent.color) {
            tag.color_attributes("fill", color);
        }
        if mode == TextMode::Outline {
            return;
        }
        if self.family != parent.family {
            tag.text_attribute("font-family", &font_family_list(self.family));
        }
        if let Some(size) = self.size.filter(|_| self.size != parent.size) {
            tag.number_attribute("font-size", size);
        }
        if self.weight != parent.weight {
            tag.number_attribute("font-weight", f64::from(self.weight.css_value()));
        }
    }
}

/// The colour of a paint without its opacity, which texts do not inherit; `None` for a gradient or a pattern.
fn opaque_color(paint: &Paint) -> Option<Color> {
    match paint {
        Paint::Color(color) => Some(color.with_alpha(u8::MAX)),
        Paint::Gradient(_) | Paint::Pattern(..) => None,
    }
}

/// Collects the texts of a group without those of nested groups.
fn collect_direct_texts<'a>(items: &'a [Item], texts: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Text(text) => texts.push(text),
            Item::Layer(Layer { items, .. }) | Item::Transformed(_, items) | Item::Translucent(_, items) => {
                collect_direct_texts(items, texts);
            }
            Item::Shape(_) | Item::Group(..) => {}
        }
    }
}

/// The most frequent value; the first one if several are equally frequent.
fn most_common<T: PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values {
        if let Some((_, count)) = counts.iter_mut().find(|(counted, _)| *counted == value) {
            *count += 1;
        } else if counts.len() < MAX_COUNTED_VALUES {
            counts.push((value, 1));
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| value)
}

/// Writes the runs of a line; runs of spaces alone are left out.
pub(super) fn write_text(
    text: &Text,
    inherited: InheritedStyle,
    fonts: &Fonts,
    mode: TextMode,
    xml: &mut XmlWriter,
) {
    // A gradient lies in the coordinates of its element, which must not be moved then.
    let paints = [Some(&text.paint), text.stroke.as_ref().map(|stroke| &stroke.paint)];
    let is_plain = paints.into_iter().flatten().all(|paint| matches!(paint, Paint::Color(_)));
    for run in text.line.runs.iter().filter(|run| !run.text.trim().is_empty()) {
        let origin = Point::new(text.origin.x + run.x, text.origin.y);
        let outline_origin = if is_plain { Point::default() } else { origin };
        let mut tag = xml.start_leaf(if mode == TextMode::Live { "text" } else { "path" });
        match mode {
            TextMode::Live => {
                tag.number_attribute("x", origin.x);
                tag.number_attribute("y", origin.y);
            }
            TextMode::Outline if is_plain => tag.raw_attribute("transform", |text| {
                push_transform_function(text, "translate", &[origin.x, origin.y]);
            }),
            TextMode::Outline => {}
        }
        let own = InheritedStyle {
            color: opaque_color(&text.paint),
            size: Some(text.style.size),
            weight: run.weight,
            family: &run.family,
        };
        own.write_attributes(inherited, mode, &mut tag);
        match &text.paint {
            Paint::Color(color) if color.alpha == u8::MAX => {}
            Paint::Color(color) => tag.number_attribute("fill-opacity", f64::from(color.alpha) / 255.0),
            paint => write_paint("fill", paint, &mut tag),
        }
        if let Some(stroke) = &text.stroke {
            write_stroke(&mut tag, stroke, true);
            tag.text_attribute("paint-order", "stroke");
        }
        close_run(tag, run, mode, || fonts.run_outline(run, text.style.size, outline_origin));
    }
}

/// Writes the content of a run's element and closes it.
fn close_run(mut tag: Tag, run: &TextRun, mode: TextMode, outline: impl FnOnce() -> String) {
    match mode {
        TextMode::Live => {
            if run.needs_preserved_spaces() {
                tag.text_attribute("xml:space", "preserve");
            }
            tag.close_with_text(&run.text);
        }
        TextMode::Outline => {
            tag.text_attribute("d", &outline());
            tag.close_empty();
        }
    }
}

/// The value of `font-family`: the family, then fallbacks for viewers without it. A name that CSS could read as a
/// keyword, such as a single word, is quoted.
pub(super) fn font_family_list(name: &str) -> String {
    let is_word = |word: &str| word.chars().all(|c| c.is_ascii_alphabetic());
    let plain = name == TEXT_FAMILY || (name.contains(' ') && name.split(' ').all(is_word));
    let quote = if plain { "" } else { "'" };
    let fallbacks = match name {
        "Noto Emoji" => "Apple Color Emoji, Segoe UI Emoji, sans-serif",
        TEXT_FAMILY => "Helvetica Neue, Arial, sans-serif",
        _ => "Inter, Helvetica Neue, Arial, sans-serif",
    };
    format!("{quote}{name}{quote}, {fallbacks}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_common_value_is_the_first_of_equal_counts() {
        assert_eq!(most_common([1, 2, 2, 3, 3].into_iter()), Some(2));
        assert_eq!(most_common(std::iter::empty::<u8>()), None);
        assert_eq!(most_common((0..100).chain([99; 1000])), Some(0));
    }

    #[test]
    fn family_names_that_css_may_misread_are_quoted() {
        assert_eq!(
            font_family_list("Inter Tabular"),
            "Inter Tabular, Inter, Helvetica Neue, Arial, sans-serif"
        );
        assert!(font_family_list("Noto Sans 2").starts_with("'Noto Sans 2', "));
        assert!(font_family_list("serif").starts_with("'serif', "));
    }
}
