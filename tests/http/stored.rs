//! Pictures that HTTP requests store in an S3 server.

use serde_json::{Value, json};

use crate::json_schema;
use crate::s3_server::{Fault, S3Server, fetch_url};
use crate::server::{Answer, QUERY, REQUEST, Server};

fn start_server_with_bucket(s3: &S3Server, more: &[(&'static str, &str)]) -> Server {
    let mut env = s3.client_environment();
    env.push(("EMBERLINE_BUCKET", s3.bucket_name().to_owned()));
    env.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
    Server::start_with(&[], &env)
}

/// Asserts that a response has a status and the form of the OpenAPI document; returns its JSON.
fn assert_stored(server: &Server, answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json");
    // The address is signed and expires, so the response must not be cached.
    assert_eq!(answer.header("cache-control"), "no-store");
    let document = server.get("/openapi.json").json();
    let value = answer.json();
    assert!(
        json_schema::is_valid(&document, &json!({ "$ref": "#/components/schemas/Answer" }), &value),
        "{value}"
    );
    assert_eq!(answer.header("location"), value["url"].as_str().expect("there is an address"));
    value
}

#[test]
fn a_stored_picture_is_at_the_address_in_the_response() {
    let s3 = S3Server::start();
    let server = start_server_with_bucket(&s3, &[]);
    let picture = server.render(REQUEST).body;
    for (path, known) in [("/render?store=1", false), ("/render?store=true", true)] {
        let answer = server.request("POST", path, &[], REQUEST);
        let value = assert_stored(&server, &answer, if known { 200 } else { 201 });
        assert_eq!(value["known"], known);
        assert_eq!(fetch_url(answer.header("location")), (200, picture.clone()));
        assert_eq!(s3.object_keys(), [value["key"].as_str().expect("there is a key")]);
    }
    // The query overrides the body.
    let body: Value = serde_json::from_str(REQUEST).expect("the text is JSON");
    let asked = |store: bool| json!({ "sprint": body["sprint"], "store": store }).to_string();
    assert_eq!(
        server.request("POST", "/render?store=0", &[], &asked(true)).header("content-type"),
        "image/png"
    );
    assert_stored(&server, &server.request("POST", "/render?store=1", &[], &asked(false)), 200);
    assert_stored(&server, &server.render(&asked(true)), 200);
}

#[test]
fn a_stored_chart_has_its_warnings_in_the_response() {
    let s3 = S3Server::start();
    let server = start_server_with_bucket(&s3, &[]);
    let chart =
        json!({ "type": "bar", "data": { "datasets": [] }, "options": { "plugins": { "zoom": {} } } });
    let answer = server.render(&json!({ "chart": chart, "store": true }).to_string());
    let value = assert_stored(&server, &answer, 201);
    let warnings = value["warnings"].as_array().expect("there is a list");
    assert_eq!(warnings.len(), 1, "{value}");
    assert!(warnings[0].as_str().expect("there is a text").starts_with("options.plugins.zoom: "), "{value}");
}

#[test]
fn a_sprint_in_the_query_is_stored() {
    let s3 = S3Server::start();
    let server = start_server_with_bucket(&s3, &[]);
    for ending in ["png", "svg"] {
        let path = format!("/burndown.{ending}?{QUERY}");
        let answer = server.get(&format!("{path}&store=1&team=Ember"));
        let value = assert_stored(&server, &answer, 201);
        assert!(
            value["key"].as_str().is_some_and(|key| key.starts_with("out/ember/") && key.ends_with(ending))
        );
        assert_eq!(fetch_url(answer.header("location")), (200, server.get(&path).body));
    }
}

#[test]
fn the_format_both_stores_a_png_and_an_svg() {
    let s3 = S3Server::start();
    let server = start_server_with_bucket(&s3, &[]);
    let body: Value = serde_json::from_str(REQUEST).expect("the text is JSON");
    let request = json!({ "sprint": body["sprint"], "format": "both", "store": true });
    let value = assert_stored(&server, &server.render(&request.to_string()), 201);
    let (png, svg) =
        (value["key"].as_str().expect("there is a key"), value["svg_key"].as_str().expect("there is a key"));
    assert!(s3.object_bytes(png).is_some_and(|bytes| bytes.starts_with(b"\x89PNG")));
    assert_eq!(fetch_url(value["svg_url"].as_str().expect("there is an address")).0, 200);
    assert!(s3.object_bytes(svg).is_some_and(|bytes| bytes.starts_with(b"<svg")));
}

#[test]
fn a_sprint_from_the_bucket_is_drawn() {
    let s3 = S3Server::start();
    let body: Value = serde_json::from_str(REQUEST).expect("the text is JSON");
    s3.put_file("in/sprint.json", body["sprint"].to_string());
    let server = start_server_with_bucket(&s3, &[]);
    let source = |key: &str| json!({ "source": { "s3": format!("{}/{key}", s3.bucket_name()) } }).to_string();
    assert_eq!(server.render(&source("in/sprint.json")).body, server.render(REQUEST).body);
    for (key, status, title) in
        [("in/none.json", 422, "SourceNotFound"), ("out/x.json", 403, "SourceRefused")]
    {
        let answer = server.render(&source(key));
        assert_eq!((answer.status, &answer.json()["title"]), (status, &json!(title)));
    }
}

#[test]
fn a_storage_failure_is_a_gateway_error() {
    let s3 = S3Server::start();
    let server = start_server_with_bucket(&s3, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "1")]);
    s3.set_fault(Fault::Hang);
    let answer = server.request("POST", "/render?store=1", &[], REQUEST);
    assert_eq!((answer.status, &answer.json()["title"]), (504, &json!("StorageFailed")), "{}", answer.text());
    s3.set_fault(Fault::SlowDown { times: 100 });
    let answer = server.request("POST", "/render?store=1", &[], REQUEST);
    assert_eq!(answer.json()["title"], "StorageFailed");
    assert!(matches!(answer.status, 502 | 504), "{}", answer.text());
    s3.set_fault(Fault::None);
    assert_eq!(server.request("POST", "/render?store=1", &[], REQUEST).status, 201);
}
