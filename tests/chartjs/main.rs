//! Chart.js's own picture tests, which lie beside the checkout: the score must be the one in `docs/chartjs.md`.
//! `target/chartjs/index.html` shows every case; `UPDATE=1` rewrites the score, `CHARTJS_ONLY=text` draws some alone.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test"
)]

mod case;
mod page;
mod pixelmatch;
mod score;
mod warnings;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use case::{Outcome, check_case};
use emberline::Fonts;
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;

/// A test of all cases: their folder, and the index that lists them.
type CaseTest = fn(&Path, &[Value]);

/// The tests of this program: each needs the folder of cases.
const TESTS: [(&str, CaseTest); 2] = [
    ("cases_look_as_chart_js_draws_them", cases_look_as_chart_js_draws_them),
    (
        "cases_warn_of_nothing_but_what_chart_js_ignores",
        warnings::cases_warn_of_nothing_but_what_chart_js_ignores,
    ),
];

/// Chart.js's picture cases are too large for this repository. Without them the tests are reported as ignored; continuous
/// integration must have them, so there they fail.
fn main() {
    let arguments = Arguments::from_args();
    let cases = repository_root().join("../shared/chartjs-cases");
    let index = fs::read_to_string(cases.join("index.json"));
    let is_ignored = index.is_err() && env::var_os("CI").is_none();
    let reason = format!("needs Chart.js's picture cases in {}", cases.display());
    if is_ignored {
        eprintln!("ignored: {reason}");
    }
    let trials = TESTS.map(|(name, test)| {
        let (cases, index, reason) = (cases.clone(), index.as_ref().ok().cloned(), reason.clone());
        let run = move || {
            let index = index.ok_or(reason)?;
            test(&cases, &serde_json::from_str::<Vec<Value>>(&index)?);
            Ok::<(), Failed>(())
        };
        Trial::test(name, run).with_ignored_flag(is_ignored)
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}

fn repository_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases_look_as_chart_js_draws_them(cases: &Path, index: &[Value]) {
    let root = repository_root();
    let folder = folder(root);
    let outcomes = run(cases, index, &folder);
    fs::write(folder.join("index.html"), page::html_page(&outcomes)).expect("the page");
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed) {
        println!("failed: {} ({})", outcome.id, outcome.explanation);
    }
    println!("{}", score::table(&outcomes));
    println!("every case: {}", folder.join("index.html").display());
    if env::var_os("CHARTJS_ONLY").is_none() {
        score::check_score(&root.join("docs/chartjs.md"), &outcomes);
    }
}

/// Returns the folder of the page, which is outside the repository: the cases' files may not enter it.
fn folder(root: &Path) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    target.join("chartjs")
}

fn run(cases: &Path, index: &[Value], folder: &Path) -> Vec<Outcome> {
    let fonts = Fonts::embedded();
    let only = env::var("CHARTJS_ONLY").unwrap_or_default();
    let index: Vec<&Value> =
        index.iter().filter(|case| case["id"].as_str().is_some_and(|id| id.contains(&only))).collect();
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(case) = index.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = check_case(cases, case, &fonts, folder);
                    outcomes.lock().expect("no panic").push(outcome);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().expect("no panic");
    outcomes.sort_by(|a, b| a.id.cmp(&b.id));
    outcomes
}
