//! Tests of the Lambda function with the Runtime API and every kind of event. `EMBERLINE_BOOTSTRAP` names a packaged binary to test
//! instead of the one that cargo has just built.

mod http;

use std::fs;
use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::runtime_api::Container;
use crate::s3_server::{S3Server, fetch_url};

/// Allowed growth of the memory: above the fluctuation of the allocator, below one leaked picture per invocation.
const MAX_GROWTH_KIB: u64 = 8 * 1024;

fn bootstrap_path() -> PathBuf {
    std::env::var_os("EMBERLINE_BOOTSTRAP")
        .map_or_else(|| env!("CARGO_BIN_EXE_emberline-lambda").into(), PathBuf::from)
}

fn read_event(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/events").join(name);
    let text = fs::read_to_string(path.with_extension("json")).expect("the event can be read");
    serde_json::from_str(&text).expect("the text is JSON")
}

/// Starts the function with an S3 server, whose bucket is the one that the events name.
fn start_function(server: &S3Server, settings: &[(&str, &str)]) -> Container {
    let aws: Vec<(String, String)> =
        server.client_environment().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let own = [("EMBERLINE_BUCKET", server.bucket_name()), ("EMBERLINE_LOG", "info")];
    let env = aws.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(own);
    Container::start(&bootstrap_path(), env.chain(settings.iter().copied()))
}

#[test]
fn a_direct_invocation_stores_a_picture_and_returns_its_address() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let answer = function.invoke(&read_event("direct")).result.expect("there is an answer");
    let key = answer["key"].as_str().expect("there is a key");
    let stored = server.object_bytes(key).expect("the picture is stored");
    assert_eq!(answer["bucket"], "burndowns");
    assert_eq!(fetch_url(answer["url"].as_str().expect("there is an address")), (200, stored.clone()));
    assert_eq!(answer["bytes"], stored.len());
    assert_eq!(answer["numbers"]["remaining"], 22.0);
    assert!(answer["alt_text"].as_str().expect("there is a text").contains("Sprint 12"));
    assert_eq!(answer["messages"]["discord"]["image"]["url"], answer["url"]);

    let mut inline = read_event("direct");
    inline["store"] = json!(false);
    let answer = function.invoke(&inline).result.expect("there is an answer");
    let image = BASE64_STANDARD
        .decode(answer["image"]["base64"].as_str().expect("the text is base64"))
        .expect("the text is base64");
    assert_eq!(image, stored);
    assert_eq!(server.object_keys().len(), 1);
}

#[test]
fn a_velocity_report_without_a_sprint_is_drawn() {
    let server = S3Server::start();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/trackers/jira/velocity.json");
    let report: Value =
        serde_json::from_slice(&fs::read(path).expect("the fixture can be read")).expect("the text is JSON");
    let request = json!({ "sprint": report, "options": { "kind": "velocity" }, "format": "svg" });
    let answer = start_function(&server, &[]).invoke(&request).result.expect("there is an answer");
    let stored =
        server.object_bytes(answer["key"].as_str().expect("there is a key")).expect("the picture is stored");
    assert!(String::from_utf8_lossy(&stored).contains("Scrum Sprint 3"));
    assert!(answer["alt_text"].as_str().expect("there is a text").contains("Scrum Sprint 3"), "{answer}");
    assert!(answer.get("numbers").is_none_or(Value::is_null), "{answer}");
}

#[test]
fn a_failure_has_a_stable_error_type_and_hides_the_data() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[("EMBERLINE_MAX_PIXELS", "2000000")]);
    let sprint = read_event("direct")["sprint"].clone();
    for (request, kind, message) in [
        (
            json!({ "sprint": { "name": 7, "days": [] } }),
            "InvalidInput",
            "sprint.name: found 7, expected a text",
        ),
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
        let error = function.invoke(&request).result.expect_err("the input must be refused");
        assert_eq!((error.error_type.as_str(), error.error_message.as_str()), (kind, message));
    }
    let secret =
        json!({ "sprint": { "name": "Geheim", "start": "Geheim", "end": "2026-03-13", "days": [] } });
    function.invoke(&secret).result.expect_err("the input must be refused");
    assert!(!function.log_text().contains("Geheim"), "{}", function.log_text());
    let answers = function
        .invoke(&json!([{ "sprint": sprint }, { "sprint": { "name": "S", "days": [] } }]))
        .result
        .expect("there is a list");
    assert!(answers[0]["key"].is_string());
    assert_eq!(answers[1]["errorType"], "InvalidInput");
    assert_eq!(answers[1]["errorMessage"], "sprint: found an object without \"start\", expected that field");
}

