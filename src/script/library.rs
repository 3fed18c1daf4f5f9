//! Parts of the sandbox that are written in JavaScript. Each is compiled when a script of this process needs it first, and
//! loaded into an engine when its script does.

#[cfg(feature = "functions")]
use std::sync::OnceLock;

/// A part of the sandbox that is written in JavaScript: an expression of a function `(host, bridge, originals) => {…}`, which
/// adds values to the bridge. `host` has functions of the program, `originals` built-in objects as no script has changed them.
#[derive(Debug)]
pub(crate) struct Library {
    pub(crate) name: &'static str,
    /// The values that it adds to the bridge.
    pub(crate) provides: &'static [&'static str],
    /// Those of its values that are globals of the script, too.
    pub(crate) globals: &'static [&'static str],
    pub(super) source: &'static str,
    /// The library as bytecode, once an engine has needed it.
    #[cfg(feature = "functions")]
    pub(super) compiled: OnceLock<CompiledModule>,
}

/// A module with its name, as the engine's loader takes it.
#[cfg(feature = "functions")]
pub(super) type CompiledModule = &'static [(&'static str, &'static [u8])];

/// Libraries by themes.
pub(crate) type LibraryLists = &'static [&'static [Library]];

impl Library {
    pub(crate) const fn new(
        name: &'static str,
        provides: &'static [&'static str],
        source: &'static str,
    ) -> Self {
        Self {
            name,
            provides,
            globals: &[],
            source,
            #[cfg(feature = "functions")]
            compiled: OnceLock::new(),
        }
    }

    /// The library with values that become globals, too.
    pub(crate) const fn with_globals(mut self, globals: &'static [&'static str]) -> Self {
        self.globals = globals;
        self
    }

    /// True if the library adds a value of this name to the bridge.
    #[cfg(feature = "functions")]
    pub(super) fn has_value(&self, name: &str) -> bool {
        self.provides.contains(&name) || self.globals.contains(&name)
    }
}

/// The Canvas 2D API: functions of the bridge that make its values and its contexts.
pub(crate) static CANVAS_LIBRARIES: [Library; 2] = [
    Library::new(
        "canvas_values.js",
        &["makeCanvasValues"],
        concat!("(host, bridge) => { bridge.makeCanvasValues = ", include_str!("canvas_values.js"), "}"),
    ),
    Library::new(
        "canvas.js",
        &["makeCanvas"],
        concat!("(host, bridge) => { bridge.makeCanvas = ", include_str!("canvas.js"), "}"),
    ),
];
