//! Fetches iterations from a site of Azure DevOps. `tests/fetch` reads what was fetched.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/azure_site.rs"]
mod azure_site;
#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;
mod support;

use azure_site::AzureSite;
use emberline_fetch::{FetchError, FetchSettings, Fetched, Source, fetch, verify};
use replay_server::{Answer, ReplayServer};
use serde_json::{Value, json};
use support::{netrc, settings, source};

const TOKEN: &str = "machine 127.0.0.1 password token\n";

fn iteration(server: &ReplayServer, fields: Value) -> Source {
    source("azure", server, "organization", json!({ "project": "Shop", "team": "Team Red" }), fields)
}

fn fetch_from(site: AzureSite, fields: Value) -> Result<Fetched, FetchError> {
    let (server, netrc) = (site.start(), netrc(TOKEN));
    fetch(&iteration(&server, fields), &settings(&netrc))
}

#[test]
fn the_current_iteration_is_fetched_with_all_pages() {
    let fetched = fetch_from(AzureSite::default(), json!({})).expect("an iteration");
    let summary = fetched.summary();
    // The iterations of the team and of Analytics, and 18 rows in five pages.
    assert!(summary.starts_with("team Team Red, Sprint 9: 5 work items, 4 days, 7 requests, "), "{summary}");
    assert_eq!((fetched.notes, fetched.document_count), (Vec::new(), 2));
}

#[test]
fn a_column_that_no_process_has_is_left_out() {
    for column in ["Size", "RemainingWork"] {
        let site = AzureSite { missing_column: Some(column), ..AzureSite::default() };
        let fetched = fetch_from(site, json!({})).expect("an iteration");
        assert!(fetched.summary().contains("5 work items, 4 days, 8 requests"), "{}", fetched.summary());
    }
}

#[test]
fn without_snapshots_the_work_items_of_today_are_fetched() {
    let site = AzureSite { has_snapshots: false, ..AzureSite::default() };
    let fetched = fetch_from(site, json!({})).expect("an iteration");
    assert!(fetched.summary().contains(": 4 work items, 4 requests"), "{}", fetched.summary());
    assert_eq!(
        fetched.notes,
        ["Analytics has no snapshots of this iteration yet: the work items are those of today"]
    );
}

#[test]
fn no_title_or_secret_leaves_the_tracker_unless_asked_for() {
    let (server, netrc) = (AzureSite::default().start(), netrc(TOKEN));
    for titles in [false, true] {
        let settings = FetchSettings { titles, ..settings(&netrc) };
        let fetched = fetch(&iteration(&server, json!({})), &settings).expect("an iteration");
        let text = String::from_utf8(fetched.documents).expect("a text");
        assert_eq!(text.contains("A secret plan"), titles, "{text}");
        assert!(!text.contains("://") && !text.contains("token"), "{text}");
    }
}

#[test]
fn unknown_names_have_the_nearest() {
    let error = |fields: Value| fetch_from(AzureSite::default(), fields).expect_err("unknown").to_string();
    assert_eq!(
        error(json!({ "sprint": "Sprint 99" })),
        r#"sprint: found no "Sprint 99"; there are "Sprint 9", "Sprint 8", "Sprint 10""#
    );
    assert_eq!(
        error(json!({ "team": "Team Rot" })),
        r#"team: found no "Team Rot"; there are "Team Red", "Team Blue""#
    );
    assert_eq!(error(json!({ "project": "Shops" })), r#"project: found no "Shops"; there are "Shop", "Web""#);
}

#[test]
fn without_a_current_iteration_the_next_one_is_named() {
    let mut site = AzureSite::default();
    site.iterations.remove(1);
    let error = fetch_from(site, json!({})).expect_err("none").to_string();
    assert_eq!(
        error,
        r#"sprint: team Team Red has no current sprint; the next one, "Sprint 10", starts on 2026-03-16"#
    );
}

#[test]
fn a_wrong_credential_is_refused_with_azures_words() {
    let (server, wrong) = (AzureSite::default().start(), netrc("machine 127.0.0.1 password wrong\n"));
    let error = verify(&iteration(&server, json!({})), &settings(&wrong)).expect_err("refused").to_string();
    assert!(
        error.contains("status 401: Azure DevOps says: TF400813: The user is not authorized."),
        "{error}"
    );
    let netrc = netrc(TOKEN);
    let line = verify(&iteration(&server, json!({})), &settings(&netrc)).expect("accepted");
    assert_eq!(line, "Azure DevOps, team Team Red of Shop");
}

#[test]
fn the_page_for_signing_in_is_no_answer() {
    let server = ReplayServer::start(|_| Answer::new(203, "<!DOCTYPE html><title>Sign In</title>"));
    let netrc = netrc(TOKEN);
    let error = fetch(&iteration(&server, json!({})), &settings(&netrc)).expect_err("a page").to_string();
    assert!(error.contains("a web page, perhaps a log-in"), "{error}");
}

#[test]
fn a_server_that_refuses_now_and_then_changes_nothing() {
    let (site, mut count) = (AzureSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 2 {
            1 => Answer::new(429, "").with_header("Retry-After", "0"),
            _ => site.answer(request),
        }
    });
    let netrc = netrc(TOKEN);
    let fetched = fetch(&iteration(&server, json!({})), &settings(&netrc)).expect("an iteration");
    assert!(fetched.summary().contains("5 work items, 4 days, 14 requests"), "{}", fetched.summary());
}

#[test]
fn the_requests_are_planned() {
    let server = AzureSite::default().start();
    let planned = iteration(&server, json!({})).planned_requests();
    assert_eq!(
        planned[0],
        format!("GET {}/Shop/Team%20Red/_apis/work/teamsettings/iterations", server.address())
    );
    assert_eq!(planned.len(), 4);
    assert!(server.requests().is_empty());
}
