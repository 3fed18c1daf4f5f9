//! The options that Chart.js 4.6.1 and its plugins know, and those of a configuration that they do not.
//!
//! `known.json` holds them by name: 0 for any value, 1 for what is known but not drawn here, an object for the options
//! below, a text for another entry. In an object `...` names entries whose options count as well, `~` what may be put
//! before a name (`pointRadius`), and `*` stands for any name.

use std::sync::LazyLock;

use crate::input::refusal::did_you_mean;

use super::annotations;
use super::config::Config;
use super::scales;
use super::value::{Object, Value};

const KNOWN: &str = include_str!("known.json");

/// Known options by the names of their entries.
struct Known(Object);

/// Read once for all configurations of a process.
static READ_KNOWN: LazyLock<Option<Known>> = LazyLock::new(|| match serde_json::from_str(KNOWN) {
    Ok(Value::Object(known)) => Some(Known(known)),
    // A test reads them.
    _ => None,
});

/// What a name in an object turns out to be.
enum Entry<'a> {
    Any,
    NotDrawn,
    Options(&'a Object),
}

/// A warning for each option that nothing knows, with its place; at most `most`.
pub(super) fn unknown(config: &Config, most: usize) -> Vec<String> {
    let Some(known) = READ_KNOWN.as_ref() else { return Vec::new() };
    let mut warnings = Vec::new();
    let mut check = |entry: &str, object: &Object, path: &str| {
        let Some(Entry::Options(options)) = known.named(entry) else { return };
        if warnings.len() < most {
            known.check(object, options, path, &mut warnings);
        }
    };
    check("config", &config.root, "");
    for (index, dataset) in config.datasets().enumerate() {
        let kind = dataset.get("type").and_then(Value::as_text).unwrap_or(config.kind());
        let entry = match kind {
            "pie" => "doughnut",
            "radar" | "scatter" => "line",
            kind => kind,
        };
        check(entry, dataset, &format!("data.datasets[{index}]"));
    }
    let given = config.options().object("scales").unwrap_or(&config.nothing);
    for scale in scales::scales(config).unwrap_or_default() {
        if let Some(own) = given.object(&scale.id) {
            check(&format!("scale.{}", scale.kind()), own, &format!("options.scales.{}", scale.id));
        }
    }
    for (place, own) in annotations::given(config) {
        let path = format!("options.plugins.annotation.annotations{place}");
        check(&format!("annotation.{}", annotations::kind(own)), own, &path);
    }
    warnings.truncate(most);
    warnings
}

