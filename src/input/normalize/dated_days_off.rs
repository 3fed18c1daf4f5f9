//! The days off of the options, as a sprint needs them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

/// The days off around a sprint.
#[derive(Debug)]
pub(in crate::input) struct DatedDaysOff {
    pub(in crate::input) dates: BTreeSet<Date>,
    /// The days that a calendar calls observances, by their titles. They are no days off.
    pub(in crate::input) observances: BTreeMap<Date, String>,
}
