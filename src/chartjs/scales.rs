//! Which axes there are, and their options: the configuration's, those of the datasets' types, the defaults
//! (Chart.js 4.6.1, `mergeScaleConfig`).

use crate::input::InputError;
use crate::input::refusal::did_you_mean;
use crate::limits::MAX_AXES;

use super::config::{Config, at};
use super::value::{Object, Value};

/// The direction of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    X,
    Y,
    R,
}

impl Way {
    fn of(name: &str) -> Option<Self> {
        match name {
            "x" => Some(Self::X),
            "y" => Some(Self::Y),
            "r" => Some(Self::R),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Y => "y",
            Self::R => "r",
        }
    }

    /// The axis of the values where this is the one of the places.
    pub(super) fn other(self) -> Self {
        match self {
            Self::X => Self::Y,
            Self::Y => Self::X,
            Self::R => Self::R,
        }
    }
}

/// An axis and its options.
#[derive(Clone, Debug)]
pub(super) struct ScaleConfig {
    pub(super) id: String,
    pub(super) way: Way,
    pub(super) options: Object,
}

impl ScaleConfig {
    /// `linear`, `category`, …
    pub(super) fn kind(&self) -> &str {
        self.options.get("type").and_then(Value::as_text).unwrap_or(match self.way {
            Way::X => "category",
            Way::Y => "linear",
            Way::R => "radialLinear",
        })
    }
}

/// The types of scales there are.
const KINDS: [&str; 6] = ["category", "linear", "logarithmic", "radialLinear", "time", "timeseries"];

/// The direction of a dataset's places.
pub(super) fn index_way(config: &Config, dataset: &Object, kind: &str) -> Way {
    let own = |object: &Object| object.get("indexAxis").and_then(Value::as_text).and_then(Way::of);
    let of_type = config.options().path("datasets").and_then(|datasets| datasets.object(kind));
    own(dataset)
        .or_else(|| of_type.and_then(own))
        .or_else(|| own(config.options()))
        .or_else(|| own(config.default("datasets").object(kind).unwrap_or(&config.nothing)))
        .unwrap_or(Way::X)
}

/// All axes in the order in which they are laid out.
pub(super) fn scales(config: &Config) -> Result<Vec<ScaleConfig>, Box<InputError>> {
    let mut scales: Vec<ScaleConfig> = Vec::new();
    let given = config.options().object("scales").unwrap_or(&config.nothing);
    let chart_way = index_way(config, &config.nothing, config.kind());
    let usual = config.overrides(config.kind()).object("scales").unwrap_or(&config.nothing);
    for (id, options) in given.entries() {
        let Some(options) = options.as_object() else { continue };
        let way = way(config, id, options)?;
        let mut merged = options.clone();
        let default = if way == chart_way { "_index_" } else { "_value_" };
        for name in [way.name(), default] {
            merged.merge_missing(usual.object(name).unwrap_or(&config.nothing));
        }
        scales.push(ScaleConfig { id: id.to_owned(), way, options: merged });
    }
    for dataset in config.datasets() {
        let kind = dataset.get("type").and_then(Value::as_text).unwrap_or(config.kind());
        let index = index_way(config, dataset, kind);
        let usual = config.overrides(kind).object("scales").unwrap_or(&config.nothing);
        for (name, options) in usual.entries() {
            let way = match name {
                "_index_" => index,
                "_value_" => index.other(),
                name => Way::of(name).unwrap_or(Way::X),
            };
            let id = axis_id(dataset, way).unwrap_or(way.name());
            let options = options.as_object().unwrap_or(&config.nothing);
            match scales.iter_mut().find(|scale| scale.id == id) {
                Some(scale) => scale.options.merge_missing(options),
                None => scales.push(ScaleConfig { id: id.to_owned(), way, options: options.clone() }),
            }
        }
    }
    if scales.len() > MAX_AXES {
        let expected = format!("at most {MAX_AXES} (MAX_AXES)");
        return Err(InputError::new(at("options.scales"), format!("{} axes", scales.len()), expected));
    }
    for scale in &mut scales {
        let kind = scale.kind().to_owned();
        if !KINDS.contains(&kind.as_str()) {
            let place = at(&format!("options.scales.{}.type", scale.id));
            let mut error =
                InputError::new(place, format!("{kind:?}"), format!("one of {}", KINDS.join(", ")));
            error.remedy = did_you_mean(&kind, KINDS);
            return Err(error);
        }
        scale.options.merge_missing(config.default("scales").object(&kind).unwrap_or(&config.nothing));
        scale.options.merge_missing(config.default("scale"));
    }
    Ok(scales)
}

/// The axis a dataset names.
pub(super) fn axis_id(dataset: &Object, way: Way) -> Option<&str> {
    dataset.get(&format!("{}AxisID", way.name())).and_then(Value::as_text)
}

fn way(config: &Config, id: &str, options: &Object) -> Result<Way, Box<InputError>> {
    if let Some(way) = Way::of(id) {
        return Ok(way);
    }
    let initial = id.chars().next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    let initial = Way::of(&initial).filter(|_| id.len() > 1);
    let by_position = match options.get("position").and_then(Value::as_text) {
        Some("top" | "bottom") => Some(Way::X),
        Some("left" | "right") => Some(Way::Y),
        _ => None,
    };
    let used = |way: Way| config.datasets().any(|dataset| axis_id(dataset, way) == Some(id));
    let by_dataset = [Way::X, Way::Y].into_iter().find(|way| used(*way));
    let radial = options.get("type").and_then(Value::as_text) == Some("radialLinear");
    options
        .get("axis")
        .and_then(Value::as_text)
        .and_then(Way::of)
        .or(by_position)
        .or(initial)
        .or(by_dataset)
        .or(radial.then_some(Way::R))
        .ok_or_else(|| {
            let place = at(&format!("options.scales.{id}"));
            let mut error =
                InputError::new(place, "an axis of no direction", "axis: 'x' or 'y', or a position");
            error.remedy = Some(format!("say axis: 'x' or axis: 'y' in options.scales.{id}"));
            error
        })
}

#[cfg(test)]
mod tests {
    use crate::chartjs::{chart, config};
    use crate::geometry::Size;

    #[test]
    fn what_is_not_there_is_named_with_its_place() {
        for (text, message) in [
            (r#"{"type": "line", "data": {"datasets": [{"data": [1], "yAxisID": "right"}]}}"#, ""),
            (
                r#"{"type": "line", "data": {"datasets": [{"data": [1], "rAxisID": "x", "xAxisID": "x"}]},
                    "options": {"scales": {"x": {"type": "linaer"}}}}"#,
                "options.scales.x.type: found \"linaer\", expected one of category, linear, logarithmic, radialLinear, \
                 time, timeseries; did you mean \"linear\"?",
            ),
            (
                r#"{"type": "line", "options": {"scales": {"other": {}}}}"#,
                "options.scales.other: found an axis of no direction, expected axis: 'x' or 'y', or a position; \
                 say axis: 'x' or axis: 'y' in options.scales.other",
            ),
            (
                r#"{"type": "radar", "data": {"datasets": [{"data": [1], "rAxisID": "q"}]},
                    "options": {"scales": {"r": {}}}}"#,
                "",
            ),
        ] {
            let config = config(text.as_bytes()).expect("a configuration");
            let size = Size { width: 300.0, height: 200.0 };
            let found =
                chart(&config, size, 1.0, None).err().map(|error| error.to_string()).unwrap_or_default();
            assert_eq!(found, message);
        }
    }
}
