//! Working days and days off of the options in a build without the feature `trackers`: a small one, for documents that have their
//! own. It refuses them.

use jiff::civil::Weekday;

use super::super::error::{InputError, Location};
use super::super::read_options::ReadOptions;
use super::super::validation_error::ValidationError;
use super::dated_days_off::DatedDaysOff;

/// Refuses working days and days off.
pub(in crate::input) fn check_calendar_options(options: &ReadOptions) -> Result<(), Box<InputError>> {
    if options.working_days.is_none() && options.holidays.is_none() {
        return Ok(());
    }
    let found = "working days or days off among the options";
    let mut error = InputError::new(Location::EntireInput, found, "them in the document");
    error.required_feature = Some("trackers");
    Err(error)
}

/// Returns none, since `check_calendar_options` refuses them.
pub(super) fn working_days(_: &ReadOptions) -> Result<Option<Vec<Weekday>>, ValidationError> {
    Ok(None)
}

/// Returns none, since `check_calendar_options` refuses them.
pub(super) fn days_off(_: &ReadOptions, _: i16) -> Result<Option<DatedDaysOff>, ValidationError> {
    Ok(None)
}
