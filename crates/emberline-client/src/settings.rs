//! Limits and certificates of a client.

use std::path::PathBuf;
use std::time::Duration;

/// Limits and certificates of a client.
#[derive(Clone, Debug)]
pub struct ClientSettings {
    /// Time for all requests of a client together, waiting included.
    pub total_time: Duration,
    /// Time for one attempt of a request, from the connection to the last byte of the answer.
    pub attempt_time: Duration,
    /// Maximal bytes of an answer's body.
    pub max_body_bytes: u64,
    /// The pause before the first repetition; it doubles with each further one.
    pub first_pause: Duration,
    /// A PEM file of certificate authorities that are trusted instead of Mozilla's.
    pub ca_file: Option<PathBuf>,
    /// Trusts the certificate authorities of the operating system instead of Mozilla's.
    pub uses_platform_roots: bool,
}

impl Default for ClientSettings {
    /// Two minutes in all, 30 seconds an attempt, 64 MiB a body, a first pause of one second.
    fn default() -> Self {
        Self {
            total_time: Duration::from_secs(120),
            attempt_time: Duration::from_secs(30),
            max_body_bytes: 64 * 1024 * 1024,
            first_pause: Duration::from_secs(1),
            ca_file: None,
            uses_platform_roots: false,
        }
    }
}
