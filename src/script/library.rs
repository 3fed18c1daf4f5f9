//! Parts of the sandbox that are written in JavaScript. They are compiled once in a process: that takes longer than all else
//! that an engine needs for its start.

#[cfg(feature = "functions")]
use std::sync::OnceLock;

/// A part of the sandbox that is written in JavaScript: an expression of a function `(host, bridge) => {…}`, which adds functions
/// to the bridge or to the globals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Library {
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
}

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

/// Libraries that an engine starts with, in the order in which they need each other.
pub(crate) struct LibrarySet {
    pub(super) libraries: &'static [Library],
    /// The module of the libraries as bytecode, once an engine has needed it.
    #[cfg(feature = "functions")]
    pub(super) compiled: OnceLock<CompiledModule>,
}

/// A module with its name, as the engine's loader takes it.
#[cfg(feature = "functions")]
pub(super) type CompiledModule = &'static [(&'static str, &'static [u8])];

impl LibrarySet {
    pub(crate) const fn new(libraries: &'static [Library]) -> Self {
        Self {
            libraries,
            #[cfg(feature = "functions")]
            compiled: OnceLock::new(),
        }
    }
}
