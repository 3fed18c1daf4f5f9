//! Bidirectional text (UAX #9).

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::char_class::can_change_direction;

/// The parts of `text` from left to right, each with true if it is read right to left. The direction of the whole text
/// is that of its first strong character.
pub(super) fn visual_runs(text: &str) -> Vec<(Range<usize>, bool)> {
    if !text.chars().any(can_change_direction) {
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
/// The base direction of an SVG `<text>` is left to right. The order of the runs is already decided; the override keeps
/// a renderer from reordering this run again.
pub(super) fn with_direction_override(text: String, rtl: bool) -> String {
    if rtl {
        // Trailing white space moves to the end of the base direction (rule L1); a mark after it prevents that.
        let end = if text.ends_with(char::is_whitespace) { "\u{200F}" } else { "" };
        return format!("\u{202E}{text}{end}\u{202C}");
    }
    let is_rtl =
        |c: char| c >= '\u{590}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    if text.chars().any(is_rtl) { format!("\u{202D}{text}\u{202C}") } else { text }
}
