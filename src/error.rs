//! The error of the library, with a variant for each stage. Messages name the location and the remedy.

pub use crate::font::FontError;
pub use crate::input::error_text::{did_you_mean, quote};
pub use crate::input::{InputError, Location, ParseMomentError};
pub use crate::names::ParseNameError;
#[cfg(feature = "png")]
pub use crate::raster::RasterError;

/// Error of reading or drawing, by stage.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is invalid.
    #[error(transparent)]
    Input(Box<InputError>),
    /// The size of the picture can't be drawn.
    #[error("found {found}, expected {expected}")]
    Size {
        /// The requested size.
        found: String,
        /// The possible sizes, with the name of the limit.
        expected: String,
        /// Name of the limit in [`limits`](crate::limits).
        limit: &'static str,
    },
    /// Fonts of the library that the picture needs are [external](crate::Fonts::external).
    #[error("the picture needs {}: add the files to the fonts", files.join(", "))]
    MissingFonts {
        /// Names of the files in the folder `fonts`.
        files: Vec<&'static str>,
    },
    /// A font cannot be used.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The SVG can't be rasterised.
    #[cfg(feature = "png")]
    #[error(transparent)]
    Raster(#[from] RasterError),
}

impl Error {
    /// Adds the name of the file to the message of an input error; other errors are unchanged.
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
