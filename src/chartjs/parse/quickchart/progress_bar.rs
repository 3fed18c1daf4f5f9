//! A progress bar: a horizontal bar in front of the bar of its maximum.

use crate::chartjs::parse::value::{Object, Value, config_path};
use crate::input::InputError;
use crate::scale::js_number_text;

use super::chart_options::{
    add_default_options, change_axes, datasets, datasets_error, set_datasets, text, values,
};

/// The options of a progress bar.
const OPTIONS: &str = r##"{
    "indexAxis": "y",
    "plugins": {"legend": {"display": false}, "datalabels": {"color": "#fff"}}
}"##;
/// The axis of the values.
const VALUE_AXIS: &str = r#"{
    "beginAtZero": true, "ticks": {"display": false}, "grid": {"display": false, "drawTicks": false},
    "border": {"display": false}
}"#;
/// The axis of the bars: stacked, so that the bar is in front of its maximum.
const BAR_AXIS: &str = r#"{
    "stacked": true, "ticks": {"display": false}, "grid": {"display": false, "drawTicks": false},
    "border": {"display": false}
}"#;
/// The style of the maximum. Its border has the first colour of QuickChart.
const MAXIMUM_STYLE: &str = r##"{"backgroundColor": "#fff", "borderColor": "#4e78a7", "borderWidth": 1}"##;
/// The maximum of a progress bar that has no second dataset: the values are percentages.
const WHOLE: f64 = 100.0;

/// Sets the options of a progress bar.
///
/// # Errors
/// There are not one or two datasets, or they have different numbers of values.
pub(super) fn expand(root: &mut Object) -> Result<(), Box<InputError>> {
    let mut bars = datasets(root);
    let given = bars.len();
    let expected = "the values and, unless they are percentages, a second dataset of their maxima";
    let (mut values_of_bars, mut maxima) = match (bars.pop(), bars.pop(), bars.pop()) {
        (Some(percentages), None, _) => {
            let whole = values(&percentages).iter().map(|_| Value::Number(WHOLE)).collect();
            (percentages, Object::new(vec![("data".to_owned(), Value::List(whole))]))
        }
        (Some(maxima), Some(amounts), None) => (amounts, maxima),
        _ => return Err(datasets_error(given, expected)),
    };
    let (count, of_maxima) = (values(&values_of_bars).len(), values(&maxima).len());
    if count != of_maxima {
        let found = format!("{of_maxima} values");
        let expected = format!("{count}, one for each value of data.datasets[0]");
        return Err(InputError::new(config_path("data.datasets[1].data"), found, expected));
    }
    let is_display_set =
        root.object_at_path("options.plugins.datalabels").is_some_and(|own| own.get("display").is_some());
    let texts = label_texts(values(&values_of_bars), given == 1);
    values_of_bars.change_object("datalabels", |own| own.set_missing("formatter", texts));
    merge_constant(&mut maxima, MAXIMUM_STYLE);
    if !is_display_set {
        maxima.change_object("datalabels", |own| own.set_missing("display", Value::Bool(false)));
    }
    set_datasets(root, vec![values_of_bars, maxima]);
    let names = Value::List((0..count).map(|index| text(&index.to_string())).collect());
    root.change_object("data", |data| data.set_missing("labels", names));
    set_axes(root);
    add_default_options(root, OPTIONS);
    Ok(())
}

/// The text in each bar: its value, with a percent sign if the values are percentages.
fn label_texts(values: &[Value], are_percentages: bool) -> Value {
    let label = |value: &Value| {
        let number = value.as_number().map_or_else(|| value.to_text(), js_number_text);
        Value::Text(if are_percentages { format!("{number}%") } else { number })
    };
    Value::List(values.iter().map(label).collect())
}

/// Adds the options of both axes to those of the configuration.
fn set_axes(root: &mut Object) {
    for (direction, json) in [("x", VALUE_AXIS), ("y", BAR_AXIS)] {
        change_axes(root, direction, |axis| merge_constant(axis, json));
    }
}

/// Adds options, a constant of this program in JSON, that an object lacks.
fn merge_constant(object: &mut Object, json: &str) {
    if let Ok(Value::Object(constant)) = serde_json::from_str(json) {
        object.merge_missing(&constant);
    }
}
