//! Handlers of QuickChart's interface: `/chart`, `/chart/create` and `/chart/render/ID`.

mod error_picture;
mod public_address;
mod raw_query;

use std::sync::Arc;

use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use emberline::error::{InputError, Location};
use serde_json::json;

use super::app_state::AppState;
use super::body::read_body;
use super::picture_routes::prepared_response;
use super::problem::Problem;
use super::response::{json_response, with_no_store};
use crate::request::ChartParameters;
use crate::service::{ImageFormat, RenderError, StageTimings};
use error_picture::{creation_error, error_response};
use public_address::public_address;
use raw_query::query_pairs;

/// The media type of a form.
const FORM: &str = "application/x-www-form-urlencoded";
/// Parameters of a template, which QuickChart fills into a stored chart; some end in the number of a dataset.
const TEMPLATE_PARAMETERS: [&str; 6] = ["title", "labels", "data", "label", "backgroundColor", "borderColor"];

/// Handles `GET /chart`.
pub(in crate::http) async fn get_chart(
    State(state): State<AppState>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let pairs = query_pairs(uri.query().unwrap_or_default());
    let format = pairs.as_deref().map_or(ImageFormat::Png, format_of_pairs);
    let parameters = pairs.and_then(|pairs| ChartParameters::from_pairs(&pairs));
    chart_response(&state, parameters.map_err(Problem::from), format, &headers).await
}

/// Handles `POST /chart`.
pub(in crate::http) async fn post_chart(
    State(state): State<AppState>,
    headers: HeaderMap,
    http: HttpRequest,
) -> Response {
    let parameters = body_parameters(&state, &headers, http).await;
    let format = parameters.as_ref().map_or(ImageFormat::Png, ChartParameters::picture_format);
    chart_response(&state, parameters, format, &headers).await
}

/// Handles `POST /chart/create`.
pub(in crate::http) async fn create_chart(
    State(state): State<AppState>,
    headers: HeaderMap,
    http: HttpRequest,
) -> Response {
    let create = async {
        let parameters = body_parameters(&state, &headers, http).await?;
        let address = public_address(&headers)?;
        let id = state.service.store_chart(&parameters).await?;
        Ok(json!({ "success": true, "url": format!("{address}/chart/render/{id}") }))
    };
    match create.await {
        Ok(answer) => with_no_store(json_response(StatusCode::OK, &answer)),
        Err(problem) => creation_error(&problem),
    }
}

/// Handles `GET /chart/render/ID`. Parameters of the query go over those that are stored.
pub(in crate::http) async fn get_stored_chart(
    State(state): State<AppState>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let id = uri.path().rsplit('/').next().unwrap_or_default();
    let pairs = query_pairs(uri.query().unwrap_or_default());
    let mut format = pairs.as_deref().map_or(ImageFormat::Png, format_of_pairs);
    let load = async {
        let pairs = pairs?;
        refuse_templates(&pairs)?;
        let overrides = ChartParameters::from_pairs(&pairs)?;
        let Some(stored) = state.service.stored_chart(id).await? else {
            let detail = "found no chart of this address, expected one that POST /chart/create answered";
            return Err(Problem::new(StatusCode::NOT_FOUND, "NotFound", detail));
        };
        Ok(stored.with_overrides(overrides))
    };
    let parameters: Result<ChartParameters, Problem> = load.await;
    if let Ok(parameters) = &parameters {
        format = parameters.picture_format();
    }
    chart_response(&state, parameters, format, &headers).await
}

/// Responds with the picture of a chart, or with an error in its format.
async fn chart_response(
    state: &AppState,
    parameters: Result<ChartParameters, Problem>,
    format: ImageFormat,
    headers: &HeaderMap,
) -> Response {
    let draw = async {
        let mut timings = StageTimings::start();
        let request = parameters?.to_request()?;
        let format = request.format;
        let prepared = Arc::new(state.service.prepare_chart(request).await?);
        timings.finish_reading();
        prepared_response(state, &prepared, format, headers, timings).await
    };
    match draw.await {
        Ok(response) => response,
        Err(problem) => error_response(state, problem, format, headers).await,
    }
}

/// The parameters of a body: a form if it says so, else JSON.
async fn body_parameters(
    state: &AppState,
    headers: &HeaderMap,
    http: HttpRequest,
) -> Result<ChartParameters, Problem> {
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with(FORM));
    let body = read_body(http, &state.limits).await?;
    let text = std::str::from_utf8(&body).map_err(|error| {
        let found = format!("no UTF-8 after {} bytes", error.valid_up_to());
        let location = Location::TextPosition { line: 1, column: None };
        RenderError::Input(InputError::new(location, found, "a JSON document or a form in UTF-8"))
    })?;
    let parameters = match is_form {
        true => query_pairs(text).and_then(|pairs| ChartParameters::from_pairs(&pairs)),
        false => ChartParameters::from_json(text),
    };
    Ok(parameters?)
}

/// The format that a query names; PNG if it names none or an unknown one.
fn format_of_pairs(pairs: &[(String, String)]) -> ImageFormat {
    let named = pairs.iter().find(|(name, _)| matches!(name.as_str(), "f" | "format"));
    named.and_then(|(_, format)| ImageFormat::from_name(format.trim())).unwrap_or(ImageFormat::Png)
}

/// Refuses the parameters of a template: without an effect they would show the data of somebody else.
fn refuse_templates(pairs: &[(String, String)]) -> Result<(), Box<InputError>> {
    let is_template = |name: &str| {
        let base = name.trim_end_matches(|c: char| c.is_ascii_digit());
        TEMPLATE_PARAMETERS.contains(&base) && (base != name || matches!(base, "title" | "labels"))
    };
    match pairs.iter().find(|(name, _)| is_template(name)) {
        None => Ok(()),
        Some((name, _)) => {
            let expected = "parameters of the picture, such as width or format; templates are not offered, so \
                            create a chart with the data instead";
            Err(InputError::new(Location::Path(name.clone()), "a parameter of a template", expected))
        }
    }
}
