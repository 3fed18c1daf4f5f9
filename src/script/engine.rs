//! QuickJS with limits.

use std::cell::Cell;
use std::rc::Rc;

use rquickjs::context::{EvalOptions, intrinsic};
use rquickjs::{CatchResultExt, CaughtError, Context, Ctx, Function, Object, Persistent, Runtime};
use web_time::Instant;

use crate::limits::{
    MAX_SCRIPT_CALLS, MAX_SCRIPT_MEMORY, MAX_SCRIPT_SECONDS, MAX_SCRIPT_STACK, MAX_SCRIPT_STEPS,
};

use super::error::{SCRIPT_NAME, ScriptError, ScriptErrorKind};
use super::host::Host;
use super::host_object::host_object;
use super::library::Library;

/// The built-in objects of a script: all but `Performance`, which has a clock, and weak references, which show when memory is
/// freed.
type Intrinsics = (
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

/// The steps between two calls of the interrupt handler; QuickJS's own constant.
const STEPS_PER_INTERRUPT: u64 = 10_000;
/// The libraries that every script has: deterministic versions of what depends on a machine, and `Intl`.
const OWN_LIBRARIES: [Library; 2] = [
    Library { name: "prelude.js", source: include_str!("prelude.js") },
    Library { name: "intl.js", source: include_str!("intl.js") },
];
/// The function that calls a function of the bridge with JSON. It keeps its own references, since a script may change `JSON`.
const DISPATCHER: &str = "(() => {
  const { parse, stringify } = JSON;
  return (bridge) => (name, argument) => stringify(bridge[name](parse(argument)));
})()";

/// An engine for the script of one picture.
pub(crate) struct Engine {
    /// Calls a function of the bridge. It has to be dropped before the context.
    dispatch: Persistent<Function<'static>>,
    context: Context,
    usage: Rc<Usage>,
}

/// The use of the limits so far.
#[derive(Default)]
struct Usage {
    steps: Cell<u64>,
    calls: Cell<usize>,
    exceeded: Cell<Option<ScriptErrorKind>>,
}

impl Engine {
    /// Starts an engine with libraries.
    ///
    /// # Errors
    /// Not enough memory.
    pub(crate) fn start(host: Rc<dyn Host>, libraries: &[Library]) -> Result<Self, ScriptError> {
        let usage = Rc::new(Usage::default());
        let runtime = Runtime::new().map_err(|_| ScriptError::exceeded(ScriptErrorKind::Memory))?;
        runtime.set_memory_limit(MAX_SCRIPT_MEMORY);
        runtime.set_max_stack_size(MAX_SCRIPT_STACK);
        runtime.set_interrupt_handler(Some(interrupt_handler(Rc::clone(&usage))));
        let context = Context::custom::<Intrinsics>(&runtime)
            .map_err(|_| ScriptError::exceeded(ScriptErrorKind::Memory))?;
        let dispatch = context.with(|ctx| {
            let start = |ctx: &Ctx| {
                let host = host_object(ctx, host)?;
                let bridge = Object::new(ctx.clone())?;
                for library in OWN_LIBRARIES.iter().chain(libraries) {
                    let install: Function = ctx.eval_with_options(library.source, named(library.name))?;
                    install.call::<_, ()>((host.clone(), bridge.clone()))?;
                }
                let make: Function = ctx.eval_with_options(DISPATCHER, named("dispatch"))?;
                let dispatch: Function = make.call((bridge,))?;
                Ok(Persistent::save(ctx, dispatch))
            };
            start(&ctx).catch(&ctx).map_err(|error| usage.error_of(error))
        })?;
        Ok(Self { dispatch, context, usage })
    }

    /// Runs the user's script. Its variables are those of the global scope.
    ///
    /// # Errors
    /// A syntax error, an error that the script throws, or an exceeded limit.
    pub(crate) fn run(&self, source: &str) -> Result<(), ScriptError> {
        self.context
            .with(|ctx| {
                let result = ctx.eval_with_options::<rquickjs::Value, _>(source, named(SCRIPT_NAME));
                let result = result.and_then(|value| ctx.globals().set("$result", value));
                result.catch(&ctx).map_err(|error| self.usage.error_of(error))
            })
            .map_err(|error| self.explain(error))
    }

