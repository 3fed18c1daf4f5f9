//! Labels at the values of a dataset (chartjs-plugin-datalabels 2.2.0), if a configuration has options for them.

use crate::chart::{DataLabelStyle, DataLabels, DataPoint, LabelAlign, LabelDisplay, LabelLines};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::datasets::ResolvedDataset;
use crate::chartjs::resolve::option_values::{line_join, parse_align, parse_sides};
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::OptionTarget;
use crate::scene::{Paint, Stroke};

use super::title::TEXT_COLOR;

/// The options that may be lists over the data.
const INDEXABLE_OPTIONS: [&str; 20] = [
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
    "font",
    "lineColor",
    "lineWidth",
    "offset",
    "opacity",
    "padding",
    "rotation",
    "textAlign",
    "textStrokeColor",
    "textStrokeWidth",
];
/// The default padding, and the default distance to the mark, in pixels.
const DEFAULT_SPACE: f64 = 4.0;

/// Describes the labels of a dataset with these values: one for each value, or one for each value and each entry of `labels`.
pub(crate) fn describe_data_labels(
    config: &Config,
    dataset: &ResolvedDataset,
    values: &[DataPoint],
) -> Vec<DataLabels> {
    let plugins = config.options().get_object("plugins");
    let chart = plugins.and_then(|plugins| plugins.get("datalabels"));
    let own = dataset.raw.get("datalabels");
    let is_configured = [chart, own].into_iter().flatten().any(Value::is_truthy);
    if !is_configured
        || !dataset.visible
        || own == Some(&Value::Bool(false))
        || chart == Some(&Value::Bool(false))
    {
        return Vec::new();
    }
    let objects: Vec<&Object> = [own, chart].into_iter().flatten().filter_map(Value::as_object).collect();
    let data = dataset.raw.get("data").and_then(Value::as_list).unwrap_or_default();
    // The plugin merges all objects into one: one side of a padding keeps the other sides of the object below.
    let merged = |label: Option<&Object>| {
        objects.iter().rev().copied().chain(label).fold(default_options(), |below, object| {
            let mut above = object.clone();
            above.merge_missing(&below);
            above
        })
    };
    let shared = merged(None);
    let labels = shared.get_object("labels");
    let is_missing = |index: &usize| is_missing_element(dataset, values, *index);
    let describe = |entry: usize, options: &Object| {
        let target = OptionTarget::Datalabel { dataset: dataset.position, entry };
        let scopes = config.scopes(vec![options], target);
        scopes.skip_calls((0..data.len()).filter(is_missing));
        let is_shown = |index: &usize| {
            scopes.for_index(*index).get("display").is_none_or(Value::is_truthy) && !is_missing(index)
        };
        let shown: Vec<bool> = (0..data.len()).map(|index| is_shown(&index)).collect();
        let is_left_out = |index: &usize| !shown.get(*index).copied().unwrap_or_default();
        scopes.skip_calls((0..data.len()).filter(is_left_out));
        DataLabels {
            texts: label_texts(config, &scopes, target, data),
            styles: scopes.resolve_indexable(&INDEXABLE_OPTIONS, data.len(), label_style),
        }
    };
    match labels.filter(|labels| labels.entries().next().is_some()) {
        Some(labels) => {
            let entries = labels.entries().filter_map(|(_, label)| label.as_object());
            entries.enumerate().map(|(entry, label)| describe(entry, &merged(Some(label)))).collect()
        }
        None => vec![describe(0, &shared)],
    }
}

/// True for a point without a value: it has no label, and no function is called for it.
fn is_missing_element(dataset: &ResolvedDataset, values: &[DataPoint], index: usize) -> bool {
    use ChartType::{Bubble, Line, Radar, Scatter};
    let has_points = matches!(dataset.chart_type, Bubble | Line | Radar | Scatter);
    has_points && values.get(index).is_some_and(|point| point.value.is_none())
}

/// The text of the label at each value: that of the formatter, if there is one. `undefined` stands for the value itself.
fn label_texts(config: &Config, scopes: &Scopes, target: OptionTarget, data: &[Value]) -> Vec<LabelLines> {
    let formatter = scopes.unresolved("formatter");
    // QuickChart's types name the text of each label.
    if let Some(Value::List(given)) = formatter {
        return given.iter().map(value_text).collect();
    }
    let (Some(session), Some(Value::Function(id))) = (&config.session, formatter) else {
        return data.iter().map(value_text).collect();
    };
    let texts = session.format_values(*id, target);
    let formatted = |(index, value): (usize, &Value)| match texts.get(index) {
        Some(Some(text)) => text_lines(text),
        _ => text_lines(value),
    };
    data.iter().enumerate().map(formatted).collect()
}

