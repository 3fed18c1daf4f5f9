//! Azure DevOps: iterations, from the snapshots of Analytics or from the work items of today.

use super::azure_site::AzureSite;
use super::{described_numbers, run_emberline, successful_output};

const TOKEN: [(&str, &str); 1] = [("AZURE_DEVOPS_EXT_PAT", "token")];

#[test]
fn an_iteration_is_read_as_it_was() {
    // The work items of today don't tell what was there before, and joined when they were created.
    for (has_snapshots, numbers) in [(true, [16.0, 10.0, 5.0, 5.0]), (false, [10.0, 10.0, 5.0, 5.0])] {
        let server = AzureSite { has_snapshots, ..AzureSite::default() }.start();
        let folder = tempfile::tempdir().expect("a folder");
        let args = ["fetch", "azure", "--organization", &server.address(), "--project", "Shop"];
        let args = [&args[..], &["--team", "Team Red", "--sprint", "Sprint 9", "-o", "sprint.json"]].concat();
        let output = run_emberline(folder.path(), &TOKEN, &args);
        successful_output(&output);
        let lines = String::from_utf8_lossy(&output.stderr);
        assert!(lines.contains("team Team Red, Sprint 9: "), "{lines}");
        let options = ["--as-of", "2026-03-05T22:59:00Z", "--time-zone", "Europe/Berlin"];
        assert_eq!(described_numbers(folder.path(), "sprint.json", &options), numbers);
    }
}
