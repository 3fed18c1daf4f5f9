//! Fetches a sprint from a site of Jira. `tests/fetch` reads what was fetched.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/jira_site.rs"]
mod jira_site;
#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;

use std::time::Duration;

use emberline_client::{ClientSettings, CredentialSource};
use emberline_fetch::{Cache, FetchError, FetchSettings, Fetched, JiraSource, Source, fetch, verify};
use jira_site::JiraSite;
use replay_server::{Answer, ReplayServer};
use serde_json::Value;

/// Settings with the credential of the edition, from a file: tests run in one process, and so share its environment.
fn settings(netrc: &tempfile::NamedTempFile) -> FetchSettings {
    FetchSettings {
        client: ClientSettings {
            total_time: Duration::from_secs(20),
            first_pause: Duration::from_millis(1),
            ..ClientSettings::default()
        },
        credentials: CredentialSource { token_command: None, netrc_file: Some(netrc.path().to_owned()) },
        ..FetchSettings::default()
    }
}

fn netrc(line: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), line).expect("a file");
    file
}

fn cloud_netrc() -> tempfile::NamedTempFile {
    netrc("machine 127.0.0.1 login ada@acme.example password token\n")
}

fn source(server: &ReplayServer, board: &str, sprint: &str) -> Source {
    let site = server.address().parse().expect("an address");
    Source::Jira(JiraSource { site, board: board.to_owned(), sprint: sprint.to_owned() })
}

fn fetch_from(site: JiraSite, board: &str, sprint: &str) -> Result<Fetched, FetchError> {
    let (server, netrc) = (site.start(), cloud_netrc());
    fetch(&source(&server, board, sprint), &settings(&netrc))
}

#[test]
fn one_line_says_what_was_fetched() {
    let fetched = fetch_from(JiraSite::default(), "2", "active").expect("a sprint");
    let summary = fetched.summary();
    assert!(summary.starts_with("board 2, Sprint 12: 4 issues, 6 changes, 14 requests, "), "{summary}");
    assert_eq!(fetched.notes, Vec::<String>::new());
}

#[test]
fn a_site_without_the_newer_list_is_asked_for_the_older_one() {
    let (server, netrc) = (JiraSite { has_token_pages: false, ..JiraSite::default() }.start(), cloud_netrc());
    let fetched = fetch(&source(&server, "2", "active"), &settings(&netrc)).expect("a sprint");
    assert!(fetched.summary().contains("4 issues, 6 changes"), "{}", fetched.summary());
    assert!(
        server.requests().iter().any(|request| request.path.starts_with("/rest/agile/1.0/sprint/12/issue"))
    );
}

#[test]
fn data_center_has_its_changes_in_the_issues() {
    let server = JiraSite { is_cloud: false, ..JiraSite::default() }.start();
    let netrc = netrc("machine 127.0.0.1 password pat\n");
    let fetched = fetch(&source(&server, "Red", "Sprint 12"), &settings(&netrc)).expect("a sprint");
    assert!(fetched.summary().contains("4 issues, 7 changes"), "{}", fetched.summary());
    assert!(server.requests().iter().all(|request| !request.path.contains("/rest/api/3/")));
}

