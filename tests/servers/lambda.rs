//! Tests of the Runtime API with a short script as the function.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use crate::runtime_api::{Container, MAX_PAYLOAD_BYTES};

/// Starts the script with only these environment variables and the search path.
fn start_container(env: &[(&str, &str)]) -> Container {
    let bootstrap = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/servers/bootstrap.py");
    // The script finds Python by the search path.
    let path = std::env::var("PATH").expect("there is a path");
    Container::start(&bootstrap, env.iter().copied().chain([("PATH", &*path)]))
}

#[test]
fn a_function_is_invoked_as_by_lambda() {
    let mut container = start_container(&[("EMBERLINE_BUCKET", "b"), ("AWS_REGION", "eu-north-1")]);
    assert!(container.time_to_first_poll() > Duration::from_millis(1));
    let first = container.invoke(&json!({ "do": "tell" }));
    let told = first.result.expect("there is an answer");
    assert_eq!(told["event"], json!({ "do": "tell" }));
    assert_eq!(told["headers"]["lambda-runtime-aws-request-id"], first.request_id);
    let left = told["left"].as_f64().expect("there is a number");
    assert!((25_000.0..=30_000.0).contains(&left), "{left} ms");
    let env = &told["env"];
    assert_eq!(env["AWS_LAMBDA_FUNCTION_NAME"], "emberline");
    assert_eq!(env["EMBERLINE_BUCKET"], "b");
    assert_eq!(env["AWS_REGION"], "eu-north-1");
    assert!(env.get("HOME").is_none() && env.get("CARGO_MANIFEST_DIR").is_none(), "{env}");
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&first.bytes).expect("the text is JSON"), told);
    assert!(first.elapsed < Duration::from_secs(5));

    let second = container.invoke(&json!({ "do": "tell" }));
    assert_ne!(second.request_id, first.request_id);
    let logs = container.log_text();
    assert!(
        logs.contains(&format!("request {}\nevent tell\nanswered 202 403\n", first.request_id)),
        "{logs}"
    );
    assert!(container.peak_rss_kib() >= container.rss_kib() && container.rss_kib() > 1000);
}

#[test]
fn a_failure_affects_only_its_event() {
    let mut container = start_container(&[]);
    let error = container.invoke(&json!({ "do": "fail" })).result.expect_err("the event must fail");
    assert_eq!((&*error.error_type, &*error.error_message), ("InvalidInput", "no sprint"));
    container.invoke(&json!({ "do": "tell" })).result.expect("the next event is processed");
}

#[test]
fn a_response_over_the_size_limit_is_an_error() {
    let mut container = start_container(&[]);
    let whole = container.invoke(&json!({ "do": "fill", "bytes": MAX_PAYLOAD_BYTES }));
    assert_eq!((whole.result.is_ok(), whole.bytes.len()), (true, MAX_PAYLOAD_BYTES));
    let error = container.invoke(&json!({ "do": "fill", "bytes": MAX_PAYLOAD_BYTES + 1 })).result;
    assert_eq!(error.expect_err("the input must be too large").error_type, "Function.ResponseSizeTooLarge");
    container.invoke(&json!({ "do": "tell" })).result.expect("the next event is processed");
    assert!(container.log_text().contains("answered 413"), "{}", container.log_text());
}

#[test]
fn a_function_that_ends_or_hangs_gives_an_error() {
    let mut ending = start_container(&[]);
    let error = ending.invoke(&json!({ "do": "exit" })).result.expect_err("the process must end");
    assert_eq!(error.error_type, "Runtime.ExitError");
    assert!(error.error_message.ends_with("exit status: 3"), "{}", error.error_message);

    let mut hanging = start_container(&[]);
    hanging.time_to_first_poll();
    hanging.set_timeout(Duration::from_millis(200));
    let late = hanging.invoke(&json!({ "do": "sleep" }));
    assert_eq!(late.result.expect_err("the event must time out").error_type, "Sandbox.Timedout");
    assert!(late.elapsed < Duration::from_secs(5), "{:?}", late.elapsed);
}

#[test]
fn a_failure_at_the_start_has_its_error() {
    let mut container = start_container(&[("INIT", "EMBERLINE_BUCKET is not set")]);
    let failure = container.wait_for_init_failure();
    assert_eq!(failure.status.code(), Some(7));
    assert_eq!(failure.error.expect("there is an error").error_message, "EMBERLINE_BUCKET is not set");
}
