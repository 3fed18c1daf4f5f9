//! Redaction of e-mail addresses and secrets, which must not appear in a picture, a log or an error.

use std::borrow::Cow;
use std::ops::Range;

/// The replacement of a redacted part.
const REPLACEMENT: &str = "***";

/// The prefixes of tokens of GitHub, GitLab, Atlassian, Trello, Linear, Slack and AWS, and of JSON web tokens.
const TOKEN_PREFIXES: [&str; 18] = [
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "glptt-",
    "ATATT3",
    "ATCTT3",
    "ATTA",
    "lin_api_",
    "xoxb-",
    "xoxp-",
    "xoxa-",
    "AKIA",
    "ASIA",
    "eyJ",
];
/// Names whose value after `=` is secret.
const SECRET_NAMES: [&str; 7] = ["password", "passwd", "secret", "token", "api_key", "apikey", "access_key"];
/// The smallest number of characters after a prefix, so that "ATTACK" is not a token.
const MIN_TOKEN_CHARS: usize = 8;
/// The smallest number of letters and digits in a row that counts as a secret.
const MIN_RANDOM_CHARS: usize = 32;
/// The same if lower case and upper case letters are mixed.
const MIN_MIXED_CASE_CHARS: usize = 20;
/// The smallest number of digits among them.
const MIN_RANDOM_DIGITS: usize = 3;

/// Returns the text with `***` in place of e-mail addresses and likely tokens.
pub(super) fn redact_secrets(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    for (start, word) in split_words(text) {
        if let Some(secret) = secret_range(word) {
            out.push_str(text.get(copied..start + secret.start).unwrap_or_default());
            out.push_str(REPLACEMENT);
            copied = start + secret.end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Splits a text at spaces, quotes, brackets, commas and semicolons. Returns each word with its byte offset.
fn split_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_separator = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';')
    };
    let mut at = 0;
    text.split(is_separator).map(move |word| {
        let start = at;
        // The separator is one character with one to four bytes.
        let separator = text.get(start + word.len()..).and_then(|rest| rest.chars().next());
        at = start + word.len() + separator.map_or(0, char::len_utf8);
        (start, word)
    })
}

/// Returns the range of bytes of a word that is secret.
fn secret_range(word: &str) -> Option<Range<usize>> {
    let has_random_part = || word.split(|c: char| !c.is_ascii_alphanumeric()).any(is_random);
    let has_any_token = || TOKEN_PREFIXES.iter().any(|prefix| has_token(word, prefix));
    if is_email_address(word) || has_random_part() || has_any_token() {
        return Some(0..word.len());
    }
    let (name, value) = word.split_once('=')?;
    let is_secret = SECRET_NAMES.iter().any(|known| name.to_ascii_lowercase().ends_with(known));
    (is_secret && !value.is_empty()).then_some(name.len() + 1..word.len())
}

/// Returns true if a word contains an e-mail address such as `somebody@example.org`. The address may be truncated with
/// `…`.
fn is_email_address(word: &str) -> bool {
    word.match_indices('@').any(|(at, _)| {
        let (before, after) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
        let domain: &str =
            after.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-')).next().unwrap_or_default();
        let is_truncated = after.get(domain.len()..).is_some_and(|rest| rest.starts_with('…'));
        before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.' | '%'))
            && domain.starts_with(char::is_alphabetic)
            && (is_truncated || domain.trim_end_matches('.').contains('.'))
    })
}

/// Returns true if a word contains a token with this prefix. Only the first occurrence of the prefix in each run of token
/// characters is examined: it has the longest rest, and examining all occurrences would take quadratic time.
fn has_token(word: &str, prefix: &str) -> bool {
    let is_truncated = word.ends_with('…');
    word.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).any(|run| {
        let mut positions = run.match_indices(prefix).map(|(at, _)| at);
        let begins_word =
            |at: &usize| !run.get(..*at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric());
        let rest =
            positions.find(begins_word).and_then(|at| run.get(at + prefix.len()..)).unwrap_or_default();
        rest.bytes().any(|b| b.is_ascii_digit()) && (rest.len() >= MIN_TOKEN_CHARS || is_truncated)
    })
}

/// Returns true for a long run of letters and digits that is unlikely to be a word.
fn is_random(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let mixed = run.bytes().any(|b| b.is_ascii_lowercase()) && run.bytes().any(|b| b.is_ascii_uppercase());
    let letters = run.bytes().any(|b| b.is_ascii_alphabetic());
    digits >= MIN_RANDOM_DIGITS
        && letters
        && (run.len() >= MIN_RANDOM_CHARS || (run.len() >= MIN_MIXED_CASE_CHARS && mixed))
}

#[cfg(test)]
mod tests {
    use super::redact_secrets;

    #[test]
    fn email_addresses_and_tokens_are_redacted() {
        for (text, expected) in [
            ("Ask jane.doe@example.org about it", "Ask *** about it"),
            ("mail <jane@example.org>, then go", "mail <***>, then go"),
            ("found \"jane@exampl…\"", "found \"***\""),
            ("https://jane:pw@git.example.org/x", "***"),
            ("Rotate ghp_16C7e42F292c6912E7710c838347Ae178B4a now", "Rotate *** now"),
            ("glpat-abc123def456", "***"),
            ("use ATATT3xFfGF0abc123_x", "use ***"),
            ("login?token=abc", "login?token=***"),
            ("key 5f4dcc3b5aa765d61d8327deb882cf99", "key ***"),
            ("MDEyMzQ1Njc4OTAxOsjdfkl2", "***"),
            ("é jane@example.org é", "é *** é"),
            ("found \"ghp_16C…\"", "found \"***\""),
            ("a.glpat-abc123def456.b", "***"),
        ] {
            assert_eq!(redact_secrets(text), expected);
        }
    }

    #[test]
    fn long_words_are_redacted_in_linear_time() {
        for word in ["eyJ1.", "eyJ-", "a@", "ghp_ghp_", "token="] {
            let text = word.repeat(20_000);
            assert!(redact_secrets(&text).len() <= text.len());
        }
    }

    #[test]
    fn ordinary_text_is_not_redacted() {
        for text in [
            "icon@2x.png is blurred",
            "Update actions/checkout@v4",
            "@jane, please look",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "SupportForOAuth2LoginFlowOnMobile",
            "Sprint-2026-03-02-to-2026-03-13-Team-Alpha",
            "ATTACK surface, eyJust",
            "expire the token = after 3 days",
            "EMB-12: 2023-08-23T10:00:00.000+0000",
            "",
        ] {
            assert_eq!(redact_secrets(text), text);
        }
    }
}
