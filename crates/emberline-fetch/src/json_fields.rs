//! Fields of answers.

use serde_json::Value;

/// Returns the text of a field, or of a number in it; empty without one.
pub(crate) fn text(value: &Value, field: &str) -> String {
    match value.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Returns the entries of the list at a JSON pointer; none without one.
pub(crate) fn entries_at<'a>(value: &'a Value, pointer: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

/// Returns the entries of the list at a JSON pointer, to change them; none without one.
pub(crate) fn entries_mut<'a>(
    value: &'a mut Value,
    pointer: &str,
) -> impl Iterator<Item = &'a mut Value> + use<'a> {
    value.pointer_mut(pointer).and_then(Value::as_array_mut).into_iter().flatten()
}

/// Takes the entries out of the list at a JSON pointer; none without one.
pub(crate) fn take_entries(value: &mut Value, pointer: &str) -> Vec<Value> {
    value.pointer_mut(pointer).and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default()
}
