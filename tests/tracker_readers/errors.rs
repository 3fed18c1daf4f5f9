//! Error messages: they name the tracker, the document, the place, the value found, the value expected and the remedy.

use emberline::{Format, ReadOptions};

use super::{options_with, read_fixture, refusal_message};

#[test]
fn github_errors_name_the_place_and_the_remedy() {
    let issue = r#"[{"number": 1, "createdAt": "2024-01-01T00:00:00Z", "closedAt": null}]"#;
    let board = |total: usize| {
        format!(
            r#"{{"items": [{{"id": "PVTI_1", "content": {{"type": "Issue", "number": 1, "repository": "a/b"}}, "status": "Todo",
            "sprint": {{"title": "S 1", "startDate": "2024-01-01", "duration": 7}}, "effort": 3}}], "totalCount": {total}}}"#
        )
    };
    for (text, options, expected) in [
        (
            issue.replace("2024-01-01T", "monday "),
            ReadOptions::default(),
            "github: [0].createdAt: found \"monday 00:00:00Z\", expected an instant with offset (2023-08-23T10:00:00Z)",
        ),
        (
            format!("{}{issue}", board(30)),
            ReadOptions::default(),
            "github: document 1: found 1 of the board's 30 items, expected all of them; gh project item-list --limit 30; \
             GraphQL: all pages; --partial draws what is there, and says so",
        ),
        (
            format!("{}{issue}", board(1)),
            options_with(|options| options.sprint = Some("S 2".to_owned())),
            "github: document 1: found no sprint \"S 2\", expected one of \"S 1\"",
        ),
        (
            format!("{}{issue}", board(1)),
            options_with(|options| options.estimate_field = Some("Points".to_owned())),
            "github: document 1: found no field \"Points\", expected one of the fields with numbers: \"effort\"",
        ),
        (
            format!("{}\n{}", board(1), board(1)),
            ReadOptions::default(),
            "github: document 2: found #1 a second time, expected boards of different days, each with its day; put the day \
             into each: jq '. + {taken: \"2023-08-29\"}', or into the names of the files",
        ),
        (
            r#"[{"event": "milestoned", "created_at": "2024-01-01T00:00:00Z", "milestone": {"title": "v1"}}]"#.to_owned(),
            ReadOptions::default(),
            "github: [0]: found an event that does not say of which issue, expected events with their issues; gh api --paginate \
             repos/OWNER/NAME/issues/events, or the list inside its issue as \"timeline\"",
        ),
    ] {
        assert_eq!(refusal_message(&text, &options), expected);
    }
}

#[test]
fn errors_of_other_trackers_name_the_place_and_the_remedy() {
    for (text, options, expected) in [
        (
            cycle_without_a_scope_value(),
            ReadOptions::default(),
            "linear: data.team.activeCycle.scopeHistory: found 8 figures, and 9 of completed work, expected as many of each",
        ),
        (
            read_fixture("gitlab/series.json").replace("2024-03-05\"", "03/05\""),
            ReadOptions::default(),
            "gitlab: data.milestone.report.burnupTimeSeries[1]: found the date \"03/05\", expected a date (2023-08-23)",
        ),
        (
            r#"{"value": [{"DateValue": "2024-03-04T00:00:00Z", "State": "New", "Weight": 3}]}"#.to_owned(),
            ReadOptions::default(),
            "azure: value[0]: found a row with Weight, expected \"Count\"; aggregate($count as Count)",
        ),
        (
            read_fixture("trello/actions.json"),
            options_with(|options| options.sprint = Some("x".to_owned())),
            "trello: found the sprint \"x\", expected no sprint: a Trello board has none; give --name, --start and --end \
             (name, start, end among the options)",
        ),
    ] {
        assert_eq!(refusal_message(&text, &options), expected);
    }
}

#[test]
fn a_forced_format_is_named_in_its_errors() {
    for format in
        [Format::GitHub, Format::GitLab, Format::Azure, Format::Linear, Format::Trello, Format::Taiga]
    {
        for text in ["{}", "[]", "3", "[3]", "[[]]", "{\"items\": 3}", "{\"data\": {\"a\": null}}", "null {}"]
        {
            let options = options_with(|options| options.format = Some(format));
            let message = refusal_message(text, &options);
            assert!(message.starts_with(format.name()), "{message}");
        }
    }
}

/// A cycle whose list of scope values is one day shorter than that of completed work.
fn cycle_without_a_scope_value() -> String {
    let mut cycle: serde_json::Value = serde_json::from_str(&read_fixture("linear/cycle.json")).unwrap();
    cycle["data"]["team"]["activeCycle"]["scopeHistory"].as_array_mut().unwrap().pop();
    cycle.to_string()
}

#[test]
fn lines_of_a_table_are_counted_whatever_ends_them() {
    let table = "Issue key,Created,Custom field (Story Points)\nAB-1,2026-02-20 09:00,3\n\nAB-2,2026-02-20 09:00,five\n";
    for line_end in ["\n", "\r\n"] {
        let options = options_with(|options| {
            options.start = Some("2026-03-02".parse().unwrap());
            options.end = Some("2026-03-13".parse().unwrap());
        });
        let message = refusal_message(&table.replace('\n', line_end), &options);
        assert_eq!(
            message,
            "jira: line 4, Custom field (Story Points): found \"five\", expected a number from 0 to 1000000 (MAX_AMOUNT)"
        );
    }
}
