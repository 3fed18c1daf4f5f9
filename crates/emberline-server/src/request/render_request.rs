//! The request for a picture.

use std::fmt;

use emberline::PictureOptions;

use super::picture_format::PictureFormat;

/// A request for one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct RenderRequest {
    /// The data, or their location.
    pub input: RequestInput,
    /// Name of the team, a part of the stored picture's key.
    pub team: Option<String>,
    /// Options for reading the input and drawing the picture.
    pub options: PictureOptions,
    /// Format of the picture. Default: PNG, or over HTTP the one that the client accepts.
    pub format: Option<PictureFormat>,
    /// True to store the picture. Default: true, but false over HTTP.
    pub store: Option<bool>,
}

/// The data of a request, or their location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestInput {
    /// A sprint document (JSON), a table (CSV) or a tracker's answers (JSON) in the request itself.
    InlineSprint(String),
    /// A Chart.js configuration in the request itself: JSON, or a JavaScript literal of data.
    InlineChart(String),
    /// A file in S3 with any of these.
    S3Object(ObjectLocation),
}

/// The location of a file in S3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectLocation {
    /// Name of the bucket.
    pub bucket: String,
    /// The object's key, not URL-encoded.
    pub key: String,
}

impl ObjectLocation {
    /// Parses `bucket/key` or `s3://bucket/key`.
    ///
    /// # Errors
    /// The expected form.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        match text.strip_prefix("s3://").unwrap_or(text).split_once('/') {
            Some((bucket, key)) if !bucket.is_empty() && !key.is_empty() && !has_dot_segments(key) => {
                Ok(Self { bucket: bucket.to_owned(), key: key.to_owned() })
            }
            _ => Err("a bucket and a key, such as \"my-bucket/in/team/sprint.json\""),
        }
    }
}

impl fmt::Display for ObjectLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.key)
    }
}

impl RenderRequest {
    /// A request for the picture of a file in S3, with the configured options.
    pub fn for_object(source: ObjectLocation) -> Self {
        let options = PictureOptions::default();
        Self { input: RequestInput::S3Object(source), team: None, options, format: None, store: None }
    }
}

/// True if the key has segments `.` or `..`: a server that normalises paths would read another object.
fn has_dot_segments(key: &str) -> bool {
    key.split('/').any(|segment| matches!(segment, "." | ".."))
}
