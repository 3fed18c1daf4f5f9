//! The bytes of a configuration → its objects.

use std::sync::LazyLock;

use crate::chart::theme::Theme;
use crate::color::Color;
use crate::input::refusal::did_you_mean;
use crate::input::{InputError, Place};
use crate::limits::{MAX_DATASETS, MAX_INPUT_BYTES};

use super::texts;
use super::v2;
use super::value::{Object, Value};

/// Defaults of Chart.js 4.6.1 that matter for a picture.
const DEFAULTS: &str = include_str!("defaults.json");

/// Read once for all configurations of a process.
static READ_DEFAULTS: LazyLock<Object> = LazyLock::new(|| match serde_json::from_str::<Value>(DEFAULTS) {
    Ok(Value::Object(defaults)) => defaults,
    // A test reads them.
    _ => Object::default(),
});

/// The same in the colours of each theme, made when one is asked for.
static THEMED: LazyLock<Vec<(&str, Object)>> = LazyLock::new(|| {
    let themed = |theme: &Theme| match serde_json::from_str::<Value>(&in_colors(theme)) {
        Ok(Value::Object(defaults)) => Some((theme.name, defaults)),
        // A test reads them, too.
        _ => None,
    };
    Theme::ALL.iter().filter_map(themed).collect()
});

/// How much of the colour of strong lines the faint ones have.
const FAINT: f64 = 0.35;
/// How much of the background shines through behind ticks on the plot.
const BACKDROP: f64 = 0.75;

/// The defaults with Chart.js's greys, which are made for a white page, replaced.
fn in_colors(theme: &Theme) -> String {
    let css = |color: Color, alpha: f64| {
        let [r, g, b] = color.rgb;
        format!("\"rgba({r},{g},{b},{alpha})\"")
    };
    let text = DEFAULTS
        .replace("\"rgba(0,0,0,0.1)\"", &css(theme.axis, FAINT))
        .replace("\"rgba(255, 255, 255, 0.75)\"", &css(theme.background, BACKDROP));
    let text = text.replace("\"rgba(0,0,0,0.8)\"", &css(theme.axis, 1.0));
    let text = text.replace("\"#666\"", &css(theme.muted, 1.0)).replace("\"black\"", &css(theme.ink, 1.0));
    text.replace("\"#fff\"", &css(theme.background, 1.0))
}

/// A Chart.js configuration, read.
#[derive(Clone, Debug)]
pub struct Config {
    pub(super) root: Object,
    pub(super) defaults: &'static Object,
    /// It was one for version 2.
    pub(super) translated: bool,
    /// Shares empty objects where something is missing.
    pub(super) nothing: Object,
}

/// The types of charts there are.
pub(super) const TYPES: [&str; 8] =
    ["line", "bar", "doughnut", "pie", "polarArea", "radar", "scatter", "bubble"];

/// Reads a configuration: JSON, or a literal as people paste it.
pub fn config(bytes: &[u8]) -> Result<Config, Box<InputError>> {
    if bytes.len() > MAX_INPUT_BYTES {
        let expected = format!("at most {MAX_INPUT_BYTES} (MAX_INPUT_BYTES)");
        return Err(InputError::new(Place::Whole, "too many bytes", expected));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| InputError::new(Place::Whole, "bytes that are no text", "text in UTF-8"))?;
    match value(text)? {
        Value::Object(root) => of_root(root),
        _ => {
            Err(InputError::new(Place::Whole, "no object", "a Chart.js configuration: {type, data, options}"))
        }
    }
}

fn of_root(root: Object) -> Result<Config, Box<InputError>> {
    let translated = v2::is_old(&root);
    let root = v2::translated(root);
    check(&root)?;
    texts::check(&root)?;
    Ok(Config { root, defaults: &READ_DEFAULTS, translated, nothing: Object::default() })
}

/// Strict JSON first: it is what most send, and the faster one.
fn value(text: &str) -> Result<Value, Box<InputError>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let strict = match serde_json::from_str::<Value>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    json5::from_str::<Value>(text).map_err(|error| {
        let (line, column) = match error.position() {
            Some(position) => (position.line + 1, position.column + 1),
            None => (strict.line(), strict.column()),
        };
        InputError::new(
            Place::Text { line, column: Some(column) },
            format!("{error}"),
            "JSON, or a JavaScript literal",
        )
    })
}

