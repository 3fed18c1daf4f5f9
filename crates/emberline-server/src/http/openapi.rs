//! The OpenAPI document. Routes are written by hand; schemas are derived from the types that parse and serialise.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::openapi_charts::chart_paths;
use super::parameters::{EXAMPLE_SPRINT, PARAMETERS, RequestPart, ValueKind};
use super::problem::Problem;
use crate::request;
use crate::service::RenderResponse;

/// The OpenAPI document (version 3.1) of the service.
pub fn openapi_document() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut generator = settings.into_generator();
    let request = request::request_subschema(&mut generator);
    let answer = generator.subschema_for::<RenderResponse>().to_value();
    let problem = generator.subschema_for::<Problem>().to_value();
    let parameters = query_parameters(&mut generator);
    let example = json!({ "sprint": serde_json::from_str::<Value>(EXAMPLE_SPRINT).unwrap_or_default() });
    let post = json!({
        "operationId": "render",
        "summary": "Draw the picture of a request, or store it and answer with its address.",
        "parameters": [{
            "name": "store", "in": "query", "description": "1 stores the picture; goes over the request's `store`.",
            "schema": { "enum": ["1", "0", "true", "false"] },
        }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": request, "example": example } } },
        "responses": picture_responses(&["image/png", "image/svg+xml", "image/webp", "application/pdf"], &answer, &problem),
    });
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Emberline",
            "description": "Sprint data in, a burndown picture that explains itself out.",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "paths": {
            "/render": { "post": post },
            "/burndown.png": { "get": picture_operation("burndownPng", "image/png", &parameters, &answer, &problem) },
            "/burndown.svg": { "get": picture_operation("burndownSvg", "image/svg+xml", &parameters, &answer, &problem) },
            "/healthz": { "get": json_operation("health", "Whether the server answers.") },
            "/openapi.json": { "get": json_operation("openapi", "This document.") },
        },
        "components": { "schemas": Value::Object(generator.take_definitions(true)) },
    });
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        paths.extend(chart_paths(&problem));
    }
    document
}

/// A `GET` that draws a picture.
fn picture_operation(
    id: &str,
    media_type: &str,
    parameters: &Value,
    answer: &Value,
    problem: &Value,
) -> Value {
    json!({
        "operationId": id,
        "summary": "Draw the picture of a small sprint that stands in the address.",
        "parameters": parameters,
        "responses": picture_responses(&[media_type], answer, problem),
    })
}

/// A `GET` that responds with JSON.
fn json_operation(id: &str, summary: &str) -> Value {
    let content = json!({ "application/json": { "schema": { "type": "object" } } });
    json!({
        "operationId": id, "summary": summary,
        "responses": { "200": { "description": "It does.", "content": content } },
    })
}

/// The responses of a route that draws pictures, by status.
fn picture_responses(media_types: &[&str], answer: &Value, problem: &Value) -> Value {
    let mut ok: Map<String, Value> =
        media_types.iter().map(|name| ((*name).to_owned(), json!({ "schema": {} }))).collect();
    ok.insert("application/json".to_owned(), json!({ "schema": answer }));
    let stored = json!({ "application/json": { "schema": answer } });
    let mut responses = Map::new();
    let headers = json!({ "Emberline-Warnings": {
        "description": "Number of warnings about parts that the picture does not show as intended; absent if there are none. \
            An answer in JSON has their texts.",
        "schema": { "type": "integer", "minimum": 1 },
    } });
    responses.insert(
        "200".to_owned(),
        json!({
            "description": "The picture; with `store` the answer for one that was stored before.",
            "headers": headers, "content": ok,
        }),
    );
    responses.insert("201".to_owned(), json!({ "description": "Stored.", "content": stored }));
    responses.insert("304".to_owned(), json!({ "description": "The client has it: If-None-Match." }));
    for (status, description) in [
        ("400", "No JSON, or a query that can't be read."),
        ("403", "A source that the configuration does not allow."),
        ("406", "Neither PNG nor SVG is accepted."),
        ("408", "The body did not arrive in time."),
        ("413", "A limit is exceeded."),
        ("422", "The request or its sprint can't be understood."),
        ("501", "There is no bucket to store in."),
        ("502", "S3 failed."),
        ("503", "Too slow."),
        ("504", "S3 was too slow."),
    ] {
        let content = json!({ "application/problem+json": { "schema": problem } });
        responses.insert(status.to_owned(), json!({ "description": description, "content": content }));
    }
    responses.into()
}

/// The parameters of a `GET`: fields of the sprint, of the options and of the request.
fn query_parameters(generator: &mut SchemaGenerator) -> Value {
    let fields = request::request_field_schemas(generator);
    PARAMETERS
        .iter()
        .map(|parameter| {
            let name = parameter.name.as_str();
            let field = match parameter.part {
                RequestPart::Sprint => fields.sprint.get(name),
                RequestPart::Options => fields.options.get(name),
                RequestPart::Request => fields.request.get(name),
            };
            let schema = match parameter.kind {
                ValueKind::Text | ValueKind::Number => field.map_or(json!({ "type": "string" }), non_null_schema),
                ValueKind::Switch => json!({ "enum": ["1", "0", "true", "false"] }),
                ValueKind::TextList | ValueKind::NumberList | ValueKind::Document => json!({ "type": "string" }),
            };
            let example = match parameter.kind {
                ValueKind::Number => parameter.example.parse::<f64>().map_or(Value::Null, Value::from),
                _ => Value::from(parameter.example.as_str()),
            };
            let description = field.and_then(|field| field.get("description")).cloned();
            json!({ "name": name, "in": "query", "description": description, "schema": schema, "example": example })
        })
        .collect()
}

/// The schema of an optional field without `null`, its description and its default. schemars describes optional fields as
/// nullable, but a parameter of a query can't be null.
fn non_null_schema(field: &Value) -> Value {
    if let Some(schema) = field.pointer("/anyOf/0") {
        return schema.clone();
    }
    let mut schema = field.clone();
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("description");
        schema.remove("default");
        schema.remove("examples");
        if let Some(kind) = field.pointer("/type/0") {
            schema.insert("type".to_owned(), kind.clone());
        }
    }
    schema
}
