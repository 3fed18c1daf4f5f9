//! What the cases warn of: Chart.js draws them, so nearly nothing in them may be unknown.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::case::config_text;

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
        let Ok(config) = emberline::read_chart(config_text(&text).as_bytes()) else { continue };
        let warnings = config.warnings();
        let strange = warnings.iter().filter(|warning| !IGNORED.iter().any(|known| warning.contains(known)));
        unexpected.extend(strange.map(|warning| format!("{id}: {warning}")));
    }
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}
