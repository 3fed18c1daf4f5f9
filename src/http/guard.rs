//! Around every request: its time, and a line in the log that holds none of its data.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::request_id::RequestId;
use tracing::Instrument;

use super::{PATHS, Problem, Shared};

/// Characters of a client's request id; a longer one makes way for ours.
const MAX_ID_CHARS: usize = 128;

/// Takes away an id that would make the log hard to read.
pub(super) async fn plain_id(mut request: Request) -> Request {
    let name = HeaderName::from_static("x-request-id");
    let plain = |c: &u8| c.is_ascii_alphanumeric() || b"-_.:;=/+@".contains(c);
    let is_plain = |id: &[u8]| !id.is_empty() && id.len() <= MAX_ID_CHARS && id.iter().all(plain);
    if request.headers().get(&name).is_some_and(|id| !is_plain(id.as_bytes())) {
        request.headers_mut().remove(&name);
    }
    request
}

pub(super) async fn guard(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    // Nothing that a client made up: a query holds data, and so does a path that is none of ours.
    let path = PATHS.into_iter().find(|path| *path == request.uri().path()).unwrap_or("none of ours");
    let method = request.method().clone();
    let id =
        request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok()).unwrap_or("");
    let span = tracing::info_span!("request", id, %method, path);
    async {
        let response = match tokio::time::timeout(shared.limits.timeout, next.run(request)).await {
            Ok(response) => response,
            Err(_) => late(&shared).into_response(),
        };
        let milliseconds = started.elapsed().as_secs_f64() * 1_000.0;
        tracing::info!(status = response.status().as_u16(), milliseconds, "answered");
        response
    }
    .instrument(span)
    .await
}

fn late(shared: &Shared) -> Problem {
    let detail = format!("no answer within {} s", shared.limits.timeout.as_secs_f64());
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "TimedOut", detail)
}
