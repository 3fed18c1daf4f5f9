//! Errors of requests for pictures.

use crate::request::ObjectLocation;
use crate::storage::{StorageError, StorageErrorKind};
use emberline::error::{Error, InputError, Location};

/// Error of a request for a picture. The message names the location, the value found there and the expected one.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The request or its input is invalid.
    #[error(transparent)]
    Input(#[from] Box<InputError>),
    /// The picture can't be drawn with the requested options.
    #[error(transparent)]
    Picture(Error),
    /// The picture has more pixels than the settings allow.
    #[error("options: found {found} device pixels, expected at most {limit} (EMBERLINE_MAX_PIXELS)")]
    TooManyPixels {
        /// Requested device pixels.
        found: f64,
        /// Allowed device pixels.
        limit: f64,
    },
    /// The settings do not allow to read the source.
    #[error("source.s3: found {0}, expected an object below one of EMBERLINE_SOURCES")]
    SourceRefused(ObjectLocation),
    /// The source could not be read.
    #[error(transparent)]
    Source(StorageError),
    /// The picture could not be stored.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The time budget of the call is used up.
    #[error("no picture in time: the call had too much to do, or S3 was slow")]
    DeadlineExceeded,
    /// No bucket is configured, but one is needed.
    #[error(
        "no bucket is configured: set EMBERLINE_BUCKET, or send a \"sprint\" or a \"chart\" with \"store\": false"
    )]
    NoBucket,
    /// No place is configured for charts with a short address, but one is needed.
    #[error(
        "no place for charts is configured: set EMBERLINE_CHARTS or `emberline serve --charts` to a folder, or \
         EMBERLINE_BUCKET to a bucket, or ask for the chart itself at /chart"
    )]
    NoChartStore,
    /// The response has more bytes than can be returned.
    #[error(
        "an answer of {found} bytes, at most {limit} can be returned: store the picture, or ask for a smaller one"
    )]
    AnswerTooLarge {
        /// Bytes of the response.
        found: usize,
        /// Bytes that can be returned.
        limit: usize,
    },
    /// A bug of this program.
    #[error("the drawing ended without a picture: {0}")]
    Internal(String),
}

/// Kinds of errors, by the action that resolves them. The names are stable, because callers branch on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request has to be corrected.
    InvalidInput,
    /// A limit is exceeded; a smaller request would succeed.
    LimitExceeded,
    /// The source does not exist.
    SourceNotFound,
    /// The settings have to allow the source.
    SourceRefused,
    /// The storage failed; another attempt may succeed.
    StorageFailed,
    /// A bucket has to be configured.
    NotConfigured,
    /// A bug of this program, which should be reported.
    Internal,
}

impl ErrorKind {
    /// All kinds with their names.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::InvalidInput, "InvalidInput"),
        (Self::LimitExceeded, "LimitExceeded"),
        (Self::SourceNotFound, "SourceNotFound"),
        (Self::SourceRefused, "SourceRefused"),
        (Self::StorageFailed, "StorageFailed"),
        (Self::NotConfigured, "NotConfigured"),
        (Self::Internal, "Internal"),
    ];

    /// The stable name.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, _)| *kind == self).map_or("Internal", |(_, name)| name)
    }
}

impl RenderError {
    /// The kind of the error.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Input(error) | Self::Picture(Error::Input(error)) if error.limit.is_some() => {
                ErrorKind::LimitExceeded
            }
            Self::Input(_) | Self::Picture(Error::Input(_)) => ErrorKind::InvalidInput,
            Self::Picture(Error::Size { .. }) | Self::TooManyPixels { .. } | Self::AnswerTooLarge { .. } => {
                ErrorKind::LimitExceeded
            }
            Self::SourceRefused(_) => ErrorKind::SourceRefused,
            Self::Source(error) if error.kind == StorageErrorKind::Missing => ErrorKind::SourceNotFound,
            Self::Source(error) if error.kind == StorageErrorKind::TooLarge => ErrorKind::LimitExceeded,
            Self::Source(_) | Self::Storage(_) | Self::DeadlineExceeded => ErrorKind::StorageFailed,
            Self::NoBucket | Self::NoChartStore => ErrorKind::NotConfigured,
            Self::Picture(_) | Self::Internal(_) => ErrorKind::Internal,
        }
    }

    /// The JSON path of the invalid part of the request; `None` if it is not known.
    pub fn json_path(&self) -> Option<&str> {
        match self {
            Self::Input(error) => match (&error.location, &error.file) {
                (Location::Path(path), _) => Some(path),
                (_, Some(field)) if field == "sprint" => Some(field),
                _ => None,
            },
            Self::Picture(Error::Size { .. }) | Self::TooManyPixels { .. } => Some("options"),
            Self::SourceRefused(_) | Self::Source(_) => Some("source.s3"),
            _ => None,
        }
    }

    /// The message for logs. It contains the location and the expected value, but not the value found, which may be
    /// confidential.
    pub fn log_reason(&self) -> String {
        match self {
            Self::Input(error) | Self::Picture(Error::Input(error)) => {
                let file = error.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
                format!("{file}{}expected {}", error.location, error.expected)
            }
            other => other.to_string(),
        }
    }

    /// True if the request is not JSON.
    pub fn is_syntax_error(&self) -> bool {
        matches!(self, Self::Input(error) if error.file.is_none() && matches!(error.location, Location::TextPosition { .. }))
    }

    /// True if S3 did not respond in time.
    pub fn is_storage_timeout(&self) -> bool {
        matches!(self, Self::Source(error) | Self::Storage(error) if error.kind == StorageErrorKind::Timeout)
    }
}
