//! What the readings, items and changes of a document mean, case by case.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{Amount, Caveat, Flow, Resolution, Sprint};
use emberline::{Moment, ReadOptions, read_sprint as sprint};

const FRAME: &str = r#""name": "S", "start": "2023-08-24", "end": "2023-08-30""#;

fn read_with(rest: &str, options: &ReadOptions) -> Sprint {
    let json = format!("{{{FRAME}, {rest}}}");
    sprint(json.as_bytes(), options).unwrap_or_else(|error| unreachable!("{error}: {json}"))
}

fn read(rest: &str) -> Sprint {
    read_with(rest, &ReadOptions::default())
}

/// Per day what remained: `-` where nothing is known.
fn line(sprint: &Sprint) -> String {
    let closing = sprint.ledger().days.into_iter().map(|day| day.closing);
    let shown =
        closing.map(|level| level.map_or("-".to_owned(), |level| level.remaining().to_f64().to_string()));
    shown.collect::<Vec<_>>().join(" ")
}

/// added, removed, re-estimated, reopened, completed.
fn figures(flow: Flow) -> [f64; 5] {
    [flow.added, flow.removed, flow.reestimated, flow.reopened, flow.completed].map(Amount::to_f64)
}

#[test]
fn what_a_day_does_not_say_is_inferred() {
    let table = [
        // committed 20, the day's entry, its flow
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
        let sprint = read(&format!(r#""committed": 20, "days": [{entry}]"#));
        assert_eq!(figures(sprint.ledger().days[0].flow), expected, "{entry}");
        assert_eq!(sprint.committed().to_f64(), 20.0);
    }
}

#[test]
fn the_committed_work_is_worked_back() {
    let table = [
        ("[20, 18]", 20.0),
        (r#"[{"remaining": 18, "completed": 5, "added": 1}, 12]"#, 22.0),
        (r#"[{"completed": 5}, {"remaining": 18, "added": 1}]"#, 22.0),
        ("[null, 18]", 18.0),
    ];
    for (days, committed) in table {
        assert_eq!(read(&format!(r#""days": {days}"#)).committed().to_f64(), committed, "{days}");
    }
}

#[test]
fn a_gap_is_a_gap() {
    // Thursday to Wednesday; 26 and 27 August are a weekend.
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
        let sprint = read(&format!(r#""days": {days}"#));
        assert_eq!(line(&sprint), expected, "{days}");
        let caveat = sprint.caveats.iter().find(|caveat| matches!(caveat, Caveat::Gaps(_)));
        assert_eq!(caveat.copied(), (gaps > 0).then_some(Caveat::Gaps(gaps)), "{days}");
    }
    let after = read(r#""days": [20, null, 15]"#).ledger();
    assert_eq!(figures(after.days[2].flow), [0.0, 0.0, 0.0, 0.0, 5.0]);
    assert!(after.days[1].flow.is_zero());
}

#[test]
fn nothing_later_than_as_of_is_known() {
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
        assert_eq!(line(&read(&format!("{as_of}, {shape}"))), expected, "{as_of}");
    }
}

#[test]
fn the_current_time_goes_under_as_of_and_stops_at_the_end() {
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
        let options = ReadOptions { now: now.map(|now| now.parse().unwrap()), ..ReadOptions::default() };
        assert_eq!(read_with(rest, &options).as_of.to_string(), expected, "{now:?} {rest}");
    }
    let as_of = Some(Moment::Date("2023-08-25".parse().unwrap()));
    let over = read_with(
        r#""as_of": "2023-08-28", "items": [{"id": 1}]"#,
        &ReadOptions { as_of, ..ReadOptions::default() },
    );
    assert_eq!(over.as_of.to_string(), "2023-08-26T00:00:00Z");
}

#[test]
fn an_item_counts_from_its_last_state_only() {
    let added = r#"{"at": "2023-08-25T09:00", "event": "added"}"#;
    let completed = r#"{"at": "2023-08-25T12:00", "event": "completed"}"#;
    let reopened = r#"{"at": "2023-08-25T12:00:06", "event": "reopened"}"#;
    let estimated = r#"{"at": "2023-08-25T10:00", "event": "estimated", "estimate": 8}"#;
    let removed = r#"{"at": "2023-08-25T18:00", "event": "removed"}"#;
    let done_before = r#"{"at": "2023-08-21T18:00", "event": "completed"}"#;
    let table = [
        // events of an item of 5, committed, flow of the second day, change of scope that leaves the rest alone
        (vec![], 5.0, [0.0; 5], 0.0),
        (vec![added], 0.0, [5.0, 0.0, 0.0, 0.0, 0.0], 0.0),
        (vec![completed], 5.0, [0.0, 0.0, 0.0, 0.0, 5.0], 0.0),
        (vec![completed, reopened], 5.0, [0.0; 5], 0.0),
        (vec![estimated], 5.0, [0.0, 0.0, 3.0, 0.0, 0.0], 0.0),
        (vec![completed, estimated], 5.0, [0.0, 0.0, 3.0, 0.0, 8.0], 0.0),
        (vec![removed], 5.0, [0.0, 5.0, 0.0, 0.0, 0.0], 0.0),
        (vec![removed, estimated], 5.0, [0.0, 5.0, 0.0, 0.0, 0.0], 0.0),
        // Came in and was done on one day: work, not a wash.
        (vec![added, completed], 0.0, [5.0, 0.0, 0.0, 0.0, 5.0], 0.0),
        // Done before it was added: scope and done work grow, what remains does not.
        (vec![done_before, added], 0.0, [0.0; 5], 5.0),
        (vec![done_before, added, reopened], 0.0, [5.0, 0.0, 0.0, 0.0, 0.0], 0.0),
        (vec![done_before, reopened], 0.0, [0.0, 0.0, 0.0, 5.0, 0.0], 0.0),
        (vec![done_before, estimated], 0.0, [0.0; 5], 3.0),
        (vec![done_before, removed], 0.0, [0.0; 5], -5.0),
    ];
    for (events, committed, expected, done_scope) in table {
        let events = events.join(",");
        let sprint = read(&format!(
            r#""as_of": "2023-08-30", "items": [{{"id": 1, "estimate": 5, "events": [{events}]}}]"#
        ));
        let flow = sprint.ledger().days[1].flow;
        assert_eq!(sprint.committed().to_f64(), committed, "{events}");
        assert_eq!(figures(flow), expected, "{events}");
        assert_eq!(flow.done_scope.to_f64(), done_scope, "{events}");
    }
}

#[test]
fn unestimated_is_not_zero() {
    let items = r#""items": [{"id": 1, "estimate": 0}, {"id": 2}, {"id": 3, "estimate": null},
        {"id": 4, "estimate": 3, "events": [{"at": "2023-08-25", "event": "estimated", "estimate": null}]},
        {"id": 5, "events": [{"at": "2023-08-25", "event": "estimated", "estimate": 2}]},
        {"id": 6, "events": [{"at": "2023-08-25", "event": "removed"}]}]"#;
    let sprint = read(items);
    assert_eq!(sprint.caveats, [Caveat::Unestimated { items: 3, of: 5 }]);
    assert_eq!(line(&sprint), "3 2 - - - - -");
    let counted = read(&format!(r#""unit": "items", {items}"#));
    assert_eq!(counted.caveats, []);
    assert_eq!(line(&counted), "6 5 - - - - -");
}

#[test]
fn an_event_without_a_time_stands_at_the_end_of_its_day() {
    let event = |at: &str| {
        read(&format!(r#""items": [{{"id": 1, "events": [{{"at": "{at}", "event": "completed"}}]}}]"#))
    };
    let by_day = event("2023-08-25");
    assert_eq!(by_day.resolution, Resolution::Day);
    assert_eq!(by_day.events[0].at.to_string(), "2023-08-25T23:59:59.999999999Z");
    let by_instant = event("2023-08-25T10:00+02:00");
    assert_eq!(by_instant.resolution, Resolution::Instant);
    assert_eq!(by_instant.events[0].at.to_string(), "2023-08-25T08:00:00Z");
    // Up to the start: part of the state at the start.
    assert!(event("2023-08-24T00:00Z").events.is_empty());
    assert!(event("2023-08-23").events.is_empty());
    assert_eq!(event("2023-08-24T00:00:01Z").events.len(), 1);
}

#[test]
fn texts_are_one_line_without_control_characters() {
    let sprint = read(r#""goal": " a\tb\r\n\u0000c\u0007 \u202e ", "days": [1]"#);
    assert_eq!(sprint.goal.as_deref(), Some("a b  c \u{202e}"));
}

#[test]
fn a_table_comes_in_many_dialects() {
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
        let sprint = sprint(csv.as_bytes(), &ReadOptions::default());
        let sprint = sprint.unwrap_or_else(|error| unreachable!("{error}: {csv}"));
        assert_eq!(line(&sprint), "20.5 - - - 18 - -", "{csv}");
        assert_eq!(sprint.calendar.working_days.len(), 5);
    }
}
