//! The JSON Schema accepts the examples and rejects inputs of a wrong shape, as the reader does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "support/json_schema.rs"]
mod json_schema;

use std::path::{Path, PathBuf};

use emberline::{DocumentShape, schema};
use json_schema::is_valid;
use serde_json::Value;

fn project_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn each_example_is_valid_by_the_whole_schema_and_by_that_of_its_own_shape_only() {
    let table = [
        ("flat-but-busy", DocumentShape::Days),
        ("late", DocumentShape::Days),
        ("points", DocumentShape::Items),
        ("holidays-dst", DocumentShape::Changes),
    ];
    let whole = schema(None);
    for (name, shape) in table {
        let document = read_json(&project_path("examples").join(format!("{name}.json")));
        assert!(is_valid(&whole, &whole, &document), "{name}");
        for other in DocumentShape::ALL {
            let schema = schema(Some(other));
            assert_eq!(is_valid(&schema, &schema, &document), other == shape, "{name} as {}", other.field());
        }
    }
}

#[test]
fn inputs_of_a_wrong_shape_are_invalid() {
    let whole = schema(None);
    for name in [
        "no-shape",
        "two-shapes",
        "unknown-field",
        "unknown-field-of-item",
        "unknown-field-of-day",
        "unknown-unit",
        "unknown-event",
        "unknown-weekday",
        "name-missing",
        "day-negative",
        "day-too-large",
        "day-a-text",
        "items-empty",
        "items-with-committed",
        "item-id-wrong",
        "changes-without-committed",
        "committed-negative",
    ] {
        let document = read_json(&project_path("tests/fixtures/input/bad").join(format!("{name}.json")));
        assert!(!is_valid(&whole, &whole, &document), "{name}");
    }
}

#[test]
fn every_field_of_the_schema_has_a_description() {
    let whole = schema(None);
    let objects = whole["$defs"].as_object().unwrap().values().chain([&whole]);
    let fields = objects.filter_map(|object| object["properties"].as_object()).flatten();
    for (name, field) in fields {
        assert!(field["description"].is_string(), "{name}");
    }
}
