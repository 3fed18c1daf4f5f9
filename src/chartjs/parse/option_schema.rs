//! The options that Chart.js 4.6.1 and its plugins know.
//!
//! `option_schema.json` holds them by name: 0 for any value, 1 for an option that is known but not drawn here, an object
//! for nested options, a text for another entry. In an object `...` lists entries whose options are included, `~` lists
//! prefixes that a name may have (`point` in `pointRadius`), and `*` stands for any name.

use std::sync::LazyLock;

use crate::input::error_text::did_you_mean;

use super::v2_names::path_in_version_4;
use super::value::{Object, Value};

const SCHEMA_JSON: &str = include_str!("option_schema.json");

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
            self.check_object(object, options, path, warnings);
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
        let own = options.get(name).filter(|_| !matches!(name, "..." | "~" | "*"));
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
        let own = options.entries().map(|(name, _)| name).filter(|name| !matches!(*name, "..." | "~" | "*"));
        own.chain(self.included_options(options).flat_map(|included| self.option_names(included))).collect()
    }

    /// Adds a warning for each option that is unknown or not drawn; `path` is the path of `object`.
    fn check_object(&self, object: &Object, options: &Object, path: &str, warnings: &mut Vec<String>) {
        for (name, value) in object.entries() {
            let option_path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            match self.find_option(options, name) {
                Some(SchemaEntry::NotDrawn) if is_visible_effect(value) => {
                    warnings.push(format!("{option_path}: not drawn here"));
                }
                Some(SchemaEntry::Any | SchemaEntry::NotDrawn) => {}
                Some(SchemaEntry::Options(below)) => self.check_nested(value, below, &option_path, warnings),
                None => warnings.push(self.unknown_option_warning(name, &option_path, options)),
            }
        }
    }

    /// The warning of an option that is not among those of its place.
    fn unknown_option_warning(&self, name: &str, path: &str, options: &Object) -> String {
        if let Some(new) = path_in_version_4(path) {
            return format!("{path}: an option of Chart.js 2, ignored; in version 4 it is {new}");
        }
        if self.0.entries().any(|(_, entry)| mentions_option(entry, name)) {
            return format!("{path}: no option in this place, ignored");
        }
        let remedy = did_you_mean(name, self.option_names(options));
        let remedy = remedy.map_or_else(String::new, |remedy| format!("; {remedy}"));
        format!("{path}: no option of Chart.js, ignored{remedy}")
    }

    /// Checks an object, or the objects of a list; other values have no options.
    fn check_nested(&self, value: &Value, options: &Object, path: &str, warnings: &mut Vec<String>) {
        match value {
            Value::Object(object) => self.check_object(object, options, path, warnings),
            Value::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    if let Some(object) = value.as_object() {
                        self.check_object(object, options, &format!("{path}[{index}]"), warnings);
                    }
                }
            }
            _ => {}
        }
    }
}

/// True if a shadow of this size or colour would be visible.
fn is_visible_effect(value: &Value) -> bool {
    value.is_truthy() && value.as_text() != Some("transparent")
}

/// True if an entry, or an object inside it, has an option of this name.
fn mentions_option(entry: &Value, name: &str) -> bool {
    let below = |object: &Object| object.entries().any(|(_, below)| mentions_option(below, name));
    entry.as_object().is_some_and(|object| object.get(name).is_some() || below(object))
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
