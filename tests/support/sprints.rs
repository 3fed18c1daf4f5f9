//! Amounts and sprints of tests.

use emberline::sprint::{Amount, PastSprint, Sprint};
use emberline::{ReadOptions, read_sprint};
use serde_json::Value;

/// An amount of `n` points.
pub fn points(n: i32) -> Amount {
    Amount::from_units(n)
}

/// Reads a sprint document with the sprints before it.
pub fn read_with_history(document: &Value, history: Vec<PastSprint>) -> Sprint {
    let mut options = ReadOptions::default();
    options.history = history;
    read_sprint(document.to_string().as_bytes(), &options)
        .unwrap_or_else(|error| panic!("{error}: {document}"))
}
