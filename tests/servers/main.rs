//! The servers that other tests run against do what S3 and Lambda do.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "../support/runtime_api.rs"]
mod runtime_api;
#[path = "../support/s3_server.rs"]
mod s3_server;

mod lambda;
mod s3;
