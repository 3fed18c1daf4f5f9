//! `emberline fetch` from trackers in this process, and what `emberline describe` reads in its answers.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests stop where they fail")]

mod azure;
#[path = "../support/azure_site.rs"]
mod azure_site;
mod github;
#[path = "../support/github_site.rs"]
mod github_site;
mod gitlab;
#[path = "../support/gitlab_site.rs"]
mod gitlab_site;
mod jira;
#[path = "../support/jira_site.rs"]
mod jira_site;
mod linear;
#[path = "../support/linear_site.rs"]
mod linear_site;
mod profiles;
#[path = "../support/replay_server.rs"]
mod replay_server;
mod trello;
#[path = "../support/trello_site.rs"]
mod trello_site;

use std::path::Path;
use std::process::{Command, Output};

use emberline_client::CredentialSource;
use emberline_fetch::{FetchSettings, Fetched, Source};
use jiff::civil::Date;
use jiff::tz::TimeZone;
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

/// Fetches from a source on the afternoon of a day, with a secret.
fn fetch_on_day(source: &Value, day: Date, secret: &str) -> Fetched {
    let source: Source = serde_json::from_value(source.clone()).expect("a source");
    let settings = FetchSettings {
        credentials: CredentialSource { token_command: Some(format!("echo {secret}")), netrc_file: None },
        now: day.at(17, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a time"),
        ..FetchSettings::default()
    };
    emberline_fetch::fetch(&source, &settings).expect("a sprint")
}

/// Reads a fetched file with these options. Data of which a part may be missing fail the test.
fn describe(folder: &Path, file: &str, options: &[&str]) -> Value {
    let output = run_emberline(folder, &[], &[&["describe", file], options].concat());
    let description: Value = serde_json::from_str(&successful_output(&output)).expect("JSON");
    let caveats = description["caveats"].to_string();
    for caveat in ["partial", "cut", "fields_missing", "disagree"] {
        assert!(!caveats.contains(caveat), "{caveats}");
    }
    description
}

/// Reads a fetched file and returns committed, scope, done and remaining work.
fn described_numbers(folder: &Path, file: &str, options: &[&str]) -> [f64; 4] {
    let description = describe(folder, file, options);
    ["committed", "scope", "done", "remaining"]
        .map(|name| description["numbers"][name].as_f64().expect("a number"))
}
