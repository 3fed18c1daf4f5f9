//! An S3 server in the test's process: s3s over a temporary folder. It checks signatures and can simulate faults of a
//! network or of a busy S3.
//!
//! s3s-fs stores these headers of an object: Content-Type, -Encoding, -Disposition, -Language, Cache-Control, Expires and
//! the user's metadata. It drops encryption, storage class and tags; [`S3Server::received_requests`] has those headers.

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

/// A simulated fault between client and server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    None,
    /// Responds with 503 `SlowDown`, `times` times.
    SlowDown {
        times: usize,
    },
    /// Responds to conditional uploads with 409, as if another client wrote the same key, `times` times.
    Conflict {
        times: usize,
    },
    /// Accepts the request and never responds.
    Hang,
    /// Reads a part of an upload and closes the connection, `times` times.
    CutUpload {
        times: usize,
    },
}

/// A request that was received, including those with a fault. The query is omitted, because it may contain a signature.
#[derive(Clone)]
pub struct Received {
    pub method: String,
    pub path: String,
    pub headers: HeaderMap,
}

/// Headers and metadata of a stored object.
#[derive(Debug)]
pub struct Head {
    pub content_type: Option<String>,
    pub cache_control: Option<String>,
    pub metadata: BTreeMap<String, String>,
    pub length: i64,
}

/// A running server. It has a thread of its own, so that a test may block or wait for a child process; it stops on drop.
pub struct S3Server {
    // An `Option`, because it is shut down on drop without waiting: a test's own runtime must not block.
    runtime: Option<Runtime>,
    endpoint: String,
    folder: TempDir,
    files: Arc<FileSystem>,
    proxy: Arc<FaultProxy>,
}

impl S3Server {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("the folder is accessible");
        fs::create_dir(folder.path().join(BUCKET)).expect("the bucket is created");
        let proxy = Arc::new(FaultProxy {
            service: s3_service(folder.path()),
            received: Mutex::default(),
            fault: Mutex::new(Fault::None),
        });
        let runtime =
            Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("the runtime starts");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("there is a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("there is an address"));
        runtime.spawn(serve_connections(listener, Arc::clone(&proxy)));
        let files = Arc::new(FileSystem::new(folder.path()).expect("the folder can be read"));
        Self { runtime: Some(runtime), endpoint, folder, files, proxy }
    }

    pub fn endpoint(&self) -> String {
        self.endpoint.clone()
    }

    pub fn bucket_name(&self) -> &'static str {
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

