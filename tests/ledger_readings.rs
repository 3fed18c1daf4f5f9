//! The meaning of the readings, items and changes of a document, case by case.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{Amount, Caveat, Flow, Resolution, Sprint};
use emberline::{Moment, ReadOptions, read_sprint};

const FRAME: &str = r#""name": "S", "start": "2023-08-24", "end": "2023-08-30""#;

fn read_with_options(rest: &str, options: &ReadOptions) -> Sprint {
    let json = format!("{{{FRAME}, {rest}}}");
    read_sprint(json.as_bytes(), options).unwrap_or_else(|error| unreachable!("{error}: {json}"))
}

fn read_document(rest: &str) -> Sprint {
    read_with_options(rest, &ReadOptions::default())
}

/// The remaining work of each day; `-` for an unknown level.
fn remaining_per_day(sprint: &Sprint) -> String {
    let closing = sprint.ledger().days.into_iter().map(|day| day.closing);
    let shown =
        closing.map(|level| level.map_or("-".to_owned(), |level| level.remaining().to_f64().to_string()));
    shown.collect::<Vec<_>>().join(" ")
}

/// The added, removed, re-estimated, reopened and completed work.
fn flow_figures(flow: Flow) -> [f64; 5] {
    [flow.added, flow.removed, flow.reestimated, flow.reopened, flow.completed].map(Amount::to_f64)
}

