//! Changes of objects: keys that are copied, set or taken.

use crate::chartjs::parse::value::{Object, Value};

pub(super) fn text_value(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn value_mut<'a>(object: &'a mut Object, key: &str) -> Option<&'a mut Value> {
    let position = object.entries().position(|(name, _)| name == key)?;
    object.values_mut().nth(position)
}

/// Takes the object under a key without a copy; an empty object if there is none.
pub(super) fn take_object(object: &mut Object, key: &str) -> Object {
    match value_mut(object, key) {
        Some(Value::Object(found)) => std::mem::take(found),
        _ => Object::default(),
    }
}

/// Copies the value of a key to another key.
pub(super) fn copy_key(object: &mut Object, from: &str, to: &str) {
    if let Some(value) = object.get(from).cloned() {
        object.set(to, value);
    }
}

/// Sets the value of a key that an object does not have.
pub(super) fn set_missing(object: &mut Object, key: &str, value: Value) {
    if object.get(key).is_none() {
        object.set(key, value);
    }
}
