//! Trackers' answers: what is read out of them, day by day, against counts by hand, against the trackers' own charts, and
//! against real answers where those are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop where they fail"
)]

mod errors;
mod gitlab;
mod hhs;
mod histories;
mod ledgers;
mod random;
mod real;
mod secrets;
mod units;

use std::fs;
use std::path::{Path, PathBuf};

use emberline::sprint::Sprint;
use emberline::{ReadOptions, read_sprint};

/// A fixture of this repository.
fn fixture(name: &str) -> String {
    let path = root().join("tests/fixtures/trackers").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Real answers of real trackers lie beside the checkout, where somebody has put them.
fn real(file: &str) -> Option<String> {
    let path: PathBuf = root().join("../shared/data").join(file);
    fs::read_to_string(path).ok()
}

fn read(text: &str, options: &ReadOptions) -> Sprint {
    read_sprint(text.as_bytes(), options).unwrap_or_else(|error| panic!("{error}"))
}

fn error(text: &str, options: &ReadOptions) -> String {
    match read_sprint(text.as_bytes(), options) {
        Ok(sprint) => panic!("accepted: {sprint:?}"),
        Err(error) => error.to_string(),
    }
}

/// Text that the reader is told to have been written on a day.
fn taken(day: &str, text: &str) -> String {
    format!("{{\"taken\": \"{day}\"}}\n{text}\n")
}

/// One line a day: `06-03 22 +2 -8 ~1 ^3 v5 = 18 of 24`, movements that are nothing left out; `?` for a gap.
fn ledger(sprint: &Sprint) -> Vec<String> {
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
