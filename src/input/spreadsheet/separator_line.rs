//! The first line `sep=;`, by which Excel knows the separator of a table.

/// A text without the line that tells its separator.
pub(super) struct SeparatedText<'t> {
    /// The text from the end of that line on, so that the numbers of the lines stay.
    pub(super) text: &'t str,
    pub(super) separator: Option<u8>,
}

/// Splits the line that tells the separator from a text; any other text stays.
pub(super) fn split_separator_line(text: &str) -> SeparatedText<'_> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text.get(..end).unwrap_or_default().trim_matches([' ', '"']).to_ascii_lowercase();
    let separator = match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator @ (b',' | b';' | b'\t' | b'|')]) => Some(*separator),
        _ => None,
    };
    let start = if separator.is_some() { end } else { 0 };
    SeparatedText { text: text.get(start..).unwrap_or_default(), separator }
}
