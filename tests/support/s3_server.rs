//! A real S3 server in this process: s3s over a temporary folder, signatures checked, with the faults that a
//! network or a busy S3 has.
//!
//! s3s-fs keeps what an object is sent with: Content-Type, -Encoding, -Disposition, -Language, Cache-Control, Expires
//! and the user's metadata. It drops encryption, storage class and tags; [`S3Server::requests`] has those headers.

#![allow(dead_code, reason = "each test program uses a part")]

use std::collections::BTreeMap;
use std::fs;
use std::future;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Context, Poll};
use std::time::Duration;

use async_trait::async_trait;
use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::SimpleAuth;
use s3s::dto::HeadObjectInput;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s::{S3, S3Request, S3Result, s3_error};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

const BUCKET: &str = "burndowns";
const ACCESS_KEY: &str = "AKIAEMBERLINE0TESTS0";
const SECRET_KEY: &str = "a-secret-key-that-opens-nothing-else";
const REGION: &str = "eu-central-1";
const FETCH_TIMEOUT: Duration = Duration::from_secs(10);

/// What goes wrong, in front of the server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    None,
    /// 503 `SlowDown`, so many times.
    SlowDown {
        times: usize,
    },
    /// 409 to a conditional upload, as while somebody else writes the same key, so many times.
    Conflict {
        times: usize,
    },
    /// Takes the request and never answers.
    Hang,
    /// Reads a part of what is uploaded, then closes the connection, so many times.
    CutUpload {
        times: usize,
    },
}

/// A request that arrived, also one that met a fault. The query is left out: it may hold a signature.
#[derive(Clone)]
pub struct Received {
    pub method: String,
    pub path: String,
    pub headers: HeaderMap,
}

/// What S3 says of a stored object.
#[derive(Debug)]
pub struct Head {
    pub content_type: Option<String>,
    pub cache_control: Option<String>,
    pub metadata: BTreeMap<String, String>,
    pub length: i64,
}

/// Runs until it is dropped, on a thread of its own: a test may block, or wait for a child process.
pub struct S3Server {
    // Taken when the server is dropped; a test's own runtime must not wait for it.
    runtime: Option<Runtime>,
    endpoint: String,
    folder: TempDir,
    files: Arc<FileSystem>,
    front: Arc<Front>,
}

