//! The parameters of a query: fields of the sprint, of the options and of the request.

use std::sync::LazyLock;

use emberline::PictureOptions;
use serde_json::Value;

/// A parameter of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) part: RequestPart,
    pub(super) kind: ValueKind,
    /// An example of its text.
    pub(super) example: String,
}

/// The part of a request that a parameter belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RequestPart {
    Sprint,
    Options,
    Request,
}

/// Type of a parameter's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `1`, `true`, `0`, `false`.
    Switch,
    /// Texts separated by commas.
    TextList,
    /// Numbers separated by commas; an empty entry is a day without a known value (`null`).
    NumberList,
    /// A JSON document or a CSV table.
    Document,
}

/// An example of a complete sprint.
pub(super) const EXAMPLE_SPRINT: &str =
    r#"{"name":"Sprint 12","start":"2026-03-02","end":"2026-03-13","days":[38,33,null,30]}"#;

/// Fields of a small sprint that fit into an address.
const SPRINT_PARAMETERS: [(&str, ValueKind, &str); 9] = [
    ("name", ValueKind::Text, "Sprint 12"),
    ("goal", ValueKind::Text, "Checkout works"),
    ("start", ValueKind::Text, "2026-03-02"),
    ("end", ValueKind::Text, "2026-03-13"),
    ("closed", ValueKind::Text, "2026-03-13"),
    ("unit", ValueKind::Text, "points"),
    ("committed", ValueKind::Number, "40"),
    ("done_at_start", ValueKind::Number, "0"),
    ("days", ValueKind::NumberList, "38,33,,30"),
];

const REQUEST_PARAMETERS: [(&str, ValueKind, &str); 3] = [
    ("team", ValueKind::Text, "Ember"),
    ("store", ValueKind::Switch, "1"),
    ("sprint", ValueKind::Document, EXAMPLE_SPRINT),
];

/// All parameters.
pub(super) static PARAMETERS: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let fixed = |part: RequestPart| {
        move |(name, kind, example): (&str, ValueKind, &str)| Parameter {
            name: name.to_owned(),
            part,
            kind,
            example: example.to_owned(),
        }
    };
    let sprint = SPRINT_PARAMETERS.into_iter().map(fixed(RequestPart::Sprint));
    let request = REQUEST_PARAMETERS.into_iter().map(fixed(RequestPart::Request));
    sprint.chain(option_parameters()).chain(request).collect()
});

/// Returns the options that have an example in their schema, which the schema also gives the type.
fn option_parameters() -> Vec<Parameter> {
    let schema = PictureOptions::schema();
    let options = schema.get("properties").and_then(Value::as_object);
    options.into_iter().flatten().filter_map(|(name, field)| option_parameter(name, field)).collect()
}

fn option_parameter(name: &str, field: &Value) -> Option<Parameter> {
    let example = field.pointer("/examples/0")?;
    let (kind, example) = match example {
        Value::Bool(on) => (ValueKind::Switch, u8::from(*on).to_string()),
        Value::String(text) => (ValueKind::Text, text.clone()),
        Value::Array(texts) => {
            let texts: Vec<&str> = texts.iter().filter_map(Value::as_str).collect();
            (ValueKind::TextList, texts.join(","))
        }
        number => (ValueKind::Number, number.to_string()),
    };
    Some(Parameter { name: name.to_owned(), part: RequestPart::Options, kind, example })
}
