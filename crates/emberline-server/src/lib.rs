//! Requests for Emberline pictures: what they may say, the service that answers them, its HTTP router, and storage in S3.
//!
//! `emberline serve` and the Lambda are built on this crate: [`http::router`] answers HTTP requests, and [`service::Service`]
//! answers all others.

pub mod chat;
pub mod fonts;
pub mod http;
pub mod panic_message;
pub mod request;
pub mod service;
pub mod storage;
