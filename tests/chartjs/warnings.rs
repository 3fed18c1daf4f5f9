//! Warnings about the cases. Chart.js draws all of them, so almost none of their options may be unknown.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::case::config_text;

/// Options of the cases that Chart.js 4.6.1 ignores as well.
const IGNORED: [&str; 3] = [".grid.width: ", ".ticks.beginAtZero: ", ".fill: "];

pub(crate) fn cases_warn_of_nothing_but_what_chart_js_ignores(cases: &Path, index: &[Value]) {
    let mut unexpected = Vec::new();
    for case in index {
        let id = case["id"].as_str().expect("there is an id");
        let text = fs::read_to_string(cases.join(format!("{id}.json"))).expect("the case can be read");
        let Ok(config) =
            emberline::read_chart_js(config_text(&text).as_bytes(), &emberline::ReadOptions::default())
        else {
            continue;
        };
        let warnings = config.warnings();
        let strange = warnings.iter().filter(|warning| !IGNORED.iter().any(|known| warning.contains(known)));
        unexpected.extend(strange.map(|warning| format!("{id}: {warning}")));
    }
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}
