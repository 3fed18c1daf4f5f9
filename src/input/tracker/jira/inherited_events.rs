//! The number of events that sub-tasks have from their stories.

use crate::input::error::{InputError, Location};
use crate::limits::MAX_EVENTS;

/// Checks the number of events of sub-tasks while they are copied from their stories: many sub-tasks of stories with long histories
/// would fill the memory before the events of the whole sprint are counted.
pub(super) fn check_inherited_events(count: usize) -> Result<(), Box<InputError>> {
    if count > MAX_EVENTS {
        let found = format!("more than {MAX_EVENTS} changes of sub-tasks and of their stories");
        return Err(InputError::limit_exceeded(Location::EntireInput, found, "MAX_EVENTS", MAX_EVENTS));
    }
    Ok(())
}
