//! What of a configuration has no effect here, though its writer meant something by it.

use std::collections::BTreeSet;

use crate::input::refusal::{did_you_mean, quote};

use super::annotations::{self, NOT_DRAWN, TYPES};
use super::config::Config;
use super::datasets;
use super::known;
use super::marks::SIDES;
use super::scales::{self, Way};
use super::value::{Object, Value};

/// Plugins that are drawn, and one that a still picture has no use for.
const PLUGINS: [&str; 9] =
    ["annotation", "title", "subtitle", "legend", "tooltip", "filler", "colors", "decimation", "datalabels"];
/// Warnings that one configuration gives.
const MOST: usize = 20;

impl Config {
    /// What has no effect: functions written as texts, options and plugins that are not there, areas that fill each
    /// other in a circle. Each with its place.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        // Labels may hold any words: only options are looked at, the chart's and the datasets'.
        functions(&Value::Object(self.options().clone()), "options", &mut warnings);
        for (index, dataset) in self.datasets().enumerate() {
            for (name, value) in dataset.entries().filter(|(name, _)| !matches!(*name, "data" | "label")) {
                let place = format!("data.datasets[{index}].{name}");
                if name == "pointStyle" && is_image(value) {
                    warnings.push(format!("{place}: an image is not drawn here"));
                }
                functions(value, &place, &mut warnings);
            }
        }
        for (index, dataset) in self.datasets().enumerate() {
            let missing = |clip: &Object| SIDES.into_iter().find(|side| clip.get(side).is_none());
            if let Some(side) = dataset.object("clip").and_then(missing) {
                warnings.push(format!(
                    "data.datasets[{index}].clip: no {side}; Chart.js draws nothing of a dataset unless all four sides are given"
                ));
            }
        }
        let plugins = self.options().object("plugins").into_iter().flat_map(Object::entries);
        for (id, options) in plugins.filter(|(id, options)| !PLUGINS.contains(id) && options.is_truthy()) {
            let kind = if options.as_object().is_some() { "its options are" } else { "it is" };
            warnings.push(format!("options.plugins.{id}: no plugin of ours, {kind} ignored"));
        }
        annotations(self, &mut warnings);
        axes(self, &mut warnings);
        circles(self, &mut warnings);
        if !self.translated {
            warnings.extend(known::unknown(self, MOST));
        }
        warnings.truncate(MOST);
        warnings
    }
}

/// Annotations of no type and on axes that are not there.
fn annotations(config: &Config, warnings: &mut Vec<String>) {
    let scales = scales::scales(config).unwrap_or_default();
    let ids: Vec<&str> = scales.iter().map(|scale| scale.id.as_str()).collect();
    for (place, own) in annotations::given(config) {
        let path = format!("options.plugins.annotation.annotations{place}");
        match own.get("type").and_then(Value::as_text) {
            Some(NOT_DRAWN) => warnings.push(format!("{path}: a {NOT_DRAWN} is not drawn here")),
            Some(kind) if !TYPES.contains(&kind) => warnings.push(format!(
                "{path}.type: found {}, expected one of {}; drawn as a line{}",
                quote(kind),
                TYPES.join(", "),
                remedy(kind, TYPES)
            )),
            _ => {}
        }
        for name in ["scaleID", "xScaleID", "yScaleID"] {
            let id = own.get(name).and_then(Value::as_text).filter(|id| !ids.contains(id));
            if let Some(id) = id {
                warnings.push(no_axis(&format!("{path}.{name}"), id, &ids, "ignored"));
            }
        }
    }
}

/// Axes that datasets name and `options.scales` does not, though it names some.
fn axes(config: &Config, warnings: &mut Vec<String>) {
    let given: Vec<&str> =
        config.options().object("scales").into_iter().flat_map(Object::entries).map(|(id, _)| id).collect();
    if given.is_empty() {
        return;
    }
    for (index, dataset) in config.datasets().enumerate() {
        for way in [Way::X, Way::Y, Way::R] {
            let id = scales::axis_id(dataset, way).filter(|id| *id != way.name() && !given.contains(id));
            if let Some(id) = id {
                let place = format!("data.datasets[{index}].{}AxisID", way.name());
                warnings.push(no_axis(&place, id, &given, "an axis without options is made for it"));
            }
        }
    }
}

