//! The options that Chart.js 4.6.1 and its plugins know.
//!
//! `option_schema.json` holds them by name: 0 for any value, 1 for an option that is known but not drawn here, an object
//! for nested options, a text for another entry. In an object `...` lists entries whose options are included, `~` lists
//! prefixes that a name may have (`point` in `pointRadius`), and `*` stands for any name.

use std::sync::LazyLock;

use crate::input::error_text::did_you_mean;

use super::renamed_options::present_path;
use super::value::{Object, Value};

const SCHEMA_JSON: &str = include_str!("option_schema.json");
/// The greatest number of warnings for a configuration.
pub(crate) const MAX_WARNINGS: usize = 20;
/// The parts of a configuration in which an option of another place is looked for, with their paths.
const OTHER_PARTS: [(&str, &str); 7] = [
    ("line", "data.datasets[i]"),
    ("bar", "data.datasets[i]"),
    ("doughnut", "data.datasets[i]"),
    ("scale.linear", "options.scales.y"),
    ("scale.time", "options.scales.x"),
    ("scale.radialLinear", "options.scales.r"),
    ("config", ""),
];
/// How far below a part its options are looked for: `plugins.legend.labels.font.size` of `options`.
const SEARCH_DEPTH: usize = 4;

/// Known options by the names of their entries.
pub(crate) struct OptionSchema(Object);

/// Parsed once for all configurations of a process.
static SCHEMA: LazyLock<Option<OptionSchema>> = LazyLock::new(|| match serde_json::from_str(SCHEMA_JSON) {
    Ok(Value::Object(entries)) => Some(OptionSchema(entries)),
    // A test parses the file, so this does not happen.
    _ => None,
});

/// The entry of a name in the schema.
enum SchemaEntry<'a> {
    Any,
    NotDrawn,
    Options(&'a Object),
}

impl OptionSchema {
    /// The schema of this build; `None` never happens, since a test parses it.
    pub(crate) fn built_in() -> Option<&'static Self> {
        SCHEMA.as_ref()
    }

    /// Adds a warning for each option of `object` that the entry does not know; `path` is the path of the object.
    pub(crate) fn warn_of_unknown_options(
        &self,
        entry: &str,
        object: &Object,
        path: &str,
        warnings: &mut Vec<String>,
    ) {
        if let Some(SchemaEntry::Options(options)) = self.named_entry(entry) {
            self.check_object(object, &Place { path, options, parent: None }, warnings);
        }
    }

    fn named_entry(&self, name: &str) -> Option<SchemaEntry<'_>> {
        self.entry_of_value(self.0.get(name)?)
    }

    fn entry_of_value<'a>(&'a self, value: &'a Value) -> Option<SchemaEntry<'a>> {
        match value {
            Value::Text(name) => self.named_entry(name),
            Value::Object(options) => Some(SchemaEntry::Options(options)),
            Value::Number(1.0) => Some(SchemaEntry::NotDrawn),
            _ => Some(SchemaEntry::Any),
        }
    }

    /// The options of the entries that `...` lists.
    fn included_options<'a>(&'a self, options: &'a Object) -> impl Iterator<Item = &'a Object> {
        let names = options.get("...").and_then(Value::as_list).unwrap_or_default();
        names.iter().filter_map(|name| match self.named_entry(name.as_text()?)? {
            SchemaEntry::Options(options) => Some(options),
            SchemaEntry::Any | SchemaEntry::NotDrawn => None,
        })
    }

    /// Finds an option among those of an object, those it includes, names without a prefix, and `*`, in this order.
    fn find_option<'a>(&'a self, options: &'a Object, name: &str) -> Option<SchemaEntry<'a>> {
        let own = options.get(name).filter(|_| !is_schema_sign(name));
        own.and_then(|own| self.entry_of_value(own))
            .or_else(|| self.included_options(options).find_map(|included| self.find_option(included, name)))
            .or_else(|| {
                let prefixes = options.get("~").and_then(Value::as_list).unwrap_or_default();
                let shorter = prefixes.iter().filter_map(|prefix| without_prefix(name, prefix.as_text()?));
                shorter.into_iter().find_map(|name| self.find_option(options, &name))
            })
            .or_else(|| options.get("*").and_then(|any| self.entry_of_value(any)))
    }

    /// The names of all options, for suggestions.
    fn option_names<'a>(&'a self, options: &'a Object) -> Vec<&'a str> {
        let own = options.entries().map(|(name, _)| name).filter(|name| !is_schema_sign(name));
        own.chain(self.included_options(options).flat_map(|included| self.option_names(included))).collect()
    }

    /// Adds a warning for each option that is unknown or not drawn.
    fn check_object(&self, object: &Object, place: &Place, warnings: &mut Vec<String>) {
        for (name, value) in object.entries() {
            if warnings.len() >= MAX_WARNINGS {
                return;
            }
            let path = place.path_of(name);
            match self.find_option(place.options, name) {
                Some(SchemaEntry::NotDrawn) if is_visible_effect(value) => {
                    warnings.push(format!("{path}: not drawn here"));
                }
                Some(SchemaEntry::Any | SchemaEntry::NotDrawn) => {}
                Some(SchemaEntry::Options(options)) => {
                    self.check_nested(value, &Place { path: &path, options, parent: Some(place) }, warnings);
                }
                None => warnings.push(self.unknown_option_warning(name, &path, place)),
            }
        }
    }

    /// Checks an object, or the objects of a list; other values have no options.
    fn check_nested(&self, value: &Value, place: &Place, warnings: &mut Vec<String>) {
        match value {
            Value::Object(object) => self.check_object(object, place, warnings),
            Value::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    if let Some(object) = value.as_object() {
                        let path = format!("{}[{index}]", place.path);
                        self.check_object(object, &Place { path: &path, ..*place }, warnings);
                    }
                }
            }
            _ => {}
        }
    }

    /// The warning of an unknown option: where it belongs, or which option is meant.
    fn unknown_option_warning(&self, name: &str, path: &str, place: &Place) -> String {
        if let Some(present) = present_path(path) {
            return format!("{path}: no option of Chart.js 4, ignored; did you mean {present}?");
        }
        // An option that only other types of datasets have is in the right place of the wrong dataset.
        let is_dataset = path.starts_with("data.datasets[");
        let elsewhere = self.path_elsewhere(name, place);
        if let Some(other) = elsewhere.filter(|other| !(is_dataset && other.starts_with("data.datasets[i]")))
        {
            return format!("{path}: no option in this place, ignored; did you mean {other}?");
        }
        let remedy = did_you_mean(name, self.option_names(place.options));
        let remedy = remedy.map_or_else(String::new, |remedy| format!("; {remedy}"));
        format!("{path}: no option of Chart.js, ignored{remedy}")
    }

    /// A path at which an option of this name is known: inside the options of its place, around them, or in another part.
    fn path_elsewhere(&self, name: &str, place: &Place) -> Option<String> {
        let around = || {
            let places = std::iter::successors(place.parent, |place| place.parent);
            places
                .filter(|place| self.has_option(place.options, name))
                .map(|place| place.path_of(name))
                .next()
        };
        let below = |part: &str, path: &str| match self.named_entry(part)? {
            SchemaEntry::Options(options) => self.path_below(options, path, name, SEARCH_DEPTH),
            SchemaEntry::Any | SchemaEntry::NotDrawn => None,
        };
        self.path_below(place.options, place.path, name, SEARCH_DEPTH)
            .or_else(around)
            .or_else(|| OTHER_PARTS.iter().find_map(|(part, path)| below(part, path)))
    }

    /// The path of an option of this name among some options and those nested in them; the nearest first.
    fn path_below(&self, options: &Object, path: &str, name: &str, depth: usize) -> Option<String> {
        if self.has_option(options, name) {
            return Some(Place { path, options, parent: None }.path_of(name));
        }
        let depth = depth.checked_sub(1)?;
        let own = options.entries().filter(|(name, _)| !is_schema_sign(name));
        let nested = own.filter_map(|(inner, value)| match self.entry_of_value(value)? {
            SchemaEntry::Options(options) => {
                Some((Place { path, options, parent: None }.path_of(inner), options))
            }
            SchemaEntry::Any | SchemaEntry::NotDrawn => None,
        });
        let nested: Vec<(String, &Object)> = nested.collect();
        (0..=depth).find_map(|depth| {
            nested.iter().find_map(|(path, options)| self.path_below(options, path, name, depth))
        })
    }

    /// True if an option of this very name is among some options or those that they include.
    fn has_option(&self, options: &Object, name: &str) -> bool {
        let is_own = !is_schema_sign(name) && options.get(name).is_some();
        is_own || self.included_options(options).any(|included| self.has_option(included, name))
    }
}

