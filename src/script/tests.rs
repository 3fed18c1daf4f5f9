//! The sandbox: its limits, its errors, its globals, and that nothing of it depends on the machine.

use std::rc::Rc;

use serde_json::json;

use super::{Engine, Host, Library, LibraryLists, ScriptError, ScriptErrorKind};
use crate::input::find_zone;
use crate::intl::Intl;

/// A library of the tests: evaluates an expression as a text, and reports the name of an error instead.
static EVALUATE: [Library; 1] = [Library::new(
    "evaluate.js",
    &["evaluate", "run"],
    "(host, bridge, { evaluate }) => {
        bridge.evaluate = (text) => {
            try { return String(evaluate(text)); } catch (error) { return error.name; }
        };
        bridge.run = (text) => String(evaluate(text));
    }",
)];

static LIBRARIES: LibraryLists = &[&EVALUATE];

struct IntlHost(Intl);

impl Host for IntlHost {
    fn call(&self, name: &str, arguments: &str) -> Result<String, String> {
        self.0.call(name, arguments).unwrap_or_else(|| Err(format!("no function {name}")))
    }
}

/// An engine with settings of random numbers and the clock.
pub(super) fn start(seed: u32, now: i64) -> Engine {
    let engine = Engine::start(Rc::new(IntlHost(Intl::new(find_zone))), LIBRARIES).unwrap();
    engine.call("configure", &json!({ "seed": seed, "now": now }).to_string()).unwrap();
    engine
}

/// The value of an expression as a text, or the name of its error.
pub(super) fn evaluate(engine: &Engine, expression: &str) -> String {
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
    assert!(
        differences.is_empty(),
        "{} of {} differ:\n{}",
        differences.len(),
        pairs.len(),
        differences.join("\n")
    );
    assert!(unexpectedly_right.is_empty(), "no longer different: {unexpectedly_right:?}");
}

/// ICU has patterns of its own for a weekday with an hour and for hours with a zone, and European names of zones outside of
/// American English; other groups and places of the sign in accounts; a point in Danish
/// offsets; and two irregular patterns in Turkish.
const KNOWN_OF_INTL: &[&str] = &[
    "'da-DK', {timeZone:'Asia/Kolkata',timeZoneName:'shortOffset'}",
    "{weekday:'short',hour:'numeric'}",
    "{timeZone:'Europe/Berlin',hour:'numeric',minute:'2-digit',timeZoneName:'short'}",
    "{timeZoneName:'long',hour:'numeric'}",
    "'en-IN', {style:'currency',currency:'USD',currencySign:'accounting'}",
    "'nb-NO', {style:'currency',currency:'USD',currencySign:'accounting'}",
    "'tr-TR', {style:'currency',currency:'USD',currencySign:'accounting'}",
    "'nl-NL', {style:'currency',currency:'EUR',notation:'compact'}",
    "(12345.678).toLocaleString('tr-TR', {style:'currency',currency:'EUR',currencyDisplay:'name'})",
    "(-1.5).toLocaleString('tr-TR', {style:'currency',currency:'EUR',currencyDisplay:'name'})",
    "(-1.5).toLocaleString('tr-TR', {style:'unit',unit:'percent'})",
];

#[test]
fn numbers_and_dates_are_written_as_in_node() {
    compare(include_str!("../../tests/fixtures/script/intl.json"), KNOWN_OF_INTL);
}

#[test]
fn dates_are_read_and_computed_as_in_node() {
    compare(
        include_str!("../../tests/fixtures/script/dates.json"),
        &["\"Q1 2024\"", "\"-1\"", "\"-000000-01-01\""],
    );
}

