//! Axes: lists of x and y axes → scales by id.

use crate::chartjs::parse::value::{Object, Value};

use super::datasets::change_datasets;
use super::edits::{copy_key, set_missing, text_value};
use super::texts::migrate_text_options;

/// The options of an axis that were options of its ticks in version 2.
const MOVED_OUT_OF_TICKS: [&str; 6] =
    ["min", "max", "suggestedMin", "suggestedMax", "beginAtZero", "reverse"];
/// The options of datasets that were options of their index axis in early version 2.
const MOVED_TO_DATASETS: [&str; 5] =
    ["barPercentage", "categoryPercentage", "barThickness", "maxBarThickness", "minBarLength"];

/// An axis that a type of chart has without options.
struct DefaultAxis {
    id: String,
    axis_type: &'static str,
    offset: bool,
}

/// The axes of version 2's types; `None` for types without cartesian axes.
fn default_axis(chart_type: &str, direction: &str) -> Option<DefaultAxis> {
    let (is_index, offset) = match chart_type {
        "line" => (direction == "x", false),
        "bar" => (direction == "x", direction == "x"),
        "horizontalBar" => (direction == "y", direction == "y"),
        "scatter" | "bubble" => (false, false),
        _ => return None,
    };
    let number = i32::from(chart_type == "scatter");
    let axis_type = if is_index { "category" } else { "linear" };
    Some(DefaultAxis { id: format!("{direction}-axis-{number}"), axis_type, offset })
}

/// Returns the axes by id. Datasets that name no axis get the first axis of each direction.
pub(super) fn migrate_axes(options: &Object, data: &mut Object, chart_type: &str) -> Object {
    let mut scales = Object::default();
    let lists = options.get_object("scales").cloned().unwrap_or_default();
    for (list, direction) in [("xAxes", "x"), ("yAxes", "y")] {
        let axes = lists.get(list).and_then(Value::as_list).unwrap_or_default();
        let axes: Vec<Object> =
            axes.iter().map(|axis| axis.as_object().cloned().unwrap_or_default()).collect();
        let default = default_axis(chart_type, direction);
        let count = axes.len().max(usize::from(default.is_some()));
        let mut ids: Vec<String> = Vec::new();
        for index in 0..count {
            let own = axes.get(index).cloned().unwrap_or_default();
            let default = default.as_ref().filter(|_| index == 0);
            let id = axis_id(&own, default, direction, index, &axes);
            let axis = migrate_cartesian_axis(&own, default, direction);
            move_bar_options(&axis, data);
            scales.set(&id, Value::Object(axis));
            ids.push(id);
        }
        if let Some(first) = ids.first() {
            let name = format!("{direction}AxisID");
            change_datasets(data, |dataset| set_missing(dataset, &name, text_value(first)));
        }
    }
    if default_axis(chart_type, "x").is_none() && matches!(chart_type, "radar" | "polarArea") {
        scales.set("r", Value::Object(migrate_radial_axis(options, chart_type)));
    }
    scales
}

/// The id of an axis: its own, or the next that no other axis has.
fn axis_id(
    own: &Object,
    default: Option<&DefaultAxis>,
    direction: &str,
    index: usize,
    all: &[Object],
) -> String {
    if let Some(id) = own.get("id").and_then(Value::as_text).filter(|id| !id.is_empty()) {
        return id.to_owned();
    }
    if let Some(default) = default {
        return default.id.clone();
    }
    let is_taken = |id: &str| all.iter().any(|axis| axis.get("id").and_then(Value::as_text) == Some(id));
    let mut ids = (index..=index + all.len()).map(|number| format!("{direction}-axis-{number}"));
    ids.find(|id| !is_taken(id)).unwrap_or_else(|| format!("{direction}-axis-{index}"))
}

/// Migrates an axis and completes it with the options that the type of chart gives it. Another type of axis takes none of
/// them.
fn migrate_cartesian_axis(own: &Object, default: Option<&DefaultAxis>, direction: &str) -> Object {
    let own_type = own.get("type").and_then(Value::as_text);
    let default = default.filter(|default| own_type.is_none_or(|own| own == default.axis_type));
    let fallback = if direction == "x" { "category" } else { "linear" };
    let axis_type = own_type.or(default.map(|default| default.axis_type)).unwrap_or(fallback);
    let offset = Value::Bool(default.is_some_and(|default| default.offset));
    let mut axis = migrate_axis(own);
    let is_series = own.get("distribution").and_then(Value::as_text) == Some("series");
    axis.set("type", text_value(if axis_type == "time" && is_series { "timeseries" } else { axis_type }));
    axis.set("axis", text_value(direction));
    set_missing(&mut axis, "offset", offset.clone());
    let mut grid = axis.get_object("grid").cloned().unwrap_or_default();
    set_missing(&mut grid, "offset", offset);
    axis.set("grid", Value::Object(grid));
    axis
}

