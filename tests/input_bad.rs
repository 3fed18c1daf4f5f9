//! Bad input: every file of `tests/fixtures/input/bad` is refused with the message beside it.
//! `UPDATE=1` rewrites the messages; not where `CI` is set.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop where they fail")]

use std::path::{Path, PathBuf};

use emberline::{Fonts, Options, ReadOptions, chart_svg, read_chart, read_sprint as sprint};

fn message(bytes: &[u8]) -> String {
    match sprint(bytes, &ReadOptions::default()) {
        Ok(sprint) => panic!("accepted: {sprint:?}"),
        Err(error) => error.to_string(),
    }
}

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/input").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind != "txt"));
    files.sort();
    files
}

/// Compares what a function says of each file of a folder with the text beside it.
fn compare(folder: &str, say: impl Fn(&str, &[u8]) -> String) {
    let update = std::env::var_os("UPDATE").is_some();
    assert!(!(update && std::env::var_os("CI").is_some()), "UPDATE rewrites fixtures: not in CI");
    let mut wrong = Vec::new();
    for file in fixtures(folder) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let found = say(&name, &std::fs::read(&file).unwrap());
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
fn each_bad_file_has_its_message() {
    compare("bad", |name, bytes| match sprint(bytes, &ReadOptions::default()) {
        Ok(_) => format!("{name}: accepted\n"),
        Err(error) => format!("{}\n", error.with_file(name)),
    });
}

#[test]
fn each_strange_chart_has_its_message_or_its_warnings() {
    compare("charts", |name, bytes| {
        let config = match read_chart(bytes) {
            Ok(config) => config,
            Err(error) => return format!("{}\n", error.with_file(name)),
        };
        match chart_svg(&config, &Options::default(), &Fonts::embedded()) {
            Ok(_) => config.warnings().iter().map(|warning| format!("{name}: {warning}\n")).collect(),
            Err(error) => format!("{name}: {error}\n"),
        }
    });
}

#[test]
fn each_limit_is_named() {
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
        let message = message(input.as_bytes());
        assert!(message.ends_with(&format!("({limit})")), "{limit}: {message}");
        assert!(message.len() < 200, "{message}");
    }
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_line() {
    let message = message(b"{\n\"name\": \"Caf\xE9\"}");
    assert_eq!(
        message,
        "line 2: found the byte 0xE9, expected text in UTF-8 (save the file with that encoding)"
    );
}

#[test]
fn a_long_wrong_value_is_cut_in_the_message() {
    let long = "x".repeat(1_000_000);
    for input in [
        format!(r#"{{"name": "S", "start": "{long}", "end": "2023-09-05", "days": [1]}}"#),
        format!(r#"{{"name": "S", "start": "2023-08-23", "end": "2023-09-05", "days": ["{long}"]}}"#),
        format!(r#"{{"name": "S", "{long}": 1}}"#),
        format!("date,{long}\n"),
        format!("date,remaining\n2023-08-23,{long}\n"),
    ] {
        let message = message(input.as_bytes());
        assert!(message.len() < 600, "{message}");
    }
}