#[test]
fn mathematics_is_that_of_libm() {
    let engine = start(0, 0);
    type Function = (&'static str, fn(f64) -> f64);
    let unary: [Function; 8] = [
        ("sin", libm::sin),
        ("cos", libm::cos),
        ("tan", libm::tan),
        ("exp", libm::exp),
        ("log", libm::log),
        ("log10", libm::log10),
        ("cbrt", libm::cbrt),
        ("atan", libm::atan),
    ];
    for x in [0.1, 0.7, 1.0, 2.5, 10.0, 123.456, 1e-7, 1e10] {
        for (name, function) in unary {
            let found: f64 = evaluate(&engine, &format!("Math.{name}({x})")).parse().unwrap();
            assert_eq!(found.to_bits(), function(x).to_bits(), "Math.{name}({x})");
        }
        for y in [0.3, -2.0, 1.7] {
            let found: f64 = evaluate(&engine, &format!("Math.pow({x}, {y})")).parse().unwrap();
            assert_eq!(found.to_bits(), libm::pow(x, y).to_bits(), "Math.pow({x}, {y})");
        }
    }
    assert_eq!(
        evaluate(&engine, "[Math.pow(1, Infinity), Math.pow(-1, NaN), Math.pow(2, 10)]"),
        "NaN,NaN,1024"
    );
}

#[test]
fn random_numbers_depend_on_the_seed_only() {
    let numbers = |seed| evaluate(&start(seed, 0), "Array.from({ length: 1000 }, Math.random).join()");
    assert_eq!(numbers(7), numbers(7));
    assert_ne!(numbers(7), numbers(8));
    let texts = numbers(7);
    let values: Vec<f64> = texts.split(',').map(|number| number.parse().unwrap()).collect();
    assert!(values.iter().all(|value| (0.0..1.0).contains(value)));
    let mean = values.iter().sum::<f64>() / 1000.0;
    assert!((0.45..0.55).contains(&mean), "{mean}");
}

#[test]
fn the_clock_stands_still_at_its_setting() {
    let engine = start(0, 1_700_000_000_000);
    assert_eq!(
        evaluate(&engine, "[Date.now(), new Date().toISOString(), performance.now()]"),
        "1700000000000,2023-11-14T22:13:20.000Z,0"
    );
    assert_eq!(evaluate(&engine, "Date()"), "Tue Nov 14 2023 22:13:20 GMT+0000 (Coordinated Universal Time)");
}

#[test]
fn a_script_reaches_nothing_outside() {
    let engine = start(0, 0);
    for name in [
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "process",
        "Deno",
        "Bun",
        "std",
        "os",
        "host",
        "bridge",
        "print",
        "load",
        "Worker",
        "WebAssembly",
        "WeakRef",
        "FinalizationRegistry",
        "SharedArrayBuffer",
        "Atomics",
        "require",
        "scriptArgs",
    ] {
        assert_eq!(evaluate(&engine, &format!("typeof {name}")), "undefined", "{name}");
    }
    let imported = evaluate(
        &engine,
        "globalThis.state = 'pending'; import('os').then(() => { state = 'loaded'; }, () => {}); state",
    );
    assert_ne!(imported, "loaded");
    assert_eq!(evaluate(&engine, "state"), "pending");
    assert_eq!(error_of("import os from 'os';").kind, ScriptErrorKind::Syntax);
}

#[test]
fn an_error_has_the_line_and_the_column() {
    for (script, kind, line, column) in [
        ("const a = 1;\n  a.b.c;", ScriptErrorKind::Thrown, 2, 3),
        ("let x = ;", ScriptErrorKind::Syntax, 1, 9),
        ("function f() {\n  throw new Error('no');\n}\nf();", ScriptErrorKind::Thrown, 2, 13),
        ("const o = { get a() { throw new TypeError('bad'); } };\no.a;", ScriptErrorKind::Thrown, 1, 33),
    ] {
        let error = error_of(script);
        assert_eq!(error.kind, kind, "{script}: {error:?}");
        let position = error.position.unwrap();
        assert_eq!((position.line, position.column), (line, column), "{script}: {error:?}");
    }
    assert_eq!(error_of("throw 'a text'").message, "a text");
    assert_eq!(error_of("throw Object.create(null)").kind, ScriptErrorKind::Thrown);
    assert_eq!(error_of("throw undefined").kind, ScriptErrorKind::Thrown);
}

/// Scripts beyond a limit, and after each an engine that computes as before.
#[test]
fn a_script_beyond_a_limit_ends_with_its_name() {
    for (script, kind) in [
        ("while (true) {}", ScriptErrorKind::Steps),
        ("for (;;) try { while (true) {} } catch {} finally { continue }", ScriptErrorKind::Steps),
        ("const f = () => f(); f()", ScriptErrorKind::Stack),
        ("const f = () => [1].map(f); f()", ScriptErrorKind::Stack),
        ("new Array(1e8).fill(1)", ScriptErrorKind::Memory),
        ("const a = []; for (;;) a.push('x'.repeat(1e5) + a.length)", ScriptErrorKind::Memory),
        ("let s = 'x'; for (;;) s = `${s}${s}`.slice(0)", ScriptErrorKind::Memory),
        ("new Uint8Array(1e9)", ScriptErrorKind::Memory),
        ("const m = new Map(); for (let i = 0; ; i += 1) m.set(i, { i })", ScriptErrorKind::Memory),
    ] {
        let error = error_of(script);
        assert_eq!(error.kind, kind, "{script}: {error:?}");
        assert_eq!(evaluate(&start(0, 0), "[1, 2, 3].map((x) => x * x).join()"), "1,4,9");
    }
}

#[test]
fn a_built_in_function_is_charged_for_the_size_of_its_arguments() {
    for script in [
        "Array(2 ** 32 - 1).join('')",
        "[Array(2 ** 32 - 1)].flat(Infinity)",
        "const s = 'a'.repeat(4e6); s.includes(s.slice(0, 2e6) + 'b')",
        "const s = 'a'.repeat(4e6); s.replace({ toString: () => s.slice(0, 2e6) + 'b' }, '')",
        "('a' + '\\u0301\\u0316'.repeat(3e5)).normalize()",
        "JSON.stringify({}, Array(2 ** 32 - 1))",
        "for (;;) try { Array(2 ** 32 - 1).reverse() } catch {}",
    ] {
        assert_eq!(error_of(script).kind, ScriptErrorKind::Steps, "{script}");
    }
}

#[test]
fn guarded_functions_give_what_the_engine_gives() {
    let engine = start(0, 0);
    let check = |expression: &str, expected: &str| {
        engine.run(&format!("globalThis.found = String({expression})")).unwrap();
        assert_eq!(evaluate(&engine, "found"), expected, "{expression}");
    };
    check("[3, 1, 2].sort().concat([4, [5]], 6).flat().join('-')", "1-2-3-4-5-6");
    check("[1, , [2, [3, [4]]]].flat(2).length + [1, 2].flatMap((x) => [x, [x]]).length", "8");
    check("Array.prototype.slice.call({ length: 2, 0: 'a', 1: 'b' }, 1) + [].join.call('xyz')", "bx,y,z");
    check("[...new Proxy([1, 2], {})].length + Array.from({ length: 3 }, (_, i) => i)", "20,1,2");
    check("[].concat({ length: 1, 0: 'q', [Symbol.isConcatSpreadable]: true }, 'r')", "q,r");
    check("'a-b-c'.split('-') + 'a1b2'.split(/\\d/) + 'abc'.split() + 'abc'.split('', 2)", "a,b,ca,b,abca,b");
    check(
        "'aXbX'.replace('X', (m, at) => m + at) + 'aXbX'.replaceAll('X', '$&$&') + 'ab'.replace(/b/g, 'c')",
        "aX1bXaXXbXXac",
    );
    check(
        "'straße'.toUpperCase() + 'e\\u0301'.normalize('NFC') + ['b', 'a', 'á'].sort((x, y) => x.localeCompare(y))[0]",
        "STRASSEéa",
    );
    check(
        "new Uint8Array([300, 2, 1]).sort() + '' + new Float64Array(2).length + Uint8Array.from('12')",
        "1,2,4421,2",
    );
    check("new Uint8Array(new Uint8Array([7]).buffer)[0] + (new Int8Array(3) instanceof Int8Array)", "8");
    check("Function('a', 'return a * 2')(4) + eval('1 + 1') + (() => {}).constructor('return 5')()", "15");
    check(
        "(function f() {} instanceof Function) + new RegExp('a+', 'g').source + RegExp('b').flags",
        "truea+",
    );
    check("JSON.stringify({ a: 1, b: 2 }, ['a']) + JSON.parse('[1]', (k, v) => v)[0]", "{\"a\":1}1");
    check(
        "[...new Map([[1, 2]])] + [...new Set('aab')] + Object.entries({ x: 1 }) + [..._ = 'hi']",
        "1,2a,bx,1h,i",
    );
    check(
        "Array.prototype.map.name + Array.prototype.join.length + [].sort.name + Proxy.name",
        "map1sortProxy",
    );
}

#[test]
fn a_regular_expression_without_end_is_interrupted() {
    // The steps of a slow build may take longer than the seconds.
    let error = error_of("/^(a+)+$/.test('a'.repeat(40) + 'b')");
    assert!(matches!(error.kind, ScriptErrorKind::Steps | ScriptErrorKind::Seconds), "{error:?}");
}

#[test]
fn large_but_honest_work_is_done() {
    let engine = start(0, 0);
    assert_eq!(evaluate(&engine, "let n = 0; for (let i = 0; i < 1e6; i += 1) n += i; n"), "499999500000");
    assert_eq!(
        evaluate(&engine, "Array.from({ length: 1e5 }, (_, i) => i * 2).map((x) => x + 1).length"),
        "100000"
    );
    let nested = format!("{}1{}", "[".repeat(64), "]".repeat(64));
    assert_eq!(evaluate(&engine, &format!("({nested}).length")), "1");
    let too_deep = format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000));
    assert!(matches!(error_of(&too_deep).kind, ScriptErrorKind::Syntax | ScriptErrorKind::Stack));
}

