//! Around every request: its time, and a line in the log that holds none of its data.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::request_id::RequestId;
use tracing::Instrument;

use super::{Problem, Shared};

pub(super) async fn guard(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    // The path alone: a query holds data.
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
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
