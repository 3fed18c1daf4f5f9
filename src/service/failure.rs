//! Why a request was not answered with a picture.

use crate::deliver::storage::{Fault, StorageError};
use crate::error::{Error, InputError, Place};
use crate::request::Source;

/// Why a request was not answered with a picture. The message says the place, what was found, what is expected.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The request or its sprint can't be understood.
    #[error(transparent)]
    Input(#[from] Box<InputError>),
    /// The picture can't be drawn as it was asked for.
    #[error(transparent)]
    Picture(Error),
    /// More pixels than configured.
    #[error("options: found {found} device pixels, expected at most {limit} (EMBERLINE_MAX_PIXELS)")]
    TooManyPixels {
        /// What was asked for.
        found: f64,
        /// What is allowed.
        limit: f64,
    },
    /// A source that the configuration does not allow.
    #[error("source.s3: found {0}, expected an object below one of EMBERLINE_SOURCES")]
    SourceRefused(Source),
    /// The source could not be read.
    #[error(transparent)]
    Source(StorageError),
    /// The picture could not be stored.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The time of the whole call is over.
    #[error("no picture in time: the call had too much to do, or S3 was slow")]
    Late,
    /// There is nowhere to store, and nowhere to read.
    #[error(
        "no bucket is configured: set EMBERLINE_BUCKET, or send a \"sprint\" or a \"chart\" with \"store\": false"
    )]
    NoBucket,
    /// An answer with more bytes than the way back takes.
    #[error(
        "an answer of {found} bytes, at most {limit} can be returned: store the picture, or ask for a smaller one"
    )]
    AnswerTooLarge {
        /// Bytes of the answer.
        found: usize,
        /// Bytes that can be returned.
        limit: usize,
    },
    /// A fault of ours.
    #[error("the drawing ended without a picture: {0}")]
    Internal(String),
}

/// Kinds of failures, by what the caller can do. Their names are stable: callers branch on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Mend the request.
    InvalidInput,
    /// Ask for less.
    LimitExceeded,
    /// Name another source, or put it there.
    SourceNotFound,
    /// Let the configuration allow the source.
    SourceRefused,
    /// Try again later.
    StorageFailed,
    /// Let the operator configure a bucket.
    NotConfigured,
    /// Tell us.
    Internal,
}

impl Kind {
    /// All of them, with their names.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::InvalidInput, "InvalidInput"),
        (Self::LimitExceeded, "LimitExceeded"),
        (Self::SourceNotFound, "SourceNotFound"),
        (Self::SourceRefused, "SourceRefused"),
        (Self::StorageFailed, "StorageFailed"),
        (Self::NotConfigured, "NotConfigured"),
        (Self::Internal, "Internal"),
    ];

    /// The name that callers see.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, _)| *kind == self).map_or("Internal", |(_, name)| name)
    }
}

impl Failure {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Input(error) | Self::Picture(Error::Input(error)) if error.limit.is_some() => {
                Kind::LimitExceeded
            }
            Self::Input(_) | Self::Picture(Error::Input(_)) => Kind::InvalidInput,
            Self::Picture(Error::Size { .. }) | Self::TooManyPixels { .. } | Self::AnswerTooLarge { .. } => {
                Kind::LimitExceeded
            }
            Self::SourceRefused(_) => Kind::SourceRefused,
            Self::Source(error) if error.fault == Fault::Missing => Kind::SourceNotFound,
            Self::Source(error) if error.fault == Fault::TooLarge => Kind::LimitExceeded,
            Self::Source(_) | Self::Storage(_) | Self::Late => Kind::StorageFailed,
            Self::NoBucket => Kind::NotConfigured,
            Self::Picture(_) | Self::Internal(_) => Kind::Internal,
        }
    }

    /// The JSON path in the request that is wrong, where one is.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Input(error) => match (&error.place, &error.file) {
                (Place::Path(path), _) => Some(path),
                (_, Some(field)) if field == "sprint" => Some(field),
                _ => None,
            },
            Self::Picture(Error::Size { .. }) | Self::TooManyPixels { .. } => Some("options"),
            Self::SourceRefused(_) | Self::Source(_) => Some("source.s3"),
            _ => None,
        }
    }

    /// What a log may hold: the place and what is expected there, not what was found.
    pub fn reason(&self) -> String {
        match self {
            Self::Input(error) | Self::Picture(Error::Input(error)) => {
                let file = error.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
                format!("{file}{}expected {}", error.place, error.expected)
            }
            other => other.to_string(),
        }
    }

    /// Whether the request is no JSON at all.
    pub fn is_syntax(&self) -> bool {
        matches!(self, Self::Input(error) if error.file.is_none() && matches!(error.place, Place::Text { .. }))
    }

    /// Whether S3 was too slow.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Source(error) | Self::Storage(error) if error.fault == Fault::Timeout)
    }
}
