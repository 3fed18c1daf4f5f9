//! Configurations for Chart.js 2, which are still common → configurations for Chart.js 4.

use super::chart_type::ChartType;
use super::value::{Object, Value};

/// The options that moved into `plugins` in version 3.
const MOVED_TO_PLUGINS: [&str; 2] = ["title", "legend"];
/// The options of an axis that were options of its ticks in version 2.
const MOVED_OUT_OF_TICKS: [&str; 6] =
    ["min", "max", "suggestedMin", "suggestedMax", "beginAtZero", "reverse"];
/// The defaults of lines in version 2 that version 4 has changed.
const LINE_DEFAULTS: [(&str, Value); 2] = [("tension", Value::Number(0.4)), ("fill", Value::Bool(true))];

/// True if a configuration is for version 2: it has options of that version and none of a later one.
pub(crate) fn is_version_2(root: &Object) -> bool {
    if root.get("type").and_then(Value::as_text) == Some("horizontalBar") {
        return true;
    }
    let Some(options) = root.get_object("options") else { return false };
    let scales = options.get_object("scales");
    let has_axis_lists = |scales: &Object| {
        ["xAxes", "yAxes"].iter().any(|name| scales.get(name).and_then(Value::as_list).is_some())
    };
    match scales {
        Some(scales) => has_axis_lists(scales),
        None => {
            options.get("plugins").is_none()
                && ["title", "legend", "scale", "cutoutPercentage"]
                    .iter()
                    .any(|name| options.get(name).is_some())
        }
    }
}

/// Translates a configuration for version 2.
pub(crate) fn migrate_to_v4(mut root: Object) -> Object {
    let mut options = root.get_object("options").cloned().unwrap_or_default();
    if root.get("type").and_then(Value::as_text) == Some("horizontalBar") {
        root.set("type", text_value(ChartType::Bar.name()));
        options.set("indexAxis", text_value("y"));
    }
    let mut data = root.get_object("data").cloned().unwrap_or_default();
    let scales = migrate_scales(&options, &mut data);
    options.set("scales", Value::Object(scales));
    let mut plugins = options.get_object("plugins").cloned().unwrap_or_default();
    for name in MOVED_TO_PLUGINS {
        match options.get(name) {
            Some(Value::Object(own)) => plugins.set(name, Value::Object(migrate_text_options(own))),
            Some(Value::Bool(false)) => plugins.set(name, Value::Bool(false)),
            _ => {}
        }
    }
    options.set("plugins", Value::Object(plugins));
    migrate_arc_options(&mut options);
    let mut elements = options.get_object("elements").cloned().unwrap_or_default();
    let mut line = elements.get_object("line").cloned().unwrap_or_default();
    for (name, value) in LINE_DEFAULTS {
        if line.get(name).is_none() {
            line.set(name, value);
        }
    }
    elements.set("line", Value::Object(line));
    options.set("elements", Value::Object(elements));
    copy_key(&mut options, "showLines", "showLine");
    root.set("options", Value::Object(options));
    root.set("data", Value::Object(data));
    root
}

