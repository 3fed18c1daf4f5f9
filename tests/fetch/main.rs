//! `emberline fetch` from trackers in this process, and what `emberline describe` reads in its answers.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests stop where they fail")]

mod jira;
#[path = "../support/jira_site.rs"]
mod jira_site;
mod profiles;
#[path = "../support/replay_server.rs"]
mod replay_server;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Runs `emberline` in a folder with nothing in its environment but these variables.
fn run_emberline(folder: &Path, variables: &[(&str, &str)], args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_emberline"))
        .args(args)
        .current_dir(folder)
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .expect("the program starts")
}

/// Returns standard output of a run that must succeed.
fn successful_output(output: &Output) -> String {
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8(output.stdout.clone()).expect("a text")
}

/// Reads a fetched file and returns committed, scope, done and remaining work at an instant.
fn described_numbers(folder: &Path, file: &str, as_of: &str) -> [f64; 4] {
    let output = run_emberline(folder, &[], &["describe", file, "--as-of", as_of]);
    let description: Value = serde_json::from_str(&successful_output(&output)).expect("JSON");
    ["committed", "scope", "done", "remaining"]
        .map(|name| description["numbers"][name].as_f64().expect("a number"))
}
