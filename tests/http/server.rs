//! Starts the program with `serve` on a free port and sends requests to it. The process is killed on drop.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::Value;
use ureq::http::{HeaderMap, Request};

/// Maximal time of a request, longer than every time limit of the server.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// A sprint as the query of an address.
pub const QUERY: &str = "name=Sprint%2012&start=2026-03-02&end=2026-03-13&committed=40&days=38,33,,30";
/// A request with a sprint as JSON.
pub const REQUEST: &str = include_str!("../fixtures/events/direct.json");

/// A running server.
pub struct Server {
    child: Child,
    port: u16,
    log: Option<JoinHandle<String>>,
    agent: ureq::Agent,
}

/// The response to a request.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The text of a header; empty if the header is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("there is a text"))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

/// Returns a command that runs the program with only the variables in `env`.
pub fn emberline_command(args: &[&str], env: &[(&str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_emberline"));
    command.args(args).env_clear().envs(env.iter().map(|(name, value)| (*name, value)));
    command
}

impl Server {
    pub fn start() -> Self {
        Self::start_with(&[], &[])
    }

    pub fn start_with(args: &[&str], env: &[(&str, String)]) -> Self {
        let args = [&["serve", "--port", "0"], args].concat();
        let mut child =
            emberline_command(&args, env).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut stderr = BufReader::new(child.stderr.take().expect("there is a pipe"));
        let mut line = String::new();
        stderr.read_line(&mut line).expect("there is a line");
        let port = line.trim_end().strip_prefix("emberline: listening on http://127.0.0.1:");
        let port = port.unwrap_or_else(|| panic!("{line}")).parse().expect("there is a port");
        let log = thread::spawn(move || {
            let mut log = String::new();
            stderr.read_to_string(&mut log).expect("there is a text");
            log
        });
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent = config.timeout_global(Some(REQUEST_TIMEOUT)).build().into();
        Self { child, port, log: Some(log), agent }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[], "")
    }

    pub fn render(&self, body: &str) -> Answer {
        self.request("POST", "/render", &[], body)
    }

    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = match body {
            "" => self.agent.run(request.body(()).expect("the request is valid")),
            body => self.agent.run(request.body(body.to_owned()).expect("the request is valid")),
        };
        let (parts, mut body) =
            answer.unwrap_or_else(|error| panic!("{method} {path}: {error}")).into_parts();
        let body = body.read_to_vec().expect("there is a body");
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// Opens a plain connection, for clients that do not follow the protocol.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server accepts connections");
        stream.set_read_timeout(Some(REQUEST_TIMEOUT)).expect("the timeout is valid");
        stream
    }

    pub fn accepts_connections(&self) -> bool {
        TcpStream::connect(("127.0.0.1", self.port)).is_ok()
    }

    /// Sends the process the signal to terminate.
    pub fn terminate(&self) {
        let status = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(status.success());
    }

    /// Waits for the end of the process; returns its exit status and its log.
    pub fn wait_for_exit(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().expect("the program ends");
        (status, self.log.take().expect("the server is stopped only once").join().expect("there is a log"))
    }

    /// Terminates the process and waits for its end; returns its exit status and its log.
    pub fn stop(self) -> (ExitStatus, String) {
        self.terminate();
        self.wait_for_exit()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends bytes unchanged; returns false if the server has closed the connection.
pub fn send_bytes(stream: &mut TcpStream, bytes: &[u8]) -> bool {
    stream.write_all(bytes).is_ok()
}

/// Reads until the server closes the connection; returns the text and the time.
pub fn read_rest(stream: &mut TcpStream) -> (String, Duration) {
    let started = Instant::now();
    let mut bytes = Vec::new();
    // A reset also ends the connection.
    let end = stream.read_to_end(&mut bytes);
    let reset = |error: &std::io::Error| error.kind() == std::io::ErrorKind::ConnectionReset;
    assert!(end.as_ref().err().is_none_or(reset), "{end:?}");
    (String::from_utf8_lossy(&bytes).into_owned(), started.elapsed())
}
