//! Where bytes go.

#[cfg(feature = "serve")]
pub mod chat;
#[cfg(feature = "cli")]
mod file;
#[cfg(feature = "serve")]
pub mod key;
#[cfg(all(feature = "serve", feature = "s3"))]
pub mod s3;
#[cfg(all(feature = "serve", not(feature = "s3")))]
#[path = "no_s3.rs"]
pub mod s3;
#[cfg(feature = "serve")]
pub mod storage;

#[cfg(feature = "cli")]
pub use file::write;
