//! Libraries that are loaded late: a script can't tell their globals from others, and may change built-in objects before.

use super::tests::{evaluate, start};

/// The globals that libraries provide, some of each library.
const NAMES: [&str; 8] =
    ["Date", "Intl", "console", "performance", "setTimeout", "Map", "Set", "Float32Array"];

/// Evaluates an expression for a global in an engine that has not used it.
fn of_unused(name: &str, expression: &str) -> String {
    evaluate(&start(0, 0), &expression.replace("NAME", name))
}

/// The same for a global that has been used before.
fn of_used(name: &str, expression: &str) -> String {
    let engine = start(0, 0);
    assert_eq!(evaluate(&engine, &format!("void {name}")), "undefined");
    evaluate(&engine, &expression.replace("NAME", name))
}

#[test]
fn a_global_of_a_library_has_the_flags_of_a_value() {
    for name in NAMES {
        let flags = of_unused(
            name,
            "(({ value, writable, enumerable, configurable, get }) => \
             [typeof value === typeof NAME, value === NAME, writable, enumerable, configurable, get])\
             (Object.getOwnPropertyDescriptor(globalThis, 'NAME'))",
        );
        assert_eq!(flags, "true,true,true,false,true,", "{name}");
    }
}

#[test]
fn a_global_of_a_library_behaves_alike_before_and_after_its_use() {
    for expression in [
        "typeof NAME",
        "'NAME' in globalThis",
        "Object.hasOwn(globalThis, 'NAME') + String(Object.keys(globalThis).includes('NAME'))",
        "Object.getOwnPropertyNames(globalThis).includes('NAME')",
        "NAME === globalThis.NAME && NAME === globalThis['NA' + 'ME'.slice(0)] || NAME === Reflect.get(globalThis, 'NAME')",
        "NAME = 5; NAME + typeof NAME",
        "var NAME = 7; NAME",
        "function NAME() { return 8; } NAME()",
        "delete globalThis.NAME; typeof NAME",
        "(() => { 'use strict'; NAME = 1; return NAME; })()",
        "Object.defineProperty(globalThis, 'NAME', { writable: false }); NAME = 1; typeof NAME",
        "Object.defineProperty(globalThis, 'NAME', { enumerable: true }); Object.keys(globalThis).includes('NAME') + typeof NAME",
        "Object.defineProperty(globalThis, 'NAME', { get: () => 9 }); NAME",
        "Object.freeze(globalThis); NAME = 1; typeof NAME",
        "Object.getOwnPropertyDescriptors(globalThis).NAME.value === NAME",
        "Reflect.getOwnPropertyDescriptor(globalThis, 'NAME').writable",
        "String(globalThis.__lookupGetter__('NAME'))",
        "Object.getOwnPropertyDescriptor(new Proxy(globalThis, {}), 'NAME').writable",
        "Reflect.set({}, 'NAME', 5, globalThis) + String(NAME)",
        "const child = Object.create(globalThis); child.NAME = 4; Object.keys(child) + child.NAME + typeof NAME",
        "with (globalThis) { typeof NAME }",
    ] {
        for name in NAMES {
            let used = of_used(name, expression);
            assert_eq!(of_unused(name, expression), used, "{name}: {expression}");
            assert_ne!(used, "InternalError", "{name}: {expression}");
        }
    }
}

#[test]
fn libraries_are_right_after_a_script_has_changed_built_in_objects() {
    let changes = [
        "JSON.stringify = JSON.parse = () => 'mine'",
        "Object.defineProperty = Object.defineProperties = Object.create = () => null",
        "Object.assign = Object.keys = Object.entries = () => []",
        "Reflect.apply = Reflect.construct = Reflect.defineProperty = () => null",
        "Array.from = Array.isArray = () => null",
        "globalThis.Map = globalThis.Set = globalThis.WeakMap = globalThis.WeakSet = null",
        "globalThis.Proxy = globalThis.Number = null",
        "Object.prototype.get = Object.prototype.set = Object.prototype.writable = () => 1",
        "Object.defineProperty(Object.prototype, 'value', { set() { throw new Error('mine'); }, configurable: true })",
    ];
    for (expression, changed_too) in [
        ("new Date(Date.UTC(2026, 1, 3, 4, 5)).getMonth() + ' ' + new Date(0).toDateString()", ""),
        ("new Float32Array([1.5, 2]).join() + new Uint8Array(3).length + new Map().size", "Map"),
        ("(1234.5).toLocaleString('en-US')", "Array.from"),
        ("console.log(1) + String(performance.now()) + setTimeout(() => {})", ""),
    ] {
        let expected = evaluate(&start(0, 0), expression);
        for change in changes {
            // Some changes are those that the expression itself shows.
            if !changed_too.is_empty() && change.contains(changed_too) {
                continue;
            }
            let engine = start(0, 0);
            engine.run(change).unwrap();
            assert_eq!(evaluate(&engine, expression), expected, "{expression} after {change}");
        }
    }
}

#[test]
fn a_library_that_found_no_stack_is_loaded_again() {
    let engine = start(0, 0);
    let deep = "let deepest = 0; const f = (n) => { try { f(n + 1); } catch { deepest = Math.max(deepest, n); } \
                try { Intl; } catch {} }; try { f(0); } catch {} \
                new Intl.NumberFormat('en-US').format(1234.5) + (deepest > 10)";
    assert_eq!(evaluate(&engine, deep), "1,234.5true");
}

#[test]
fn guards_hold_for_collections_that_are_loaded_late() {
    use super::ScriptErrorKind;
    for script in [
        "for (;;) new Float64Array(1e5).slice()",
        "const s = new Set(Array.from({ length: 1e5 }, (_, i) => i)); for (;;) s.keys()",
        "for (;;) globalThis['Float' + '64Array'].from({ length: 1e5 })",
    ] {
        let error = start(0, 0).run(script).unwrap_err();
        // The steps of a slow build may take longer than the seconds.
        assert!(
            matches!(error.kind, ScriptErrorKind::Steps | ScriptErrorKind::Seconds),
            "{script}: {error:?}"
        );
    }
}
