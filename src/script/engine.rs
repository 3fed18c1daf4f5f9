//! QuickJS with limits.

use std::rc::Rc;

use rquickjs::context::EvalOptions;
use rquickjs::{CatchResultExt, Context, Ctx, Function, Persistent, Runtime};

use crate::limits::{MAX_SCRIPT_MEMORY, MAX_SCRIPT_STACK};

use super::big_integers::big_integer_error;
use super::error::{SCRIPT_NAME, ScriptError, ScriptErrorKind};
use super::host::Host;
use super::host_object::{host_object, replace_math};
use super::library::LibraryLists;
use super::loader::{Intrinsics, prepare_engine};
use super::usage::Usage;

/// The memory in bytes from which on the engine looks for objects that refer to each other only. QuickJS's own threshold is
/// exceeded by a script of some charts, and the search takes as long as a start.
const COLLECTION_THRESHOLD: usize = 4 << 20;

/// An engine for the script of one picture.
pub(crate) struct Engine {
    /// Calls a function of the bridge. It has to be dropped before the context.
    dispatch: Persistent<Function<'static>>,
    context: Context,
    usage: Rc<Usage>,
}

#[cfg(test)]
thread_local! {
    /// The number of engines that this thread has started.
    pub(crate) static STARTED_ENGINES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Engine {
    /// Starts an engine with libraries, which are loaded when the script uses them.
    ///
    /// # Errors
    /// Not enough memory.
    pub(crate) fn start(host: Rc<dyn Host>, libraries: LibraryLists) -> Result<Self, ScriptError> {
        #[cfg(test)]
        STARTED_ENGINES.set(STARTED_ENGINES.get() + 1);
        let usage = Rc::new(Usage::default());
        let runtime = Runtime::new().map_err(|_| ScriptError::exceeded(ScriptErrorKind::Memory))?;
        runtime.set_memory_limit(MAX_SCRIPT_MEMORY);
        runtime.set_gc_threshold(COLLECTION_THRESHOLD);
        runtime.set_max_stack_size(MAX_SCRIPT_STACK);
        runtime.set_interrupt_handler(Some(usage.interrupt_handler()));
        let context = Context::custom::<Intrinsics>(&runtime)
            .map_err(|_| ScriptError::exceeded(ScriptErrorKind::Memory))?;
        let dispatch = context.with(|ctx| {
            let start = |ctx: &Ctx| {
                replace_math(ctx)?;
                prepare_engine(ctx, libraries, &host_object(ctx, host, &usage)?)
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
        if let Some(error) = big_integer_error(source) {
            return Err(error);
        }
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
        if let Some(kind) = self.usage.exceeded_kind() {
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
        self.usage.count_calls(calls)
    }
}

/// Options of a script in sloppy mode under a name.
fn named(name: &str) -> EvalOptions {
    let mut options = EvalOptions::default();
    options.strict = false;
    options.filename = Some(name.to_owned());
    options
}
