//! E-mail addresses and secrets in texts of an input, which must not get into a picture, a log or an error.

use std::borrow::Cow;

/// What stands in the place of what is hidden.
const HIDDEN: &str = "***";

/// What tokens begin with that say what they are: GitHub, GitLab, Atlassian, Trello, Linear, Slack, AWS, JSON web tokens.
const PREFIXES: [&str; 18] = [
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
/// Names whose value after `=` is nobody's business.
const NAMES: [&str; 7] = ["password", "passwd", "secret", "token", "api_key", "apikey", "access_key"];
/// Least letters and digits after a prefix; "ATTACK" is no token.
const AFTER_PREFIX: usize = 8;
/// Least characters of letters and digits in a row to be taken for a secret.
const RUN: usize = 32;
/// The same where small letters and capitals are mixed.
const MIXED_RUN: usize = 20;
/// Least digits among them.
const DIGITS: usize = 3;

/// The text with e-mail addresses and what looks like a token replaced by `***`.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for (start, word) in words(text) {
        if let Some((keep, end)) = secret(word) {
            out.push_str(text.get(from..start + keep).unwrap_or_default());
            out.push_str(HIDDEN);
            from = start + end;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// What stands between blanks, quotes and brackets, each with the byte it begins at.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';')
    };
    let mut at = 0;
    text.split(ends).map(move |word| {
        let start = at;
        // What ends a word is one character, of a length that only the text knows.
        let after = text.get(start + word.len()..).and_then(|rest| rest.chars().next());
        at = start + word.len() + after.map_or(0, char::len_utf8);
        (start, word)
    })
}

/// The part of a word that is hidden, in bytes.
fn secret(word: &str) -> Option<(usize, usize)> {
    let all = Some((0, word.len()));
    if is_address(word) || word.split(|c: char| !c.is_ascii_alphanumeric()).any(is_random) {
        return all;
    }
    if PREFIXES.iter().any(|prefix| has_token(word, prefix)) {
        return all;
    }
    let (name, value) = word.split_once('=')?;
    let is_secret = NAMES.iter().any(|known| name.to_ascii_lowercase().ends_with(known));
    (is_secret && !value.is_empty()).then_some((name.len() + 1, word.len()))
}

/// `somebody@example.org`, with whatever stands around it in the word; the end may be cut off by `…`.
fn is_address(word: &str) -> bool {
    word.match_indices('@').any(|(at, _)| {
        let (before, after) = (word.get(..at).unwrap_or_default(), word.get(at + 1..).unwrap_or_default());
        let domain: &str =
            after.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-')).next().unwrap_or_default();
        let cut = after.get(domain.len()..).is_some_and(|rest| rest.starts_with('…'));
        before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.' | '%'))
            && domain.starts_with(char::is_alphabetic)
            && (cut || domain.trim_end_matches('.').contains('.'))
    })
}

/// Whether a run of the characters of tokens has one. The first place where the prefix begins has the longest rest: later ones tell
/// nothing more, and looking at each of them makes a long word a long wait.
fn has_token(word: &str, prefix: &str) -> bool {
    let is_cut = word.ends_with('…');
    word.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).any(|run| {
        let mut places = run.match_indices(prefix).map(|(at, _)| at);
        let begins =
            |at: &usize| !run.get(..*at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric());
        let rest = places.find(begins).and_then(|at| run.get(at + prefix.len()..)).unwrap_or_default();
        rest.bytes().any(|b| b.is_ascii_digit()) && (rest.len() >= AFTER_PREFIX || is_cut)
    })
}

/// Letters and digits as no word has them.
fn is_random(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let mixed = run.bytes().any(|b| b.is_ascii_lowercase()) && run.bytes().any(|b| b.is_ascii_uppercase());
    let letters = run.bytes().any(|b| b.is_ascii_alphabetic());
    digits >= DIGITS && letters && (run.len() >= RUN || (run.len() >= MIXED_RUN && mixed))
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn addresses_and_tokens_are_hidden() {
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
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn long_words_are_no_long_wait() {
        for word in ["eyJ1.", "eyJ-", "a@", "ghp_ghp_", "token="] {
            let text = word.repeat(20_000);
            assert!(masked(&text).len() <= text.len());
        }
    }

    #[test]
    fn what_people_write_stays() {
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
            assert_eq!(masked(text), text);
        }
    }
}
