//! A picture asked for in JSON: by a Lambda's caller, over HTTP, from a page. The same choices as the
//! command line's, under the same names.

mod history;
mod names;
mod options;
mod wire;

pub use history::History;
pub use names::{ForecastName, PictureFormat, Since, SprintDays, When};
pub use options::PictureOptions;
#[cfg(feature = "serve")]
pub(crate) use wire::{fields, subschema};
pub use wire::{read, read_many, schema};

/// One picture that somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The data, or where they are.
    pub input: Input,
    /// Whose sprint it is: a part of the stored picture's key.
    pub team: Option<String>,
    /// How the input is read and the picture drawn.
    pub options: PictureOptions,
    /// What to draw. Default: PNG, or over HTTP what the client accepts.
    pub format: Option<PictureFormat>,
    /// Whether to store the picture. Default: yes, but over HTTP no.
    pub store: Option<bool>,
}

/// The data of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A sprint document (JSON), a table (CSV) or a tracker's answers (JSON) in the request itself.
    Inline(String),
    /// A Chart.js configuration in the request itself: JSON, or a JavaScript literal of data.
    Chart(String),
    /// A file in S3, of any of these.
    Stored(Source),
}

/// A file in S3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Name of the bucket.
    pub bucket: String,
    /// The object's key, not URL-encoded.
    pub key: String,
}

impl Source {
    /// `bucket/key`, with or without `s3://` before it.
    ///
    /// # Errors
    /// What is expected, where the text is something else.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        match text.strip_prefix("s3://").unwrap_or(text).split_once('/') {
            Some((bucket, key)) if !bucket.is_empty() && !key.is_empty() && !climbs(key) => {
                Ok(Self { bucket: bucket.to_owned(), key: key.to_owned() })
            }
            _ => Err("a bucket and a key, such as \"my-bucket/in/team/sprint.json\""),
        }
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.key)
    }
}

impl Request {
    /// A request for the picture of a stored file, all else as configured.
    pub fn of(source: Source) -> Self {
        let options = PictureOptions::default();
        Self { input: Input::Stored(source), team: None, options, format: None, store: None }
    }
}

/// Whether a server that tidies paths would read another key.
fn climbs(key: &str) -> bool {
    key.split('/').any(|segment| matches!(segment, "." | ".."))
}
