//! Refused requests: the problem document names the error and its place.

use serde_json::{Value, json};

use crate::server::{Answer, QUERY, REQUEST, Server, read_rest, send_bytes};

fn assert_problem(answer: &Answer, status: u16, title: &str, path: Option<&str>, detail: &str) {
    let text = answer.text();
    assert_eq!(answer.status, status, "{text}");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(!answer.header("x-request-id").is_empty());
    let problem = answer.json();
    assert_eq!(problem["type"], format!("urn:emberline:problem:{title}"));
    assert_eq!((&problem["title"], &problem["status"]), (&json!(title), &json!(status)));
    assert_eq!(problem.get("path").and_then(Value::as_str), path, "{text}");
    assert!(problem["detail"].as_str().is_some_and(|text| text.contains(detail)), "{text}");
    assert!(!text.contains("panicked") && !text.contains("src/"), "{text}");
}

#[test]
fn an_error_in_the_body_names_its_place() {
    let server = Server::start();
    let sprint = |field: &str, value: Value| {
        let mut request: Value = serde_json::from_str(REQUEST).expect("the text is JSON");
        request["sprint"][field] = value;
        request.to_string()
    };
    let with = |field: &str, value: Value| {
        let mut request: Value = serde_json::from_str(REQUEST).expect("the text is JSON");
        request[field] = value;
        request.to_string()
    };
    for (body, status, title, path, detail) in [
        ("{\n  \"sprint\": {},\n  x".to_owned(), 400, "InvalidInput", None, "line 3, column 3: "),
        (String::new(), 400, "InvalidInput", None, "line 1"),
        ("[]".to_owned(), 400, "InvalidInput", None, "found a list, expected an object"),
        ("{}".to_owned(), 422, "InvalidInput", None, "a request without data"),
        (sprint("end", json!("soon")), 422, "InvalidInput", Some("sprint.end"), "found \"soon\""),
        (sprint("days", json!([38, "x"])), 422, "InvalidInput", Some("sprint.days[1]"), "found \"x\""),
        (
            with("options", json!({ "theme": "drak" })),
            422,
            "InvalidInput",
            Some("options.theme"),
            "did you mean",
        ),
        (with("store", json!("yes")), 422, "InvalidInput", Some("store"), "expected a boolean"),
        (with("source", json!({ "s3": "a/b" })), 422, "InvalidInput", None, "expected one of them"),
        (
            sprint("name", json!("n".repeat(2_001))),
            413,
            "LimitExceeded",
            Some("sprint.name"),
            "MAX_TEXT_CHARS",
        ),
        (sprint("days", json!([1e9])), 413, "LimitExceeded", Some("sprint.days[0]"), "MAX_AMOUNT"),
        (with("options", json!({ "width": 16_385 })), 413, "LimitExceeded", Some("options"), "MAX_SIDE"),
        (
            with("options", json!({ "scale": 4 })),
            413,
            "LimitExceeded",
            Some("options"),
            "EMBERLINE_MAX_PIXELS",
        ),
        (with("store", json!(true)), 501, "NotConfigured", None, "EMBERLINE_BUCKET"),
        (r#"{"source":{"s3":"b/sprint.json"}}"#.to_owned(), 501, "NotConfigured", None, "EMBERLINE_BUCKET"),
    ] {
        assert_problem(&server.render(&body), status, title, path, detail);
    }
}

#[test]
fn an_error_in_the_query_names_its_parameter() {
    let server = Server::start();
    for (query, status, path, detail) in [
        ("thme=dark".to_owned(), 422, Some("query"), "did you mean \"theme\""),
        (String::new(), 422, None, "a request without data"),
        (format!("{QUERY}&committed=4o"), 422, Some("committed"), "a value such as 40"),
        (format!("{QUERY}&name=S"), 422, Some("name"), "the parameter twice"),
        (format!("{QUERY}&sprint=%7B%7D"), 422, None, "expected one of them"),
        (format!("{QUERY}&end=2026-02-30"), 422, Some("end"), "the parameter twice"),
        ("name=S&start=2026-03-02&end=2026-02-30&days=1".to_owned(), 422, Some("sprint.end"), "2026-02-30"),
        (format!("{QUERY}&as_of=soon"), 422, Some("options.as_of"), "soon"),
        (format!("{QUERY}&store=1"), 501, None, "EMBERLINE_BUCKET"),
        (format!("{QUERY}&store=maybe"), 422, Some("store"), "a value such as 1"),
    ] {
        let answer = server.get(&format!("/burndown.png?{query}"));
        let title = if status == 501 { "NotConfigured" } else { "InvalidInput" };
        assert_problem(&answer, status, title, path, detail);
    }
    let answer = server.request("POST", "/render?store=maybe", &[], REQUEST);
    assert_problem(&answer, 422, "InvalidInput", Some("store"), "expected 1 or 0");
    let answer = server.request("POST", "/render?sotre=1", &[], REQUEST);
    assert_problem(&answer, 422, "InvalidInput", Some("query"), "did you mean \"store\"");
    let answer = server.request("POST", "/render?store=1&store=0", &[], REQUEST);
    assert_problem(&answer, 422, "InvalidInput", Some("store"), "twice");
}

#[test]
fn an_unknown_route_or_method_is_refused_with_the_known_ones() {
    let server = Server::start();
    for path in ["/", "/render/", "/burndown.gif", "/..%2f", "//healthz"] {
        assert_problem(&server.get(path), 404, "NotFound", None, "POST /render");
    }
    for (method, path, allow) in [
        ("GET", "/render", "POST"),
        ("POST", "/burndown.png", "GET,HEAD"),
        ("PUT", "/burndown.svg", "GET,HEAD"),
        ("DELETE", "/healthz", "GET,HEAD"),
        ("PATCH", "/openapi.json", "GET,HEAD"),
    ] {
        let answer = server.request(method, path, &[], "");
        assert_problem(&answer, 405, "MethodNotAllowed", None, method);
        assert_eq!(answer.header("allow"), allow, "{method} {path}");
    }
}

#[test]
fn a_body_over_the_size_limit_is_refused() {
    let server = Server::start_with(&["--max-body", "1000"], &[]);
    let (fits, over) = ("x".repeat(1_000), "x".repeat(1_001));
    assert_eq!(server.render(&fits).status, 400);
    let detail = "at most 1000 bytes";
    assert_problem(&server.render(&over), 413, "LimitExceeded", None, detail);
    let chunked = |bytes: &[u8]| {
        let mut stream = server.connect();
        let head =
            "POST /render HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";
        send_bytes(&mut stream, head.as_bytes());
        for chunk in bytes.chunks(300) {
            send_bytes(&mut stream, format!("{:x}\r\n", chunk.len()).as_bytes());
            send_bytes(&mut stream, chunk);
            send_bytes(&mut stream, b"\r\n");
        }
        send_bytes(&mut stream, b"0\r\n\r\n");
        read_rest(&mut stream).0
    };
    assert!(chunked(fits.as_bytes()).starts_with("HTTP/1.1 400 "));
    let answer = chunked(over.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains(detail), "{answer}");
}

/// A client that sends the complete body before it reads must receive the response, not a reset of the connection.
#[test]
fn a_client_that_sends_a_far_too_large_body_receives_the_error() {
    let server = Server::start_with(&["--max-body", "1000"], &[]);
    let body = vec![b'x'; 12 * 1024 * 1024];
    for _ in 0..5 {
        let mut stream = server.connect();
        let head = format!(
            "POST /render HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        send_bytes(&mut stream, head.as_bytes());
        let whole = send_bytes(&mut stream, &body);
        let (answer, _) = read_rest(&mut stream);
        assert!(whole && answer.starts_with("HTTP/1.1 413 "), "sent: {whole}, {answer:?}");
    }
    // A client that expects `100 Continue` receives the error before it sends the body.
    let mut stream = server.connect();
    send_bytes(
        &mut stream,
        b"POST /render HTTP/1.1\r\nhost: a\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-length: 99999\r\n\r\n",
    );
    let (answer, _) = read_rest(&mut stream);
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}