fn no_axis(place: &str, id: &str, known: &[&str], result: &str) -> String {
    let remedy = remedy(id, known.iter().copied());
    format!(
        "{place}: found {}, expected an axis of options.scales: {}; {result}{remedy}",
        quote(id),
        known.join(", ")
    )
}

fn remedy<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    did_you_mean(found, known).map_or_else(String::new, |remedy| format!("; {remedy}"))
}

/// Areas that reach to each other's lines in a circle. Chart.js draws each of them, but none where one is hidden.
fn circles(config: &Config, warnings: &mut Vec<String>) {
    let targets = datasets::fill_targets(config);
    let mut told = BTreeSet::new();
    for start in 0..targets.len() {
        let mut way = vec![start];
        let mut at = start;
        while let Some(next) = targets.get(at).copied().flatten().filter(|next| !told.contains(next)) {
            if let Some(from) = way.iter().position(|known| *known == next) {
                let circle: Vec<usize> = way.drain(from..).collect();
                let names: Vec<String> = circle.iter().chain([&next]).map(usize::to_string).collect();
                warnings.push(format!(
                    "data.datasets[{next}].fill: the areas of datasets fill to each other in a circle ({}); fill one \
                     of them to \"origin\"",
                    names.join(" → ")
                ));
                told.extend(circle);
                break;
            }
            way.push(next);
            at = next;
        }
        told.insert(start);
    }
}

/// Functions and images.
fn functions(value: &Value, path: &str, warnings: &mut Vec<String>) {
    match value {
        Value::Text(text) if is_function(text) => {
            warnings.push(format!(
                "{path}: a function in a text does nothing; the README says what to write instead"
            ));
        }
        Value::Object(object) => {
            for (name, value) in object.entries() {
                let place = format!("{path}.{name}");
                if matches!(name, "content" | "pointStyle") && is_image(value) {
                    warnings.push(format!("{place}: an image is not drawn here"));
                }
                functions(value, &place, warnings);
            }
        }
        Value::List(list) => {
            for (index, value) in list.iter().enumerate() {
                functions(value, &format!("{path}[{index}]"), warnings);
            }
        }
        _ => {}
    }
}

/// What an `Image` becomes in JSON, or one as a text.
fn is_image(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Text(text) => text.starts_with("data:image/"),
        Value::List(list) => list.iter().any(is_image),
        _ => false,
    }
}

pub(super) fn is_function(text: &str) -> bool {
    let text = text.trim_start();
    let arrow = text.split_once("=>").is_some_and(|(before, _)| {
        let before = before.trim();
        before.starts_with('(') && before.ends_with(')')
            || before.chars().all(|c| c.is_alphanumeric() || c == '_')
    });
    arrow || text.starts_with("function(") || text.starts_with("function (")
}

#[cfg(test)]
mod tests {
    use crate::chartjs::config;

    #[test]
    fn images_are_named() {
        let text = br#"{"type": "line", "data": {"datasets": [{"pointStyle": {}, "data": [1]}]}, "options": {
            "plugins": {"annotation": {"annotations": [
                {"type": "label", "content": {}}, {"type": "box", "label": {"content": ["data:image/png;base64,AA=="]}},
                {"type": "label", "content": ["two", "lines"]}]}}}}"#;
        let warnings = config(text).expect("a configuration").warnings();
        let place = "options.plugins.annotation.annotations";
        assert_eq!(
            warnings,
            [
                format!("{place}[0].content: an image is not drawn here"),
                format!("{place}[1].label.content: an image is not drawn here"),
                "data.datasets[0].pointStyle: an image is not drawn here".to_owned(),
            ]
        );
    }

    #[test]
    fn functions_and_strange_plugins_are_named() {
        let text = br#"{"type": "bar", "data": {"labels": ["more => less, a label"], "datasets": []}, "options": {
            "scales": {"y": {"ticks": {"callback": "v => '$' + v"}}}, "plugins": {"zoom": {}, "legend": false}}}"#;
        let warnings = config(text).expect("a configuration").warnings();
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings[0].starts_with("options.scales.y.ticks.callback: "), "{warnings:?}");
        assert!(warnings[1].starts_with("options.plugins.zoom: "), "{warnings:?}");
    }
}
