//! The score in `docs/chartjs.md`: this test checks it, and writes it on request.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use crate::case::Outcome;

const START: &str = "<!-- score: UPDATE=1 cargo test --test chartjs -->\n";
const END: &str = "<!-- end of score -->\n";

/// Numbers of cases of one directory, without those that do not count.
#[derive(Clone, Copy, Default)]
pub struct Score {
    pub passed: usize,
    pub total: usize,
}

/// Returns the score of each directory.
pub fn folder_scores(outcomes: &[Outcome]) -> BTreeMap<&str, Score> {
    let mut folders: BTreeMap<&str, Score> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| !outcome.blank) {
        let entry = folders.entry(outcome.folder()).or_default();
        entry.passed += usize::from(outcome.passed);
        entry.total += 1;
    }
    folders
}

/// The score as a Markdown table.
pub fn table(outcomes: &[Outcome]) -> String {
    let folders = folder_scores(outcomes);
    let passed: usize = folders.values().map(|score| score.passed).sum();
    let total: usize = folders.values().map(|score| score.total).sum();
    let row = |(name, score): (&str, Score)| format!("| {name} | {} | {} |\n", score.passed, score.total);
    let rows: String = folders.into_iter().map(row).collect();
    format!("| directory | passed | of |\n|---|--:|--:|\n{rows}| **all** | **{passed}** | **{total}** |\n")
}

/// Fails if the page has another score, or if its list of failing cases is not that of the outcomes.
pub fn check_score(page: &Path, outcomes: &[Outcome]) {
    let text = fs::read_to_string(page).expect("docs/chartjs.md is accessible");
    let (before, rest) = text.split_once(START).expect("the page marks the start of the score");
    let (known, after) = rest.split_once(END).expect("the page marks the end of the score");
    let table = table(outcomes);
    if known != table {
        let update = env::var_os("UPDATE").is_some_and(|value| value == "1");
        let ci = env::var_os("CI").is_some();
        assert!(
            update && !ci,
            "docs/chartjs.md has another score; UPDATE=1 cargo test --test chartjs writes the new one"
        );
        fs::write(page, format!("{before}{START}{table}{END}{after}"))
            .expect("docs/chartjs.md is accessible");
    }
    for outcome in outcomes.iter().filter(|outcome| !outcome.blank) {
        let named = after.contains(&format!("`{}`", outcome.id));
        assert!(
            named != outcome.passed,
            "{} {}: docs/chartjs.md {}",
            outcome.id,
            if outcome.passed { "passes" } else { "fails" },
            if named { "lists it as failing" } else { "gives no reason" },
        );
    }
}
