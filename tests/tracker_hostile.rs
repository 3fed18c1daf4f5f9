//! Inputs that no tracker exports: each is refused with a place or drawn, in time and memory proportional to its length, and no error
//! contains a secret.

#![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use emberline::sprint::Sprint;
use emberline::{Fonts, Format, Input, Options, ReadOptions, draw, read_sprint};

/// Maximal time of one step: far above the time in a debug build, far below that of a quadratic algorithm.
const MAX_TIME: Duration = Duration::from_secs(60);

/// Reads an input and checks the time.
fn read_in_time(text: &str, format: Option<Format>) -> Result<Sprint, String> {
    let mut options = ReadOptions::default();
    options.format = format;
    options.name = Some("Sprint".to_owned());
    options.start = Some("2024-04-08".parse().unwrap());
    options.end = Some("2024-04-19".parse().unwrap());
    let begin = Instant::now();
    let sprint = read_sprint(text.as_bytes(), &options);
    assert!(begin.elapsed() < MAX_TIME, "{:?}", begin.elapsed());
    sprint.map_err(|error| error.to_string())
}

/// Draws a sprint and checks the time and the length of the SVG.
fn draw_in_time(sprint: Sprint) {
    let begin = Instant::now();
    let picture = draw(&Input::from(sprint), &Options::default(), &Fonts::embedded()).unwrap();
    let svg = picture.svg();
    assert!(
        begin.elapsed() < MAX_TIME && svg.len() < 4_000_000,
        "{:?}, {} bytes",
        begin.elapsed(),
        svg.len()
    );
}

/// Joins `count` items with commas.
fn comma_list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

/// The path of each element is as long as the name above it, so that the paths of this input would take twenty gigabytes.
#[test]
fn a_long_list_under_a_long_name_takes_memory_proportional_to_its_length() {
    let text = format!("{{{:?}: [{}]}}", "k".repeat(200_000), comma_list(100_000, |_| "0".to_owned()));
    for format in [None, Some(Format::Linear), Some(Format::GitLab)] {
        let error = read_in_time(&text, format).unwrap_err();
        assert!(error.len() < 8_000, "{} characters", error.len());
    }
}

