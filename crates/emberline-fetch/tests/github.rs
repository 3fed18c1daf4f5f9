//! Fetches boards and milestones from a site of GitHub. `tests/fetch` reads what was fetched.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests stop where they fail")]

#[path = "../../../tests/support/github_site.rs"]
mod github_site;
#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;
mod support;

use emberline_fetch::{FetchError, FetchSettings, Fetched, Source, fetch, verify};
use github_site::{GitHubSite, graphql_error};
use replay_server::{Answer, ReplayServer};
use serde_json::{Value, json};
use support::{netrc, settings, source};

const TOKEN: &str = "machine 127.0.0.1 password token\n";

fn board(server: &ReplayServer, fields: Value) -> Source {
    source("github", server, "api", json!({ "owner": "acme", "project": 7 }), fields)
}

fn fetch_from(site: GitHubSite, fields: Value) -> Result<Fetched, FetchError> {
    let (server, netrc) = (site.start(), netrc(TOKEN));
    fetch(&board(&server, fields), &settings(&netrc))
}

fn text_of(fetched: Fetched) -> String {
    String::from_utf8(fetched.documents).expect("a text")
}

#[test]
fn the_current_iteration_is_fetched_with_all_pages() {
    let fetched = fetch_from(GitHubSite::default(), json!({})).expect("a board");
    let summary = fetched.summary();
    // The credential, the board, three pages of items, and a further page of events of two issues.
    assert!(
        summary.starts_with("board 7, Sprint 9: 4 of 6 items on the board, 7 events, 7 requests, "),
        "{summary}"
    );
    assert_eq!(fetched.notes, Vec::<String>::new());
    assert_eq!(fetched.document_count, 4);
}

