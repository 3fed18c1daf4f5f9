//! The options of texts: `fontSize` and similar options moved into `font` in version 3.

use crate::chartjs::parse::value::{Object, Value};

use super::edits::{copy_key, text_value};

/// The options of a font by their names in version 2 and later.
const FONT_OPTIONS: [(&str, &str); 4] =
    [("fontSize", "size"), ("fontFamily", "family"), ("fontStyle", "weight"), ("lineHeight", "lineHeight")];

/// Migrates the options of a text and of the labels inside it.
pub(super) fn migrate_text_options(old: &Object) -> Object {
    let mut new = old.clone();
    let mut font = old.get_object("font").cloned().unwrap_or_default();
    for (from, to) in FONT_OPTIONS {
        if let Some(value) = old.get(from) {
            font.set(to, if to == "weight" { font_weight(value) } else { value.clone() });
        }
    }
    if font != Object::default() {
        new.set("font", Value::Object(font));
    }
    copy_key(&mut new, "fontColor", "color");
    copy_key(&mut new, "fullWidth", "fullSize");
    if let Some(labels) = old.get_object("labels") {
        new.set("labels", Value::Object(migrate_text_options(labels)));
    }
    new
}

/// The weight in a font style as CSS writes it, for example in `italic bold`.
fn font_weight(style: &Value) -> Value {
    match style.as_text() {
        Some(text) if text.split_whitespace().any(|word| word == "bold") => text_value("bold"),
        _ => style.clone(),
    }
}

/// Migrates the font of a plugin's label, whose style may name a weight.
pub(super) fn migrate_plugin_font(label: &mut Object) {
    let Some(mut font) = label.get_object("font").cloned() else { return };
    if let Some(style) = font.get("style").filter(|_| font.get("weight").is_none()) {
        font.set("weight", font_weight(style));
        label.set("font", Value::Object(font));
    }
}
