//! The JSON Schema of the sprint document, derived from the types that parse it.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::document::SprintDocument;

/// One of the three shapes of a sprint document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentShape {
    /// One reading per day.
    Days,
    /// Items with dated events.
    Items,
    /// Dated totals by kind.
    Changes,
}

impl DocumentShape {
    /// All shapes.
    pub const ALL: [Self; 3] = [Self::Days, Self::Items, Self::Changes];

    /// Returns the field of the document that holds the shape.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Items => "items",
            Self::Changes => "changes",
        }
    }

    /// Returns the fields that the shape requires in addition to its own.
    const fn required_fields(self) -> &'static [&'static str] {
        match self {
            Self::Days | Self::Items => &[],
            Self::Changes => &["committed"],
        }
    }

    /// Returns the fields that the shape does not allow.
    const fn forbidden_fields(self) -> &'static [&'static str] {
        match self {
            Self::Days => &["items", "changes", "lowered_estimates"],
            Self::Items => &["days", "changes", "committed", "done_at_start"],
            Self::Changes => &["days", "items", "lowered_estimates"],
        }
    }
}

/// The schema of a sprint document inside another schema.
#[derive(Clone, Copy, Debug)]
pub struct SprintDocumentSchema;

impl JsonSchema for SprintDocumentSchema {
    fn schema_name() -> Cow<'static, str> {
        "Sprint".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = SprintDocument::json_schema(generator);
        let choices: Vec<Value> = DocumentShape::ALL.into_iter().map(shape_branch).collect();
        schema.insert("oneOf".to_owned(), json!(choices));
        schema
    }
}

/// Returns the JSON Schema (2020-12) of the sprint document: of one shape, or for `None` of all three, of which a document
/// has exactly one.
///
/// # Example
///
/// ```
/// use emberline::{DocumentShape, schema};
///
/// let schema = schema(Some(DocumentShape::Days));
/// assert!(schema["properties"]["days"].is_object());
/// ```
pub fn schema(shape: Option<DocumentShape>) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<SprintDocument>().to_value();
    let Some(root) = schema.as_object_mut() else { return schema };
    match shape {
        Some(shape) => narrow_to_shape(root, shape),
        None => {
            root.insert("$id".to_owned(), json!("urn:emberline:schema:sprint"));
            let choices: Vec<Value> = DocumentShape::ALL.into_iter().map(shape_branch).collect();
            root.insert("oneOf".to_owned(), json!(choices));
        }
    }
    schema
}

/// Returns the branch of the full schema for a shape: its fields are required, those of other shapes are forbidden.
fn shape_branch(shape: DocumentShape) -> Value {
    let absent: Vec<Value> =
        shape.forbidden_fields().iter().map(|field| present_and_not_null(field)).collect();
    let mut choice = present_and_not_null(shape.field());
    if let Some(choice) = choice.as_object_mut() {
        let needed: Vec<&str> = [shape.field()].iter().chain(shape.required_fields()).copied().collect();
        choice.insert("title".to_owned(), json!(shape.field()));
        choice.insert("required".to_owned(), json!(needed));
        choice.insert("not".to_owned(), json!({ "anyOf": absent }));
    }
    choice
}

/// Returns the schema of an object in which a field is present and not null.
fn present_and_not_null(field: &str) -> Value {
    json!({ "required": [field], "properties": { field: { "not": { "type": "null" } } } })
}

/// Restricts the full schema to one shape.
fn narrow_to_shape(root: &mut Map<String, Value>, shape: DocumentShape) {
    root.insert("$id".to_owned(), json!(format!("urn:emberline:schema:sprint:{}", shape.field())));
    root.insert("title".to_owned(), json!(format!("Emberline sprint: {}", shape.field())));
    if let Some(properties) = root.get_mut("properties").and_then(Value::as_object_mut) {
        properties.retain(|name, _| !shape.forbidden_fields().contains(&name.as_str()));
        for field in [shape.field()].iter().chain(shape.required_fields()) {
            if let Some(property) = properties.get_mut(*field).and_then(Value::as_object_mut) {
                remove_null_type(property);
            }
        }
    }
    if let Some(required) = root.get_mut("required").and_then(Value::as_array_mut) {
        required.extend([shape.field()].iter().chain(shape.required_fields()).map(|field| json!(field)));
    }
    remove_unused_definitions(root);
}

/// Removes `null` from the types of a property.
fn remove_null_type(property: &mut Map<String, Value>) {
    let Some(types) = property.get_mut("type") else { return };
    let kept: Vec<Value> =
        types.as_array().into_iter().flatten().filter(|kind| **kind != json!("null")).cloned().collect();
    if let [only] = kept.as_slice() {
        *types = only.clone();
    }
}

/// Removes definitions without references.
fn remove_unused_definitions(root: &mut Map<String, Value>) {
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
