//! Lambda's Runtime API (2018-06-01) for one container: starts a bootstrap as Lambda does and invokes it.
//!
//! Not here: freezing between invocations, the memory limit (`rss_kib` says what is used), streamed responses.

#![allow(dead_code, reason = "each test program uses a part")]

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

/// What an event and a response may have; Lambda's 6 MB are 100 bytes more.
pub const PAYLOAD_BYTES: usize = 6_291_556;
/// What Lambda gives a container to start.
const INIT_TIMEOUT: Duration = Duration::from_secs(10);
/// The function's timeout unless a test sets another.
const TIMEOUT: Duration = Duration::from_secs(30);
/// How often a child is asked whether it lives while it is waited for.
const PAUSE: Duration = Duration::from_millis(20);
const MEMORY_MB: u32 = 256;
const FUNCTION: &str = "emberline";
const REGION: &str = "eu-central-1";

/// What a function reports when it fails, or Lambda in its place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    pub error_type: String,
    pub error_message: String,
}

/// What became of one event.
#[derive(Debug)]
pub struct Invocation {
    pub request_id: String,
    pub result: Result<Value, ErrorBody>,
    /// The response as it was sent; empty where Lambda speaks for the function.
    pub bytes: Vec<u8>,
    /// From the event's hand-over to the response.
    pub elapsed: Duration,
}

/// A container that ended before it took an event.
#[derive(Debug)]
pub struct InitFailure {
    pub status: ExitStatus,
    /// What it reported to `/runtime/init/error`.
    pub error: Option<ErrorBody>,
}

/// A running function. It is killed when this is dropped.
pub struct Container {
    child: Child,
    folder: TempDir,
    events: UnboundedSender<Event>,
    reports: mpsc::Receiver<Report>,
    shared: Arc<Mutex<Shared>>,
    started: Instant,
    invocations: u64,
    // Taken when the container is dropped; a test's own runtime must not wait for it.
    runtime: Option<Runtime>,
}

struct Event {
    request_id: String,
    payload: Vec<u8>,
}

/// What came back for an event.
struct Report {
    request_id: String,
    failed: bool,
    bytes: Vec<u8>,
    at: Instant,
}

struct Shared {
    timeout: Duration,
    first_poll: Option<Instant>,
    /// The event that is with the function, and since when.
    current: Option<(String, Instant)>,
    init_error: Option<ErrorBody>,
}

impl Container {
    /// Starts `bootstrap` with Lambda's environment and `env`, nothing else.
    pub fn start<K: AsRef<str>, V: AsRef<str>>(
        bootstrap: &Path,
        env: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let (events, queue) = unbounded_channel();
        let (sender, reports) = mpsc::channel();
        let shared = Shared { timeout: TIMEOUT, first_poll: None, current: None, init_error: None };
        let shared = Arc::new(Mutex::new(shared));
        let api = Arc::new(Api {
            queue: tokio::sync::Mutex::new(queue),
            reports: sender,
            shared: Arc::clone(&shared),
        });
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        runtime.spawn(serve(listener, api));

        // A file, not a pipe: what was written before a response is there when the response is.
        let log = File::create(folder.path().join("log")).expect("a log");
        let mut command = Command::new(bootstrap);
        command.env_clear().current_dir(folder.path());
        command.envs(lambda_env(&address));
        for (name, value) in env {
            command.env(name.as_ref(), value.as_ref());
        }
        command.stdin(std::process::Stdio::null());
        command.stdout(log.try_clone().expect("the log")).stderr(log);
        let started = Instant::now();
        let child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", bootstrap.display()));
        let runtime = Some(runtime);
        Self { child, folder, events, reports, shared, started, invocations: 0, runtime }
    }

    /// The function's timeout from now on.
    pub fn set_timeout(&self, timeout: Duration) {
        self.shared().timeout = timeout;
    }

    /// From the process's start until it first asks for an event.
    pub fn first_poll(&mut self) -> Duration {
        let deadline = self.started + INIT_TIMEOUT;
        while Instant::now() < deadline {
            if let Some(at) = self.shared().first_poll {
                return at - self.started;
            }
            if let Some(status) = self.exited() {
                panic!("the container ended before it asked for an event: {status}\n{}", self.logs());
            }
            thread::sleep(Duration::from_millis(1));
        }
        panic!("no request for an event within {INIT_TIMEOUT:?}\n{}", self.logs());
    }

