//! Finds the numbers in a text, for tabular figures.

use std::ops::Range;

/// Returns true for digits, signs and the separators that can stand inside a number.
pub(super) fn is_number_character(c: char) -> bool {
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

/// The byte ranges of the numbers in `text`: from a digit or its sign to the last digit or percent sign, with separators in
/// between.
pub(super) fn number_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut end = 0;
    for part in text.split(|c| !is_number_character(c)) {
        // Searching from the end of the previous part skips the separator between them.
        let start = end + text.get(end..).and_then(|tail| tail.find(part)).unwrap_or(0);
        end = start + part.len();
        let core = part.trim_start_matches(|c: char| !c.is_ascii_digit() && !is_sign(c));
        let from = end - core.len();
        let core = core.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '%');
        if core.contains(|c: char| c.is_ascii_digit()) {
            ranges.push(from..from + core.len());
        }
    }
    ranges
}
