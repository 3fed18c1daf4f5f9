//! The content of `<defs>`: clip areas, gradients and patterns, each distinct one once, in the order of their first use.

use std::collections::BTreeSet;

use crate::gradient::Gradient;
use crate::id_hash::id_hash;
use crate::scene::{Clip, Item, Paint, Pattern};

use super::paint::gradient_id;
use super::path;
use super::xml::XmlWriter;

/// Everything that the items of a picture refer to.
#[derive(Default)]
pub(super) struct Definitions<'a> {
    pub(super) clips: Vec<&'a Clip>,
    pub(super) paints: Vec<Definition<'a>>,
    /// The ids of the paints that have been found.
    paint_ids: BTreeSet<u64>,
}

/// A paint that is no colour.
pub(super) enum Definition<'a> {
    Gradient(&'a Gradient),
    Pattern(&'a Pattern),
}

impl<'a> Definitions<'a> {
    /// Finds the clip areas and paints of items.
    pub(super) fn of_items(items: &'a [Item]) -> Self {
        let mut definitions = Self::default();
        definitions.add_items(items);
        definitions
    }

    pub(super) fn is_empty(&self) -> bool {
        self.clips.is_empty() && self.paints.is_empty()
    }

    fn add_items(&mut self, items: &'a [Item]) {
        for item in items {
            match item {
                Item::Group(_, items) | Item::Transformed(_, items) | Item::Translucent(_, items) => {
                    self.add_items(items);
                }
                Item::Layer(layer) => {
                    if let Some(clip) = layer.clip.as_ref().filter(|clip| !self.clips.contains(clip)) {
                        self.clips.push(clip);
                    }
                    self.add_items(&layer.items);
                }
                Item::Shape(_) | Item::Text(_) => item.paints().for_each(|paint| self.add_paint(paint)),
            }
        }
    }

    fn add_paint(&mut self, paint: &'a Paint) {
        match paint {
            Paint::Color(_) => {}
            Paint::Gradient(gradient) => {
                if self.paint_ids.insert(gradient_id(gradient)) {
                    self.paints.push(Definition::Gradient(gradient));
                }
            }
            Paint::Pattern(pattern, _) => {
                if self.paint_ids.insert(pattern.content_hash) {
                    self.add_items(&pattern.tile);
                    self.paints.push(Definition::Pattern(pattern));
                }
            }
        }
    }
}

pub(super) fn write_clip_path(clip: &Clip, xml: &mut XmlWriter) {
    let mut tag = xml.start_node("clipPath");
    tag.text_attribute("id", &clip_id(clip));
    tag.open_children();
    let mut tag = xml.start_leaf("path");
    tag.raw_attribute("d", |text| path::push_path_data(text, &clip.path));
    if clip.even_odd {
        tag.text_attribute("clip-rule", "evenodd");
    }
    tag.close_empty();
    xml.end_node();
}

/// The id of a clip area, made from its content: equal areas of several pictures in one page may share it.
pub(super) fn clip_id(clip: &Clip) -> String {
    let mut data = String::new();
    path::push_path_data(&mut data, &clip.path);
    let rule = if clip.even_odd { "evenodd" } else { "" };
    format!("emberline-clip-{:016x}", id_hash(&[&data, rule]))
}
