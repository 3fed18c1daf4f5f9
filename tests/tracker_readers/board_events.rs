//! The events of a GitHub board, which are checked against the board of today.

use emberline::sprint::{Caveat, CompletionSource, Unit};
use emberline::{ReadOptions, Sprint};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::assert_balanced;
use super::{ledger_lines, options_with, read_answer, read_fixture, refusal_message};

fn as_of(day: &str) -> ReadOptions {
    options_with(|options| options.as_of = Some(day.parse().unwrap()))
}

#[test]
fn the_events_of_a_board_have_the_counted_ledger() {
    let sprint = read_answer(&read_fixture("github/board-events.json"), &as_of("2026-03-05"));
    assert_balanced(&sprint);
    // Committed are 5 + 3 + 8 + 1 + 3. Number 3 came to the board on 3 March; number 6 was away for a day; numbers 1 and 5 were
    // done by their status, number 4 by its close; number 5 is open again. Events of another board don't count.
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 20 of 20", "03-03 +2 v1 = 21 of 22", "03-04 -3 v5 = 13 of 19", "03-05 +3 ^1 v8 = 9 of 22",]
    );
    // No event says that number 4 was done, or that number 5 is to do again.
    assert!(sprint.caveats.contains(&Caveat::HistoryDisagrees(2)), "{:?}", sprint.caveats);
}

/// A board of `gh` with one open item, whose issue has a timeline.
fn board_with_timeline(status: &str, timeline: &Value) -> String {
    let iteration = json!({ "title": "S", "startDate": "2026-03-02", "duration": 5 });
    let item = json!({ "id": "PVTI_1", "status": status, "sprint": iteration,
                       "content": { "type": "Issue", "number": 1, "repository": "acme/web" } });
    let issue = json!({ "number": 1, "title": "Card", "state": "open", "created_at": "2026-02-20T10:00:00Z",
                        "closed_at": null, "updated_at": "2026-03-05T10:00:00Z", "timeline": timeline,
                        "url": "https://api.github.com/repos/acme/web/issues/1" });
    format!("{}\n{}\n", json!({ "items": [item], "totalCount": 1 }), json!([issue]))
}

#[test]
fn events_of_rest_without_a_status_give_the_time_of_todays_status() {
    let timeline = json!([
        { "event": "added_to_project_v2", "created_at": "2026-02-27T10:00:00Z" },
        { "event": "project_v2_item_status_changed", "created_at": "2026-03-03T10:00:00Z" },
        { "event": "project_v2_item_status_changed", "created_at": "2026-03-04T10:00:00Z" },
    ]);
    let mut options = as_of("2026-03-05");
    options.done = Some(vec!["Done".to_owned()]);
    let sprint = read_answer(&board_with_timeline("Done", &timeline), &options);
    assert_eq!(ledger_lines(&sprint)[..3], ["03-02 = 1 of 1", "03-03 = 1 of 1", "03-04 v1 = 0 of 1"]);
    let expected = Caveat::CompletionTime { source: CompletionSource::StatusChange, items: 1 };
    assert!(sprint.caveats.contains(&expected), "{:?}", sprint.caveats);
}

#[test]
fn an_item_that_an_event_removed_and_the_board_shows_is_said() {
    let timeline = json!([
        { "event": "added_to_project_v2", "created_at": "2026-02-27T10:00:00Z" },
        { "event": "removed_from_project_v2", "created_at": "2026-03-03T10:00:00Z" },
    ]);
    let sprint = read_answer(&board_with_timeline("Todo", &timeline), &as_of("2026-03-05"));
    assert_eq!(ledger_lines(&sprint)[..2], ["03-02 = 1 of 1", "03-03 = 1 of 1"]);
    assert!(sprint.caveats.contains(&Caveat::HistoryDisagrees(1)), "{:?}", sprint.caveats);
}

#[test]
fn events_of_two_boards_need_the_name_of_the_board() {
    let event = |project: &str| {
        json!({ "__typename": "ProjectV2ItemStatusChangedEvent", "createdAt": "2026-03-03T10:00:00Z", "status": "Done",
                "project": { "title": project } })
    };
    let text = board_with_timeline("Done", &json!([event("Team"), event("Roadmap")]));
    assert_eq!(
        refusal_message(&text, &as_of("2026-03-05")),
        "github: document 1: found events of the boards \"Roadmap\", \"Team\", expected the name of the given board, to know its \
         events; ask for the board in GraphQL: projectV2(number: 7) { id number title items(first: 100) { … } }"
    );
}

/// Writes items whose status was changed on some seconds of the sprint as a board with its events. Returns also a document of our
/// own about them.
fn board_and_document(items: &[Vec<u32>]) -> (Value, Value) {
    let iteration = json!({ "title": "S", "startDate": "2026-03-02", "duration": 12 });
    let at = |seconds: u32| {
        let start: jiff::Timestamp = "2026-03-02T00:00:00Z".parse().unwrap();
        start + jiff::Span::new().seconds(i64::from(seconds))
    };
    let (mut nodes, mut own) = (Vec::new(), Vec::new());
    for (number, changes) in items.iter().enumerate() {
        let is_done = |index: usize| index.is_multiple_of(2);
        let name = |done: bool| if done { "Done" } else { "Todo" };
        let added = json!({ "__typename": "AddedToProjectV2Event", "createdAt": "2026-02-21T00:00:00Z" });
        let mut events = vec![added];
        let mut own_events = Vec::new();
        for (index, seconds) in changes.iter().enumerate() {
            events.push(json!({ "__typename": "ProjectV2ItemStatusChangedEvent", "createdAt": at(*seconds),
                                "status": name(is_done(index)) }));
            let event = if is_done(index) { "completed" } else { "reopened" };
            own_events.push(json!({ "at": at(*seconds), "event": event }));
        }
        let status = name(changes.len() % 2 == 1);
        nodes.push(json!({ "id": format!("P{number}"), "status": status, "sprint": iteration, "content": {
            "__typename": "Issue", "number": number, "title": "Card", "state": "OPEN", "createdAt": "2026-02-20T00:00:00Z",
            "closedAt": null, "timelineItems": { "nodes": events } } }));
        own.push(json!({ "id": number.to_string(), "events": own_events }));
    }
    let board = json!({ "data": { "user": { "projectV2": { "number": 7, "items": { "nodes": nodes } } } } });
    (board, json!({ "name": "S", "start": "2026-03-02", "end": "2026-03-13", "items": own }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_events_of_a_board_give_the_ledger_of_the_sprint_document(
        items in vec(vec(1_u32..12 * 86_400, 0..6), 1..8),
        by in 0_usize..20,
    ) {
        let sorted = |changes: &Vec<u32>| {
            let mut changes = changes.clone();
            changes.sort_unstable();
            changes.dedup();
            changes
        };
        let items: Vec<Vec<u32>> = items.iter().map(sorted).collect();
        let (mut board, document) = board_and_document(&items);
        let mut options = as_of("2026-03-13");
        options.unit = Some(Unit::Items);
        let read = |text: &Value| -> Sprint { read_answer(&text.to_string(), &options) };
        let expected = read(&document);
        let sprint = read(&board);
        assert_balanced(&sprint);
        prop_assert_eq!(sprint.ledger(), expected.ledger());
        super::random::shuffle_lists(&mut board, by);
        prop_assert_eq!(read(&board).ledger(), expected.ledger());
    }
}
