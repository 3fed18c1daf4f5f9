//! The words of annotations (chartjs-plugin-annotation 3.1.0).

use crate::chart::{Align, Callout, Font, Note, NoteLine, PlateSide, Stand};
use crate::color::Color;
use crate::scene::Stroke;

use super::annotations::{Sources, depth, length, shift};
use super::color;
use super::options::{Scopes, corners, join, leading_number, sides};
use super::value::Value;

/// The words of an annotation of a type; `None` where they are never drawn.
pub(super) fn note(kind: &str, options: &Scopes, sources: &Sources) -> Option<Note> {
    let (on_line, on_area) = (kind == "line", matches!(kind, "box" | "ellipse"));
    let turns = on_line && options.text("rotation") == Some("auto");
    Some(Note {
        depth: depth(options)?,
        lines: lines(options),
        text_align: match options.text("textAlign") {
            Some("center") => Align::Center,
            Some("end" | "right") => Align::End,
            _ => Align::Start,
        },
        outline: outline(options),
        position: position(options, on_line),
        shift: shift(options),
        rotation: (!turns).then(|| options.number_or("rotation", 0.0)),
        padding: sides(options.whole("padding")),
        fill: options.color("backgroundColor").filter(|_| !on_area),
        border: options.border(),
        corners: corners(options.whole("borderRadius")),
        callout: if on_area { None } else { callout(on_line, sources) },
    })
}

/// Its lines; the last font and the last colour hold for all that follow.
fn lines(options: &Scopes) -> Vec<NoteLine> {
    let texts = match options.whole("content") {
        Some(Value::List(lines)) => lines.iter().map(Value::to_text).collect(),
        Some(Value::Object(_)) | None => Vec::new(),
        Some(text) if text.is_truthy() => vec![text.to_text()],
        Some(_) => Vec::new(),
    };
    let fonts = fonts(options);
    let colors: Vec<Color> = match options.whole("color") {
        Some(Value::List(list)) => list.iter().filter_map(color::of).collect(),
        value => value.and_then(color::of).into_iter().collect(),
    };
    let make = |(row, text): (usize, String)| NoteLine {
        text,
        font: fonts.get(row).or(fonts.last()).copied().unwrap_or_else(|| options.font("font")),
        color: colors.get(row).or(colors.last()).copied().unwrap_or(Color::hex(0)),
    };
    texts.into_iter().enumerate().map(make).collect()
}

fn fonts(options: &Scopes) -> Vec<Font> {
    match options.whole("font") {
        Some(Value::List(list)) => list.iter().map(|font| options.font_of(font.as_object())).collect(),
        _ => vec![options.font("font")],
    }
}

fn outline(options: &Scopes) -> Option<Stroke> {
    let width = options.number("textStrokeWidth").filter(|width| *width > 0.0)?;
    let color = options.color_or("textStrokeColor", Color::hex(0));
    Some(Stroke { join: join("round"), ..Stroke::solid(color, width) })
}

fn position(options: &Scopes, on_line: bool) -> [Stand; 2] {
    match options.sub("position") {
        Some(_) if on_line => [Stand::Share(0.5); 2],
        Some(both) => ["x", "y"].map(|way| stand(both.whole(way))),
        None => [stand(options.whole("position")); 2],
    }
}

fn stand(value: Option<&Value>) -> Stand {
    match value.and_then(Value::as_text) {
        Some("start") => Stand::Start,
        Some("end") => Stand::End,
        _ => Stand::Share(percent(value).unwrap_or(0.5)),
    }
}

/// A share in percent, from nothing to the whole.
pub(super) fn percent(value: Option<&Value>) -> Option<f64> {
    let text = value.and_then(Value::as_text).filter(|text| text.ends_with('%'))?;
    leading_number(text).map(|percent| (percent / 100.0).clamp(0.0, 1.0))
}

fn callout(on_line: bool, sources: &Sources) -> Option<Callout> {
    let options = sources.nested(if on_line { "label.callout" } else { "callout" }, false);
    options.flag("display").then_some(())?;
    Some(Callout {
        stroke: options.border(),
        margin: options.number_or("margin", 0.0),
        side: options.number_or("side", 0.0),
        start: length(options.whole("start")),
        position: match options.text("position") {
            Some("left") => Some(PlateSide::Left),
            Some("bottom") => Some(PlateSide::Bottom),
            Some("top") => Some(PlateSide::Top),
            Some("right") => Some(PlateSide::Right),
            _ => None,
        },
    })
}
