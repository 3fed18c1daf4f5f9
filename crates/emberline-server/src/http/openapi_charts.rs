//! The part of the OpenAPI document for QuickChart's interface.

use serde_json::{Map, Value, json};

/// A configuration, as an example.
const EXAMPLE_CHART: &str = "{type:'bar',data:{labels:['a','b'],datasets:[{label:'x',data:[1,2]}]}}";
/// The media types of pictures.
const PICTURES: [&str; 4] = ["image/png", "image/svg+xml", "image/webp", "application/pdf"];
/// Statuses of errors, whose body is a picture of the text or, for a client that accepts JSON, a problem document.
const ERRORS: [(&str, &str); 9] = [
    ("400", "The body is no JSON, or the request names no host."),
    ("404", "There is no chart of this address."),
    ("408", "The body did not arrive in time."),
    ("413", "A limit is exceeded."),
    ("422", "A parameter or the configuration can't be understood."),
    ("501", "There is no place for charts with a short address."),
    ("502", "The place for charts failed."),
    ("503", "Too slow."),
    ("504", "S3 was too slow."),
];

/// The paths for charts.
pub(super) fn chart_paths(problem: &Value) -> Map<String, Value> {
    let summary = "Draw a Chart.js configuration with the parameters and defaults of QuickChart.";
    let drawn = picture_responses(problem);
    let get = json!({
        "operationId": "chart", "summary": summary,
        "parameters": query_parameters(true), "responses": drawn,
    });
    let post = json!({
        "operationId": "postChart", "summary": summary, "requestBody": request_body(), "responses": drawn,
    });
    let create = json!({
        "operationId": "createChart",
        "summary": "Store a chart that can be drawn, and answer with its short address.",
        "requestBody": request_body(), "responses": creation_responses(problem),
    });
    let mut parameters = query_parameters(false);
    parameters.push(json!({
        "name": "id", "in": "path", "required": true, "description": "The end of a short address.",
        "schema": { "type": "string" }, "example": "0123456789abcdef01234567",
    }));
    let stored = json!({
        "operationId": "storedChart",
        "summary": "Draw a stored chart; the parameters go over its own.",
        "parameters": parameters, "responses": drawn,
    });
    let paths = [
        ("/chart", json!({ "get": get, "post": post })),
        ("/chart/create", json!({ "post": create })),
        ("/chart/render/{id}", json!({ "get": stored })),
    ];
    paths.into_iter().map(|(path, operations)| (path.to_owned(), operations)).collect()
}

/// The parameters with their short names, types, examples and descriptions.
fn documented_parameters() -> [(&'static str, Option<&'static str>, Value, Value, &'static str); 8] {
    let text = || json!({ "type": "string" });
    let number = || json!({ "type": "number" });
    [
        ("chart", Some("c"), text(), json!(EXAMPLE_CHART), "The configuration: JSON, or JavaScript."),
        ("width", Some("w"), number(), json!(400), "Width in CSS pixels. Default: 500."),
        ("height", Some("h"), number(), json!(200), "Height in CSS pixels. Default: 300."),
        (
            "backgroundColor",
            Some("bkg"),
            text(),
            json!("white"),
            "The colour behind everything. Default: transparent.",
        ),
        ("devicePixelRatio", None, number(), json!(1), "Device pixels for each CSS pixel. Default: 2."),
        (
            "format",
            Some("f"),
            json!({ "enum": ["png", "svg", "webp", "pdf"] }),
            json!("svg"),
            "Default: png.",
        ),
        (
            "version",
            Some("v"),
            text(),
            json!("4"),
            "The version of Chart.js: 2, 3, 4 or such as 2.9.4. Default: 2.9.4.",
        ),
        (
            "encoding",
            None,
            json!({ "enum": ["url", "base64"] }),
            json!("url"),
            "How the configuration is encoded. Default: url.",
        ),
    ]
}

/// The parameters of a query, under both of their names; with or without those of the configuration.
fn query_parameters(has_chart: bool) -> Vec<Value> {
    let mut list = Vec::new();
    for (name, short, schema, example, description) in documented_parameters() {
        if !has_chart && matches!(name, "chart" | "encoding") {
            continue;
        }
        let mut add = |name: &str, description: &str| {
            list.push(json!({
                "name": name, "in": "query", "description": description, "schema": schema, "example": example,
            }));
        };
        add(name, description);
        if let Some(short) = short {
            add(short, &format!("Short for {name}."));
        }
    }
    list
}

/// The body of a request: the long names; the configuration may be an object.
fn request_body() -> Value {
    let mut properties = Map::new();
    for (name, _, schema, _, description) in documented_parameters() {
        let schema = match name {
            "chart" => json!({ "type": ["string", "object"] }),
            "format" | "encoding" => schema,
            _ => json!({ "type": ["string", "number"] }),
        };
        let mut property = schema;
        if let Some(property) = property.as_object_mut() {
            property.insert("description".to_owned(), json!(description));
        }
        properties.insert(name.to_owned(), property);
    }
    let schema = json!({ "type": "object", "properties": properties, "required": ["chart"] });
    let example = json!({ "chart": EXAMPLE_CHART, "width": 400 });
    json!({ "required": true, "content": { "application/json": { "schema": schema, "example": example } } })
}

fn picture_responses(problem: &Value) -> Value {
    let pictures = || PICTURES.map(|media_type| (media_type.to_owned(), json!({ "schema": {} })));
    let mut responses = Map::new();
    let content: Map<String, Value> = pictures().into_iter().collect();
    responses.insert("200".to_owned(), json!({ "description": "The picture.", "content": content }));
    responses.insert("304".to_owned(), json!({ "description": "The client has it: If-None-Match." }));
    for (status, description) in ERRORS {
        let mut content: Map<String, Value> = pictures().into_iter().collect();
        content.insert("application/problem+json".to_owned(), json!({ "schema": problem }));
        responses.insert(status.to_owned(), json!({ "description": description, "content": content }));
    }
    responses.into()
}

fn creation_responses(problem: &Value) -> Value {
    let answer = json!({
        "type": "object", "required": ["success", "url"],
        "properties": { "success": { "const": true }, "url": { "type": "string", "format": "uri" } },
    });
    let mut responses = Map::new();
    let content = json!({ "application/json": { "schema": answer } });
    responses.insert("200".to_owned(), json!({ "description": "Its address.", "content": content }));
    for (status, description) in ERRORS {
        let content = json!({ "application/problem+json": { "schema": problem } });
        responses.insert(status.to_owned(), json!({ "description": description, "content": content }));
    }
    responses.into()
}
