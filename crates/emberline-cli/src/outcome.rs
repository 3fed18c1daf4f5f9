//! Results of a command: its status, and the errors that `main` prints.

use std::error::Error;
use std::fmt::Display;

use clap::error::ErrorKind;

/// An error that the user can mend; it is printed once, at the end of the run.
pub(crate) type CliError = Box<dyn Error + Send + Sync>;

/// Status of a run without an error of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RunStatus {
    /// All requested output was written.
    Completed,
    /// At least one input failed; its error has been printed.
    SomeInputsFailed,
}

/// An error in the combination of arguments that are valid one by one: exit code 2, as for the arguments that clap
/// refuses.
pub(crate) fn usage_error(problem: impl Display) -> CliError {
    clap::Error::raw(ErrorKind::ValueValidation, format!("{problem}\n")).into()
}

/// The message of an error, followed by the messages of its causes. A cause whose message is already in the text is
/// skipped.
pub(crate) fn error_chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let message = error.to_string();
        if !text.contains(&message) {
            text.push_str(": ");
            text.push_str(&message);
        }
        cause = error.source();
    }
    text
}
