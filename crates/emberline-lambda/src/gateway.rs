//! HTTP events of a Function URL or API Gateway, in payload format 1.0 and 2.0.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use axum::response::IntoResponse;
use base64::{Engine, prelude::BASE64_STANDARD};
use emberline_server::http::Problem;
use emberline_server::service::RenderError;
use form_urlencoded::Serializer;
use lambda_runtime::Diagnostic;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tower::ServiceExt;

use super::invocation_metrics::InvocationMetrics;
use super::limits::MAX_RESPONSE_BYTES;

/// Header with the part of the path that is not passed to the router.
const PREFIX_HEADER: &str = "x-forwarded-prefix";

/// A request with the fields of both payload formats; those of the other format are missing or null.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HttpEvent {
    request_context: RequestContext,
    http_method: Option<String>,
    path: Option<String>,
    multi_value_headers: Option<BTreeMap<String, Vec<String>>>,
    multi_value_query_string_parameters: Option<BTreeMap<String, Vec<String>>>,
    raw_path: Option<String>,
    raw_query_string: Option<String>,
    headers: Option<BTreeMap<String, String>>,
    body: Option<String>,
    #[serde(default)]
    is_base64_encoded: bool,
}

#[derive(Debug, Deserialize)]
struct RequestContext {
    http: Option<HttpContext>,
    stage: Option<String>,
}

#[derive(Debug, Deserialize)]
struct HttpContext {
    method: String,
}

/// Passes the request of an event to the router and converts its response.
pub(crate) async fn handle_http_event(
    router: Router,
    event: HttpEvent,
    request_id: &str,
) -> (Result<Value, Diagnostic>, InvocationMetrics) {
    let multi_value = event.request_context.http.is_none();
    let response = match event.into_request(request_id) {
        Ok(request) => {
            let is_picture = !matches!(request.uri().path(), "/healthz" | "/openapi.json" | "/chart/create");
            let response = match router.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            let answer = to_gateway_response(response, multi_value).await;
            let status = answer.get("statusCode").and_then(Value::as_u64).unwrap_or(0);
            let metrics = InvocationMetrics {
                renders: usize::from(is_picture && (200..300).contains(&status)),
                failures: usize::from(status >= 400),
            };
            return (Ok(answer), metrics);
        }
        Err(detail) => Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", detail).into_response(),
    };
    (Ok(to_gateway_response(response, multi_value).await), InvocationMetrics::FAILURE)
}

impl HttpEvent {
    /// Converts the event into a request for the router.
    fn into_request(self, request_id: &str) -> Result<Request<Body>, String> {
        let mut prefix = String::new();
        let (method, path, query) = match (self.request_context.http, self.http_method) {
            (Some(http), _) => {
                let raw_path = self.raw_path.unwrap_or_default();
                let query = self.raw_query_string.unwrap_or_default();
                let path = without_stage(&raw_path, self.request_context.stage.as_deref());
                prefix = raw_path.strip_suffix(path.as_str()).unwrap_or_default().to_owned();
                (http.method, path, query)
            }
            (None, Some(method)) => {
                let mut query = Serializer::new(String::new());
                for (name, values) in self.multi_value_query_string_parameters.unwrap_or_default() {
                    query.extend_pairs(values.iter().map(|value| (name.as_str(), value.as_str())));
                }
                (method, self.path.unwrap_or_default(), query.finish())
            }
            (None, None) => return Err("found an event without a method, expected one of HTTP".to_owned()),
        };
        let uri = if query.is_empty() { path } else { format!("{path}?{query}") };
        let mut request =
            Request::builder().method(method.as_str()).uri(uri).header("x-request-id", request_id);
        // Links to this function need the stage.
        if !prefix.is_empty() {
            request = request.header(PREFIX_HEADER, prefix);
        }
        let single = self.headers.into_iter().flatten().map(|(name, value)| (name, vec![value]));
        let headers: Vec<(String, Vec<String>)> = match self.multi_value_headers {
            Some(headers) => headers.into_iter().collect(),
            None => single.collect(),
        };
        // The log has the id of the invocation, so a client's own request id is dropped, as is its own prefix.
        let is_own =
            |name: &str| ["x-request-id", PREFIX_HEADER].iter().any(|own| name.eq_ignore_ascii_case(own));
        for (name, values) in headers.iter().filter(|(name, _)| !is_own(name)) {
            for value in values {
                request = request.header(name, value);
            }
        }
        let body = self.body.unwrap_or_default();
        let body = match self.is_base64_encoded {
            true => BASE64_STANDARD.decode(body).map_err(|error| format!("found no base64 ({error})"))?,
            false => body.into_bytes(),
        };
        request.body(Body::from(body)).map_err(|error| format!("found no HTTP request ({error})"))
    }
}

