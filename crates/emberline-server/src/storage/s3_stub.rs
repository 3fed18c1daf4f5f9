//! Replacement of `s3.rs` in builds without S3: connecting to a bucket is an error.

use super::object::{BucketSettings, ObjectUpload, StorageError, StoredObject};

/// A bucket that can't be constructed.
#[derive(Clone, Debug)]
pub enum Bucket {}

#[allow(missing_docs, clippy::unused_async, reason = "the interface of s3.rs")]
impl Bucket {
    pub fn connect(_: BucketSettings, _: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        Err("EMBERLINE_BUCKET is set, and this build has no S3: build it with `--features s3`".to_owned())
    }

    pub fn settings(&self) -> &BucketSettings {
        match *self {}
    }

    pub async fn put_object(&self, _: ObjectUpload<'_>) -> Result<StoredObject, StorageError> {
        match *self {}
    }

    pub async fn get_object(&self, _: &str, _: &str) -> Result<Vec<u8>, StorageError> {
        match *self {}
    }

    pub async fn object_url(&self, _: &str) -> Result<String, StorageError> {
        match *self {}
    }
}
