//! `emberline run` and `emberline check` with the profiles of `emberline.toml`.

use std::fs;

use super::jira_site::JiraSite;
use super::replay_server::{Answer, ReplayServer};
use super::run_emberline;

const JIRA: [(&str, &str); 2] = [("JIRA_EMAIL", "ada@acme.example"), ("JIRA_API_TOKEN", "token")];

/// A file with a profile of a site, and one of a file that is missing.
fn profiles(address: &str) -> String {
    format!(
        r#"options = {{ as_of = "2026-03-05T18:00:00Z", time_zone = "Europe/Berlin" }}

[profiles.red]
source.jira = {{ site = "{address}", board = "Red" }}
output = "pictures/red.svg"

[profiles.blue]
input = "missing.json"
output = "blue.svg"
"#
    )
}

#[test]
fn each_profile_is_fetched_and_drawn_and_one_that_fails_fails_alone() {
    let (server, folder) = (JiraSite::default().start(), tempfile::tempdir().expect("a folder"));
    let below = folder.path().join("pictures");
    fs::create_dir(&below).expect("a folder");
    fs::write(folder.path().join("emberline.toml"), profiles(&server.address())).expect("a file");
    // The file is found from a folder below it, and its paths are relative to it.
    let output = run_emberline(&below, &JIRA, &["run"]);
    let (text, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1));
    assert!(text.starts_with("red: board 2, Sprint 12: 4 issues, 6 changes, "), "{text}");
    assert!(errors.starts_with("emberline: blue: ") && errors.contains("missing.json: "), "{errors}");
    let svg = fs::read_to_string(below.join("red.svg")).expect("the picture");
    assert!(svg.contains("Sprint 12") && !folder.path().join("blue.svg").exists());

    let output = run_emberline(&below, &JIRA, &["run", "red"]);
    assert!(output.status.success());
    assert_eq!(fs::read_to_string(below.join("red.svg")).expect("the picture"), svg);
}

#[test]
fn check_says_which_credentials_work() {
    let (server, folder) = (JiraSite::default().start(), tempfile::tempdir().expect("a folder"));
    fs::write(folder.path().join("emberline.toml"), profiles(&server.address())).expect("a file");
    let output = run_emberline(folder.path(), &JIRA, &["check", "red"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "red: Jira Cloud as ada@acme.example\n");
    assert!(output.status.success());
    let wrong = [JIRA[0], ("JIRA_API_TOKEN", "stale")];
    let output = run_emberline(folder.path(), &wrong, &["check", "red"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("the credential of JIRA_API_TOKEN is not accepted"), "{errors}");
    assert!(!errors.contains("stale"), "{errors}");
}

#[test]
fn without_a_file_the_name_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run_emberline(folder.path(), &[], &["run"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("found no emberline.toml in ") && output.status.code() == Some(1), "{errors}");
}

#[test]
fn the_schema_has_each_field_of_a_profile() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run_emberline(folder.path(), &[], &["schema", "profiles"]);
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let profile = &schema["$defs"]["Profile"]["properties"];
    for field in ["source", "input", "history", "titles", "team", "options", "output"] {
        assert!(profile[field]["description"].is_string() || profile[field].is_object(), "{field}");
    }
    assert_eq!(schema["$defs"]["Profile"]["additionalProperties"], false);
}

#[test]
fn an_earlier_sprint_that_is_gone_does_not_keep_the_current_one_from_being_posted() {
    let (server, folder) = (JiraSite::default().start(), tempfile::tempdir().expect("a folder"));
    let slack = ReplayServer::start(|_| Answer::new(200, r#"{"ok": false, "error": "channel_not_found"}"#));
    let profile =
        profiles(&server.address()).replace("output = \"pictures/red.svg\"", "post = [\"slack:C0123456\"]");
    fs::write(folder.path().join("emberline.toml"), profile).expect("a file");
    let state = r#"{ "version": 1, "posts": [{ "chat": "slack", "channel": "C0123456", "team": "red", "sprint": "Sprint 1@2025-01-06",
        "parent": "1.0", "last": "1.1", "picture": "h", "as_of": "2025-01-08T17:00:00Z", "phase": "running" }] }"#;
    fs::write(folder.path().join("emberline-state.json"), state).expect("a file");
    let address = format!("{}/api", slack.address());
    let variables = [JIRA[0], JIRA[1], ("SLACK_BOT_TOKEN", "xoxb-red"), ("SLACK_API_URL", address.as_str())];
    let output = run_emberline(folder.path(), &variables, &["run", "red"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("the last message of \"Sprint 1\": sprint: found no \"Sprint 1\""), "{errors}");
    assert!(!slack.requests().is_empty(), "the current sprint was not posted: {errors}");
    assert_eq!(output.status.code(), Some(1));
}
