//! Errors of QuickChart's interface: pictures of their text, since `<img>` shows nothing else, or problem documents.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use crate::http::app_state::AppState;
use crate::http::negotiate::prefers_json;
use crate::http::picture_routes::SVG_SECURITY_POLICY;
use crate::http::problem::Problem;
use crate::http::response::{typed_response, with_no_store};
use crate::service::{ImageFormat, RenderError};

/// The header in which QuickChart's clients look for the text of an error.
const ERROR_HEADER: HeaderName = HeaderName::from_static("x-quickchart-error");
/// Characters of the text in the header.
const MAX_HEADER_CHARS: usize = 1_000;

/// The response to a request for a picture that failed: a picture in the requested format, or a problem document if the
/// client asks for JSON.
pub(super) async fn error_response(
    state: &AppState,
    problem: Problem,
    format: ImageFormat,
    headers: &HeaderMap,
) -> Response {
    let detail = problem.detail.clone();
    let picture = if prefers_json(headers) { None } else { draw_error(state, &problem, format).await.ok() };
    let response = picture.unwrap_or_else(|| problem.into_response());
    with_error_header(response, &detail)
}

/// The response to a chart that could not be stored: the problem document, with the fields of QuickChart's answer.
pub(super) fn creation_error(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut body = Map::new();
    body.insert("success".to_owned(), Value::Bool(false));
    body.insert("error".to_owned(), Value::from(problem.detail.as_str()));
    if let Ok(Value::Object(fields)) = serde_json::to_value(problem) {
        body.extend(fields);
    }
    let response = typed_response(status, "application/problem+json", Value::Object(body).to_string());
    with_error_header(with_no_store(response), &problem.detail)
}

/// Draws the text of a problem.
async fn draw_error(
    state: &AppState,
    problem: &Problem,
    format: ImageFormat,
) -> Result<Response, RenderError> {
    let prepared = Arc::new(state.service.prepare_error(&format!("Chart error: {}", problem.detail)).await?);
    let picture = state.service.draw(&prepared).await?;
    let bytes = state.service.encode(&picture, format).await?;
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = with_no_store(typed_response(status, format.content_type(), bytes));
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if format == ImageFormat::Svg {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SVG_SECURITY_POLICY));
    }
    Ok(response)
}

/// Adds the text of an error to a response, in the characters that a header may have.
fn with_error_header(mut response: Response, detail: &str) -> Response {
    let text: String = detail
        .chars()
        .take(MAX_HEADER_CHARS)
        .map(|c| match c {
            ' '..='~' => c,
            c if c.is_whitespace() => ' ',
            _ => '?',
        })
        .collect();
    if let Ok(value) = HeaderValue::from_str(text.trim()) {
        response.headers_mut().insert(ERROR_HEADER, value);
    }
    response
}
