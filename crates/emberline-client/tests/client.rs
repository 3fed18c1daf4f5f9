//! The client against a real server that fails in every way that servers fail.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;

use std::time::Duration;

use emberline_client::{Client, ClientErrorKind, ClientSettings, Method, Request};
use replay_server::{Answer, ReplayServer, SeenRequest};

fn settings() -> ClientSettings {
    ClientSettings {
        total_time: Duration::from_secs(20),
        first_pause: Duration::from_millis(1),
        ..ClientSettings::default()
    }
}

/// A server that gives these answers in turn, the last one again and again.
fn server_of(answers: Vec<Answer>) -> ReplayServer {
    let mut count = 0;
    ReplayServer::start(move |_: &SeenRequest| {
        let answer = answers[count.min(answers.len() - 1)].clone();
        count += 1;
        answer
    })
}

fn get(server: &ReplayServer) -> Request {
    Request::get(format!("{}/items?page=1", server.address()).parse().expect("an address"))
}

fn post(server: &ReplayServer) -> Request {
    Request::new(Method::POST, format!("{}/items", server.address()).parse().expect("an address"))
}

#[test]
fn a_refusal_is_repeated_until_the_answer() {
    let server = server_of(vec![Answer::new(503, ""), Answer::new(429, ""), Answer::new(200, "fine")]);
    let client = Client::new(settings()).expect("a client");
    let response = client.send(&get(&server)).expect("an answer");
    assert_eq!((response.status, response.text().as_str(), client.request_count()), (200, "fine", 3));
}

#[test]
fn a_refusal_in_the_body_is_repeated() {
    let server = server_of(vec![Answer::new(400, "RATELIMITED"), Answer::new(200, "fine")]);
    let client = Client::new(settings()).expect("a client");
    let request = post(&server).with_refusal(|response| response.text() == "RATELIMITED");
    assert_eq!(client.send(&request).expect("an answer").text(), "fine");
}

#[test]
fn the_pause_that_a_server_asks_for_is_kept() {
    let server = server_of(vec![Answer::new(429, "").with_header("Retry-After", "1"), Answer::new(200, "")]);
    let client = Client::new(settings()).expect("a client");
    assert_eq!(client.send(&post(&server)).expect("an answer").status, 200);
    assert!(client.elapsed() >= Duration::from_secs(1));
}

#[test]
fn a_pause_beyond_the_total_time_ends_at_once() {
    let server = server_of(vec![Answer::new(429, "").with_header("Retry-After", "3600")]);
    let client = Client::new(settings()).expect("a client");
    let error = client.send(&get(&server)).expect_err("too long");
    assert_eq!(
        error.to_string(),
        format!(
            "GET {}/items: the server asks to wait 3600 s, which is more than is left of 20 s; run it again later, or allow more with --max-time",
            server.address()
        )
    );
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_server_that_never_recovers_gives_its_last_answer() {
    let server = server_of(vec![Answer::new(502, "down")]);
    let settings = ClientSettings { total_time: Duration::from_secs(60), ..settings() };
    let client = Client::new(settings).expect("a client");
    let response = client.send(&get(&server)).expect("an answer");
    assert_eq!((response.status, response.text().as_str(), client.request_count()), (502, "down", 7));
}

#[test]
fn what_may_have_had_an_effect_is_not_sent_again() {
    for answer in [Answer::new(500, "half done"), Answer::new(200, "0123456789").cut()] {
        let server = server_of(vec![answer.clone(), Answer::new(200, "again")]);
        let client = Client::new(settings()).expect("a client");
        match client.send(&post(&server)) {
            Ok(response) => assert_eq!((response.status, response.text().as_str()), (500, "half done")),
            Err(error) => {
                assert!(answer.is_cut && error.may_have_arrived, "{error}");
                assert!(error.to_string().ends_with("the request may have arrived all the same"), "{error}");
            }
        }
        assert_eq!(server.requests().len(), 1);
    }
}

#[test]
fn a_cut_answer_to_a_question_is_asked_for_again() {
    let server = server_of(vec![Answer::new(200, "0123456789").cut(), Answer::new(200, "whole")]);
    let client = Client::new(settings()).expect("a client");
    assert_eq!(client.send(&get(&server)).expect("an answer").text(), "whole");
}

#[test]
fn a_slow_answer_ends_with_the_time_of_an_attempt() {
    let server = server_of(vec![Answer::new(200, "").after(Duration::from_secs(2))]);
    let settings = ClientSettings { attempt_time: Duration::from_millis(200), ..settings() };
    let error = Client::new(settings).expect("a client").send(&post(&server)).expect_err("too slow");
    assert_eq!(error.kind, ClientErrorKind::AttemptTime(Duration::from_millis(200)));
    assert!(error.may_have_arrived);
}

#[test]
fn an_answer_over_the_limit_is_refused() {
    let server = server_of(vec![Answer::new(200, vec![b'x'; 1001])]);
    let client = Client::new(ClientSettings { max_body_bytes: 1000, ..settings() }).expect("a client");
    let error = client.send(&get(&server)).expect_err("too large");
    assert_eq!(error.kind, ClientErrorKind::LargeBody(1000));
    let server = server_of(vec![Answer::new(200, vec![b'x'; 1000])]);
    assert_eq!(client.send(&get(&server)).expect("within the limit").body.len(), 1000);
}

#[test]
fn nobody_at_the_address_is_an_error_with_a_remedy() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let request = Request::get(format!("http://{free}/").parse().expect("an address"));
    let error = Client::new(settings()).expect("a client").send(&request).expect_err("nobody");
    assert!(error.to_string().contains("check the network"), "{error}");
    assert!(!error.may_have_arrived);
}

#[test]
fn a_file_without_certificates_is_refused() {
    let settings = ClientSettings { ca_file: Some("Cargo.toml".into()), ..settings() };
    let error = Client::new(settings).expect_err("no certificate");
    assert_eq!(
        error.to_string(),
        "Cargo.toml: found no certificate, expected PEM (-----BEGIN CERTIFICATE-----)"
    );
}
