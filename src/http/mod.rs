//! The service over HTTP: one router, for `emberline serve` and for the Lambda.

mod conditional;
mod guard;
pub mod host;
mod negotiate;
mod openapi;
mod picture;
mod problem;
mod query;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use serde_json::{Value, json};
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

pub use openapi::document as openapi;
pub use problem::Problem;

use crate::service::Service;

/// What a client may ask of a server.
#[derive(Clone, Copy, Debug)]
pub struct HttpLimits {
    /// Bytes of one body.
    pub body_bytes: usize,
    /// Time of one request, from its head to its answer.
    pub timeout: Duration,
    /// Time for a body to arrive.
    pub body_timeout: Duration,
    /// Requests that are answered at once; more wait.
    pub concurrency: usize,
}

impl Default for HttpLimits {
    fn default() -> Self {
        // A Lambda takes 6 MB in one request.
        Self {
            body_bytes: 8 * 1024 * 1024,
            timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(10),
            concurrency: 64,
        }
    }
}

/// What handlers share.
#[derive(Clone, Debug)]
struct Shared {
    service: Arc<Service>,
    limits: HttpLimits,
}

/// All routes. Every failure is a problem document (RFC 9457), every answer carries its request's id.
pub fn router(service: Arc<Service>, limits: HttpLimits) -> Router {
    let request_id = HeaderName::from_static("x-request-id");
    let shared = Shared { service, limits };
    Router::new()
        .route("/render", post(picture::render))
        .route("/burndown.png", get(picture::png))
        .route("/burndown.svg", get(picture::svg))
        .route("/healthz", get(health))
        .route("/openapi.json", get(openapi_json))
        .fallback(problem::no_route)
        .method_not_allowed_fallback(problem::no_method)
        .layer(DefaultBodyLimit::max(limits.body_bytes))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(GlobalConcurrencyLimitLayer::new(limits.concurrency))
        .layer(middleware::from_fn_with_state(shared.clone(), guard::guard))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .with_state(shared)
}

async fn health() -> Response {
    json_response(StatusCode::OK, &json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

async fn openapi_json() -> Response {
    json_response(StatusCode::OK, &openapi::document())
}

fn json_response(status: StatusCode, value: &Value) -> Response {
    typed(status, "application/json", value.to_string())
}

fn typed(status: StatusCode, content_type: &'static str, body: impl Into<axum::body::Body>) -> Response {
    let content_type = HeaderValue::from_static(content_type);
    (status, [(header::CONTENT_TYPE, content_type)], body.into()).into_response()
}
