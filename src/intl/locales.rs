//! The known locales: which one a list of tags means, and their data.

use std::sync::{Arc, OnceLock};

use serde_json::Value as Json;

use super::data::LocaleData;

/// A file of data: the tag of its locale, the locale whose data it changes, and its text.
struct LocaleFile {
    tag: &'static str,
    parent: Option<&'static str>,
    text: &'static str,
    /// The data over those of the parents, once they were needed.
    data: OnceLock<Arc<LocaleData>>,
}

macro_rules! locale_files {
    ($($tag:literal: $parent:expr,)*) => {
        [$(LocaleFile {
            tag: $tag,
            parent: $parent,
            text: include_str!(concat!("locales/", $tag, ".json")),
            data: OnceLock::new(),
        },)*]
    };
}

/// The files of `locales/`; a parent precedes its children.
static FILES: [LocaleFile; 28] = locale_files! {
    "en": None,
    "en-GB": Some("en"), "en-IN": Some("en"), "en-CA": Some("en"), "en-AU": Some("en"),
    "de": Some("en"), "de-CH": Some("de"), "de-AT": Some("de"),
    "fr": Some("en"), "fr-CH": Some("fr"), "fr-CA": Some("fr"),
    "es": Some("en"), "es-MX": Some("es"),
    "pt": Some("en"), "pt-PT": Some("pt"),
    "it": Some("en"), "nl": Some("en"), "pl": Some("en"), "sv": Some("en"), "da": Some("en"), "nb": Some("en"),
    "cs": Some("en"), "tr": Some("en"), "ru": Some("en"), "uk": Some("en"),
    "ja": Some("en"), "zh": Some("en"), "ko": Some("en"),
};
/// The language of a script that names none that is known.
const DEFAULT: &str = "en-US";
/// The keys of texts that depend on the plural category. Such a text replaces that of the parent as a whole.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Finds the first known locale of a list of tags: with its region if the language is known, without extensions.
pub(super) fn resolve(tags: &[String]) -> String {
    let known = tags.iter().find_map(|tag| {
        let mut parts = tag.split('-').take_while(|part| part.len() > 1);
        let language = parts.next()?.to_ascii_lowercase();
        let language = if language == "no" { "nb".to_owned() } else { language };
        FILES.iter().find(|file| file.tag == language)?;
        let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
        Some(region.map_or_else(|| language.clone(), |region| format!("{language}-{region}")))
    });
    known.unwrap_or_else(|| DEFAULT.to_owned())
}

/// The data of a locale: those of its region if they are known, else those of its language, else English ones. They are read once
/// in a process.
///
/// # Errors
/// The data that are compiled in can't be read; a test reads all of them.
pub(super) fn load_locale(locale: &str) -> Result<Arc<LocaleData>, String> {
    let language = locale.split('-').next().unwrap_or(locale);
    let find = |tag: &str| FILES.iter().find(|file| file.tag == tag);
    let file = find(locale).or_else(|| find(language)).or_else(|| find("en")).ok_or("no data of English")?;
    if let Some(data) = file.data.get() {
        return Ok(Arc::clone(data));
    }
    let data = Arc::new(read_data(file).map_err(|error| error.to_string())?);
    Ok(Arc::clone(file.data.get_or_init(|| data)))
}

/// Reads the data of a locale over those of its parents.
fn read_data(file: &LocaleFile) -> Result<LocaleData, serde_json::Error> {
    let mut data: LocaleData = serde_json::from_value(read_tree(file.tag))?;
    data.tag = file.tag;
    Ok(data)
}

fn read_tree(tag: &str) -> Json {
    let Some(file) = FILES.iter().find(|file| file.tag == tag) else { return Json::Null };
    let own: Json = serde_json::from_str(file.text).unwrap_or_default();
    match file.parent {
        None => own,
        Some(parent) => {
            let mut tree = read_tree(parent);
            apply_changes(&mut tree, own);
            tree
        }
    }
}

/// Replaces in a tree what the changes have; null removes.
fn apply_changes(tree: &mut Json, changes: Json) {
    match (tree, changes) {
        (Json::Object(tree), Json::Object(changes)) if !is_plural(&changes) => {
            for (key, change) in changes {
                if change.is_null() {
                    tree.remove(&key);
                } else {
                    apply_changes(tree.entry(key).or_insert(Json::Null), change);
                }
            }
        }
        (tree, changes) => *tree = changes,
    }
}

fn is_plural(object: &serde_json::Map<String, Json>) -> bool {
    object.keys().all(|key| CATEGORIES.contains(&key.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_of_every_locale_can_be_read() {
        for file in &FILES {
            let data = read_data(file).unwrap();
            assert_eq!(data.dates.names["M4"].len(), 12, "{}", file.tag);
            assert_eq!(data.numbers.compact.short.len(), 12, "{}", file.tag);
        }
    }

    #[test]
    fn the_first_known_locale_is_chosen() {
        for (tags, expected) in [
            (vec![], "en-US"),
            (vec!["de-DE"], "de-DE"),
            (vec!["de-DE-u-nu-latn"], "de-DE"),
            (vec!["xx", "fr"], "fr"),
            (vec!["no"], "nb"),
            (vec!["zh-Hans-CN"], "zh-CN"),
        ] {
            let tags: Vec<String> = tags.into_iter().map(str::to_owned).collect();
            assert_eq!(resolve(&tags), expected);
        }
    }
}
