//! Paths of values in a JSON document, for error messages.

/// The path of a field of the value at `path`.
pub(super) fn join_path(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}