/// The options that are known at a place of a configuration.
#[derive(Clone, Copy)]
struct Place<'a> {
    path: &'a str,
    options: &'a Object,
    parent: Option<&'a Place<'a>>,
}

impl Place<'_> {
    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

/// True for the names in the schema that are no options.
fn is_schema_sign(name: &str) -> bool {
    matches!(name, "..." | "~" | "*")
}

/// True if a shadow of this size or colour would be visible.
fn is_visible_effect(value: &Value) -> bool {
    value.is_truthy() && value.as_text() != Some("transparent")
}

/// Strips the prefix of an element: `radius` for `pointRadius` and `point`.
fn without_prefix(name: &str, prefix: &str) -> Option<String> {
    let mut letters = name.strip_prefix(prefix)?.chars();
    let first = letters.next().filter(char::is_ascii_uppercase)?;
    Some(std::iter::once(first.to_ascii_lowercase()).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Collects the names of entries that a value refers to and that the schema does not have.
    fn collect_missing_entries(value: &Value, all: &Object, found: &mut Vec<String>) {
        let names: &[Value] = match value {
            Value::Text(_) => std::slice::from_ref(value),
            Value::Object(object) => {
                for (_, below) in object.entries().filter(|(name, _)| !matches!(*name, "..." | "~")) {
                    collect_missing_entries(below, all, found);
                }
                object.get("...").and_then(Value::as_list).unwrap_or_default()
            }
            _ => &[],
        };
        let missing = names.iter().filter_map(Value::as_text).filter(|name| all.get(name).is_none());
        found.extend(missing.map(str::to_owned));
    }

    #[test]
    fn every_entry_that_the_schema_names_exists() {
        let schema: Value = serde_json::from_str(SCHEMA_JSON).expect("JSON");
        let all = schema.as_object().expect("an object");
        let mut found = Vec::new();
        for (_, entry) in all.entries() {
            collect_missing_entries(entry, all, &mut found);
        }
        assert!(found.is_empty(), "{found:?}");
    }
}