#[test]
fn no_title_person_or_field_that_is_not_read_leaves_the_tracker() {
    for fields in [json!({}), json!({ "owner": null, "project": null, "repo": "acme/app", "milestone": "3" })]
    {
        let text = text_of(fetch_from(GitHubSite::default(), fields).expect("a sprint"));
        for word in ["secret", "token", "ada", "Sprint 8", "Sprint 10", "v2"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn titles_are_fetched_on_request() {
    let (server, netrc) = (GitHubSite::default().start(), netrc(TOKEN));
    let settings = FetchSettings { titles: true, ..settings(&netrc) };
    let text = text_of(fetch(&board(&server, json!({})), &settings).expect("a board"));
    assert!(text.contains("A secret plan") && !text.contains("customer"), "{text}");
}

#[test]
fn a_server_without_events_of_boards_is_asked_for_none() {
    let site = GitHubSite { has_board_events: false, ..GitHubSite::default() };
    let fetched = fetch_from(site, json!({})).expect("a board");
    assert!(fetched.summary().contains("2 events"), "{}", fetched.summary());
    assert_eq!(fetched.notes, ["this GitHub keeps no events of boards: --snapshots DIR makes a history"]);
}

#[test]
fn unknown_names_have_the_nearest() {
    let error = |fields: Value| fetch_from(GitHubSite::default(), fields).expect_err("unknown").to_string();
    assert_eq!(
        error(json!({ "sprint": "Sprint 99" })),
        r#"sprint: found no "Sprint 99"; there are "Sprint 9", "Sprint 8", "Sprint 10""#
    );
    assert_eq!(error(json!({ "project": 9 })), r#"project: found no "9"; there are "7 Team", "8 Roadmap""#);
    assert_eq!(
        error(json!({ "owner": "acne" })),
        r#"owner: GitHub knows no "acne"; give the name of an organization or of a user, as in its address"#
    );
    let repo =
        |fields: &str| json!({ "owner": null, "project": null, "repo": "acme/app", "milestone": fields });
    assert_eq!(error(repo("v1.3")), r#"milestone: found no "v1.3"; there are "v1.1", "v1.2", "v2""#);
    assert_eq!(
        error(json!({ "owner": null, "project": null, "repo": "app", "milestone": "3" })),
        r#"repo: found "app", expected the owner and the name of a repository, such as acme/app"#
    );
    assert!(error(json!({ "repo": "acme/app" })).contains("expected owner and project of a board, or repo"));
}

#[test]
fn without_a_current_iteration_the_next_one_is_named() {
    let mut site = GitHubSite::default();
    site.iterations.remove(1);
    let error = fetch_from(site.clone(), json!({})).expect_err("none").to_string();
    assert_eq!(
        error,
        r#"sprint: board 7 has no current sprint; the next one, "Sprint 10", starts on 2026-03-16"#
    );
    site.iterations.clear();
    let error = fetch_from(site, json!({})).expect_err("none").to_string();
    assert!(error.starts_with("sprint: board 7 has no iterations; add a field"), "{error}");
}

#[test]
fn of_several_current_iterations_the_latest_is_taken_and_said() {
    let mut site = GitHubSite::default();
    site.iterations.push(json!({ "title": "Team B 4", "startDate": "2026-03-01", "duration": 14 }));
    let fetched = fetch_from(site, json!({})).expect("a board");
    assert_eq!(
        fetched.notes,
        [
            r#"several sprints are current; took "Sprint 9", which began last, not "Team B 4": --sprint NAME takes another"#
        ]
    );
}

#[test]
fn hidden_items_are_said() {
    let mut site = GitHubSite::default();
    site.items[3]["content"] = Value::Null;
    let notes = fetch_from(site, json!({})).expect("a board").notes;
    assert!(notes[0].starts_with("1 item of the board are hidden from the credential of "), "{notes:?}");
}

#[test]
fn a_wrong_credential_and_a_missing_scope_are_refused_with_githubs_words() {
    let (server, wrong) = (GitHubSite::default().start(), netrc("machine 127.0.0.1 password wrong\n"));
    let error = verify(&board(&server, json!({})), &settings(&wrong)).expect_err("refused").to_string();
    assert!(error.contains("status 401: GitHub says: Bad credentials; the credential of "), "{error}");
    let netrc = netrc(TOKEN);
    let line = verify(&board(&server, json!({})), &settings(&netrc)).expect("accepted");
    assert_eq!(line, "GitHub as ada");

    let site = GitHubSite::default();
    let server = ReplayServer::start(move |request| match request.json()["query"].as_str() {
        Some(query) if query.starts_with("query Board(") => {
            graphql_error("INSUFFICIENT_SCOPES", "Your token has not been granted the required scopes")
        }
        _ => site.answer(request),
    });
    let error = fetch(&board(&server, json!({})), &settings(&netrc)).expect_err("refused").to_string();
    assert!(error.contains("GitHub says: Your token has not been granted"), "{error}");
    assert!(error.contains("needs the scope read:project"), "{error}");
}

#[test]
fn a_server_that_refuses_now_and_then_changes_nothing() {
    let (site, mut count) = (GitHubSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 4 {
            1 => graphql_error("RATE_LIMITED", "API rate limit exceeded"),
            2 => Answer::new(403, r#"{"message": "secondary rate limit"}"#).with_header("Retry-After", "0"),
            3 => Answer::new(502, "<html>"),
            _ => site.answer(request),
        }
    });
    let netrc = netrc(TOKEN);
    let fetched = fetch(&board(&server, json!({})), &settings(&netrc)).expect("a board");
    assert!(fetched.summary().contains("7 events, 28 requests"), "{}", fetched.summary());
}

#[test]
fn a_folder_of_snapshots_belongs_to_one_board() {
    let folder = tempfile::tempdir().expect("a folder");
    let fields = json!({ "snapshots": folder.path() });
    fetch_from(GitHubSite::default(), fields.clone()).expect("a board");
    let file = folder.path().join("board-2026-03-05.json");
    let kept = std::fs::read_to_string(&file).expect("a snapshot");
    assert!(kept.contains("Sprint 8") && kept.contains("Sprint 10"), "{kept}");
    std::fs::rename(&file, folder.path().join("board-2026-03-03.json")).expect("a file");
    let text = text_of(fetch_from(GitHubSite::default(), fields.clone()).expect("a board"));
    let days: Vec<&str> = text.lines().filter(|line| line.starts_with(r#"{"taken""#)).collect();
    assert_eq!(days, [r#"{"taken":"2026-03-03"}"#, r#"{"taken":"2026-03-05"}"#]);

    std::fs::write(&file, kept.replace("PVT_7", "PVT_8")).expect("a file");
    let error = fetch_from(GitHubSite::default(), fields).expect_err("another board").to_string();
    assert!(error.contains("board-2026-03-05.json: found no answers of this board"), "{error}");
}

#[test]
fn the_requests_are_planned() {
    let server = GitHubSite::default().start();
    let planned = board(&server, json!({})).planned_requests();
    assert_eq!(planned[1], format!("POST {}/graphql projectV2(7): the iterations", server.address()));
    assert!(server.requests().is_empty());
}
