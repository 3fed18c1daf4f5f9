//! The options of datasets.

use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value};

use super::edits::{copy_key, text_value, value_mut};
use super::plugins::migrate_data_labels;

/// The type of version 2 that became an option of bars.
pub(super) const HORIZONTAL_BAR: &str = "horizontalBar";
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
        // Only bars have stacks by name.
        if !matches!(own_type.as_str(), "bar" | HORIZONTAL_BAR) && dataset.get("stack").is_some() {
            dataset.set("stack", Value::Null);
        }
        copy_key(dataset, "lineTension", "tension");
        copy_key(dataset, "steppedLine", "stepped");
        let target = dataset.get("fill").and_then(Value::as_text);
        if let Some((_, new)) = target.and_then(|target| FILL_TARGETS.iter().find(|(old, _)| *old == target))
        {
            dataset.set("fill", text_value(new));
        }
        move_times(dataset);
        if let Some(labels) = dataset.get_object("datalabels") {
            let labels = migrate_data_labels(labels);
            dataset.set("datalabels", Value::Object(labels));
        }
    });
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
