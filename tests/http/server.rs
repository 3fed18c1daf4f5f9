//! The program as it is, behind a port of its own; killed when a test ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::Value;
use ureq::http::{HeaderMap, Request};

/// Longer than every limit of the server that a test waits for.
const PATIENCE: Duration = Duration::from_secs(30);
/// A sprint in the address, told to its end; another as JSON, and what its clients say is the same.
pub const QUERY: &str = "name=Sprint%2012&start=2026-03-02&end=2026-03-13&committed=40&days=38,33,,30";
pub const REQUEST: &str = include_str!("../fixtures/events/direct.json");

/// A running server.
pub struct Server {
    child: Child,
    port: u16,
    log: Option<JoinHandle<String>>,
    agent: ureq::Agent,
}

/// What a client sees.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's text, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a text"))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

/// The program's command line, with nothing of this environment.
pub fn program(args: &[&str], env: &[(&str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_emberline"));
    command.args(args).env_clear().envs(env.iter().map(|(name, value)| (*name, value)));
    command
}

impl Server {
    pub fn start() -> Self {
        Self::with(&[], &[])
    }

    pub fn with(args: &[&str], env: &[(&str, String)]) -> Self {
        let args = [&["serve", "--port", "0"], args].concat();
        let mut child = program(&args, env).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut line = String::new();
        stderr.read_line(&mut line).expect("a line");
        let port = line.trim_end().strip_prefix("emberline: listening on http://127.0.0.1:");
        let port = port.unwrap_or_else(|| panic!("{line}")).parse().expect("a port");
        let log = thread::spawn(move || {
            let mut log = String::new();
            stderr.read_to_string(&mut log).expect("a text");
            log
        });
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent = config.timeout_global(Some(PATIENCE)).build().into();
        Self { child, port, log: Some(log), agent }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "")
    }

    pub fn render(&self, body: &str) -> Answer {
        self.ask("POST", "/render", &[], body)
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = match body {
            "" => self.agent.run(request.body(()).expect("a request")),
            body => self.agent.run(request.body(body.to_owned()).expect("a request")),
        };
        let (parts, mut body) =
            answer.unwrap_or_else(|error| panic!("{method} {path}: {error}")).into_parts();
        let body = body.read_to_vec().expect("a body");
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// A connection for a client that is none.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream
    }

    pub fn takes_connections(&self) -> bool {
        TcpStream::connect(("127.0.0.1", self.port)).is_ok()
    }

    /// Tells it to stop.
    pub fn terminate(&self) {
        let status = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(status.success());
    }

    /// How it ended after [`terminate`](Self::terminate), and what it logged.
    pub fn wait(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().expect("it ends");
        (status, self.log.take().expect("once").join().expect("a log"))
    }

    pub fn stop(self) -> (ExitStatus, String) {
        self.terminate();
        self.wait()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends bytes as they stand; a server that has hung up is no failure of the client's.
pub fn send(stream: &mut TcpStream, bytes: &[u8]) -> bool {
    stream.write_all(bytes).is_ok()
}

/// What comes until the server closes the connection, and how long that takes.
pub fn rest(stream: &mut TcpStream) -> (String, Duration) {
    let started = Instant::now();
    let mut bytes = Vec::new();
    // A connection that is reset has ended, too.
    let end = stream.read_to_end(&mut bytes);
    let reset = |error: &std::io::Error| error.kind() == std::io::ErrorKind::ConnectionReset;
    assert!(end.as_ref().err().is_none_or(reset), "{end:?}");
    (String::from_utf8_lossy(&bytes).into_owned(), started.elapsed())
}
