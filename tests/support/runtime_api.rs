//! Lambda's Runtime API (2018-06-01) for one container: starts a bootstrap as Lambda does and invokes it.
//!
//! Not implemented: freezing between invocations, the memory limit (`rss_kib` returns the memory in use) and streamed
//! responses.

#![allow(dead_code, reason = "each test program uses a part")]

#[path = "lambda_environment.rs"]
mod lambda_environment;

use std::convert::Infallible;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use lambda_environment::{FUNCTION, REGION, lambda_environment};

/// Maximal bytes of an event and of a response; Lambda's 6 MB are 100 bytes more.
pub const MAX_PAYLOAD_BYTES: usize = 6_291_556;
/// Time that Lambda allows for the start of a container.
const INIT_TIMEOUT: Duration = Duration::from_secs(10);
/// Default timeout of the function.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Interval at which the child process is checked while a test waits for it.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// The error that a function reports, or that Lambda reports for it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    pub error_type: String,
    pub error_message: String,
}

/// The result of one event.
#[derive(Debug)]
pub struct Invocation {
    pub request_id: String,
    pub result: Result<Value, ErrorBody>,
    /// The bytes of the response; empty if Lambda reports an error for the function.
    pub bytes: Vec<u8>,
    /// Time from the delivery of the event to the response.
    pub elapsed: Duration,
}

/// The result of a container that ended before it requested an event.
#[derive(Debug)]
pub struct InitFailure {
    pub status: ExitStatus,
    /// The error that it reported to `/runtime/init/error`.
    pub error: Option<ErrorBody>,
}

/// A running function. The process is killed on drop.
pub struct Container {
    child: Child,
    folder: TempDir,
    events: UnboundedSender<Event>,
    reports: mpsc::Receiver<EventReport>,
    shared: Arc<Mutex<ContainerState>>,
    started: Instant,
    invocations: u64,
    // An `Option`, because it is shut down on drop without waiting: a test's own runtime must not block.
    runtime: Option<Runtime>,
}

struct Event {
    request_id: String,
    payload: Vec<u8>,
}

/// The response or error for an event.
struct EventReport {
    request_id: String,
    failed: bool,
    bytes: Vec<u8>,
    at: Instant,
}

struct ContainerState {
    timeout: Duration,
    first_poll: Option<Instant>,
    /// Id of the event that the function is processing, and the time of its delivery.
    current: Option<(String, Instant)>,
    init_error: Option<ErrorBody>,
}

impl Container {
    /// Starts `bootstrap` with only Lambda's environment variables and those of `env`.
    pub fn start<K: AsRef<str>, V: AsRef<str>>(
        bootstrap: &Path,
        env: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let folder = tempfile::tempdir().expect("the folder is accessible");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("there is a port");
        let address = listener.local_addr().expect("there is an address").to_string();
        let (events, queue) = unbounded_channel();
        let (sender, reports) = mpsc::channel();
        let shared = ContainerState { timeout: TIMEOUT, first_poll: None, current: None, init_error: None };
        let shared = Arc::new(Mutex::new(shared));
        let api = Arc::new(Api {
            queue: tokio::sync::Mutex::new(queue),
            reports: sender,
            shared: Arc::clone(&shared),
        });
        let runtime =
            Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("the runtime starts");
        runtime.spawn(serve_api(listener, api));

        // A file has all output that was written before a response; the content of a pipe could arrive later.
        let log = File::create(folder.path().join("log")).expect("there is a log");
        let mut command = Command::new(bootstrap);
        command.env_clear().current_dir(folder.path());
        command.envs(lambda_environment(&address));
        for (name, value) in env {
            command.env(name.as_ref(), value.as_ref());
        }
        command.stdin(std::process::Stdio::null());
        command.stdout(log.try_clone().expect("the log can be read")).stderr(log);
        let started = Instant::now();
        let child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", bootstrap.display()));
        let runtime = Some(runtime);
        Self { child, folder, events, reports, shared, started, invocations: 0, runtime }
    }

    /// Sets the timeout of the following events.
    pub fn set_timeout(&self, timeout: Duration) {
        self.lock_state().timeout = timeout;
    }

