//! Reading and changing the parts of a configuration that several of QuickChart's types share.

use crate::chartjs::parse::value::{Object, Value, config_path};
use crate::input::InputError;

/// Adds default options, a constant of this program in JSON, to those of a configuration.
pub(super) fn add_default_options(root: &mut Object, json: &str) {
    if let Ok(Value::Object(defaults)) = serde_json::from_str(json) {
        root.change_object("options", |options| options.merge_missing(&defaults));
    }
}

/// The datasets of a configuration; those that are no objects have been refused before.
pub(super) fn datasets(root: &Object) -> Vec<Object> {
    let list = root.get_object("data").and_then(|data| data.get("datasets")).and_then(Value::as_list);
    list.unwrap_or_default().iter().filter_map(Value::as_object).cloned().collect()
}

/// Replaces the datasets of a configuration.
pub(super) fn set_datasets(root: &mut Object, datasets: Vec<Object>) {
    let datasets = Value::List(datasets.into_iter().map(Value::Object).collect());
    root.change_object("data", |data| data.set("datasets", datasets));
}

/// The values of a dataset.
pub(super) fn values(dataset: &Object) -> &[Value] {
    dataset.get("data").and_then(Value::as_list).unwrap_or_default()
}

/// The error for datasets that a type can't draw.
pub(super) fn datasets_error(found: usize, expected: &str) -> Box<InputError> {
    let found = match found {
        0 => "no dataset".to_owned(),
        1 => "1 dataset".to_owned(),
        count => format!("{count} datasets"),
    };
    InputError::new(config_path("data.datasets"), found, expected)
}

/// The directions of the axes for which a configuration has options of its own. The translation from version 2 adds the
/// others, so this is found out before it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WrittenAxes {
    pub(super) x: bool,
    pub(super) y: bool,
}

impl WrittenAxes {
    /// The axes of a configuration as it is written.
    pub(crate) fn from_root(root: &Object) -> Self {
        let scales = root.object_at_path("options.scales");
        let has = |direction: &str| {
            scales.is_some_and(|scales| {
                scales.entries().any(|(id, scale)| is_of_direction(id, scale, direction))
            })
        };
        Self { x: has("x"), y: has("y") }
    }
}

fn is_of_direction(id: &str, scale: &Value, direction: &str) -> bool {
    let own = scale.as_object().and_then(|scale| scale.get("axis")).and_then(Value::as_text);
    own.map_or_else(|| id.starts_with(direction), |own| own == direction)
}

/// Changes the options of all axes of a direction; the axis is added if there is none.
pub(super) fn change_axes(root: &mut Object, direction: &str, change: impl Fn(&mut Object)) {
    root.change_object("options", |options| {
        options.change_object("scales", |scales| {
            let named = scales.entries().filter(|(id, scale)| is_of_direction(id, scale, direction));
            let mut ids: Vec<String> = named.map(|(id, _)| id.to_owned()).collect();
            if ids.is_empty() {
                ids.push(direction.to_owned());
            }
            for id in ids {
                scales.change_object(&id, &change);
            }
        });
    });
}

/// A text as a value.
pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The value at an index of an option that may be a list; a single value counts for every index.
pub(super) fn value_at(option: Option<&Value>, index: usize) -> Option<&Value> {
    match option? {
        Value::List(list) => list.get(index),
        Value::Null => None,
        value => Some(value),
    }
}
