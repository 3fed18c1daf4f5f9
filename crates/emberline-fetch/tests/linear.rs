//! Fetches cycles from a site of Linear. `tests/fetch` reads what was fetched.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/linear_site.rs"]
mod linear_site;
#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;
mod support;

use emberline_fetch::{FetchError, FetchSettings, Fetched, Source, fetch, verify};
use linear_site::{LinearSite, linear_error};
use replay_server::ReplayServer;
use serde_json::{Value, json};
use support::{netrc, settings, source};

const KEY: &str = "machine 127.0.0.1 password lin_api_token\n";

fn cycle(server: &ReplayServer, fields: Value) -> Source {
    source("linear", server, "api", json!({ "team": "eng" }), fields)
}

fn fetch_from(site: LinearSite, fields: Value) -> Result<Fetched, FetchError> {
    let (server, netrc) = (site.start(), netrc(KEY));
    fetch(&cycle(&server, fields), &settings(&netrc))
}

#[test]
fn the_active_cycle_is_fetched_with_all_pages() {
    let fetched = fetch_from(LinearSite::default(), json!({})).expect("a cycle");
    let summary = fetched.summary();
    // The team, two pages of cycles, two and three of issues, and three further pages of histories: that of ENG-1 twice.
    assert!(summary.starts_with("team ENG, Cycle 12: 4 issues, 6 changes, 11 requests, "), "{summary}");
    assert_eq!(fetched.notes, Vec::<String>::new());
}

#[test]
fn a_cycle_is_found_by_its_number_and_a_token_of_oauth_is_a_bearer_token() {
    let server = LinearSite { authorization: "Bearer oauth", ..LinearSite::default() }.start();
    let netrc = netrc("machine 127.0.0.1 password oauth\n");
    let fetched = fetch(&cycle(&server, json!({ "sprint": "12" })), &settings(&netrc)).expect("a cycle");
    assert_eq!(fetched.name, "team ENG, Cycle 12");
}

#[test]
fn no_title_person_or_secret_leaves_the_tracker_unless_asked_for() {
    let (server, netrc) = (LinearSite::default().start(), netrc(KEY));
    for titles in [false, true] {
        let settings = FetchSettings { titles, ..settings(&netrc) };
        let fetched = fetch(&cycle(&server, json!({})), &settings).expect("a cycle");
        let text = String::from_utf8(fetched.documents).expect("a text");
        assert_eq!(text.contains("A secret plan"), titles, "{text}");
        assert!(!text.contains("Ada") && !text.contains("token"), "{text}");
    }
}

#[test]
fn unknown_names_have_the_nearest() {
    let error = |fields: Value| fetch_from(LinearSite::default(), fields).expect_err("unknown").to_string();
    assert_eq!(error(json!({ "team": "ENGINE" })), r#"team: found no "ENGINE"; there are "ENG", "OPS""#);
    assert_eq!(
        error(json!({ "sprint": "Cycle 14" })),
        r#"sprint: found no "Cycle 14"; there are "Cycle 11", "Cycle 12", "Cycle 13""#
    );
}

#[test]
fn without_an_active_cycle_the_next_one_is_named() {
    let site = LinearSite { active_cycle: None, ..LinearSite::default() };
    let error = fetch_from(site, json!({})).expect_err("none").to_string();
    assert_eq!(
        error,
        r#"sprint: team ENG has no active sprint; the next one, "Cycle 13", starts on 2026-03-16"#
    );
}

#[test]
fn a_credential_without_rights_is_said() {
    let site = LinearSite { issues: Vec::new(), ..LinearSite::default() };
    let notes = fetch_from(site, json!({})).expect("an empty cycle").notes;
    assert!(notes[0].starts_with(r#""Cycle 12" has no issues that the credential of "#), "{notes:?}");
}

#[test]
fn a_wrong_credential_is_refused_with_linears_words() {
    let (server, wrong) =
        (LinearSite::default().start(), netrc("machine 127.0.0.1 password lin_api_wrong\n"));
    let error = verify(&cycle(&server, json!({})), &settings(&wrong)).expect_err("refused").to_string();
    assert!(
        error.contains("/graphql: Linear says: Authentication required, not authenticated; the"),
        "{error}"
    );
    assert!(error.contains("is not accepted"), "{error}");
    let netrc = netrc(KEY);
    let line = verify(&cycle(&server, json!({})), &settings(&netrc)).expect("accepted");
    assert_eq!(line, "Linear as Ada");
}

#[test]
fn a_limit_of_requests_is_waited_for() {
    let (site, mut count) = (LinearSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 2 {
            1 => linear_error(400, "RATELIMITED", "Rate limit exceeded")
                .with_header("X-RateLimit-Requests-Remaining", "0")
                .with_header("X-RateLimit-Requests-Reset", "1000"),
            _ => site.answer(request),
        }
    });
    let netrc = netrc(KEY);
    let error = fetch(&cycle(&server, json!({})), &settings(&netrc)).expect_err("too long").to_string();
    assert!(error.contains("the server asks to wait 1000 s, which is more than is left of 20 s"), "{error}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_server_that_refuses_now_and_then_changes_nothing() {
    let (site, mut count) = (LinearSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 2 {
            1 => linear_error(400, "RATELIMITED", "Rate limit exceeded"),
            _ => site.answer(request),
        }
    });
    let netrc = netrc(KEY);
    let fetched = fetch(&cycle(&server, json!({})), &settings(&netrc)).expect("a cycle");
    assert!(fetched.summary().contains("6 changes, 22 requests"), "{}", fetched.summary());
}

#[test]
fn the_requests_are_planned() {
    let server = LinearSite::default().start();
    let planned = cycle(&server, json!({})).planned_requests();
    assert_eq!(planned[0], format!("POST {}/graphql viewer, teams(eng)", server.address()));
    assert!(server.requests().is_empty());
}