/// Removes the stage from a path of payload format 2.0, such as `/prod/render`.
fn without_stage(path: &str, stage: Option<&str>) -> String {
    let rest = stage.and_then(|stage| path.strip_prefix('/')?.strip_prefix(stage));
    rest.filter(|rest| rest.starts_with('/')).unwrap_or(path).to_owned()
}

/// Converts a response into the gateway's form; with `multi_value` into that of payload format 1.0, which has lists of header
/// values.
async fn to_gateway_response(response: Response<Body>, multi_value: bool) -> Value {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let text = is_text(&parts.headers).then(|| std::str::from_utf8(&bytes).ok()).flatten();
    let is_base64 = text.is_none() && !bytes.is_empty();
    let body = match text {
        Some(text) => text.to_owned(),
        None => BASE64_STANDARD.encode(&bytes),
    };
    let mut headers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, value) in &parts.headers {
        headers.entry(name.to_string()).or_default().push(value.to_str().unwrap_or_default());
    }
    // Only one of the fields is set, since the gateway would send the headers of both.
    let (field, headers) = match multi_value {
        true => ("multiValueHeaders", json!(headers)),
        false => {
            let joined = headers.into_iter().map(|(name, values)| (name, json!(values.join(","))));
            ("headers", Value::from(joined.collect::<Map<_, _>>()))
        }
    };
    let status = parts.status.as_u16();
    let answer = json!({ "statusCode": status, field: headers, "body": body, "isBase64Encoded": is_base64 });
    // The size counts after serialisation, which escapes quotes in an SVG.
    let found = answer.to_string().len();
    if found > MAX_RESPONSE_BYTES {
        let error = RenderError::AnswerTooLarge { found, limit: MAX_RESPONSE_BYTES };
        return Box::pin(to_gateway_response(Problem::from(error).into_response(), multi_value)).await;
    }
    answer
}

/// True if a body can be a JSON string without base64. A REST API decodes base64 only if it is configured to.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("text/plain");
    let kind = kind.split(';').next().unwrap_or_default();
    !headers.contains_key(CONTENT_ENCODING)
        && (kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("+xml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_above_lambdas_limit_is_a_problem() {
        let image = |bytes: usize| {
            let body = Body::from(vec![0; bytes]);
            Response::builder().header(CONTENT_TYPE, "image/png").body(body).expect("a response")
        };
        let answer = to_gateway_response(image(4_499_000), false).await;
        assert_eq!((&answer["statusCode"], &answer["isBase64Encoded"]), (&json!(200), &json!(true)));
        let answer = to_gateway_response(image(4_500_001), false).await;
        assert_eq!((&answer["statusCode"], &answer["isBase64Encoded"]), (&json!(413), &json!(false)));
    }

    #[test]
    fn the_stage_is_removed_from_the_path() {
        for (path, stage, expected) in [
            ("/prod/render", Some("prod"), "/render"),
            ("/render", Some("$default"), "/render"),
            ("/production/render", Some("prod"), "/production/render"),
            ("/render", None, "/render"),
        ] {
            assert_eq!(without_stage(path, stage), expected);
        }
    }
}