#[test]
fn a_list_of_sprints_is_drawn_in_one_invocation() {
    let server = S3Server::start();
    let answers =
        start_function(&server, &[]).invoke(&read_event("direct-array")).result.expect("there is a list");
    let keys: Vec<_> =
        answers.as_array().expect("there is a list").iter().map(|a| a["key"].clone()).collect();
    assert_eq!((keys.len(), server.object_keys().len()), (2, 2));
    assert!(keys[0].as_str().expect("there is a key").starts_with("out/sprint-12/"));
    assert!(keys[1].as_str().expect("there is a key").starts_with("out/sprint-13/"));
}

#[test]
fn failed_queue_messages_are_reported_to_the_queue() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let mut event = read_event("sqs");
    let both = function.invoke(&event).result.expect("there is an answer");
    assert_eq!((&both, server.object_keys().len()), (&json!({ "batchItemFailures": [] }), 2));

    event["Records"][0]["body"] = json!("{\"sprint\": {\"name\": \"Geheim\", \"start\": \"gestern\"}}");
    let failed = event["Records"][0]["messageId"].clone();
    let one = function.invoke(&event).result.expect("there is an answer");
    assert_eq!(one, json!({ "batchItemFailures": [{ "itemIdentifier": failed }] }));
    let logs = function.log_text();
    let line = logs.lines().find(|line| line.contains("no picture")).expect("the log has the reason");
    assert!(
        line.contains("InvalidInput") && line.contains(failed.as_str().expect("there is an id")),
        "{line}"
    );
    assert!(!logs.contains("Geheim") && !logs.contains("gestern"), "{logs}");
}

#[test]
fn a_sprint_file_uploaded_to_the_bucket_is_drawn() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let sprint = read_event("direct")["sprint"].to_string();
    server.put_file("in/team käse/sprint 12.json", sprint.as_bytes());
    let answers = function.invoke(&read_event("s3-object-created")).result.expect("there is a list");
    let key = answers[0]["key"].as_str().expect("there is a key");
    assert!(key.starts_with("out/team-kase/sprint-12/2026-03-09-"), "{key}");
    assert!(server.object_bytes(key).is_some());

    // S3 may send the same event again.
    let again = function.invoke(&read_event("s3-object-created")).result.expect("there is a list");
    assert_eq!((&again[0]["key"], &again[0]["known"]), (&json!(key), &json!(true)));

    // The function skips its own pictures, folders and S3's test event.
    let before = server.received_requests().len();
    for key in ["out/a.png", "in/team/"] {
        let mut event = read_event("s3-object-created");
        event["Records"][0]["s3"]["object"]["key"] = json!(key);
        assert_eq!(function.invoke(&event).result.expect("the event is accepted"), json!([]));
    }
    assert_eq!(function.invoke(&read_event("s3-test")).result.expect("the event is accepted"), Value::Null);
    assert_eq!(server.received_requests().len(), before);

    // The invocation fails for a file that is not a sprint, so that the event ends in the dead-letter queue.
    server.put_file("in/team käse/sprint 12.json", b"{");
    let error =
        function.invoke(&read_event("s3-object-created")).result.expect_err("the file must be refused");
    assert_eq!(error.error_type, "InvalidInput");
    assert!(
        error.error_message.starts_with("1 of 1 pictures failed: s3://burndowns/in/team käse/"),
        "{}",
        error.error_message
    );
}

