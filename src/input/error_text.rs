//! Texts of error messages: quoted input and suggestions.

use std::borrow::Cow;

use super::redact::redact_secrets;

/// The largest number of characters of the input that a message quotes.
pub(super) const QUOTED_CHARS: usize = 60;

/// The limits of values that serde parses. The errors of serde are texts only, so that they name the limit in parentheses.
const LIMITS_IN_MESSAGES: [&str; 3] = ["MAX_DAYS", "MIN_YEAR", "MAX_YEAR"];

/// Returns the exceeded limit that a message of serde names: `… (MAX_DAYS)`.
pub(super) fn limit_in_message(message: &str) -> Option<&'static str> {
    LIMITS_IN_MESSAGES.into_iter().find(|name| message.contains(&format!("({name})")))
}

/// Returns a text of the input as a message shows it: quoted, escaped and truncated. Secrets are redacted before the
/// truncation, because a truncated secret may not be recognized.
pub fn quote(text: &str) -> String {
    quote_up_to(text, QUOTED_CHARS)
}

/// Returns the message of another program as an error shows it: as [`quote`] does, with room for several sentences.
#[cfg(feature = "trackers")]
pub(super) fn quote_message(text: &str) -> String {
    const MESSAGE_CHARS: usize = 300;
    quote_up_to(text.trim(), MESSAGE_CHARS)
}

fn quote_up_to(text: &str, max_chars: usize) -> String {
    // The length of the text that is searched for secrets. A secret that begins before the truncation ends within it.
    let redacted_chars = 10 * max_chars;
    let head =
        text.char_indices().nth(redacted_chars).map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
    format!("{:?}", truncate_chars(&redact_secrets(head), max_chars))
}

/// Returns the first `max_chars` characters of a text, with "…" after them if the text has more.
pub(super) fn truncate_chars(text: &str, max_chars: usize) -> Cow<'_, str> {
    match text.char_indices().nth(max_chars) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Returns a suggestion such as `did you mean "estimate"?`, if a known name is similar enough.
pub fn did_you_mean<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    /// The smallest similarity of a suggestion, 0 to 1: the normalized Damerau–Levenshtein similarity.
    const MIN_SIMILARITY: f64 = 0.5;
    // The comparison takes quadratic time, and a long text is not similar to any name.
    if found.chars().count() > QUOTED_CHARS {
        return None;
    }
    let found = found.to_lowercase();
    let similarity = |name: &str| match found.starts_with(name) {
        true if name.len() > 2 => 1.0,
        _ => strsim::normalized_damerau_levenshtein(&found, &name.to_lowercase()),
    };
    known
        .into_iter()
        .map(|name| (similarity(name), name))
        .filter(|(similarity, _)| *similarity >= MIN_SIMILARITY)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| format!("did you mean {}?", quote(name)))
}
