//! Answers that nobody's tracker gives: each is refused at its place, or drawn, in a time and a memory that its length explains,
//! and no error tells a secret.

#![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use emberline::sprint::Sprint;
use emberline::{Fonts, Format, Options, ReadOptions, read_sprint, render_svg};

/// Far over what any of these takes without optimisation, far under what a pair of loops takes.
const SOON: Duration = Duration::from_secs(60);

fn read(text: &str, format: Option<Format>) -> Result<Sprint, String> {
    let options = ReadOptions {
        format,
        name: Some("Sprint".to_owned()),
        start: Some("2024-04-08".parse().unwrap()),
        end: Some("2024-04-19".parse().unwrap()),
        ..ReadOptions::default()
    };
    let begin = Instant::now();
    let sprint = read_sprint(text.as_bytes(), &options);
    assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());
    sprint.map_err(|error| error.to_string())
}

fn drawn(sprint: &Sprint) {
    let begin = Instant::now();
    let svg = render_svg(sprint, &Options::default(), &Fonts::embedded()).unwrap();
    assert!(begin.elapsed() < SOON && svg.len() < 4_000_000, "{:?}, {} bytes", begin.elapsed(), svg.len());
}

/// `count` texts in a row with commas between them.
fn list(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(",")
}

/// Each element's path is as long as the name above it: as much input would have paths of twenty gigabytes.
#[test]
fn a_long_list_under_a_long_name_takes_no_more_memory_than_it_is_long() {
    let text = format!("{{{:?}: [{}]}}", "k".repeat(200_000), list(100_000, |_| "0".to_owned()));
    for format in [None, Some(Format::Linear), Some(Format::GitLab)] {
        let error = read(&text, format).unwrap_err();
        assert!(error.len() < 8_000, "{} characters", error.len());
    }
}

#[test]
fn a_cycle_far_down_is_found_and_its_errors_say_where() {
    let (open, close) = (r#"{"a":["#.repeat(30), "]}".repeat(30));
    let text = format!(r#"{open}{{"startsAt": 7, "scopeHistory": []}}{close}"#);
    let error = read(&text, Some(Format::Linear)).unwrap_err();
    assert!(error.contains("a[0].a[0].startsAt: found 7, expected an instant"), "{error}");
}

/// No error repeats a secret or an address, wherever in the answer it stands.
#[test]
fn errors_tell_no_secrets() {
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
            if let Err(error) = read(&text, None) {
                assert!(!error.contains("16C7") && !error.contains("jane"), "{error}");
            }
        }
    }
}

/// What is offered instead is the input's own words as well.
#[test]
fn names_that_are_offered_are_hidden_and_cut_too() {
    let cycle = |n: usize| {
        format!(
            r#"{{"name": "jane{n}@example.org", "startsAt": "2024-04-08T00:00:00Z", "scopeHistory": [1]}}"#
        )
    };
    let text = format!("[{}]", list(20_000, cycle));
    let options = ReadOptions { sprint: Some("none".to_owned()), ..ReadOptions::default() };
    let error = read_sprint(text.as_bytes(), &options).unwrap_err().to_string();
    assert!(error.contains("expected one of \"***\"") && !error.contains("jane"), "{error}");
    assert!(error.len() < 8_000, "{} characters", error.len());
}

#[test]
fn thousands_of_boards_with_a_card_each_are_read_once() {
    let mut text = String::new();
    let first: jiff::civil::Date = "1970-01-01".parse().unwrap();
    for n in 0..20_000 {
        let day = first.saturating_add(jiff::Span::new().days(n));
        let card = format!(
            r#"{{"id": "{n}", "content": null, "s": {{"title": "A", "startDate": "2024-04-08", "duration": 5}}}}"#
        );
        writeln!(text, r#"{{"taken": "{day}", "items": [{card}]}}"#).unwrap();
    }
    drawn(&read(&text, Some(Format::GitHub)).unwrap());
}

#[test]
fn thousands_of_fields_of_one_name_are_counted_once() {
    let names = list(30_000, |n| format!(r#""f{n}": "Story Points""#));
    let issues = list(30_000, |n| format!(r#"{{"key": "A-{n}", "fields": {{"f7": 1}}}}"#));
    let text = format!(r#"{{"names": {{{names}}}, "issues": [{issues}]}}"#);
    drawn(&read(&text, None).unwrap());
}

#[test]
fn rows_far_shorter_than_their_header_are_read_as_far_as_they_go() {
    let text = format!("Issue key{}\n{}", ",Sprint".repeat(50_000), "A-1\n".repeat(50_000));
    drawn(&read(&text, None).unwrap());
    let error = read(&format!("Issue key\n{}", "A\n".repeat(100_001)), None).unwrap_err();
    assert!(error.contains("MAX_ITEMS"), "{error}");
}

/// Every change of scope has its corner in the re-planned line.
#[test]
fn hundreds_of_thousands_of_changes_are_drawn_soon() {
    let item = |n: usize| {
        let events = list(10, |m| {
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
        list(20_000, item)
    );
    drawn(&read(&text, None).unwrap());
}
