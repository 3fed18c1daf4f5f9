//! GitLab: milestones and iterations.

use super::gitlab_site::GitLabSite;
use super::{described_numbers, run_emberline, successful_output};

const TOKEN: [(&str, &str); 1] = [("GITLAB_TOKEN", "token")];

#[test]
fn a_milestone_and_an_iteration_are_read_as_they_were() {
    for kind in ["milestone", "iteration"] {
        let server = GitLabSite { kind, ..GitLabSite::default() }.start();
        let folder = tempfile::tempdir().expect("a folder");
        let timebox = format!("--{kind}");
        let args =
            ["fetch", "gitlab", "--site", &server.address(), "--project", "acme/app", &timebox, "v1.2"];
        let output = run_emberline(folder.path(), &TOKEN, &[&args[..], &["-o", "sprint.json"]].concat());
        successful_output(&output);
        let line = String::from_utf8_lossy(&output.stderr);
        assert!(line.starts_with("acme/app, v1.2: 4 issues, 10 events, "), "{line}");
        let numbers = described_numbers(folder.path(), "sprint.json", &["--as-of", "2026-03-05T18:00:00Z"]);
        assert_eq!(numbers, [16.0, 10.0, 5.0, 5.0], "{kind}");
    }
}