#[test]
fn one_engine_does_not_change_another() {
    let first = start(0, 0);
    evaluate(
        &first,
        "Object.prototype.polluted = 1; Array.prototype.map = () => 'mine'; Math.sin = () => 5; JSON.stringify = () => '0'; globalThis.leak = 1",
    );
    let found = evaluate(
        &start(0, 0),
        "[{}.polluted, [1].map((x) => x), Math.sin(0), typeof leak, JSON.stringify(1)].join()",
    );
    assert_eq!(found, ",1,0,undefined,1");
}

#[test]
fn calls_are_counted() {
    let engine = start(0, 0);
    engine.count_calls(crate::limits::MAX_SCRIPT_CALLS).unwrap();
    assert_eq!(engine.count_calls(1).unwrap_err().kind, ScriptErrorKind::Calls);
    assert_eq!(engine.call("evaluate", "\"1\"").unwrap_err().kind, ScriptErrorKind::Calls);
}

#[test]
fn proxies_and_functions_of_functions_work() {
    let engine = start(0, 0);
    assert_eq!(evaluate(&engine, "new Proxy({}, { get: (_, name) => `got ${String(name)}` }).x"), "got x");
    assert_eq!(evaluate(&engine, "((a) => (b) => (c) => a + b + c)(1)(2)(3)"), "6");
    assert_eq!(evaluate(&engine, "new Proxy({}, { get() { throw new RangeError('no'); } }).x"), "RangeError");
}
