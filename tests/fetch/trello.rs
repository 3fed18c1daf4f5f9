//! Trello: boards, whose titles hold the estimates.

use super::trello_site::TrelloSite;
use super::{described_numbers, run_emberline, successful_output};

const TOKEN: [(&str, &str); 2] = [("TRELLO_KEY", "key"), ("TRELLO_TOKEN", "token")];

#[test]
fn a_board_is_read_as_it_was() {
    let server = TrelloSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    for titles in [&[][..], &["--titles"][..]] {
        let args =
            ["fetch", "trello", "--api", &server.address(), "--board", "gArDeN01", "-o", "sprint.json"];
        let output = run_emberline(folder.path(), &TOKEN, &[&args[..], titles].concat());
        successful_output(&output);
        let lines = String::from_utf8_lossy(&output.stderr);
        assert!(lines.contains("\nboard Garden app: 4 cards, 6 actions, "), "{lines}");
        let options = ["--start", "2026-03-02", "--end", "2026-03-13", "--as-of", "2026-03-05T18:00:00Z"];
        assert_eq!(described_numbers(folder.path(), "sprint.json", &options), [16.0, 10.0, 5.0, 5.0]);
    }
}

#[test]
fn without_the_key_its_variable_is_named() {
    let server = TrelloSite::default().start();
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["fetch", "trello", "--api", &server.address(), "--board", "gArDeN01"];
    let output = run_emberline(folder.path(), &TOKEN[1..], &args);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "emberline: TRELLO_KEY: found nothing, expected the API key of the Power-Up that the token belongs to\n"
    );
}
