//! The use of the limits by one script.

use std::cell::Cell;
use std::rc::Rc;

use rquickjs::CaughtError;
use web_time::Instant;

use crate::limits::{MAX_SCRIPT_CALLS, MAX_SCRIPT_SECONDS, MAX_SCRIPT_STEPS, MAX_TEXT_CHARS};

use super::error::{ScriptError, ScriptErrorKind};

/// The steps between two calls of the interrupt handler; QuickJS's own constant.
const STEPS_PER_INTERRUPT: u64 = 10_000;

/// The use of the limits so far.
pub(super) struct Usage {
    steps: Cell<u64>,
    calls: Cell<usize>,
    exceeded: Cell<Option<ScriptErrorKind>>,
    start: Instant,
}

impl Default for Usage {
    fn default() -> Self {
        Self {
            steps: Cell::default(),
            calls: Cell::default(),
            exceeded: Cell::default(),
            start: Instant::now(),
        }
    }
}

impl Usage {
    /// The limit that the script has exceeded.
    pub(super) fn exceeded_kind(&self) -> Option<ScriptErrorKind> {
        self.exceeded.get()
    }

    /// A handler that counts the steps of a script, which are the same on every machine.
    pub(super) fn interrupt_handler(self: &Rc<Self>) -> Box<dyn FnMut() -> bool> {
        let usage = Rc::clone(self);
        Box::new(move || usage.count_steps(STEPS_PER_INTERRUPT).is_err())
    }

    /// Counts steps, and looks at the clock as a last resort.
    ///
    /// # Errors
    /// A limit that was exceeded now or before.
    pub(super) fn count_steps(&self, steps: u64) -> Result<(), ScriptErrorKind> {
        self.steps.set(self.steps.get().saturating_add(steps));
        if self.steps.get() > MAX_SCRIPT_STEPS {
            self.exceeded.set(Some(ScriptErrorKind::Steps));
        } else if self.start.elapsed().as_secs() >= MAX_SCRIPT_SECONDS {
            self.exceeded.set(Some(ScriptErrorKind::Seconds));
        }
        self.exceeded.get().map_or(Ok(()), Err)
    }

    /// Counts calls of the script's functions.
    ///
    /// # Errors
    /// More calls than `MAX_SCRIPT_CALLS`.
    pub(super) fn count_calls(&self, calls: usize) -> Result<(), ScriptError> {
        self.calls.set(self.calls.get().saturating_add(calls));
        if self.calls.get() <= MAX_SCRIPT_CALLS {
            return Ok(());
        }
        self.exceeded.set(Some(ScriptErrorKind::Calls));
        Err(ScriptError::exceeded(ScriptErrorKind::Calls))
    }

    /// The error of what a script has thrown.
    pub(super) fn error_of(&self, error: CaughtError) -> ScriptError {
        let error = match error {
            CaughtError::Exception(exception) => {
                let name: Option<String> = exception.as_object().get("name").ok();
                // Messages are shown in part only, and a script may make very long ones.
                let message =
                    exception.message().unwrap_or_default().chars().take(MAX_TEXT_CHARS).collect::<String>();
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
