//! Inputs over a limit of [`emberline::limits`]: the error has the name of the limit, which servers answer with 413.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop where they fail")]

use emberline::error::{Error, InputError};
use emberline::{Fonts, Format, Input, Options, PictureOptions, ReadOptions, limits};

/// Reads and draws an input that must be refused by one of both; returns the error.
fn refusal(input: &[u8], options: &ReadOptions) -> InputError {
    let read = Input::read(input, options);
    match read.and_then(|input| emberline::draw(&input, &Options::default(), &Fonts::embedded())) {
        Err(Error::Input(error)) => *error,
        Err(error) => panic!("another error: {error}"),
        Ok(_) => panic!("accepted: {}", String::from_utf8_lossy(input).chars().take(200).collect::<String>()),
    }
}

/// Checks that each input is refused with the name of its limit, if it exceeds one.
fn check_limits(options: &ReadOptions, cases: &[(Option<&'static str>, String)]) {
    for (limit, input) in cases {
        let error = refusal(input.as_bytes(), options);
        let start: String = input.chars().take(120).collect();
        assert_eq!(error.limit, *limit, "{start}: {error}");
        if let Some(limit) = limit {
            assert!(error.expected.contains(limit), "{start}: {error}");
        }
    }
}

/// Joins copies of a JSON value as the elements of a list.
fn repeated(value: &str, count: usize) -> String {
    vec![value; count].join(",")
}

/// Returns a text that is too long by one character.
fn long_text() -> String {
    "x".repeat(limits::MAX_TEXT_CHARS + 1)
}

/// Options that give a tracker's data a name and dates.
fn dated_options() -> ReadOptions {
    let mut options = ReadOptions::default();
    options.name = Some("Sprint 12".to_owned());
    options.start = Some("2024-03-04".parse().unwrap());
    options.end = Some("2024-03-15".parse().unwrap());
    options
}

#[test]
fn a_sprint_document_over_a_limit_is_refused_with_its_name() {
    let document = |fields: &str| {
        format!(r#"{{"name": "Sprint 12", "start": "2023-08-23", "end": "2023-09-05", {fields}}}"#)
    };
    let dated = |start: &str, end: &str| {
        format!(r#"{{"name": "Sprint 12", "start": "{start}", "end": "{end}", "days": [1]}}"#)
    };
    let event = r#"{"at": "2023-08-24", "event": "started"}"#;
    let many_events = repeated(event, limits::MAX_EVENTS + 1);
    check_limits(
        &ReadOptions::default(),
        &[
            (Some("MAX_AMOUNT"), document(r#""days": [1000000.5]"#)),
            (Some("MAX_AMOUNT"), document(r#""days": [3], "committed": 1e9"#)),
            (Some("MAX_AMOUNT"), document(r#""days": [{"remaining": 3, "reestimated": -1e9}]"#)),
            (Some("MAX_AMOUNT"), document(r#""items": [{"id": "A-1", "estimate": 1e9}]"#)),
            (None, document(r#""days": [-1]"#)),
            (Some("MAX_TEXT_CHARS"), document(&format!(r#""goal": "{}", "days": [1]"#, long_text()))),
            (Some("MAX_TEXT_CHARS"), document(&format!(r#""items": [{{"id": "{}"}}]"#, long_text()))),
            (Some("MAX_DAYS"), document(r#""as_of": "2024-10-10", "days": [1]"#)),
            (
                Some("MAX_ITEMS"),
                document(&format!(r#""items": [{}]"#, repeated(r#"{"id": 1}"#, limits::MAX_ITEMS + 1))),
            ),
            (Some("MAX_EVENTS"), document(&format!(r#""items": [{{"id": 1, "events": [{many_events}]}}]"#))),
            (
                Some("MAX_EVENTS"),
                document(&format!(r#""days": [{}]"#, repeated("1", limits::MAX_EVENTS + 1))),
            ),
            (Some("MIN_YEAR"), dated("1969-12-31", "1970-01-10")),
            (Some("MAX_YEAR"), dated("2999-12-20", "3000-01-01T00:00:00Z")),
            (None, dated("2023-02-30", "2023-03-10")),
            (Some("MAX_YEAR"), document(r#""days": [1], "holidays": ["3000-01-01"]"#)),
            (
                Some("MAX_INPUT_BYTES"),
                format!("{}{}", document(r#""days": [1]"#), " ".repeat(limits::MAX_INPUT_BYTES)),
            ),
        ],
    );
}

#[test]
fn a_table_over_a_limit_is_refused_with_its_name() {
    let table = |rows: &str| format!("# name: Sprint 12\n# end: 2023-09-05\ndate,remaining\n{rows}\n");
    check_limits(
        &ReadOptions::default(),
        &[
            (Some("MAX_AMOUNT"), table("2023-08-23,1000001")),
            (Some("MAX_AMOUNT"), table("2023-08-23,inf")),
            (None, table("2023-08-23,NaN")),
            (None, table("2023-08-23,-1")),
        ],
    );
}

#[test]
fn a_chart_js_configuration_over_a_limit_is_refused_with_its_name() {
    let bar = |rest: &str| format!(r#"{{"type": "bar", {rest}}}"#);
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let axes: Vec<String> = (0..=limits::MAX_AXES).map(|index| format!(r#""x{index}": {{}}"#)).collect();
    let annotations = repeated(r#"{"type": "line", "yMin": 1}"#, limits::MAX_ANNOTATIONS + 1);
    let configurations = [
        // The root and `options` are two levels.
        (
            Some("MAX_CONFIG_DEPTH"),
            bar(&format!(r#""options": {{"a": {}}}"#, nested(limits::MAX_CONFIG_DEPTH - 1))),
        ),
        (
            Some("MAX_DATASETS"),
            bar(&format!(r#""data": {{"datasets": [{}]}}"#, repeated("{}", limits::MAX_DATASETS + 1))),
        ),
        (
            Some("MAX_VALUES"),
            bar(&format!(
                r#""data": {{"datasets": [{{"data": [{}]}}]}}"#,
                repeated("1", limits::MAX_VALUES + 1)
            )),
        ),
        (
            Some("MAX_AXES"),
            bar(&format!(r#""data": {{"datasets": []}}, "options": {{"scales": {{{}}}}}"#, axes.join(","))),
        ),
        (
            Some("MAX_ANNOTATIONS"),
            bar(&format!(
                r#""data": {{"datasets": []}}, "options": {{"plugins": {{"annotation": {{"annotations": [{annotations}]}}}}}}"#
            )),
        ),
        (
            Some("MAX_TEXT_CHARS"),
            bar(&format!(r#""data": {{"labels": ["{}"], "datasets": []}}"#, long_text())),
        ),
        (
            Some("MAX_INPUT_BYTES"),
            bar(&format!(r#""data": {{"datasets": []}}{}"#, " ".repeat(limits::MAX_INPUT_BYTES))),
        ),
        (None, bar(r#""data": {"datasets": [3]}"#)),
    ];
    check_limits(&ReadOptions::default(), &configurations);
    let mut options = ReadOptions::default();
    options.format = Some(Format::ChartJs);
    check_limits(&options, &configurations);
    let literal = format!("{{type: 'bar', options: {{a: {}}}}}", nested(limits::MAX_CONFIG_DEPTH - 1));
    check_limits(&options, &[(Some("MAX_CONFIG_DEPTH"), literal)]);
}

/// Checks that inputs of trackers with an amount over the limit are refused with its name, and that others, whose amount is
/// negative or no number, are refused with the same message as exceeding no limit.
fn check_amounts(over: &[String], invalid: &[String]) {
    let is_over = over.iter().map(|input| (input, Some("MAX_AMOUNT")));
    for (input, limit) in is_over.chain(invalid.iter().map(|input| (input, None))) {
        let error = refusal(input.as_bytes(), &dated_options());
        assert_eq!(error.limit, limit, "{input}: {error}");
        assert!(error.expected.contains("MAX_AMOUNT"), "{input}: {error}");
    }
}

#[test]
fn an_amount_of_jira_over_the_limit_is_refused_with_its_name() {
    let jira_table = |points: &str| {
        format!("Issue key,Created,Custom field (Story Points)\nA-1,2024-03-01 10:00,{points}\n")
    };
    let jira_issue = |points: &str, changes: &str| {
        format!(
            r#"{{"names": {{"customfield_1": "Story Points"}}, "issues": [{{"key": "A-1",
            "fields": {{"created": "2024-03-01T10:00:00.000+0000", "customfield_1": {points}}},
            "changelog": {{"total": 1, "histories": [{{"id": "1", "created": "2024-03-05T10:00:00.000+0000",
            "items": [{changes}]}}]}}}}]}}"#
        )
    };
    let jira_change = |before: &str, after: &str| {
        let change = format!(
            r#"{{"field": "Story Points", "fieldId": "customfield_1", "fromString": "{before}", "toString": "{after}"}}"#
        );
        jira_issue("3", &change)
    };
    let burndown_chart = |value: &str| {
        format!(
            r#"{{"startTime": 1709542800000, "endTime": 1710500400000, "changes": {{"1709542700000": [
            {{"key": "A-1", "added": true}}, {{"key": "A-1", "statC": {{"newValue": {value}}}}}]}}}}"#
        )
    };
    let sprint_report = |value: &str| {
        format!(
            r#"{{"contents": {{"completedIssues": [], "puntedIssues": [], "issueKeysAddedDuringSprint": {{}},
            "issuesNotCompletedInCurrentSprint": [{{"key": "A-1", "estimateStatistic": {{"statFieldValue": {{"value": {value}}}}},
            "currentEstimateStatistic": {{"statFieldValue": {{"value": 1}}}}}}]}},
            "sprint": {{"id": 1, "name": "Sprint 12", "state": "ACTIVE", "startDate": "2024-03-04T09:00:00.000Z", "endDate": "2024-03-15T09:00:00.000Z"}}}}"#
        )
    };
    check_amounts(
        &[
            jira_table("1000001"),
            jira_issue("1e9", ""),
            jira_change("1000001", "3"),
            jira_change("3", "1000001"),
            burndown_chart("1e9"),
            sprint_report("1e9"),
        ],
        &[
            jira_table("-1"),
            jira_table("many"),
            jira_issue("-1", ""),
            jira_change("3", "-1"),
            burndown_chart("-1"),
            sprint_report("-1"),
        ],
    );
}

#[test]
fn an_amount_of_another_tracker_over_the_limit_is_refused_with_its_name() {
    let gitlab_issue = |weight: &str| {
        format!(
            r#"[{{"iid": 9, "project_id": 5, "title": "a", "state": "opened", "created_at": "2024-03-01T10:00:00Z", "weight": {weight},
            "milestone": {{"id": 61, "iid": 7, "title": "v1", "start_date": "2024-03-04", "due_date": "2024-03-15"}}}}]"#
        )
    };
    let gitlab_burnup = r#"{"data": {"milestone": {"title": "v1", "report": {"burnupTimeSeries": [
        {"date": "2024-03-04", "scopeCount": 1e9, "completedCount": 0}]}}}}"#;
    let github_issue = |points: &str| {
        format!(
            r#"[{{"number": 1, "title": "a", "createdAt": "2024-03-01T10:00:00Z", "closedAt": null,
            "labels": [{{"name": "points: {points}"}}], "milestone": {{"title": "v1"}}}}]"#
        )
    };
    let azure_rows = |points: &str| {
        format!(
            r#"{{"value": [{{"DateValue": "2024-03-04", "State": "New", "TotalStoryPoints": 3}},
            {{"DateValue": "2024-03-05", "State": "New", "TotalStoryPoints": {points}}}]}}"#
        )
    };
    let linear_cycle = |scope: &str, started: &str| {
        format!(
            r#"{{"startsAt": "2024-03-04T00:00:00Z", "endsAt": "2024-03-18T00:00:00Z", "scopeHistory": [{scope}],
            "completedScopeHistory": [0], "inProgressScopeHistory": [{started}]}}"#
        )
    };
    let taiga_milestone = |points: &str| {
        format!(
            r#"{{"name": "v1", "estimated_start": "2024-03-04", "estimated_finish": "2024-03-15",
            "user_stories": [{{"id": 1, "is_closed": false, "total_points": {points}}}]}}"#
        )
    };
    let taiga_stats = |total: &str, open: &str| {
        format!(
            r#"{{"name": "v1", "estimated_start": "2024-03-04", "estimated_finish": "2024-03-15", "total_points": {total},
            "days": [{{"day": "2024-03-04", "open_points": {open}}}]}}"#
        )
    };
    check_amounts(
        &[
            gitlab_issue("1e9"),
            gitlab_burnup.to_owned(),
            github_issue("1000001"),
            azure_rows("1e9"),
            linear_cycle("1e9", "0"),
            linear_cycle("1", "1e9"),
            taiga_milestone("1e9"),
            taiga_stats("1e9", "1"),
            taiga_stats("1", "1e9"),
        ],
        &[gitlab_issue("-1"), azure_rows("-1"), linear_cycle("1", "-1"), taiga_milestone("-1")],
    );
}

#[test]
fn other_limits_of_trackers_are_named() {
    let rows = "A-1,2024-03-01 10:00\n".repeat(limits::MAX_ITEMS + 1);
    let old_issue = r#"[{"number": 1, "createdAt": "0001-01-01T00:00:00Z", "closedAt": null, "milestone": {"title": "v1"}}]"#;
    let changed_in = |year: u32| {
        format!(
            r#"{{"issues": [{{"key": "A-1", "fields": {{"created": "2024-03-01T10:00:00.000+0000"}}, "changelog": {{"total": 1,
            "histories": [{{"id": "1", "created": "{year:04}-03-05T10:00:00.000+0000", "items": []}}]}}}}]}}"#
        )
    };
    check_limits(
        &dated_options(),
        &[
            (Some("MAX_ITEMS"), format!("Issue key,Created\n{rows}")),
            (Some("MIN_YEAR"), old_issue.to_owned()),
            (Some("MAX_YEAR"), changed_in(3000)),
        ],
    );
    let report = |sprints: &[String], amount: &str| {
        let entries: Vec<String> = (0..sprints.len())
            .map(|id| {
                format!(r#""{id}": {{"estimated": {{"value": {amount}}}, "completed": {{"value": 1}}}}"#)
            })
            .collect();
        let sprints: Vec<String> = sprints
            .iter()
            .enumerate()
            .map(|(id, name)| format!(r#"{{"id": {id}, "name": "{name}", "state": "CLOSED"}}"#))
            .collect();
        format!(r#"{{"sprints": [{}], "velocityStatEntries": {{{}}}}}"#, sprints.join(","), entries.join(","))
    };
    let mut options = ReadOptions::default();
    options.accepts_velocity_report = true;
    check_limits(
        &options,
        &[
            (Some("MAX_HISTORY"), report(&vec!["Sprint".to_owned(); limits::MAX_HISTORY + 1], "1")),
            (Some("MAX_TEXT_CHARS"), report(&[long_text()], "1")),
            (Some("MAX_AMOUNT"), report(&["Sprint".to_owned()], "1e9")),
            (None, report(&["Sprint".to_owned()], "-1")),
        ],
    );
}

/// A calendar of equal events.
fn calendar(event: &str, count: usize) -> String {
    let events = format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n").repeat(count);
    format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR")
}

#[test]
fn options_over_a_limit_are_refused_with_its_name() {
    let past = r#"{"name": "S", "start": "2026-02-02", "end": "2026-02-13", "committed": 5, "days": [3]}"#;
    let history = format!(r#"{{"history": [{}]}}"#, repeated(past, limits::MAX_HISTORY + 1));
    let error = PictureOptions::from_json(&history).unwrap().to_read_options(None).unwrap_err();
    assert_eq!(error.limit, Some("MAX_HISTORY"), "{error}");
    for (limit, options) in [
        (Some("MAX_DAYS"), r#"{"sprint_days": 401}"#),
        (None, r#"{"sprint_days": 0}"#),
        (Some("MAX_YEAR"), r#"{"as_of": "3000-01-01"}"#),
        (Some("MIN_YEAR"), r#"{"start": "1969-12-31"}"#),
        (None, r#"{"start": "(MAX_DAYS)"}"#),
    ] {
        let error = PictureOptions::from_json(options).unwrap_err();
        assert_eq!(error.limit, limit, "{options}: {error}");
    }
    for (limit, holidays) in [
        ("MAX_HOLIDAYS", "2026-03-02..2999-12-31".to_owned()),
        ("MAX_EVENT_DAYS", calendar("DTSTART:19700101\nDTEND:20700101\nRRULE:FREQ=DAILY", 1)),
        ("MAX_EVENT_DAYS", calendar("DTSTART:19700101\nDURATION:P3661D", 1)),
        ("MAX_HOLIDAY_ENTRIES", calendar("DTSTART:20260302", limits::MAX_HOLIDAY_ENTRIES + 1)),
        ("MAX_HOLIDAY_ENTRIES", calendar("DTSTART:20200101\nRRULE:FREQ=DAILY", 5)),
        ("MAX_CALENDAR_DEPTH", "BEGIN:VCALENDAR\n".repeat(9) + "END:VCALENDAR"),
    ] {
        let mut options = ReadOptions::default();
        options.holidays = Some(vec![holidays]);
        let sprint = r#"{"name": "S", "start": "2026-02-02", "end": "2026-02-13", "days": [3]}"#;
        check_limits(&options, &[(Some(limit), sprint.to_owned())]);
    }
    let mut options = ReadOptions::default();
    options.holidays = Some(vec!["2026-03-02".to_owned(); limits::MAX_HOLIDAY_ENTRIES + 1]);
    let sprint = r#"{"name": "S", "start": "2026-02-02", "end": "2026-02-13", "days": [3]}"#;
    check_limits(&options, &[(Some("MAX_HOLIDAY_ENTRIES"), sprint.to_owned())]);
    let mut options = ReadOptions::default();
    options.name = Some(long_text());
    let sprint = r#"{"name": "S", "start": "2026-02-02", "end": "2026-02-13", "days": [3]}"#;
    check_limits(&options, &[(Some("MAX_TEXT_CHARS"), sprint.to_owned())]);
}

#[test]
fn a_script_over_a_limit_is_refused_with_its_name() {
    let script = |code: &str| {
        format!(
            "const config = {{ type: 'bar', data: {{ labels: ['a'], datasets: [{{ data: [1] }}] }} }};\n{code}"
        )
    };
    let mut options = ReadOptions::default();
    options.runs_functions = true;
    check_limits(
        &options,
        &[
            (Some("MAX_SCRIPT_STEPS"), script("while (true) {}")),
            (Some("MAX_SCRIPT_STACK"), script("const deeper = () => deeper() + 1; deeper();")),
            (
                Some("MAX_SCRIPT_MEMORY"),
                script("const list = []; while (true) list.push(new Array(1000).fill(1));"),
            ),
            (None, script("no.such.variable;")),
        ],
    );
}
