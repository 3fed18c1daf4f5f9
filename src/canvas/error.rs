//! Errors of recorded drawings.

use std::fmt;

/// The reason why a recording cannot be replayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CanvasError {
    /// More operations than a picture may have, those of canvases that are drawn or repeated included.
    TooManyOperations,
    /// More calls of `save` than of `restore` than a picture may have.
    TooManySaves,
    /// More canvases inside each other than a picture may have.
    TooManyCanvases,
    /// A text with more characters than a configuration may have.
    LongText,
    /// Text that is no recording; the message says where.
    Malformed(String),
}

impl CanvasError {
    /// The name and the value of the exceeded limit; `None` for a malformed recording.
    pub(crate) fn limit(&self) -> Option<(&'static str, usize)> {
        use crate::limits::{MAX_CANVAS_DEPTH, MAX_CANVAS_OPERATIONS, MAX_CANVAS_SAVES, MAX_TEXT_CHARS};
        match self {
            Self::TooManyOperations => Some(("MAX_CANVAS_OPERATIONS", MAX_CANVAS_OPERATIONS)),
            Self::TooManySaves => Some(("MAX_CANVAS_SAVES", MAX_CANVAS_SAVES)),
            Self::TooManyCanvases => Some(("MAX_CANVAS_DEPTH", MAX_CANVAS_DEPTH)),
            Self::LongText => Some(("MAX_TEXT_CHARS", MAX_TEXT_CHARS)),
            Self::Malformed(_) => None,
        }
    }
}

impl fmt::Display for CanvasError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let found = match self {
            Self::TooManyOperations => "operations of a canvas",
            Self::TooManySaves => "saved states of a canvas",
            Self::TooManyCanvases => "canvases inside each other",
            Self::LongText => "characters of a text",
            Self::Malformed(message) => return write!(f, "found no recorded drawing: {message}"),
        };
        match self.limit() {
            Some((name, limit)) => write!(f, "found more {found}, expected at most {limit} ({name})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for CanvasError {}
