//! What of a configuration has no effect here, though its writer meant something by it.

use super::config::Config;
use super::value::{Object, Value};

/// Plugins that are drawn, and one that a still picture has no use for.
const PLUGINS: [&str; 9] =
    ["annotation", "title", "subtitle", "legend", "tooltip", "filler", "colors", "decimation", "datalabels"];
/// Warnings that one configuration gives.
const MOST: usize = 20;

impl Config {
    /// What has no effect: functions written as texts, plugins that are not there. Each with its place.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        // Labels may hold any words: only options are looked at, the chart's and the datasets'.
        functions(&Value::Object(self.options().clone()), "options", &mut warnings);
        for (index, dataset) in self.datasets().enumerate() {
            for (name, value) in dataset.entries().filter(|(name, _)| !matches!(*name, "data" | "label")) {
                functions(value, &format!("data.datasets[{index}].{name}"), &mut warnings);
            }
        }
        let plugins = self.options().object("plugins").into_iter().flat_map(Object::entries);
        for (id, options) in plugins.filter(|(id, options)| !PLUGINS.contains(id) && options.is_truthy()) {
            let kind = if options.as_object().is_some() { "its options are" } else { "it is" };
            warnings.push(format!("options.plugins.{id}: no plugin of ours, {kind} ignored"));
        }
        warnings.truncate(MOST);
        warnings
    }
}

fn functions(value: &Value, path: &str, warnings: &mut Vec<String>) {
    match value {
        Value::Text(text) if is_function(text) => {
            warnings.push(format!(
                "{path}: a function in a text does nothing; the README says what to write instead"
            ));
        }
        Value::Object(object) => {
            for (name, value) in object.entries() {
                functions(value, &format!("{path}.{name}"), warnings);
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

fn is_function(text: &str) -> bool {
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
    fn functions_and_strange_plugins_are_named() {
        let text = br#"{"type": "bar", "data": {"labels": ["more => less, a label"], "datasets": []}, "options": {
            "scales": {"y": {"ticks": {"callback": "v => '$' + v"}}}, "plugins": {"zoom": {}, "legend": false}}}"#;
        let warnings = config(text).expect("a configuration").warnings();
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings[0].starts_with("options.scales.y.ticks.callback: "), "{warnings:?}");
        assert!(warnings[1].starts_with("options.plugins.zoom: "), "{warnings:?}");
    }
}
