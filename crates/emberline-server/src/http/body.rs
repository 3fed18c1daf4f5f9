//! Reading of a request's body, with limits of size and time.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use futures_util::StreamExt;

use super::limits::HttpLimits;
use super::problem::Problem;

/// Bytes of a body above the limit that are read and discarded. A client that reads no response before it has sent the
/// whole body would otherwise find the connection reset.
const MAX_DISCARDED_BYTES: usize = 16 * 1024 * 1024;

/// Reads the body of a request.
///
/// # Errors
/// The body is too large, too slow or cut off.
pub(super) async fn read_body(request: Request, limits: &HttpLimits) -> Result<Vec<u8>, Problem> {
    if announces_too_large_body(request.headers(), limits.body_bytes) {
        return Err(too_large_problem(limits));
    }
    tokio::time::timeout(limits.body_timeout, read_chunks(request, limits)).await.unwrap_or_else(|_| {
        let detail = format!("found no whole body within {} s", limits.body_timeout.as_secs_f64());
        Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "TimedOut", detail))
    })
}

/// True if the client announces a body above the limit and waits for permission to send it (`Expect: 100-continue`).
fn announces_too_large_body(headers: &HeaderMap, limit: usize) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    headers.contains_key(header::EXPECT) && length.is_some_and(|length: usize| length > limit)
}

/// Reads the chunks of a body, and discards them once there are too many.
async fn read_chunks(request: Request, limits: &HttpLimits) -> Result<Vec<u8>, Problem> {
    let mut chunks = request.into_body().into_data_stream();
    let (mut body, mut bytes_read) = (Vec::new(), 0_usize);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|error| {
            let detail = format!("the body is cut off: {error}");
            Problem::new(StatusCode::BAD_REQUEST, "InvalidInput", detail)
        })?;
        bytes_read = bytes_read.saturating_add(chunk.len());
        if bytes_read <= limits.body_bytes {
            body.extend_from_slice(&chunk);
        } else if bytes_read - limits.body_bytes <= MAX_DISCARDED_BYTES {
            body = Vec::new();
        } else {
            break;
        }
    }
    if bytes_read > limits.body_bytes { Err(too_large_problem(limits)) } else { Ok(body) }
}

fn too_large_problem(limits: &HttpLimits) -> Problem {
    let detail = format!("found a larger body, expected at most {} bytes", limits.body_bytes);
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "LimitExceeded", detail)
}
