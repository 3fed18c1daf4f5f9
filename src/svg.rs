//! A scene as SVG text: the one place where numbers are formatted.

use std::fmt::Write as _;

use svg::node::element::{ClipPath, Definitions, Description, Element, Group, Style, Title};
use svg::node::{Attributes, Text as TextNode};
use svg::{Document, Node};

use crate::color::Color;
use crate::font::{Fonts, Run, TEXT_FAMILY, Weight};
use crate::geometry::Point;
use crate::limits::MIN_DASH_PERIOD;
use crate::scene::{
    Cap, Clip, Item, Join, Layer, Outline, SVG_MITER_LIMIT, Scene, Segment, Shape, Stroke, Text, Turn,
};

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
    let mut document = Document::new()
        .set("width", number(scene.size.width))
        .set("height", number(scene.size.height))
        .set("viewBox", format!("0 0 {} {}", number(scene.size.width), number(scene.size.height)))
        .set("font-family", family(TEXT_FAMILY))
        .set("role", "img")
        .set("lang", scene.lang)
        .set("aria-labelledby", format!("{title_id} {description_id}"))
        .add(Title::new(scene.title.as_str()).set("id", title_id))
        .add(Description::new().set("id", description_id).add(TextNode::new(scene.description.as_str())));
    if let Some(css) = css {
        document = document.add(Definitions::new().add(Style::new(css)));
    }
    let mut clips = Vec::new();
    collect_clips(&scene.items, &mut clips);
    if !clips.is_empty() {
        document =
            document.add(clips.into_iter().fold(Definitions::new(), |all, clip| all.add(definition(clip))));
    }
    let writer = Writer { fonts, mode };
    for item in &scene.items {
        writer.write(item, None, &mut document);
    }
    let mut text = document.to_string();
    text.push('\n');
    text
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

fn definition(clip: &Clip) -> ClipPath {
    let mut attributes = Attributes::new();
    set(&mut attributes, "d", path(&clip.path));
    if clip.even_odd {
        set(&mut attributes, "clip-rule", "evenodd");
    }
    ClipPath::new().set("id", clip_id(clip)).add(with_attributes("path", attributes))
}

/// Equal areas of several pictures in one page may share their name.
fn clip_id(clip: &Clip) -> String {
    let rule = if clip.even_odd { "evenodd" } else { "" };
    format!("emberline-clip-{:016x}", fingerprint(&[&path(&clip.path), rule]))
}

/// A group's attributes, apart for what is cut and what is turned: the cut is in the coordinates around.
fn transform(turn: Turn) -> String {
    let mut text = format!("translate({} {})", number(turn.at.x), number(turn.at.y));
    if turn.angle != 0.0 {
        text.push_str(&format!(" rotate({})", number(turn.angle.to_degrees())));
    }
    if turn.stretch != 1.0 {
        text.push_str(&format!(" scale({} 1)", number(turn.stretch)));
    }
    text
}

struct Writer<'a> {
    fonts: &'a Fonts,
    mode: TextMode,
}

/// What the texts of a group take from it instead of saying it each.
#[derive(Clone, Copy)]
struct Common<'a> {
    size: f64,
    color: Color,
    family: &'a str,
}

impl<'a> Common<'a> {
    /// The size and colour of a group's first text, the family of most.
    fn of(items: &'a [Item]) -> Option<Self> {
        let texts =
            || items.iter().filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None });
        let first = texts().next()?;
        let mut families: Vec<(&str, usize)> = Vec::new();
        for run in texts().flat_map(|text| &text.line.runs) {
            match families.iter_mut().find(|(name, _)| *name == &*run.family) {
                Some((_, count)) => *count += 1,
                None => families.push((&run.family, 1)),
            }
        }
        let most = families.into_iter().max_by_key(|(_, count)| *count);
        let family = most.map_or(TEXT_FAMILY, |(name, _)| name);
        Some(Self { size: first.style.size, color: first.color, family })
    }
}

