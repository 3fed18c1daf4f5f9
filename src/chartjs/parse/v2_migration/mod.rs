//! Configurations for Chart.js 2, which are still common → configurations for Chart.js 4.
//!
//! Only names and places change here. Values are moved whatever their type is. Options that version 2 has by default are
//! in `resolve/v2_defaults.json`.

mod axes;
mod datasets;
mod edits;
mod plugins;
mod texts;

use super::chart_type::ChartType;
use super::value::{Object, Value};
use datasets::HORIZONTAL_BAR;
use edits::{copy_key, take_object, text_value};

/// The options that only version 2 has in this place.
const V2_OPTIONS: [&str; 7] =
    ["title", "legend", "tooltips", "scale", "cutoutPercentage", "showLines", "annotation"];
/// The objects that only version 2 has.
const V2_PATHS: [&str; 2] = ["elements.rectangle", "plugins.doughnutlabel"];
/// The options of `plugins` that only later versions have.
const LATER_PLUGINS: [&str; 7] =
    ["title", "subtitle", "legend", "tooltip", "annotation", "colors", "decimation"];

/// True if a configuration is for version 2: it has options of that version and none of a later one.
pub(crate) fn is_version_2(root: &Object) -> bool {
    if root.get("type").and_then(Value::as_text) == Some(HORIZONTAL_BAR) {
        return true;
    }
    let Some(options) = root.get_object("options") else { return false };
    let has = |object: &Object, names: &[&str]| names.iter().any(|name| object.get(name).is_some());
    match options.get_object("scales").filter(|scales| scales.entries().next().is_some()) {
        Some(scales) => {
            ["xAxes", "yAxes"].iter().any(|name| scales.get(name).and_then(Value::as_list).is_some())
        }
        None => {
            let is_later = options.get_object("plugins").is_some_and(|plugins| has(plugins, &LATER_PLUGINS));
            let has_path = |path: &str| options.object_at_path(path).is_some();
            !is_later && (has(options, &V2_OPTIONS) || V2_PATHS.iter().any(|path| has_path(path)))
        }
    }
}

/// Translates a configuration for version 2.
pub(crate) fn migrate_to_v4(mut root: Object) -> Object {
    let chart_type = root.get("type").and_then(Value::as_text).unwrap_or_default().to_owned();
    let mut options = take_object(&mut root, "options");
    let mut data = take_object(&mut root, "data");
    if chart_type == HORIZONTAL_BAR {
        root.set("type", text_value(ChartType::Bar.name()));
        options.set("indexAxis", text_value("y"));
    }
    datasets::migrate_datasets(&mut data, &chart_type);
    let scales = axes::migrate_axes(&options, &mut data, &chart_type);
    options.set("scales", Value::Object(scales));
    plugins::migrate_plugins(&mut options);
    migrate_elements(&mut options);
    migrate_ring_options(&mut options);
    copy_key(&mut options, "showLines", "showLine");
    root.set("options", Value::Object(options));
    if root.get("data").is_none_or(|data| data.as_object().is_some()) {
        root.set("data", Value::Object(data));
    }
    root
}

/// The rectangles of version 2 are the bars of version 4.
fn migrate_elements(options: &mut Object) {
    if let Some(mut elements) = options.get_object("elements").cloned() {
        copy_key(&mut elements, "rectangle", "bar");
        options.set("elements", Value::Object(elements));
    }
}

/// Migrates the options of rings: version 2 has radians from the right, version 4 has degrees from the top.
fn migrate_ring_options(options: &mut Object) {
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

    fn option<'a>(new: &'a Object, path: &str, name: &str) -> Option<&'a Value> {
        new.object_at_path(path).and_then(|object| object.get(name))
    }

    #[test]
    fn lists_of_axes_become_scales_by_id() {
        let new = migrate_to_v4(object(
            r#"{"type": "horizontalBar", "data": {"datasets": [{"data": [1]}]}, "options": {
                "title": {"display": true, "fontSize": 20},
                "scales": {"yAxes": [{"ticks": {"beginAtZero": true}, "scaleLabel": {"labelString": "h"}}]}}}"#,
        ));
        assert_eq!(new.get("type"), Some(&text_value("bar")));
        let scale = "options.scales.y-axis-0";
        assert_eq!(option(&new, scale, "beginAtZero"), Some(&Value::Bool(true)));
        assert_eq!(option(&new, scale, "offset"), Some(&Value::Bool(true)));
        assert_eq!(option(&new, &format!("{scale}.title"), "text"), Some(&text_value("h")));
        assert_eq!(option(&new, "options.scales.x-axis-0", "type"), Some(&text_value("linear")));
        assert_eq!(option(&new, "options.plugins.title.font", "size"), Some(&Value::Number(20.0)));
    }

    #[test]
    fn options_of_datasets_get_their_new_names() {
        let new = migrate_to_v4(object(
            r#"{"type": "line", "data": {"datasets": [
                    {"data": [{"t": 5, "y": 1}], "lineTension": 0, "fill": "zero", "yAxisID": "right"}]},
                "options": {"scales": {"yAxes": [{}, {"id": "right"}]}}}"#,
        ));
        let datasets = option(&new, "data", "datasets").and_then(Value::as_list).expect("datasets");
        let dataset = datasets.first().and_then(Value::as_object).expect("a dataset");
        assert_eq!(dataset.get("tension"), Some(&Value::Number(0.0)));
        assert_eq!(dataset.get("fill"), Some(&text_value("origin")));
        assert_eq!(dataset.get("xAxisID"), Some(&text_value("x-axis-0")));
        assert_eq!(dataset.get("yAxisID"), Some(&text_value("right")));
        let point = dataset.get("data").and_then(Value::as_list).and_then(<[Value]>::first);
        assert_eq!(
            point.and_then(Value::as_object).and_then(|point| point.get("x")),
            Some(&Value::Number(5.0))
        );
    }

    #[test]
    fn the_version_follows_from_options_that_the_other_lacks() {
        for (options, expected) in [
            (r#"{"legend": {"display": false}, "plugins": {"datalabels": {"color": "red"}}}"#, true),
            (r#"{"legend": {"display": false}, "plugins": {"legend": {"display": false}}}"#, false),
            (r#"{"tooltips": {"mode": "index"}}"#, true),
            (r#"{"elements": {"rectangle": {"borderWidth": 2}}}"#, true),
            (r#"{"scales": {"y": {}}, "title": {}}"#, false),
            (r#"{"scales": {"yAxes": []}}"#, true),
            (r#"{"plugins": {"datalabels": {}}}"#, false),
        ] {
            let root = object(&format!(r#"{{"type": "bar", "options": {options}}}"#));
            assert_eq!(is_version_2(&root), expected, "{options}");
        }
    }
}
