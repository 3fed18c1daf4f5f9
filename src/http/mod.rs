//! The service over HTTP: one router, for `emberline serve` and for the Lambda.

mod body;
mod conditional;
mod guard;
pub mod host;
mod negotiate;
mod openapi;
mod page;
mod picture;
mod problem;
mod query;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

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

/// Every path there is.
const PATHS: [&str; 5] = ["/render", "/burndown.png", "/burndown.svg", "/healthz", "/openapi.json"];

/// What a client may ask of a server.
#[derive(Clone, Copy, Debug)]
pub struct HttpLimits {
    /// Bytes of one body.
    pub body_bytes: usize,
    /// Time of one request, from its head to its answer.
    pub timeout: Duration,
    /// Time for a body to arrive.
    pub body_timeout: Duration,
    /// Pictures that are asked for at once; more requests wait.
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

/// All routes, and at `/` the files of a page where there is one. Every failure is a problem document (RFC 9457), every
/// answer carries its request's id.
pub fn router(service: Arc<Service>, limits: HttpLimits, page: Option<&Path>) -> Router {
    let request_id = HeaderName::from_static("x-request-id");
    let shared = Shared { service, limits };
    let routes = Router::new()
        .route("/render", post(picture::render))
        .route("/burndown.png", get(picture::png))
        .route("/burndown.svg", get(picture::svg))
        // On the pictures alone: a server with much to do is in good health.
        .route_layer(GlobalConcurrencyLimitLayer::new(limits.concurrency))
        .route("/healthz", get(health))
        .route("/openapi.json", get(openapi_json));
    let routes = match page {
        Some(folder) => routes.fallback_service(page::files(folder)),
        None => routes.fallback(problem::no_route),
    };
    routes
        .method_not_allowed_fallback(problem::no_method)
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(middleware::from_fn_with_state(shared.clone(), guard::guard))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .layer(middleware::map_request(guard::plain_id))
        .with_state(shared)
}

async fn health() -> Response {
    let health = json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") });
    not_stored(json_response(StatusCode::OK, &health))
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

/// What no cache may keep: caches may keep some failures unless they are told, and a signed address ends.
fn not_stored(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
