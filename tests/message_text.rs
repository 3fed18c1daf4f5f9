//! The texts for a message beside the picture of a sprint.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use emberline::{Description, Input, MessageText, Options, ReadOptions};

/// Returns the message about a sprint of twelve items that were completed on its second day.
fn message(fields: &str, since: Option<&str>) -> MessageText {
    let items: Vec<_> = (1..=12)
        .map(|number| {
            format!(
                r#"{{"id": "SP-{number}", "estimate": {number}, "events": [{{"at": "2026-03-03T10:00", "event": "completed"}}]}}"#
            )
        })
        .collect();
    let document = format!(
        r#"{{"name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06", {fields}, "items": [{}]}}"#,
        items.join(",")
    );
    let input = Input::read(document.as_bytes(), &ReadOptions::default()).expect("a sprint");
    let mut options = Options::default();
    options.report.since = since.map(|since| since.parse().expect("an instant"));
    match emberline::describe(&input, &options).expect("a description") {
        Description::Sprint(sprint) => sprint.message,
        _ => panic!("a sprint"),
    }
}

/// Numbers and units have spaces between them that don't break.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn ten_changed_items_are_listed_and_the_others_counted() {
    let text = message(r#""as_of": "2026-03-03T17:00", "goal": "Pay""#, Some("2026-03-03"));
    let changes = text.changes.expect("changes");
    assert_eq!(changes.heading, "Since Tue, Mar 3:");
    assert_eq!((changes.items.len(), changes.others.as_deref()), (10, Some("2 more")));
    let largest = &changes.items[0];
    assert_eq!(
        (largest.kind.as_str(), largest.key.as_str(), largest.amount.as_str()),
        ("Completed", "SP-12", "−12")
    );
    assert_eq!(text.goal.as_deref(), Some("Goal: Pay"));
    assert_eq!(plain(&text.facts[1]), "78 of 78 points done");
}

#[test]
fn nothing_changed_is_said() {
    let changes = message(r#""as_of": "2026-03-04T17:00""#, Some("2026-03-04")).changes.expect("changes");
    assert_eq!(changes.heading, "Nothing changed since Wed, Mar 4");
    assert!(changes.items.is_empty() && changes.totals.is_empty() && changes.others.is_none());
}

#[test]
fn a_closed_sprint_says_what_was_completed() {
    let text = message(r#""as_of": "2026-03-05", "closed": "2026-03-05""#, None);
    assert_eq!(text.changes, None);
    assert_eq!(
        plain(&text.facts[2]),
        "Since the start: 78 completed, 0 added, 0 removed, 0 re-estimated, 0 reopened"
    );
}
