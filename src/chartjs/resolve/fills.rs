//! The areas of lines (Chart.js 4.6.1, the filler plugin).

use crate::chart::{AreaFill, DatasetId, FillTarget, IdList};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::css_color::parse_paint;
use crate::chartjs::parse::value::Value;

use super::config::Config;
use super::datasets::{ResolvedDataset, resolve_datasets};
use super::option_values::leading_number;
use super::palette::palette_colors;
use super::scopes::Scopes;

type Datasets<'a> = IdList<DatasetId, ResolvedDataset<'a>>;

/// Resolves the areas of all datasets. An area that reaches to a hidden dataset reaches to the target of that dataset.
pub(crate) fn resolve_fills(config: &Config, datasets: &Datasets) -> IdList<DatasetId, Option<AreaFill>> {
    let Some(options) = config.plugin_options("filler") else { return datasets.map(|_, _| None) };
    let own = own_fills(config, datasets);
    own.map(|id, fill| {
        let fill = fill.as_ref()?;
        let mut target = fill.target;
        let mut seen = vec![id];
        while let (FillTarget::Dataset(other), true) = (target, options.flag("propagate")) {
            if seen.contains(&other) {
                return None;
            }
            let dataset = datasets.get(other)?;
            dataset.line_options.as_ref()?;
            if dataset.visible {
                break;
            }
            seen.push(other);
            target = own.get(other)?.as_ref()?.target;
        }
        Some(AreaFill { target, ..fill.clone() })
    })
}

/// The dataset to whose line each dataset's own area reaches.
pub(crate) fn fill_targets(config: &Config) -> IdList<DatasetId, Option<DatasetId>> {
    let palette = palette_colors(config);
    own_fills(config, &resolve_datasets(config, &palette)).map(|_, fill| match fill.as_ref()?.target {
        FillTarget::Dataset(other) => Some(other),
        _ => None,
    })
}

/// The areas as the options of each dataset describe them.
fn own_fills(config: &Config, datasets: &Datasets) -> IdList<DatasetId, Option<AreaFill>> {
    datasets.map(|id, dataset| {
        // Version 2 fills no area to a line that it does not draw.
        let is_off = config.migrated_from_v2 && !dataset.options.flag("showLine");
        let line =
            dataset.line_options.as_ref().filter(|_| !is_off || dataset.chart_type == ChartType::Radar);
        line.and_then(|line| parse_fill(line, id, datasets))
    })
}

/// Parses the area of the line of a dataset.
fn parse_fill(line: &Scopes, id: DatasetId, datasets: &Datasets) -> Option<AreaFill> {
    let option = line.raw("fill");
    let object = option.and_then(Value::as_object);
    let paint = |name: &str| object.and_then(|object| object.get(name)).and_then(parse_paint);
    let value = match object {
        Some(object) if object.get("target").is_some() => object.get("target"),
        _ => option,
    };
    let target = match value {
        None => line.paint("backgroundColor").map(|_| FillTarget::Origin),
        Some(value) => parse_fill_target(value, id, datasets),
    };
    Some(AreaFill { target: target?, above: paint("above"), below: paint("below") })
}

/// The dataset that a `fill` refers to by a number: its position in the configuration or, if the number is relative, its
/// distance from the filled dataset. `None` if there is no such dataset or if it is the filled one.
fn numbered_dataset(
    number: f64,
    is_relative: bool,
    filled: DatasetId,
    datasets: &Datasets,
) -> Option<DatasetId> {
    let position = if is_relative { filled.position() as f64 + number } else { number };
    let is_position = position >= 0.0 && position.fract() == 0.0;
    let other = DatasetId::from_position(position as usize);
    (is_position && other != filled && datasets.get(other).is_some()).then_some(other)
}

fn parse_fill_target(value: &Value, id: DatasetId, datasets: &Datasets) -> Option<FillTarget> {
    let dataset = |number: f64, is_relative: bool| {
        numbered_dataset(number, is_relative, id, datasets).map(FillTarget::Dataset)
    };
    match value {
        Value::Null
        | Value::Bool(false)
        | Value::List(_)
        | Value::Function(_)
        | Value::Paint(_)
        | Value::Drawing(_) => None,
        Value::Bool(true) => Some(FillTarget::Origin),
        Value::Number(number) => dataset(*number, false),
        Value::Object(object) => object.get("value").and_then(Value::to_number).map(FillTarget::Value),
        Value::Text(text) => match text.as_str() {
            "origin" => Some(FillTarget::Origin),
            "start" => Some(FillTarget::Start),
            "end" => Some(FillTarget::End),
            "stack" => Some(FillTarget::Stack),
            "shape" => Some(FillTarget::Shape),
            // A sign makes the number relative to the dataset.
            text if text.starts_with(['+', '-']) => {
                leading_number(text).and_then(|number| dataset(number, true))
            }
            text => leading_number(text).and_then(|number| dataset(number, false)),
        },
    }
}
