//! The OpenAPI document: routes by hand, every schema from the types that read and write.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::Problem;
use super::query::{Kind, PARAMETERS, Part};
use crate::request;
use crate::service::Answer;

/// The document (OpenAPI 3.1).
pub fn document() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut generator = settings.into_generator();
    let request = request::subschema(&mut generator);
    let answer = generator.subschema_for::<Answer>().to_value();
    let problem = generator.subschema_for::<Problem>().to_value();
    let parameters = parameters(&mut generator);
    let post = json!({
        "operationId": "render",
        "summary": "Draw the picture of a request, or store it and answer with its address.",
        "parameters": [{
            "name": "store", "in": "query", "description": "1 stores the picture; goes over the request's `store`.",
            "schema": { "enum": ["1", "0", "true", "false"] },
        }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": request } } },
        "responses": responses(&["image/png", "image/svg+xml"], &answer, &problem),
    });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Emberline",
            "description": "Sprint data in, a burndown picture that explains itself out.",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "paths": {
            "/render": { "post": post },
            "/burndown.png": { "get": get("burndownPng", "image/png", &parameters, (&answer, &problem)) },
            "/burndown.svg": { "get": get("burndownSvg", "image/svg+xml", &parameters, (&answer, &problem)) },
            "/healthz": { "get": plain("health", "Whether the server answers.") },
            "/openapi.json": { "get": plain("openapi", "This document.") },
        },
        "components": { "schemas": Value::Object(generator.take_definitions(true)) },
    })
}

fn get(id: &str, image: &str, parameters: &Value, (answer, problem): (&Value, &Value)) -> Value {
    json!({
        "operationId": id,
        "summary": "Draw the picture of a small sprint that stands in the address.",
        "parameters": parameters,
        "responses": responses(&[image], answer, problem),
    })
}

fn plain(id: &str, summary: &str) -> Value {
    let content = json!({ "application/json": { "schema": { "type": "object" } } });
    json!({
        "operationId": id, "summary": summary,
        "responses": { "200": { "description": "It does.", "content": content } },
    })
}

/// Every status that a picture's route answers with.
fn responses(images: &[&str], answer: &Value, problem: &Value) -> Value {
    let mut ok: Map<String, Value> =
        images.iter().map(|image| ((*image).to_owned(), json!({ "schema": {} }))).collect();
    ok.insert("application/json".to_owned(), json!({ "schema": answer }));
    let stored = json!({ "application/json": { "schema": answer } });
    let mut responses = Map::new();
    responses.insert(
        "200".to_owned(),
        json!({ "description": "The picture; with `store` the answer for one that was stored before.", "content": ok }),
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

/// The parameters of a GET: fields of the sprint, of the options, of the request.
fn parameters(generator: &mut SchemaGenerator) -> Value {
    let fields = request::fields(generator);
    PARAMETERS
        .iter()
        .map(|(name, part, kind, example)| {
            let description = match part {
                Part::Sprint => fields.sprint.get(*name),
                Part::Options => fields.options.get(*name),
                Part::Request => fields.request.get(*name),
            };
            let schema = match kind {
                Kind::Number => json!({ "type": "number" }),
                Kind::Switch => json!({ "enum": ["1", "0", "true", "false"] }),
                Kind::Text | Kind::Texts | Kind::Numbers | Kind::Document => json!({ "type": "string" }),
            };
            let description = description.and_then(|field| field.get("description")).cloned();
            json!({ "name": name, "in": "query", "description": description, "schema": schema, "example": example })
        })
        .collect()
}
