//! The defaults that QuickChart gives a configuration for Chart.js 2.

use crate::chartjs::parse::value::{Object, Value};

use super::chart_options::{change_axes, datasets, set_datasets, text, values};
use super::quickchart_type::QuickChartType;

/// The colours of chartjs-plugin-colorschemes 0.4.0, `tableau.Tableau10`.
const COLORS: [&str; 10] = [
    "#4E79A7", "#F28E2B", "#E15759", "#76B7B2", "#59A14F", "#EDC948", "#B07AA1", "#FF9DA7", "#9C755F",
    "#BAB0AC",
];
/// The opacity of areas and points in the colour of their line, as the end of a colour: 0.5.
const HALF_OPAQUE: &str = "80";

/// Adds QuickChart's defaults. The device pixel ratio is dropped for every version, since it is a parameter of
/// QuickChart; all else is for version 2. `needs_scales` is true if the configuration has no options for axes.
pub(crate) fn add_quickchart_defaults(
    root: &mut Object,
    own_type: Option<QuickChartType>,
    is_version_2: bool,
    needs_scales: bool,
) {
    root.change_object("options", |options| options.set("devicePixelRatio", Value::Null));
    if !is_version_2 {
        return;
    }
    let chart_type = root.get("type").and_then(Value::as_text).unwrap_or_default().to_owned();
    let has_value_axis = matches!(chart_type.as_str(), "bar" | "line" | "scatter" | "bubble");
    if has_value_axis && needs_scales && !is_horizontal(root) {
        change_axes(root, "y", |axis| axis.set("beginAtZero", Value::Bool(true)));
    }
    let has_own_colors =
        root.object_at_path("options.plugins").is_some_and(|own| own.get("colorschemes").is_some());
    let mut sets = datasets(root);
    for (index, dataset) in sets.iter_mut().enumerate() {
        if chart_type == "line" && !dataset.get("tension").is_some_and(Value::is_truthy) {
            dataset.set("tension", Value::Number(0.0));
        }
        if !has_own_colors && own_type != Some(QuickChartType::RadialGauge) {
            color_dataset(dataset, &chart_type, index);
        }
    }
    set_datasets(root, sets);
    let shows_values = own_type.is_none() && matches!(chart_type.as_str(), "pie" | "doughnut");
    root.change_object("options", |options| {
        let has_outlabels =
            options.get_object("plugins").is_some_and(|plugins| plugins.get("outlabels").is_some());
        let display = Value::Bool(shows_values && !has_outlabels);
        options.change_object("plugins", |plugins| {
            if !plugins.get("datalabels").is_some_and(Value::is_truthy) {
                plugins.set("datalabels", Value::Object(Object::new(vec![("display".to_owned(), display)])));
            }
        });
    });
}

/// True if the bars of a configuration lie.
fn is_horizontal(root: &Object) -> bool {
    let axis = root.get_object("options").and_then(|options| options.get("indexAxis"));
    axis.and_then(Value::as_text) == Some("y")
}

/// Gives a dataset the colours that it does not have.
fn color_dataset(dataset: &mut Object, chart_type: &str, index: usize) {
    let own_type = dataset.get("type").and_then(Value::as_text).unwrap_or(chart_type).to_owned();
    let color = color_at(index);
    let mut set = |name: &str, value: Value| {
        if dataset.get(name).is_none() {
            dataset.set(name, value);
        }
    };
    match own_type.as_str() {
        "line" | "radar" | "scatter" => {
            let faint = || Value::Text(format!("{color}{HALF_OPAQUE}"));
            set("backgroundColor", faint());
            set("borderColor", text(color));
            set("pointBackgroundColor", faint());
            set("pointBorderColor", text(color));
        }
        "doughnut" | "pie" | "polarArea" => {
            let colors = (0..values(dataset).len()).map(|index| text(color_at(index))).collect();
            if dataset.get("backgroundColor").is_none() {
                dataset.set("backgroundColor", Value::List(colors));
            }
        }
        _ => set("backgroundColor", text(color)),
    }
}

/// The colour of a dataset or of a slice; they repeat.
fn color_at(index: usize) -> &'static str {
    COLORS.into_iter().cycle().nth(index % COLORS.len()).unwrap_or_default()
}
