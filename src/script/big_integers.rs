//! Literals of BigInt (`12n`) in scripts, which the sandbox refuses: a product of two long ones takes a second, in which no limit
//! can end a script.

use std::ops::Range;

use super::error::{ScriptError, ScriptErrorKind, ScriptPosition};

/// The characters that end a line, and with it a comment.
const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// The error of a script with a literal of BigInt.
pub(super) fn big_integer_error(source: &str) -> Option<ScriptError> {
    let place = find_big_integer(source)?;
    let before = source.get(..place).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    let position = Some(ScriptPosition { line: before.matches('\n').count() + 1, column });
    let message = "SyntaxError: BigInt is not available; write numbers without the n, and texts that look like one in two parts"
        .to_owned();
    Some(ScriptError { kind: ScriptErrorKind::Syntax, message, position })
}

/// The place of the first literal of BigInt, in bytes. What is surely inside a text or a comment is none.
fn find_big_integer(source: &str) -> Option<usize> {
    let literals = literal_places(source);
    let first = *literals.first()?;
    let Some(quoted) = quoted_ranges(source) else { return Some(first) };
    literals.into_iter().find(|place| !quoted.iter().any(|range| range.contains(place)))
}

/// The places where something looks like a literal of BigInt.
fn literal_places(source: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    for word in source.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')) {
        let letters = word.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
        if is_literal(letters) {
            places.push(start);
        }
        start += word.len();
    }
    places
}

/// True for digits and an n: `12n`, `1_000n`, `0xffn`, but not `10min`.
fn is_literal(word: &str) -> bool {
    let Some(number) = word.strip_suffix('n') else { return false };
    let prefixes = ["0x", "0X", "0o", "0O", "0b", "0B"];
    let prefixed = prefixes.iter().find_map(|prefix| number.strip_prefix(prefix));
    let radix = if prefixed.is_some() { 16 } else { 10 };
    let digits = prefixed.unwrap_or(number);
    !digits.is_empty() && digits.chars().all(|c| c == '_' || c.is_digit(radix))
}

/// The texts and comments of a script, in bytes; `None` where that is hard to tell: a slash may begin a regular expression
/// with quotes in it, and templates hold code.
fn quoted_ranges(source: &str) -> Option<Vec<Range<usize>>> {
    if source.starts_with("#!") || source.contains("<!--") || source.contains("-->") || source.contains("${")
    {
        return None;
    }
    let mut ranges = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find(['\'', '"', '`', '/']) {
        let quoted = rest.get(start..)?;
        let length = if quoted.starts_with("//") {
            quoted.find(LINE_ENDS).unwrap_or(quoted.len())
        } else if quoted.starts_with("/*") {
            quoted.find("*/")? + 2
        } else if quoted.starts_with('/') {
            return None;
        } else {
            quoted_length(quoted)?
        };
        let offset = source.len() - quoted.len();
        ranges.push(offset..offset + length);
        rest = quoted.get(length..)?;
    }
    Some(ranges)
}

/// The length of a text with its quotes, in bytes; `None` if it does not end.
fn quoted_length(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut is_escaped = false;
    for (place, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == quote => return Some(place + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_of_code_are_found() {
        for code in [
            "2n",
            "x = 0xffn;",
            "a(1_000n)",
            "-5n",
            "/'/; 2n; /'/",
            "`${2n}`",
            "'\\'' + 2n",
            "<!-- '\n2n //'",
            "#! '\n2n //'",
            "// '\n2n //'",
            "a / 2n",
            "// a comment\r2n",
            "// a comment\u{2028}2n",
            "// a comment\u{2029}2n",
        ] {
            assert!(big_integer_error(code).is_some(), "{code}");
        }
        let error = big_integer_error("const a = 1;\n  f(22n)").and_then(|error| error.position);
        assert_eq!(error, Some(ScriptPosition { line: 2, column: 5 }));
    }

    #[test]
    fn names_numbers_texts_and_comments_are_no_literals() {
        for code in [
            "item2n + $2n",
            "2 in x",
            "'5n' + \"6n\" + `7n`",
            "// 8n\n1 /* 9n */",
            "'it\\'s 5n'",
            "[1, 2].join('n')",
            "1e3 + 0b11",
            "é2n",
            "`${time}` + '10min'",
        ] {
            assert!(big_integer_error(code).is_none(), "{code}");
        }
    }
}
