//! Types of the interface to a storage, independent of S3.

use std::time::Duration;

/// Settings of the bucket that pictures are stored in.
#[derive(Clone, Debug)]
pub struct BucketSettings {
    /// Name of the bucket.
    pub name: String,
    /// Prefix of all keys.
    pub prefix: String,
    /// Base address of the bucket's public objects, without a `/` at the end; `None` if links are presigned.
    pub public_url: Option<String>,
    /// Lifetime of a presigned link.
    pub link_lifetime: Duration,
    /// Timeout of one call, including its retries.
    pub timeout: Duration,
}

/// A picture that is to be stored.
#[derive(Clone, Copy, Debug)]
pub struct ObjectUpload<'a> {
    /// Key, without the prefix.
    pub key: &'a str,
    /// Content.
    pub bytes: &'a [u8],
    /// Media type.
    pub content_type: &'static str,
    /// Alt text of the picture, stored as metadata.
    pub alt_text: &'a str,
}

/// A picture that has been stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredObject {
    /// Key, including the prefix.
    pub key: String,
    /// True if the same picture had been stored before.
    pub already_stored: bool,
}

/// Error of a call to the storage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{operation} {object}: {problem}")]
pub struct StorageError {
    /// The operation, as the message begins: `S3: reading` or `S3: writing`.
    pub operation: &'static str,
    /// `s3://bucket/key`.
    pub object: String,
    /// Message of S3 or of the connection to it.
    pub problem: String,
    /// Kind of the error.
    pub kind: StorageErrorKind,
}

/// Kinds of storage errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageErrorKind {
    /// The object or its bucket does not exist, or access to it is denied.
    Missing,
    /// The object is larger than [`MAX_INPUT_BYTES`](emberline::limits::MAX_INPUT_BYTES).
    TooLarge,
    /// S3 did not respond in time.
    Timeout,
    /// S3 refused the call, or could not be reached.
    Unavailable,
}
