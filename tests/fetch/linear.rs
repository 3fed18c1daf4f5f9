//! Linear: cycles with their figures and the histories of their issues.

use super::linear_site::LinearSite;
use super::{described_numbers, run_emberline, successful_output};

const KEY: [(&str, &str); 1] = [("LINEAR_API_KEY", "lin_api_token")];

#[test]
fn a_cycle_is_read_as_it_was() {
    let server = LinearSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "linear", "--api", &server.address(), "--team", "ENG", "-o", "sprint.json"];
    let output = run_emberline(folder.path(), &KEY, &args);
    successful_output(&output);
    let line = String::from_utf8_lossy(&output.stderr);
    assert!(line.starts_with("team ENG, Cycle 12: 4 issues, 6 changes, "), "{line}");
    // The figures agree with the histories, which `described_numbers` checks.
    let numbers = described_numbers(folder.path(), "sprint.json", &["--as-of", "2026-03-05T18:00:00Z"]);
    assert_eq!(numbers, [16.0, 10.0, 5.0, 5.0]);
}
