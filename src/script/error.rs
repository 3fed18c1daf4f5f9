//! Errors of scripts.

use crate::limits::{
    MAX_SCRIPT_CALLS, MAX_SCRIPT_MEMORY, MAX_SCRIPT_SECONDS, MAX_SCRIPT_STACK, MAX_SCRIPT_STEPS,
};

/// An error of a script.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ScriptError {
    pub(crate) kind: ScriptErrorKind,
    /// The message of the engine, with the name of the error: `TypeError: not a function`.
    pub(crate) message: String,
    /// Line and column in the script, counted from 1, if they are known.
    pub(crate) position: Option<ScriptPosition>,
}

/// A position in a script, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScriptPosition {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The cause of a script's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScriptErrorKind {
    /// The text is no JavaScript.
    Syntax,
    /// The script threw an error and did not catch it.
    Thrown,
    /// The script ran too long, by the count of its steps.
    Steps,
    /// The script ran too long, by the clock.
    Seconds,
    Memory,
    Stack,
    /// Functions of the script were called too often.
    Calls,
    /// The build has no engine.
    #[cfg_attr(feature = "functions", allow(dead_code, reason = "only a build without an engine lacks it"))]
    Unavailable,
}

impl ScriptErrorKind {
    /// The limit that was exceeded: its name, and its value with a unit; `None` for an error that is not a limit's.
    pub(crate) fn exceeded_limit(self) -> Option<(&'static str, String)> {
        match self {
            Self::Syntax | Self::Thrown | Self::Unavailable => None,
            Self::Steps => Some(("MAX_SCRIPT_STEPS", format!("{MAX_SCRIPT_STEPS} steps"))),
            Self::Seconds => Some(("MAX_SCRIPT_SECONDS", format!("{MAX_SCRIPT_SECONDS} seconds"))),
            Self::Memory => Some(("MAX_SCRIPT_MEMORY", format!("{} MiB of memory", MAX_SCRIPT_MEMORY >> 20))),
            Self::Stack => Some(("MAX_SCRIPT_STACK", format!("{} KiB of stack", MAX_SCRIPT_STACK >> 10))),
            Self::Calls => Some(("MAX_SCRIPT_CALLS", format!("{MAX_SCRIPT_CALLS} calls"))),
        }
    }
}

impl ScriptError {
    /// The error of an exception with its stack.
    pub(super) fn from_exception(message: String, stack: &str) -> Self {
        let kind = if message.starts_with("SyntaxError") {
            ScriptErrorKind::Syntax
        } else if message.starts_with("InternalError") && message.contains("out of memory") {
            ScriptErrorKind::Memory
        } else if message.contains("Maximum call stack size exceeded") || message.contains("stack overflow") {
            ScriptErrorKind::Stack
        } else {
            ScriptErrorKind::Thrown
        };
        Self { kind, message, position: ScriptPosition::in_stack(stack) }
    }

    /// The error of an exceeded limit.
    pub(super) fn exceeded(kind: ScriptErrorKind) -> Self {
        Self { kind, message: "interrupted".to_owned(), position: None }
    }
}

/// The name of the user's script in a stack.
pub(super) const SCRIPT_NAME: &str = "config.js";

impl ScriptPosition {
    /// The innermost position in the user's script: `at name (config.js:3:14)`.
    fn in_stack(stack: &str) -> Option<Self> {
        let (_, after) = stack.split_once(&format!("{SCRIPT_NAME}:"))?;
        let mut numbers = after.split(|c: char| !c.is_ascii_digit()).map(str::parse);
        Some(Self { line: numbers.next()?.ok()?, column: numbers.next().and_then(Result::ok).unwrap_or(1) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_position_in_the_script_is_found() {
        let stack =
            "    at helper (library:9:1)\n    at callback (config.js:12:34)\n    at <eval> (config.js:1:1)\n";
        assert_eq!(ScriptPosition::in_stack(stack), Some(ScriptPosition { line: 12, column: 34 }));
        assert_eq!(ScriptPosition::in_stack("    at native\n"), None);
    }
}
