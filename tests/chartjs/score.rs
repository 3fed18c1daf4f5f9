//! The score in `docs/chartjs.md`: written by this test, and checked.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use crate::case::Outcome;

const START: &str = "<!-- score: UPDATE=1 cargo test --test chartjs -->\n";
const END: &str = "<!-- end of score -->\n";

/// Cases that passed and all that count, by directory.
pub fn folders(outcomes: &[Outcome]) -> BTreeMap<&str, (usize, usize)> {
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| !outcome.blank) {
        let entry = folders.entry(outcome.folder()).or_default();
        entry.0 += usize::from(outcome.passed);
        entry.1 += 1;
    }
    folders
}

/// The score as a Markdown table.
pub fn table(outcomes: &[Outcome]) -> String {
    let folders = folders(outcomes);
    let sum = folders.values().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    let row = |(name, (passed, all)): (&str, (usize, usize))| format!("| {name} | {passed} | {all} |\n");
    let rows: String = folders.into_iter().map(row).collect();
    format!("| directory | passed | of |\n|---|--:|--:|\n{rows}| **all** | **{}** | **{}** |\n", sum.0, sum.1)
}

/// Fails where the page's score is not this one, or where its list of failing cases names others.
pub fn check(page: &Path, outcomes: &[Outcome]) {
    let text = fs::read_to_string(page).expect("docs/chartjs.md");
    let (before, rest) = text.split_once(START).expect("the score's start");
    let (known, after) = rest.split_once(END).expect("the score's end");
    let table = table(outcomes);
    if known != table {
        let update = env::var_os("UPDATE").is_some_and(|value| value == "1");
        let ci = env::var_os("CI").is_some();
        assert!(
            update && !ci,
            "docs/chartjs.md has another score; UPDATE=1 cargo test --test chartjs writes it"
        );
        fs::write(page, format!("{before}{START}{table}{END}{after}")).expect("docs/chartjs.md");
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