fn text_value(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Copies the value of a key to another key.
fn copy_key(object: &mut Object, from: &str, to: &str) {
    if let Some(value) = object.get(from).cloned() {
        object.set(to, value);
    }
}

/// Applies a change to all datasets of a configuration.
fn change_datasets(data: &mut Object, change: impl Fn(&mut Object)) {
    let datasets = data.get("datasets").and_then(Value::as_list).unwrap_or_default();
    let changed = datasets.iter().map(|dataset| match dataset {
        Value::Object(dataset) => {
            let mut dataset = dataset.clone();
            change(&mut dataset);
            Value::Object(dataset)
        }
        other => other.clone(),
    });
    let changed = Value::List(changed.collect());
    data.set("datasets", changed);
}

/// Returns the axes by id. Datasets that name no axis get the first axis of each direction.
fn migrate_scales(options: &Object, data: &mut Object) -> Object {
    let mut scales = Object::default();
    let lists = options.get_object("scales").cloned().unwrap_or_default();
    for (list, direction) in [("xAxes", "x"), ("yAxes", "y")] {
        let axes = lists.get(list).and_then(Value::as_list).unwrap_or_default();
        for (index, axis) in axes.iter().enumerate() {
            let Some(axis) = axis.as_object() else { continue };
            let own = axis.get("id").and_then(Value::as_text);
            let default = if index == 0 { direction.to_owned() } else { format!("{direction}-axis-{index}") };
            let id = own.map_or(default, str::to_owned);
            let mut axis = migrate_axis(axis);
            axis.set("axis", text_value(direction));
            for name in
                ["barPercentage", "categoryPercentage", "barThickness", "maxBarThickness", "minBarLength"]
            {
                if let Some(value) = axis.get(name).cloned() {
                    change_datasets(data, |dataset| {
                        if dataset.get(name).is_none() {
                            dataset.set(name, value.clone());
                        }
                    });
                }
            }
            scales.set(&id, Value::Object(axis));
            if index == 0 {
                let name = format!("{direction}AxisID");
                let old = format!("{direction}-axis-0");
                change_datasets(data, |dataset| match dataset.get(&name).and_then(Value::as_text) {
                    Some(known) if *known != *old => {}
                    _ => dataset.set(&name, text_value(&id)),
                });
            }
        }
    }
    if let Some(radial) = options.get_object("scale") {
        scales.set("r", Value::Object(migrate_axis(radial)));
    }
    change_datasets(data, |dataset| {
        copy_key(dataset, "lineTension", "tension");
        copy_key(dataset, "steppedLine", "stepped");
        if dataset.get("type").and_then(Value::as_text) == Some("horizontalBar") {
            dataset.set("type", text_value(ChartType::Bar.name()));
        }
    });
    scales
}

fn migrate_axis(old: &Object) -> Object {
    let mut axis = old.clone();
    if let Some(ticks) = old.get_object("ticks") {
        let ticks = migrate_text_options(ticks);
        for name in MOVED_OUT_OF_TICKS {
            if let Some(value) = ticks.get(name).cloned() {
                axis.set(name, value);
            }
        }
        axis.set("ticks", Value::Object(ticks));
    }
    if let Some(grid) = old.get_object("gridLines") {
        let mut new = grid.clone();
        copy_key(&mut new, "tickMarkLength", "tickLength");
        copy_key(&mut new, "offsetGridLines", "offset");
        let mut border = Object::default();
        for (from, to) in
            [("drawBorder", "display"), ("borderDash", "dash"), ("borderDashOffset", "dashOffset")]
        {
            if let Some(value) = grid.get(from).cloned() {
                border.set(to, value);
            }
        }
        axis.set("grid", Value::Object(new));
        axis.set("border", Value::Object(border));
    }
    if let Some(title) = old.get_object("scaleLabel") {
        let mut title = migrate_text_options(title);
        copy_key(&mut title, "labelString", "text");
        axis.set("title", Value::Object(title));
    }
    if let Some(labels) = old.get_object("pointLabels") {
        axis.set("pointLabels", Value::Object(migrate_text_options(labels)));
    }
    if old.get("distribution").and_then(Value::as_text) == Some("series") {
        axis.set("type", text_value("timeseries"));
    }
    axis
}

/// Migrates the options of a text: `fontSize` and similar options moved into `font` in version 3.
fn migrate_text_options(old: &Object) -> Object {
    let mut new = old.clone();
    let mut font = old.get_object("font").cloned().unwrap_or_default();
    let names = [
        ("fontSize", "size"),
        ("fontFamily", "family"),
        ("fontStyle", "weight"),
        ("lineHeight", "lineHeight"),
    ];
    for (from, to) in names {
        if let Some(value) = old.get(from).cloned() {
            font.set(to, value);
        }
    }
    if font != Object::default() {
        new.set("font", Value::Object(font));
    }
    copy_key(&mut new, "fontColor", "color");
    if let Some(labels) = old.get_object("labels") {
        new.set("labels", Value::Object(migrate_text_options(labels)));
    }
    new
}

/// Migrates the options of rings: version 2 has radians from the right, version 4 has degrees from the top.
fn migrate_arc_options(options: &mut Object) {
    if let Some(cutout) = options.get("cutoutPercentage").and_then(Value::to_number) {
        options.set("cutout", Value::Text(format!("{cutout}%")));
    }
    if let Some(rotation) = options.get("rotation").and_then(Value::as_number) {
        options.set("rotation", Value::Number(rotation.to_degrees() + 90.0));
    }
    if let Some(circumference) = options.get("circumference").and_then(Value::as_number) {
        options.set("circumference", Value::Number(circumference.to_degrees()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(json: &str) -> Object {
        let value: Value = serde_json::from_str(json).expect("JSON");
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn lists_of_axes_become_scales_by_id() {
        let new = migrate_to_v4(object(
            r#"{"type": "horizontalBar", "data": {"datasets": [{"data": [1]}]}, "options": {
                "title": {"display": true, "fontSize": 20},
                "scales": {"yAxes": [{"ticks": {"beginAtZero": true}, "scaleLabel": {"labelString": "h"}}]}}}"#,
        ));
        assert_eq!(new.get("type"), Some(&text_value("bar")));
        let options = new.get_object("options").expect("options");
        assert_eq!(
            options.object_at_path("scales.y").and_then(|y| y.get("beginAtZero")),
            Some(&Value::Bool(true))
        );
        assert_eq!(
            options.object_at_path("scales.y.title").and_then(|title| title.get("text")),
            Some(&text_value("h"))
        );
        assert_eq!(
            options.object_at_path("plugins.title.font").and_then(|font| font.get("size")),
            Some(&Value::Number(20.0))
        );
    }

    #[test]
    fn a_version_4_configuration_is_recognised() {
        let new =
            object(r#"{"type": "bar", "options": {"scales": {"y": {}}, "title": {"text": "ignored"}}}"#);
        assert!(!is_version_2(&new));
    }
}
