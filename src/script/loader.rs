//! Compiles the libraries of the sandbox once in a process, and loads them into engines that need them.

use rquickjs::context::intrinsic;
use rquickjs::loader::{Bundle, Loader};
use rquickjs::{Context, Ctx, Function, Module, Object, Persistent, Runtime, WriteOptions};

use crate::limits::MAX_SCRIPT_STACK;

use super::library::{CompiledModule, Library, LibraryLists};

/// The built-in objects of a script: all but `Performance`, which has a clock, and weak references, which show when memory is
/// freed.
pub(super) type Intrinsics = (
    intrinsic::Date,
    intrinsic::Eval,
    intrinsic::RegExpCompiler,
    intrinsic::RegExp,
    intrinsic::Json,
    intrinsic::Proxy,
    intrinsic::MapSet,
    intrinsic::TypedArrays,
    intrinsic::Promise,
);

/// The library that every engine starts with. It returns the function that calls a function of the bridge with JSON.
static PRELUDE: Library = Library::new("prelude.js", &[], include_str!("prelude.js"));
/// The library after it, so that the prelude keeps the functions of the engine.
static GUARDS: Library = Library::new("guards.js", &[], include_str!("guards.js"));
/// The libraries that every script has: deterministic versions of what depends on a machine, and `Intl`.
static OWN_LIBRARIES: [Library; 4] = [
    Library::new("date.js", &[], include_str!("date.js")).with_globals(&["Date"]),
    Library::new(
        "intl.js",
        &["numberToLocaleString", "listToLocaleString", "dateMethods"],
        include_str!("intl.js"),
    )
    .with_globals(&["Intl"]),
    Library::new("still_page.js", &[], include_str!("still_page.js")).with_globals(&[
        "performance",
        "console",
        "setTimeout",
        "setInterval",
        "requestAnimationFrame",
        "clearTimeout",
        "clearInterval",
        "cancelAnimationFrame",
    ]),
    Library::new("guarded_collections.js", &[], include_str!("guarded_collections.js")).with_globals(&[
        "Map",
        "Set",
        "Int8Array",
        "Uint8Array",
        "Uint8ClampedArray",
        "Int16Array",
        "Uint16Array",
        "Int32Array",
        "Uint32Array",
        "Float16Array",
        "Float32Array",
        "Float64Array",
    ]),
];

fn all_libraries(lists: LibraryLists) -> impl Iterator<Item = &'static Library> {
    OWN_LIBRARIES.iter().chain(lists.iter().copied().flatten())
}

/// Prepares an engine for a script: the guards of built-in functions, and the ways to the libraries. `host` is for all of them.
/// Returns the function that calls a function of the bridge with JSON.
///
/// # Errors
/// Not enough memory.
pub(super) fn prepare_engine<'js>(
    ctx: &Ctx<'js>,
    lists: LibraryLists,
    host: &Object<'js>,
) -> rquickjs::Result<Persistent<Function<'static>>> {
    let globals: Vec<&str> = all_libraries(lists).flat_map(|library| library.globals).copied().collect();
    host.set("globals", globals)?;
    let find_library = move |ctx: Ctx<'js>, name: String| {
        let library = all_libraries(lists).find(|library| library.has_value(&name));
        library.map(|library| load_library(&ctx, library)).transpose()
    };
    host.set("findLibrary", Function::new(ctx.clone(), find_library)?)?;
    let (bridge, originals) = (Object::new(ctx.clone())?, Object::new(ctx.clone())?);
    let dispatch: Function =
        load_library(ctx, &PRELUDE)?.call((host.clone(), bridge.clone(), originals.clone()))?;
    load_library(ctx, &GUARDS)?.call::<_, ()>((host.clone(), bridge, originals))?;
    Ok(Persistent::save(ctx, dispatch))
}

/// Loads the function of a library.
fn load_library<'js>(ctx: &Ctx<'js>, library: &'static Library) -> rquickjs::Result<Function<'js>> {
    // A module that imports nothing is evaluated at once.
    let mut bundle = Bundle { 0: compiled_module(library)? };
    let (module, _) = bundle.load(ctx, library.name, None)?.eval()?;
    module.get("default")
}

/// A library as bytecode.
fn compiled_module(library: &'static Library) -> rquickjs::Result<CompiledModule> {
    if let Some(compiled) = library.compiled.get() {
        return Ok(compiled);
    }
    let compiled = compile_library(library)?;
    Ok(library.compiled.get_or_init(|| compiled))
}

/// Compiles a library to a module that exports its function.
fn compile_library(library: &'static Library) -> rquickjs::Result<CompiledModule> {
    let source = format!("export default\n{};", library.source.trim_end());
    let runtime = Runtime::new()?;
    // The engine's own limit is as large as the stack of WebAssembly, so that QuickJS takes all of it for used.
    runtime.set_max_stack_size(MAX_SCRIPT_STACK);
    let context = Context::custom::<Intrinsics>(&runtime)?;
    let bytecode = context.with(|ctx| {
        let options = WriteOptions { strip_source: true, strip_debug: true, ..WriteOptions::default() };
        Module::declare(ctx, library.name, source)?.write(options)
    })?;
    // Engines refer to the bytecode as long as they live; it is made once in a process.
    let bytecode: &'static [u8] = bytecode.leak();
    Ok(vec![(library.name, bytecode)].leak())
}