impl S3Server {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join(BUCKET)).expect("a bucket");
        let front = Arc::new(Front {
            service: service(folder.path()),
            received: Mutex::default(),
            fault: Mutex::new(Fault::None),
        });
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        runtime.spawn(serve(listener, Arc::clone(&front)));
        let files = Arc::new(FileSystem::new(folder.path()).expect("the folder"));
        Self { runtime: Some(runtime), endpoint, folder, files, front }
    }

    pub fn endpoint(&self) -> String {
        self.endpoint.clone()
    }

    pub fn bucket(&self) -> &'static str {
        BUCKET
    }

    pub fn access_key(&self) -> &'static str {
        ACCESS_KEY
    }

    pub fn secret_key(&self) -> &'static str {
        SECRET_KEY
    }

    pub fn region(&self) -> &'static str {
        REGION
    }

    /// What a client reads from its environment.
    pub fn env(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT_URL_S3", self.endpoint()),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET_KEY.to_owned()),
            ("AWS_REGION", REGION.to_owned()),
        ]
    }

    /// From now on.
    pub fn fail(&self, fault: Fault) {
        *self.front.fault.lock().expect("no test panicked") = fault;
    }

    /// What arrived so far.
    pub fn requests(&self) -> Vec<Received> {
        self.front.received.lock().expect("no test panicked").clone()
    }

    /// The bucket's keys, in order.
    pub fn objects(&self) -> Vec<String> {
        let bucket = self.folder.path().join(BUCKET);
        let mut keys = Vec::new();
        let mut folders = vec![bucket.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let key = path.strip_prefix(&bucket).expect("below the bucket");
                    keys.push(key.to_str().expect("UTF-8").to_owned());
                }
            }
        }
        keys.sort();
        keys
    }

    pub fn object(&self, key: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.path().join(BUCKET).join(key)).ok()
    }

    /// Puts an object there, past the network.
    pub fn put_file(&self, key: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder.path().join(BUCKET).join(key);
        fs::create_dir_all(path.parent().expect("in the bucket")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// What is stored beside an object's bytes.
    pub fn head(&self, key: &str) -> Option<Head> {
        let (files, key) = (Arc::clone(&self.files), key.to_owned());
        let (sender, receiver) = mpsc::channel();
        self.runtime.as_ref().expect("it runs").spawn(async move {
            let _ = sender.send(head(&files, key).await.ok());
        });
        receiver.recv().expect("an answer")
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Status and body of a plain GET, as a browser sends it.
pub fn fetch(url: &str) -> (u16, Vec<u8>) {
    let (host, path) =
        url.strip_prefix("http://").and_then(|url| url.split_once('/')).expect("http://host/path");
    let mut stream = TcpStream::connect(host).expect("a connection");
    stream.set_read_timeout(Some(FETCH_TIMEOUT)).expect("a timeout");
    // HTTP/1.0: the body ends where the connection does.
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n").expect("it is sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("headers");
    let body = answer.split_off(end + 4);
    let status = String::from_utf8_lossy(&answer[9..12]).parse();
    (status.expect("a status"), body)
}

fn service(root: &Path) -> S3Service {
    let mut service = S3ServiceBuilder::new(FileSystem::new(root).expect("the folder"));
    service.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
    service.set_access(Gate { root: root.to_owned() });
    service.build()
}

async fn head(files: &FileSystem, key: String) -> S3Result<Head> {
    let input = HeadObjectInput::builder().bucket(BUCKET.to_owned()).key(key).build();
    let request = S3Request {
        input: input.expect("bucket and key"),
        method: Method::HEAD,
        uri: hyper::Uri::default(),
        headers: HeaderMap::new(),
        extensions: hyper::http::Extensions::new(),
        credentials: None,
        region: None,
        service: None,
        trailing_headers: None,
    };
    let output = files.head_object(request).await?.output;
    Ok(Head {
        content_type: output.content_type,
        cache_control: output.cache_control,
        metadata: output.metadata.unwrap_or_default().into_iter().collect(),
        length: output.content_length.unwrap_or_default(),
    })
}

/// Who may do what, asked once the signature is right. s3s-fs would create a bucket that is missing; S3 says so.
struct Gate {
    root: PathBuf,
}

#[async_trait]
impl S3Access for Gate {
    async fn check(&self, context: &mut S3AccessContext<'_>) -> S3Result<()> {
        if context.credentials().is_none() {
            return Err(s3_error!(AccessDenied, "Access Denied"));
        }
        match context.s3_path().get_bucket_name() {
            Some(bucket) if !self.root.join(bucket).is_dir() => {
                Err(s3_error!(NoSuchBucket, "The specified bucket does not exist"))
            }
            _ => Ok(()),
        }
    }
}

/// What stands between the network and the server.
struct Front {
    service: S3Service,
    received: Mutex<Vec<Received>>,
    fault: Mutex<Fault>,
}

async fn serve(listener: std::net::TcpListener, front: Arc<Front>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let front = Arc::clone(&front);
        let service = hyper::service::service_fn(move |request| answer(Arc::clone(&front), request));
        let http = hyper::server::conn::http1::Builder::new();
        tokio::spawn(http.serve_connection(TokioIo::new(stream), service));
    }
}

async fn answer(front: Arc<Front>, request: Request<Incoming>) -> io::Result<Response<s3s::Body>> {
    front.received.lock().expect("no test panicked").push(Received {
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        headers: request.headers().clone(),
    });
    match front.take_fault(request.method()) {
        Fault::None => front.service.call(request.map(s3s::Body::from)).await.map_err(broken),
        Fault::SlowDown { .. } => {
            // S3 reads what is sent before it answers; else the client may miss the answer.
            request.into_body().collect().await.map_err(broken)?;
            refusal(StatusCode::SERVICE_UNAVAILABLE, "SlowDown")
        }
        Fault::Conflict { .. } => {
            request.into_body().collect().await.map_err(broken)?;
            refusal(StatusCode::CONFLICT, "ConditionalRequestConflict")
        }
        Fault::Hang => future::pending().await,
        Fault::CutUpload { .. } => {
            let (parts, mut body) = request.into_parts();
            let frame = body.frame().await.and_then(Result::ok).and_then(|frame| frame.into_data().ok());
            let bytes = frame.unwrap_or_default();
            let cut = Cut { rest: Some(bytes.slice(..bytes.len() / 2)) };
            // The server sees the cut as it would behind a real network; whatever it answers, nobody hears.
            let request = Request::from_parts(parts, s3s::Body::http_body(cut));
            let _ = front.service.call(request).await;
            Err(io::ErrorKind::ConnectionAborted.into())
        }
    }
}

impl Front {
    /// The fault for this request, one less of it to come.
    fn take_fault(&self, method: &Method) -> Fault {
        let mut fault = self.fault.lock().expect("no test panicked");
        let now = *fault;
        match &mut *fault {
            Fault::CutUpload { .. } | Fault::Conflict { .. } if method != Method::PUT => return Fault::None,
            Fault::SlowDown { times } | Fault::CutUpload { times } | Fault::Conflict { times } => {
                match times.checked_sub(1) {
                    Some(rest) => *times = rest,
                    None => return Fault::None,
                }
            }
            Fault::None | Fault::Hang => {}
        }
        now
    }
}

fn refusal(status: StatusCode, code: &str) -> io::Result<Response<s3s::Body>> {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>Not now.</Message>\
         <RequestId>4442587FB7D0A2F9</RequestId><HostId>host</HostId></Error>"
    );
    let response = Response::builder().status(status);
    let response = response.header("content-type", "application/xml");
    response.body(s3s::Body::from(xml)).map_err(broken)
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::other(error)
}

/// A body that ends in a broken connection.
struct Cut {
    rest: Option<Bytes>,
}

impl Body for Cut {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let cut = || Err(io::ErrorKind::UnexpectedEof.into());
        Poll::Ready(Some(self.rest.take().map_or_else(cut, |bytes| Ok(Frame::data(bytes)))))
    }
}
