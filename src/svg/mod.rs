//! Writes a scene as SVG text.

mod definitions;
mod number;
mod paint;
mod path;
mod shape;
mod text;
mod transform;
mod xml;

use svg::Document;

use crate::font::{Fonts, TEXT_FAMILY};
use crate::geometry::Size;
use crate::id_hash::id_hash;
use crate::scene::{Item, Layer, Scene};

pub use text::TextMode;

use definitions::{Definition, Definitions, clip_id, write_clip_path};
use paint::{start_pattern, write_gradient};
use text::InheritedStyle;
use transform::{push_matrix, push_transform};
use xml::XmlWriter;

/// Returns the scene as a complete SVG document; `css` becomes its style sheet.
pub(crate) fn write_document(scene: &Scene, fonts: &Fonts, mode: TextMode, css: Option<String>) -> String {
    // One page may contain several pictures: ids made from the content do not clash.
    let id = format!("emberline-{:016x}", id_hash(&[&scene.title, &scene.description]));
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
    let (width, height) = (number::format_number(scene.size.width), number::format_number(scene.size.height));
    let root = Document::new()
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("width", width)
        .set("height", height)
        .set("font-family", text::font_family_list(TEXT_FAMILY))
        .set("role", "img")
        .set("lang", scene.lang)
        .set("aria-labelledby", format!("{title_id} {description_id}"));
    let mut xml = XmlWriter::new(root);
    for (name, id, content) in
        [("title", &title_id, &scene.title), ("desc", &description_id, &scene.description)]
    {
        let mut tag = xml.start_leaf(name);
        tag.text_attribute("id", id);
        tag.close_with_text(content);
    }
    let definitions = Definitions::of_items(&scene.items);
    let mut writer = SceneWriter { fonts, mode, size: scene.size, xml: &mut xml };
    if css.is_some() || !definitions.is_empty() {
        writer.xml.start_node("defs").open_children();
        if let Some(css) = css {
            writer.xml.start_leaf("style").close_with_text(&css);
        }
        writer.write_definitions(&definitions);
        writer.xml.end_node();
    }
    writer.write_items(&scene.items, InheritedStyle::default());
    xml.into_text()
}

/// Walks through the items of a scene and writes them.
struct SceneWriter<'a> {
    fonts: &'a Fonts,
    mode: TextMode,
    /// The size of the picture.
    size: Size,
    xml: &'a mut XmlWriter,
}

impl SceneWriter<'_> {
    fn write_definitions(&mut self, definitions: &Definitions) {
        for clip in &definitions.clips {
            write_clip_path(clip, self.xml);
        }
        for paint in &definitions.paints {
            match paint {
                Definition::Gradient(gradient) => write_gradient(gradient, self.xml),
                Definition::Pattern(pattern) => {
                    start_pattern(pattern, self.size, self.xml);
                    self.write_items(&pattern.tile, InheritedStyle::default());
                    self.xml.end_node();
                }
            }
        }
    }

    fn write_items(&mut self, items: &[Item], inherited: InheritedStyle) {
        for item in items {
            match item {
                Item::Shape(shape) => shape::write_shape(shape, self.xml),
                Item::Text(text) => text::write_text(text, inherited, self.fonts, self.mode, self.xml),
                Item::Layer(layer) => self.write_layer(layer, inherited),
                Item::Group(class, items) => self.write_group(class, items, inherited),
                Item::Transformed(matrix, items) => {
                    self.write_container(items, inherited, "transform", |text| push_matrix(text, *matrix));
                }
                Item::Translucent(opacity, items) => {
                    self.write_container(items, inherited, "opacity", |text| {
                        number::push_number(text, *opacity);
                    });
                }
            }
        }
    }

    fn write_group(&mut self, class: &str, items: &[Item], parent: InheritedStyle) {
        let style = parent.with_most_common(items);
        let mut tag = self.xml.start_node("g");
        tag.text_attribute("class", class);
        style.write_attributes(parent, self.mode, &mut tag);
        tag.open_children();
        self.write_items(items, style);
        self.xml.end_node();
    }

    /// Writes items inside an element with one attribute.
    fn write_container(
        &mut self,
        items: &[Item],
        inherited: InheritedStyle,
        name: &str,
        write_value: impl FnOnce(&mut String),
    ) {
        let mut tag = self.xml.start_node("g");
        tag.raw_attribute(name, write_value);
        tag.open_children();
        self.write_items(items, inherited);
        self.xml.end_node();
    }

    fn write_layer(&mut self, layer: &Layer, inherited: InheritedStyle) {
        let mut tag = self.xml.start_node("g");
        if let Some(clip) = &layer.clip {
            tag.raw_attribute("clip-path", |text| text.push_str(&format!("url(#{})", clip_id(clip))));
        }
        if let Some(transform) = layer.transform {
            // The clip is in the outer coordinates, so the transform needs an element inside the clipped one.
            if layer.clip.is_some() {
                tag.open_children();
                tag = self.xml.start_node("g");
            }
            tag.raw_attribute("transform", |text| push_transform(text, transform));
        }
        tag.open_children();
        self.write_items(&layer.items, inherited);
        self.xml.end_node();
        if layer.clip.is_some() && layer.transform.is_some() {
            self.xml.end_node();
        }
    }
}
