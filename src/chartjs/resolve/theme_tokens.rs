//! The defaults of Chart.js 4.6.1 that matter for a picture, with their colours as tokens.
//!
//! `chart_js_defaults.json` names a colour by a token such as `$muted`. A token is looked up in the colours of Chart.js,
//! which are made for a white page, or in those of a theme.

use std::sync::{Arc, LazyLock};

use crate::chart::theme::Theme;
use crate::chartjs::parse::value::{Object, Value};
use crate::color::Color;

const DEFAULTS_JSON: &str = include_str!("chart_js_defaults.json");

/// The character that a token of the defaults starts with.
const TOKEN_MARK: char = '$';

/// The opacity of faint lines, which have the colour of strong lines.
const FAINT_OPACITY: f64 = 0.35;
/// The opacity of the boxes behind tick labels on the plot, which have the colour of the background.
const BACKDROP_OPACITY: f64 = 0.75;

/// The defaults in the colours of Chart.js, read once for all configurations of a process.
static CHART_JS_DEFAULTS: LazyLock<Arc<Object>> =
    LazyLock::new(|| Arc::new(read_defaults(|token| token.chart_js_color().to_owned())));

/// The defaults in the colours of each built-in theme; read when one of them is first requested.
static THEMED_DEFAULTS: LazyLock<Vec<(Theme, Arc<Object>)>> =
    LazyLock::new(|| Theme::ALL.iter().map(|theme| (*theme, read_themed_defaults(theme))).collect());

/// The defaults in the colours of Chart.js.
pub(crate) fn chart_js_defaults() -> Arc<Object> {
    Arc::clone(&CHART_JS_DEFAULTS)
}

/// The defaults in the colours of a theme, which may be the caller's own.
pub(crate) fn themed_defaults(theme: &Theme) -> Arc<Object> {
    let built_in = THEMED_DEFAULTS.iter().find(|(built_in, _)| built_in == theme);
    built_in.map_or_else(|| read_themed_defaults(theme), |(_, defaults)| Arc::clone(defaults))
}

/// Defaults with the changes that a script made to those of Chart.js.
pub(crate) fn apply_changes(defaults: &Object, changed: &Object) -> Object {
    let mut result = defaults.clone();
    overlay_changes(&mut result, changed, &CHART_JS_DEFAULTS);
    result
}

/// Sets the entries of `changed` that differ from those of `original`.
fn overlay_changes(target: &mut Object, changed: &Object, original: &Object) {
    for (key, value) in changed.entries() {
        match (value, original.get(key)) {
            (value, Some(known)) if value == known => {}
            (Value::Object(changed), known) => {
                let mut inner = target.get_object(key).cloned().unwrap_or_default();
                let empty = Object::default();
                overlay_changes(&mut inner, changed, known.and_then(Value::as_object).unwrap_or(&empty));
                target.set(key, Value::Object(inner));
            }
            (value, _) => target.set(key, value.clone()),
        }
    }
}

fn read_themed_defaults(theme: &Theme) -> Arc<Object> {
    Arc::new(read_defaults(|token| token.theme_color(theme)))
}

/// A colour of the defaults by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColorToken {
    /// Grid lines, borders and areas.
    Faint,
    /// Text, and the marks of annotations.
    Muted,
    /// Text and borders of annotation labels.
    Ink,
    /// The page, where text or a border is drawn over a coloured area.
    Background,
    /// The box behind a tick label on the plot.
    Backdrop,
    /// The box behind the label of a line annotation.
    LabelBackground,
}

