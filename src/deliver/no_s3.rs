//! A build without S3: there is no bucket, and asking for one says so.

use super::storage::{BucketSettings, Object, StorageError, Stored};

/// A bucket that nobody can have.
#[derive(Clone, Debug)]
pub enum Bucket {}

#[allow(missing_docs, clippy::unused_async, reason = "the words of s3.rs")]
impl Bucket {
    pub fn connect(_: BucketSettings, _: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        Err("EMBERLINE_BUCKET is set, and this build has no S3: build it with `--features s3`".to_owned())
    }

    pub fn settings(&self) -> &BucketSettings {
        match *self {}
    }

    pub async fn put(&self, _: Object<'_>) -> Result<Stored, StorageError> {
        match *self {}
    }

    pub async fn get(&self, _: &str, _: &str) -> Result<Vec<u8>, StorageError> {
        match *self {}
    }

    pub async fn link(&self, _: &str) -> Result<String, StorageError> {
        match *self {}
    }
}
