//! Parts of the sandbox that are written in JavaScript.

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
