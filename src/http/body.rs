//! A request's body: whole, in time, no larger than agreed.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::StreamExt;

use super::{HttpLimits, Problem};

/// What is read of a body that is too large, and thrown away: a client that hears nothing before it has sent all of it
/// would else find its connection reset in place of the answer.
const LINGER_BYTES: usize = 16 * 1024 * 1024;

pub(super) async fn read(request: Request, limits: &HttpLimits) -> Result<Vec<u8>, Problem> {
    if is_announced(request.headers(), limits.body_bytes) {
        return Err(too_large(limits));
    }
    tokio::time::timeout(limits.body_timeout, collect(request, limits)).await.unwrap_or_else(|_| {
        let detail = format!("found no whole body within {} s", limits.body_timeout.as_secs_f64());
        Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "TimedOut", detail))
    })
}

/// Whether the client asks before it sends too much.
fn is_announced(headers: &HeaderMap, limit: usize) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    headers.contains_key(header::EXPECT) && length.is_some_and(|length: usize| length > limit)
}

async fn collect(request: Request, limits: &HttpLimits) -> Result<Vec<u8>, Problem> {
    let mut chunks = request.into_body().into_data_stream();
    let (mut body, mut read) = (Vec::new(), 0_usize);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|error| {
            let detail = format!("the body is cut off: {error}");
            Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", detail)
        })?;
        read = read.saturating_add(chunk.len());
        if read <= limits.body_bytes {
            body.extend_from_slice(&chunk);
        } else if read - limits.body_bytes <= LINGER_BYTES {
            body = Vec::new();
        } else {
            break;
        }
    }
    if read > limits.body_bytes { Err(too_large(limits)) } else { Ok(body) }
}

fn too_large(limits: &HttpLimits) -> Problem {
    let detail = format!("found a larger body, expected at most {} bytes", limits.body_bytes);
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "LimitExceeded", detail)
}