    /// Waits for the first request for an event and returns the time from the start of the process.
    pub fn time_to_first_poll(&mut self) -> Duration {
        let deadline = self.started + INIT_TIMEOUT;
        while Instant::now() < deadline {
            if let Some(at) = self.lock_state().first_poll {
                return at - self.started;
            }
            if let Some(status) = self.exit_status() {
                panic!("the container ended before it asked for an event: {status}\n{}", self.log_text());
            }
            thread::sleep(Duration::from_millis(1));
        }
        panic!("no request for an event within {INIT_TIMEOUT:?}\n{}", self.log_text());
    }

    /// Waits for a container that fails to start, and returns its exit status and error.
    pub fn wait_for_init_failure(&mut self) -> InitFailure {
        let deadline = self.started + INIT_TIMEOUT;
        while Instant::now() < deadline {
            assert!(self.lock_state().first_poll.is_none(), "it asked for an event\n{}", self.log_text());
            if let Some(status) = self.exit_status() {
                return InitFailure { status, error: self.lock_state().init_error.clone() };
            }
            thread::sleep(POLL_INTERVAL);
        }
        panic!("it neither ended nor asked for an event within {INIT_TIMEOUT:?}\n{}", self.log_text());
    }

    /// Delivers an event and waits for the result, at most the function's timeout.
    pub fn invoke(&mut self, event: &Value) -> Invocation {
        let payload = serde_json::to_vec(event).expect("the text is JSON");
        assert!(payload.len() <= MAX_PAYLOAD_BYTES, "Lambda takes no event of {} bytes", payload.len());
        self.invocations += 1;
        let request_id = format!("8476a536-e9f4-11e8-9739-{:012x}", self.invocations);
        let timeout = self.lock_state().timeout;
        let sent = Instant::now();
        let _ = self.events.send(Event { request_id: request_id.clone(), payload });
        loop {
            // The process is checked before the reports, so that a report before its end is not missed.
            let exit_status = self.exit_status();
            match self.reports.recv_timeout(POLL_INTERVAL) {
                Ok(report) if report.request_id == request_id => {
                    return self.completed_invocation(report, sent);
                }
                Err(RecvTimeoutError::Disconnected) => panic!("the API ended"),
                // This report belongs to an earlier event, which timed out.
                Ok(_) => continue,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(status) = exit_status {
                let message = format!("RequestId: {request_id} Error: Runtime exited with error: {status}");
                return failed_invocation(request_id, "Runtime.ExitError", message, sent);
            }
            if sent.elapsed() > timeout {
                let _ = self.child.kill();
                let message = format!("RequestId: {request_id} Error: Task timed out after {timeout:?}");
                return failed_invocation(request_id, "Sandbox.Timedout", message, sent);
            }
        }
    }

    fn completed_invocation(&self, report: EventReport, sent: Instant) -> Invocation {
        let EventReport { request_id, failed, bytes, at } = report;
        let started_at = self.lock_state().current.take().map_or(sent, |(_, started_at)| started_at);
        let elapsed = at - started_at;
        if !failed && bytes.len() > MAX_PAYLOAD_BYTES {
            let message = format!(
                "Response payload size exceeded maximum allowed payload size ({MAX_PAYLOAD_BYTES} bytes)."
            );
            let error =
                ErrorBody { error_type: "Function.ResponseSizeTooLarge".to_owned(), error_message: message };
            return Invocation { request_id, result: Err(error), bytes: Vec::new(), elapsed };
        }
        let text = || String::from_utf8_lossy(&bytes);
        let result = if failed {
            Err(serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{error}: {}", text())))
        } else {
            Ok(serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{error}: {}", text())))
        };
        Invocation { request_id, result, bytes, elapsed }
    }

    /// The function's output so far, standard output and standard error.
    pub fn log_text(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.folder.path().join("log")).expect("the log can be read"))
            .into_owned()
    }

    /// Memory in use, in KiB.
    pub fn rss_kib(&self) -> u64 {
        self.process_status_kib("VmRSS:")
    }

    /// Peak memory use, in KiB.
    pub fn peak_rss_kib(&self) -> u64 {
        self.process_status_kib("VmHWM:")
    }

    fn process_status_kib(&self, name: &str) -> u64 {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("the program runs");
        let value =
            status.lines().find_map(|line| line.strip_prefix(name)).expect("the process runs on Linux");
        value.trim().trim_end_matches(" kB").parse().expect("there is a number")
    }

    fn exit_status(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("the child can be queried")
    }

    fn lock_state(&self) -> std::sync::MutexGuard<'_, ContainerState> {
        self.shared.lock().expect("no thread panicked")
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The result that Lambda reports for a function without a response.
fn failed_invocation(
    request_id: String,
    error_type: &str,
    error_message: String,
    sent: Instant,
) -> Invocation {
    let result = Err(ErrorBody { error_type: error_type.to_owned(), error_message });
    Invocation { request_id, result, bytes: Vec::new(), elapsed: sent.elapsed() }
}

/// The API as seen from the container.
struct Api {
    queue: tokio::sync::Mutex<UnboundedReceiver<Event>>,
    reports: mpsc::Sender<EventReport>,
    shared: Arc<Mutex<ContainerState>>,
}

async fn serve_api(listener: std::net::TcpListener, api: Arc<Api>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let api = Arc::clone(&api);
        let service = hyper::service::service_fn(move |request| {
            let api = Arc::clone(&api);
            async move { Ok::<_, Infallible>(api.handle_request(request).await) }
        });
        let http = hyper::server::conn::http1::Builder::new();
        tokio::spawn(http.serve_connection(TokioIo::new(stream), service));
    }
}

impl Api {
    async fn handle_request(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let (parts, body) = request.into_parts();
        let Ok(body) = body.collect().await else {
            return error_response(StatusCode::BAD_REQUEST, "InvalidRequest", "cut");
        };
        let at = Instant::now();
        let bytes = body.to_bytes().to_vec();
        let path = parts.uri.path().strip_prefix("/2018-06-01/runtime/").unwrap_or_default();
        match (&parts.method, path.split('/').collect::<Vec<_>>().as_slice()) {
            (&Method::GET, ["invocation", "next"]) => self.next_event().await,
            (&Method::POST, ["init", "error"]) => {
                self.lock_state().init_error = serde_json::from_slice(&bytes).ok();
                accepted_response()
            }
            (&Method::POST, ["invocation", id, kind @ ("response" | "error")]) => {
                if self.lock_state().current.as_ref().is_none_or(|(current, _)| current != id) {
                    return error_response(StatusCode::FORBIDDEN, "InvalidRequestID", "Invalid request ID");
                }
                let failed = *kind == "error";
                let too_large = !failed && bytes.len() > MAX_PAYLOAD_BYTES;
                let _ = self.reports.send(EventReport { request_id: (*id).to_owned(), failed, bytes, at });
                if too_large {
                    let message =
                        format!("Exceeded maximum allowed payload size ({MAX_PAYLOAD_BYTES} bytes).");
                    return error_response(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", &message);
                }
                accepted_response()
            }
            _ => error_response(StatusCode::NOT_FOUND, "NotFound", parts.uri.path()),
        }
    }

    /// Waits for the next event and delivers it.
    async fn next_event(&self) -> Response<Full<Bytes>> {
        self.lock_state().first_poll.get_or_insert_with(Instant::now);
        let Some(Event { request_id, payload }) = self.queue.lock().await.recv().await else {
            return error_response(StatusCode::GONE, "Gone", "no more events");
        };
        #[allow(clippy::disallowed_methods, reason = "the deadline is a time of the clock")]
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is after 1970");
        let response = Response::builder()
            .header("content-type", "application/json")
            .header("lambda-runtime-aws-request-id", &request_id)
            .header("lambda-runtime-deadline-ms", (now + self.lock_state().timeout).as_millis().to_string())
            .header(
                "lambda-runtime-invoked-function-arn",
                format!("arn:aws:lambda:{REGION}:123456789012:function:{FUNCTION}"),
            )
            .header(
                "lambda-runtime-trace-id",
                "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0",
            );
        self.lock_state().current = Some((request_id, Instant::now()));
        response.body(Full::from(payload)).expect("the headers are valid")
    }

    fn lock_state(&self) -> std::sync::MutexGuard<'_, ContainerState> {
        self.shared.lock().expect("no thread panicked")
    }
}

fn accepted_response() -> Response<Full<Bytes>> {
    json_response(StatusCode::ACCEPTED, &json!({ "status": "OK" }))
}

fn error_response(status: StatusCode, error_type: &str, message: &str) -> Response<Full<Bytes>> {
    json_response(status, &json!({ "errorType": error_type, "errorMessage": message }))
}

fn json_response(status: StatusCode, body: &Value) -> Response<Full<Bytes>> {
    let response = Response::builder().status(status).header("content-type", "application/json");
    response.body(Full::from(body.to_string())).expect("the headers are valid")
}