/// The lines of a text, of a list of texts, or of another value; none for `null`.
fn text_lines(text: &Value) -> LabelLines {
    match text {
        Value::Null => Vec::new(),
        Value::Text(text) => text.split('\n').map(str::to_owned).collect(),
        Value::List(list) => list.iter().flat_map(text_lines).collect(),
        value => vec![value.to_text()],
    }
}

/// The options of all labels that the configuration does not set.
fn default_options() -> Object {
    let sides = ["top", "right", "bottom", "left"];
    let padding = sides.map(|side| (side.to_owned(), Value::Number(DEFAULT_SPACE))).into();
    Object::new(vec![("padding".to_owned(), Value::Object(Object::new(padding)))])
}

/// The outline of letters, in the colour of the text if it has no colour of its own.
fn text_outline(item: &Scopes, paint: &Paint) -> Option<Stroke> {
    let width = item.number("textStrokeWidth").filter(|width| *width > 0.0)?;
    Some(Stroke {
        join: line_join("round"),
        ..Stroke::solid(item.paint("textStrokeColor").unwrap_or_else(|| paint.clone()), width)
    })
}

/// The lines of the label at a value.
fn value_text(value: &Value) -> LabelLines {
    let text = match value {
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
    text.split('\n').map(str::to_owned).collect()
}

/// The line from the mark to its label, which the labels outside of a pie have.
fn leader_line(item: &Scopes) -> Option<Stroke> {
    let width = item.number("lineWidth").filter(|width| *width > 0.0)?;
    item.color("lineColor").map(|color| Stroke::solid(color, width))
}

fn label_style(item: &Scopes) -> DataLabelStyle {
    let opacity = item.number_or("opacity", 1.0).clamp(0.0, 1.0);
    let border_width = item.number_or("borderWidth", 0.0).max(0.0);
    let border = item.paint("borderColor").filter(|_| border_width > 0.0);
    let paint = item.paint_or("color", TEXT_COLOR);
    DataLabelStyle {
        display: match item.get("display") {
            Some(Value::Text(auto)) if auto == "auto" => LabelDisplay::Auto,
            Some(value) if !value.is_truthy() => LabelDisplay::Hidden,
            _ if opacity == 0.0 => LabelDisplay::Hidden,
            _ => LabelDisplay::Shown,
        },
        anchor: parse_align(item.text("anchor")),
        align: parse_label_align(item.get("align")),
        offset: item.number_or("offset", DEFAULT_SPACE),
        clamp: item.flag("clamp"),
        clip: item.flag("clip"),
        rotation: item.number_or("rotation", 0.0),
        font: item.font("font"),
        outline: text_outline(item, &paint)
            .map(|stroke| Stroke { paint: stroke.paint.with_opacity(opacity), ..stroke }),
        paint: paint.with_opacity(opacity),
        text_align: match item.text("textAlign") {
            Some("right") => parse_align(Some("end")),
            Some("left") | None => parse_align(Some("start")),
            other => parse_align(other),
        },
        fill: item.paint("backgroundColor").map(|paint| paint.with_opacity(opacity)),
        border: border.map(|paint| Stroke {
            join: line_join("miter"),
            ..Stroke::solid(paint.with_opacity(opacity), border_width)
        }),
        leader: leader_line(item),
        border_width,
        corner_radius: item.number_or("borderRadius", 0.0),
        padding: parse_sides(item.get("padding")),
    }
}

fn parse_label_align(value: Option<&Value>) -> LabelAlign {
    match value {
        Some(Value::Text(name)) => match name.as_str() {
            "start" => LabelAlign::Start,
            "end" => LabelAlign::End,
            "left" => LabelAlign::Direction(-1.0, 0.0),
            "right" => LabelAlign::Direction(1.0, 0.0),
            "top" => LabelAlign::Direction(0.0, -1.0),
            "bottom" => LabelAlign::Direction(0.0, 1.0),
            _ => LabelAlign::Center,
        },
        Some(Value::Number(degrees)) if degrees.is_finite() => {
            let angle = degrees.to_radians();
            LabelAlign::Direction(libm::cos(angle), libm::sin(angle))
        }
        _ => LabelAlign::Center,
    }
}
