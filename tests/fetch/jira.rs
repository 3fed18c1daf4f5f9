//! Jira, Cloud and Data Center.

use super::jira_site::JiraSite;
use super::{described_numbers, run_emberline, successful_output};

const CLOUD: [(&str, &str); 2] = [("JIRA_EMAIL", "ada@acme.example"), ("JIRA_API_TOKEN", "token")];

#[test]
fn a_sprint_of_jira_is_read_as_it_was() {
    let data_center = [("JIRA_PAT", "pat")];
    for (is_cloud, has_token_pages, variables) in
        [(true, true, &CLOUD[..]), (true, false, &CLOUD[..]), (false, false, &data_center[..])]
    {
        let server = JiraSite { is_cloud, has_token_pages, ..JiraSite::default() }.start();
        let folder = tempfile::tempdir().expect("a folder");
        let args = ["fetch", "jira", "--site", &server.address(), "--board", "2", "-o", "sprint.json"];
        let output = run_emberline(folder.path(), variables, &args);
        successful_output(&output);
        let line = String::from_utf8_lossy(&output.stderr);
        assert!(line.starts_with("board 2, Sprint 12: 4 issues, "), "{line}");
        let numbers = described_numbers(folder.path(), "sprint.json", &["--as-of", "2026-03-05T18:00:00Z"]);
        assert_eq!(numbers, [16.0, 10.0, 5.0, 5.0]);
    }
}

#[test]
fn a_dry_run_prints_the_requests_and_sends_none() {
    let server = JiraSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "jira", "--site", &server.address(), "--board", "2", "--dry-run"];
    let text = successful_output(&run_emberline(folder.path(), &CLOUD, &args));
    assert!(
        text.contains(&format!("GET {}/rest/agile/1.0/board/2/configuration\n", server.address())),
        "{text}"
    );
    assert!(!text.contains("token") && server.requests().is_empty());
}

#[test]
fn without_a_credential_the_variables_are_named() {
    let server = JiraSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "jira", "--site", &server.address(), "--board", "2", "-o", "sprint.json"];
    let output = run_emberline(folder.path(), &[], &args);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "emberline: no credential for 127.0.0.1: set JIRA_PAT or JIRA_API_TOKEN, give --token-command, or add the host to .netrc\n"
    );
    assert!(!folder.path().join("sprint.json").exists());
}
