//! Which parts of a text are numbers, for tabular figures.

use std::ops::Range;

/// What the tabular font has.
pub(super) fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
        || is_sign(c)
        || matches!(
            c,
            '.' | ',' | ':' | '%' | ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{200A}' | '\u{202F}'
        )
}

fn is_sign(c: char) -> bool {
    matches!(c, '+' | '-' | '\u{2212}')
}

/// The numbers in `text`: from a digit or its sign to the last digit or percent sign, with separators in between.
pub(super) fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    for part in text.split(|c| !is_figure(c)) {
        // `part` is a slice of `text`: its place is after everything before it and one separator each.
        let start = rest + text.get(rest..).and_then(|tail| tail.find(part)).unwrap_or(0);
        rest = start + part.len();
        let core = part.trim_start_matches(|c: char| !c.is_ascii_digit() && !is_sign(c));
        let from = rest - core.len();
        let core = core.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '%');
        if core.contains(|c: char| c.is_ascii_digit()) {
            found.push(from..from + core.len());
        }
    }
    found
}
