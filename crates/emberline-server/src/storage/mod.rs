//! Storage of pictures: their keys, and S3.

pub mod key;
mod object;
#[cfg_attr(not(feature = "s3"), path = "s3_stub.rs")]
mod s3;

pub use object::{BucketSettings, ObjectUpload, StorageError, StorageErrorKind, StoredObject};
pub use s3::Bucket;
