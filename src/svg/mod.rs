//! Writes a scene as SVG text.

mod id_hash;
mod number;
mod path;
mod shadow;
mod shape;
mod text;
mod transform;
mod xml;

use svg::Document;

use crate::font::{Fonts, TEXT_FAMILY};
use crate::geometry::Point;
use crate::scene::{Clip, Item, Layer, Scene, Shadow};

pub use text::TextMode;

use id_hash::id_hash;
use text::InheritedStyle;
use transform::{push_transform, push_transform_function};
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
    let mut clips = Vec::new();
    collect_clips(&scene.items, &mut clips);
    let shadows = shadow::distinct_blurs(&scene.items);
    if css.is_some() || !clips.is_empty() || !shadows.is_empty() {
        xml.start_node("defs").open_children();
        if let Some(css) = css {
            xml.start_leaf("style").close_with_text(&css);
        }
        for clip in clips {
            write_clip_path(clip, &mut xml);
        }
        for (id, shadow) in shadows {
            shadow::write_filter(&id, shadow, &mut xml);
        }
        xml.end_node();
    }
    SceneWriter { fonts, mode, xml: &mut xml }.write_items(&scene.items, InheritedStyle::default());
    xml.into_text()
}

/// Collects every distinct clip area in document order.
fn collect_clips<'a>(items: &'a [Item], clips: &mut Vec<&'a Clip>) {
    for item in items {
        match item {
            Item::Group(_, items) | Item::Shadow(Shadow { items, .. }) => collect_clips(items, clips),
            Item::Layer(layer) => {
                if let Some(clip) = layer.clip.as_ref().filter(|clip| !clips.contains(clip)) {
                    clips.push(clip);
                }
                collect_clips(&layer.items, clips);
            }
            Item::Shape(_) | Item::Text(_) => {}
        }
    }
}

fn write_clip_path(clip: &Clip, xml: &mut XmlWriter) {
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
fn clip_id(clip: &Clip) -> String {
    let mut data = String::new();
    path::push_path_data(&mut data, &clip.path);
    let rule = if clip.even_odd { "evenodd" } else { "" };
    format!("emberline-clip-{:016x}", id_hash(&[&data, rule]))
}

/// Walks through the items of a scene and writes them.
struct SceneWriter<'a> {
    fonts: &'a Fonts,
    mode: TextMode,
    xml: &'a mut XmlWriter,
}

impl SceneWriter<'_> {
    fn write_items(&mut self, items: &[Item], inherited: InheritedStyle) {
        for item in items {
            match item {
                Item::Shape(shape) => shape::write_shape(shape, self.xml),
                Item::Text(text) => text::write_text(text, inherited, self.fonts, self.mode, self.xml),
                Item::Layer(layer) => self.write_layer(layer, inherited),
                Item::Shadow(shadow) => self.write_shadow(shadow, inherited),
                Item::Group(class, items) => self.write_group(class, items, inherited),
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

    fn write_shadow(&mut self, shadow: &Shadow, inherited: InheritedStyle) {
        let mut tag = self.xml.start_node("g");
        if shadow.deviation > 0.0 {
            tag.raw_attribute("filter", |text| {
                text.push_str(&format!("url(#{})", shadow::filter_id(shadow)));
            });
        }
        if shadow.offset != Point::default() {
            tag.raw_attribute("transform", |text| {
                push_transform_function(text, "translate", &[shadow.offset.x, shadow.offset.y]);
            });
        }
        tag.open_children();
        self.write_items(&shadow.items, inherited);
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