impl Writer<'_> {
    fn write<N: Node>(&self, item: &Item, common: Option<Common<'_>>, parent: &mut N) {
        match item {
            Item::Shape(shape) => parent.append(element(shape)),
            Item::Text(text) => self.text(text, common, parent),
            Item::Layer(layer) => self.layer(layer, common, parent),
            Item::Group(class, items) => {
                let mut group = Group::new().set("class", *class);
                let common = Common::of(items);
                if let Some(common) = common {
                    group = group.set("fill", hex(common.color)).set("font-size", number(common.size));
                }
                if let Some(common) = common.filter(|common| common.family != TEXT_FAMILY) {
                    group = group.set("font-family", family(common.family));
                }
                for item in items {
                    self.write(item, common, &mut group);
                }
                parent.append(group);
            }
        }
    }

    fn layer<N: Node>(&self, layer: &Layer, common: Option<Common<'_>>, parent: &mut N) {
        let mut inner = Group::new();
        if let Some(turn) = layer.turn {
            inner = inner.set("transform", transform(turn));
        }
        for item in &layer.items {
            self.write(item, common, &mut inner);
        }
        match (&layer.clip, layer.turn) {
            (None, _) => parent.append(inner),
            (Some(clip), None) => parent.append(inner.set("clip-path", format!("url(#{})", clip_id(clip)))),
            (Some(clip), Some(_)) => {
                let outer = Group::new().set("clip-path", format!("url(#{})", clip_id(clip)));
                parent.append(outer.add(inner));
            }
        }
    }

    fn text<N: Node>(&self, text: &Text, common: Option<Common<'_>>, parent: &mut N) {
        for run in text.line.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            let at = Point::new(text.at.x + run.x, text.at.y);
            let mut attributes = Attributes::new();
            if common.is_none_or(|common| common.color != text.color) {
                set(&mut attributes, "fill", hex(text.color));
            }
            if text.color.alpha < u8::MAX {
                set(&mut attributes, "fill-opacity", number(f64::from(text.color.alpha) / 255.0));
            }
            if let Some(outline) = &text.outline {
                edge(&mut attributes, outline);
                set(&mut attributes, "paint-order", "stroke");
            }
            let element = match self.mode {
                TextMode::Live => live(text, run, (at, common), attributes),
                TextMode::Outline => {
                    let transform = format!("translate({} {})", number(at.x), number(at.y));
                    set(&mut attributes, "transform", transform);
                    set(&mut attributes, "d", self.fonts.outline(run, text.style.size));
                    with_attributes("path", attributes)
                }
            };
            parent.append(element);
        }
    }
}

fn live(
    text: &Text,
    run: &Run,
    (at, common): (Point, Option<Common<'_>>),
    mut attributes: Attributes,
) -> Element {
    set(&mut attributes, "x", number(at.x));
    set(&mut attributes, "y", number(at.y));
    if &*run.family != common.map_or(TEXT_FAMILY, |common| common.family) {
        set(&mut attributes, "font-family", family(&run.family));
    }
    if common.is_none_or(|common| common.size != text.style.size) {
        set(&mut attributes, "font-size", number(text.style.size));
    }
    if run.weight == Weight::Bold {
        set(&mut attributes, "font-weight", i32::from(run.weight.number()));
    }
    if run.keeps_spaces() {
        set(&mut attributes, "xml:space", "preserve");
    }
    // The crate's own text element breaks lines around its words, which such a space would keep.
    let mut element = with_attributes("text", attributes);
    element.append(TextNode::new(run.text.as_str()));
    element
}

/// The family, then what a viewer without it may take instead. A name that is no keyword of CSS needs no quotes.
fn family(name: &str) -> String {
    match name {
        TEXT_FAMILY => "Inter, Helvetica Neue, Arial, sans-serif".to_owned(),
        "Inter Tabular" => "Inter Tabular, Inter, Helvetica Neue, Arial, sans-serif".to_owned(),
        "Noto Emoji" => "Noto Emoji, Apple Color Emoji, Segoe UI Emoji, sans-serif".to_owned(),
        _ => format!("'{name}', Inter, Helvetica Neue, Arial, sans-serif"),
    }
}

fn with_attributes(name: &str, attributes: Attributes) -> Element {
    let mut element = Element::new(name);
    *element.get_attributes_mut() = attributes;
    element
}

fn element(shape: &Shape) -> Element {
    let (name, mut attributes) = outline(&shape.outline);
    match shape.fill {
        Some(color) => paint(&mut attributes, "fill", color),
        None => set(&mut attributes, "fill", "none"),
    }
    if let Some(stroke) = &shape.stroke {
        edge(&mut attributes, stroke);
    }
    with_attributes(name, attributes)
}

fn outline(outline: &Outline) -> (&'static str, Attributes) {
    let mut attributes = Attributes::new();
    let name = match outline {
        Outline::Rect(rect, radius) => {
            for (name, value) in
                [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)]
            {
                set(&mut attributes, name, number(value));
            }
            if *radius > 0.0 {
                set(&mut attributes, "rx", number(*radius));
            }
            "rect"
        }
        Outline::Circle(center, radius) => {
            for (name, value) in [("cx", center.x), ("cy", center.y), ("r", *radius)] {
                set(&mut attributes, name, number(value));
            }
            "circle"
        }
        Outline::Path(segments) => {
            set(&mut attributes, "d", path(segments));
            "path"
        }
        Outline::EvenOdd(segments) => {
            set(&mut attributes, "d", path(segments));
            set(&mut attributes, "fill-rule", "evenodd");
            "path"
        }
    };
    (name, attributes)
}

