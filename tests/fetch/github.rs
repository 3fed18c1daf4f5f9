//! GitHub: a board, the boards of several days, and a milestone.

use super::github_site::{GitHubSite, Planned, issue, item};
use super::{describe, described_numbers, run_emberline, successful_output};

const TOKEN: [(&str, &str); 1] = [("GITHUB_TOKEN", "token")];

#[test]
fn an_iteration_of_a_board_is_read_as_it_was() {
    let server = GitHubSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "github", "--api", &server.address(), "--owner", "acme", "--project", "7"];
    let args = [&args[..], &["--sprint", "sprint 9", "-o", "sprint.json"]].concat();
    let output = run_emberline(folder.path(), &TOKEN, &args);
    successful_output(&output);
    let line = String::from_utf8_lossy(&output.stderr);
    assert!(line.starts_with("board 7, Sprint 9: 4 of 6 items on the board, 7 events, "), "{line}");
    let numbers = described_numbers(folder.path(), "sprint.json", &["--as-of", "2026-03-05T18:00:00Z"]);
    assert_eq!(numbers, [8.0, 10.0, 5.0, 5.0]);
    // The file is one of this sprint, whatever the day.
    let description = describe(folder.path(), "sprint.json", &["--as-of", "2026-03-20"]);
    assert_eq!(description["name"], "Sprint 9");
}

#[test]
fn boards_of_several_days_tell_what_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let moved = |sprint: &'static str| {
        item(Planned { sprint, points: 8, status: "Todo" }, issue(7, None, Vec::new()))
    };
    let mut first = GitHubSite::default();
    first.items.remove(2);
    first.items[0]["content"] = issue(1, None, Vec::new());
    first.items[0]["fieldValues"]["nodes"][1]["name"] = "Todo".into();
    first.items.push(moved("Sprint 9"));
    let mut second = GitHubSite::default();
    second.items.push(moved("Sprint 10"));
    for (site, day) in [(first, "2026-03-02"), (second, "2026-03-05")] {
        let server = site.start();
        let fetched = super::fetch_on_day(
            &serde_json::json!({ "github": { "api": server.address(), "owner": "acme", "project": 7,
                "snapshots": folder.path().join("boards") } }),
            day.parse().expect("a day"),
            "token",
        );
        std::fs::write(folder.path().join("sprint.json"), fetched.documents).expect("a file");
    }
    let numbers = described_numbers(folder.path(), "sprint.json", &["--as-of", "2026-03-05T18:00:00Z"]);
    assert_eq!(numbers, [16.0, 10.0, 5.0, 5.0]);
}

#[test]
fn a_milestone_is_read_with_the_issues_that_left_it() {
    let server = GitHubSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "github", "--api", &server.address(), "--repo", "acme/app", "--milestone", "v1.2"];
    let output = run_emberline(folder.path(), &TOKEN, &[&args[..], &["-o", "sprint.json"]].concat());
    successful_output(&output);
    let lines = String::from_utf8_lossy(&output.stderr);
    assert!(lines.contains("\nacme/app, v1.2: 4 issues, 6 events, "), "{lines}");
    let options = ["--start", "2026-03-02", "--as-of", "2026-03-05T18:00:00Z"];
    assert_eq!(described_numbers(folder.path(), "sprint.json", &options), [16.0, 10.0, 3.0, 7.0]);
}

#[test]
fn the_board_of_each_day_is_kept_once() {
    let server = GitHubSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "github", "--api", &server.address(), "--owner", "acme", "--project", "7"];
    let args = [&args[..], &["--sprint", "Sprint 9", "--snapshots", "boards", "-o", "sprint.json"]].concat();
    for _ in 0..2 {
        successful_output(&run_emberline(folder.path(), &TOKEN, &args));
    }
    let files: Vec<_> = std::fs::read_dir(folder.path().join("boards")).expect("a folder").collect();
    assert_eq!(files.len(), 1);
    let numbers = described_numbers(folder.path(), "sprint.json", &["--as-of", "2026-03-05T18:00:00Z"]);
    assert_eq!(numbers, [8.0, 10.0, 5.0, 5.0]);
}

#[test]
fn arguments_of_a_board_and_of_a_milestone_do_not_mix() {
    let folder = tempfile::tempdir().expect("a folder");
    let board = ["--owner", "acme", "--project", "7"];
    let milestone = ["--repo", "acme/app", "--milestone", "3"];
    for args in [&[][..], &board[..2], &board[2..], &milestone[..2], &[&board[..], &milestone[..]].concat()] {
        let output = run_emberline(folder.path(), &TOKEN, &[&["fetch", "github"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}