/// Copies the options of bars from their axis to all datasets that lack them.
fn move_bar_options(axis: &Object, data: &mut Object) {
    for name in MOVED_TO_DATASETS {
        if let Some(value) = axis.get(name).cloned() {
            change_datasets(data, |dataset| set_missing(dataset, name, value.clone()));
        }
    }
}

/// Migrates the axis of a radar or of a polar area chart, whose angle is an option of the chart in version 2.
fn migrate_radial_axis(options: &Object, chart_type: &str) -> Object {
    let mut axis = options.get_object("scale").map(migrate_axis).unwrap_or_default();
    match options.get("startAngle") {
        // Arcs start at radians from the right, axes at degrees from the top.
        Some(Value::Number(angle)) if chart_type == "polarArea" => {
            axis.set("startAngle", Value::Number(angle.to_degrees() + 90.0));
        }
        Some(angle) => axis.set("startAngle", angle.clone()),
        None => {}
    }
    axis
}

fn migrate_axis(old: &Object) -> Object {
    let mut axis = old.clone();
    let time = old.get_object("time");
    if let Some(ticks) = old.get_object("ticks") {
        for name in MOVED_OUT_OF_TICKS {
            if let Some(value) = ticks.get(name).cloned() {
                axis.set(name, value);
            }
        }
    }
    for name in ["min", "max"] {
        if let Some(value) = time.and_then(|time| time.get(name)).cloned() {
            axis.set(name, value);
        }
    }
    axis.set("ticks", Value::Object(migrate_ticks(old.get_object("ticks"), time)));
    if let Some(mut time) = time.cloned() {
        if time.get("parser").is_none() {
            copy_key(&mut time, "format", "parser");
        }
        axis.set("time", Value::Object(time));
    }
    if let Some(grid) = old.get_object("gridLines") {
        axis.set("grid", Value::Object(migrate_grid(grid)));
        axis.set("border", Value::Object(border_of_grid(grid)));
    }
    if let Some(title) = old.get_object("scaleLabel") {
        let mut title = migrate_text_options(title);
        // A list becomes one line of text, as everywhere on a canvas.
        let text = title.get("labelString").map(|text| match text {
            Value::List(_) => Value::Text(text.to_text()),
            other => other.clone(),
        });
        if let Some(text) = text {
            title.set("text", text);
        }
        axis.set("title", Value::Object(title));
    }
    if let Some(labels) = old.get_object("pointLabels") {
        axis.set("pointLabels", Value::Object(migrate_text_options(labels)));
    }
    axis
}

fn migrate_ticks(old: Option<&Object>, time: Option<&Object>) -> Object {
    let mut ticks = old.map(migrate_text_options).unwrap_or_default();
    copy_key(&mut ticks, "fixedStepSize", "stepSize");
    if ticks.get("callback").is_none() {
        copy_key(&mut ticks, "userCallback", "callback");
    }
    for name in ["unitStepSize", "stepSize"] {
        if let Some(step) = time.and_then(|time| time.get(name)).cloned() {
            ticks.set("stepSize", step);
        }
    }
    for part in ["major", "minor"] {
        if let Some(options) = ticks.get_object(part) {
            let options = migrate_text_options(options);
            ticks.set(part, Value::Object(options));
        }
    }
    let mut padding = Object::default();
    for (from, to) in [("backdropPaddingX", "x"), ("backdropPaddingY", "y")] {
        if let Some(value) = ticks.get(from).cloned() {
            padding.set(to, value);
        }
    }
    if padding != Object::default() {
        for side in ["x", "y"] {
            set_missing(&mut padding, side, Value::Number(2.0));
        }
        ticks.set("backdropPadding", Value::Object(padding));
    }
    ticks
}

fn migrate_grid(old: &Object) -> Object {
    let mut grid = old.clone();
    copy_key(&mut grid, "tickMarkLength", "tickLength");
    copy_key(&mut grid, "offsetGridLines", "offset");
    grid
}

/// The line of an axis, which looks like the first grid line in version 2.
fn border_of_grid(grid: &Object) -> Object {
    let mut border = Object::default();
    let is_off = |name: &str| grid.get(name).is_some_and(|shown| !shown.is_truthy());
    border.set("display", Value::Bool(!is_off("display") && !is_off("drawBorder")));
    for (from, to) in [("borderDash", "dash"), ("borderDashOffset", "dashOffset")] {
        if let Some(value) = grid.get(from).cloned() {
            border.set(to, value);
        }
    }
    for (from, to) in [("color", "color"), ("lineWidth", "width")] {
        let first = match grid.get(from) {
            Some(Value::List(list)) => list.first(),
            value => value,
        };
        if let Some(value) = first.cloned() {
            border.set(to, value);
        }
    }
    border
}
