//! The servers that other tests use behave like S3 and Lambda.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "../support/runtime_api.rs"]
mod runtime_api;
#[path = "../support/s3_server.rs"]
mod s3_server;

mod lambda;
mod s3;
