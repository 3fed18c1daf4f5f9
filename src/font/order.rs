//! The visual order of a text (UAX #9).

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::classes::is_turning;

/// The parts of `text` from left to right, each with whether it reads right to left. The direction of the whole is
/// that of its first strong character.
pub(super) fn visual(text: &str) -> Vec<(Range<usize>, bool)> {
    if !text.chars().any(is_turning) {
        return vec![(0..text.len(), false)];
    }
    let info = BidiInfo::new(text, None);
    let mut parts = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        parts.extend(runs.into_iter().map(|run| {
            let rtl = levels.get(run.start).is_some_and(Level::is_rtl);
            (run, rtl)
        }));
    }
    parts
}

/// Writes the direction into the text of a run.
///
/// The base direction of an SVG `<text>` is left to right; the order of this run is already decided, so an override
/// says it, and no renderer decides again.
pub(super) fn fixed(text: String, rtl: bool) -> String {
    if rtl {
        // White space at the end of a line goes to the side where the base direction ends (rule L1): a mark keeps it.
        let end = if text.ends_with(char::is_whitespace) { "\u{200F}" } else { "" };
        return format!("\u{202E}{text}{end}\u{202C}");
    }
    let turns =
        |c: char| c >= '\u{590}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    if text.chars().any(turns) { format!("\u{202D}{text}\u{202C}") } else { text }
}
