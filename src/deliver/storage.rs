//! What storing a picture needs and gives, whatever stores it.

use std::time::Duration;

/// Where pictures are stored, and how long a call may take.
#[derive(Clone, Debug)]
pub struct BucketSettings {
    /// Name of the bucket.
    pub name: String,
    /// What every key begins with.
    pub prefix: String,
    /// Address under which the bucket's objects are public, without a `/` at the end; none where links are presigned.
    pub public_url: Option<String>,
    /// How long a presigned link holds.
    pub link_lifetime: Duration,
    /// Time of one call, with its retries.
    pub timeout: Duration,
}

/// A picture to store.
#[derive(Clone, Copy, Debug)]
pub struct Object<'a> {
    /// Its key, without the prefix.
    pub key: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    /// Its media type.
    pub content_type: &'static str,
    /// What it shows.
    pub alt_text: &'a str,
}

/// A picture that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its whole key.
    pub key: String,
    /// Whether it was stored before, with these bytes.
    pub known: bool,
}

/// A call of the storage failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{doing} {object}: {problem}")]
pub struct StorageError {
    /// `S3: reading` or `S3: writing`.
    pub doing: &'static str,
    /// `s3://bucket/key`.
    pub object: String,
    /// What S3, or the way to it, said.
    pub problem: String,
    /// Where the fault is.
    pub fault: Fault,
}

/// Where the fault of a failed call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The object or its bucket isn't there, or may not be seen.
    Missing,
    /// The object is larger than [`MAX_INPUT_BYTES`](crate::limits::MAX_INPUT_BYTES).
    TooLarge,
    /// S3 did not answer in time.
    Timeout,
    /// S3 refused, or could not be reached.
    Storage,
}