fn path(segments: &[Segment]) -> String {
    let mut data = PathData { text: String::with_capacity(segments.len() * 14), x: 0, y: 0 };
    for segment in segments {
        match segment {
            Segment::Move(p) => data.command('M', [*p]),
            Segment::Line(p) => data.line(*p),
            Segment::Curve(a, b, p) => data.command('C', [*a, *b, *p]),
            Segment::Close => data.text.push('Z'),
        }
    }
    data.text
}

/// A path while it is written, and where it is.
struct PathData {
    text: String,
    x: i64,
    y: i64,
}

impl PathData {
    fn command<const N: usize>(&mut self, letter: char, points: [Point; N]) {
        let mut before = letter;
        for point in points {
            (self.x, self.y) = (hundredths(point.x), hundredths(point.y));
            self.text.push(before);
            push_number(&mut self.text, self.x);
            self.text.push(' ');
            push_number(&mut self.text, self.y);
            before = ' ';
        }
    }

    /// Level and upright lines have letters of their own.
    fn line(&mut self, to: Point) {
        let (x, y) = (hundredths(to.x), hundredths(to.y));
        let (letter, along) = match (x == self.x, y == self.y) {
            (false, true) => ('H', x),
            (true, false) => ('V', y),
            _ => return self.command('L', [to]),
        };
        (self.x, self.y) = (x, y);
        self.text.push(letter);
        push_number(&mut self.text, along);
    }
}

fn edge(attributes: &mut Attributes, stroke: &Stroke) {
    let fine = blurred(stroke);
    paint(attributes, "stroke", fine.unwrap_or(stroke.color));
    set(attributes, "stroke-width", number(stroke.width));
    if !stroke.dash.is_empty() && fine.is_none() {
        let dash: Vec<_> = stroke.dash.iter().map(|length| number(*length)).collect();
        set(attributes, "stroke-dasharray", dash.join(" "));
        if stroke.dash_offset != 0.0 {
            set(attributes, "stroke-dashoffset", number(stroke.dash_offset));
        }
    }
    match stroke.cap {
        Cap::Butt => {}
        Cap::Round => set(attributes, "stroke-linecap", "round"),
        Cap::Square => set(attributes, "stroke-linecap", "square"),
    }
    match stroke.join {
        Join::Round => set(attributes, "stroke-linejoin", "round"),
        Join::Bevel => set(attributes, "stroke-linejoin", "bevel"),
        Join::Miter(SVG_MITER_LIMIT) => {}
        Join::Miter(limit) => set(attributes, "stroke-miterlimit", number(limit)),
    }
}

/// The colour of a line whose dashes are too fine to be told apart: a short line has millions of them.
fn blurred(stroke: &Stroke) -> Option<Color> {
    let whole: f64 = stroke.dash.iter().sum();
    let period = if stroke.dash.len() % 2 == 1 { 2.0 * whole } else { whole };
    let fine = !stroke.dash.is_empty() && period < MIN_DASH_PERIOD;
    let drawn: f64 = stroke.dash.iter().step_by(2).sum();
    let share = if stroke.dash.len() % 2 == 1 { 0.5 } else { drawn / whole };
    let alpha = (f64::from(stroke.color.alpha) * share).round() as u8;
    fine.then(|| stroke.color.with_alpha(alpha))
}

fn paint(attributes: &mut Attributes, name: &str, color: Color) {
    set(attributes, name, hex(color));
    if color.alpha < 255 {
        set(attributes, &format!("{name}-opacity"), number(f64::from(color.alpha) / 255.0));
    }
}

fn set(attributes: &mut Attributes, name: &str, value: impl Into<svg::node::Value>) {
    attributes.insert(name.to_owned(), value.into());
}

fn hex(color: Color) -> String {
    let [r, g, b] = color.rgb;
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// At most two decimals, no trailing zeros, no negative zero.
pub(crate) fn number(value: f64) -> String {
    let mut text = String::with_capacity(8);
    push_number(&mut text, hundredths(value));
    text
}

fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

fn push_number(text: &mut String, hundredths: i64) {
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    // Writing to a string cannot fail.
    let _ = match (size / 100, size % 100) {
        (whole, 0) => write!(text, "{sign}{whole}"),
        (whole, rest) if rest % 10 == 0 => write!(text, "{sign}{whole}.{}", rest / 10),
        (whole, rest) => write!(text, "{sign}{whole}.{rest:02}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (1.5, "1.5"),
            (1.005_1, "1.01"),
            (-2.25, "-2.25"),
            (0.07, "0.07"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn colours_keep_their_opacity_apart() {
        let mut attributes = Attributes::new();
        paint(&mut attributes, "fill", Color::hex(0x0a_5f_b4).with_alpha(51));
        assert_eq!(&*attributes["fill"], "#0a5fb4");
        assert_eq!(&*attributes["fill-opacity"], "0.2");
    }
}
