//! Titles, legends and the plugins of other authors: chartjs-plugin-annotation 0.5, chartjs-plugin-datalabels 0.7 and
//! chartjs-plugin-doughnutlabel 2.0.

use crate::chartjs::parse::value::{Object, Value};

use super::edits::{copy_key, set_missing, text_value};
use super::texts::{migrate_plugin_font, migrate_text_options};

/// The options that moved into `plugins` in version 3.
const MOVED_TO_PLUGINS: [&str; 2] = ["title", "legend"];
/// The positions of a label on a line, in version 0.5 of the annotation plugin and later.
const LABEL_POSITIONS: [(&str, &str); 4] =
    [("left", "start"), ("right", "end"), ("top", "start"), ("bottom", "end")];

/// Migrates the options of all plugins.
pub(super) fn migrate_plugins(options: &mut Object) {
    let mut plugins = options.get_object("plugins").cloned().unwrap_or_default();
    for name in MOVED_TO_PLUGINS {
        match options.get(name) {
            Some(Value::Object(own)) => plugins.set(name, Value::Object(migrate_text_options(own))),
            Some(Value::Bool(false)) => plugins.set(name, Value::Bool(false)),
            _ => {}
        }
    }
    if let Some(labels) = plugins.get_object("datalabels") {
        let labels = migrate_data_labels(labels);
        plugins.set("datalabels", Value::Object(labels));
    }
    let mut annotation = options.get_object("annotation").map(migrate_annotation_plugin).unwrap_or_default();
    if let Some(label) = plugins.get_object("doughnutlabel").and_then(doughnut_label) {
        let own = annotation.get("annotations").and_then(Value::as_list).unwrap_or_default();
        let all = own.iter().cloned().chain([Value::Object(label)]).collect();
        annotation.set("annotations", Value::List(all));
    }
    if annotation != Object::default() {
        plugins.set("annotation", Value::Object(annotation));
    }
    options.set("plugins", Value::Object(plugins));
}

/// Migrates the options of data labels, which may name several labels with options of their own.
pub(super) fn migrate_data_labels(old: &Object) -> Object {
    let mut new = old.clone();
    migrate_plugin_font(&mut new);
    if let Some(mut labels) = new.get_object("labels").cloned() {
        for label in labels.values_mut() {
            if let Value::Object(label) = label {
                migrate_plugin_font(label);
            }
        }
        new.set("labels", Value::Object(labels));
    }
    new
}

/// Migrates the options of the annotation plugin.
fn migrate_annotation_plugin(old: &Object) -> Object {
    let mut new = Object::default();
    if let Some(time) = old.get("drawTime").cloned() {
        new.set("common", Value::Object(Object::new(vec![("drawTime".to_owned(), time)])));
    }
    if let Some(Value::List(annotations)) = old.get("annotations") {
        // Version 0.5 draws no annotation without a type.
        let typed = annotations.iter().filter_map(Value::as_object).filter(|own| own.get("type").is_some());
        let migrated = typed.map(|annotation| Value::Object(migrate_annotation(annotation)));
        new.set("annotations", Value::List(migrated.collect()));
    }
    new
}

fn migrate_annotation(old: &Object) -> Object {
    let mut new = old.clone();
    if let Some(label) = old.get_object("label") {
        new.set("label", Value::Object(migrate_line_label(label)));
    }
    new
}

fn migrate_line_label(old: &Object) -> Object {
    let mut new = migrate_text_options(old);
    copy_key(&mut new, "enabled", "display");
    copy_key(&mut new, "cornerRadius", "borderRadius");
    let position = old.get("position").and_then(Value::as_text);
    if let Some((_, position)) = LABEL_POSITIONS.iter().find(|(old, _)| Some(*old) == position) {
        new.set("position", text_value(position));
    }
    // A list becomes one line of text, as everywhere on a canvas.
    if let Some(content @ Value::List(_)) = old.get("content") {
        new.set("content", Value::Text(content.to_text()));
    }
    let mut padding = Object::default();
    for (from, to) in [("xPadding", "x"), ("yPadding", "y")] {
        padding.set(to, old.get(from).cloned().unwrap_or(Value::Number(6.0)));
    }
    new.set("padding", Value::Object(padding));
    new
}

/// The label in the middle of a ring as that of an invisible line; `None` if it has no text.
fn doughnut_label(plugin: &Object) -> Option<Object> {
    let labels: Vec<&Object> = plugin.get("labels")?.as_list()?.iter().filter_map(Value::as_object).collect();
    if labels.is_empty() {
        return None;
    }
    let own_or_shared = |label: &Object, name: &str| label.get(name).or_else(|| plugin.get(name)).cloned();
    let font = |label: &&Object| {
        let font = own_or_shared(label, "font").unwrap_or_default();
        let mut entry = Object::new(vec![("font".to_owned(), font)]);
        migrate_plugin_font(&mut entry);
        let mut font = entry.get_object("font").cloned().unwrap_or_default();
        // The label of a line is bold by default.
        set_missing(&mut font, "weight", text_value("normal"));
        Value::Object(font)
    };
    let color = |label: &&Object| own_or_shared(label, "color").unwrap_or_else(|| text_value("#666"));
    let text = |label: &&Object| label.get("text").cloned().unwrap_or_else(|| text_value("undefined"));
    let mut label = Object::default();
    label.set("display", Value::Bool(true));
    label.set("content", Value::List(labels.iter().map(text).collect()));
    label.set("font", Value::List(labels.iter().map(font).collect()));
    label.set("color", Value::List(labels.iter().map(color).collect()));
    label.set("backgroundColor", text_value("transparent"));
    label.set("padding", Value::Number(0.0));
    // A line without axes crosses the whole plot, so its middle is that of the plot.
    let mut annotation = Object::default();
    annotation.set("type", text_value("line"));
    annotation.set("borderColor", text_value("transparent"));
    annotation.set("label", Value::Object(label));
    annotation.set("drawTime", Value::Number(0.0));
    Some(annotation)
}
