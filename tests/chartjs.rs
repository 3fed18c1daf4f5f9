//! Chart.js's own picture tests, where they lie beside the checkout: as many pass as `tests/chartjs.passing` says,
//! or more. `CHARTJS_OUT=folder` keeps the pictures.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test"
)]

#[path = "support/pixelmatch.rs"]
mod pixelmatch;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use emberline::{Fonts, Options, Size};
use pixelmatch::Picture;
use serde_json::Value;

/// What a case came to.
struct Outcome {
    id: String,
    passed: bool,
    /// An empty picture would pass.
    blank: bool,
    what: String,
}

#[test]
fn cases_look_as_chart_js_draws_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = root.join("../shared/chartjs-cases");
    let Ok(index) = fs::read_to_string(cases.join("index.json")) else {
        println!("the cases are not here: {}", cases.display());
        return;
    };
    let index: Vec<Value> = serde_json::from_str(&index).expect("the index");
    let outcomes = run(&cases, &index);
    let counted: Vec<_> = outcomes.iter().filter(|outcome| !outcome.blank).collect();
    for outcome in counted.iter().filter(|outcome| !outcome.passed) {
        println!("failed: {} ({})", outcome.id, outcome.what);
    }
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for outcome in &counted {
        let folder = outcome.id.split('/').next().unwrap_or_default();
        let entry = folders.entry(folder).or_default();
        entry.0 += usize::from(outcome.passed);
        entry.1 += 1;
    }
    for (folder, (passed, all)) in folders {
        println!("{folder:<28} {passed:>3} / {all}");
    }
    let passed = counted.iter().filter(|outcome| outcome.passed).count();
    println!("{passed} passed, {} failed", counted.len() - passed);
    let least: usize = include_str!("chartjs.passing").trim().parse().expect("a number");
    assert!(passed >= least, "{passed} cases pass, {least} did");
}

/// What the cases say that Chart.js 4.6.1 ignores, too.
const IGNORED: [&str; 3] = [".grid.width: ", ".ticks.beginAtZero: ", ".fill: "];

#[test]
fn cases_warn_of_nothing_but_what_chart_js_ignores() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/chartjs-cases");
    let Ok(index) = fs::read_to_string(cases.join("index.json")) else { return };
    let index: Vec<Value> = serde_json::from_str(&index).expect("the index");
    let mut unexpected = Vec::new();
    for case in &index {
        let id = case["id"].as_str().expect("an id");
        let text = fs::read_to_string(cases.join(format!("{id}.json"))).expect("a case");
        let Ok(config) = emberline::read_chart(config_of(&text).as_bytes()) else { continue };
        let warnings = config.warnings();
        let strange = warnings.iter().filter(|warning| !IGNORED.iter().any(|known| warning.contains(known)));
        unexpected.extend(strange.map(|warning| format!("{id}: {warning}")));
    }
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}

fn run(cases: &Path, index: &[Value]) -> Vec<Outcome> {
    let fonts = Fonts::embedded();
    let out = env::var_os("CHARTJS_OUT").map(PathBuf::from);
    let only = env::var("CHARTJS_ONLY").unwrap_or_default();
    let index: Vec<&Value> =
        index.iter().filter(|case| case["id"].as_str().is_some_and(|id| id.contains(&only))).collect();
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(case) = index.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = check(cases, case, &fonts, out.as_deref());
                    outcomes.lock().expect("no panic").push(outcome);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().expect("no panic");
    outcomes.sort_by(|a, b| a.id.cmp(&b.id));
    outcomes
}

fn check(cases: &Path, entry: &Value, fonts: &Fonts, out: Option<&Path>) -> Outcome {
    let id = entry["id"].as_str().expect("an id").to_owned();
    let blank = entry["blankPasses"].as_bool().unwrap_or_default();
    let text = fs::read_to_string(cases.join(format!("{id}.json"))).expect("a case");
    let case: Value = serde_json::from_str(&text).expect("JSON");
    let outcome = |passed: bool, what: String| Outcome { id: id.clone(), passed, blank, what };
    let png = match render(&text, &case, fonts) {
        Ok(png) => png,
        Err(error) => return outcome(false, error),
    };
    if let Some(out) = out {
        let file = out.join(format!("{id}.png"));
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, &png).expect("a file");
    }
    let actual = decode(&png);
    let expected = decode(&fs::read(cases.join(format!("{id}.png"))).expect("a reference"));
    if (actual.width, actual.height) != (expected.width, expected.height) {
        return outcome(false, format!("{} × {} pixels", actual.width, actual.height));
    }
    let count = pixelmatch::difference(&actual, &expected, case["threshold"].as_f64().expect("a threshold"));
    let ratio = count as f64 / expected.data.len() as f64;
    outcome(ratio <= case["tolerance"].as_f64().expect("a tolerance"), format!("{count} pixels"))
}

fn render(text: &str, case: &Value, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let config = emberline::read_chart(config_of(text).as_bytes()).map_err(|error| error.to_string())?;
    let options = Options {
        size: Size {
            width: case["width"].as_f64().unwrap_or(1.0),
            height: case["height"].as_f64().unwrap_or(1.0),
        },
        scale: case["devicePixelRatio"].as_f64().unwrap_or(1.0),
        ..Options::default()
    };
    emberline::chart_png(&config, &options, fonts).map_err(|error| error.to_string())
}

/// The configuration as it stands in the file: the order of its keys counts.
fn config_of(text: &str) -> String {
    let config =
        text.split_once("\"config\":").map(|(_, rest)| rest.trim_end().trim_end_matches('}')).unwrap_or(text);
    let config = format!("{config}}}");
    config.get(..balanced(&config)).unwrap_or(&config).to_owned()
}

/// The end of the object a text begins with.
fn balanced(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return place + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

fn decode(bytes: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    let data = match info.color_type {
        png::ColorType::Rgba => pixels.as_chunks().0.to_vec(),
        png::ColorType::GrayscaleAlpha => {
            pixels.as_chunks().0.iter().map(|[g, a]: &[u8; 2]| [*g, *g, *g, *a]).collect()
        }
        other => panic!("{other:?}"),
    };
    Picture { width: info.width as usize, height: info.height as usize, data }
}
