//! Slow clients, and the stop of the server.

use std::thread;
use std::time::{Duration, Instant};

use crate::server::{QUERY, REQUEST, Server, read_rest, send_bytes};

/// Time that the server allows for the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// Tolerance of the measured times, for a busy machine.
const SLACK: Duration = Duration::from_secs(5);

/// The head of a request whose body has a length.
fn request_head(length: usize) -> String {
    format!("POST /render HTTP/1.1\r\nhost: a\r\ncontent-length: {length}\r\n\r\n")
}

#[test]
fn a_request_head_that_never_ends_is_disconnected() {
    let server = Server::start();
    let mut stream = server.connect();
    let mut writer = stream.try_clone().expect("the connection can be cloned");
    // The client is slow but not silent: single bytes must not keep the connection open.
    let trickle = thread::spawn(move || {
        send_bytes(&mut writer, b"GET /healthz HTTP/1.1\r\nx-a: ");
        while send_bytes(&mut writer, b"a") {
            thread::sleep(Duration::from_millis(200));
        }
    });
    let (answer, time) = read_rest(&mut stream);
    assert!(!answer.contains(" 200 "), "{answer}");
    assert!((HEAD_TIMEOUT - Duration::from_secs(1)..HEAD_TIMEOUT + SLACK).contains(&time), "{time:?}");
    trickle.join().expect("the program ends");
}

#[test]
fn an_idle_connection_is_closed() {
    let server = Server::start();
    let mut stream = server.connect();
    send_bytes(&mut stream, b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n");
    let (answer, time) = read_rest(&mut stream);
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 1, "{answer}");
    assert!((HEAD_TIMEOUT - Duration::from_secs(1)..HEAD_TIMEOUT + SLACK).contains(&time), "{time:?}");
}

#[test]
fn a_body_that_arrives_too_slowly_is_refused() {
    let server = Server::start_with(&["--timeout", "4"], &[]);
    let mut stream = server.connect();
    let mut writer = stream.try_clone().expect("the connection can be cloned");
    let trickle = thread::spawn(move || {
        send_bytes(&mut writer, request_head(1_000).as_bytes());
        while send_bytes(&mut writer, b" ") {
            thread::sleep(Duration::from_millis(100));
        }
    });
    let (answer, time) = read_rest(&mut stream);
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("no whole body within 2 s"), "{answer}");
    assert!((Duration::from_millis(1_900)..Duration::from_secs(2) + SLACK).contains(&time), "{time:?}");
    trickle.join().expect("the program ends");
}

#[test]
fn a_picture_that_takes_too_long_is_answered_with_503() {
    let server = Server::start_with(&["--timeout", "0.1"], &[]);
    let path = format!("/burndown.png?{QUERY}&width=4000&height=4000&compression=best");
    let answer = server.get(&path);
    assert_eq!((answer.status, &answer.json()["title"]), (503, &"TimedOut".into()));
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn slow_clients_do_not_block_the_health_check() {
    let server = Server::start_with(&["--concurrency", "4"], &[]);
    let slow: Vec<_> = (0..50)
        .map(|_| {
            let mut stream = server.connect();
            send_bytes(&mut stream, request_head(1_000).as_bytes());
            stream
        })
        .collect();
    let started = Instant::now();
    assert_eq!(server.get("/healthz").status, 200);
    assert!(started.elapsed() < SLACK, "{:?}", started.elapsed());
    drop(slow);
}

#[test]
fn an_incomplete_body_is_refused() {
    let server = Server::start();
    let mut stream = server.connect();
    send_bytes(&mut stream, request_head(1_000).as_bytes());
    stream.shutdown(std::net::Shutdown::Write).expect("the connection can be closed for writing");
    let (answer, _) = read_rest(&mut stream);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn a_stop_lets_running_requests_finish() {
    let server = Server::start();
    let (mut idle, mut busy) = (server.connect(), server.connect());
    let (first, last) = REQUEST.split_at(20);
    send_bytes(&mut busy, request_head(REQUEST.len()).as_bytes());
    send_bytes(&mut busy, first.as_bytes());
    // Within this time the server has the request; otherwise it would be right to refuse it.
    thread::sleep(Duration::from_millis(500));
    server.terminate();
    assert_eq!(read_rest(&mut idle).0, "");
    thread::sleep(Duration::from_millis(500));
    assert!(!server.accepts_connections());
    send_bytes(&mut busy, last.as_bytes());
    let (answer, _) = read_rest(&mut busy);
    assert!(
        answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("content-type: image/png"),
        "{answer}"
    );
    let (status, log) = server.wait_for_exit();
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("status=200") && !log.contains("WARN"), "{log}");
}

#[test]
fn a_stop_without_requests_is_immediate() {
    let started = Instant::now();
    let (status, log) = Server::start().stop();
    assert_eq!((status.code(), log.as_str()), (Some(0), ""));
    assert!(started.elapsed() < SLACK);
}
