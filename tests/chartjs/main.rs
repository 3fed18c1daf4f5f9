//! Chart.js's own picture tests, where they lie beside the checkout: what passes is what `docs/chartjs.md` says.
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

use case::{Outcome, check};
use emberline::Fonts;
use serde_json::Value;

#[test]
fn cases_look_as_chart_js_draws_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = root.join("../shared/chartjs-cases");
    let Ok(index) = fs::read_to_string(cases.join("index.json")) else {
        println!("the cases are not here: {}", cases.display());
        return;
    };
    let index: Vec<Value> = serde_json::from_str(&index).expect("the index");
    let folder = folder(root);
    let outcomes = run(&cases, &index, &folder);
    fs::write(folder.join("index.html"), page::page(&outcomes)).expect("the page");
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed) {
        println!("failed: {} ({})", outcome.id, outcome.what);
    }
    println!("{}", score::table(&outcomes));
    println!("every case: {}", folder.join("index.html").display());
    if env::var_os("CHARTJS_ONLY").is_none() {
        score::check(&root.join("docs/chartjs.md"), &outcomes);
    }
}

/// Where the page goes: never into the repository, for the cases' files may not.
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
                    let outcome = check(cases, case, &fonts, folder);
                    outcomes.lock().expect("no panic").push(outcome);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().expect("no panic");
    outcomes.sort_by(|a, b| a.id.cmp(&b.id));
    outcomes
}
