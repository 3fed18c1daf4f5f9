//! Clients that take their time, and a server that is told to stop.

use std::thread;
use std::time::{Duration, Instant};

use crate::server::{QUERY, REQUEST, Server, rest, send};

/// The server's time for a head.
const HEAD: Duration = Duration::from_secs(10);
const SLACK: Duration = Duration::from_secs(5);

fn head(length: usize) -> String {
    format!("POST /render HTTP/1.1\r\nhost: a\r\ncontent-length: {length}\r\n\r\n")
}

#[test]
fn a_head_that_never_ends_is_cut_off() {
    let server = Server::start();
    let mut stream = server.connect();
    let mut writer = stream.try_clone().expect("a clone");
    // Not by silence: a byte now and then keeps no connection.
    let trickle = thread::spawn(move || {
        send(&mut writer, b"GET /healthz HTTP/1.1\r\nx-a: ");
        while send(&mut writer, b"a") {
            thread::sleep(Duration::from_millis(200));
        }
    });
    let (answer, time) = rest(&mut stream);
    assert!(!answer.contains(" 200 "), "{answer}");
    assert!((HEAD - Duration::from_secs(1)..HEAD + SLACK).contains(&time), "{time:?}");
    trickle.join().expect("it ends");
}

#[test]
fn a_connection_without_a_request_is_closed() {
    let server = Server::start();
    let mut stream = server.connect();
    send(&mut stream, b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n");
    let (answer, time) = rest(&mut stream);
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 1, "{answer}");
    assert!((HEAD - Duration::from_secs(1)..HEAD + SLACK).contains(&time), "{time:?}");
}

#[test]
fn a_body_that_trickles_is_cut_off() {
    let server = Server::with(&["--timeout", "4"], &[]);
    let mut stream = server.connect();
    let mut writer = stream.try_clone().expect("a clone");
    let trickle = thread::spawn(move || {
        send(&mut writer, head(1_000).as_bytes());
        while send(&mut writer, b" ") {
            thread::sleep(Duration::from_millis(100));
        }
    });
    let (answer, time) = rest(&mut stream);
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("no whole body within 2 s"), "{answer}");
    assert!((Duration::from_millis(1_900)..Duration::from_secs(2) + SLACK).contains(&time), "{time:?}");
    trickle.join().expect("it ends");
}

#[test]
fn a_picture_that_takes_too_long_is_given_up() {
    let server = Server::with(&["--timeout", "0.1"], &[]);
    let path = format!("/burndown.png?{QUERY}&width=4000&height=4000&compression=best");
    let answer = server.get(&path);
    assert_eq!((answer.status, &answer.json()["title"]), (503, &"TimedOut".into()));
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn a_server_that_is_full_of_slow_clients_is_healthy() {
    let server = Server::with(&["--concurrency", "4"], &[]);
    let slow: Vec<_> = (0..50)
        .map(|_| {
            let mut stream = server.connect();
            send(&mut stream, head(1_000).as_bytes());
            stream
        })
        .collect();
    let started = Instant::now();
    assert_eq!(server.get("/healthz").status, 200);
    assert!(started.elapsed() < SLACK, "{:?}", started.elapsed());
    drop(slow);
}

#[test]
fn a_body_that_ends_too_early_is_no_request() {
    let server = Server::start();
    let mut stream = server.connect();
    send(&mut stream, head(1_000).as_bytes());
    stream.shutdown(std::net::Shutdown::Write).expect("half closed");
    let (answer, _) = rest(&mut stream);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn a_stop_lets_requests_end() {
    let server = Server::start();
    let (mut idle, mut busy) = (server.connect(), server.connect());
    let (first, last) = REQUEST.split_at(20);
    send(&mut busy, head(REQUEST.len()).as_bytes());
    send(&mut busy, first.as_bytes());
    // The server has the request by then; else it would be right to refuse it.
    thread::sleep(Duration::from_millis(500));
    server.terminate();
    assert_eq!(rest(&mut idle).0, "");
    thread::sleep(Duration::from_millis(500));
    assert!(!server.takes_connections());
    send(&mut busy, last.as_bytes());
    let (answer, _) = rest(&mut busy);
    assert!(
        answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("content-type: image/png"),
        "{answer}"
    );
    let (status, log) = server.wait();
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("status=200") && !log.contains("WARN"), "{log}");
}

#[test]
fn a_stop_without_requests_is_at_once() {
    let started = Instant::now();
    let (status, log) = Server::start().stop();
    assert_eq!((status.code(), log.as_str()), (Some(0), ""));
    assert!(started.elapsed() < SLACK);
}
