//! The service with an S3 server that works, and with one that fails.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use emberline::{Fonts, Input, Options, ReadOptions};
use emberline_server::request;
use emberline_server::service::{self, ErrorKind, RenderError, RenderResponse, Service, Settings};
use emberline_server::storage::Bucket;
use serde_json::json;

use crate::s3_server::{Fault, S3Server, fetch_url};

const SPRINT: &str = r#"{ "name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-13", "committed": 40,
    "days": [38, 33, 33, 30, 26, 26, 26, 22] }"#;

/// Creates a service with the bucket of an S3 server and the given settings.
fn start_service(server: &S3Server, given: &[(&str, &str)]) -> Arc<Service> {
    let known = [("EMBERLINE_BUCKET", server.bucket_name()), ("EMBERLINE_S3_TIMEOUT_SECONDS", "5")];
    let variables: Vec<(String, String)> = known
        .into_iter()
        .filter(|(name, _)| given.iter().all(|(other, _)| other != name))
        .chain(given.iter().copied())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let aws: Vec<(String, String)> =
        server.client_environment().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let lookup = |name: &str| {
        let own = variables.iter().rev().chain(&aws);
        own.into_iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    let ours = variables.iter().filter(|(name, _)| name.starts_with("EMBERLINE"));
    let settings = Settings::from_variables(ours.map(|(name, value)| (name.into(), value.into())))
        .expect("the settings are valid");
    let bucket = settings
        .bucket
        .clone()
        .map(|bucket| Bucket::connect(bucket, lookup).expect("the client can be created"));
    Service::new(settings, Fonts::embedded(), bucket, || {
        "2026-03-12T12:00:00Z".parse().expect("there is an instant")
    })
}

async fn send_request(service: &Arc<Service>, request: &str) -> Result<RenderResponse, RenderError> {
    service.render(request::read_request(request).expect("the request is valid"), true).await
}

async fn request_sprint(service: &Arc<Service>) -> Result<RenderResponse, RenderError> {
    send_request(service, &format!(r#"{{"sprint": {SPRINT}, "team": "Füchse"}}"#)).await
}

/// The PNG that the command line draws of the sprint.
fn expected_png() -> Vec<u8> {
    draw_png(SPRINT)
}

/// Draws an input with the default options.
fn draw_png(input: &str) -> Vec<u8> {
    let fonts = Fonts::embedded();
    let input = Input::read(input.as_bytes(), &ReadOptions::default()).expect("the input is valid");
    let picture = emberline::draw(&input, &Options::default(), &fonts).expect("there is a picture");
    picture.png(&fonts).expect("there is enough memory")
}

#[tokio::test]
async fn a_stored_picture_equals_the_drawn_one_and_can_be_fetched() {
    let server = S3Server::start();
    let answer = request_sprint(&start_service(&server, &[])).await.expect("the picture is stored");
    let (key, url) = (answer.key.expect("there is a key"), answer.url.expect("there is an address"));
    let expected = expected_png();
    assert!(key.starts_with("out/fuchse/sprint-12/2026-03-09-") && key.ends_with(".png"), "{key}");
    assert_eq!(server.object_bytes(&key).as_ref(), Some(&expected));
    assert_eq!(fetch_url(&url), (200, expected.clone()));
    assert_eq!((answer.bytes, answer.width, answer.height), (expected.len(), 1600, 900));
    assert_eq!((answer.known, answer.url_seconds), (Some(false), Some(604_800)));

    let head = server.object_head(&key).expect("the object exists");
    assert_eq!(head.content_type.as_deref(), Some("image/png"));
    assert_eq!(head.cache_control.as_deref(), Some("public, max-age=31536000, immutable"));
    assert_eq!(head.metadata.get("emberline-version").map(String::as_str), Some(env!("CARGO_PKG_VERSION")));
    assert!(head.metadata["alt-text"].contains("Sprint 12"), "{:?}", head.metadata);
    let messages = answer.messages.expect("there are message parts");
    assert_eq!(messages.slack.expect("there is a block")["image_url"], url);
    // A picture 1600 pixels wide is too large for a Teams card.
    assert!(messages.teams.is_none() && messages.left_out.is_some());

    let (signed, last) = url.split_at(url.len() - 1);
    assert_eq!(fetch_url(&format!("{signed}{}", if last == "0" { "1" } else { "0" })).0, 403);
}

#[tokio::test]
async fn the_same_picture_is_stored_only_once() {
    let server = S3Server::start();
    let service = start_service(&server, &[]);
    let first = request_sprint(&service).await.expect("the picture is stored");
    let second = request_sprint(&service).await.expect("the picture is known");
    assert_eq!((first.key.as_ref(), first.known), (second.key.as_ref(), Some(false)));
    assert_eq!(second.known, Some(true));
    assert_eq!(server.object_keys().len(), 1);
    for put in server.received_requests().iter().filter(|request| request.method == "PUT") {
        assert_eq!(put.headers.get("if-none-match").and_then(|value| value.to_str().ok()), Some("*"));
    }
}

#[tokio::test]
async fn the_format_both_stores_an_svg_beside_the_png() {
    let server = S3Server::start();
    let request = format!(r#"{{"sprint": {SPRINT}, "format": "both", "options": {{"preset": "teams"}}}}"#);
    let answer = send_request(&start_service(&server, &[]), &request).await.expect("the picture is stored");
    let (png, svg) = (answer.key.expect("there is a key"), answer.svg_key.expect("there is a key"));
    assert!(svg.ends_with(".svg") && server.object_keys().len() == 2, "{svg}");
    assert_eq!(
        server.object_head(&svg).expect("the object exists").content_type.as_deref(),
        Some("image/svg+xml")
    );
    assert!(server.object_bytes(&svg).expect("the object exists").starts_with(b"<svg "));
    assert_eq!(fetch_url(&answer.svg_url.expect("there is an address")).0, 200);
    assert!(png.starts_with("out/sprint-12/"), "the key has a segment for a missing team: {png}");
    assert!(answer.messages.expect("there are message parts").teams.is_some());
}

#[tokio::test]
async fn a_public_address_is_not_signed() {
    let server = S3Server::start();
    let given = [("EMBERLINE_PUBLIC_URL", "https://pictures.example.org/"), ("EMBERLINE_KEY", "{hash}.png")];
    let answer = request_sprint(&start_service(&server, &given)).await.expect("the picture is stored");
    let expected = format!("https://pictures.example.org/{}", answer.key.expect("there is a key"));
    assert_eq!((answer.url, answer.url_seconds), (Some(expected), None));
}

#[tokio::test]
async fn a_signed_link_expires_after_the_configured_time() {
    let server = S3Server::start();
    let answer = request_sprint(&start_service(&server, &[("EMBERLINE_URL_SECONDS", "1")]))
        .await
        .expect("the picture is stored");
    thread::sleep(Duration::from_secs(3));
    assert_eq!(fetch_url(&answer.url.expect("there is an address")).0, 403);
}

#[tokio::test]
async fn wrong_credentials_give_the_error_of_s3_and_stay_secret() {
    let server = S3Server::start();
    let wrong = [("AWS_SECRET_ACCESS_KEY", "not-the-secret")];
    let failure =
        request_sprint(&start_service(&server, &wrong)).await.expect_err("the input must be refused");
    let message = failure.to_string();
    assert_eq!(failure.kind(), ErrorKind::StorageFailed);
    assert!(message.starts_with("S3: writing s3://burndowns/out/fuchse/"), "{message}");
    assert!(message.contains("SignatureDoesNotMatch") && !message.contains("not-the-secret"), "{message}");
    assert!(server.object_keys().is_empty());
}

#[tokio::test]
async fn a_missing_bucket_is_named() {
    let server = S3Server::start();
    let failure = request_sprint(&start_service(&server, &[("EMBERLINE_BUCKET", "another")]))
        .await
        .expect_err("the input must be refused");
    let message = failure.to_string();
    assert_eq!(failure.kind(), ErrorKind::StorageFailed);
    assert!(message.contains("s3://another/") && message.contains("NoSuchBucket"), "{message}");
}

#[tokio::test]
async fn a_request_to_a_busy_s3_is_retried() {
    let server = S3Server::start();
    server.set_fault(Fault::SlowDown { times: 2 });
    let answer = request_sprint(&start_service(&server, &[])).await.expect("the third attempt succeeds");
    assert_eq!(server.received_requests().len(), 3);
    assert_eq!(server.object_bytes(&answer.key.expect("there is a key")), Some(expected_png()));

    server.set_fault(Fault::SlowDown { times: usize::MAX });
    let failure = send_request(&start_service(&server, &[]), &format!(r#"{{"sprint": {SPRINT}}}"#))
        .await
        .expect_err("the retries must end");
    assert_eq!((failure.kind(), server.received_requests().len()), (ErrorKind::StorageFailed, 6));
    assert!(failure.to_string().contains("SlowDown"), "{failure}");
}

#[tokio::test]
async fn a_request_to_a_hanging_s3_times_out() {
    let server = S3Server::start();
    server.set_fault(Fault::Hang);
    let hurried = start_service(&server, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "0.5")]);
    let started = Instant::now();
    let failure = request_sprint(&hurried).await.expect_err("the request must time out");
    assert!(
        failure.is_storage_timeout() && started.elapsed() < Duration::from_secs(5),
        "{:?}",
        started.elapsed()
    );
    let message = failure.to_string();
    assert!(
        message.starts_with("S3: writing s3://") && message.ends_with("no answer within 0.5 s"),
        "{message}"
    );

    let source = r#"{"source": {"s3": "burndowns/in/a.json"}}"#;
    let message = send_request(&hurried, source).await.expect_err("the request must time out").to_string();
    assert_eq!(message, "S3: reading s3://burndowns/in/a.json: no answer within 0.5 s");
}

#[tokio::test]
async fn an_interrupted_upload_stores_no_partial_object() {
    let server = S3Server::start();
    server.set_fault(Fault::CutUpload { times: usize::MAX });
    let failure = request_sprint(&start_service(&server, &[])).await.expect_err("the upload must fail");
    let message = failure.to_string();
    assert_eq!(failure.kind(), ErrorKind::StorageFailed);
    assert!(message.starts_with("S3: writing s3://") && message.contains("no answer: "), "{message}");
    assert!(server.object_keys().is_empty());

    server.set_fault(Fault::CutUpload { times: 1 });
    let answer = request_sprint(&start_service(&server, &[])).await.expect("the second attempt succeeds");
    assert_eq!(server.object_bytes(&answer.key.expect("there is a key")), Some(expected_png()));
}

#[tokio::test]
async fn an_endpoint_without_a_server_is_an_error() {
    let service = {
        let server = S3Server::start();
        start_service(&server, &[])
    };
    let failure = request_sprint(&service).await.expect_err("the connection must fail");
    assert_eq!(failure.kind(), ErrorKind::StorageFailed);
    assert!(failure.to_string().contains("refused"), "{failure}");
}

#[tokio::test]
async fn only_sources_below_the_allowed_prefixes_are_read() {
    let server = S3Server::start();
    let service = start_service(&server, &[("EMBERLINE_OPTIONS", r#"{"theme": "dark"}"#)]);
    server.put_file("in/team/sprint 12.json", SPRINT.as_bytes());
    server.put_file("secret/sprint.json", SPRINT.as_bytes());
    let source = |key: &str| json!({ "source": { "s3": format!("burndowns/{key}") } }).to_string();
    let answer =
        send_request(&service, &source("in/team/sprint 12.json")).await.expect("the picture is drawn");
    assert_ne!(
        server.object_bytes(&answer.key.expect("there is a key")),
        Some(expected_png()),
        "the theme of the settings is ignored"
    );

    for key in ["secret/sprint.json", "out/x.png"] {
        let failure = send_request(&service, &source(key)).await.expect_err("the input must be refused");
        let message = format!(
            "source.s3: found s3://burndowns/{key}, expected an object below one of EMBERLINE_SOURCES"
        );
        assert_eq!((failure.kind(), failure.to_string()), (ErrorKind::SourceRefused, message));
    }
    let failure = send_request(&service, &source("in/no.json")).await.expect_err("the file must be missing");
    assert_eq!((failure.kind(), failure.json_path()), (ErrorKind::SourceNotFound, Some("source.s3")));
    assert!(failure.to_string().starts_with("S3: reading s3://burndowns/in/no.json: NoSuchKey"), "{failure}");

    server
        .put_file("in/bad.json", br#"{"name": "x", "start": "yesterday", "end": "2026-03-13", "days": []}"#);
    let failure =
        send_request(&service, &source("in/bad.json")).await.expect_err("the source must be refused");
    assert_eq!(failure.kind(), ErrorKind::InvalidInput);
    assert!(
        failure.to_string().starts_with("s3://burndowns/in/bad.json: start: found \"yesterday\""),
        "{failure}"
    );
    assert!(!failure.log_reason().contains("yesterday"), "{}", failure.log_reason());
}

#[tokio::test]
async fn a_source_that_is_too_large_is_refused() {
    let server = S3Server::start();
    server.put_file("in/big.json", vec![b' '; emberline::limits::MAX_INPUT_BYTES + 1]);
    let slow = start_service(&server, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "60")]);
    let failure = send_request(&slow, r#"{"source": {"s3": "burndowns/in/big.json"}}"#)
        .await
        .expect_err("the input must be too large");
    assert_eq!(failure.kind(), ErrorKind::LimitExceeded);
    assert!(failure.to_string().ends_with("at most 67108864 (MAX_INPUT_BYTES)"), "{failure}");
}

#[tokio::test]
async fn one_bad_request_in_a_list_fails_alone() {
    let server = S3Server::start();
    let service = start_service(&server, &[("EMBERLINE_MAX_PIXELS", "1440000")]);
    let list = format!(
        r#"[{{"sprint": {SPRINT}}}, {{"sprint": {{"name": "S", "start": "2026-03-02"}}}}, {{"sprint": {SPRINT}, "options": {{"scale": 2}}}}, {{"sprint": {SPRINT}, "options": {{"lang": "de"}}}}]"#
    );
    let answers = service
        .render_all(request::read_requests(&list).expect("there is a list"), Duration::from_secs(60))
        .await;
    let outcomes: Vec<_> = answers
        .iter()
        .map(|answer| answer.as_ref().map(|a| a.known).map_err(RenderError::to_string))
        .collect();
    assert_eq!(outcomes[0], Ok(Some(false)));
    assert_eq!(outcomes[1], Err("sprint: found an object without \"end\", expected that field".to_owned()));
    let pixels = "options: found 5760000 device pixels, expected at most 1440000 (EMBERLINE_MAX_PIXELS)";
    assert_eq!(outcomes[2], Err(pixels.to_owned()));
    assert_eq!(outcomes[3], Ok(Some(false)));
    assert_eq!(server.object_keys().len(), 2);
}

#[test]
fn every_error_kind_has_a_unique_name() {
    let mut names: Vec<_> = ErrorKind::ALL.map(|(kind, _)| kind.name()).to_vec();
    names.dedup();
    assert_eq!(names.len(), ErrorKind::ALL.len());
    assert_eq!(service::VARIABLES.len(), 14);
}

#[tokio::test]
async fn a_chart_is_drawn_and_stored_like_a_sprint() {
    const CHART: &str = r#"{"type": "bar", "data": {"labels": ["Red", "Blue"], "datasets": [{"label": "Votes", "data": [12, 19]}]},
        "options": {"plugins": {"title": {"display": true, "text": "Who won?"}}, "devicePixelRatio": 2}}"#;
    let server = S3Server::start();
    let service = start_service(&server, &[("EMBERLINE_MAX_PIXELS", "1280000")]);
    let answer =
        send_request(&service, &format!(r#"{{"chart": {CHART}}}"#)).await.expect("the picture is stored");
    let key = answer.key.expect("there is a key");
    assert!(key.starts_with("out/who-won/2026-03-12-"), "{key}");
    assert_eq!(server.object_bytes(&key), Some(draw_png(CHART)));
    assert_eq!((answer.width, answer.height, answer.headline), (1600, 800, None));
    assert_eq!(answer.messages.expect("there are message parts").discord["title"], "Who won?");

    // A chart can also be an object in S3, or a JavaScript literal.
    server.put_file("in/team/chart.json", CHART);
    let stored = send_request(&service, r#"{"source": {"s3": "burndowns/in/team/chart.json"}}"#)
        .await
        .expect("the picture is stored");
    assert_eq!((stored.known, stored.key.as_ref()), (Some(true), Some(&key)));
    let literal = json!({ "chart": "{type: 'pie', data: {datasets: [{data: [1, 2,]}]}}", "options": { "width": 300, "height": 150 } });
    let pie = send_request(&service, &literal.to_string()).await.expect("the picture is stored");
    assert_eq!((pie.width, pie.height), (300, 150));

    let bad = json!({ "chart": { "type": "pei", "data": { "datasets": [] } } });
    let failure = send_request(&service, &bad.to_string()).await.expect_err("the type must be unknown");
    assert_eq!((failure.kind(), failure.json_path()), (ErrorKind::InvalidInput, Some("chart.type")));
    let big = json!({ "chart": "{type: 'pie', data: {datasets: []}, options: {devicePixelRatio: 4}}" });
    assert_eq!(
        send_request(&service, &big.to_string()).await.expect_err("the input must be too large").kind(),
        ErrorKind::LimitExceeded
    );
}

#[tokio::test]
async fn a_conflicting_upload_is_retried() {
    let server = S3Server::start();
    server.set_fault(Fault::Conflict { times: 2 });
    let answer = request_sprint(&start_service(&server, &[])).await.expect("the third attempt succeeds");
    assert_eq!((answer.known, server.received_requests().len()), (Some(false), 3));
    assert_eq!(server.object_bytes(&answer.key.expect("there is a key")), Some(expected_png()));

    server.set_fault(Fault::Conflict { times: usize::MAX });
    let failure = send_request(&start_service(&server, &[]), &format!(r#"{{"sprint": {SPRINT}}}"#))
        .await
        .expect_err("the retries must end");
    assert_eq!((failure.kind(), server.received_requests().len()), (ErrorKind::StorageFailed, 6));
    assert!(failure.to_string().contains("ConditionalRequestConflict"), "{failure}");
}

#[tokio::test]
async fn a_request_that_exceeds_the_time_limit_fails_alone() {
    let server = S3Server::start();
    let service = start_service(&server, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "60")]);
    server.set_fault(Fault::Hang);
    let list = format!(r#"[{{"sprint": {SPRINT}}}, {{"sprint": {{"name": "S", "start": "2026-03-02"}}}}]"#);
    let started = Instant::now();
    let answers = service
        .render_all(request::read_requests(&list).expect("there is a list"), Duration::from_secs(2))
        .await;
    let kinds: Vec<_> =
        answers.iter().map(|answer| answer.as_ref().map(|_| ()).map_err(RenderError::kind)).collect();
    assert_eq!(kinds, [Err(ErrorKind::StorageFailed), Err(ErrorKind::InvalidInput)]);
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}
