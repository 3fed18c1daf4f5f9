//! Bad input: each file of `tests/fixtures/input/bad` is refused with the message in the text file beside it. `UPDATE=1` rewrites the
//! messages, unless `CI` is set.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop where they fail")]

use std::path::{Path, PathBuf};

use emberline::{Fonts, Input, Options, ReadOptions, draw, read_chart_js, read_sprint};

/// Reads an input that must be refused; returns the error message.
fn refusal_message(bytes: &[u8]) -> String {
    match read_sprint(bytes, &ReadOptions::default()) {
        Ok(sprint) => panic!("accepted: {sprint:?}"),
        Err(error) => error.to_string(),
    }
}

/// Lists the input files of a folder of `tests/fixtures/input`, sorted by name.
fn fixture_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/input").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind != "txt"));
    files.sort();
    files
}

/// Compares the text that `describe` returns for each file of a folder with the text file beside it.
fn compare_with_texts(folder: &str, describe: impl Fn(&str, &[u8]) -> String) {
    let update = std::env::var_os("UPDATE").is_some();
    assert!(!(update && std::env::var_os("CI").is_some()), "UPDATE rewrites fixtures and is refused in CI");
    let mut wrong = Vec::new();
    for file in fixture_files(folder) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let found = describe(&name, &std::fs::read(&file).unwrap());
        let beside = file.with_extension("txt");
        if update {
            std::fs::write(&beside, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        if found != expected {
            wrong.push(format!("found    {found}expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_bad_input_is_refused_with_its_message() {
    compare_with_texts("bad", |name, bytes| match read_sprint(bytes, &ReadOptions::default()) {
        Ok(_) => format!("{name}: accepted\n"),
        Err(error) => format!("{}\n", error.with_file(name)),
    });
}

#[test]
fn each_unusual_chart_has_its_error_message_or_its_warnings() {
    compare_with_texts("charts", |name, bytes| {
        let config = match read_chart_js(bytes, &ReadOptions::default()) {
            Ok(config) => config,
            Err(error) => return format!("{}\n", error.with_file(name)),
        };
        let warnings = config.warnings();
        match draw(&Input::from(config), &Options::default(), &Fonts::embedded()) {
            Ok(_) => warnings.iter().map(|warning| format!("{name}: {warning}\n")).collect(),
            Err(error) => format!("{name}: {error}\n"),
        }
    });
}

#[test]
fn an_input_over_a_limit_is_refused_with_the_name_of_the_limit() {
    let frame = r#""name": "S", "start": "2023-08-23", "end": "2023-09-05""#;
    let document = |rest: &str| format!("{{{frame}, {rest}}}");
    let repeated = |one: &str, times: usize| vec![one; times].join(",");
    let event = r#"{"at": "2023-08-24", "event": "started"}"#;
    let cases = [
        ("MAX_TEXT_CHARS", document(&format!(r#""goal": "{}", "days": [1]"#, "x".repeat(10_000_000)))),
        ("MAX_TEXT_CHARS", document(&format!(r#""items": [{{"id": "{}"}}]"#, "x".repeat(2_001)))),
        ("MAX_ITEMS", document(&format!(r#""items": [{}]"#, repeated(r#"{"id": 1}"#, 100_001)))),
        (
            "MAX_EVENTS",
            document(&format!(r#""items": [{{"id": 1, "events": [{}]}}]"#, repeated(event, 1_000_001))),
        ),
        ("MAX_EVENTS", document(&format!(r#""days": [{}]"#, repeated("1", 1_000_001)))),
        ("MAX_AMOUNT", document(r#""days": [1000000.5]"#)),
        ("MAX_DAYS", document(r#""as_of": "2024-10-10", "days": [1]"#)),
        ("MAX_INPUT_BYTES", format!("{}{}", document(r#""days": [1]"#), " ".repeat(64 * 1024 * 1024))),
    ];
    for (limit, input) in cases {
        let message = refusal_message(input.as_bytes());
        let (refusal, remedy) = message.split_once("; ").unwrap_or((&message, ""));
        assert!(refusal.ends_with(&format!("({limit})")), "{limit}: {message}");
        assert!(refusal.len() < 200, "{message}");
        let is_helped = limit == "MAX_INPUT_BYTES";
        assert_eq!(remedy, if is_helped { OVERSIZED_REMEDY } else { "" }, "{limit}");
    }
}

const OVERSIZED_REMEDY: &str = "ask the tracker for one sprint, and for the fields that matter (Jira: \
    fields=summary,status,issuetype,created,updated,resolutiondate,SPRINT,POINTS&expand=changelog)";

#[test]
fn bytes_that_are_not_utf_8_are_reported_with_their_line() {
    let message = refusal_message(b"{\n\"name\": \"Caf\xE9\"}");
    assert_eq!(
        message,
        "line 2: found the byte 0xE9, expected text in UTF-8 (save the file with that encoding)"
    );
}

#[test]
fn a_long_wrong_value_is_shortened_in_the_message() {
    let long = "x".repeat(1_000_000);
    for input in [
        format!(r#"{{"name": "S", "start": "{long}", "end": "2023-09-05", "days": [1]}}"#),
        format!(r#"{{"name": "S", "start": "2023-08-23", "end": "2023-09-05", "days": ["{long}"]}}"#),
        format!(r#"{{"name": "S", "{long}": 1}}"#),
        format!("date,{long}\n"),
        format!("date,remaining\n2023-08-23,{long}\n"),
    ] {
        let message = refusal_message(input.as_bytes());
        assert!(message.len() < 600, "{message}");
    }
}
