//! The requests for what is missing, as commands of a shell. A text of the input comes into a command only if no shell can
//! take it for anything but a word.

use std::borrow::Cow;

use crate::input::json_value::JsonValue;
use crate::input::redact::redact_secrets;

/// The largest number of characters of an address or a token that a command repeats.
const MAX_REPEATED_CHARS: usize = 300;

/// Returns the text if a shell takes it as it is between single quotes, a reader can look over it, and nothing in it looks
/// like a secret.
pub(super) fn shell_safe(text: &str) -> Option<&str> {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/?&=%+@$,()*!#[]".contains(c);
    let is_secret = || matches!(redact_secrets(text), Cow::Owned(_));
    let is_usable =
        !text.is_empty() && text.len() <= MAX_REPEATED_CHARS && text.chars().all(is_safe) && !is_secret();
    is_usable.then_some(text)
}

/// Returns the address of the site that a Jira answer comes from, by the `self` of its first entry.
pub(super) fn jira_site(entries: &[JsonValue<'_>]) -> String {
    let address = entries.iter().find_map(|entry| entry.get("self")?.as_str());
    let site = address.and_then(|address| address.split_once("/rest/")).map(|(site, _)| site);
    let is_site = |site: &&str| site.starts_with("https://") || site.starts_with("http://");
    let site = site.filter(is_site).and_then(shell_safe).filter(|site| !site.contains(['?', '&', '$', '@']));
    site.unwrap_or("https://SITE").to_owned()
}

/// Returns the command that asks Jira for a path of its API.
pub(super) fn jira_command(site: &str, path: &str, file: &str) -> String {
    format!("curl -u USER:TOKEN '{site}{path}' > {file}")
}
