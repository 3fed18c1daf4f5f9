//! The options of datasets.

use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value};

use super::plugins::migrate_data_labels;
use super::{HORIZONTAL_BAR, copy_key, text_value, value_mut};

/// The options of a line that version 4 also takes as those of its points.
const LINE_OPTIONS: [&str; 7] = [
    "backgroundColor",
    "borderColor",
    "borderWidth",
    "borderDash",
    "borderDashOffset",
    "borderCapStyle",
    "borderJoinStyle",
];
/// The names of the target of an area, in version 2 and later.
const FILL_TARGETS: [(&str, &str); 3] = [("zero", "origin"), ("bottom", "start"), ("top", "end")];

/// Applies a change to all datasets of a configuration.
pub(super) fn change_datasets(data: &mut Object, change: impl Fn(&mut Object)) {
    let Some(Value::List(datasets)) = value_mut(data, "datasets") else { return };
    for dataset in datasets {
        if let Value::Object(dataset) = dataset {
            change(dataset);
        }
    }
}

/// Migrates the datasets of a chart of a type of version 2.
pub(super) fn migrate_datasets(data: &mut Object, chart_type: &str) {
    change_datasets(data, |dataset| {
        let own_type = dataset.get("type").and_then(Value::as_text).unwrap_or(chart_type).to_owned();
        if own_type == HORIZONTAL_BAR {
            dataset.set("type", text_value(ChartType::Bar.name()));
            dataset.set("indexAxis", text_value("y"));
        }
        if matches!(own_type.as_str(), "line" | "radar" | "scatter") {
            set_line_options_apart(dataset);
        }
        copy_key(dataset, "lineTension", "tension");
        copy_key(dataset, "steppedLine", "stepped");
        let target = dataset.get("fill").and_then(Value::as_text);
        if let Some((_, new)) = target.and_then(|target| FILL_TARGETS.iter().find(|(old, _)| *old == target)) {
            dataset.set("fill", text_value(new));
        }
        move_times(dataset);
        if let Some(labels) = dataset.get_object("datalabels") {
            let labels = migrate_data_labels(labels);
            dataset.set("datalabels", Value::Object(labels));
        }
    });
}

/// Moves the options of a line to a place where they are not those of its points as well.
fn set_line_options_apart(dataset: &mut Object) {
    let names: Vec<String> = dataset.entries().map(|(name, _)| name.to_owned()).collect();
    let values: Vec<Value> = dataset.values_mut().map(std::mem::take).collect();
    let (line, mut rest): (Vec<_>, Vec<_>) =
        names.into_iter().zip(values).partition(|(name, _)| LINE_OPTIONS.contains(&name.as_str()));
    let elements = Object::new(vec![("line".to_owned(), Value::Object(Object::new(line)))]);
    rest.push(("elements".to_owned(), Value::Object(elements)));
    *dataset = Object::new(rest);
}

/// A point of version 2 may have its time under `t` instead of `x`.
fn move_times(dataset: &mut Object) {
    let Some(Value::List(points)) = value_mut(dataset, "data") else { return };
    for point in points {
        if let Value::Object(point) = point {
            copy_key(point, "t", "x");
        }
    }
}
