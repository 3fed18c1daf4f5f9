//! The answer of a server.

use std::time::Duration;

use serde_json::Value;

/// Headers of a limit of requests.
struct RateLimit {
    /// The name of the header with what is left.
    remaining: &'static str,
    /// The name of the header with the time at which the limit ends.
    reset: &'static str,
}

/// The limits of GitHub and others, of GitLab, and the two of Linear.
const RATE_LIMITS: [RateLimit; 4] = [
    RateLimit { remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset" },
    RateLimit { remaining: "ratelimit-remaining", reset: "ratelimit-reset" },
    RateLimit { remaining: "x-ratelimit-requests-remaining", reset: "x-ratelimit-requests-reset" },
    RateLimit { remaining: "x-ratelimit-complexity-remaining", reset: "x-ratelimit-complexity-reset" },
];

/// The answer of a server, with any status.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status, such as 200.
    pub status: u16,
    /// Names in lower case with values, in the order of the answer.
    pub headers: Vec<(String, String)>,
    /// The body, decompressed.
    pub body: Vec<u8>,
}

impl Response {
    /// Returns the first value of a header; the name is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// True for a status from 200 to 299.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Parses the body as JSON.
    pub fn json(&self) -> Result<Value, serde_json::Error> {
        serde_json::from_slice(&self.body)
    }

    /// Returns the body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Returns how long the server asks to wait, by `Retry-After` in seconds or as a date, or by the rate headers of GitHub
    /// and others, which have the second in which the limit ends. `now` is in seconds since 1970.
    pub fn retry_after(&self, now: u64) -> Option<Duration> {
        if let Some(value) = self.header("retry-after") {
            if let Ok(seconds) = value.trim().parse::<f64>() {
                return Duration::try_from_secs_f64(seconds).ok();
            }
            let date = httpdate::parse_http_date(value).ok()?;
            let at = date.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
            return Some(Duration::from_secs(at.saturating_sub(now)));
        }
        let limit = RATE_LIMITS.iter().find(|limit| self.header(limit.remaining) == Some("0"))?;
        let at: u64 = self.header(limit.reset)?.trim().parse().ok()?;
        // Some servers send the millisecond of the end, some the second, others the seconds until then.
        let at = if at / 500 > now { at / 1_000 } else { at };
        Some(Duration::from_secs(if at > now / 2 { at.saturating_sub(now) } else { at }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(headers: &[(&str, &str)]) -> Response {
        let headers = headers.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        Response { status: 429, headers, body: Vec::new() }
    }

    #[test]
    fn a_server_asks_to_wait_in_seconds_or_until_a_date() {
        let seconds =
            |headers: &[(&str, &str)]| answer(headers).retry_after(784_111_770).map(|time| time.as_secs());
        assert_eq!(seconds(&[("retry-after", "7")]), Some(7));
        assert_eq!(seconds(&[("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")]), Some(7));
        assert_eq!(seconds(&[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "784111777")]), Some(7));
        assert_eq!(seconds(&[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "7")]), Some(7));
        let linear =
            [("x-ratelimit-requests-remaining", "0"), ("x-ratelimit-requests-reset", "784111777000")];
        assert_eq!(seconds(&linear), Some(7));
        assert_eq!(seconds(&[("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", "7")]), None);
        assert_eq!(seconds(&[("retry-after", "soon")]), None);
        assert_eq!(seconds(&[]), None);
    }
}
