//! An HTTP server on a free port that answers as a test says, faults included, and keeps what was asked.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A request that arrived.
#[derive(Clone, Debug)]
pub struct SeenRequest {
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl SeenRequest {
    /// Returns the first value of a header; the name is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

impl SeenRequest {
    /// Returns the path without the query, decoded.
    pub fn decoded_path(&self) -> String {
        decode(self.path.split('?').next().unwrap_or_default())
    }

    /// Returns a parameter of the query, decoded; empty without one.
    pub fn parameter(&self, name: &str) -> String {
        let (_, query) = self.path.split_once('?').unwrap_or_default();
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| decode(key) == name).map(|(_, value)| decode(value)).unwrap_or_default()
    }

    /// Parses the body, which must be JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
}

/// Decodes a part of an address.
fn decode(text: &str) -> String {
    let plus = text.replace('+', " ");
    let mut bytes = Vec::new();
    let mut rest = plus.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(hex.unwrap_or(byte));
        rest = if hex.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The answer to one request.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// The time before the answer.
    pub delay: Duration,
    /// Closes the connection after the head and half of the body.
    pub is_cut: bool,
}

impl Answer {
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), delay: Duration::ZERO, is_cut: false }
    }

    /// An answer of JSON with status 200.
    pub fn json(value: &serde_json::Value) -> Self {
        Self::new(200, value.to_string())
    }

    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    #[must_use]
    pub const fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    #[must_use]
    pub const fn cut(mut self) -> Self {
        self.is_cut = true;
        self
    }
}

/// A running server. It stops with the last handle.
pub struct ReplayServer {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<SeenRequest>>>,
    is_stopped: Arc<AtomicBool>,
}

impl ReplayServer {
    /// Starts a server that answers each request by a function, one after another, and closes each connection.
    pub fn start(mut answer: impl FnMut(&SeenRequest) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let server = Self {
            address: listener.local_addr().expect("an address"),
            seen: Arc::default(),
            is_stopped: Arc::default(),
        };
        let (seen, is_stopped) = (Arc::clone(&server.seen), Arc::clone(&server.is_stopped));
        std::thread::spawn(move || {
            for connection in listener.incoming().take_while(|_| !is_stopped.load(Ordering::Relaxed)) {
                // Clients that go away are no fault of the server.
                let Ok(mut connection) = connection else { continue };
                if let Some(request) = read_request(&mut connection) {
                    let answer = answer(&request);
                    seen.lock().expect("no panic").push(request);
                    let _ = send_answer(&mut connection, &answer);
                }
            }
        });
        server
    }

    /// Returns the address, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the requests that arrived so far.
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.seen.lock().expect("no panic").clone()
    }
}

impl Drop for ReplayServer {
    fn drop(&mut self) {
        self.is_stopped.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
    }
}

/// Reads a request whose body has a `Content-Length`; `None` if the client goes away before its end.
fn read_request(connection: &mut TcpStream) -> Option<SeenRequest> {
    let (mut bytes, mut part) = (Vec::new(), [0; 16_384]);
    loop {
        match connection.read(&mut part).ok()? {
            0 => return None,
            count => bytes.extend_from_slice(&part[..count]),
        }
        if let Some(request) = parse_request(&bytes) {
            return Some(request);
        }
    }
}

/// Parses a request; `None` while it is not complete.
fn parse_request(bytes: &[u8]) -> Option<SeenRequest> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(head) = request.parse(bytes).expect("a request") else { return None };
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    let seen = SeenRequest {
        method: request.method?.to_owned(),
        path: request.path?.to_owned(),
        headers: request
            .headers
            .iter()
            .map(|header| (header.name.to_lowercase(), text(header.value)))
            .collect(),
        body: bytes[head..].to_vec(),
    };
    let length = seen.header("content-length").map_or(0, |length| length.parse().expect("a length"));
    (seen.body.len() >= length).then_some(seen)
}

fn send_answer(connection: &mut TcpStream, answer: &Answer) -> io::Result<()> {
    std::thread::sleep(answer.delay);
    let mut head = format!(
        "HTTP/1.1 {} Answer\r\nConnection: close\r\nContent-Length: {}\r\n",
        answer.status,
        answer.body.len()
    );
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    connection.write_all((head + "\r\n").as_bytes())?;
    let end = if answer.is_cut { answer.body.len() / 2 } else { answer.body.len() };
    connection.write_all(&answer.body[..end])
}
