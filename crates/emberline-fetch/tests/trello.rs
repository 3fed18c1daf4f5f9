//! Fetches boards from a site of Trello. `tests/fetch` reads what was fetched.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;
mod support;
#[path = "../../../tests/support/trello_site.rs"]
mod trello_site;

use emberline_fetch::{FetchError, FetchSettings, Fetched, Source, fetch, verify};
use replay_server::{Answer, ReplayServer};
use serde_json::{Value, json};
use support::{netrc, settings, source};
use trello_site::TrelloSite;

const TOKEN: &str = "machine 127.0.0.1 login key password token\n";

fn board(server: &ReplayServer, fields: Value) -> Source {
    source("trello", server, "api", json!({ "board": "gArDeN01" }), fields)
}

fn fetch_from(site: TrelloSite, fields: Value) -> Result<Fetched, FetchError> {
    let (server, netrc) = (site.start(), netrc(TOKEN));
    fetch(&board(&server, fields), &settings(&netrc))
}

#[test]
fn a_board_is_fetched_with_all_actions() {
    let fetched = fetch_from(TrelloSite::default(), json!({})).expect("a board");
    let summary = fetched.summary();
    // The board, its lists, and four pages of actions with an empty one after them.
    assert!(summary.starts_with("board Garden app: 4 cards, 6 actions, 7 requests, "), "{summary}");
    assert_eq!(fetched.notes, ["a board has no sprints: draw it with --name NAME --start DATE --end DATE"]);
    assert_eq!(fetched.document_count, 8);
}

#[test]
fn no_person_title_or_secret_leaves_the_tracker_unless_asked_for() {
    let (server, netrc) = (TrelloSite::default().start(), netrc(TOKEN));
    for titles in [false, true] {
        let settings = FetchSettings { titles, ..settings(&netrc) };
        let fetched = fetch(&board(&server, json!({})), &settings).expect("a board");
        let text = String::from_utf8(fetched.documents).expect("a text");
        assert_eq!(text.contains("Secret two"), titles, "{text}");
        for word in ["Ada", "secret plan", "token", "key"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn the_secrets_stand_in_no_address() {
    let (server, netrc) = (TrelloSite::default().start(), netrc(TOKEN));
    fetch(&board(&server, json!({})), &settings(&netrc)).expect("a board");
    assert!(server.requests().iter().all(|request| !request.path.contains("token")));
}

#[test]
fn an_unknown_board_has_those_of_the_credential() {
    let error = fetch_from(TrelloSite::default(), json!({ "board": "gArDeN02" })).expect_err("unknown");
    assert_eq!(error.to_string(), r#"board: found no "gArDeN02"; there are "gArDeN01 Garden app""#);
}

#[test]
fn a_wrong_credential_is_refused_with_trellos_words() {
    let (server, wrong) =
        (TrelloSite::default().start(), netrc("machine 127.0.0.1 login key password wrong\n"));
    let error = verify(&board(&server, json!({})), &settings(&wrong)).expect_err("refused").to_string();
    assert!(
        error.contains("/1/members/me: status 401: Trello says: invalid token; the credential"),
        "{error}"
    );
    let netrc = netrc(TOKEN);
    let line = verify(&board(&server, json!({})), &settings(&netrc)).expect("accepted");
    assert_eq!(line, "Trello as ada");
}

#[test]
fn a_server_that_refuses_now_and_then_changes_nothing() {
    let (site, mut count) = (TrelloSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 2 {
            1 => Answer::new(429, r#"{"error": "API_TOKEN_LIMIT_EXCEEDED"}"#),
            _ => site.answer(request),
        }
    });
    let netrc = netrc(TOKEN);
    let fetched = fetch(&board(&server, json!({})), &settings(&netrc)).expect("a board");
    assert!(fetched.summary().contains("4 cards, 6 actions, 14 requests"), "{}", fetched.summary());
}

#[test]
fn the_requests_are_planned() {
    let server = TrelloSite::default().start();
    let planned = board(&server, json!({})).planned_requests();
    assert_eq!(planned[0], format!("GET {}/1/boards/gArDeN01", server.address()));
    assert!(server.requests().is_empty());
}
