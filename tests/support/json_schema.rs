//! A validator for the part of JSON Schema 2020-12 that the project's schemas use. An unknown keyword is an error.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use serde_json::{Value, json};

/// Returns true if a value is valid by a schema of the document `root`.
pub fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
    let keywords = schema.as_object().unwrap_or_else(|| panic!("no schema: {schema}"));
    keywords.keys().all(|keyword| keyword_allows(root, schema, keyword, value))
}

/// Returns true if a keyword of a schema allows a value.
fn keyword_allows(root: &Value, schema: &Value, keyword: &str, value: &Value) -> bool {
    let rule = &schema[keyword];
    let sub = |schema: &Value, value: &Value| is_valid(root, schema, value);
    let text_length = || value.as_str().map(|text| text.chars().count() as f64);
    let list_length = || value.as_array().map(|list| list.len() as f64);
    let at_least = |number: Option<f64>| number.is_none_or(|number| number >= rule.as_f64().unwrap());
    let at_most = |number: Option<f64>| number.is_none_or(|number| number <= rule.as_f64().unwrap());
    match keyword {
        "$id" | "$schema" | "$defs" | "title" | "description" | "default" | "examples" | "format"
        | "pattern" => true,
        "$ref" => {
            let name = rule.as_str().unwrap().strip_prefix("#").unwrap();
            sub(root.pointer(name).unwrap_or_else(|| panic!("no definition {name}")), value)
        }
        "type" => {
            let kinds = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
            kinds.iter().any(|kind| has_type(kind.as_str().unwrap(), value))
        }
        "const" => rule == value,
        "enum" => rule.as_array().unwrap().contains(value),
        "anyOf" => rule.as_array().unwrap().iter().any(|schema| sub(schema, value)),
        "oneOf" => rule.as_array().unwrap().iter().filter(|schema| sub(schema, value)).count() == 1,
        "not" => !sub(rule, value),
        "minimum" => at_least(value.as_f64()),
        "exclusiveMinimum" => value.as_f64().is_none_or(|number| number > rule.as_f64().unwrap()),
        "maximum" => at_most(value.as_f64()),
        "minLength" => at_least(text_length()),
        "maxLength" => at_most(text_length()),
        "minItems" => at_least(list_length()),
        "maxItems" => at_most(list_length()),
        "items" => value.as_array().is_none_or(|list| list.iter().all(|value| sub(rule, value))),
        "required" => value.as_object().is_none_or(|object| {
            rule.as_array().unwrap().iter().all(|name| object.contains_key(name.as_str().unwrap()))
        }),
        "properties" => value.as_object().is_none_or(|object| {
            object.iter().all(|(name, value)| rule.get(name).is_none_or(|schema| sub(schema, value)))
        }),
        "additionalProperties" if *rule == json!(false) => value
            .as_object()
            .is_none_or(|object| object.keys().all(|name| schema["properties"].get(name).is_some())),
        other => panic!("a keyword that this test does not know: {other}"),
    }
}

fn has_type(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("a type that this test does not know: {other}"),
    }
}
