//! The decoder of a build without the feature `trackers`: it refuses UTF-16, which only spreadsheets write.

use super::error::{InputError, Location};

/// Returns an error for text in UTF-16, and `None` for any other.
pub(super) fn decode_utf16(bytes: &[u8]) -> Result<Option<String>, Box<InputError>> {
    if !matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, 1..=0xFF, ..] | [1..=0xFF, 0, ..]) {
        return Ok(None);
    }
    let mut error = InputError::new(Location::EntireInput, "text in UTF-16", "text in UTF-8");
    error.required_feature = Some("trackers");
    Err(error)
}