impl Known {
    fn named(&self, name: &str) -> Option<Entry<'_>> {
        self.entry(self.0.get(name)?)
    }

    fn entry<'a>(&'a self, value: &'a Value) -> Option<Entry<'a>> {
        match value {
            Value::Text(name) => self.named(name),
            Value::Object(options) => Some(Entry::Options(options)),
            Value::Number(1.0) => Some(Entry::NotDrawn),
            _ => Some(Entry::Any),
        }
    }

    /// The entries whose options count as those of an object.
    fn parts<'a>(&'a self, options: &'a Object) -> impl Iterator<Item = &'a Object> {
        let names = options.get("...").and_then(Value::as_list).unwrap_or_default();
        names.iter().filter_map(|name| match self.named(name.as_text()?)? {
            Entry::Options(options) => Some(options),
            Entry::Any | Entry::NotDrawn => None,
        })
    }

    fn find<'a>(&'a self, options: &'a Object, name: &str) -> Option<Entry<'a>> {
        let own = options.get(name).filter(|_| !matches!(name, "..." | "~" | "*"));
        own.and_then(|own| self.entry(own))
            .or_else(|| self.parts(options).find_map(|part| self.find(part, name)))
            .or_else(|| {
                let before = options.get("~").and_then(Value::as_list).unwrap_or_default();
                let shorter = before.iter().filter_map(|prefix| without(name, prefix.as_text()?));
                shorter.into_iter().find_map(|name| self.find(options, &name))
            })
            .or_else(|| options.get("*").and_then(|any| self.entry(any)))
    }

    fn names<'a>(&'a self, options: &'a Object) -> Vec<&'a str> {
        let own = options.entries().map(|(name, _)| name).filter(|name| !matches!(*name, "..." | "~" | "*"));
        own.chain(self.parts(options).flat_map(|part| self.names(part))).collect()
    }

    fn check(&self, object: &Object, options: &Object, path: &str, warnings: &mut Vec<String>) {
        for (name, value) in object.entries() {
            let place = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            match self.find(options, name) {
                Some(Entry::NotDrawn) if is_seen(value) => warnings.push(format!("{place}: not drawn here")),
                Some(Entry::Any | Entry::NotDrawn) => {}
                Some(Entry::Options(below)) => self.check_value(value, below, &place, warnings),
                None if self.0.entries().any(|(_, entry)| mentions(entry, name)) => {
                    warnings.push(format!("{place}: no option in this place, ignored"));
                }
                None => {
                    let remedy = did_you_mean(name, self.names(options));
                    let remedy = remedy.map_or_else(String::new, |remedy| format!("; {remedy}"));
                    warnings.push(format!("{place}: no option of Chart.js, ignored{remedy}"));
                }
            }
        }
    }

    /// An object, or those of a list; what is neither says nothing of options.
    fn check_value(&self, value: &Value, options: &Object, place: &str, warnings: &mut Vec<String>) {
        match value {
            Value::Object(object) => self.check(object, options, place, warnings),
            Value::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    if let Some(object) = value.as_object() {
                        self.check(object, options, &format!("{place}[{index}]"), warnings);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether a shadow of this size or colour would be seen.
fn is_seen(value: &Value) -> bool {
    value.is_truthy() && value.as_text() != Some("transparent")
}

/// Whether an option of a name is known at all.
fn mentions(entry: &Value, name: &str) -> bool {
    let below = |object: &Object| object.entries().any(|(_, below)| mentions(below, name));
    entry.as_object().is_some_and(|object| object.get(name).is_some() || below(object))
}

/// `radius` for `pointRadius` and `point`.
fn without(name: &str, prefix: &str) -> Option<String> {
    let mut letters = name.strip_prefix(prefix)?.chars();
    let first = letters.next().filter(char::is_ascii_uppercase)?;
    Some(std::iter::once(first.to_ascii_lowercase()).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chartjs::config;

    /// Every name that an entry points to is an entry.
    fn dangling(value: &Value, all: &Object, found: &mut Vec<String>) {
        let names: &[Value] = match value {
            Value::Text(_) => std::slice::from_ref(value),
            Value::Object(object) => {
                for (_, below) in object.entries().filter(|(name, _)| !matches!(*name, "..." | "~")) {
                    dangling(below, all, found);
                }
                object.get("...").and_then(Value::as_list).unwrap_or_default()
            }
            _ => &[],
        };
        let missing = names.iter().filter_map(Value::as_text).filter(|name| all.get(name).is_none());
        found.extend(missing.map(str::to_owned));
    }

    #[test]
    fn the_known_options_are_json_and_whole() {
        let known: Value = serde_json::from_str(KNOWN).expect("JSON");
        let all = known.as_object().expect("an object");
        let mut found = Vec::new();
        for (_, entry) in all.entries() {
            dangling(entry, all, &mut found);
        }
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn what_chart_js_knows_is_silent() {
        let text = br#"{"type": "bar", "data": {"datasets": [
                {"type": "line", "pointHoverRadius": 3, "hoverBorderWidth": 1, "data": [{"anything": 1}]},
                {"barPercentage": 1, "hoverBackgroundColor": "red", "borderWidth": {"top": 1}}]},
            "options": {"responsive": true, "animation": {"duration": 0}, "onClick": null, "tension": 1,
                "interaction": {"mode": "x"}, "plugins": {"tooltip": {"callbacks": {}}, "legend": {"labels": {}}},
                "scales": {"y": {"beginAtZero": true, "ticks": {"stepSize": 1, "format": {"style": "percent"}}}}}}"#;
        assert_eq!(unknown(&config(text).expect("a configuration"), 9), Vec::<String>::new());
    }
}
