//! Pictures stored in a real S3 server, by way of HTTP.

use serde_json::{Value, json};

use crate::json_schema;
use crate::s3_server::{Fault, S3Server, fetch};
use crate::server::{Answer, QUERY, REQUEST, Server};

fn storing(s3: &S3Server, more: &[(&'static str, &str)]) -> Server {
    let mut env = s3.env();
    env.push(("EMBERLINE_BUCKET", s3.bucket().to_owned()));
    env.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
    Server::with(&[], &env)
}

/// An answer as the document describes it.
fn stored(server: &Server, answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json");
    // The address is signed, and holds for a time.
    assert_eq!(answer.header("cache-control"), "no-store");
    let document = server.get("/openapi.json").json();
    let value = answer.json();
    assert!(
        json_schema::valid(&document, &json!({ "$ref": "#/components/schemas/Answer" }), &value),
        "{value}"
    );
    assert_eq!(answer.header("location"), value["url"].as_str().expect("an address"));
    value
}

#[test]
fn a_stored_picture_is_where_its_answer_says() {
    let s3 = S3Server::start();
    let server = storing(&s3, &[]);
    let picture = server.render(REQUEST).body;
    for (path, known) in [("/render?store=1", false), ("/render?store=true", true)] {
        let answer = server.ask("POST", path, &[], REQUEST);
        let value = stored(&server, &answer, if known { 200 } else { 201 });
        assert_eq!(value["known"], known);
        assert_eq!(fetch(answer.header("location")), (200, picture.clone()));
        assert_eq!(s3.objects(), [value["key"].as_str().expect("a key")]);
    }
    // The address goes over the body.
    let body: Value = serde_json::from_str(REQUEST).expect("JSON");
    let asked = |store: bool| json!({ "sprint": body["sprint"], "store": store }).to_string();
    assert_eq!(server.ask("POST", "/render?store=0", &[], &asked(true)).header("content-type"), "image/png");
    stored(&server, &server.ask("POST", "/render?store=1", &[], &asked(false)), 200);
    stored(&server, &server.render(&asked(true)), 200);
}

#[test]
fn a_sprint_in_the_address_is_stored() {
    let s3 = S3Server::start();
    let server = storing(&s3, &[]);
    for ending in ["png", "svg"] {
        let path = format!("/burndown.{ending}?{QUERY}");
        let answer = server.get(&format!("{path}&store=1&team=Ember"));
        let value = stored(&server, &answer, 201);
        assert!(
            value["key"].as_str().is_some_and(|key| key.starts_with("out/ember/") && key.ends_with(ending))
        );
        assert_eq!(fetch(answer.header("location")), (200, server.get(&path).body));
    }
}

#[test]
fn both_formats_stand_side_by_side() {
    let s3 = S3Server::start();
    let server = storing(&s3, &[]);
    let body: Value = serde_json::from_str(REQUEST).expect("JSON");
    let request = json!({ "sprint": body["sprint"], "format": "both", "store": true });
    let value = stored(&server, &server.render(&request.to_string()), 201);
    let (png, svg) = (value["key"].as_str().expect("a key"), value["svg_key"].as_str().expect("a key"));
    assert!(s3.object(png).is_some_and(|bytes| bytes.starts_with(b"\x89PNG")));
    assert_eq!(fetch(value["svg_url"].as_str().expect("an address")).0, 200);
    assert!(s3.object(svg).is_some_and(|bytes| bytes.starts_with(b"<svg")));
}

#[test]
fn a_stored_sprint_is_drawn() {
    let s3 = S3Server::start();
    let body: Value = serde_json::from_str(REQUEST).expect("JSON");
    s3.put_file("in/sprint.json", body["sprint"].to_string());
    let server = storing(&s3, &[]);
    let source = |key: &str| json!({ "source": { "s3": format!("{}/{key}", s3.bucket()) } }).to_string();
    assert_eq!(server.render(&source("in/sprint.json")).body, server.render(REQUEST).body);
    for (key, status, title) in
        [("in/none.json", 422, "SourceNotFound"), ("out/x.json", 403, "SourceRefused")]
    {
        let answer = server.render(&source(key));
        assert_eq!((answer.status, &answer.json()["title"]), (status, &json!(title)));
    }
}

#[test]
fn a_storage_that_fails_is_a_gateways_failure() {
    let s3 = S3Server::start();
    let server = storing(&s3, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "1")]);
    s3.fail(Fault::Hang);
    let answer = server.ask("POST", "/render?store=1", &[], REQUEST);
    assert_eq!((answer.status, &answer.json()["title"]), (504, &json!("StorageFailed")), "{}", answer.text());
    s3.fail(Fault::SlowDown { times: 100 });
    let answer = server.ask("POST", "/render?store=1", &[], REQUEST);
    assert_eq!(answer.json()["title"], "StorageFailed");
    assert!(matches!(answer.status, 502 | 504), "{}", answer.text());
    s3.fail(Fault::None);
    assert_eq!(server.ask("POST", "/render?store=1", &[], REQUEST).status, 201);
}
