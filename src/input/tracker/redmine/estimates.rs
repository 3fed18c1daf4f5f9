//! The estimates of issues: a custom field of points, or the estimated hours.

use super::super::amount::{amount_error, non_negative_amount};
use super::super::naming::is_estimate_name;
use super::super::unit_choice::EstimateSource;
use super::answers::{Detail, LocatedIssue};
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::json_value::JsonValue;
use crate::sprint::{Amount, Unit};

/// The name of the field with the hours, in issues and in journals.
const HOURS: &str = "estimated_hours";

/// The field with the estimates.
pub(super) struct EstimateColumn {
    /// The id of a custom field; `None` for the estimated hours.
    custom_id: Option<u64>,
    is_explicit: bool,
}

impl EstimateColumn {
    /// Chooses the requested field, else the custom field with a usual name that is filled in, else the estimated hours.
    pub(super) fn choose<'a>(
        issues: impl Iterator<Item = &'a LocatedIssue<'a>>,
        options: &ReadOptions,
    ) -> Self {
        let asked = options.estimate_field.as_deref();
        let is_asked_id = |id: u64| asked.is_some_and(|asked| asked.trim() == id.to_string());
        let fields = issues.flat_map(|issue| &issue.wire.custom_fields);
        let mut named = fields.filter(|field| is_estimate_name(&field.name, asked) || is_asked_id(field.id));
        let custom = named.find(|field| {
            let value = field.value.as_ref();
            asked.is_some() || value.is_some_and(|value| value.to_id().is_some_and(|text| !text.is_empty()))
        });
        Self { custom_id: custom.map(|field| field.id), is_explicit: asked.is_some() }
    }

    /// The unit of the estimates.
    pub(super) fn source(&self) -> EstimateSource {
        let unit = if self.custom_id.is_some() { Unit::Points } else { Unit::Hours };
        EstimateSource { unit, is_explicit: self.is_explicit }
    }

    /// True if a detail of a journal is a change of the estimate.
    pub(super) fn is_change(&self, detail: &Detail) -> bool {
        match self.custom_id {
            Some(id) => detail.property == "cf" && detail.name == id.to_string(),
            None => detail.property == "attr" && detail.name == HOURS,
        }
    }

    /// Today's estimate of an issue.
    pub(super) fn current(&self, issue: &LocatedIssue<'_>) -> Result<Option<Amount>, Box<InputError>> {
        let Some(id) = self.custom_id else {
            let path = || format!("{}.{HOURS}", issue.path);
            return issue.wire.estimated_hours.map(|hours| amount(issue, hours, path)).transpose();
        };
        let position = issue.wire.custom_fields.iter().position(|field| field.id == id);
        let Some((index, field)) =
            position.and_then(|index| Some((index, issue.wire.custom_fields.get(index)?)))
        else {
            return Ok(None);
        };
        let path = || format!("{}.custom_fields[{index}].value", issue.path);
        match &field.value {
            None | Some(JsonValue::Null) => Ok(None),
            Some(value) => match value.to_id() {
                Some(text) => parse_amount(issue, &text, path),
                None => Err(issue.document.error_at(path(), value.describe_for_error(), "a number")),
            },
        }
    }

    /// The estimate in a value of a journal.
    pub(super) fn parse_change(
        issue: &LocatedIssue<'_>,
        value: Option<&str>,
        path: impl Fn() -> String,
    ) -> Result<Option<Amount>, Box<InputError>> {
        value.map_or(Ok(None), |text| parse_amount(issue, text, path))
    }
}

fn parse_amount(
    issue: &LocatedIssue<'_>,
    text: &str,
    path: impl Fn() -> String,
) -> Result<Option<Amount>, Box<InputError>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match text.trim().parse::<f64>() {
        Ok(number) => amount(issue, number, path).map(Some),
        Err(_) => Err(issue.document.error_at(path(), quote(text), "a number")),
    }
}

fn amount(
    issue: &LocatedIssue<'_>,
    number: f64,
    path: impl Fn() -> String,
) -> Result<Amount, Box<InputError>> {
    non_negative_amount(number)
        .ok_or_else(|| amount_error(issue.document, path(), number.to_string(), number))
}
