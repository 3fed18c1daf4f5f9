//! One error for the whole program, one variant a stage. The message names the place and the remedy.

pub use crate::font::FontError;
pub use crate::input::{InputError, NoMoment, Place};
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
        /// The limit, by its name in [`limits`](crate::limits).
        limit: &'static str,
    },
    /// Fonts of the library that the picture needs are [absent](crate::Fonts::absent).
    #[error("the picture needs {}: add the files to the fonts", files.join(", "))]
    MissingFonts {
        /// Their names in the folder `fonts`.
        files: Vec<&'static str>,
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
