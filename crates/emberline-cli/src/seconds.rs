//! Seconds as an argument.

/// Parses seconds, whole or not.
pub(crate) fn parse_seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.1..=3_600.0).contains(seconds));
    seconds.ok_or_else(|| "expected seconds, 0.1 to 3600".to_owned())
}