#[test]
fn no_person_title_or_secret_leaves_the_tracker() {
    for is_cloud in [true, false] {
        let server = JiraSite { is_cloud, ..JiraSite::default() }.start();
        let netrc = if is_cloud { cloud_netrc() } else { netrc("machine 127.0.0.1 password pat\n") };
        let fetched = fetch(&source(&server, "2", "12"), &settings(&netrc)).expect("a sprint");
        let text = String::from_utf8(fetched.documents).expect("a text");
        for word in ["Ada", "ada@", "secret plan", "Another", "https://", "token", "YWRh"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn titles_are_fetched_on_request() {
    let server = JiraSite::default().start();
    let netrc = cloud_netrc();
    let settings = FetchSettings { titles: true, ..settings(&netrc) };
    let fetched = fetch(&source(&server, "2", "12"), &settings).expect("a sprint");
    let text = String::from_utf8(fetched.documents).expect("a text");
    assert!(text.contains("A secret plan") && !text.contains("Ada"), "{text}");
}

#[test]
fn only_what_changed_is_fetched_again() {
    let (server, netrc, folder) =
        (JiraSite::default().start(), cloud_netrc(), tempfile::tempdir().expect("a folder"));
    let settings =
        FetchSettings { cache: Some(Cache::open(folder.path()).expect("a folder")), ..settings(&netrc) };
    let first = fetch(&source(&server, "2", "active"), &settings).expect("a sprint");
    let count =
        |server: &ReplayServer| server.requests().iter().filter(|request| request.method == "POST").count();
    assert_eq!(count(&server), 3);
    let second = fetch(&source(&server, "2", "active"), &settings).expect("a sprint");
    assert_eq!(count(&server), 3, "no changes are asked for again");
    assert_eq!(first.documents, second.documents);
}

#[test]
fn an_unknown_board_or_sprint_has_the_nearest_names() {
    let error = |board: &str, sprint: &str| {
        fetch_from(JiraSite::default(), board, sprint).expect_err("unknown").to_string()
    };
    assert_eq!(error("Rad", "active"), r#"board: found no "Rad"; there are "Red", "Blue", "Old red""#);
    assert_eq!(error("77", "active"), r#"board: found no "77"; there are "Red", "Blue", "Old red""#);
    assert_eq!(
        error("2", "Sprint 21"),
        r#"sprint: found no "Sprint 21"; there are "Sprint 11", "Sprint 12", "Sprint 13""#
    );
}

#[test]
fn without_an_active_sprint_the_next_one_is_named() {
    let mut site = JiraSite::default();
    site.sprints.remove(1);
    let error = fetch_from(site, "2", "active").expect_err("none");
    assert_eq!(
        error.to_string(),
        r#"sprint: board 2 has no active sprint; the next one, "Sprint 13", starts on 2026-03-16"#
    );
}

#[test]
fn of_several_active_sprints_the_latest_is_taken_and_said() {
    let mut site = JiraSite::default();
    site.sprints[0]["state"] = "active".into();
    let fetched = fetch_from(site, "2", "active").expect("a sprint");
    assert_eq!(
        fetched.notes,
        [
            r#"several sprints are active; took "Sprint 12", which began last, not "Sprint 11": --sprint NAME takes another"#
        ]
    );
}

#[test]
fn a_credential_without_rights_is_said() {
    let mut site = JiraSite::default();
    site.issues.clear();
    let fetched = fetch_from(site, "2", "active").expect("an empty sprint");
    assert!(
        fetched.notes[0].starts_with(r#""Sprint 12" has no issues that the credential of "#),
        "{:?}",
        fetched.notes
    );
}

#[test]
fn a_wrong_credential_is_refused_with_jiras_words() {
    let (server, wrong) =
        (JiraSite::default().start(), netrc("machine 127.0.0.1 login ada password wrong\n"));
    let error = verify(&source(&server, "2", "active"), &settings(&wrong)).expect_err("refused").to_string();
    assert!(
        error.contains("/rest/api/2/myself: status 401: Jira says: Client must be authenticated"),
        "{error}"
    );
    assert!(error.contains("is not accepted") && !error.contains("wrong\""), "{error}");
    let netrc = cloud_netrc();
    let line = verify(&source(&server, "2", "active"), &settings(&netrc)).expect("accepted");
    assert_eq!(line, "Jira Cloud as ada@acme.example");
}

#[test]
fn a_server_that_refuses_now_and_then_changes_nothing() {
    let (site, mut count) = (JiraSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 3 {
            1 => Answer::new(429, "").with_header("Retry-After", "0"),
            2 => Answer::new(503, ""),
            _ => site.answer(request),
        }
    });
    let netrc = cloud_netrc();
    let fetched = fetch(&source(&server, "2", "active"), &settings(&netrc)).expect("a sprint");
    assert!(fetched.summary().contains("4 issues, 6 changes"), "{}", fetched.summary());
}

#[test]
fn a_web_page_is_no_answer() {
    let server = ReplayServer::start(|_| Answer::new(200, "<!doctype html><title>Log in</title>"));
    let netrc = cloud_netrc();
    let error = fetch(&source(&server, "2", "active"), &settings(&netrc)).expect_err("a page").to_string();
    assert!(error.contains("a web page, perhaps a log-in"), "{error}");
}

#[test]
fn each_document_is_a_line() {
    let fetched = fetch_from(JiraSite::default(), "2", "active").expect("a sprint");
    let lines: Vec<Value> = fetched
        .documents
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), fetched.document_count);
}
