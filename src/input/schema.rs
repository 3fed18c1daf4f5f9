//! The JSON Schema of the document, derived from the types that read it.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::document::Document;

/// One of the three ways to tell what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A reading a day.
    Days,
    /// Items with dated events.
    Items,
    /// Dated totals by kind.
    Changes,
}

impl Shape {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Days, Self::Items, Self::Changes];

    /// The field of the document that holds it.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Items => "items",
            Self::Changes => "changes",
        }
    }

    /// Fields that the shape needs besides its own.
    const fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Days | Self::Items => &[],
            Self::Changes => &["committed"],
        }
    }

    /// Fields that the shape does not have.
    const fn lacks(self) -> &'static [&'static str] {
        match self {
            Self::Days => &["items", "changes"],
            Self::Items => &["days", "changes", "committed", "done_at_start"],
            Self::Changes => &["days", "items"],
        }
    }
}

/// The sprint document in the schema of something that holds one.
pub(crate) struct SprintDocument;

impl JsonSchema for SprintDocument {
    fn schema_name() -> Cow<'static, str> {
        "Sprint".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Document::json_schema(generator);
        let choices: Vec<Value> = Shape::ALL.into_iter().map(choice).collect();
        schema.insert("oneOf".to_owned(), json!(choices));
        schema
    }
}

/// The JSON Schema (2020-12) of the sprint document: of one shape, or of all three, of which a document has exactly one.
pub fn schema(shape: Option<Shape>) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Document>().to_value();
    let Some(root) = schema.as_object_mut() else { return schema };
    match shape {
        Some(shape) => narrow(root, shape),
        None => {
            root.insert("$id".to_owned(), json!("urn:emberline:schema:sprint"));
            let choices: Vec<Value> = Shape::ALL.into_iter().map(choice).collect();
            root.insert("oneOf".to_owned(), json!(choices));
        }
    }
    schema
}

/// A branch of the whole schema: the shape's fields are there, those of others are not.
fn choice(shape: Shape) -> Value {
    let absent: Vec<Value> = shape.lacks().iter().map(|field| given(field)).collect();
    let mut choice = given(shape.field());
    if let Some(choice) = choice.as_object_mut() {
        let needed: Vec<&str> = [shape.field()].iter().chain(shape.needs()).copied().collect();
        choice.insert("title".to_owned(), json!(shape.field()));
        choice.insert("required".to_owned(), json!(needed));
        choice.insert("not".to_owned(), json!({ "anyOf": absent }));
    }
    choice
}

/// A field is there and not null, as the reader sees it.
fn given(field: &str) -> Value {
    json!({ "required": [field], "properties": { field: { "not": { "type": "null" } } } })
}

fn narrow(root: &mut Map<String, Value>, shape: Shape) {
    root.insert("$id".to_owned(), json!(format!("urn:emberline:schema:sprint:{}", shape.field())));
    root.insert("title".to_owned(), json!(format!("Emberline sprint: {}", shape.field())));
    if let Some(properties) = root.get_mut("properties").and_then(Value::as_object_mut) {
        properties.retain(|name, _| !shape.lacks().contains(&name.as_str()));
        for field in [shape.field()].iter().chain(shape.needs()) {
            if let Some(property) = properties.get_mut(*field).and_then(Value::as_object_mut) {
                needed(property);
            }
        }
    }
    if let Some(required) = root.get_mut("required").and_then(Value::as_array_mut) {
        required.extend([shape.field()].iter().chain(shape.needs()).map(|field| json!(field)));
    }
    prune(root);
}

/// Takes `null` out of the types of a field.
fn needed(property: &mut Map<String, Value>) {
    let Some(types) = property.get_mut("type") else { return };
    let kept: Vec<Value> =
        types.as_array().into_iter().flatten().filter(|kind| **kind != json!("null")).cloned().collect();
    if let [only] = kept.as_slice() {
        *types = only.clone();
    }
}

/// Drops definitions that nothing refers to any more.
fn prune(root: &mut Map<String, Value>) {
    let Some(Value::Object(mut definitions)) = root.remove("$defs") else { return };
    loop {
        let text = json!([&*root, &definitions]).to_string();
        let before = definitions.len();
        definitions.retain(|name, _| text.contains(&format!("#/$defs/{name}\"")));
        if definitions.len() == before {
            break;
        }
    }
    if !definitions.is_empty() {
        root.insert("$defs".to_owned(), Value::Object(definitions));
    }
}
