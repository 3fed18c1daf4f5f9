//! Fields of JSON values: answers are read without trust, bodies of requests are put together.

use serde_json::Value;

/// Returns the text at a JSON pointer such as `/file/id`.
pub(crate) fn text_at<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

/// Returns the entries of the list at a JSON pointer; none if there is no list.
pub(crate) fn entries_at<'a>(
    value: &'a Value,
    pointer: &str,
) -> impl DoubleEndedIterator<Item = &'a Value> + use<'a> {
    value.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

/// Adds a field to an object; `None` adds nothing.
pub(crate) fn with_field(mut object: Value, name: &str, field: Option<Value>) -> Value {
    if let (Some(fields), Some(field)) = (object.as_object_mut(), field) {
        fields.insert(name.to_owned(), field);
    }
    object
}
