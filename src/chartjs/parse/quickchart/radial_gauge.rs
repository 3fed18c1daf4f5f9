//! A radial gauge: a ring that is filled up to a value, over a track, with the value in its middle.

use crate::chartjs::parse::value::{Object, Value, is_function_text};
use crate::input::InputError;
use crate::scale::js_number_text;

use super::chart_options::{add_default_options, datasets, datasets_error, set_datasets, text, value_at};

/// The options of a gauge.
const OPTIONS: &str = r#"{"plugins": {"legend": {"display": false}}}"#;
/// The share of the ring's radius that the hole takes, in percent.
const DEFAULT_CENTER_PERCENTAGE: f64 = 80.0;
/// The colour of the ring below the value.
const DEFAULT_TRACK_COLOR: &str = "rgb(204, 221, 238)";
/// The colour of the value, that of Chart.js 2.
const DEFAULT_COLOR: &str = "rgba(0, 0, 0, 0.1)";
/// The border of the value, that of Chart.js 2.
const DEFAULT_BORDER: (&str, f64) = ("#fff", 2.0);
/// A corner radius that no ring reaches: the ends are half circles.
const ROUND_END: f64 = 10_000.0;
/// The options of the text in the middle that are drawn.
const CENTER_OPTIONS: [&str; 6] =
    ["backgroundColor", "padding", "fontSize", "fontColor", "subText", "displayText"];
/// A whole turn, in degrees.
const TURN: f64 = 360.0;

/// Makes a doughnut of one value of a gauge; returns the options of its track and of the text in its middle.
///
/// # Errors
/// There is no dataset.
pub(super) fn expand(root: &mut Object) -> Result<Object, Box<InputError>> {
    let Some(mut dataset) = datasets(root).into_iter().next() else {
        return Err(datasets_error(0, "a dataset with the value of the gauge"));
    };
    let options = root.get_object("options").cloned().unwrap_or_default();
    let domain = options.get("domain").and_then(Value::as_list).unwrap_or_default();
    let bound = |index: usize, default: f64| domain.get(index).and_then(Value::as_number).unwrap_or(default);
    let (low, high) = (bound(0, 0.0), bound(1, 100.0));
    let value = value_at(dataset.get("data"), 0).and_then(Value::to_number).unwrap_or(low);
    let share = if high > low { ((value - low).abs() / (high - low)).min(1.0) } else { 0.0 };
    let center = options.get("centerPercentage").and_then(Value::to_number);
    let center = center.unwrap_or(DEFAULT_CENTER_PERCENTAGE).clamp(0.0, 100.0);
    let is_round = options.get("roundedCorners").is_none_or(Value::is_truthy);
    // The half circles at the ends lie beyond the value; those of a doughnut lie inside of its slice.
    let end = if is_round { libm::asin((100.0 - center) / (100.0 + center)).to_degrees() } else { 0.0 };
    let sweep = (share * TURN + 2.0 * end).min(TURN);
    let is_whole = share >= 1.0 || sweep >= TURN;
    let sweep = if is_whole { TURN } else { sweep };
    style_value(&mut dataset, &options);
    dataset.set("data", Value::List(vec![Value::Number(sweep), Value::Number(TURN - sweep)]));
    dataset.set("borderRadius", Value::Number(if is_round && !is_whole { ROUND_END } else { 0.0 }));
    set_datasets(root, vec![dataset]);
    let start = options.get("rotation").and_then(Value::as_number).unwrap_or(0.0) - end;
    add_default_options(root, OPTIONS);
    root.change_object("options", |options| {
        options.set("cutout", Value::Text(format!("{center}%")));
        options.set("rotation", Value::Number(start));
    });
    root.change_object("data", |data| data.set_missing("labels", Value::List(vec![text(""), text("")])));
    Ok(gauge_options(&options, value))
}

/// Sets the colours of the value; the rest of the ring is transparent, since the track is below it.
fn style_value(dataset: &mut Object, options: &Object) {
    let of_elements = |name: &str| {
        let arc = options.get_object("elements").and_then(|elements| elements.get_object("arc"));
        arc.and_then(|arc| arc.get(name)).cloned()
    };
    let defaults = [
        ("backgroundColor", text(DEFAULT_COLOR), text("transparent")),
        ("borderColor", text(DEFAULT_BORDER.0), text("transparent")),
        ("borderWidth", Value::Number(DEFAULT_BORDER.1), Value::Number(0.0)),
    ];
    for (name, default, of_rest) in defaults {
        let own = value_at(dataset.get(name), 0).cloned().or_else(|| of_elements(name));
        dataset.set(name, Value::List(vec![own.unwrap_or(default), of_rest]));
    }
}

/// The options of the track and of the text in the middle.
fn gauge_options(options: &Object, value: f64) -> Object {
    let mut gauge = Object::default();
    gauge.set("trackColor", options.get("trackColor").cloned().unwrap_or_else(|| text(DEFAULT_TRACK_COLOR)));
    let own = options.get_object("centerArea").cloned().unwrap_or_default();
    for name in CENTER_OPTIONS {
        if let Some(value) = own.get(name) {
            gauge.set(name, value.clone());
        }
    }
    let is_code = |text: &Value| text.as_text().is_some_and(is_function_text);
    let given = own.get("text").filter(|text| text.is_truthy() && !is_code(text));
    gauge.set("text", given.cloned().unwrap_or_else(|| Value::Text(js_number_text(value.ceil()))));
    gauge.set("value", Value::Number(value));
    gauge
}
