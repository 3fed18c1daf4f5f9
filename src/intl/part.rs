//! Parts of a formatted text, as `formatToParts` returns them.

use serde_json::{Value as Json, json};

/// A part of a formatted text: its type and its text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

impl Part {
    pub(super) fn new(kind: &'static str, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

/// The parts as a list of pairs.
pub(super) fn parts_json(parts: &[Part]) -> Json {
    parts.iter().map(|part| json!([part.kind, part.text])).collect()
}

/// A piece of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// A name in braces.
    Placeholder(&'a str),
    Text(&'a str),
}

/// Splits a pattern such as `{n} {c}` into its pieces.
pub(super) fn split_pattern(pattern: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Placeholder(name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// Appends the text of a pattern: spaces at its ends are literal parts, the rest is of a kind.
pub(super) fn push_text(parts: &mut Vec<Part>, kind: &'static str, text: &str) {
    let inner = text.trim();
    let (before, after) =
        if inner.is_empty() { (text, "") } else { text.split_once(inner).unwrap_or((text, "")) };
    for (kind, text) in [("literal", before), (kind, inner), ("literal", after)] {
        if !text.is_empty() {
            parts.push(Part::new(kind, text));
        }
    }
}
