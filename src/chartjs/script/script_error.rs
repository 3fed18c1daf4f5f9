//! The errors of scripts as errors of an input.

use crate::input::{InputError, Location};
use crate::script::{ScriptError, ScriptErrorKind};

use super::missing_engine::missing_engine;
use super::source::ScriptSource;

/// The greatest number of characters of a line that an error shows.
const SHOWN_CHARS: usize = 80;

/// The error of a script, with the line where it happened.
pub(super) fn script_error(source: &ScriptSource, error: &ScriptError) -> Box<InputError> {
    let location = error.position.map_or(Location::EntireInput, |position| {
        let moved = if position.line == 1 { source.inserted } else { 0 };
        let column = position.column.saturating_sub(moved).max(1);
        Location::TextPosition { line: position.line, column: Some(column) }
    });
    if error.kind == ScriptErrorKind::Unavailable {
        return missing_engine(location);
    }
    if let Some((name, limit)) = error.kind.exceeded_limit() {
        return InputError::limit_exceeded(location, "a script that needs more", name, limit);
    }
    let shown =
        error.position.map(|position| source.line(position.line).trim()).filter(|line| !line.is_empty());
    let shown = shown.map(|line| format!(" in `{}`", line.chars().take(SHOWN_CHARS).collect::<String>()));
    // Only errors have a position; a script may throw anything.
    let is_value = error.kind == ScriptErrorKind::Thrown && error.position.is_none();
    let thrown = if is_value { "the thrown value " } else { "" };
    let found = format!("{thrown}{}{}", error.message, shown.unwrap_or_default());
    let expected = match error.kind {
        ScriptErrorKind::Syntax => "JSON, a JavaScript literal, or a script",
        _ => "a script without errors",
    };
    InputError::new(location, found, expected)
}
