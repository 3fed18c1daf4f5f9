//! Labels at values (chartjs-plugin-datalabels 2.2.0), where a configuration speaks of them.

use crate::chart::{DataLabel, DataLabels, Label, Shown, Toward};
use crate::color::Color;
use crate::scene::Stroke;

use super::axes::align;
use super::config::Config;
use super::datasets::Element;
use super::options::{Scopes, join, sides};
use super::value::{Object, Value};

/// Options that may be lists over the data.
const NAMES: [&str; 17] = [
    "align",
    "anchor",
    "backgroundColor",
    "borderColor",
    "borderRadius",
    "borderWidth",
    "clamp",
    "clip",
    "color",
    "display",
    "offset",
    "opacity",
    "padding",
    "rotation",
    "textAlign",
    "textStrokeColor",
    "textStrokeWidth",
];
/// A text's colour where nothing is said.
const TEXT_COLOR: Color = Color::hex(0x66_66_66);
/// Room around words and to the mark, in pixels, where nothing is said.
const USUAL_SPACE: f64 = 4.0;

/// The labels of a dataset: one for each value, or several under names.
pub(super) fn labels(config: &Config, element: &Element) -> Vec<DataLabels> {
    let plugins = config.options().object("plugins");
    let chart = plugins.and_then(|plugins| plugins.get("datalabels"));
    let own = element.dataset.get("datalabels");
    let spoken = [chart, own].into_iter().flatten().any(Value::is_truthy);
    if !spoken || own == Some(&Value::Bool(false)) || chart == Some(&Value::Bool(false)) {
        return Vec::new();
    }
    let list: Vec<&Object> = [own, chart].into_iter().flatten().filter_map(Value::as_object).collect();
    let data = element.dataset.get("data").and_then(Value::as_list).unwrap_or_default();
    let texts: Vec<Label> = data.iter().map(text).collect();
    // One object of all, as the plugin merges them: a side of a padding leaves the others as they are elsewhere.
    let merged = |name: Option<&Object>| {
        list.iter().rev().copied().chain(name).fold(usual(), |under, part| {
            let mut over = part.clone();
            over.merge_missing(&under);
            over
        })
    };
    let whole = merged(None);
    let named = whole.object("labels");
    let names: Vec<&Object> =
        named.into_iter().flat_map(Object::entries).filter_map(|(_, named)| named.as_object()).collect();
    let make = |options: &Object| DataLabels {
        texts: texts.clone(),
        styles: Scopes::new(vec![options]).cycle(&NAMES, texts.len(), style),
    };
    if named.is_none_or(|named| named.entries().next().is_none()) {
        return vec![make(&whole)];
    }
    names.into_iter().map(|name| make(&merged(Some(name)))).collect()
}

/// What is said of all labels where nothing else is.
fn usual() -> Object {
    let sides = ["top", "right", "bottom", "left"];
    let padding = sides.map(|side| (side.to_owned(), Value::Number(USUAL_SPACE))).into();
    Object::new(vec![("padding".to_owned(), Value::Object(Object::new(padding)))])
}

/// A line around the letters, in their colour where it has none of its own.
fn outline(at: &Scopes, color: Color) -> Option<Stroke> {
    let width = at.number("textStrokeWidth").filter(|width| *width > 0.0)?;
    Some(Stroke { join: join("round"), ..Stroke::solid(at.color("textStrokeColor").unwrap_or(color), width) })
}

/// A value as its label says it.
fn text(value: &Value) -> Label {
    let words = match value {
        Value::Null => return Vec::new(),
        Value::Object(object) => {
            let own =
                ["label", "r"].into_iter().filter_map(|name| object.get(name)).find(|v| **v != Value::Null);
            match own {
                Some(own) => own.to_text(),
                None => {
                    let pairs = object.entries().map(|(name, value)| format!("{name}: {}", value.to_text()));
                    pairs.collect::<Vec<_>>().join(", ")
                }
            }
        }
        value => value.to_text(),
    };
    words.split('\n').map(str::to_owned).collect()
}

fn style(at: &Scopes) -> DataLabel {
    let opacity = at.number_or("opacity", 1.0).clamp(0.0, 1.0);
    let faded = |color: Color| color.with_alpha((f64::from(color.alpha) * opacity).round() as u8);
    let border_width = at.number_or("borderWidth", 0.0).max(0.0);
    let border = at.color("borderColor").filter(|_| border_width > 0.0);
    let color = at.color_or("color", TEXT_COLOR);
    DataLabel {
        display: match at.get("display") {
            Some(Value::Text(auto)) if auto == "auto" => Shown::Auto,
            Some(value) if !value.is_truthy() => Shown::No,
            _ if opacity == 0.0 => Shown::No,
            _ => Shown::Yes,
        },
        anchor: align(at.text("anchor")),
        toward: toward(at.get("align")),
        offset: at.number_or("offset", USUAL_SPACE),
        clamp: at.flag("clamp"),
        clip: at.flag("clip"),
        rotation: at.number_or("rotation", 0.0),
        font: at.font("font"),
        color: faded(color),
        outline: outline(at, color).map(|stroke| Stroke { color: faded(stroke.color), ..stroke }),
        text_align: match at.text("textAlign") {
            Some("right") => align(Some("end")),
            Some("left") | None => align(Some("start")),
            other => align(other),
        },
        fill: at.color("backgroundColor").map(faded),
        border: border
            .map(|color| Stroke { join: join("miter"), ..Stroke::solid(faded(color), border_width) }),
        border_width,
        radius: at.number_or("borderRadius", 0.0),
        padding: sides(at.get("padding")),
    }
}

fn toward(value: Option<&Value>) -> Toward {
    match value {
        Some(Value::Text(name)) => match name.as_str() {
            "start" => Toward::Start,
            "end" => Toward::End,
            "left" => Toward::Way(-1.0, 0.0),
            "right" => Toward::Way(1.0, 0.0),
            "top" => Toward::Way(0.0, -1.0),
            "bottom" => Toward::Way(0.0, 1.0),
            _ => Toward::Center,
        },
        Some(Value::Number(degrees)) if degrees.is_finite() => {
            let angle = degrees.to_radians();
            Toward::Way(libm::cos(angle), libm::sin(angle))
        }
        _ => Toward::Center,
    }
}
