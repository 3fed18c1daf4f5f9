//! The files of a page, and how long a browser may keep them.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::handler::HandlerWithoutStateExt;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

use super::problem;

/// Where the page's build puts files whose names hold their content's hash.
const HASHED: &str = "/assets/";

pub(super) fn files(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .call_fallback_on_method_not_allowed(true)
        .fallback(problem::no_route.into_service());
    Router::new().fallback_service(files).layer(middleware::from_fn(kept))
}

/// Files named by their hash stay as they are; of all others the browser asks each time whether they have changed.
async fn kept(request: Request, next: Next) -> Response {
    let hashed = request.uri().path().starts_with(HASHED);
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let how = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(how));
    }
    response
}
