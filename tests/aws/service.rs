//! The service against S3 as it is, and as it is on bad days.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use emberline::deliver::s3::Bucket;
use emberline::request;
use emberline::service::{self, Answer, Failure, Kind, Service, Settings};
use emberline::{Fonts, Options, ReadOptions, Size};
use serde_json::json;

use crate::s3_server::{Fault, S3Server, fetch};

const SPRINT: &str = r#"{ "name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-13", "committed": 40,
    "days": [38, 33, 33, 30, 26, 26, 26, 22] }"#;

/// A service on the server, its settings as given besides.
fn service(server: &S3Server, given: &[(&str, &str)]) -> Arc<Service> {
    let known = [("EMBERLINE_BUCKET", server.bucket()), ("EMBERLINE_S3_TIMEOUT_SECONDS", "5")];
    let variables: Vec<(String, String)> = known
        .into_iter()
        .filter(|(name, _)| given.iter().all(|(other, _)| other != name))
        .chain(given.iter().copied())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let aws: Vec<(String, String)> =
        server.env().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let lookup = |name: &str| {
        let own = variables.iter().rev().chain(&aws);
        own.into_iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    let ours = variables.iter().filter(|(name, _)| name.starts_with("EMBERLINE"));
    let settings = Settings::read(ours.map(|(name, value)| (name.into(), value.into()))).expect("settings");
    let bucket = settings.bucket.clone().map(|bucket| Bucket::connect(bucket, lookup).expect("a client"));
    Service::new(settings, Fonts::embedded(), bucket, || "2026-03-12T12:00:00Z".parse().expect("an instant"))
}

async fn ask(service: &Arc<Service>, request: &str) -> Result<Answer, Failure> {
    service.answer(request::read(request).expect("a request"), true).await
}

async fn ask_for_sprint(service: &Arc<Service>) -> Result<Answer, Failure> {
    ask(service, &format!(r#"{{"sprint": {SPRINT}, "team": "Füchse"}}"#)).await
}

/// What the command line draws.
fn expected_png() -> Vec<u8> {
    let sprint = emberline::read_sprint(SPRINT.as_bytes(), &ReadOptions::default()).expect("a sprint");
    emberline::render_png(&sprint, &Options::default(), &Fonts::embedded()).expect("a picture")
}

#[tokio::test]
async fn a_picture_is_stored_as_it_is_drawn_and_fetched_as_it_is_stored() {
    let server = S3Server::start();
    let answer = ask_for_sprint(&service(&server, &[])).await.expect("stored");
    let (key, url) = (answer.key.expect("a key"), answer.url.expect("an address"));
    let expected = expected_png();
    assert!(key.starts_with("out/fuchse/sprint-12/2026-03-09-") && key.ends_with(".png"), "{key}");
    assert_eq!(server.object(&key).as_ref(), Some(&expected));
    assert_eq!(fetch(&url), (200, expected.clone()));
    assert_eq!((answer.bytes, answer.width, answer.height), (expected.len(), 1600, 900));
    assert_eq!((answer.known, answer.url_seconds), (Some(false), Some(604_800)));

    let head = server.head(&key).expect("it is there");
    assert_eq!(head.content_type.as_deref(), Some("image/png"));
    assert_eq!(head.cache_control.as_deref(), Some("public, max-age=31536000, immutable"));
    assert_eq!(head.metadata.get("emberline-version").map(String::as_str), Some(env!("CARGO_PKG_VERSION")));
    assert!(head.metadata["alt-text"].contains("Sprint 12"), "{:?}", head.metadata);
    let messages = answer.messages.expect("parts of messages");
    assert_eq!(messages.slack.expect("a block")["image_url"], url);
    // 1600 pixels are too many for a card.
    assert!(messages.teams.is_none() && messages.left_out.is_some());

    let (signed, last) = url.split_at(url.len() - 1);
    assert_eq!(fetch(&format!("{signed}{}", if last == "0" { "1" } else { "0" })).0, 403);
}

#[tokio::test]
async fn the_same_picture_is_written_once() {
    let server = S3Server::start();
    let service = service(&server, &[]);
    let first = ask_for_sprint(&service).await.expect("stored");
    let second = ask_for_sprint(&service).await.expect("known");
    assert_eq!((first.key.as_ref(), first.known), (second.key.as_ref(), Some(false)));
    assert_eq!(second.known, Some(true));
    assert_eq!(server.objects().len(), 1);
    for put in server.requests().iter().filter(|request| request.method == "PUT") {
        assert_eq!(put.headers.get("if-none-match").and_then(|value| value.to_str().ok()), Some("*"));
    }
}

#[tokio::test]
async fn an_svg_stands_beside_the_png_where_it_is_asked_for() {
    let server = S3Server::start();
    let request = format!(r#"{{"sprint": {SPRINT}, "format": "both", "options": {{"preset": "teams"}}}}"#);
    let answer = ask(&service(&server, &[]), &request).await.expect("stored");
    let (png, svg) = (answer.key.expect("a key"), answer.svg_key.expect("a key"));
    assert!(svg.ends_with(".svg") && server.objects().len() == 2, "{svg}");
    assert_eq!(server.head(&svg).expect("it is there").content_type.as_deref(), Some("image/svg+xml"));
    assert!(server.object(&svg).expect("it is there").starts_with(b"<svg "));
    assert_eq!(fetch(&answer.svg_url.expect("an address")).0, 200);
    assert!(png.starts_with("out/sprint-12/"), "without a team its segment is left out: {png}");
    assert!(answer.messages.expect("parts").teams.is_some());
}

#[tokio::test]
async fn a_public_address_is_not_signed() {
    let server = S3Server::start();
    let given = [("EMBERLINE_PUBLIC_URL", "https://pictures.example.org/"), ("EMBERLINE_KEY", "{hash}.png")];
    let answer = ask_for_sprint(&service(&server, &given)).await.expect("stored");
    let expected = format!("https://pictures.example.org/{}", answer.key.expect("a key"));
    assert_eq!((answer.url, answer.url_seconds), (Some(expected), None));
}

#[tokio::test]
async fn a_link_ends_when_it_was_said_to() {
    let server = S3Server::start();
    let answer = ask_for_sprint(&service(&server, &[("EMBERLINE_URL_SECONDS", "1")])).await.expect("stored");
    thread::sleep(Duration::from_secs(3));
    assert_eq!(fetch(&answer.url.expect("an address")).0, 403);
}

#[tokio::test]
async fn wrong_credentials_are_s3s_refusal_and_stay_secret() {
    let server = S3Server::start();
    let wrong = [("AWS_SECRET_ACCESS_KEY", "not-the-secret")];
    let failure = ask_for_sprint(&service(&server, &wrong)).await.expect_err("refused");
    let message = failure.to_string();
    assert_eq!(failure.kind(), Kind::StorageFailed);
    assert!(message.starts_with("S3: writing s3://burndowns/out/fuchse/"), "{message}");
    assert!(message.contains("SignatureDoesNotMatch") && !message.contains("not-the-secret"), "{message}");
    assert!(server.objects().is_empty());
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_named() {
    let server = S3Server::start();
    let failure =
        ask_for_sprint(&service(&server, &[("EMBERLINE_BUCKET", "another")])).await.expect_err("refused");
    let message = failure.to_string();
    assert_eq!(failure.kind(), Kind::StorageFailed);
    assert!(message.contains("s3://another/") && message.contains("NoSuchBucket"), "{message}");
}

#[tokio::test]
async fn a_busy_s3_is_asked_again() {
    let server = S3Server::start();
    server.fail(Fault::SlowDown { times: 2 });
    let answer = ask_for_sprint(&service(&server, &[])).await.expect("at the third time");
    assert_eq!(server.requests().len(), 3);
    assert_eq!(server.object(&answer.key.expect("a key")), Some(expected_png()));

    server.fail(Fault::SlowDown { times: usize::MAX });
    let failure =
        ask(&service(&server, &[]), &format!(r#"{{"sprint": {SPRINT}}}"#)).await.expect_err("too busy");
    assert_eq!((failure.kind(), server.requests().len()), (Kind::StorageFailed, 6));
    assert!(failure.to_string().contains("SlowDown"), "{failure}");
}

#[tokio::test]
async fn a_server_that_hangs_is_left_in_time() {
    let server = S3Server::start();
    server.fail(Fault::Hang);
    let hurried = service(&server, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "0.5")]);
    let started = Instant::now();
    let failure = ask_for_sprint(&hurried).await.expect_err("too late");
    assert!(failure.is_timeout() && started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    let message = failure.to_string();
    assert!(
        message.starts_with("S3: writing s3://") && message.ends_with("no answer within 0.5 s"),
        "{message}"
    );

    let source = r#"{"source": {"s3": "burndowns/in/a.json"}}"#;
    let message = ask(&hurried, source).await.expect_err("too late").to_string();
    assert_eq!(message, "S3: reading s3://burndowns/in/a.json: no answer within 0.5 s");
}

#[tokio::test]
async fn an_upload_that_is_cut_leaves_nothing_half_written() {
    let server = S3Server::start();
    server.fail(Fault::CutUpload { times: usize::MAX });
    let failure = ask_for_sprint(&service(&server, &[])).await.expect_err("cut");
    let message = failure.to_string();
    assert_eq!(failure.kind(), Kind::StorageFailed);
    assert!(message.starts_with("S3: writing s3://") && message.contains("no answer: "), "{message}");
    assert!(server.objects().is_empty());

    server.fail(Fault::CutUpload { times: 1 });
    let answer = ask_for_sprint(&service(&server, &[])).await.expect("at the second time");
    assert_eq!(server.object(&answer.key.expect("a key")), Some(expected_png()));
}

#[tokio::test]
async fn nobody_at_the_endpoint_is_said() {
    let service = {
        let server = S3Server::start();
        service(&server, &[])
    };
    let failure = ask_for_sprint(&service).await.expect_err("nobody there");
    assert_eq!(failure.kind(), Kind::StorageFailed);
    assert!(failure.to_string().contains("refused"), "{failure}");
}

#[tokio::test]
async fn a_source_is_read_where_it_may_be() {
    let server = S3Server::start();
    let service = service(&server, &[("EMBERLINE_OPTIONS", r#"{"theme": "dark"}"#)]);
    server.put_file("in/team/sprint 12.json", SPRINT.as_bytes());
    server.put_file("secret/sprint.json", SPRINT.as_bytes());
    let source = |key: &str| json!({ "source": { "s3": format!("burndowns/{key}") } }).to_string();
    let answer = ask(&service, &source("in/team/sprint 12.json")).await.expect("drawn");
    assert_ne!(server.object(&answer.key.expect("a key")), Some(expected_png()), "it is dark");

    for key in ["secret/sprint.json", "out/x.png"] {
        let failure = ask(&service, &source(key)).await.expect_err("refused");
        let message = format!(
            "source.s3: found s3://burndowns/{key}, expected an object below one of EMBERLINE_SOURCES"
        );
        assert_eq!((failure.kind(), failure.to_string()), (Kind::SourceRefused, message));
    }
    let failure = ask(&service, &source("in/no.json")).await.expect_err("not there");
    assert_eq!((failure.kind(), failure.path()), (Kind::SourceNotFound, Some("source.s3")));
    assert!(failure.to_string().starts_with("S3: reading s3://burndowns/in/no.json: NoSuchKey"), "{failure}");

    server
        .put_file("in/bad.json", br#"{"name": "x", "start": "yesterday", "end": "2026-03-13", "days": []}"#);
    let failure = ask(&service, &source("in/bad.json")).await.expect_err("bad");
    assert_eq!(failure.kind(), Kind::InvalidInput);
    assert!(
        failure.to_string().starts_with("s3://burndowns/in/bad.json: start: found \"yesterday\""),
        "{failure}"
    );
    assert!(!failure.reason().contains("yesterday"), "{}", failure.reason());
}

#[tokio::test]
async fn a_source_that_is_too_large_is_not_read_to_its_end() {
    let server = S3Server::start();
    server.put_file("in/big.json", vec![b' '; emberline::limits::MAX_INPUT_BYTES + 1]);
    let slow = service(&server, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "60")]);
    let failure = ask(&slow, r#"{"source": {"s3": "burndowns/in/big.json"}}"#).await.expect_err("too large");
    assert_eq!(failure.kind(), Kind::LimitExceeded);
    assert!(failure.to_string().ends_with("at most 67108864 (MAX_INPUT_BYTES)"), "{failure}");
}

#[tokio::test]
async fn one_bad_request_of_many_fails_alone() {
    let server = S3Server::start();
    let service = service(&server, &[("EMBERLINE_MAX_PIXELS", "1440000")]);
    let list = format!(
        r#"[{{"sprint": {SPRINT}}}, {{"sprint": {{}}}}, {{"sprint": {SPRINT}, "options": {{"scale": 2}}}}, {{"sprint": {SPRINT}, "options": {{"lang": "de"}}}}]"#
    );
    let answers = service.answers(request::read_many(&list).expect("a list"), Duration::from_secs(60)).await;
    let outcomes: Vec<_> =
        answers.iter().map(|answer| answer.as_ref().map(|a| a.known).map_err(Failure::to_string)).collect();
    assert_eq!(outcomes[0], Ok(Some(false)));
    assert_eq!(outcomes[1], Err("sprint: found an object without \"name\", expected that field".to_owned()));
    let pixels = "options: found 5760000 device pixels, expected at most 1440000 (EMBERLINE_MAX_PIXELS)";
    assert_eq!(outcomes[2], Err(pixels.to_owned()));
    assert_eq!(outcomes[3], Ok(Some(false)));
    assert_eq!(server.objects().len(), 2);
}

#[test]
fn every_kind_of_failure_has_a_name_of_its_own() {
    let mut names: Vec<_> = Kind::ALL.map(|(kind, _)| kind.name()).to_vec();
    names.dedup();
    assert_eq!(names.len(), Kind::ALL.len());
    assert_eq!(service::VARIABLES.len(), 12);
}

#[tokio::test]
async fn a_chart_is_drawn_and_stored_as_a_sprint_is() {
    const CHART: &str = r#"{"type": "bar", "data": {"labels": ["Red", "Blue"], "datasets": [{"label": "Votes", "data": [12, 19]}]},
        "options": {"plugins": {"title": {"display": true, "text": "Who won?"}}, "devicePixelRatio": 2}}"#;
    let server = S3Server::start();
    let service = service(&server, &[("EMBERLINE_MAX_PIXELS", "1280000")]);
    let answer = ask(&service, &format!(r#"{{"chart": {CHART}}}"#)).await.expect("stored");
    let key = answer.key.expect("a key");
    assert!(key.starts_with("out/who-won/2026-03-12-"), "{key}");
    let config = emberline::read_chart(CHART.as_bytes()).expect("a configuration");
    let size = Size { width: 800.0, height: 400.0 };
    let options = Options { size, ..Options::default() };
    let expected = emberline::chart_png(&config, &options, &Fonts::embedded()).expect("a picture");
    assert_eq!(server.object(&key), Some(expected));
    assert_eq!((answer.width, answer.height, answer.headline), (1600, 800, None));
    assert_eq!(answer.messages.expect("parts").discord["title"], "Who won?");

    // In a file, and as the literal that people paste.
    server.put_file("in/team/chart.json", CHART);
    let stored =
        ask(&service, r#"{"source": {"s3": "burndowns/in/team/chart.json"}}"#).await.expect("stored");
    assert_eq!((stored.known, stored.key.as_ref()), (Some(true), Some(&key)));
    let literal = json!({ "chart": "{type: 'pie', data: {datasets: [{data: [1, 2,]}]}}", "options": { "width": 300, "height": 150 } });
    let pie = ask(&service, &literal.to_string()).await.expect("stored");
    assert_eq!((pie.width, pie.height), (300, 150));

    let bad = json!({ "chart": { "type": "pei", "data": { "datasets": [] } } });
    let failure = ask(&service, &bad.to_string()).await.expect_err("no such type");
    assert_eq!((failure.kind(), failure.path()), (Kind::InvalidInput, Some("chart.type")));
    let big = json!({ "chart": "{type: 'pie', data: {datasets: []}, options: {devicePixelRatio: 4}}" });
    assert_eq!(ask(&service, &big.to_string()).await.expect_err("too large").kind(), Kind::LimitExceeded);
}

#[tokio::test]
async fn a_conflict_is_no_stored_picture() {
    let server = S3Server::start();
    server.fail(Fault::Conflict { times: 2 });
    let answer = ask_for_sprint(&service(&server, &[])).await.expect("at the third time");
    assert_eq!((answer.known, server.requests().len()), (Some(false), 3));
    assert_eq!(server.object(&answer.key.expect("a key")), Some(expected_png()));

    server.fail(Fault::Conflict { times: usize::MAX });
    let failure =
        ask(&service(&server, &[]), &format!(r#"{{"sprint": {SPRINT}}}"#)).await.expect_err("never");
    assert_eq!((failure.kind(), server.requests().len()), (Kind::StorageFailed, 6));
    assert!(failure.to_string().contains("ConditionalRequestConflict"), "{failure}");
}

#[tokio::test]
async fn what_is_not_done_in_time_fails_alone() {
    let server = S3Server::start();
    let service = service(&server, &[("EMBERLINE_S3_TIMEOUT_SECONDS", "60")]);
    server.fail(Fault::Hang);
    let list = format!(r#"[{{"sprint": {SPRINT}}}, {{"sprint": {{}}}}]"#);
    let started = Instant::now();
    let answers = service.answers(request::read_many(&list).expect("a list"), Duration::from_secs(2)).await;
    let kinds: Vec<_> =
        answers.iter().map(|answer| answer.as_ref().map(|_| ()).map_err(Failure::kind)).collect();
    assert_eq!(kinds, [Err(Kind::StorageFailed), Err(Kind::InvalidInput)]);
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}