#[test]
fn a_deeply_nested_cycle_is_found_and_its_errors_name_the_path() {
    let (open, close) = (r#"{"a":["#.repeat(30), "]}".repeat(30));
    let text = format!(r#"{open}{{"startsAt": 7, "scopeHistory": []}}{close}"#);
    let error = read_in_time(&text, Some(Format::Linear)).unwrap_err();
    assert!(error.contains("a[0].a[0].startsAt: found 7, expected an instant"), "{error}");
}

/// No error repeats a token or an e-mail address, at any place of the input.
#[test]
fn errors_contain_no_secrets() {
    const TOKEN: &str = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    const MAIL: &str = "jane.doe@example.org";
    let long = format!("{}{TOKEN}", "x ".repeat(28));
    for secret in [TOKEN, MAIL, long.as_str()] {
        for text in [
            format!(r#"{{{secret:?}: {{"startsAt": 7, "scopeHistory": []}}}}"#),
            format!(r#"{{"startsAt": {secret:?}, "scopeHistory": []}}"#),
            format!(r#"{{"title": "", "report": {{"burnupTimeSeries": [{{"date": {secret:?}}}]}}}}"#),
            format!(r#"[{{"event": "closed", "created_at": {secret:?}}}]"#),
            format!(
                r#"{{"number": 1, "createdAt": null, "timeline": [{{"event": {secret:?}}}], "state": {{}}}}"#
            ),
            format!(r#"{{"value": [{{"DateValue": {secret:?}, "IterationPath": "a", "Count": 1}}]}}"#),
            format!(r#"{{"value": [{{"DateValue": "2024-04-08", "IterationPath": "a", {secret:?}: 1}}]}}"#),
            format!(r#"{{"user_stories": [{{"created_date": {secret:?}}}], "estimated_start": ""}}"#),
            format!(r#"{{"days": [{{"day": {secret:?}}}], "total_points": 1}}"#),
            format!(r#"[{{"type": "createCard", "date": {secret:?}, "data": {{}}}}]"#),
            format!(r#"[{{"key": {secret:?}, "fields": {{"created": "x"}}}}]"#),
            format!(r#"{{"changes": {{{secret:?}: []}}, "startTime": 0, "endTime": 1}}"#),
            format!(r#"{{"taken": {secret:?}, "issues": []}}"#),
        ] {
            if let Err(error) = read_in_time(&text, None) {
                assert!(!error.contains("16C7") && !error.contains("jane"), "{error}");
            }
        }
    }
}

/// Suggested names are texts of the input too.
#[test]
fn suggested_names_are_redacted_and_limited() {
    let cycle = |n: usize| {
        format!(
            r#"{{"name": "jane{n}@example.org", "startsAt": "2024-04-08T00:00:00Z", "scopeHistory": [1]}}"#
        )
    };
    let text = format!("[{}]", comma_list(20_000, cycle));
    let mut options = ReadOptions::default();
    options.sprint = Some("none".to_owned());
    let error = read_sprint(text.as_bytes(), &options).unwrap_err().to_string();
    assert!(error.contains("expected one of \"***\"") && !error.contains("jane"), "{error}");
    assert!(error.len() < 8_000, "{} characters", error.len());
}

/// Each figure of a cycle has the date of a day; so many days are no date any more.
#[test]
fn a_cycle_with_millions_of_figures_is_refused_with_the_limit() {
    let figures = "1,".repeat(7_400_000) + "1";
    let text = format!(
        r#"{{"startsAt": "2024-04-08T00:00:00Z", "endsAt": "2024-04-22T00:00:00Z", "scopeHistory": [1], "completedScopeHistory": [0], "inProgressScopeHistory": [{figures}]}}"#
    );
    let error = read_in_time(&text, Some(Format::Linear)).unwrap_err();
    assert!(error.contains("inProgressScopeHistory: found 7400001 entries"), "{error}");
    assert!(error.contains("MAX_EVENTS"), "{error}");
}

#[test]
fn thousands_of_boards_with_one_card_each_take_no_quadratic_time() {
    let mut text = String::new();
    for n in 0..20_000 {
        let day = nth_date(n);
        let card = format!(
            r#"{{"id": "{n}", "content": null, "s": {{"title": "A", "startDate": "2024-04-08", "duration": 5}}}}"#
        );
        writeln!(text, r#"{{"taken": "{day}", "items": [{card}]}}"#).unwrap();
    }
    draw_in_time(read_in_time(&text, Some(Format::GitHub)).unwrap());
}

/// The date of a day, counted from the first day that is read.
fn nth_date(n: usize) -> jiff::civil::Date {
    let first: jiff::civil::Date = "1970-01-01".parse().unwrap();
    first.saturating_add(jiff::Span::new().days(i64::try_from(n).unwrap()))
}

#[test]
fn thousands_of_boards_beside_issues_that_none_of_them_has_take_no_quadratic_time() {
    let mut text = String::new();
    for n in 0..40_000 {
        writeln!(text, r#"{{"taken": "{}", "items": []}}"#, nth_date(n)).unwrap();
    }
    let issue =
        |n: usize| format!(r#"{{"number": {n}, "createdAt": "2024-04-09T00:00:00Z", "state": "OPEN"}}"#);
    writeln!(text, "[{}]", comma_list(40_000, issue)).unwrap();
    draw_in_time(read_in_time(&text, Some(Format::GitHub)).unwrap());
}

#[test]
fn thousands_of_changelogs_of_one_issue_take_no_quadratic_time() {
    let fields = r#"{"created": "2024-04-08T09:00:00.000+0000", "status": {"id": "1", "name": "Done"}}"#;
    let log = |n: usize| {
        let (from, to) = (n % 2, 1 - n % 2);
        let item = format!(r#"{{"field": "status", "fieldId": "status", "from": "{from}", "to": "{to}"}}"#);
        let created = 1_712_600_000 + n;
        format!(
            r#"{{"issueId": "7", "changeHistories": [{{"id": "{n}", "created": {created}, "items": [{item}]}}]}}"#
        )
    };
    let text = format!(
        r#"[{{"id": "7", "key": "A-1", "fields": {fields}}}] {{"issueChangeLogs": [{}]}}"#,
        comma_list(40_000, log)
    );
    draw_in_time(read_in_time(&text, Some(Format::Jira)).unwrap());
}

#[test]
fn thousands_of_answers_about_one_issue_of_linear_take_no_quadratic_time() {
    let issue = |n: usize| {
        let at = format!("2024-04-09T{:02}:{:02}:{:02}.000Z", n / 3_600, n / 60 % 60, n % 60);
        let change = format!(r#"{{"id": "{n}", "createdAt": "{at}", "fromEstimate": {n}, "toEstimate": 1}}"#);
        format!(
            r#"{{"identifier": "A-1", "createdAt": "2024-04-08T09:00:00Z", "state": {{"type": "started"}}, "history": {{"nodes": [{change}]}}}}"#
        )
    };
    let text = format!(
        r#"{{"id": "c", "startsAt": "2024-04-08T00:00:00Z", "endsAt": "2024-04-22T00:00:00Z", "issues": {{"nodes": [{}]}}}}"#,
        comma_list(40_000, issue)
    );
    draw_in_time(read_in_time(&text, Some(Format::Linear)).unwrap());
}

#[test]
fn thousands_of_work_items_on_a_day_each_take_no_quadratic_time() {
    let row = |n: usize| {
        format!(
            r#"{{"DateValue": "{}", "WorkItemId": {n}, "RemainingWork": 1, "State": "New"}}"#,
            nth_date(n)
        )
    };
    let text = format!(r#"{{"value": [{}]}}"#, comma_list(50_000, row));
    draw_in_time(read_in_time(&text, Some(Format::Azure)).unwrap());
}

#[test]
fn thousands_of_fields_with_the_same_name_take_no_quadratic_time() {
    let names = comma_list(30_000, |n| format!(r#""f{n}": "Story Points""#));
    let issues = comma_list(30_000, |n| format!(r#"{{"key": "A-{n}", "fields": {{"f7": 1}}}}"#));
    let text = format!(r#"{{"names": {{{names}}}, "issues": [{issues}]}}"#);
    draw_in_time(read_in_time(&text, None).unwrap());
}

#[test]
fn rows_much_shorter_than_their_header_are_read() {
    for column in ["Sprint", "Story Points", "Issue key", "Updated"] {
        let columns = format!(",{column}").repeat(50_000);
        let text = format!("Issue key,Created{columns}\n{}", "A-1\n".repeat(50_000));
        draw_in_time(read_in_time(&text, None).unwrap());
    }
    let error = read_in_time(&format!("Issue key\n{}", "A\n".repeat(100_001)), None).unwrap_err();
    assert!(error.contains("MAX_ITEMS"), "{error}");
}

#[test]
fn a_column_a_day_takes_memory_and_time_proportional_to_the_text() {
    let days = |count: usize| (1..=count).map(|day| format!(";Day {day}")).collect::<String>();
    let error = read_in_time(&format!("Task{}\n", days(100_000)), None).unwrap_err();
    assert!(error.contains("MAX_DAYS"), "{error}");
    let rows = "A;1\n".repeat(50_000) + &"Total;50000\n".repeat(50_000);
    let error = read_in_time(&format!("Task{}\n{rows}", days(200)), None).unwrap_err();
    assert!(error.contains("a day of the sprint"), "{error}");
    draw_in_time(read_in_time(&format!("Task{}\n{rows}", days(10)), None).unwrap());
    let holidays = "2024-04-09 ".repeat(100_000);
    let text = format!("# holidays: {holidays}\nTask{}\n{rows}", days(9));
    draw_in_time(read_in_time(&text, None).unwrap());
    for start in ["9999-12-31", "2999-12-31"] {
        let text = format!("# name: A\n# start: {start}\n# holidays: {start}\nTask;Day 1;Day 2\nA;2;1\n");
        let error = read_sprint(text.as_bytes(), &ReadOptions::default()).unwrap_err().to_string();
        assert!(error.contains("MAX_YEAR"), "{error}");
    }
    let text = "# name: A\n# start: 2026-03-02\n# working_days:\nTask;Day 1;Day 2\nA;2;1\n";
    let error = read_sprint(text.as_bytes(), &ReadOptions::default()).unwrap_err().to_string();
    assert!(error.contains("MAX_DAYS"), "{error}");
}

/// Each change of scope adds a corner to the re-planned line.
#[test]
fn hundreds_of_thousands_of_changes_are_drawn_in_time() {
    let item = |n: usize| {
        let events = comma_list(10, |m| {
            let (minute, second) = ((n * 10 + m) / 60 % 60, (n * 10 + m) % 60);
            let (day, hour) = (8 + n / 2_160 % 10, n / 360 % 24);
            format!(
                r#"{{"at": "2024-04-{day:02}T{hour:02}:{minute:02}:{second:02}Z", "event": "estimated", "estimate": {m}}}"#
            )
        });
        format!(r#"{{"id": "{n}", "estimate": 1, "events": [{events}]}}"#)
    };
    let text = format!(
        r#"{{"name": "A", "start": "2024-04-08", "end": "2024-04-19", "items": [{}]}}"#,
        comma_list(20_000, item)
    );
    draw_in_time(read_in_time(&text, None).unwrap());
}
