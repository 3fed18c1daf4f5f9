//! The rule for repeating a request.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

use super::client_error::{ClientError, ClientErrorKind};
use super::request::Request;
use super::response::Response;

/// Repetitions of one request.
const MAX_REPETITIONS: usize = 6;
/// The longest pause that is not asked for by a server.
const MAX_PAUSE: Duration = Duration::from_secs(30);

/// The end of one attempt that is worth another one.
pub(crate) enum FailedAttempt {
    /// The server answered that it can't answer now.
    Refused(Response),
    /// There was no answer.
    Unanswered(ClientError),
}

/// The pauses between attempts: doubling, with jitter, so that clients that were refused together don't come back together.
pub(crate) fn pauses(first: Duration) -> impl Iterator<Item = Duration> {
    ExponentialBuilder::default()
        .with_min_delay(first)
        .with_max_delay(MAX_PAUSE)
        .with_max_times(MAX_REPETITIONS)
        .with_jitter()
        .build()
}

/// True if the server answers that it can't answer now. It did nothing if it says 429, or when to come back; any other
/// failure of the server is repeated only if the request may be repeated.
pub(crate) fn is_refusal(response: &Response, request: &Request, now: u64) -> bool {
    if request.is_refused.is_some_and(|is_refused| is_refused(response)) {
        return true;
    }
    match response.status {
        429 => true,
        // GitHub refuses with 403 when a limit of requests is reached.
        403 => response.retry_after(now).is_some(),
        503 if response.header("retry-after").is_some() => true,
        500 | 502 | 503 | 504 => request.is_repeatable,
        _ => false,
    }
}

/// True if a request without an answer may be sent again.
pub(crate) const fn may_repeat(error: &ClientError, request: &Request) -> bool {
    match error.kind {
        ClientErrorKind::NotConnected(_) => true,
        ClientErrorKind::AttemptTime(_) | ClientErrorKind::Interrupted(_) => {
            request.is_repeatable || !error.may_have_arrived
        }
        _ => false,
    }
}
