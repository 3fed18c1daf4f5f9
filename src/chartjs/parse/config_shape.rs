//! The shape that makes a document a configuration, and the checks of that shape.

use crate::input::InputError;
use crate::input::error_text::did_you_mean;
use crate::limits::MAX_DATASETS;

use super::chart_type::ChartType;
use super::value::{Object, Value, config_path};

/// The number of bytes at the start of an input that [`starts_like_config`] reads.
const PREFIX_BYTES: usize = 256;

/// True if an object has a type, known or not, with data or options, or has datasets.
pub(crate) fn has_config_shape(root: &Object) -> bool {
    let has_type = root.get("type").and_then(Value::as_text).is_some();
    let has_datasets = root.get_object("data").is_some_and(|data| data.get("datasets").is_some());
    has_datasets || has_type && ["data", "options"].iter().any(|key| root.get(key).is_some())
}

/// True if the first two words of an input are those of a configuration. The input is not parsed: no sprint document
/// and no answer of a tracker starts with these names.
pub fn starts_like_config(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(PREFIX_BYTES)).unwrap_or_default();
    let mut words = start.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next().and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default();
    match first {
        b"type" => ChartType::from_name(second).is_some(),
        b"data" => matches!(second, "labels" | "datasets"),
        _ => false,
    }
}

/// Checks the parts that a picture needs.
///
/// # Errors
/// A `type` that Chart.js does not have, data or datasets of another shape, or too many datasets.
pub(crate) fn validate_root(root: &Object) -> Result<(), Box<InputError>> {
    if let Some(chart_type) = root.get("type") {
        validate_chart_type(chart_type, "type")?;
    }
    let Some(data) = root.get("data") else { return Ok(()) };
    let Some(data) = data.as_object() else {
        let expected = "an object: {labels, datasets}";
        return Err(InputError::new(config_path("data"), data.short_description(), expected));
    };
    let place = config_path("data.datasets");
    let datasets = match data.get("datasets") {
        None => return Ok(()),
        Some(Value::List(datasets)) => datasets,
        Some(other) => return Err(InputError::new(place, other.short_description(), "a list of datasets")),
    };
    if datasets.len() > MAX_DATASETS {
        let found = format!("{} datasets", datasets.len());
        return Err(InputError::limit_exceeded(place, found, "MAX_DATASETS", MAX_DATASETS));
    }
    for (index, dataset) in datasets.iter().enumerate() {
        validate_dataset(dataset, &format!("data.datasets[{index}]"), root)?;
    }
    Ok(())
}

fn validate_dataset(dataset: &Value, path: &str, root: &Object) -> Result<(), Box<InputError>> {
    let Some(object) = dataset.as_object() else {
        let expected = "a dataset: {label, data, …}";
        return Err(InputError::new(config_path(path), dataset.short_description(), expected));
    };
    match object.get("type") {
        Some(chart_type) => validate_chart_type(chart_type, &format!("{path}.type")),
        None if root.get("type").is_none() => {
            Err(InputError::new(config_path("type"), "nothing", expected_types()))
        }
        None => Ok(()),
    }
}

fn validate_chart_type(chart_type: &Value, path: &str) -> Result<(), Box<InputError>> {
    let name = chart_type.as_text();
    if name.and_then(ChartType::from_name).is_some() {
        return Ok(());
    }
    let mut error = InputError::new(config_path(path), chart_type.short_description(), expected_types());
    error.remedy = name.and_then(|name| did_you_mean(name, ChartType::all_names()));
    Err(error)
}

/// The error of QuickChart, which draws nothing without a type; Chart.js draws axes, and datasets with types of their own.
pub(crate) fn missing_type_error() -> Box<InputError> {
    InputError::new(config_path("type"), "nothing", expected_types())
}

fn expected_types() -> String {
    format!("one of {}", ChartType::all_names().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_two_words_of_most_configurations_are_recognized() {
        for (text, expected) in [
            ("{\"type\": \"bar\", \"data\": {", true),
            ("\u{FEFF}{ type: 'radar', options: {", true),
            ("{\"data\": {\"labels\": [\"a\"], ", true),
            ("{\"data\": {\"repository\": {", false),
            ("{\"type\": \"issues\", ", false),
            ("{\"name\": \"Sprint 12\", ", false),
            ("", false),
        ] {
            assert_eq!(starts_like_config(text.as_bytes()), expected, "{text}");
        }
    }
}
