//! Error responses as problem documents (RFC 9457).

use std::any::Any;

use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::response::{typed_response, with_no_store};
use crate::service::{ErrorKind, RenderError};

/// Why there is no picture.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Problem {
    /// Which kind of problem, as a name that stays.
    #[serde(rename = "type")]
    pub urn: String,
    /// The kind in a word: `InvalidInput`, `LimitExceeded` …
    pub title: String,
    /// The status code.
    pub status: u16,
    /// What was found where, and what is expected.
    pub detail: String,
    /// JSON path in the request of what is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl Problem {
    /// A problem that HTTP itself causes, not the service.
    pub fn new(status: StatusCode, title: &str, detail: impl Into<String>) -> Self {
        let urn = format!("urn:emberline:problem:{title}");
        Self { urn, title: title.to_owned(), status: status.as_u16(), detail: detail.into(), path: None }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        with_no_store(typed_response(status, "application/problem+json", body))
    }
}

impl From<RenderError> for Problem {
    fn from(error: RenderError) -> Self {
        let kind = error.kind();
        tracing::warn!(kind = kind.name(), reason = error.log_reason(), "no picture");
        let status = match kind {
            ErrorKind::InvalidInput if error.is_syntax_error() => StatusCode::BAD_REQUEST,
            ErrorKind::InvalidInput | ErrorKind::SourceNotFound => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorKind::LimitExceeded => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorKind::SourceRefused => StatusCode::FORBIDDEN,
            ErrorKind::StorageFailed if error.is_storage_timeout() => StatusCode::GATEWAY_TIMEOUT,
            ErrorKind::StorageFailed => StatusCode::BAD_GATEWAY,
            ErrorKind::NotConfigured => StatusCode::NOT_IMPLEMENTED,
            ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let path = error.json_path().map(str::to_owned);
        Self { path, ..Self::new(status, kind.name(), error.to_string()) }
    }
}

/// The response to an unknown path.
pub(super) async fn route_not_found(uri: Uri) -> Problem {
    let expected = "POST /render, GET /burndown.png, GET /burndown.svg, GET or POST /chart, POST /chart/create, \
                    GET /chart/render/ID, GET /healthz or GET /openapi.json";
    let path: String = uri.path().chars().take(100).collect();
    Problem::new(StatusCode::NOT_FOUND, "NotFound", format!("found {path}, expected {expected}"))
}

/// The response to a method that the path does not have.
pub(super) async fn method_not_allowed(method: Method) -> Problem {
    let detail = format!("found {method}, expected what the header Allow says");
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowed", detail)
}

/// The response after a panic. The panic's message is dropped, because it may contain data of the request.
#[allow(clippy::needless_pass_by_value, reason = "the layer hands it over")]
pub(super) fn panic_response(_: Box<dyn Any + Send>) -> Response {
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, ErrorKind::Internal.name(), "the server failed")
        .into_response()
}
