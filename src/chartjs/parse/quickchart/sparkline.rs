//! A sparkline: a line without axes, legend and points.

use crate::chartjs::parse::value::{Object, Value};
use crate::input::InputError;

use super::chart_options::{
    WrittenAxes, add_default_options, change_axes, datasets, datasets_error, text, values,
};

/// The options of a sparkline.
const OPTIONS: &str = r##"{
    "plugins": {"legend": {"display": false}},
    "elements": {"line": {"borderColor": "#000", "borderWidth": 1}, "point": {"radius": 0}}
}"##;
/// The share of the least and of the greatest value by which the axis extends beyond it, so that the line is not cut.
const MARGIN: f64 = 0.05;

/// Sets the options of a sparkline.
///
/// # Errors
/// There is no dataset.
pub(super) fn expand(root: &mut Object, written: WrittenAxes) -> Result<(), Box<InputError>> {
    let datasets = datasets(root);
    let Some(first) = datasets.first() else {
        return Err(datasets_error(0, "a dataset: a sparkline is the line of one"));
    };
    let values = values(first);
    let labels = Value::List(values.iter().map(|_| text("")).collect());
    let numbers = || values.iter().filter_map(Value::as_number);
    let least = numbers().fold(f64::INFINITY, f64::min);
    let greatest = numbers().fold(f64::NEG_INFINITY, f64::max);
    add_default_options(root, OPTIONS);
    root.change_object("data", |data| data.set_missing("labels", labels));
    if !written.x {
        change_axes(root, "x", |axis| axis.set("display", Value::Bool(false)));
    }
    if !written.y {
        change_axes(root, "y", |axis| hide_value_axis(axis, least, greatest));
    }
    Ok(())
}

/// Hides the value axis and sets its range; without numbers the range stays open.
fn hide_value_axis(axis: &mut Object, least: f64, greatest: f64) {
    axis.set("display", Value::Bool(false));
    if least <= greatest {
        axis.set("min", Value::Number(least - least * MARGIN));
        axis.set("max", Value::Number(greatest + greatest * MARGIN));
    }
}
