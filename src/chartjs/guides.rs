//! The legend and the titles (Chart.js 4.6.1, their plugins).

use crate::chart::{Align, BarCorners, Guide, Key, KeyTitle, Legend, Position, Title};
use crate::color::Color;
use crate::geometry::Sides;
use crate::scene::Stroke;

use super::axes::{align, label};
use super::config::Config;
use super::datasets::Element;
use super::marks::symbol_of;
use super::options::{Scopes, corners, sides};
use super::value::Value;

/// A text's colour where nothing is said.
const TEXT_COLOR: Color = Color::hex(0x66_66_66);
/// Room after the last row or column of a legend, in pixels.
const END_SPACE: f64 = 10.0;

/// The options of a plugin; `None` where it is switched off.
pub(super) fn plugin<'a>(config: &'a Config, id: &str) -> Option<Scopes<'a>> {
    let mut list = Vec::new();
    match config.options().get("plugins") {
        Some(Value::Bool(false)) => return None,
        Some(Value::Object(plugins)) => match plugins.get(id) {
            Some(Value::Bool(false)) => return None,
            Some(Value::Object(own)) => list.push(own),
            _ => {}
        },
        _ => {}
    }
    list.push(config.default("plugins").object(id).unwrap_or(&config.nothing));
    Some(Scopes::new(list).at(0))
}

fn side(name: Option<&str>) -> Position {
    match name {
        Some("left") => Position::Left,
        Some("right") => Position::Right,
        Some("bottom") => Position::Bottom,
        Some("chartArea") => Position::Area,
        _ => Position::Top,
    }
}

/// Legend and titles, in the order in which Chart.js adds them.
pub(super) fn guides(config: &Config, elements: &[Element]) -> Vec<Guide> {
    let legend = plugin(config, "legend").map(|options| Guide::Legend(legend(config, &options, elements)));
    let titles =
        ["subtitle", "title"].into_iter().filter_map(|id| plugin(config, id)).map(|options| title(&options));
    legend.into_iter().chain(titles).collect()
}

fn title(options: &Scopes) -> Guide {
    Guide::Title(Title {
        text: options.whole("text").map(label).unwrap_or_default(),
        display: options.flag("display"),
        position: side(options.text("position")),
        align: align(options.text("align")),
        font: options.font("font"),
        color: options.color_or("color", TEXT_COLOR),
        padding: sides(options.whole("padding")),
        full_size: options.flag("fullSize"),
        weight: options.number_or("weight", 0.0),
        wrap: None,
        gives_way: 0,
    })
}

fn text_align(name: Option<&str>) -> Option<Align> {
    match name? {
        "left" => Some(Align::Start),
        "center" => Some(Align::Center),
        "right" => Some(Align::End),
        _ => None,
    }
}

fn legend(config: &Config, options: &Scopes, elements: &[Element]) -> Legend {
    let labels = options.sub("labels").unwrap_or_else(|| options.clone());
    let font = labels.font("font");
    let default = config.defaults.get("color");
    let chart_color = config.options().get("color").or(default).and_then(super::color::of);
    let color = labels.color("color").or(chart_color).unwrap_or(TEXT_COLOR);
    let mut keys = keys(config, &labels, elements);
    if options.flag("reverse") {
        keys.reverse();
    }
    let title = options.sub("title").filter(|title| title.flag("display")).map(|title| KeyTitle {
        text: title.whole("text").map(label).unwrap_or_default(),
        position: align(title.text("position")),
        font: title.font("font"),
        color: title.color("color").or(chart_color).unwrap_or(TEXT_COLOR),
        padding: sides(title.whole("padding")),
    });
    let padding = labels.number_or("padding", 10.0);
    Legend {
        display: options.flag("display"),
        position: side(options.text("position")),
        align: align(options.text("align")),
        full_size: options.flag("fullSize"),
        weight: options.number_or("weight", 0.0),
        max_width: options.number("maxWidth"),
        max_height: options.number("maxHeight"),
        rtl: options.flag("rtl"),
        font,
        color,
        box_width: labels.number_or("boxWidth", font.style.size),
        box_height: labels.number_or("boxHeight", font.style.size),
        padding,
        row_gap: padding,
        inset: Sides { bottom: END_SPACE, ..Sides::all(padding) },
        rise: 0.0,
        shortens: false,
        text_align: text_align(labels.text("textAlign")),
        symbols: labels
            .flag("usePointStyle")
            .then(|| labels.number("pointStyleWidth").filter(|width| *width != 0.0)),
        title,
        keys,
        gives_way: 0,
    }
}

/// The entries: slices of the first dataset, or datasets.
fn keys(config: &Config, labels: &Scopes, elements: &[Element]) -> Vec<Key> {
    if matches!(config.kind(), "doughnut" | "pie" | "polarArea") {
        let names = config.data().get("labels").and_then(Value::as_list).unwrap_or_default();
        let Some(first) = elements.first() else { return Vec::new() };
        let dashed = config.kind() != "polarArea";
        let values = first.dataset.get("data").and_then(Value::as_list).unwrap_or_default();
        // A label without a value looks as the dataset does.
        let place = |index: usize| if index < values.len() { index } else { 0 };
        return names
            .iter()
            .enumerate()
            .map(|(index, name)| slice(name, &first.data.at(place(index)), labels, dashed))
            .collect();
    }
    let mut order: Vec<&Element> = elements.iter().collect();
    order.sort_by(|a, b| a.order.total_cmp(&b.order));
    order.into_iter().map(|element| dataset(element, labels)).collect()
}

fn slice(name: &Value, style: &Scopes, labels: &Scopes, dashed: bool) -> Key {
    let stroke = style.border();
    let stroke = if dashed { stroke } else { Stroke { dash: Vec::new(), ..stroke } };
    Key {
        text: label(name),
        rows: rows(Some(name)),
        fill: style.color_or("backgroundColor", Color::hex(0)),
        stroke,
        hidden: false,
        symbol: symbol_of(labels.whole("pointStyle")),
        rotation: 0.0,
        radius: radius(labels, style),
        pattern: None,
        line: None,
        end_label_of: None,
    }
}

/// Lines of a text that is a list; a text that is none has no height.
fn rows(text: Option<&Value>) -> Option<usize> {
    match text {
        Some(Value::Text(_)) => None,
        Some(Value::List(lines)) => Some(lines.len()),
        _ => Some(0),
    }
}

fn radius(labels: &Scopes, style: &Scopes) -> BarCorners {
    if !labels.flag("useBorderRadius") {
        return BarCorners::default();
    }
    let own = labels.whole("borderRadius").filter(|radius| radius.is_truthy());
    corners(own.or_else(|| style.get("borderRadius")))
}

fn dataset(element: &Element, labels: &Scopes) -> Key {
    let style = match &element.line {
        Some(line) if !labels.flag("usePointStyle") => line.clone(),
        _ => element.data.at(0),
    };
    let width = sides(style.get("borderWidth"));
    let given = labels.whole("pointStyle").filter(|style| style.is_truthy());
    Key {
        text: element.label.clone(),
        rows: rows(element.dataset.get("label")),
        fill: style.color_or("backgroundColor", Color::hex(0)),
        stroke: Stroke { width: (width.width() + width.height()) / 4.0, ..style.border() },
        hidden: !element.visible,
        symbol: symbol_of(given.or_else(|| style.get("pointStyle"))),
        rotation: style.number_or("rotation", 0.0),
        radius: radius(labels, &style),
        pattern: None,
        line: None,
        end_label_of: None,
    }
}
