//! What is wrong with an input, and where.

use std::fmt;

use super::mask::masked;

/// What is wrong with an input, and where. E-mail addresses and tokens of the input are hidden. Displays as one line:
/// `sprint.json: items[3].events[0].at: found "yesterday", expected a date (2023-08-23) or …`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct InputError {
    /// The file, where the caller has named one.
    pub file: Option<String>,
    /// The tracker whose answer it is taken for, by the name of the [`Format`](crate::Format).
    pub tracker: Option<&'static str>,
    /// Which of several JSON documents, counted from 1.
    pub document: Option<usize>,
    /// Where in the input.
    pub place: Place,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What to do about it, where that does not follow from `expected`.
    pub remedy: Option<String>,
    /// The limit that the input goes over, by its name in [`limits`](crate::limits).
    pub limit: Option<&'static str>,
    /// The feature of this crate that may read the input, where the build is without it.
    pub needs: Option<&'static str>,
}

/// A place in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The input as a whole.
    Whole,
    /// A value of a JSON document: `items[3].events[0].at`.
    Path(String),
    /// A place in a text, both counted from 1; the column in bytes.
    Text {
        /// Line.
        line: usize,
        /// Column, where it is known.
        column: Option<usize>,
    },
    /// A cell of a table: the line, counted from 1, and the name of its column.
    Cell {
        /// Line.
        line: usize,
        /// Name of the column.
        column: String,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Path(path) => write!(f, "{path}: "),
            Self::Text { line, column: None } => write!(f, "line {line}: "),
            Self::Text { line, column: Some(column) } => write!(f, "line {line}, column {column}: "),
            Self::Cell { line, column } => write!(f, "line {line}, {column}: "),
        }
    }
}

impl InputError {
    /// An error without file and remedy, boxed since the way back from a reader is the rare one.
    pub(crate) fn new(place: Place, found: impl Into<String>, expected: impl Into<String>) -> Box<Self> {
        let place = match place {
            Place::Path(path) => Place::Path(shown(&path)),
            Place::Cell { line, column } => Place::Cell { line, column: shown(&column) },
            place => place,
        };
        Box::new(Self {
            file: None,
            tracker: None,
            document: None,
            place,
            found: shown(&found.into()),
            // Names of sprints and fields stand here, too.
            expected: shown(&expected.into()),
            remedy: None,
            limit: None,
            needs: None,
        })
    }

    /// The same error with what to do about it.
    pub(crate) fn remedy(mut self: Box<Self>, remedy: impl Into<String>) -> Box<Self> {
        self.remedy = Some(remedy.into());
        self
    }

    /// In a past sprint that the caller gave besides the input.
    pub fn is_of_history(&self) -> bool {
        matches!(&self.place, Place::Path(path) if path.starts_with("history["))
    }

    /// The same error inside a larger JSON document, of which `path` names the value that was read.
    pub(crate) fn below(mut self: Box<Self>, path: &str) -> Box<Self> {
        self.place = match self.place {
            Place::Path(inner) if inner.starts_with('[') => Place::Path(shown(&format!("{path}{inner}"))),
            Place::Path(inner) => Place::Path(shown(&format!("{path}.{inner}"))),
            // Lines are counted in the value alone, which tells nobody where it is.
            _ => Place::Path(shown(path)),
        };
        self
    }
}

/// Characters of a part of a message: what an input makes longer is cut.
const SHOWN_CHARS: usize = 2_000;

/// A text as a message shows it.
fn shown(text: &str) -> String {
    let text = masked(text);
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into_owned(),
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        if let Some(tracker) = &self.tracker {
            write!(f, "{tracker}: ")?;
        }
        if let Some(document) = &self.document {
            write!(f, "document {document}: ")?;
        }
        write!(f, "{}found {}, expected {}", self.place, self.found, self.expected)?;
        match &self.remedy {
            Some(remedy) => write!(f, "; {remedy}"),
            None => Ok(()),
        }
    }
}
