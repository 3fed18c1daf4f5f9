//! The service over HTTP: one router, for `emberline serve` and for the Lambda.

mod app_state;
mod body;
mod conditional;
mod guard;
mod limits;
mod negotiate;
mod openapi;
mod openapi_charts;
mod page;
mod parameters;
mod picture_routes;
mod problem;
mod query;
mod quickchart;
mod response;
pub mod server;

use std::path::Path;
use std::sync::Arc;

use axum::http::{HeaderName, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, middleware};
use serde_json::json;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use app_state::AppState;
pub use limits::HttpLimits;
pub use openapi::openapi_document;
pub use problem::Problem;
use response::{json_response, with_no_store};

use crate::service::Service;

/// The router with all routes of the API and, if `page` is a folder, its files at `/`. Every error response is a problem
/// document (RFC 9457), and every response has a request id.
pub fn router(service: Arc<Service>, limits: HttpLimits, page: Option<&Path>) -> Router {
    let request_id = HeaderName::from_static("x-request-id");
    let state = AppState { service, limits };
    let routes = Router::new()
        .route("/render", post(picture_routes::post_render))
        .route("/burndown.png", get(picture_routes::get_png))
        .route("/burndown.svg", get(picture_routes::get_svg))
        .route("/chart", get(quickchart::get_chart).post(quickchart::post_chart))
        .route("/chart/create", post(quickchart::create_chart))
        .route("/chart/render/{id}", get(quickchart::get_stored_chart))
        // Only requests for pictures are limited: a busy server still passes its health check.
        .route_layer(GlobalConcurrencyLimitLayer::new(limits.concurrency))
        .route("/healthz", get(get_health))
        .route("/openapi.json", get(get_openapi));
    let routes = match page {
        Some(folder) => routes.fallback_service(page::page_files(folder)),
        None => routes.fallback(problem::route_not_found),
    };
    routes
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(CatchPanicLayer::custom(problem::panic_response))
        .layer(middleware::from_fn_with_state(state.clone(), guard::limit_and_log))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .layer(middleware::map_request(guard::remove_unsafe_request_id))
        .with_state(state)
}

/// Handles `GET /healthz`.
async fn get_health() -> Response {
    let health = json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") });
    with_no_store(json_response(StatusCode::OK, &health))
}

/// Handles `GET /openapi.json`.
async fn get_openapi() -> Response {
    json_response(StatusCode::OK, &openapi_document())
}