    /// Calls a function of the bridge; argument and result are JSON.
    ///
    /// # Errors
    /// An error that the script throws, or an exceeded limit.
    pub(crate) fn call(&self, name: &str, argument: &str) -> Result<String, ScriptError> {
        if let Some(kind) = self.usage.exceeded.get() {
            return Err(ScriptError::exceeded(kind));
        }
        self.context
            .with(|ctx| {
                let call =
                    |ctx: &Ctx| self.dispatch.clone().restore(ctx)?.call::<_, String>((name, argument));
                call(&ctx).catch(&ctx).map_err(|error| self.usage.error_of(error))
            })
            .map_err(|error| self.explain(error))
    }

    /// An engine that has no memory even for an exception throws null.
    fn explain(&self, error: ScriptError) -> ScriptError {
        let is_null = error.message == "null" && error.position.is_none();
        let used = usize::try_from(self.context.runtime().memory_usage().malloc_size).unwrap_or(0);
        if is_null && used > MAX_SCRIPT_MEMORY / 2 {
            ScriptError::exceeded(ScriptErrorKind::Memory)
        } else {
            error
        }
    }

    /// Counts calls of the script's functions.
    ///
    /// # Errors
    /// More calls than `MAX_SCRIPT_CALLS`.
    pub(crate) fn count_calls(&self, calls: usize) -> Result<(), ScriptError> {
        self.usage.calls.set(self.usage.calls.get().saturating_add(calls));
        if self.usage.calls.get() <= MAX_SCRIPT_CALLS {
            return Ok(());
        }
        self.usage.exceeded.set(Some(ScriptErrorKind::Calls));
        Err(ScriptError::exceeded(ScriptErrorKind::Calls))
    }
}

/// Options of a script in sloppy mode under a name.
fn named(name: &str) -> EvalOptions {
    let mut options = EvalOptions::default();
    options.strict = false;
    options.filename = Some(name.to_owned());
    options
}

/// Counts the steps of a script, which are the same on every machine, and looks at the clock as a last resort.
fn interrupt_handler(usage: Rc<Usage>) -> Box<dyn FnMut() -> bool> {
    let start = Instant::now();
    Box::new(move || {
        usage.steps.set(usage.steps.get() + STEPS_PER_INTERRUPT);
        if usage.steps.get() > MAX_SCRIPT_STEPS {
            usage.exceeded.set(Some(ScriptErrorKind::Steps));
        } else if start.elapsed().as_secs() >= MAX_SCRIPT_SECONDS {
            usage.exceeded.set(Some(ScriptErrorKind::Seconds));
        }
        usage.exceeded.get().is_some()
    })
}

impl Usage {
    fn error_of(&self, error: CaughtError) -> ScriptError {
        let error = match error {
            CaughtError::Exception(exception) => {
                let name: Option<String> = exception.as_object().get("name").ok();
                let message = exception.message().unwrap_or_default();
                let message = name.map_or_else(|| message.clone(), |name| format!("{name}: {message}"));
                ScriptError::from_exception(message, &exception.stack().unwrap_or_default())
            }
            CaughtError::Value(value) => {
                let text = value.get::<rquickjs::Coerced<String>>().map(|text| text.0);
                ScriptError::from_exception(text.unwrap_or_else(|_| "a value".to_owned()), "")
            }
            CaughtError::Error(rquickjs::Error::Allocation) => ScriptError::exceeded(ScriptErrorKind::Memory),
            CaughtError::Error(error) => ScriptError::from_exception(error.to_string(), ""),
        };
        // The exception of an interrupt says only that there was one.
        match self.exceeded.get() {
            Some(kind) => ScriptError { kind, ..error },
            None => error,
        }
    }
}
