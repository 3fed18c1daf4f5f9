//! The sandbox: its limits, its errors, its globals, and that nothing of it depends on the machine.

use std::rc::Rc;

use serde_json::json;

use super::{Engine, Host, Library, ScriptError, ScriptErrorKind};
use crate::input::find_zone;
use crate::intl::Intl;

/// A library of the tests: evaluates an expression as a text, and reports the name of an error instead.
const EVALUATE: Library = Library {
    name: "evaluate.js",
    source: "(host, bridge) => {
        const evaluate = globalThis.eval;
        bridge.evaluate = (text) => {
            try { return String(evaluate(text)); } catch (error) { return error.name; }
        };
        bridge.run = (text) => String(evaluate(text));
    }",
};

struct IntlHost(Intl);

impl Host for IntlHost {
    fn call(&self, name: &str, arguments: &str) -> Result<String, String> {
        self.0.call(name, arguments).unwrap_or_else(|| Err(format!("no function {name}")))
    }
}

/// An engine with settings of random numbers and the clock.
fn start(seed: u32, now: i64) -> Engine {
    let engine = Engine::start(Rc::new(IntlHost(Intl::new(find_zone))), &[EVALUATE]).unwrap();
    engine.call("configure", &json!({ "seed": seed, "now": now }).to_string()).unwrap();
    engine
}

/// The value of an expression as a text, or the name of its error.
fn evaluate(engine: &Engine, expression: &str) -> String {
    let result = engine.call("evaluate", &json!(expression).to_string()).unwrap();
    serde_json::from_str(&result).unwrap()
}

/// The error of a script.
fn error_of(script: &str) -> ScriptError {
    start(0, 0).run(script).unwrap_err()
}

/// Compares expressions with their values in Node.js; `tests/script/expressions.mjs` writes them. `known` are the expressions
/// whose values differ, by parts of their texts.
fn compare(fixture: &str, known: &[&str]) {
    let pairs: Vec<(String, String)> = serde_json::from_str(fixture).unwrap();
    let mut differences = Vec::new();
    let mut unexpectedly_right = known.to_vec();
    for chunk in pairs.chunks(500) {
        let engine = start(0, 0);
        for (expression, expected) in chunk {
            let found = evaluate(&engine, expression);
            if found == *expected {
                continue;
            }
            match known.iter().find(|part| expression.contains(**part)) {
                Some(part) => unexpectedly_right.retain(|other| other != part),
                None => differences.push(format!("{expression}: {found:?}, expected {expected:?}")),
            }
        }
    }
    assert!(differences.is_empty(), "{} of {} differ:\n{}", differences.len(), pairs.len(), differences.join("\n"));
    assert!(unexpectedly_right.is_empty(), "no longer different: {unexpectedly_right:?}");
}

#[test]
fn numbers_and_dates_are_written_as_in_node() {
    compare(include_str!("../../tests/fixtures/script/intl.json"), &[]);
}

#[test]
fn dates_are_read_and_computed_as_in_node() {
    compare(include_str!("../../tests/fixtures/script/dates.json"), &[]);
}
