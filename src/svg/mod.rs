//! A scene as SVG text.

mod number;
mod path;
mod shape;
mod text;
mod xml;

use svg::Document;

use crate::font::{Fonts, TEXT_FAMILY};
use crate::scene::{Clip, Item, Layer, Scene, Turn};

use text::Given;
use xml::Xml;

/// How text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextMode {
    /// As `<text>`: selectable, small; the viewer needs the fonts to show the same picture.
    #[default]
    Live,
    /// As paths: the same look in every viewer.
    Outline,
}

/// The scene as a complete SVG document.
pub(crate) fn document(scene: &Scene, fonts: &Fonts, mode: TextMode, css: Option<String>) -> String {
    // Several pictures may stand in one page: ids from the content keep them apart.
    let id = format!("emberline-{:016x}", fingerprint(&[&scene.title, &scene.description]));
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
    let (width, height) = (number::text(scene.size.width), number::text(scene.size.height));
    let root = Document::new()
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("width", width)
        .set("height", height)
        .set("font-family", text::family(TEXT_FAMILY))
        .set("role", "img")
        .set("lang", scene.lang)
        .set("aria-labelledby", format!("{title_id} {description_id}"));
    let mut xml = Xml::new(root);
    for (name, id, words) in
        [("title", &title_id, &scene.title), ("desc", &description_id, &scene.description)]
    {
        let mut tag = xml.leaf(name);
        tag.text("id", id);
        tag.words(words);
    }
    let mut clips = Vec::new();
    collect_clips(&scene.items, &mut clips);
    if css.is_some() || !clips.is_empty() {
        xml.node("defs").open();
        if let Some(css) = css {
            xml.leaf("style").words(&css);
        }
        for clip in clips {
            define(clip, &mut xml);
        }
        xml.end();
    }
    Writer { fonts, mode, xml: &mut xml }.write(&scene.items, Given::default());
    xml.finish()
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine, which the standard hasher does not promise.
fn fingerprint(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every area to paint in, once, in the order met.
fn collect_clips<'a>(items: &'a [Item], clips: &mut Vec<&'a Clip>) {
    for item in items {
        match item {
            Item::Group(_, items) => collect_clips(items, clips),
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

fn define(clip: &Clip, xml: &mut Xml) {
    let mut tag = xml.node("clipPath");
    tag.text("id", &clip_id(clip));
    tag.open();
    let mut tag = xml.leaf("path");
    tag.data("d", |text| path::push(text, &clip.path));
    if clip.even_odd {
        tag.text("clip-rule", "evenodd");
    }
    tag.empty();
    xml.end();
}

/// Equal areas of several pictures in one page may share their name.
fn clip_id(clip: &Clip) -> String {
    let mut data = String::new();
    path::push(&mut data, &clip.path);
    let rule = if clip.even_odd { "evenodd" } else { "" };
    format!("emberline-clip-{:016x}", fingerprint(&[&data, rule]))
}

/// Numbers with spaces between them.
fn numbers(text: &mut String, numbers: &[f64]) {
    for (place, number) in numbers.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        number::push(text, *number);
    }
}

/// A way of moving, turning and so on, as a function of some numbers.
fn transform(text: &mut String, function: &str, by: &[f64]) {
    text.push_str(function);
    text.push('(');
    numbers(text, by);
    text.push(')');
}

fn turn(text: &mut String, turn: Turn) {
    transform(text, "translate", &[turn.at.x, turn.at.y]);
    if turn.angle != 0.0 {
        transform(text, " rotate", &[turn.angle.to_degrees()]);
    }
    if turn.stretch != 1.0 {
        transform(text, " scale", &[turn.stretch, 1.0]);
    }
}

struct Writer<'a> {
    fonts: &'a Fonts,
    mode: TextMode,
    xml: &'a mut Xml,
}

impl Writer<'_> {
    fn write(&mut self, items: &[Item], given: Given) {
        for item in items {
            match item {
                Item::Shape(shape) => shape::write(shape, self.xml),
                Item::Text(text) => text::write(text, given, (self.fonts, self.mode), self.xml),
                Item::Layer(layer) => self.layer(layer, given),
                Item::Group(class, items) => self.group(class, items, given),
            }
        }
    }

    fn group(&mut self, class: &str, items: &[Item], around: Given) {
        let given = around.by(items);
        let mut tag = self.xml.node("g");
        tag.text("class", class);
        given.write(around, self.mode, &mut tag);
        tag.open();
        self.write(items, given);
        self.xml.end();
    }

    fn layer(&mut self, layer: &Layer, given: Given) {
        let mut tag = self.xml.node("g");
        if let Some(clip) = &layer.clip {
            tag.data("clip-path", |text| text.push_str(&format!("url(#{})", clip_id(clip))));
        }
        if let Some(way) = layer.turn {
            // What is cut is in the coordinates around what is turned.
            if layer.clip.is_some() {
                tag.open();
                tag = self.xml.node("g");
            }
            tag.data("transform", |text| turn(text, way));
        }
        tag.open();
        self.write(&layer.items, given);
        self.xml.end();
        if layer.clip.is_some() && layer.turn.is_some() {
            self.xml.end();
        }
    }
}
