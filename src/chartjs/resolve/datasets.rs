//! The datasets of a configuration with their options resolved.

use crate::chart::{DataPoint, DatasetId, IdList, LabelLines};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::script::OptionTarget;

use super::config::Config;
use super::data_points::parse_amounts;
use super::dataset_order::dataset_order;
use super::option_values::label_lines;
use super::scopes::Scopes;

/// A dataset and its options.
pub(crate) struct ResolvedDataset<'a> {
    /// The position in `data.datasets`.
    pub(crate) position: usize,
    pub(crate) chart_type: ChartType,
    /// The dataset as written.
    pub(crate) raw: &'a Object,
    pub(crate) label: LabelLines,
    pub(crate) visible: bool,
    pub(crate) order: f64,
    /// Options of the dataset itself.
    pub(crate) options: Scopes<'a>,
    /// Options of its line, if it has one.
    pub(crate) line_options: Option<Scopes<'a>>,
    /// Options of the elements at its values: bars, arcs or points.
    pub(crate) element_options: Scopes<'a>,
}

/// Resolves the options of all datasets, in the order of the configuration; `palette` holds the default colours of each
/// dataset, if any.
pub(crate) fn resolve_datasets<'a>(
    config: &'a Config,
    palette: &'a [Object],
) -> IdList<DatasetId, ResolvedDataset<'a>> {
    let ranks = dataset_order(config);
    let all = config.datasets().zip(ranks).enumerate();
    let resolved = all.map(|(index, (dataset, order))| ResolvedDataset {
        order,
        ..resolve_dataset(config, dataset, index, palette.get(index))
    });
    resolved.collect()
}

fn resolve_dataset<'a>(
    config: &'a Config,
    dataset: &'a Object,
    index: usize,
    colors: Option<&'a Object>,
) -> ResolvedDataset<'a> {
    let chart_type = config.dataset_type(dataset);
    let type_path = format!("datasets.{}", chart_type.name());
    let options = config
        .scopes(dataset_scopes(config, dataset, colors, &[&type_path, ""]), OptionTarget::Dataset(index))
        .for_index(index);
    let options_of_element = |name: &'static str| {
        let paths: [&str; 4] =
            [&format!("{type_path}.elements.{name}"), &type_path, &format!("elements.{name}"), ""];
        let list = dataset_scopes(config, dataset, colors, &paths);
        config.scopes(list, OptionTarget::Data(index)).with_prefix(name)
    };
    let has_line = match chart_type {
        ChartType::Line | ChartType::Radar => true,
        ChartType::Scatter => options.flag("showLine"),
        _ => false,
    };
    ResolvedDataset {
        position: index,
        chart_type,
        raw: dataset,
        label: dataset.get("label").map_or_else(|| vec!["undefined".to_owned()], label_lines),
        visible: !dataset.get("hidden").is_some_and(Value::is_truthy),
        order: 0.0,
        line_options: has_line
            .then(|| options_of_element("line").with_target(OptionTarget::Dataset(index)).for_index(index)),
        element_options: options_of_element(match chart_type {
            ChartType::Bar => "bar",
            ChartType::Doughnut | ChartType::Pie | ChartType::PolarArea => "arc",
            _ => "point",
        }),
        options,
    }
}

/// The objects in which options of a dataset are looked up: the dataset, then for each path the chart's options, the
/// overrides of its type and the defaults.
fn dataset_scopes<'a>(
    config: &'a Config,
    dataset: &'a Object,
    colors: Option<&'a Object>,
    paths: &[&str],
) -> Vec<&'a Object> {
    let mut list: Vec<&Object> = colors.into_iter().chain([dataset]).collect();
    let roots =
        [dataset, config.options(), config.type_overrides(config.chart_type()), config.defaults.as_ref()];
    for root in roots {
        for object in paths.iter().filter_map(|path| root.object_at_path(path)) {
            if !list.iter().any(|known| std::ptr::eq(*known, object)) {
                list.push(object);
            }
        }
    }
    list
}

/// The values of a dataset on a radial axis or in a ring.
pub(crate) fn radial_values(dataset: &ResolvedDataset) -> Vec<DataPoint> {
    let data = dataset.raw.get("data").unwrap_or(&Value::Null);
    let parsing = dataset.options.raw("parsing").and_then(Value::as_object);
    let key = parsing.and_then(|parsing| parsing.get("key")).and_then(Value::as_text);
    if dataset.chart_type.is_ring() {
        parse_amounts(data, key.unwrap_or("value"), true)
    } else {
        let needs_objects = dataset.options.raw("parsing") == Some(&Value::Bool(false));
        let list = data.as_list().filter(|_| needs_objects);
        let objects = list.map(|list| {
            let only_object =
                |item: &Value| if item.as_object().is_some() { item.clone() } else { Value::Null };
            Value::List(list.iter().map(only_object).collect())
        });
        parse_amounts(objects.as_ref().unwrap_or(data), key.unwrap_or("r"), false)
    }
}
