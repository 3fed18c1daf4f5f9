//! Failures as problem documents (RFC 9457).

use std::any::Any;

use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::{not_stored, typed};
use crate::service::{Failure, Kind};

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
    /// A problem that is no service's failure.
    pub fn new(status: StatusCode, title: &str, detail: impl Into<String>) -> Self {
        let urn = format!("urn:emberline:problem:{title}");
        Self { urn, title: title.to_owned(), status: status.as_u16(), detail: detail.into(), path: None }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        not_stored(typed(status, "application/problem+json", body))
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let kind = failure.kind();
        tracing::warn!(kind = kind.name(), reason = failure.reason(), "no picture");
        let status = match kind {
            Kind::InvalidInput if failure.is_syntax() => StatusCode::BAD_REQUEST,
            Kind::InvalidInput | Kind::SourceNotFound => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::LimitExceeded => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::SourceRefused => StatusCode::FORBIDDEN,
            Kind::StorageFailed if failure.is_timeout() => StatusCode::GATEWAY_TIMEOUT,
            Kind::StorageFailed => StatusCode::BAD_GATEWAY,
            Kind::NotConfigured => StatusCode::NOT_IMPLEMENTED,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let path = failure.path().map(str::to_owned);
        Self { path, ..Self::new(status, kind.name(), failure.to_string()) }
    }
}

pub(super) async fn no_route(uri: Uri) -> Problem {
    let expected = "POST /render, GET /burndown.png, GET /burndown.svg, GET /healthz or GET /openapi.json";
    let path: String = uri.path().chars().take(100).collect();
    Problem::new(StatusCode::NOT_FOUND, "NotFound", format!("found {path}, expected {expected}"))
}

pub(super) async fn no_method(method: Method) -> Problem {
    let detail = format!("found {method}, expected what the header Allow says");
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowed", detail)
}

/// A panic is a fault of ours; its text may hold data, so it goes nowhere.
#[allow(clippy::needless_pass_by_value, reason = "the layer hands it over")]
pub(super) fn panicked(_: Box<dyn Any + Send>) -> Response {
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, Kind::Internal.name(), "the server failed")
        .into_response()
}
