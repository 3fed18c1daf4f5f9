//! The function under the Runtime API, invoked by everything that may invoke it. `EMBERLINE_BOOTSTRAP` names a packaged binary to test
//! instead of the one that cargo has just built.

use std::fs;
use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::runtime_api::Container;
use crate::s3_server::{S3Server, fetch};

/// More than the allocator's habits, less than one leaked picture an invocation.
const FLAT_KIB: u64 = 8 * 1024;

fn bootstrap() -> PathBuf {
    std::env::var_os("EMBERLINE_BOOTSTRAP")
        .map_or_else(|| env!("CARGO_BIN_EXE_emberline-lambda").into(), PathBuf::from)
}

fn event(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/events").join(name);
    let text = fs::read_to_string(path.with_extension("json")).expect("an event");
    serde_json::from_str(&text).expect("JSON")
}

/// The function beside an S3 server; the bucket is the one that the events name.
fn function(server: &S3Server, given: &[(&str, &str)]) -> Container {
    let aws: Vec<(String, String)> =
        server.env().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let own = [("EMBERLINE_BUCKET", server.bucket()), ("EMBERLINE_LOG", "info")];
    let env = aws.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(own);
    Container::start(&bootstrap(), env.chain(given.iter().copied()))
}

#[test]
fn a_direct_invocation_stores_and_answers() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let answer = function.invoke(&event("direct")).result.expect("an answer");
    let key = answer["key"].as_str().expect("a key");
    let stored = server.object(key).expect("stored");
    assert_eq!(answer["bucket"], "burndowns");
    assert_eq!(fetch(answer["url"].as_str().expect("an address")), (200, stored.clone()));
    assert_eq!(answer["bytes"], stored.len());
    assert_eq!(answer["numbers"]["remaining"], 22.0);
    assert!(answer["alt_text"].as_str().expect("a text").contains("Sprint 12"));
    assert_eq!(answer["messages"]["discord"]["image"]["url"], answer["url"]);

    let mut inline = event("direct");
    inline["store"] = json!(false);
    let answer = function.invoke(&inline).result.expect("an answer");
    let image = BASE64_STANDARD.decode(answer["image"]["base64"].as_str().expect("base64")).expect("base64");
    assert_eq!(image, stored);
    assert_eq!(server.objects().len(), 1);
}

#[test]
fn a_velocity_report_alone_has_its_picture() {
    let server = S3Server::start();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/trackers/jira/velocity.json");
    let report: Value = serde_json::from_slice(&fs::read(path).expect("a fixture")).expect("JSON");
    let request = json!({ "sprint": report, "options": { "kind": "velocity" }, "format": "svg" });
    let answer = function(&server, &[]).invoke(&request).result.expect("an answer");
    let stored = server.object(answer["key"].as_str().expect("a key")).expect("stored");
    assert!(String::from_utf8_lossy(&stored).contains("Scrum Sprint 3"));
    assert!(answer["alt_text"].as_str().expect("a text").contains("Scrum Sprint 3"), "{answer}");
    assert!(answer.get("numbers").is_none_or(Value::is_null), "{answer}");
}

#[test]
fn a_failure_has_a_stable_type_and_no_stack() {
    let server = S3Server::start();
    let mut function = function(&server, &[("EMBERLINE_MAX_PIXELS", "2000000")]);
    let sprint = event("direct")["sprint"].clone();
    for (request, kind, message) in [
        (json!({ "sprint": { "name": 7 } }), "InvalidInput", "sprint.name: found 7, expected a text"),
        (
            json!({}),
            "InvalidInput",
            "found a request without data, expected \"sprint\" (a sprint document), \"chart\" (a Chart.js configuration) or \"source\" (an object in S3)",
        ),
        (json!("x"), "InvalidInput", "line 1, column 3: found \"x\", expected an object"),
        (
            json!({ "sprint": sprint, "options": { "scale": 2 } }),
            "LimitExceeded",
            "options: found 5760000 device pixels, expected at most 2000000 (EMBERLINE_MAX_PIXELS)",
        ),
        (
            json!({ "source": { "s3": "else/where.json" } }),
            "SourceRefused",
            "source.s3: found s3://else/where.json, expected an object below one of EMBERLINE_SOURCES",
        ),
    ] {
        let error = function.invoke(&request).result.expect_err("refused");
        assert_eq!((error.error_type.as_str(), error.error_message.as_str()), (kind, message));
    }
    let secret =
        json!({ "sprint": { "name": "Geheim", "start": "Geheim", "end": "2026-03-13", "days": [] } });
    function.invoke(&secret).result.expect_err("refused");
    assert!(!function.logs().contains("Geheim"), "{}", function.logs());
    let answers = function.invoke(&json!([{ "sprint": sprint }, { "sprint": {} }])).result.expect("a list");
    assert!(answers[0]["key"].is_string());
    assert_eq!(answers[1]["errorType"], "InvalidInput");
    assert_eq!(answers[1]["errorMessage"], "sprint: found an object without \"name\", expected that field");
}