impl ColorToken {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "faint" => Some(Self::Faint),
            "muted" => Some(Self::Muted),
            "ink" => Some(Self::Ink),
            "background" => Some(Self::Background),
            "backdrop" => Some(Self::Backdrop),
            "label_background" => Some(Self::LabelBackground),
            _ => None,
        }
    }

    fn chart_js_color(self) -> &'static str {
        match self {
            Self::Faint => "rgba(0,0,0,0.1)",
            Self::Muted => "#666",
            Self::Ink => "black",
            Self::Background => "#fff",
            Self::Backdrop => "rgba(255, 255, 255, 0.75)",
            Self::LabelBackground => "rgba(0,0,0,0.8)",
        }
    }

    fn theme_color(self, theme: &Theme) -> String {
        match self {
            Self::Faint => css_color(theme.axis, FAINT_OPACITY),
            Self::Muted => css_color(theme.muted_text, 1.0),
            Self::Ink => css_color(theme.text, 1.0),
            Self::Background => css_color(theme.background, 1.0),
            Self::Backdrop => css_color(theme.background, BACKDROP_OPACITY),
            Self::LabelBackground => css_color(theme.axis, 1.0),
        }
    }
}

fn css_color(color: Color, alpha: f64) -> String {
    let [r, g, b] = color.rgb;
    format!("rgba({r},{g},{b},{alpha})")
}

/// Reads the defaults and replaces their tokens with colours.
fn read_defaults(color_of: impl Fn(ColorToken) -> String) -> Object {
    match serde_json::from_str(DEFAULTS_JSON) {
        Ok(Value::Object(mut defaults)) => {
            resolve_tokens(&mut defaults, &color_of);
            defaults
        }
        // A test parses the file, so this does not happen.
        _ => Object::default(),
    }
}

/// Replaces the tokens in an object and in the objects inside it; lists of the defaults hold no colours.
fn resolve_tokens(object: &mut Object, color_of: &impl Fn(ColorToken) -> String) {
    for value in object.values_mut() {
        match value {
            Value::Object(nested) => resolve_tokens(nested, color_of),
            Value::Text(text) => {
                if let Some(token) = text.strip_prefix(TOKEN_MARK).and_then(ColorToken::from_name) {
                    *text = color_of(token);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collect_texts<'a>(object: &'a Object, texts: &mut Vec<&'a str>) {
        for (_, value) in object.entries() {
            match value {
                Value::Object(nested) => collect_texts(nested, texts),
                Value::Text(text) => texts.push(text),
                _ => {}
            }
        }
    }

    #[test]
    fn every_color_of_the_defaults_is_a_token_and_every_token_is_replaced() {
        let template: Value = serde_json::from_str(DEFAULTS_JSON).expect("JSON");
        let mut texts = Vec::new();
        collect_texts(template.as_object().expect("an object"), &mut texts);
        assert!(texts.iter().any(|text| text.starts_with(TOKEN_MARK)));
        for text in texts {
            let is_literal = text.starts_with('#') || text.starts_with("rgb") || text == "black";
            assert!(!is_literal, "{text}");
        }
        let themed = Theme::ALL.iter().map(themed_defaults);
        for defaults in themed.chain([chart_js_defaults()]) {
            let mut texts = Vec::new();
            collect_texts(&defaults, &mut texts);
            assert!(texts.iter().all(|text| !text.starts_with(TOKEN_MARK)));
        }
        assert_eq!(THEMED_DEFAULTS.len(), Theme::ALL.len());
    }

    #[test]
    fn a_changed_built_in_theme_keeps_its_own_colors() {
        let own = Theme { muted_text: Color::from_hex(0x12_34_56), ..Theme::DARK };
        let defaults = themed_defaults(&own);
        assert_eq!(defaults.get("color"), Some(&Value::Text("rgba(18,52,86,1)".to_owned())));
    }

    #[test]
    fn the_defaults_have_the_values_of_chart_js() {
        let defaults = chart_js_defaults();
        let point = defaults.object_at_path("elements.point").expect("points");
        assert_eq!(point.get("radius"), Some(&Value::Number(3.0)));
        assert_eq!(point.get("borderColor"), Some(&Value::Text("rgba(0,0,0,0.1)".to_owned())));
    }
}
