//! Readers of tracker exports. Their ledgers are compared with counts by hand, with the trackers' own charts and with real exports.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop where they fail"
)]

mod board_events;
mod bulk_changelogs;
mod calendars;
mod choices;
mod completeness;
mod completion_times;
mod daily_figures;
mod errors;
mod field_cuts;
mod gitlab;
mod hhs;
mod histories;
mod hours;
mod jira_pages;
mod ledgers;
mod linear;
mod newer_states;
mod page_cuts;
mod planning;
mod random;
mod real;
mod secrets;
mod subtasks;
mod units;

use std::fs;
use std::path::Path;

use emberline::sprint::Sprint;
use emberline::{ReadOptions, read_sprint};

/// Reads a fixture.
fn read_fixture(name: &str) -> String {
    let path = project_root().join("tests/fixtures/trackers").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn project_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads a real export of a tracker.
fn read_real_answer(file: &str) -> String {
    let path = project_root().join("tests/data").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the default options with the changes that `set` makes.
fn options_with(set: impl FnOnce(&mut ReadOptions)) -> ReadOptions {
    let mut options = ReadOptions::default();
    set(&mut options);
    options
}

fn read_answer(text: &str, options: &ReadOptions) -> Sprint {
    read_sprint(text.as_bytes(), options).unwrap_or_else(|error| panic!("{error}"))
}

fn refusal_message(text: &str, options: &ReadOptions) -> String {
    match read_sprint(text.as_bytes(), options) {
        Ok(sprint) => panic!("accepted: {sprint:?}"),
        Err(error) => error.to_string(),
    }
}

/// Puts the day of an export before its text, as the reader expects it.
fn with_date(day: &str, text: &str) -> String {
    format!("{{\"taken\": \"{day}\"}}\n{text}\n")
}

/// Returns a line for each day, such as `06-03 +2 -8 ~1 ^3 v5 = 18 of 24` (added, removed, re-estimated, reopened and completed work,
/// then remaining work and scope). Zero amounts are omitted; `?` marks a gap.
fn ledger_lines(sprint: &Sprint) -> Vec<String> {
    let ledger = sprint.ledger();
    let mut lines = Vec::new();
    for day in &ledger.days {
        let flow = &day.flow;
        let parts = [
            ("+", flow.added),
            ("-", flow.removed),
            ("~", flow.reestimated),
            ("^", flow.reopened),
            ("v", flow.completed),
            ("d", flow.done_scope),
        ];
        let mut line = day.day.date.strftime("%m-%d").to_string();
        for (sign, amount) in parts {
            if !amount.is_zero() {
                line += &format!(" {sign}{}", amount.to_f64());
            }
        }
        line += &match day.closing {
            Some(level) => format!(" = {} of {}", level.remaining().to_f64(), level.scope.to_f64()),
            None => " ?".to_owned(),
        };
        lines.push(line);
    }
    lines
}
