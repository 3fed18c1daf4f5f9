//! Limits of AWS Lambda.

/// Maximal bytes of a response. Lambda accepts 6 MB, and adds some bytes of its own.
pub(crate) const MAX_RESPONSE_BYTES: usize = 6_000_000;
