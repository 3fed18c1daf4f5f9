//! `emberline serve`, asked by real clients.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]
