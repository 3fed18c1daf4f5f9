//! Tests of `emberline serve` with real clients.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "../support/attacks.rs"]
mod attacks;
#[path = "../support/json_schema.rs"]
mod json_schema;
#[path = "../support/s3_server.rs"]
mod s3_server;

mod document;
mod load;
mod log;
mod page;
mod pictures;
mod quickchart;
mod refusals;
mod scripts;
mod server;
mod slow;
mod start;
mod stored;