#[test]
fn a_scheduled_event_draws_its_list_of_sources() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let sprint = read_event("direct")["sprint"].to_string();
    for name in ["a", "b"] {
        server.put_file(&format!("in/team/{name}.json"), sprint.replace("Sprint 12", name).as_bytes());
    }
    let answers = function.invoke(&read_event("schedule-input")).result.expect("there is a list");
    assert_eq!(answers.as_array().map(Vec::len), Some(2));
    assert!(answers[1]["key"].as_str().expect("there is a key").starts_with("out/team/b/"));

    let mut bus = read_event("event-bridge-schedule");
    let error = function.invoke(&bus).result.expect_err("the event must be refused");
    assert!(error.error_message.contains("expected detail.sources"), "{}", error.error_message);
    bus["detail"] = json!({ "sources": ["s3://burndowns/in/team/a.json", "in/team/gone.json"] });
    let error = function.invoke(&bus).result.expect_err("the missing source must be an error");
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
fn logs_and_metrics_describe_the_work_without_the_data() {
    let server = S3Server::start();
    let mut function =
        start_function(&server, &[("EMBERLINE_LOG", "trace"), ("EMBERLINE_METRICS", "Pictures")]);
    let ids: Vec<String> = (0..2).map(|_| function.invoke(&read_event("direct")).request_id).collect();
    let logs = function.log_text();
    let lines: Vec<Value> = logs.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(lines.len(), logs.lines().count(), "not every line is JSON: {logs}");
    let done: Vec<&Value> = lines.iter().filter(|line| line["message"] == "done").collect();
    assert_eq!(done.len(), 2);
    for (index, line) in done.iter().enumerate() {
        assert_eq!(line["span"]["request_id"], ids[index].as_str());
        assert_eq!((&line["span"]["cold"], &line["span"]["kind"]), (&json!(index == 0), &json!("invoke")));
        assert_eq!((&line["renders"], &line["failures"]), (&json!(1), &json!(0)));
    }
    let picture = lines.iter().find(|line| line["message"] == "picture").expect("there is a picture");
    for stage in ["read_ms", "draw_ms", "store_ms"] {
        assert!(picture[stage].is_number(), "{stage}: {picture}");
    }
    let metrics = lines.iter().find(|line| line["_aws"].is_object()).expect("there is a metric");
    assert_eq!(metrics["_aws"]["CloudWatchMetrics"][0]["Namespace"], "Pictures");
    assert_eq!((&metrics["Renders"], &metrics["InvokedBy"]), (&json!(1), &json!("invoke")));
    for data in ["Sprint 12", "X-Amz-Signature", server.secret_key()] {
        assert!(!logs.contains(data), "the log contains {data}: {logs}");
    }
}

#[test]
fn warnings_of_a_chart_are_in_the_answer_and_their_places_in_the_log() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let data = json!({ "datasets": [{ "label": "Operation Sunflower", "data": [1] }] });
    let chart = json!({ "type": "bar", "data": data, "options": { "plugins": { "zoom": {} } } });
    let answer = function.invoke(&json!({ "chart": chart })).result.expect("there is an answer");
    let warning = answer["warnings"][0].as_str().expect("there is a warning");
    assert!(warning.starts_with("options.plugins.zoom: "), "{answer}");

    let mut event = read_event("function-url-render");
    event["isBase64Encoded"] = json!(false);
    event["body"] = json!(json!({ "chart": chart, "format": "svg" }).to_string());
    let answer = function.invoke(&event).result.expect("there is an answer");
    assert_eq!(answer["headers"]["emberline-warnings"], "1", "{answer}");

    let logs = function.log_text();
    let lines = logs.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let warned: Vec<Value> = lines.filter(|line| line["level"] == "WARN").collect();
    assert_eq!(warned.len(), 2, "{logs}");
    assert_eq!((&warned[0]["count"], &warned[0]["places"]), (&json!(1), &json!("options.plugins.zoom")));
    assert!(!logs.contains("Sunflower"), "{logs}");
}

#[test]
fn a_wrong_environment_variable_stops_the_start_and_is_named() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[("EMBERLINE_KEY", "../{hash}"), ("EMBERLINE_LOGS", "x")]);
    let failure = function.wait_for_init_failure();
    let logs = function.log_text();
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
fn two_hundred_invocations_do_not_increase_the_memory_use() {
    let server = S3Server::start();
    let mut function = start_function(&server, &[]);
    let (mut sprint, mut early) = (read_event("direct"), 0);
    for turn in 0..200 {
        sprint["sprint"]["name"] = json!(format!("Sprint {turn}"));
        let answer = function.invoke(&sprint).result.expect("there is an answer");
        assert_eq!(answer["known"], false);
        if turn == 49 {
            early = function.rss_kib();
        }
    }
    assert_eq!(server.object_keys().len(), 200);
    let late = function.rss_kib();
    println!(
        "memory after 50 invocations: {early} KiB, after 200: {late} KiB, peak: {} KiB",
        function.peak_rss_kib()
    );
    assert!(late <= early + MAX_GROWTH_KIB, "{early} KiB after 50 invocations, {late} KiB after 200");
}