    /// How a container ended that was not to start.
    pub fn init_failure(&mut self) -> InitFailure {
        let deadline = self.started + INIT_TIMEOUT;
        while Instant::now() < deadline {
            assert!(self.shared().first_poll.is_none(), "it asked for an event\n{}", self.logs());
            if let Some(status) = self.exited() {
                return InitFailure { status, error: self.shared().init_error.clone() };
            }
            thread::sleep(PAUSE);
        }
        panic!("it neither ended nor asked for an event within {INIT_TIMEOUT:?}\n{}", self.logs());
    }

    /// Hands an event over and waits for what becomes of it, at most the function's timeout.
    pub fn invoke(&mut self, event: &Value) -> Invocation {
        let payload = serde_json::to_vec(event).expect("JSON");
        assert!(payload.len() <= PAYLOAD_BYTES, "Lambda takes no event of {} bytes", payload.len());
        self.invocations += 1;
        let request_id = format!("8476a536-e9f4-11e8-9739-{:012x}", self.invocations);
        let timeout = self.shared().timeout;
        let sent = Instant::now();
        let _ = self.events.send(Event { request_id: request_id.clone(), payload });
        loop {
            // Asked first: what a child reported before it ended is there, then.
            let exited = self.exited();
            match self.reports.recv_timeout(PAUSE) {
                Ok(report) if report.request_id == request_id => return self.completed(report, sent),
                Err(RecvTimeoutError::Disconnected) => panic!("the API ended"),
                // One of an event that timed out before.
                Ok(_) => continue,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(status) = exited {
                let message = format!("RequestId: {request_id} Error: Runtime exited with error: {status}");
                return refused(request_id, "Runtime.ExitError", message, sent);
            }
            if sent.elapsed() > timeout {
                let _ = self.child.kill();
                let message = format!("RequestId: {request_id} Error: Task timed out after {timeout:?}");
                return refused(request_id, "Sandbox.Timedout", message, sent);
            }
        }
    }

    fn completed(&self, report: Report, sent: Instant) -> Invocation {
        let Report { request_id, failed, bytes, at } = report;
        let begun = self.shared().current.take().map_or(sent, |(_, begun)| begun);
        let elapsed = at - begun;
        if !failed && bytes.len() > PAYLOAD_BYTES {
            let message = format!(
                "Response payload size exceeded maximum allowed payload size ({PAYLOAD_BYTES} bytes)."
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

    /// What the function wrote so far, to standard output and error.
    pub fn logs(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.folder.path().join("log")).expect("the log")).into_owned()
    }

    /// Memory in use now.
    pub fn rss_kib(&self) -> u64 {
        self.status("VmRSS:")
    }

    /// The most memory that was ever in use.
    pub fn peak_rss_kib(&self) -> u64 {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let value = status.lines().find_map(|line| line.strip_prefix(name)).expect("it runs, on Linux");
        value.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    fn exited(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("our child")
    }

    fn shared(&self) -> std::sync::MutexGuard<'_, Shared> {
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

/// What Lambda says where the function says nothing.
fn refused(request_id: String, error_type: &str, error_message: String, sent: Instant) -> Invocation {
    let result = Err(ErrorBody { error_type: error_type.to_owned(), error_message });
    Invocation { request_id, result, bytes: Vec::new(), elapsed: sent.elapsed() }
}

/// What Lambda sets for a custom runtime, without the role's credentials.
fn lambda_env(address: &str) -> [(&'static str, String); 18] {
    [
        ("AWS_LAMBDA_RUNTIME_API", address.to_owned()),
        ("_HANDLER", "bootstrap".to_owned()),
        ("AWS_REGION", REGION.to_owned()),
        ("AWS_DEFAULT_REGION", REGION.to_owned()),
        ("AWS_LAMBDA_FUNCTION_NAME", FUNCTION.to_owned()),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", MEMORY_MB.to_string()),
        ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST".to_owned()),
        ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand".to_owned()),
        ("AWS_LAMBDA_LOG_GROUP_NAME", format!("/aws/lambda/{FUNCTION}")),
        ("AWS_LAMBDA_LOG_STREAM_NAME", "2026/03/13/[$LATEST]3893xmpl7fac4485b47bb75b671a283c".to_owned()),
        ("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR".to_owned()),
        ("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000".to_owned()),
        ("LAMBDA_TASK_ROOT", "/var/task".to_owned()),
        ("LAMBDA_RUNTIME_DIR", "/var/runtime".to_owned()),
        ("LANG", "en_US.UTF-8".to_owned()),
        (
            "LD_LIBRARY_PATH",
            "/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib".to_owned(),
        ),
        ("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin".to_owned()),
        ("TZ", ":UTC".to_owned()),
    ]
}

/// The API's side of a container.
struct Api {
    queue: tokio::sync::Mutex<UnboundedReceiver<Event>>,
    reports: mpsc::Sender<Report>,
    shared: Arc<Mutex<Shared>>,
}

async fn serve(listener: std::net::TcpListener, api: Arc<Api>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let api = Arc::clone(&api);
        let service = hyper::service::service_fn(move |request| {
            let api = Arc::clone(&api);
            async move { Ok::<_, Infallible>(api.answer(request).await) }
        });
        let http = hyper::server::conn::http1::Builder::new();
        tokio::spawn(http.serve_connection(TokioIo::new(stream), service));
    }
}

impl Api {
    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let (parts, body) = request.into_parts();
        let Ok(body) = body.collect().await else {
            return refusal(StatusCode::BAD_REQUEST, "InvalidRequest", "cut");
        };
        let at = Instant::now();
        let bytes = body.to_bytes().to_vec();
        let path = parts.uri.path().strip_prefix("/2018-06-01/runtime/").unwrap_or_default();
        match (&parts.method, path.split('/').collect::<Vec<_>>().as_slice()) {
            (&Method::GET, ["invocation", "next"]) => self.next().await,
            (&Method::POST, ["init", "error"]) => {
                self.shared().init_error = serde_json::from_slice(&bytes).ok();
                accepted()
            }
            (&Method::POST, ["invocation", id, kind @ ("response" | "error")]) => {
                if self.shared().current.as_ref().is_none_or(|(current, _)| current != id) {
                    return refusal(StatusCode::FORBIDDEN, "InvalidRequestID", "Invalid request ID");
                }
                let failed = *kind == "error";
                let too_large = !failed && bytes.len() > PAYLOAD_BYTES;
                let _ = self.reports.send(Report { request_id: (*id).to_owned(), failed, bytes, at });
                if too_large {
                    let message = format!("Exceeded maximum allowed payload size ({PAYLOAD_BYTES} bytes).");
                    return refusal(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", &message);
                }
                accepted()
            }
            _ => refusal(StatusCode::NOT_FOUND, "NotFound", parts.uri.path()),
        }
    }

    /// Waits for the next event.
    async fn next(&self) -> Response<Full<Bytes>> {
        self.shared().first_poll.get_or_insert_with(Instant::now);
        let Some(Event { request_id, payload }) = self.queue.lock().await.recv().await else {
            return refusal(StatusCode::GONE, "Gone", "no more events");
        };
        #[allow(clippy::disallowed_methods, reason = "the deadline is a time of the clock")]
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
        let response = Response::builder()
            .header("content-type", "application/json")
            .header("lambda-runtime-aws-request-id", &request_id)
            .header("lambda-runtime-deadline-ms", (now + self.shared().timeout).as_millis().to_string())
            .header(
                "lambda-runtime-invoked-function-arn",
                format!("arn:aws:lambda:{REGION}:123456789012:function:{FUNCTION}"),
            )
            .header(
                "lambda-runtime-trace-id",
                "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0",
            );
        self.shared().current = Some((request_id, Instant::now()));
        response.body(Full::from(payload)).expect("headers of ours")
    }

    fn shared(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.shared.lock().expect("no thread panicked")
    }
}

fn accepted() -> Response<Full<Bytes>> {
    json_response(StatusCode::ACCEPTED, &json!({ "status": "OK" }))
}

fn refusal(status: StatusCode, error_type: &str, message: &str) -> Response<Full<Bytes>> {
    json_response(status, &json!({ "errorType": error_type, "errorMessage": message }))
}

fn json_response(status: StatusCode, body: &Value) -> Response<Full<Bytes>> {
    let response = Response::builder().status(status).header("content-type", "application/json");
    response.body(Full::from(body.to_string())).expect("headers of ours")
}