/// The configuration that an input is; `None` where it does not look like one.
pub fn probed(bytes: &[u8]) -> Option<Result<Config, Box<InputError>>> {
    if bytes.len() > MAX_INPUT_BYTES {
        return None;
    }
    let root = value(std::str::from_utf8(bytes).ok()?).ok()?;
    let Value::Object(root) = root else { return None };
    looks_like_one(&root).then(|| of_root(root))
}

/// Whether an input looks like a configuration.
pub fn is_config(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    matches!(value(text), Ok(Value::Object(root)) if looks_like_one(&root))
}

/// An object of a known type with data or options, or with datasets.
fn looks_like_one(root: &Object) -> bool {
    let known = || root.get("type").and_then(Value::as_text).is_some_and(|kind| TYPES.contains(&kind));
    match (root.object("data"), root.object("options")) {
        (Some(data), _) => known() || data.get("datasets").is_some(),
        (None, Some(_)) => root.get("data").is_none() && known(),
        (None, None) => false,
    }
}

/// Whether an input begins as only a configuration does, told without reading it: no sprint and no tracker's answer
/// starts with these names.
pub fn begins_as_config(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(BEGINNING)).unwrap_or_default();
    let mut words = start.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next().and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default();
    match first {
        b"type" => TYPES.contains(&second),
        b"data" => matches!(second, "labels" | "datasets"),
        _ => false,
    }
}

/// Bytes of an input that [`begins_as_config`] looks at.
const BEGINNING: usize = 256;

/// What a picture needs to be there.
fn check(root: &Object) -> Result<(), Box<InputError>> {
    if let Some(kind) = root.get("type") {
        check_type(kind, "type")?;
    }
    let Some(data) = root.get("data") else { return Ok(()) };
    let Some(data) = data.as_object() else {
        return Err(InputError::new(at("data"), data.kind(), "an object: {labels, datasets}"));
    };
    let datasets = match data.get("datasets") {
        None => return Ok(()),
        Some(Value::List(datasets)) => datasets,
        Some(other) => return Err(InputError::new(at("data.datasets"), other.kind(), "a list of datasets")),
    };
    if datasets.len() > MAX_DATASETS {
        let expected = format!("at most {MAX_DATASETS} (MAX_DATASETS)");
        return Err(InputError::new(at("data.datasets"), format!("{} datasets", datasets.len()), expected));
    }
    for (index, dataset) in datasets.iter().enumerate() {
        let place = format!("data.datasets[{index}]");
        let Some(dataset) = dataset.as_object() else {
            return Err(InputError::new(at(&place), dataset.kind(), "a dataset: {label, data, …}"));
        };
        match dataset.get("type") {
            Some(kind) => check_type(kind, &format!("{place}.type"))?,
            None if root.get("type").is_none() => {
                return Err(InputError::new(at("type"), "nothing", format!("one of {}", TYPES.join(", "))));
            }
            None => {}
        }
    }
    Ok(())
}

pub(super) fn at(path: &str) -> Place {
    Place::Path(path.to_owned())
}

fn check_type(kind: &Value, path: &str) -> Result<(), Box<InputError>> {
    if kind.as_text().is_some_and(|kind| TYPES.contains(&kind)) {
        return Ok(());
    }
    let mut error = InputError::new(at(path), kind.kind(), format!("one of {}", TYPES.join(", ")));
    error.remedy = kind.as_text().and_then(|kind| did_you_mean(kind, TYPES));
    Err(error)
}

impl Config {
    /// The chart's type; datasets may have others.
    pub(super) fn kind(&self) -> &str {
        self.root.get("type").and_then(Value::as_text).unwrap_or_default()
    }

    /// `options.devicePixelRatio`, where it is one.
    pub fn pixel_ratio(&self) -> Option<f64> {
        self.options().get("devicePixelRatio").and_then(Value::as_number).filter(|ratio| *ratio > 0.0)
    }

