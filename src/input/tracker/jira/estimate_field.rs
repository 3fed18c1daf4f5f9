//! The field that holds the estimate, and its values over time.

use std::collections::BTreeMap;

use super::super::amount::{EXPECTED_AMOUNT, non_negative_amount};
use super::changelog::FieldChange;
use super::issue::Issue;
use super::json_path::join_path;
use super::time_field::{SECONDS_PER_HOUR, TimeField};
use crate::input::error::{InputError, exceeded_amount_limit};
use crate::sprint::{Amount, LoweredEstimates, Unit};

/// The field that holds the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EstimateField {
    pub(super) id: String,
    pub(super) name: String,
    /// The field of time, if the values are seconds.
    time: Option<TimeField>,
}

impl EstimateField {
    pub(super) fn new(id: &str, names: &BTreeMap<String, String>) -> Self {
        let name = names.get(id).map_or(id, String::as_str).to_owned();
        let time = TimeField::from_id(id);
        Self { id: time.map_or(id, |time| time.id()).to_owned(), name, time }
    }

    pub(super) fn from_time(time: TimeField) -> Self {
        Self { id: time.id().to_owned(), name: time.id().to_owned(), time: Some(time) }
    }

    /// The unit of its values.
    pub(super) fn unit(&self) -> Unit {
        if self.is_time() { Unit::Hours } else { Unit::Points }
    }

    /// Returns true if the values are times.
    pub(super) fn is_time(&self) -> bool {
        self.time.is_some()
    }

    /// Returns true if the value of a story has the values of its sub-tasks in it.
    pub(super) fn holds_subtasks(&self) -> bool {
        self.time.is_some_and(TimeField::holds_subtasks)
    }

    /// The meaning of a lower value: work done, if the field holds the remaining time.
    pub(super) fn lowered_estimates(&self) -> LoweredEstimates {
        if self.time.is_some_and(TimeField::is_remaining) {
            LoweredEstimates::Done
        } else {
            LoweredEstimates::Reestimated
        }
    }

    /// The value in the issue, which is today's; `None` if it is empty.
    pub(super) fn current_value(&self, issue: &Issue<'_>) -> Result<Option<Amount>, Box<InputError>> {
        let value = match self.time {
            Some(time) => time.value_in(issue),
            None => issue.non_null_field(&self.id),
        };
        let Some(value) = value else { return Ok(None) };
        let units = value.as_f64().map(|number| self.to_units(number));
        units.and_then(non_negative_amount).map(Some).ok_or_else(|| {
            let path = join_path(&issue.path, &format!("fields.{}", self.id));
            let error = issue.document.error_at(path, value.describe_for_error(), EXPECTED_AMOUNT);
            error
                .with_exceeded_limit(units.and_then(exceeded_amount_limit))
                .with_remedy("use --estimate-field")
        })
    }

    /// Returns true if a change is one of this field.
    pub(super) fn is_estimate_change(&self, change: &FieldChange<'_>) -> bool {
        match change.item.field_id {
            Some(id) => id == self.id,
            None => change.item.field == self.name || change.item.field == self.id,
        }
    }

    /// The value before a change. Numbers are in the displayed text, times in the raw value.
    pub(super) fn value_before(
        &self,
        issue: &Issue<'_>,
        change: &FieldChange<'_>,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let (side, text) =
            if self.is_time() { ("from", change.item.from) } else { ("fromString", change.item.from_string) };
        self.parse_side(issue, change, side, text)
    }

    pub(super) fn value_after(
        &self,
        issue: &Issue<'_>,
        change: &FieldChange<'_>,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let (side, text) =
            if self.is_time() { ("to", change.item.to) } else { ("toString", change.item.to_string) };
        self.parse_side(issue, change, side, text)
    }

    fn parse_side(
        &self,
        issue: &Issue<'_>,
        change: &FieldChange<'_>,
        side: &str,
        text: Option<&str>,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
        let units = text.parse().ok().map(|number| self.to_units(number));
        units.and_then(non_negative_amount).map(Some).ok_or_else(|| {
            let error = issue.change_error(change, side, text, EXPECTED_AMOUNT);
            error.with_exceeded_limit(units.and_then(exceeded_amount_limit))
        })
    }

    /// The number of points or hours.
    fn to_units(&self, number: f64) -> f64 {
        if self.is_time() { number / SECONDS_PER_HOUR } else { number }
    }
}
