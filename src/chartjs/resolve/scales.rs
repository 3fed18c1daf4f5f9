//! The axes of a configuration with their options merged: those of the configuration, of the datasets' types and of the
//! defaults (Chart.js 4.6.1, `mergeScaleConfig`).

use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value, config_path};
use crate::chartjs::script::AxisNames;
use crate::input::InputError;
use crate::input::error_text::did_you_mean;
use crate::limits::MAX_AXES;

use super::axis_direction::AxisDirection;
use super::config::Config;
use super::scale_type::ScaleType;

/// An axis and its options.
#[derive(Clone, Debug)]
pub(crate) struct ScaleConfig {
    pub(crate) id: String,
    pub(crate) direction: AxisDirection,
    pub(crate) scale_type: ScaleType,
    pub(crate) options: Object,
}

impl ScaleConfig {
    /// The axis as functions know it before the data have been parsed.
    pub(crate) fn axis_names(&self) -> AxisNames {
        AxisNames {
            id: self.id.clone(),
            scale_type: self.scale_type.name(),
            axis: self.direction.name(),
            labels: None,
            label_count: 0,
        }
    }
}

/// The direction of the index axis of a dataset.
pub(crate) fn index_direction(
    config: &Config,
    dataset: &Object,
    chart_type: Option<ChartType>,
) -> AxisDirection {
    let own =
        |object: &Object| object.get("indexAxis").and_then(Value::as_text).and_then(AxisDirection::from_name);
    let of_type = config.options().get_object("datasets");
    let of_type = of_type.and_then(|datasets| datasets.get_object(chart_type?.name()));
    own(dataset)
        .or_else(|| of_type.and_then(own))
        .or_else(|| own(config.options()))
        .or_else(|| own(config.dataset_defaults(chart_type)))
        .unwrap_or(AxisDirection::X)
}

/// Resolves all axes, in the order in which they are laid out.
///
/// # Errors
/// An axis without a direction or of an unknown type, and too many axes.
pub(crate) fn resolve_scales(config: &Config) -> Result<Vec<ScaleConfig>, Box<InputError>> {
    let mut scales = named_scales(config)?;
    add_dataset_scales(config, &mut scales);
    if scales.len() > MAX_AXES {
        let found = format!("{} axes", scales.len());
        return Err(InputError::limit_exceeded(config_path("options.scales"), found, "MAX_AXES", MAX_AXES));
    }
    for scale in &mut scales {
        scale.scale_type = parse_scale_type(scale)?;
        let defaults = config.default_at("scales").get_object(scale.scale_type.name());
        scale.options.merge_missing(defaults.unwrap_or(&config.empty));
        scale.options.merge_missing(config.default_at("scale"));
    }
    Ok(scales)
}

/// The axes of `options.scales`, with the overrides of the chart's type.
fn named_scales(config: &Config) -> Result<Vec<ScaleConfig>, Box<InputError>> {
    let mut scales = Vec::new();
    let named = config.options().get_object("scales").unwrap_or(&config.empty);
    let chart_type = config.chart_type();
    let chart_index_direction = index_direction(config, &config.empty, chart_type);
    let overrides = config.type_overrides(chart_type).get_object("scales").unwrap_or(&config.empty);
    for (id, options) in named.entries() {
        let Some(options) = options.as_object() else { continue };
        let direction = axis_direction(config, id, options)?;
        let mut merged = options.clone();
        let role = if direction == chart_index_direction { "_index_" } else { "_value_" };
        for name in [direction.name(), role] {
            merged.merge_missing(overrides.get_object(name).unwrap_or(&config.empty));
        }
        scales.push(new_scale(id, direction, merged));
    }
    Ok(scales)
}

/// Adds the axes that datasets need and the configuration does not name, and the options of the datasets' types.
fn add_dataset_scales(config: &Config, scales: &mut Vec<ScaleConfig>) {
    for dataset in config.datasets() {
        let chart_type = Some(config.dataset_type(dataset));
        let index = index_direction(config, dataset, chart_type);
        let overrides = config.type_overrides(chart_type).get_object("scales").unwrap_or(&config.empty);
        for (name, options) in overrides.entries() {
            let direction = match name {
                "_index_" => index,
                "_value_" => index.across(),
                name => AxisDirection::from_name(name).unwrap_or(AxisDirection::X),
            };
            let id = axis_name(dataset, direction).unwrap_or(direction.name());
            let options = options.as_object().unwrap_or(&config.empty);
            match scales.iter_mut().find(|scale| scale.id == id) {
                Some(scale) => scale.options.merge_missing(options),
                None => scales.push(new_scale(id, direction, options.clone())),
            }
        }
    }
}

/// A scale of the default type of its direction.
fn new_scale(id: &str, direction: AxisDirection, options: Object) -> ScaleConfig {
    ScaleConfig { id: id.to_owned(), direction, scale_type: ScaleType::default_for(direction), options }
}

fn parse_scale_type(scale: &ScaleConfig) -> Result<ScaleType, Box<InputError>> {
    let Some(name) = scale.options.get("type").and_then(Value::as_text) else { return Ok(scale.scale_type) };
    ScaleType::from_name(name).ok_or_else(|| {
        let place = config_path(&format!("options.scales.{}.type", scale.id));
        let expected = format!("one of {}", ScaleType::all_names().join(", "));
        let mut error = InputError::new(place, format!("{name:?}"), expected);
        error.remedy = did_you_mean(name, ScaleType::all_names());
        error
    })
}

/// The name of the axis that a dataset gives for a direction.
pub(crate) fn axis_name(dataset: &Object, direction: AxisDirection) -> Option<&str> {
    dataset.get(&format!("{}AxisID", direction.name())).and_then(Value::as_text)
}

/// The direction of an axis: in version 2 that of its list, later that of its id, of its option `axis`, of its position, of the first letter of its id, of a
/// dataset on it, or of its type.
fn axis_direction(config: &Config, id: &str, options: &Object) -> Result<AxisDirection, Box<InputError>> {
    let own = options.get("axis").and_then(Value::as_text).and_then(AxisDirection::from_name);
    if let Some(direction) = own.filter(|_| config.migrated_from_v2) {
        return Ok(direction);
    }
    if let Some(direction) = AxisDirection::from_name(id) {
        return Ok(direction);
    }
    let initial = id.chars().next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    let initial = AxisDirection::from_name(&initial).filter(|_| id.len() > 1);
    let by_position = match options.get("position").and_then(Value::as_text) {
        Some("top" | "bottom") => Some(AxisDirection::X),
        Some("left" | "right") => Some(AxisDirection::Y),
        _ => None,
    };
    let is_used =
        |direction: AxisDirection| config.datasets().any(|dataset| axis_name(dataset, direction) == Some(id));
    let by_dataset = [AxisDirection::X, AxisDirection::Y].into_iter().find(|direction| is_used(*direction));
    let is_radial = options.get("type").and_then(Value::as_text) == Some(ScaleType::RadialLinear.name());
    own.or(by_position).or(initial).or(by_dataset).or(is_radial.then_some(AxisDirection::R)).ok_or_else(
        || {
            let place = config_path(&format!("options.scales.{id}"));
            let mut error =
                InputError::new(place, "an axis of no direction", "axis: 'x' or 'y', or a position");
            error.remedy = Some(format!("say axis: 'x' or axis: 'y' in options.scales.{id}"));
            error
        },
    )
}