#[test]
fn many_sprints_are_drawn_in_one_call() {
    let server = S3Server::start();
    let answers = function(&server, &[]).invoke(&event("direct-array")).result.expect("a list");
    let keys: Vec<_> = answers.as_array().expect("a list").iter().map(|a| a["key"].clone()).collect();
    assert_eq!((keys.len(), server.objects().len()), (2, 2));
    assert!(keys[0].as_str().expect("a key").starts_with("out/sprint-12/"));
    assert!(keys[1].as_str().expect("a key").starts_with("out/sprint-13/"));
}

#[test]
fn http_is_carried_both_ways() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let mut ask = |name: &str| function.invoke(&event(name)).result.expect("an answer");
    let health = ask("function-url");
    assert_eq!((&health["statusCode"], &health["isBase64Encoded"]), (&json!(200), &json!(false)));
    assert_eq!(health["headers"]["content-type"], "application/json");

    let rendered = ask("function-url-render");
    assert_eq!(rendered["statusCode"], 200, "{rendered}");
    let picture = ask("api-gateway-v2");
    assert_eq!((&picture["statusCode"], &picture["isBase64Encoded"]), (&json!(200), &json!(true)));
    let png = BASE64_STANDARD.decode(picture["body"].as_str().expect("a body")).expect("base64");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(picture["headers"]["content-type"], "image/png");

    let stored = ask("function-url-render-base64");
    assert_eq!(stored["statusCode"], 201, "{stored}");
    let answer: Value = serde_json::from_str(stored["body"].as_str().expect("a body")).expect("JSON");
    assert!(server.object(answer["key"].as_str().expect("a key")).is_some());
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
fn what_a_client_has_is_not_sent_again() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let mut event = event("api-gateway-v2");
    let first = function.invoke(&event).result.expect("an answer");
    event["headers"]["if-none-match"] = first["headers"]["etag"].clone();
    let second = function.invoke(&event).result.expect("an answer");
    assert_eq!((&second["statusCode"], &second["body"]), (&json!(304), &json!("")));
}

#[test]
fn http_that_is_none_is_a_bad_request() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let mut bad = |field: &str, value: Value| {
        let mut event = event("function-url-render-base64");
        event[field] = value;
        function.invoke(&event).result.expect("an answer")
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
fn an_answer_that_lambda_would_refuse_says_what_to_do() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let mut big = event("direct");
    (big["store"], big["options"]) = (json!(false), json!({ "scale": 2 }));
    let error = function.invoke(&json!(vec![big; 12])).result.expect_err("too large");
    assert_eq!(error.error_type, "LimitExceeded");
    assert!(error.error_message.contains("at most 6000000 can be returned"), "{}", error.error_message);
}

#[test]
fn a_queue_gets_back_the_messages_that_failed() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let mut event = event("sqs");
    let both = function.invoke(&event).result.expect("an answer");
    assert_eq!((&both, server.objects().len()), (&json!({ "batchItemFailures": [] }), 2));

    event["Records"][0]["body"] = json!("{\"sprint\": {\"name\": \"Geheim\", \"start\": \"gestern\"}}");
    let failed = event["Records"][0]["messageId"].clone();
    let one = function.invoke(&event).result.expect("an answer");
    assert_eq!(one, json!({ "batchItemFailures": [{ "itemIdentifier": failed }] }));
    let logs = function.logs();
    let line = logs.lines().find(|line| line.contains("no picture")).expect("the reason");
    assert!(line.contains("InvalidInput") && line.contains(failed.as_str().expect("an id")), "{line}");
    assert!(!logs.contains("Geheim") && !logs.contains("gestern"), "{logs}");
}

#[test]
fn a_file_that_comes_into_the_bucket_becomes_a_picture() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let sprint = event("direct")["sprint"].to_string();
    server.put_file("in/team käse/sprint 12.json", sprint.as_bytes());
    let answers = function.invoke(&event("s3-object-created")).result.expect("a list");
    let key = answers[0]["key"].as_str().expect("a key");
    assert!(key.starts_with("out/team-kase/sprint-12/2026-03-09-"), "{key}");
    assert!(server.object(key).is_some());

    // The same event again, as S3 may send it.
    let again = function.invoke(&event("s3-object-created")).result.expect("a list");
    assert_eq!((&again[0]["key"], &again[0]["known"]), (&json!(key), &json!(true)));

    // A picture of our own, a folder, and S3's first word.
    let before = server.requests().len();
    for key in ["out/a.png", "in/team/"] {
        let mut event = event("s3-object-created");
        event["Records"][0]["s3"]["object"]["key"] = json!(key);
        assert_eq!(function.invoke(&event).result.expect("nothing to do"), json!([]));
    }
    assert_eq!(function.invoke(&event("s3-test")).result.expect("nothing to do"), Value::Null);
    assert_eq!(server.requests().len(), before);

    // A file that is no sprint: the invocation fails, so that the event ends in the dead-letter queue.
    server.put_file("in/team käse/sprint 12.json", b"{");
    let error = function.invoke(&event("s3-object-created")).result.expect_err("no sprint");
    assert_eq!(error.error_type, "InvalidInput");
    assert!(
        error.error_message.starts_with("1 of 1 pictures failed: s3://burndowns/in/team käse/"),
        "{}",
        error.error_message
    );
}

