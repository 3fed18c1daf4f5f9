//! HTTP as a Function URL and API Gateway carry it: payload 1.0 and 2.0.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use axum::response::IntoResponse;
use base64::{Engine, prelude::BASE64_STANDARD};
use emberline::http::Problem;
use emberline::service::Failure;
use form_urlencoded::Serializer;
use lambda_runtime::Diagnostic;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tower::ServiceExt;

use super::count::Count;
use super::invocation::MAX_ANSWER_BYTES;

/// A request as an event: the fields of both payloads, those of the other one left out or null.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HttpEvent {
    request_context: Context,
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
struct Context {
    http: Option<Http>,
    stage: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Http {
    method: String,
}

/// The router's answer, as the event's sender takes it.
pub(crate) async fn answer(
    router: Router,
    event: HttpEvent,
    request_id: &str,
) -> (Result<Value, Diagnostic>, Count) {
    let lists = event.request_context.http.is_none();
    let response = match event.request(request_id) {
        Ok(request) => {
            let drawing = !matches!(request.uri().path(), "/healthz" | "/openapi.json");
            let response = match router.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            let answer = carried(response, lists).await;
            let status = answer.get("statusCode").and_then(Value::as_u64).unwrap_or(0);
            let count = Count {
                renders: usize::from(drawing && (200..300).contains(&status)),
                failures: usize::from(status >= 400),
            };
            return (Ok(answer), count);
        }
        Err(detail) => Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", detail).into_response(),
    };
    (Ok(carried(response, lists).await), Count { failures: 1, ..Count::default() })
}

impl HttpEvent {
    fn request(self, request_id: &str) -> Result<Request<Body>, String> {
        let (method, path, query) = match (self.request_context.http, self.http_method) {
            (Some(http), _) => {
                let path = self.raw_path.unwrap_or_default();
                let query = self.raw_query_string.unwrap_or_default();
                (http.method, without_stage(path, self.request_context.stage.as_deref()), query)
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
        let single = self.headers.into_iter().flatten().map(|(name, value)| (name, vec![value]));
        let headers: Vec<(String, Vec<String>)> = match self.multi_value_headers {
            Some(headers) => headers.into_iter().collect(),
            None => single.collect(),
        };
        // The id in the log is the invocation's, whatever the client says.
        for (name, values) in headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("x-request-id")) {
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

/// Payload 2.0 has a named stage before the path: `/prod/render`.
fn without_stage(path: String, stage: Option<&str>) -> String {
    let rest = stage.and_then(|stage| path.strip_prefix('/')?.strip_prefix(stage));
    match rest {
        Some(rest) if rest.starts_with('/') => rest.to_owned(),
        _ => path,
    }
}

/// A response as an answer; `lists` for payload 1.0.
async fn carried(response: Response<Body>, lists: bool) -> Value {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let text = is_text(&parts.headers).then(|| std::str::from_utf8(&bytes).ok()).flatten();
    let encoded = text.is_none() && !bytes.is_empty();
    let body = match text {
        Some(text) => text.to_owned(),
        None => BASE64_STANDARD.encode(&bytes),
    };
    let mut headers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, value) in &parts.headers {
        headers.entry(name.to_string()).or_default().push(value.to_str().unwrap_or_default());
    }
    // A gateway that is given both kinds sends both.
    let (field, headers) = match lists {
        true => ("multiValueHeaders", json!(headers)),
        false => {
            let joined = headers.into_iter().map(|(name, values)| (name, json!(values.join(","))));
            ("headers", Value::from(joined.collect::<Map<_, _>>()))
        }
    };
    let status = parts.status.as_u16();
    let answer = json!({ "statusCode": status, field: headers, "body": body, "isBase64Encoded": encoded });
    // As it is sent: quotes in an SVG are escaped.
    let found = answer.to_string().len();
    if found > MAX_ANSWER_BYTES {
        let failure = Failure::AnswerTooLarge { found, limit: MAX_ANSWER_BYTES };
        return Box::pin(carried(Problem::from(failure).into_response(), lists)).await;
    }
    answer
}

/// Whether a body may stand in JSON as it is. A REST API decodes base64 only where it is told to: text goes as text.
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
    async fn a_body_that_lambda_would_refuse_is_a_problem() {
        let image = |bytes: usize| {
            let body = Body::from(vec![0; bytes]);
            Response::builder().header(CONTENT_TYPE, "image/png").body(body).expect("a response")
        };
        let answer = carried(image(4_499_000), false).await;
        assert_eq!((&answer["statusCode"], &answer["isBase64Encoded"]), (&json!(200), &json!(true)));
        let answer = carried(image(4_500_001), false).await;
        assert_eq!((&answer["statusCode"], &answer["isBase64Encoded"]), (&json!(413), &json!(false)));
    }

    #[test]
    fn a_stage_is_no_part_of_the_path() {
        for (path, stage, expected) in [
            ("/prod/render", Some("prod"), "/render"),
            ("/render", Some("$default"), "/render"),
            ("/production/render", Some("prod"), "/production/render"),
            ("/render", None, "/render"),
        ] {
            assert_eq!(without_stage(path.to_owned(), stage), expected);
        }
    }
}