    pub(super) fn options(&self) -> &Object {
        self.root.object("options").unwrap_or(&self.nothing)
    }

    pub(super) fn data(&self) -> &Object {
        self.root.object("data").unwrap_or(&self.nothing)
    }

    pub(super) fn datasets(&self) -> impl Iterator<Item = &Object> {
        self.data()
            .get("datasets")
            .and_then(Value::as_list)
            .unwrap_or_default()
            .iter()
            .filter_map(Value::as_object)
    }

    /// An object of the defaults.
    pub(super) fn default(&self, path: &str) -> &Object {
        self.defaults.path(path).unwrap_or(&self.nothing)
    }

    /// The same with the colours of a theme where it names none.
    pub(super) fn in_theme(&self, theme: Theme) -> Self {
        let themed = THEMED.iter().find(|(name, _)| *name == theme.name);
        Self { defaults: themed.map_or(self.defaults, |(_, defaults)| defaults), ..self.clone() }
    }

    /// What a type changes in the defaults.
    pub(super) fn overrides(&self, kind: &str) -> &Object {
        self.default("overrides").object(kind).unwrap_or(&self.nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_default_color_is_left_as_it_is_in_a_theme() {
        let (plain, dark) = (DEFAULTS, in_colors(&Theme::DARK));
        for grey in ["\"#666\"", "\"black\"", "\"#fff\"", "rgba(0,0,0,", "rgba(255, 255, 255"] {
            assert!(plain.contains(grey) && !dark.contains(grey), "{grey}");
        }
        assert_eq!(THEMED.len(), Theme::ALL.len());
    }

    #[test]
    fn the_defaults_are_json() {
        let defaults: Value = serde_json::from_str(DEFAULTS).expect("JSON");
        let point = defaults.as_object().and_then(|all| all.path("elements.point")).expect("points");
        assert_eq!(point.get("radius"), Some(&Value::Number(3.0)));
    }

    #[test]
    fn a_known_type_with_options_alone_is_a_configuration() {
        for (text, is) in [
            (r#"{"type": "line", "options": {"scales": {}}}"#, true),
            (r#"{"options": {}, "type": "doughnut"}"#, true),
            (r#"{"type": "line", "data": {}}"#, true),
            (r#"{"data": {"datasets": []}}"#, true),
            (r#"{"type": "lines", "options": {}}"#, false),
            (r#"{"type": "line", "data": [1, 2], "options": {}}"#, false),
            (r#"{"type": "line"}"#, false),
            (r#"{"data": {"repository": {}}}"#, false),
        ] {
            assert_eq!(is_config(text.as_bytes()), is, "{text}");
            assert_eq!(probed(text.as_bytes()).is_some(), is, "{text}");
        }
    }

    #[test]
    fn the_first_words_tell_most_configurations() {
        for (text, is) in [
            ("{\"type\": \"bar\", \"data\": {", true),
            ("\u{FEFF}{ type: 'radar', options: {", true),
            ("{\"data\": {\"labels\": [\"a\"], ", true),
            ("{\"data\": {\"repository\": {", false),
            ("{\"type\": \"issues\", ", false),
            ("{\"name\": \"Sprint 12\", ", false),
            ("", false),
        ] {
            assert_eq!(begins_as_config(text.as_bytes()), is, "{text}");
        }
    }

    #[test]
    fn literals_are_read_as_people_paste_them() {
        let literal = b"{ type: 'bar', data: { datasets: [{ data: [1, 2,], }], }, } // done";
        assert!(config(literal).is_ok());
    }

    #[test]
    fn errors_name_the_place_and_the_remedy() {
        for (text, message) in [
            (
                r#"{"type": "lines"}"#,
                "type: found \"lines\", expected one of line, bar, doughnut, pie, polarArea, radar, scatter, bubble; did you mean \"line\"?",
            ),
            (
                r#"{"type": "bar", "data": {"datasets": [3]}}"#,
                "data.datasets[0]: found 3, expected a dataset: {label, data, …}",
            ),
        ] {
            assert_eq!(config(text.as_bytes()).expect_err("an error").to_string(), message);
        }
    }
}
