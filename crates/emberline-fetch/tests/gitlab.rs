//! Fetches milestones and iterations from a site of GitLab. `tests/fetch` reads what was fetched.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

#[path = "../../../tests/support/gitlab_site.rs"]
mod gitlab_site;
#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;
mod support;

use emberline_fetch::{Cache, FetchError, FetchSettings, Fetched, Source, fetch, verify};
use gitlab_site::GitLabSite;
use replay_server::{Answer, ReplayServer};
use serde_json::{Value, json};
use support::{netrc, settings, source};

const TOKEN: &str = "machine 127.0.0.1 password token\n";

fn milestone(server: &ReplayServer, fields: Value) -> Source {
    source("gitlab", server, "site", json!({ "project": "acme/app", "milestone": "current" }), fields)
}

fn fetch_from(site: GitLabSite, fields: Value) -> Result<Fetched, FetchError> {
    let (server, netrc) = (site.start(), netrc(TOKEN));
    fetch(&milestone(&server, fields), &settings(&netrc))
}

fn iterations() -> GitLabSite {
    let mut site = GitLabSite { kind: "iteration", ..GitLabSite::default() };
    for timebox in &mut site.timeboxes {
        timebox["title"] = Value::Null;
        timebox["state"] = 2.into();
    }
    site
}

#[test]
fn the_current_milestone_is_fetched_with_all_events() {
    let fetched = fetch_from(GitLabSite::default(), json!({})).expect("a milestone");
    let summary = fetched.summary();
    // The user, two pages of milestones, two and three of issues; five lists of milestones, four of states and of weights.
    assert!(summary.starts_with("acme/app, v1.2: 4 issues, 10 events, 21 requests, "), "{summary}");
    assert_eq!(fetched.notes, Vec::<String>::new());
}

#[test]
fn iterations_without_a_title_are_named_by_their_days() {
    let fields = json!({ "group": "acme", "project": null, "milestone": null, "iteration": "current" });
    let fetched = fetch_from(iterations(), fields.clone()).expect("an iteration");
    assert_eq!(fetched.name, "acme, 2026-03-02 – 2026-03-13");
    let mut by_id = fields;
    by_id["iteration"] = "61".into();
    assert_eq!(fetch_from(iterations(), by_id).expect("an iteration").documents, fetched.documents);
}

#[test]
fn no_person_title_or_secret_leaves_the_tracker() {
    let fetched = fetch_from(GitLabSite::default(), json!({})).expect("a milestone");
    let text = String::from_utf8(fetched.documents).expect("a text");
    for word in ["Ada", "secret", "https://", "token", "v1.3"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn titles_are_fetched_on_request() {
    let (server, netrc) = (GitLabSite::default().start(), netrc(TOKEN));
    let settings = FetchSettings { titles: true, ..settings(&netrc) };
    let fetched = fetch(&milestone(&server, json!({})), &settings).expect("a milestone");
    let text = String::from_utf8(fetched.documents).expect("a text");
    assert!(text.contains("A secret plan") && !text.contains("A secret goal"), "{text}");
}

#[test]
fn only_what_changed_is_fetched_again() {
    let (server, netrc, folder) =
        (GitLabSite::default().start(), netrc(TOKEN), tempfile::tempdir().expect("a folder"));
    let settings =
        FetchSettings { cache: Some(Cache::open(folder.path()).expect("a folder")), ..settings(&netrc) };
    let first = fetch(&milestone(&server, json!({})), &settings).expect("a milestone");
    let second = fetch(&milestone(&server, json!({})), &settings).expect("a milestone");
    assert_eq!((first.request_count, second.request_count), (21, 8), "no events are asked for again");
    assert_eq!(first.documents, second.documents);
}

#[test]
fn a_site_without_changes_of_weights_is_asked_once() {
    let site = GitLabSite { has_weight_events: false, ..GitLabSite::default() };
    let fetched = fetch_from(site, json!({})).expect("a milestone");
    assert!(fetched.summary().contains("4 issues, 6 events, 18 requests"), "{}", fetched.summary());
    assert_eq!(
        fetched.notes,
        ["GitLab keeps no changes of weights here: those of today count from the start"]
    );
}

#[test]
fn unknown_names_have_the_nearest_or_gitlabs_words() {
    let error = |fields: Value| fetch_from(GitLabSite::default(), fields).expect_err("unknown").to_string();
    assert_eq!(
        error(json!({ "milestone": "v1.4" })),
        r#"milestone: found no "v1.4"; there are "v1.1", "v1.2", "v1.3""#
    );
    let unknown = error(json!({ "project": "acme/web" }));
    assert!(
        unknown.contains(
            "/api/v4/projects/acme%2Fweb/milestones: status 404: GitLab says: 404 Not Found; it does"
        ),
        "{unknown}"
    );
    assert_eq!(
        error(json!({ "group": "acme" })),
        "group: found none or both, expected either group or project"
    );
}

#[test]
fn without_a_current_milestone_the_next_one_is_named() {
    let mut site = GitLabSite::default();
    site.timeboxes.remove(1);
    let error = fetch_from(site, json!({})).expect_err("none").to_string();
    assert_eq!(
        error,
        r#"milestone: acme/app has no current milestone; the next one, "v1.3", starts on 2026-03-16"#
    );
}

#[test]
fn a_milestone_without_dates_is_said() {
    let mut site = GitLabSite::default();
    site.timeboxes[1]["start_date"] = Value::Null;
    site.timeboxes[1]["created_at"] = "2026-03-02T09:00:00.000Z".into();
    let fetched = fetch_from(site, json!({ "milestone": "v1.2" })).expect("a milestone");
    assert_eq!(fetched.notes, [r#""v1.2" has no start date: draw it with --sprint "v1.2" --start DATE"#]);
}

#[test]
fn a_wrong_credential_is_refused_with_gitlabs_words() {
    let (server, wrong) = (GitLabSite::default().start(), netrc("machine 127.0.0.1 password wrong\n"));
    let error = verify(&milestone(&server, json!({})), &settings(&wrong)).expect_err("refused").to_string();
    assert!(error.contains("/api/v4/user: status 401: GitLab says: 401 Unauthorized"), "{error}");
    let netrc = netrc(TOKEN);
    let line = verify(&milestone(&server, json!({})), &settings(&netrc)).expect("accepted");
    assert_eq!(line, "GitLab as ada");
}

#[test]
fn a_server_that_refuses_now_and_then_changes_nothing() {
    let (site, mut count) = (GitLabSite::default(), 0);
    let server = ReplayServer::start(move |request| {
        count += 1;
        match count % 3 {
            1 => Answer::new(429, "").with_header("Retry-After", "0"),
            2 => Answer::new(503, ""),
            _ => site.answer(request),
        }
    });
    let netrc = netrc(TOKEN);
    let fetched = fetch(&milestone(&server, json!({})), &settings(&netrc)).expect("a milestone");
    assert!(fetched.summary().contains("4 issues, 10 events, 63 requests"), "{}", fetched.summary());
}

#[test]
fn the_requests_are_planned() {
    let server = GitLabSite::default().start();
    let planned = milestone(&server, json!({})).planned_requests();
    assert_eq!(planned[1], format!("GET {}/api/v4/projects/acme%2Fapp/milestones", server.address()));
    assert_eq!(planned.len(), 7);
    assert!(server.requests().is_empty());
}
