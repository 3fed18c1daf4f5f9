//! Handlers of the routes that draw pictures: `POST /render`, `GET /burndown.png` and `GET /burndown.svg`.

use std::sync::Arc;

use axum::extract::{Query, Request as HttpRequest, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::app_state::AppState;
use super::body::read_body;
use super::conditional::has_matching_etag;
use super::negotiate::preferred_format;
use super::problem::Problem;
use super::query::{parse_store_parameter, request_from_query};
use super::response::{json_response, typed_response, with_no_store};
use crate::request::{self, PictureFormat, RenderRequest};
use crate::service::{ImageFormat, PreparedPicture, RenderError, StageTimings};
use emberline::error::{InputError, Location};

/// `Cache-Control` of a picture that may change with time.
const LIVE_CACHE_CONTROL: &str = "public, max-age=60";
/// `Cache-Control` of a picture that changes only with a new version of this program.
const FINAL_CACHE_CONTROL: &str = "public, max-age=3600";
/// The number of warnings about a picture, if there are any: a picture itself has no place for them.
const WARNINGS_HEADER: HeaderName = HeaderName::from_static("emberline-warnings");
/// `Content-Security-Policy` of an SVG: opened in a browser, it can't run scripts or load anything.
pub(super) const SVG_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/// Handles `POST /render`.
pub(super) async fn post_render(
    State(state): State<AppState>,
    pairs: Query<Vec<(String, String)>>,
    headers: HeaderMap,
    http: HttpRequest,
) -> Result<Response, Problem> {
    let store = parse_store_parameter(&pairs).map_err(RenderError::Input)?;
    let body = read_body(http, &state.limits).await?;
    let text = std::str::from_utf8(&body).map_err(|error| {
        let found = format!("no UTF-8 after {} bytes", error.valid_up_to());
        RenderError::Input(InputError::new(
            Location::TextPosition { line: 1, column: None },
            found,
            "a JSON document in UTF-8",
        ))
    })?;
    let mut request = request::read_request(text).map_err(RenderError::Input)?;
    request.store = store.or(request.store);
    respond(&state, request, &headers, None).await
}

/// Handles `GET /burndown.png`.
pub(super) async fn get_png(
    State(state): State<AppState>,
    pairs: Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let request = request_from_query(&pairs).map_err(RenderError::Input)?;
    respond(&state, request, &headers, Some(ImageFormat::Png)).await
}

/// Handles `GET /burndown.svg`.
pub(super) async fn get_svg(
    State(state): State<AppState>,
    pairs: Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let request = request_from_query(&pairs).map_err(RenderError::Input)?;
    respond(&state, request, &headers, Some(ImageFormat::Svg)).await
}

/// Stores the picture and responds with JSON, or responds with the picture itself. `path_format` is the format that the
/// path names.
async fn respond(
    state: &AppState,
    mut request: RenderRequest,
    headers: &HeaderMap,
    path_format: Option<ImageFormat>,
) -> Result<Response, Problem> {
    if request.store == Some(true) {
        request.format = request.format.or(path_format.map(picture_format));
        let answer = state.service.render(request, true).await?;
        let status = if answer.already_stored == Some(true) { StatusCode::OK } else { StatusCode::CREATED };
        let body = serde_json::to_value(&answer).unwrap_or_default();
        let mut response = json_response(status, &body);
        if let Some(url) = answer.url.and_then(|url| HeaderValue::try_from(url).ok()) {
            response.headers_mut().insert(header::LOCATION, url);
        }
        return Ok(with_no_store(response));
    }
    let is_negotiated = path_format.is_none() && request.format.is_none();
    let format = match (path_format, request.format) {
        (Some(format), _) => format,
        (None, Some(PictureFormat::Png)) => ImageFormat::Png,
        (None, Some(PictureFormat::Svg)) => ImageFormat::Svg,
        (None, Some(PictureFormat::Webp)) => ImageFormat::Webp,
        (None, Some(PictureFormat::Pdf)) => ImageFormat::Pdf,
        (None, Some(PictureFormat::Both)) => {
            let location = Location::Path("format".to_owned());
            let expected = "one of png, svg, webp and pdf where the picture is not stored";
            return Err(RenderError::Input(InputError::new(location, "\"both\"", expected)).into());
        }
        (None, None) => preferred_format(headers).ok_or_else(|| {
            let detail = "found an Accept header without them, expected image/png or image/svg+xml";
            Problem::new(StatusCode::NOT_ACCEPTABLE, "NotAcceptable", detail)
        })?,
    };
    let mut response = image_response(state, request, format, headers).await?;
    if is_negotiated {
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
    }
    Ok(response)
}

const fn picture_format(format: ImageFormat) -> PictureFormat {
    match format {
        ImageFormat::Png => PictureFormat::Png,
        ImageFormat::Svg => PictureFormat::Svg,
        ImageFormat::Webp => PictureFormat::Webp,
        ImageFormat::Pdf => PictureFormat::Pdf,
    }
}

/// Reads a request and responds with its picture.
async fn image_response(
    state: &AppState,
    request: RenderRequest,
    format: ImageFormat,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let mut timings = StageTimings::start();
    let prepared = Arc::new(state.service.prepare(request).await?);
    timings.finish_reading();
    prepared_response(state, &prepared, format, headers, timings).await
}

/// Responds with a picture, or with `304 Not Modified` if the client has it already.
pub(super) async fn prepared_response(
    state: &AppState,
    prepared: &Arc<PreparedPicture>,
    format: ImageFormat,
    headers: &HeaderMap,
    mut timings: StageTimings,
) -> Result<Response, Problem> {
    let picture = state.service.draw(prepared).await?;
    let warning_count = state.service.list_and_log_warnings(prepared, &picture).len();
    let etag = format!("\"{}-{}\"", picture.content_hash(), format.extension());
    let mut response = match has_matching_etag(headers, &etag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => {
            let bytes = state.service.encode(&picture, format).await?;
            timings.finish_drawing();
            timings.finish_and_log(bytes.len());
            typed_response(StatusCode::OK, format.content_type(), bytes)
        }
    };
    let cache_control = if prepared.is_live() { LIVE_CACHE_CONTROL } else { FINAL_CACHE_CONTROL };
    let mut set_header = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set_header(header::ETAG, &etag);
    set_header(header::CACHE_CONTROL, cache_control);
    set_header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if warning_count > 0 {
        set_header(WARNINGS_HEADER, &warning_count.to_string());
    }
    if format == ImageFormat::Svg {
        set_header(header::CONTENT_SECURITY_POLICY, SVG_SECURITY_POLICY);
    }
    Ok(response)
}

impl From<Box<InputError>> for Problem {
    fn from(error: Box<InputError>) -> Self {
        RenderError::Input(error).into()
    }
}
