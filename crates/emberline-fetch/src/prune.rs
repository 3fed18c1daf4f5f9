//! Leaves out what is not read, and persons.

use serde_json::Value;

/// Keeps the fields with these names at any depth. What is not in the list stays in the tracker: names and addresses of
/// persons, texts, pictures.
pub(crate) fn keep_fields(value: &mut Value, is_kept: &dyn Fn(&str) -> bool) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| is_kept(name));
            fields.values_mut().for_each(|value| keep_fields(value, is_kept));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| keep_fields(entry, is_kept)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_named_fields_are_kept() {
        let mut value = json!({ "issues": [{ "key": "A-1", "assignee": { "displayName": "Ada" }, "fields": { "status": 1, "summary": "secret" } }] });
        keep_fields(&mut value, &|name| ["issues", "key", "fields", "status"].contains(&name));
        assert_eq!(value, json!({ "issues": [{ "key": "A-1", "fields": { "status": 1 } }] }));
    }
}
