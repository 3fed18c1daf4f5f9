//! Texts of a report, and functions that join, split and shorten them.

/// The separator of facts on one line; a line breaks after it if that is enough.
pub(super) const SEPARATOR: &str = "\u{a0}· ";

/// All texts of a report.
pub(crate) struct ChartText {
    /// The accessible name.
    pub(crate) title: String,
    /// The sentence over the plot; `None` while the data are thin.
    pub(crate) headline: Option<String>,
    /// The alt text: all facts of the picture for readers who don't see it.
    pub(crate) alt_text: String,
    /// Notes for the footer.
    pub(crate) footnotes: Vec<String>,
}

/// Splits a line after each separator; the separator's dot stays with the fact before it.
pub(super) fn split_at_separators(line: &str) -> Vec<String> {
    line.split_inclusive(SEPARATOR).map(|fact| fact.trim_end().to_owned()).collect()
}

/// Joins the parts that are present with separators.
pub(super) fn join_parts<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR)
}

/// Wraps a text from the input in a first strong isolate (UAX #9), so that it keeps its own direction in our sentence.
pub(super) fn bidi_isolated(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

/// Shortens a text to `max_chars` characters, keeping its beginning.
pub(super) fn truncate_end(text: String, max_chars: usize) -> String {
    if text.chars().count() <= max_chars {
        return text;
    }
    let kept: String = text.chars().take(max_chars.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Shortens a text to `max_chars` characters, keeping its end.
pub(super) fn truncate_start(text: &str, max_chars: usize) -> String {
    let chars = text.chars().count();
    if chars <= max_chars {
        return text.to_owned();
    }
    let kept: String = text.chars().skip(chars - max_chars + 1).collect();
    format!("…{}", kept.trim_start())
}
