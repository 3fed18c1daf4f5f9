//! A sandbox for JavaScript: one engine runs the script of one picture, within limits, and reaches nothing outside.
//!
//! The engine is QuickJS, compiled in. A script has no input or output, no timers, no modules and no clock; the same
//! script with the same settings gives the same results on every machine. Rust and JavaScript exchange JSON only.

mod engine;
mod error;
mod host;

/// The Canvas 2D API: functions of the bridge that make its values and its contexts.
pub(crate) const CANVAS_LIBRARIES: [Library; 2] = [
    Library {
        name: "canvas_values.js",
        source: concat!(
            "(host, bridge) => { bridge.makeCanvasValues = ",
            include_str!("canvas_values.js"),
            "}"
        ),
    },
    Library {
        name: "canvas.js",
        source: concat!("(host, bridge) => { bridge.makeCanvas = ", include_str!("canvas.js"), "}"),
    },
];

pub(crate) use engine::{Engine, Library};
pub(crate) use error::{ScriptError, ScriptErrorKind};
pub(crate) use host::Host;
