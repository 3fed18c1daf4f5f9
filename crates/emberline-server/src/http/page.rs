//! Serving of a page's files, with their cache headers.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::handler::HandlerWithoutStateExt;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

use super::problem::route_not_found;

/// Folder of the files whose names contain a hash of their content.
const HASHED_FILES: &str = "/assets/";

/// A router that serves the files of a folder.
pub(super) fn page_files(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .call_fallback_on_method_not_allowed(true)
        .fallback(route_not_found.into_service());
    Router::new().fallback_service(files).layer(middleware::from_fn(set_cache_control))
}

/// Lets browsers keep hashed files forever and revalidate all others on each use.
async fn set_cache_control(request: Request, next: Next) -> Response {
    let is_hashed = request.uri().path().starts_with(HASHED_FILES);
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let cache_control = if is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    }
    response
}