#[test]
fn a_schedule_draws_its_list() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let sprint = event("direct")["sprint"].to_string();
    for name in ["a", "b"] {
        server.put_file(&format!("in/team/{name}.json"), sprint.replace("Sprint 12", name).as_bytes());
    }
    let answers = function.invoke(&event("schedule-input")).result.expect("a list");
    assert_eq!(answers.as_array().map(Vec::len), Some(2));
    assert!(answers[1]["key"].as_str().expect("a key").starts_with("out/team/b/"));

    let mut bus = event("event-bridge-schedule");
    let error = function.invoke(&bus).result.expect_err("no sources");
    assert!(error.error_message.contains("expected detail.sources"), "{}", error.error_message);
    bus["detail"] = json!({ "sources": ["s3://burndowns/in/team/a.json", "in/team/gone.json"] });
    let error = function.invoke(&bus).result.expect_err("one is gone");
    assert_eq!(error.error_type, "SourceNotFound");
    assert!(
        error
            .error_message
            .starts_with("1 of 2 pictures failed: S3: reading s3://burndowns/in/team/gone.json"),
        "{}",
        error.error_message
    );
}

#[test]
fn logs_and_metrics_tell_of_the_work_and_not_of_the_data() {
    let server = S3Server::start();
    let mut function = function(&server, &[("EMBERLINE_LOG", "trace"), ("EMBERLINE_METRICS", "Pictures")]);
    let ids: Vec<String> = (0..2).map(|_| function.invoke(&event("direct")).request_id).collect();
    let logs = function.logs();
    let lines: Vec<Value> = logs.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(lines.len(), logs.lines().count(), "every line is JSON: {logs}");
    let done: Vec<&Value> = lines.iter().filter(|line| line["message"] == "done").collect();
    assert_eq!(done.len(), 2);
    for (index, line) in done.iter().enumerate() {
        assert_eq!(line["span"]["request_id"], ids[index].as_str());
        assert_eq!((&line["span"]["cold"], &line["span"]["kind"]), (&json!(index == 0), &json!("invoke")));
        assert_eq!((&line["renders"], &line["failures"]), (&json!(1), &json!(0)));
    }
    let picture = lines.iter().find(|line| line["message"] == "picture").expect("a picture");
    for stage in ["read_ms", "draw_ms", "store_ms"] {
        assert!(picture[stage].is_number(), "{stage}: {picture}");
    }
    let metrics = lines.iter().find(|line| line["_aws"].is_object()).expect("a metric");
    assert_eq!(metrics["_aws"]["CloudWatchMetrics"][0]["Namespace"], "Pictures");
    assert_eq!((&metrics["Renders"], &metrics["InvokedBy"]), (&json!(1), &json!("invoke")));
    for data in ["Sprint 12", "X-Amz-Signature", server.secret_key()] {
        assert!(!logs.contains(data), "{data} is in the log: {logs}");
    }
}

#[test]
fn a_wrong_environment_ends_the_start_with_the_variables_name() {
    let server = S3Server::start();
    let mut function = function(&server, &[("EMBERLINE_KEY", "../{hash}"), ("EMBERLINE_LOGS", "x")]);
    let failure = function.init_failure();
    let logs = function.logs();
    assert!(
        logs.contains("EMBERLINE_KEY: found \"../{hash}\", expected a path without"),
        "{failure:?} {logs}"
    );
    assert!(
        logs.contains("EMBERLINE_LOGS: there is no such variable, did you mean \"EMBERLINE_LOG\"?"),
        "{logs}"
    );
}

#[test]
fn two_hundred_invocations_leave_the_memory_flat() {
    let server = S3Server::start();
    let mut function = function(&server, &[]);
    let (mut sprint, mut early) = (event("direct"), 0);
    for turn in 0..200 {
        sprint["sprint"]["name"] = json!(format!("Sprint {turn}"));
        let answer = function.invoke(&sprint).result.expect("an answer");
        assert_eq!(answer["known"], false);
        if turn == 49 {
            early = function.rss_kib();
        }
    }
    assert_eq!(server.objects().len(), 200);
    let late = function.rss_kib();
    println!(
        "resident after 50: {early} KiB, after 200: {late} KiB, at most {} KiB",
        function.peak_rss_kib()
    );
    assert!(late <= early + FLAT_KIB, "{early} KiB after 50, {late} KiB after 200");
}
