//! Compiles the libraries of the sandbox once, and loads them into each engine.

use rquickjs::context::intrinsic;
use rquickjs::loader::{Bundle, Loader};
use rquickjs::{Array, Context, Ctx, Function, Module, Object, Persistent, Runtime, WriteOptions};

use crate::limits::MAX_SCRIPT_STACK;

use super::library::{CompiledModule, Library, LibrarySet};

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

/// The name of the module with all libraries.
const MODULE_NAME: &str = "libraries";
/// The libraries that every script has: deterministic versions of what depends on a machine, and `Intl`.
const OWN_LIBRARIES: [Library; 2] = [
    Library { name: "prelude.js", source: include_str!("prelude.js") },
    Library { name: "intl.js", source: include_str!("intl.js") },
];
/// The function that calls a function of the bridge with JSON. It keeps its own references, since a script may change `JSON`.
const DISPATCHER: Library = Library {
    name: "dispatcher.js",
    source: "(() => {
  const { parse, stringify } = JSON;
  return (bridge) => (name, argument) => stringify(bridge[name](parse(argument)));
})()",
};
/// The last library, so that the other ones keep the functions of the engine.
const GUARDS: Library = Library { name: "guards.js", source: include_str!("guards.js") };

/// Loads libraries. `host` is for them, `guard` for the guards of built-in functions.
///
/// # Errors
/// Not enough memory.
pub(super) fn load_libraries<'js>(
    ctx: &Ctx<'js>,
    set: &'static LibrarySet,
    host: &Object<'js>,
    guard: Object<'js>,
) -> rquickjs::Result<Persistent<Function<'static>>> {
    let compiled = match set.compiled.get() {
        Some(compiled) => *compiled,
        None => {
            let compiled = compile_libraries(set.libraries)?;
            *set.compiled.get_or_init(|| compiled)
        }
    };
    // A module that imports nothing is evaluated at once.
    let mut bundle = Bundle { 0: compiled };
    let (module, _) = bundle.load(ctx, MODULE_NAME, None)?.eval()?;
    let functions: Array = module.get("default")?;
    let bridge = Object::new(ctx.clone())?;
    let library_count = OWN_LIBRARIES.len() + set.libraries.len();
    for index in 0..library_count {
        functions.get::<Function>(index)?.call::<_, ()>((host.clone(), bridge.clone()))?;
    }
    let dispatch: Function = functions.get::<Function>(library_count)?.call((bridge,))?;
    functions.get::<Function>(library_count + 1)?.call::<_, ()>((guard,))?;
    Ok(Persistent::save(ctx, dispatch))
}

/// Compiles libraries to a module that exports the list of their functions.
fn compile_libraries(libraries: &[Library]) -> rquickjs::Result<CompiledModule> {
    let all = OWN_LIBRARIES.iter().chain(libraries).chain([&DISPATCHER, &GUARDS]);
    let mut source = String::from("export default [");
    for library in all {
        source.push_str(&format!("// {}\n{},\n", library.name, library.source.trim_end()));
    }
    source.push_str("];");
    let runtime = Runtime::new()?;
    // The engine's own limit is as large as the stack of WebAssembly, so that QuickJS takes all of it for used.
    runtime.set_max_stack_size(MAX_SCRIPT_STACK);
    let context = Context::custom::<Intrinsics>(&runtime)?;
    let bytecode = context.with(|ctx| {
        let options = WriteOptions { strip_source: true, strip_debug: true, ..WriteOptions::default() };
        Module::declare(ctx, MODULE_NAME, source)?.write(options)
    })?;
    // Engines refer to the bytecode as long as they live; it is made once in a process.
    let bytecode: &'static [u8] = bytecode.leak();
    Ok(vec![(MODULE_NAME, bytecode)].leak())
}
