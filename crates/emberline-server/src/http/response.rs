//! Construction of responses.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// A response with a JSON body.
pub(super) fn json_response(status: StatusCode, value: &Value) -> Response {
    typed_response(status, "application/json", value.to_string())
}

/// A response with a body of a media type.
pub(super) fn typed_response(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
) -> Response {
    let content_type = HeaderValue::from_static(content_type);
    (status, [(header::CONTENT_TYPE, content_type)], body.into()).into_response()
}

/// Forbids caches to keep a response: by default they may keep some errors, and a signed address expires.
pub(super) fn with_no_store(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
