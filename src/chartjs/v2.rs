//! Configurations for Chart.js 2, of which many are still around → those for Chart.js 4.

use super::value::{Object, Value};

/// Options that stand in `plugins` since version 3.
const PLUGINS: [&str; 2] = ["title", "legend"];
/// Options of an axis that stood in its ticks.
const RANGE: [&str; 6] = ["min", "max", "suggestedMin", "suggestedMax", "beginAtZero", "reverse"];
/// What lines looked like where nothing is said.
const LINE: [(&str, Value); 2] = [("tension", Value::Number(0.4)), ("fill", Value::Bool(true))];

/// Whether a configuration is for version 2: nothing in it is of a later one.
pub(super) fn is_old(root: &Object) -> bool {
    if root.get("type").and_then(Value::as_text) == Some("horizontalBar") {
        return true;
    }
    let Some(options) = root.object("options") else { return false };
    let scales = options.object("scales");
    let lists = |scales: &Object| {
        ["xAxes", "yAxes"].iter().any(|name| scales.get(name).and_then(Value::as_list).is_some())
    };
    match scales {
        Some(scales) => lists(scales),
        None => {
            options.get("plugins").is_none()
                && ["title", "legend", "scale", "cutoutPercentage"]
                    .iter()
                    .any(|name| options.get(name).is_some())
        }
    }
}

