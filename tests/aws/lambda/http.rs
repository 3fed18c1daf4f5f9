//! HTTP events of a function URL and of API Gateway.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::s3_server::S3Server;

use super::{read_event, start_function};

#[test]
fn http_events_are_answered_with_http_responses() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let mut ask = |name: &str| function.invoke(&read_event(name)).result.expect("there is an answer");
    let health = ask("function-url");
    assert_eq!((&health["statusCode"], &health["isBase64Encoded"]), (&json!(200), &json!(false)));
    assert_eq!(health["headers"]["content-type"], "application/json");

    let rendered = ask("function-url-render");
    assert_eq!(rendered["statusCode"], 200, "{rendered}");
    let picture = ask("api-gateway-v2");
    assert_eq!((&picture["statusCode"], &picture["isBase64Encoded"]), (&json!(200), &json!(true)));
    let png = BASE64_STANDARD
        .decode(picture["body"].as_str().expect("there is a body"))
        .expect("the text is base64");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(picture["headers"]["content-type"], "image/png");

    let stored = ask("function-url-render-base64");
    assert_eq!(stored["statusCode"], 201, "{stored}");
    let answer: Value =
        serde_json::from_str(stored["body"].as_str().expect("there is a body")).expect("the text is JSON");
    assert!(server.object_bytes(answer["key"].as_str().expect("there is a key")).is_some());
    assert_eq!(stored["headers"]["location"], answer["url"]);

    for name in ["api-gateway-v1", "api-gateway-v1-console"] {
        let answer = ask(name);
        assert!(
            answer["multiValueHeaders"]["content-type"].is_array() && answer["headers"].is_null(),
            "{answer}"
        );
        assert_eq!(answer["statusCode"], 200, "{name}: {answer}");
    }
}

#[test]
fn a_quickchart_client_gets_its_chart_and_a_short_address_in_the_bucket() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let mut event = read_event("function-url-render");
    event["requestContext"]["http"]["method"] = json!("GET");
    event["rawPath"] = json!("/chart");
    event["rawQueryString"] = json!(
        "c=%7Btype%3A%27bar%27%2Cdata%3A%7Blabels%3A%5B%27a+b%27%5D%2Cdatasets%3A%5B%7Bdata%3A%5B1%5D%7D%5D%7D%7D&w=300&h=200"
    );
    let drawn = function.invoke(&event).result.expect("there is an answer");
    assert_eq!((&drawn["statusCode"], &drawn["headers"]["content-type"]), (&json!(200), &json!("image/png")));

    event["requestContext"]["http"]["method"] = json!("POST");
    event["requestContext"]["stage"] = json!("v1");
    event["rawPath"] = json!("/v1/chart/create");
    event["rawQueryString"] = json!("");
    let chart = "{type:'bar',data:{labels:['a b'],datasets:[{data:[1]}]}}";
    event["body"] = json!(json!({ "chart": chart, "width": 300, "height": 200 }).to_string());
    event["isBase64Encoded"] = json!(false);
    let created = function.invoke(&event).result.expect("there is an answer");
    assert_eq!(created["statusCode"], 200, "{created}");
    let answer: Value =
        serde_json::from_str(created["body"].as_str().expect("there is a body")).expect("the text is JSON");
    let url = answer["url"].as_str().expect("there is an address");
    let host = event["headers"]["host"].as_str().expect("there is a host");
    let id = url.strip_prefix(&format!("https://{host}/v1/chart/render/")).unwrap_or_else(|| panic!("{url}"));
    assert_eq!(server.object_keys(), [format!("out/charts/{id}.json")]);

    event["requestContext"]["http"]["method"] = json!("GET");
    event["rawPath"] = json!(format!("/v1/chart/render/{id}"));
    event["body"] = Value::Null;
    let rendered = function.invoke(&event).result.expect("there is an answer");
    assert_eq!((&rendered["statusCode"], &rendered["body"]), (&json!(200), &drawn["body"]));
}

#[test]
fn a_picture_that_the_client_has_is_answered_with_304() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let mut event = read_event("api-gateway-v2");
    let first = function.invoke(&event).result.expect("there is an answer");
    event["headers"]["if-none-match"] = first["headers"]["etag"].clone();
    let second = function.invoke(&event).result.expect("there is an answer");
    assert_eq!((&second["statusCode"], &second["body"]), (&json!(304), &json!("")));
}

#[test]
fn a_malformed_http_event_is_a_bad_request() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let mut bad = |field: &str, value: Value| {
        let mut event = read_event("function-url-render-base64");
        event[field] = value;
        function.invoke(&event).result.expect("there is an answer")
    };
    for answer in [
        bad("body", json!("no base64!")),
        bad("rawQueryString", json!("a b")),
        bad("rawPath", json!("no path")),
        bad("headers", json!({ "a b": "c" })),
    ] {
        assert_eq!(answer["statusCode"], 400, "{answer}");
        assert_eq!(answer["headers"]["content-type"], "application/problem+json");
    }
}

#[test]
fn a_response_larger_than_lambda_allows_is_refused_with_the_limit() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let mut big = read_event("direct");
    (big["store"], big["options"]) = (json!(false), json!({ "scale": 2 }));
    let error = function.invoke(&json!(vec![big; 12])).result.expect_err("the input must be too large");
    assert_eq!(error.error_type, "LimitExceeded");
    assert!(error.error_message.contains("at most 6000000 can be returned"), "{}", error.error_message);
}
