//! The clock of the command line. The library never reads a clock: it takes the time as a value.

/// Returns the current time.
#[expect(clippy::disallowed_methods, reason = "the edge supplies the clock")]
pub(crate) fn current_time() -> jiff::Timestamp {
    jiff::Timestamp::now()
}
