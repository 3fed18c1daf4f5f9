//! Pictures, asked for by POST and by GET.

use std::sync::Arc;

use axum::extract::{Query, Request as HttpRequest, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{Problem, Shared, body, conditional, json_response, negotiate, not_stored, query, typed};
use crate::error::{InputError, Place};
use crate::request::{self, PictureFormat, Request};
use crate::service::{Failure, Medium, Stages};

/// A picture of a sprint that goes on: a minute. Of one that is told to its end: an hour, for a newer version may draw it better.
const LIVE: &str = "public, max-age=60";
const SETTLED: &str = "public, max-age=3600";
/// An SVG that a browser opens by itself runs nothing and loads nothing.
const SVG_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

pub(super) async fn render(
    State(shared): State<Shared>,
    pairs: Query<Vec<(String, String)>>,
    headers: HeaderMap,
    http: HttpRequest,
) -> Result<Response, Problem> {
    let store = query::store(&pairs).map_err(Failure::Input)?;
    let body = body::read(http, &shared.limits).await?;
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
        return Ok(not_stored(response));
    }
    let negotiated = path.is_none() && request.format.is_none();
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
    let mut response = image(shared, request, medium, headers).await?;
    if negotiated {
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
    }
    Ok(response)
}

const fn format(medium: Medium) -> PictureFormat {
    match medium {
        Medium::Png => PictureFormat::Png,
        Medium::Svg => PictureFormat::Svg,
    }
}

async fn image(
    shared: &Shared,
    request: Request,
    medium: Medium,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let mut stages = Stages::start();
    let draft = Arc::new(shared.service.draft(request).await?);
    stages.read();
    let etag = format!("\"{}\"", shared.service.tag(&draft, medium).await?);
    let mut response = match conditional::is_known(headers, &etag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => {
            let bytes = shared.service.draw(&draft, medium).await?;
            stages.drawn();
            stages.log(bytes.len());
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
