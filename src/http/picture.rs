//! Pictures, asked for by POST and by GET.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Query, Request as HttpRequest, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{Problem, Shared, conditional, json_response, negotiate, query, typed};
use crate::error::{InputError, Place};
use crate::request::{self, PictureFormat, Request};
use crate::service::{Draft, Failure, Medium};

/// A picture of a sprint that goes on: a minute. Of one that is told to its end: an hour, for a newer version may draw it better.
const LIVE: &str = "public, max-age=60";
const SETTLED: &str = "public, max-age=3600";
/// An SVG that a browser opens by itself runs nothing and loads nothing.
const SVG_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/// What stands in the query of `POST /render`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PostQuery {
    store: Option<String>,
}

pub(super) async fn render(State(shared): State<Shared>, http: HttpRequest) -> Result<Response, Problem> {
    let headers = http.headers().clone();
    let query = Query::<PostQuery>::try_from_uri(http.uri())
        .map_err(|error| Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", format!("query: {error}")))?;
    let store = match query.0.store.as_deref() {
        None => None,
        Some("1" | "true" | "") => Some(true),
        Some("0" | "false") => Some(false),
        Some(other) => {
            let place = Place::Path("store".to_owned());
            return Err(Failure::Input(InputError::new(place, format!("{other:?}"), "1 or 0")).into());
        }
    };
    let body = body(&shared, http).await?;
    let text = std::str::from_utf8(&body).map_err(|error| {
        let found = format!("no UTF-8 after {} bytes", error.valid_up_to());
        Failure::Input(InputError::new(
            Place::Text { line: 1, column: None },
            found,
            "a JSON document in UTF-8",
        ))
    })?;
    let mut request = request::read(text).map_err(Failure::Input)?;
    request.store = store.or(request.store);
    respond(&shared, request, &headers, None).await
}

pub(super) async fn png(
    State(shared): State<Shared>,
    pairs: Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let request = query::request(&pairs).map_err(Failure::Input)?;
    respond(&shared, request, &headers, Some(Medium::Png)).await
}

pub(super) async fn svg(
    State(shared): State<Shared>,
    pairs: Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let request = query::request(&pairs).map_err(Failure::Input)?;
    respond(&shared, request, &headers, Some(Medium::Svg)).await
}

async fn body(shared: &Shared, http: HttpRequest) -> Result<Bytes, Problem> {
    let limit = shared.limits.body_timeout;
    let body = tokio::time::timeout(limit, Bytes::from_request(http, shared)).await.map_err(|_| {
        let detail = format!("found no whole body within {} s", limit.as_secs_f64());
        Problem::new(StatusCode::REQUEST_TIMEOUT, "TimedOut", detail)
    })?;
    body.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            let detail = format!("found a larger body, expected at most {} bytes", shared.limits.body_bytes);
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "LimitExceeded", detail)
        }
        other => {
            Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", format!("the body is cut off: {other}"))
        }
    })
}

/// The stored picture's answer as JSON, or the picture itself; `path` is what the address names.
async fn respond(
    shared: &Shared,
    mut request: Request,
    headers: &HeaderMap,
    path: Option<Medium>,
) -> Result<Response, Problem> {
    if request.store == Some(true) {
        request.format = request.format.or(path.map(format));
        let answer = shared.service.answer(request, true).await?;
        let status = if answer.known == Some(true) { StatusCode::OK } else { StatusCode::CREATED };
        let body = serde_json::to_value(&answer).unwrap_or_default();
        let mut response = json_response(status, &body);
        if let Some(url) = answer.url.and_then(|url| HeaderValue::try_from(url).ok()) {
            response.headers_mut().insert(header::LOCATION, url);
        }
        return Ok(response);
    }
    let medium = match (path, request.format) {
        (Some(medium), _) => medium,
        (None, Some(PictureFormat::Png)) => Medium::Png,
        (None, Some(PictureFormat::Svg)) => Medium::Svg,
        (None, Some(PictureFormat::Both)) => {
            let place = Place::Path("format".to_owned());
            let expected = "\"png\" or \"svg\" where the picture is not stored";
            return Err(Failure::Input(InputError::new(place, "\"both\"", expected)).into());
        }
        (None, None) => negotiate::medium(headers).ok_or_else(|| {
            let detail = "found an Accept header without them, expected image/png or image/svg+xml";
            Problem::new(StatusCode::NOT_ACCEPTABLE, "NotAcceptable", detail)
        })?,
    };
    image(shared, Arc::new(shared.service.draft(request).await?), medium, headers).await
}

const fn format(medium: Medium) -> PictureFormat {
    match medium {
        Medium::Png => PictureFormat::Png,
        Medium::Svg => PictureFormat::Svg,
    }
}

async fn image(
    shared: &Shared,
    draft: Arc<Draft>,
    medium: Medium,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let etag = format!("\"{}\"", shared.service.tag(&draft, medium).await?);
    let mut response = match conditional::is_known(headers, &etag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => {
            let bytes = shared.service.draw(&draft, medium).await?;
            typed(StatusCode::OK, medium.content_type(), bytes)
        }
    };
    let cache = if draft.is_live() { LIVE } else { SETTLED };
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::ETAG, &etag);
    set(header::CACHE_CONTROL, cache);
    set(header::VARY, "accept");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if medium == Medium::Svg {
        set(header::CONTENT_SECURITY_POLICY, SVG_POLICY);
    }
    Ok(response)
}

impl From<Box<InputError>> for Problem {
    fn from(error: Box<InputError>) -> Self {
        Failure::Input(error).into()
    }
}
