//! Tables: exports of trackers and spreadsheets. The expected numbers are worked out by hand; most files say how.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

mod exports;
mod spreadsheets;

use std::fs;
use std::path::{Path, PathBuf};

use emberline::sprint::{Sprint, Unit};
use emberline::{ReadOptions, read_sprint};

/// The numbers of a sprint at the end of its data.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Totals {
    unit: Unit,
    committed: f64,
    added: f64,
    removed: f64,
    reestimated: f64,
    completed: f64,
    remaining: f64,
}

const POINTS: Totals = Totals {
    unit: Unit::Points,
    committed: 8.0,
    added: 2.0,
    removed: 0.0,
    reestimated: 0.0,
    completed: 5.0,
    remaining: 5.0,
};

/// Two items of 5 and 3 points of which the first is done.
const TWO_ITEMS: Totals = Totals { added: 0.0, remaining: 3.0, ..POINTS };

const HOURS: Totals = Totals { unit: Unit::Hours, ..POINTS };

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/trackers").join(folder)
}

/// Returns the options in the file of arguments beside an input.
fn options_of(input: &Path) -> ReadOptions {
    let mut options = ReadOptions::default();
    let arguments = fs::read_to_string(input.with_extension("args")).unwrap_or_default();
    let mut words = arguments.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "--partial" => options.partial = true,
            "--name" => options.name = words.next().map(str::to_owned),
            "--start" => options.start = Some(words.next().unwrap().parse().unwrap()),
            "--end" => options.end = Some(words.next().unwrap().parse().unwrap()),
            other => panic!("an argument that this test does not know: {other}"),
        }
    }
    options
}

fn read(input: &Path) -> Sprint {
    read_sprint(&fs::read(input).unwrap(), &options_of(input))
        .unwrap_or_else(|error| panic!("{}: {error}", input.display()))
}

/// Returns the numbers of a sprint, and checks that its days add up to them.
fn totals(sprint: &Sprint) -> Totals {
    let ledger = sprint.ledger();
    let sum = |amount_of: fn(&emberline::sprint::Flow) -> emberline::sprint::Amount| -> f64 {
        ledger.days.iter().map(|day| amount_of(&day.flow).to_f64()).sum()
    };
    let totals = Totals {
        unit: sprint.unit,
        committed: sprint.opening.remaining().to_f64(),
        added: sum(|flow| flow.added),
        removed: sum(|flow| flow.removed),
        reestimated: sum(|flow| flow.reestimated),
        completed: sum(|flow| flow.completed),
        remaining: ledger.latest_level().remaining().to_f64(),
    };
    let Totals { committed, added, removed, reestimated, completed, remaining, .. } = totals;
    assert_eq!(committed + added - removed + reestimated - completed, remaining);
    totals
}

/// Reads a table of a sprint from 2 to 13 March.
fn read_text(text: &str) -> Result<Sprint, String> {
    let mut options = ReadOptions::default();
    options.name = Some("Sprint 3".to_owned());
    options.start = Some("2026-03-02".parse().unwrap());
    options.end = Some("2026-03-13".parse().unwrap());
    read_sprint(text.as_bytes(), &options).map_err(|error| error.to_string())
}

/// True if a text ends within a quoted cell, or within a line that has fewer cells than the first line of its table.
fn is_visibly_cut(text: &str, separator: char) -> bool {
    let table: Vec<&str> = text.split_inclusive('\n').skip_while(|line| line.starts_with('#')).collect();
    let table = table.concat();
    let outside: String = table.split('"').step_by(2).collect();
    let cells = |line: &str| line.matches(separator).count();
    let mut lines = outside.split('\n');
    let header = cells(lines.next().unwrap_or_default());
    let last = lines.next_back().unwrap_or_default();
    table.matches('"').count() % 2 == 1 || (!last.trim().is_empty() && cells(last) < header)
}

#[test]
fn a_table_that_is_cut_off_within_a_row_is_refused() {
    for (folder, name, separator) in [
        ("exports", "jira-en.csv", ','),
        ("exports", "jira-de.csv", ';'),
        ("exports", "linear.csv", ','),
        ("exports", "gitlab.csv", ','),
        ("exports", "azure-month-first.csv", ','),
        ("exports", "shortcut.csv", ','),
        ("spreadsheets", "days-pl.csv", ';'),
        ("spreadsheets", "tasks-dates.csv", ';'),
    ] {
        let input = fixtures(folder).join(name);
        let (text, options) = (fs::read_to_string(&input).unwrap(), options_of(&input));
        let mut refused = 0;
        for (end, _) in text.char_indices() {
            let part = &text[..end];
            if is_visibly_cut(part, separator) {
                let result = read_sprint(part.as_bytes(), &options);
                assert!(
                    result.is_err(),
                    "{name}: cut at byte {end}: {:?}",
                    &part[part.len().saturating_sub(40)..]
                );
                refused += 1;
            }
        }
        assert!(refused > 20, "{name}: only {refused} cuts");
    }
}

#[test]
fn line_ends_and_marks_of_other_systems_change_nothing() {
    let input = fixtures("exports").join("jira-en.csv");
    let (text, options) = (fs::read_to_string(&input).unwrap(), options_of(&input));
    let variants = [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), text.replace('\t', " ")];
    for variant in variants {
        assert_eq!(totals(&read_sprint(variant.as_bytes(), &options).unwrap()), POINTS);
        let utf16: Vec<u8> = variant.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(totals(&read_sprint(&utf16, &options).unwrap()), POINTS);
    }
}
