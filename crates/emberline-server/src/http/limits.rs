//! Limits of the HTTP server.

use std::time::Duration;

/// Limits of requests to the HTTP server.
#[derive(Clone, Copy, Debug)]
pub struct HttpLimits {
    /// Maximal bytes of a body.
    pub body_bytes: usize,
    /// Timeout of a request, from its headers to its response.
    pub timeout: Duration,
    /// Timeout for the arrival of a body.
    pub body_timeout: Duration,
    /// Number of requests for pictures that are processed at the same time; more wait.
    pub concurrency: usize,
}

impl Default for HttpLimits {
    fn default() -> Self {
        // A Lambda accepts requests of up to 6 MB.
        Self {
            body_bytes: 8 * 1024 * 1024,
            timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(10),
            concurrency: 64,
        }
    }
}
