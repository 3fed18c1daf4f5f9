//! Storage of pictures: their keys, and S3; storage of charts with a short address.

mod chart_store;
pub mod key;
mod object;
#[cfg_attr(not(feature = "s3"), path = "s3_stub.rs")]
mod s3;

pub use chart_store::{ChartFolder, ChartStore};
pub use object::{BucketSettings, ObjectUpload, StorageError, StorageErrorKind, StoredObject};
pub use s3::Bucket;
