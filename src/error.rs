//! One error for the whole program, one variant a stage. The message names the place and the remedy.

use std::fmt;

pub use crate::font::FontError;
pub use crate::input::NoMoment;
#[cfg(feature = "png")]
pub use crate::raster::RasterError;
pub use crate::words::UnknownLang;

/// What went wrong, by stage.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input cannot be read as a sprint.
    #[error(transparent)]
    Input(Box<InputError>),
    /// The picture has a size that can't be drawn.
    #[error("found {found}, expected {expected}")]
    Size {
        /// The size asked for.
        found: String,
        /// What is possible, with the limit's name.
        expected: String,
    },
    /// A font cannot be used.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The SVG could not become a PNG.
    #[cfg(feature = "png")]
    #[error(transparent)]
    Raster(#[from] RasterError),
}

impl Error {
    /// The same error with the name of the file that was read, for the message.
    #[must_use]
    pub fn with_file(self, name: impl Into<String>) -> Self {
        match self {
            Self::Input(mut error) => {
                error.file = Some(name.into());
                Self::Input(error)
            }
            other => other,
        }
    }
}

impl From<Box<InputError>> for Error {
    fn from(error: Box<InputError>) -> Self {
        Self::Input(error)
    }
}

/// What is wrong with an input, and where. Displays as one line:
/// `sprint.json: items[3].events[0].at: found "yesterday", expected a date (2023-08-23) or …`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct InputError {
    /// The file, where the caller has named one.
    pub file: Option<String>,
    /// Where in the input.
    pub place: Place,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What to do about it, where that does not follow from `expected`.
    pub remedy: Option<String>,
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
        Box::new(Self { file: None, place, found: found.into(), expected: expected.into(), remedy: None })
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}: ")?;
        }
        write!(f, "{}found {}, expected {}", self.place, self.found, self.expected)?;
        match &self.remedy {
            Some(remedy) => write!(f, "; {remedy}"),
            None => Ok(()),
        }
    }
}
