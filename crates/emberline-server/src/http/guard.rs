//! Middleware around every request: a timeout, and a log line without any data of the request.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::request_id::RequestId;
use tracing::Instrument;

use super::app_state::AppState;
use super::problem::Problem;

/// The paths of the API: only these are logged.
const PATHS: [&str; 7] =
    ["/render", "/burndown.png", "/burndown.svg", "/chart", "/chart/create", "/healthz", "/openapi.json"];

/// The beginning of the paths of stored charts. An id is as good as its chart, so it is not logged.
const STORED_CHART_PREFIX: &str = "/chart/render/";

/// Maximal characters of a client's request id; a longer one is replaced.
const MAX_ID_CHARS: usize = 128;

/// Removes a request id that is too long for the log or has other characters than those of ids.
pub(super) async fn remove_unsafe_request_id(mut request: Request) -> Request {
    let name = HeaderName::from_static("x-request-id");
    let is_allowed = |c: &u8| c.is_ascii_alphanumeric() || b"-_.:;=/+@".contains(c);
    let is_valid = |id: &[u8]| !id.is_empty() && id.len() <= MAX_ID_CHARS && id.iter().all(is_allowed);
    if request.headers().get(&name).is_some_and(|id| !is_valid(id.as_bytes())) {
        request.headers_mut().remove(&name);
    }
    request
}

/// Runs a request within the timeout and logs its status and duration.
pub(super) async fn limit_and_log(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    // A query or an unknown path may contain data, so neither is logged.
    let path = match request.uri().path() {
        stored if stored.starts_with(STORED_CHART_PREFIX) => STORED_CHART_PREFIX,
        path => PATHS.into_iter().find(|known| *known == path).unwrap_or("none of ours"),
    };
    let method = request.method().clone();
    let id =
        request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok()).unwrap_or("");
    let span = tracing::info_span!("request", id, %method, path);
    async {
        let response = match tokio::time::timeout(state.limits.timeout, next.run(request)).await {
            Ok(response) => response,
            Err(_) => timeout_problem(&state).into_response(),
        };
        let milliseconds = started.elapsed().as_secs_f64() * 1_000.0;
        tracing::info!(status = response.status().as_u16(), milliseconds, "answered");
        response
    }
    .instrument(span)
    .await
}

fn timeout_problem(state: &AppState) -> Problem {
    let detail = format!("no answer within {} s", state.limits.timeout.as_secs_f64());
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "TimedOut", detail)
}