/// The configuration in the words of version 4.
pub(super) fn translated(root: Object) -> Object {
    if !is_old(&root) {
        return root;
    }
    let mut root = root;
    let mut options = root.object("options").cloned().unwrap_or_default();
    if root.get("type").and_then(Value::as_text) == Some("horizontalBar") {
        root.set("type", text("bar"));
        options.set("indexAxis", text("y"));
    }
    let mut data = root.object("data").cloned().unwrap_or_default();
    let scales = scales(&options, &mut data);
    options.set("scales", Value::Object(scales));
    let mut plugins = options.object("plugins").cloned().unwrap_or_default();
    for name in PLUGINS {
        match options.get(name) {
            Some(Value::Object(own)) => plugins.set(name, Value::Object(words(own))),
            Some(Value::Bool(false)) => plugins.set(name, Value::Bool(false)),
            _ => {}
        }
    }
    options.set("plugins", Value::Object(plugins));
    round(&mut options);
    let mut elements = options.object("elements").cloned().unwrap_or_default();
    let mut line = elements.object("line").cloned().unwrap_or_default();
    for (name, value) in LINE {
        if line.get(name).is_none() {
            line.set(name, value);
        }
    }
    elements.set("line", Value::Object(line));
    options.set("elements", Value::Object(elements));
    rename(&mut options, "showLines", "showLine");
    root.set("options", Value::Object(options));
    root.set("data", Value::Object(data));
    root
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn rename(object: &mut Object, from: &str, to: &str) {
    if let Some(value) = object.get(from).cloned() {
        object.set(to, value);
    }
}

/// The datasets of a configuration, changed.
fn each_dataset(data: &mut Object, change: impl Fn(&mut Object)) {
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

/// All axes by name; datasets that name none get the first of each direction.
fn scales(options: &Object, data: &mut Object) -> Object {
    let mut scales = Object::default();
    let lists = options.object("scales").cloned().unwrap_or_default();
    for (list, way) in [("xAxes", "x"), ("yAxes", "y")] {
        let axes = lists.get(list).and_then(Value::as_list).unwrap_or_default();
        for (index, axis) in axes.iter().enumerate() {
            let Some(axis) = axis.as_object() else { continue };
            let own = axis.get("id").and_then(Value::as_text);
            let usual = if index == 0 { way.to_owned() } else { format!("{way}-axis-{index}") };
            let id = own.map_or(usual, str::to_owned);
            let mut axis = self::axis(axis);
            axis.set("axis", text(way));
            for name in
                ["barPercentage", "categoryPercentage", "barThickness", "maxBarThickness", "minBarLength"]
            {
                if let Some(value) = axis.get(name).cloned() {
                    each_dataset(data, |dataset| {
                        if dataset.get(name).is_none() {
                            dataset.set(name, value.clone());
                        }
                    });
                }
            }
            scales.set(&id, Value::Object(axis));
            if index == 0 {
                let name = format!("{way}AxisID");
                let old = format!("{way}-axis-0");
                each_dataset(data, |dataset| match dataset.get(&name).and_then(Value::as_text) {
                    Some(known) if *known != *old => {}
                    _ => dataset.set(&name, text(&id)),
                });
            }
        }
    }
    if let Some(radial) = options.object("scale") {
        scales.set("r", Value::Object(axis(radial)));
    }
    each_dataset(data, |dataset| {
        rename(dataset, "lineTension", "tension");
        rename(dataset, "steppedLine", "stepped");
        if dataset.get("type").and_then(Value::as_text) == Some("horizontalBar") {
            dataset.set("type", text("bar"));
        }
    });
    scales
}

fn axis(old: &Object) -> Object {
    let mut axis = old.clone();
    if let Some(ticks) = old.object("ticks") {
        let ticks = words(ticks);
        for name in RANGE {
            if let Some(value) = ticks.get(name).cloned() {
                axis.set(name, value);
            }
        }
        axis.set("ticks", Value::Object(ticks));
    }
    if let Some(grid) = old.object("gridLines") {
        let mut new = grid.clone();
        rename(&mut new, "tickMarkLength", "tickLength");
        rename(&mut new, "offsetGridLines", "offset");
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
    if let Some(title) = old.object("scaleLabel") {
        let mut title = words(title);
        rename(&mut title, "labelString", "text");
        axis.set("title", Value::Object(title));
    }
    if let Some(labels) = old.object("pointLabels") {
        axis.set("pointLabels", Value::Object(words(labels)));
    }
    if old.get("distribution").and_then(Value::as_text) == Some("series") {
        axis.set("type", text("timeseries"));
    }
    axis
}

/// Text options: `fontSize` and its like stand in `font` since version 3.
fn words(old: &Object) -> Object {
    let mut new = old.clone();
    let mut font = old.object("font").cloned().unwrap_or_default();
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
    rename(&mut new, "fontColor", "color");
    if let Some(labels) = old.object("labels") {
        new.set("labels", Value::Object(words(labels)));
    }
    new
}

/// Rings: radians from the right were degrees from the top before they were called so.
fn round(options: &mut Object) {
    if let Some(cutout) = options.get("cutoutPercentage").and_then(Value::to_number) {
        options.set("cutout", Value::Text(format!("{cutout}%")));
    }
    if let Some(rotation) = options.get("rotation").and_then(Value::as_number) {
        options.set("rotation", Value::Number(rotation.to_degrees() + 90.0));
    }
    if let Some(around) = options.get("circumference").and_then(Value::as_number) {
        options.set("circumference", Value::Number(around.to_degrees()));
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
    fn axes_get_names() {
        let new = translated(object(
            r#"{"type": "horizontalBar", "data": {"datasets": [{"data": [1]}]}, "options": {
                "title": {"display": true, "fontSize": 20},
                "scales": {"yAxes": [{"ticks": {"beginAtZero": true}, "scaleLabel": {"labelString": "h"}}]}}}"#,
        ));
        assert_eq!(new.get("type"), Some(&text("bar")));
        let options = new.object("options").expect("options");
        assert_eq!(options.path("scales.y").and_then(|y| y.get("beginAtZero")), Some(&Value::Bool(true)));
        assert_eq!(options.path("scales.y.title").and_then(|title| title.get("text")), Some(&text("h")));
        assert_eq!(
            options.path("plugins.title.font").and_then(|font| font.get("size")),
            Some(&Value::Number(20.0))
        );
    }

    #[test]
    fn what_is_new_stays() {
        let new =
            object(r#"{"type": "bar", "options": {"scales": {"y": {}}, "title": {"text": "ignored"}}}"#);
        assert_eq!(translated(new.clone()), new);
    }
}