    /// The environment variables for a client.
    pub fn client_environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT_URL_S3", self.endpoint()),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET_KEY.to_owned()),
            ("AWS_REGION", REGION.to_owned()),
        ]
    }

    /// Sets the fault of the following requests.
    pub fn set_fault(&self, fault: Fault) {
        *self.proxy.fault.lock().expect("no test panicked") = fault;
    }

    /// The requests received so far.
    pub fn received_requests(&self) -> Vec<Received> {
        self.proxy.received.lock().expect("no test panicked").clone()
    }

    /// The keys in the bucket, sorted.
    pub fn object_keys(&self) -> Vec<String> {
        let bucket = self.folder.path().join(BUCKET);
        let mut keys = Vec::new();
        let mut folders = vec![bucket.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the folder is accessible") {
                let path = entry.expect("the entry can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let key = path.strip_prefix(&bucket).expect("the path is below the bucket");
                    keys.push(key.to_str().expect("the text is UTF-8").to_owned());
                }
            }
        }
        keys.sort();
        keys
    }

    pub fn object_bytes(&self, key: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.path().join(BUCKET).join(key)).ok()
    }

    /// Stores an object directly, without a request.
    pub fn put_file(&self, key: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder.path().join(BUCKET).join(key);
        fs::create_dir_all(path.parent().expect("the object is in the bucket"))
            .expect("the folder is accessible");
        fs::write(path, bytes).expect("the file is accessible");
    }

    /// Headers and metadata of an object; `None` if it does not exist.
    pub fn object_head(&self, key: &str) -> Option<Head> {
        let (files, key) = (Arc::clone(&self.files), key.to_owned());
        let (sender, receiver) = mpsc::channel();
        self.runtime.as_ref().expect("the program runs").spawn(async move {
            let _ = sender.send(read_head(&files, key).await.ok());
        });
        receiver.recv().expect("there is an answer")
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Sends a plain GET, as a browser does, and returns status and body.
pub fn fetch_url(url: &str) -> (u16, Vec<u8>) {
    let (host, path) = url
        .strip_prefix("http://")
        .and_then(|url| url.split_once('/'))
        .expect("the URL has the form http://host/path");
    let mut stream = TcpStream::connect(host).expect("the server accepts connections");
    stream.set_read_timeout(Some(FETCH_TIMEOUT)).expect("the timeout is valid");
    // With HTTP/1.0 the body ends with the connection.
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n").expect("the request is sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("there is an answer");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("there are headers");
    let body = answer.split_off(end + 4);
    let status = String::from_utf8_lossy(&answer[9..12]).parse();
    (status.expect("there is a status"), body)
}

fn s3_service(root: &Path) -> S3Service {
    let mut service = S3ServiceBuilder::new(FileSystem::new(root).expect("the folder can be read"));
    service.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
    service.set_access(BucketAccess { root: root.to_owned() });
    service.build()
}

async fn read_head(files: &FileSystem, key: String) -> S3Result<Head> {
    let input = HeadObjectInput::builder().bucket(BUCKET.to_owned()).key(key).build();
    let request = S3Request {
        input: input.expect("bucket and key are set"),
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

/// Access control after the check of the signature. A missing bucket is an error as in S3; s3s-fs would create it.
struct BucketAccess {
    root: PathBuf,
}

#[async_trait]
impl S3Access for BucketAccess {
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

/// A proxy in front of the server, which records requests and simulates faults.
struct FaultProxy {
    service: S3Service,
    received: Mutex<Vec<Received>>,
    fault: Mutex<Fault>,
}

async fn serve_connections(listener: std::net::TcpListener, proxy: Arc<FaultProxy>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let proxy = Arc::clone(&proxy);
        let service = hyper::service::service_fn(move |request| handle_request(Arc::clone(&proxy), request));
        let http = hyper::server::conn::http1::Builder::new();
        tokio::spawn(http.serve_connection(TokioIo::new(stream), service));
    }
}

async fn handle_request(
    proxy: Arc<FaultProxy>,
    request: Request<Incoming>,
) -> io::Result<Response<s3s::Body>> {
    proxy.received.lock().expect("no test panicked").push(Received {
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        headers: request.headers().clone(),
    });
    match proxy.take_fault(request.method()) {
        Fault::None => proxy.service.call(request.map(s3s::Body::from)).await.map_err(to_io_error),
        Fault::SlowDown { .. } => {
            // The body is read before the response is sent, as S3 does; otherwise the client may miss the response.
            request.into_body().collect().await.map_err(to_io_error)?;
            error_response(StatusCode::SERVICE_UNAVAILABLE, "SlowDown")
        }
        Fault::Conflict { .. } => {
            request.into_body().collect().await.map_err(to_io_error)?;
            error_response(StatusCode::CONFLICT, "ConditionalRequestConflict")
        }
        Fault::Hang => future::pending().await,
        Fault::CutUpload { .. } => {
            let (parts, mut body) = request.into_parts();
            let frame = body.frame().await.and_then(Result::ok).and_then(|frame| frame.into_data().ok());
            let bytes = frame.unwrap_or_default();
            let cut = CutOffBody { rest: Some(bytes.slice(..bytes.len() / 2)) };
            // The server sees the upload cut off, as behind a real network; its response is dropped.
            let request = Request::from_parts(parts, s3s::Body::http_body(cut));
            let _ = proxy.service.call(request).await;
            Err(io::ErrorKind::ConnectionAborted.into())
        }
    }
}

impl FaultProxy {
    /// Returns the fault of this request and decrements its count.
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

fn error_response(status: StatusCode, code: &str) -> io::Result<Response<s3s::Body>> {
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>Not now.</Message>\
         <RequestId>4442587FB7D0A2F9</RequestId><HostId>host</HostId></Error>"
    );
    let response = Response::builder().status(status);
    let response = response.header("content-type", "application/xml");
    response.body(s3s::Body::from(xml)).map_err(to_io_error)
}

fn to_io_error(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::other(error)
}

/// A body whose connection breaks after `rest`.
struct CutOffBody {
    rest: Option<Bytes>,
}

impl Body for CutOffBody {
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
