//! The JSON Schema says what the reader reads: of the examples yes, of bad shapes no.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "support/json_schema.rs"]
mod json_schema;

use std::path::{Path, PathBuf};

use emberline::{Shape, schema};
use json_schema::valid;
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn document(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn examples_are_valid_as_a_whole_and_in_their_shape_only() {
    let table = [
        ("flat-but-busy", Shape::Days),
        ("late", Shape::Days),
        ("points", Shape::Items),
        ("holidays-dst", Shape::Changes),
    ];
    let whole = schema(None);
    for (name, shape) in table {
        let document = document(&folder("examples").join(format!("{name}.json")));
        assert!(valid(&whole, &whole, &document), "{name}");
        for other in Shape::ALL {
            let schema = schema(Some(other));
            assert_eq!(valid(&schema, &schema, &document), other == shape, "{name} as {}", other.field());
        }
    }
}

#[test]
fn what_is_wrong_in_shape_is_invalid() {
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
        let document = document(&folder("tests/fixtures/input/bad").join(format!("{name}.json")));
        assert!(!valid(&whole, &whole, &document), "{name}");
    }
}

#[test]
fn every_field_is_described() {
    let whole = schema(None);
    let objects = whole["$defs"].as_object().unwrap().values().chain([&whole]);
    let fields = objects.filter_map(|object| object["properties"].as_object()).flatten();
    for (name, field) in fields {
        assert!(field["description"].is_string(), "{name}");
    }
}