#[test]
fn missing_figures_of_a_day_are_inferred() {
    let table = [
        // The columns are the entry of the first day, with 20 points committed, and its flow.
        ("15", [0.0, 0.0, 0.0, 0.0, 5.0]),
        ("22", [2.0, 0.0, 0.0, 0.0, 0.0]),
        (r#"{"remaining": 15, "added": 2}"#, [2.0, 0.0, 0.0, 0.0, 7.0]),
        (r#"{"remaining": 15, "completed": 7}"#, [2.0, 0.0, 0.0, 0.0, 7.0]),
        (r#"{"remaining": 15, "completed": 3}"#, [0.0, 2.0, 0.0, 0.0, 3.0]),
        (r#"{"remaining": 15, "completed": 3, "removed": 1}"#, [0.0, 1.0, -1.0, 0.0, 3.0]),
        (r#"{"remaining": 19, "added": 0, "completed": 3}"#, [0.0, 0.0, 2.0, 0.0, 3.0]),
        (r#"{"added": 2, "reestimated": -1.5}"#, [2.0, 0.0, -1.5, 0.0, 0.0]),
    ];
    for (entry, expected) in table {
        let sprint = read_document(&format!(r#""committed": 20, "days": [{entry}]"#));
        assert_eq!(flow_figures(sprint.ledger().days[0].flow), expected, "{entry}");
        assert_eq!(sprint.committed().to_f64(), 20.0);
    }
}

#[test]
fn the_committed_work_is_calculated_back_from_the_first_reading() {
    let table = [
        ("[20, 18]", 20.0),
        (r#"[{"remaining": 18, "completed": 5, "added": 1}, 12]"#, 22.0),
        (r#"[{"completed": 5}, {"remaining": 18, "added": 1}]"#, 22.0),
        ("[null, 18]", 18.0),
    ];
    for (days, committed) in table {
        assert_eq!(read_document(&format!(r#""days": {days}"#)).committed().to_f64(), committed, "{days}");
    }
}

#[test]
fn days_without_a_reading_are_gaps() {
    // The sprint is from Thursday to Wednesday; 26 and 27 August are a weekend.
    let table = [
        ("[20, null, 15]", "20 - 15 - - - -", 1),
        (r#"[20, {"date": "2023-08-28", "remaining": 12}]"#, "20 - - - 12 - -", 3),
        (r#"[20, null, {"date": "2023-08-27", "remaining": 12}]"#, "20 - - 12 - - -", 2),
        (r#"[20, 18, {"date": "2023-08-28", "remaining": 12}]"#, "20 18 18 18 12 - -", 0),
        (r#"[20, 18, null, null, 12]"#, "20 18 - - 12 - -", 2),
        ("[null, null, 12]", "- - 12 - - - -", 2),
        ("[20, 18, null]", "20 18 - - - - -", 0),
    ];
    for (days, expected, gaps) in table {
        let sprint = read_document(&format!(r#""days": {days}"#));
        assert_eq!(remaining_per_day(&sprint), expected, "{days}");
        let caveat = sprint.caveats.iter().find(|caveat| matches!(caveat, Caveat::Gaps(_)));
        assert_eq!(caveat.copied(), (gaps > 0).then_some(Caveat::Gaps(gaps)), "{days}");
    }
    let after = read_document(r#""days": [20, null, 15]"#).ledger();
    assert_eq!(flow_figures(after.days[2].flow), [0.0, 0.0, 0.0, 0.0, 5.0]);
    assert!(after.days[1].flow.is_zero());
}

#[test]
fn everything_after_as_of_is_ignored() {
    let days = r#""days": [20, 18, 15, 12]"#;
    let items = r#""items": [{"id": 1, "estimate": 3, "events": [{"at": "2023-08-25", "event": "completed"}]},
        {"id": 2, "estimate": 2, "events": [{"at": "2023-08-25T15:00", "event": "completed"}]}]"#;
    let table = [
        (days, r#""as_of": "2023-08-25""#, "20 18 - - - - -"),
        (days, r#""as_of": "2023-08-25T10:00""#, "20 18 - - - - -"),
        (days, r#""as_of": "2023-08-29""#, "20 18 15 12 - - -"),
        (items, r#""as_of": "2023-08-25T10:00""#, "5 2 - - - - -"),
        (items, r#""as_of": "2023-08-25T15:00""#, "5 0 - - - - -"),
        (items, r#""as_of": "2023-08-24""#, "5 - - - - - -"),
        (items, r#""closed": "2023-08-25T10:00""#, "5 2 - - - - -"),
        (items, r#""as_of": "2023-09-01""#, "5 0 0 0 0 0 0 0 0"),
    ];
    for (shape, as_of, expected) in table {
        assert_eq!(remaining_per_day(&read_document(&format!("{as_of}, {shape}"))), expected, "{as_of}");
    }
}

#[test]
fn the_current_time_is_the_default_of_as_of_up_to_the_end() {
    let items =
        r#""items": [{"id": 1, "estimate": 3, "events": [{"at": "2023-08-25T12:00", "event": "started"}]}]"#;
    let table = [
        (None, items, "2023-08-25T12:00:00Z"),
        (Some("2023-08-28T09:00:00Z"), items, "2023-08-28T09:00:00Z"),
        (Some("2023-08-20T09:00:00Z"), items, "2023-08-24T00:00:00Z"),
        (Some("2023-10-01T09:00:00Z"), items, "2023-08-31T00:00:00Z"),
        (
            Some("2023-10-01T09:00:00Z"),
            r#""closed": "2023-09-01T12:00", "items": [{"id": 1}]"#,
            "2023-09-01T12:00:00Z",
        ),
        (
            Some("2023-10-01T09:00:00Z"),
            r#""as_of": "2023-08-25", "items": [{"id": 1}]"#,
            "2023-08-26T00:00:00Z",
        ),
        (Some("2023-08-25T09:00:00Z"), r#""days": [4, 3]"#, "2023-08-25T09:00:00Z"),
        (Some("2023-08-29T09:00:00Z"), r#""days": [4, 3]"#, "2023-08-26T00:00:00Z"),
        (None, r#""items": [{"id": 1}]"#, "2023-08-24T00:00:00Z"),
    ];
    for (now, rest, expected) in table {
        let mut options = ReadOptions::default();
        options.now = now.map(|now| now.parse().unwrap());
        assert_eq!(read_with_options(rest, &options).as_of.to_string(), expected, "{now:?} {rest}");
    }
    let mut options = ReadOptions::default();
    options.as_of = Some(Moment::Date("2023-08-25".parse().unwrap()));
    let over = read_with_options(r#""as_of": "2023-08-28", "items": [{"id": 1}]"#, &options);
    assert_eq!(over.as_of.to_string(), "2023-08-26T00:00:00Z");
}

#[test]
fn the_flow_of_a_day_is_the_net_change_of_each_item() {
    let added = r#"{"at": "2023-08-25T09:00", "event": "added"}"#;
    let completed = r#"{"at": "2023-08-25T12:00", "event": "completed"}"#;
    let reopened = r#"{"at": "2023-08-25T12:00:06", "event": "reopened"}"#;
    let estimated = r#"{"at": "2023-08-25T10:00", "event": "estimated", "estimate": 8}"#;
    let removed = r#"{"at": "2023-08-25T18:00", "event": "removed"}"#;
    let done_before = r#"{"at": "2023-08-21T18:00", "event": "completed"}"#;
    let table = [
        // The columns are the events of an item of 5 points, the committed work, the flow of the second day, and the change of scope
        // without a change of the remaining work.
        (vec![], 5.0, [0.0; 5], 0.0),
        (vec![added], 0.0, [5.0, 0.0, 0.0, 0.0, 0.0], 0.0),
        (vec![completed], 5.0, [0.0, 0.0, 0.0, 0.0, 5.0], 0.0),
        (vec![completed, reopened], 5.0, [0.0; 5], 0.0),
        (vec![estimated], 5.0, [0.0, 0.0, 3.0, 0.0, 0.0], 0.0),
        (vec![completed, estimated], 5.0, [0.0, 0.0, 3.0, 0.0, 8.0], 0.0),
        (vec![removed], 5.0, [0.0, 5.0, 0.0, 0.0, 0.0], 0.0),
        (vec![removed, estimated], 5.0, [0.0, 5.0, 0.0, 0.0, 0.0], 0.0),
        // An item that is added and completed on the same day counts in both figures.
        (vec![added, completed], 0.0, [5.0, 0.0, 0.0, 0.0, 5.0], 0.0),
        // An item that was done before it was added increases the scope and the done work, not the remaining work.
        (vec![done_before, added], 0.0, [0.0; 5], 5.0),
        (vec![done_before, added, reopened], 0.0, [5.0, 0.0, 0.0, 0.0, 0.0], 0.0),
        (vec![done_before, reopened], 0.0, [0.0, 0.0, 0.0, 5.0, 0.0], 0.0),
        (vec![done_before, estimated], 0.0, [0.0; 5], 3.0),
        (vec![done_before, removed], 0.0, [0.0; 5], -5.0),
    ];
    for (events, committed, expected, done_scope) in table {
        let events = events.join(",");
        let sprint = read_document(&format!(
            r#""as_of": "2023-08-30", "items": [{{"id": 1, "estimate": 5, "events": [{events}]}}]"#
        ));
        let flow = sprint.ledger().days[1].flow;
        assert_eq!(sprint.committed().to_f64(), committed, "{events}");
        assert_eq!(flow_figures(flow), expected, "{events}");
        assert_eq!(flow.done_scope.to_f64(), done_scope, "{events}");
    }
}

#[test]
fn an_item_without_an_estimate_is_reported_and_one_of_zero_points_is_not() {
    let items = r#""items": [{"id": 1, "estimate": 0}, {"id": 2}, {"id": 3, "estimate": null},
        {"id": 4, "estimate": 3, "events": [{"at": "2023-08-25", "event": "estimated", "estimate": null}]},
        {"id": 5, "events": [{"at": "2023-08-25", "event": "estimated", "estimate": 2}]},
        {"id": 6, "events": [{"at": "2023-08-25", "event": "removed"}]}]"#;
    let sprint = read_document(items);
    assert_eq!(sprint.caveats, [Caveat::Unestimated { items: 3, of: 5 }]);
    assert_eq!(remaining_per_day(&sprint), "3 2 - - - - -");
    let counted = read_document(&format!(r#""unit": "items", {items}"#));
    assert_eq!(counted.caveats, []);
    assert_eq!(remaining_per_day(&counted), "6 5 - - - - -");
}

#[test]
fn an_event_without_a_time_is_at_the_end_of_its_day() {
    let event = |at: &str| {
        read_document(&format!(
            r#""items": [{{"id": 1, "events": [{{"at": "{at}", "event": "completed"}}]}}]"#
        ))
    };
    let by_day = event("2023-08-25");
    assert_eq!(by_day.resolution, Resolution::Day);
    assert_eq!(by_day.events[0].at.to_string(), "2023-08-25T23:59:59.999999999Z");
    let by_instant = event("2023-08-25T10:00+02:00");
    assert_eq!(by_instant.resolution, Resolution::Instant);
    assert_eq!(by_instant.events[0].at.to_string(), "2023-08-25T08:00:00Z");
    // Events up to the start are part of the state at the start.
    assert!(event("2023-08-24T00:00Z").events.is_empty());
    assert!(event("2023-08-23").events.is_empty());
    assert_eq!(event("2023-08-24T00:00:01Z").events.len(), 1);
}

#[test]
fn texts_are_one_line_without_control_characters() {
    let sprint = read_document(r#""goal": " a\tb\r\n\u0000c\u0007 \u202e ", "days": [1]"#);
    assert_eq!(sprint.goal.as_deref(), Some("a b  c \u{202e}"));
}

#[test]
fn csv_tables_are_read_in_several_dialects() {
    let head = "# name: S\n# start: 2023-08-24\n# end: 2023-08-30\n";
    let table = [
        format!("{head}date,remaining,completed\n2023-08-24,20.5,2\n2023-08-25,,\n2023-08-28,18,2.5\n"),
        format!(
            "{head}\n# a comment\nDate, Remaining ,Completed\n2023-08-24, 20.5,2\n2023-08-25,,\n2023-08-28,18\n"
        ),
        format!(
            "\u{feff}{head}date;remaining;completed\n2023-08-24;20,5;2\n2023-08-25;;\n2023-08-28;18;2,5\n;;\n"
        ),
        format!("{head}date\tremaining\n2023-08-24\t20,5\n2023-08-25\t\n2023-08-28\t\"18\"\n")
            .replace('\n', "\r\n"),
        format!(
            "{head}# time-zone: UTC,,,\n# Working Days: Monday,tue wed;thu fri,,\ncompleted,date,remaining\n,2023-08-24,20.5\n,2023-08-28,18\n"
        ),
    ];
    for csv in table {
        let sprint = read_sprint(csv.as_bytes(), &ReadOptions::default());
        let sprint = sprint.unwrap_or_else(|error| unreachable!("{error}: {csv}"));
        assert_eq!(remaining_per_day(&sprint), "20.5 - - - 18 - -", "{csv}");
        assert_eq!(sprint.calendar.working_days.len(), 5);
    }
}
