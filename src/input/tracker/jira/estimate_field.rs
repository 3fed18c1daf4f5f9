//! The field that holds the estimate, and its values over time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::super::amount::{EXPECTED_AMOUNT, non_negative_amount};
use super::changelog::FieldChange;
use super::issue::Issue;
use super::json_path::join_path;
use super::responses::JiraResponses;
use super::time_field::{SECONDS_PER_HOUR, TimeField};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location, exceeded_amount_limit};
use crate::input::error_text::quote;
use crate::input::json_value::JsonValue;
use crate::sprint::{Amount, LoweredEstimates, Unit};

/// Names of the field in Jira, in lower case: the first is that of company-managed projects, the second that of team-managed
/// ones.
const ESTIMATE_FIELD_NAMES: [&str; 3] = ["story points", "story point estimate", "storypoints"];

/// The field that holds the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EstimateField {
    pub(super) id: String,
    pub(super) name: String,
    /// The field of time, if the values are seconds.
    time: Option<TimeField>,
}

/// The fields that hold the estimates: those of usual names, because projects that a company manages and projects that a team
/// manages have different ones; else a single one.
pub(super) struct EstimateFields {
    /// The field that most issues have filled in.
    main: EstimateField,
    /// The fields of issues without a value in the main one.
    others: Vec<EstimateField>,
}

impl EstimateFields {
    /// The field that most issues have filled in.
    pub(super) fn main(&self) -> &EstimateField {
        &self.main
    }

    /// The field that holds an issue's estimate: the first one with a value, else the first one that ever had one.
    pub(super) fn field_of(&self, issue: &Issue<'_>) -> &EstimateField {
        let had_value =
            |field: &&EstimateField| issue.changes.iter().any(|change| field.is_estimate_change(change));
        let with_value = self.all().find(|field| issue.non_null_field(&field.id).is_some());
        with_value.or_else(|| self.all().find(had_value)).unwrap_or(&self.main)
    }

    /// The ids of the fields that hold an issue's estimate or contradict it.
    pub(super) fn ids_with_estimate_of(&self, issue: &Issue<'_>) -> impl Iterator<Item = &str> {
        let value_in = |field: &EstimateField| issue.non_null_field(&field.id).and_then(JsonValue::as_f64);
        let chosen = self.field_of(issue);
        let estimate = value_in(chosen);
        let decides = move |field: &&EstimateField| {
            value_in(field).is_some_and(|value| field.id == chosen.id || estimate != Some(value))
        };
        let ids: Vec<&str> = self.all().filter(decides).map(|field| field.id.as_str()).collect();
        ids.into_iter()
    }

    fn all(&self) -> impl Iterator<Item = &EstimateField> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

impl From<EstimateField> for EstimateFields {
    fn from(main: EstimateField) -> Self {
        Self { main, others: Vec::new() }
    }
}

/// Chooses the requested field, else the board's, else those of usual names; `None` if nothing has an estimate.
///
/// # Errors
/// A requested field that no issue has, or fields with numbers of which none has a usual name.
pub(super) fn choose_estimate_fields(
    responses: &JiraResponses<'_>,
    options: &ReadOptions,
) -> Result<Option<EstimateFields>, Box<InputError>> {
    let names = field_names(responses);
    if let Some(requested) = &options.estimate_field {
        return requested_field(requested, responses, &names).map(|field| Some(field.into()));
    }
    let counted = options.unit == Some(Unit::Items);
    let time_field = || TimeField::first_filled(&responses.issues).map(EstimateField::from_time);
    if options.unit == Some(Unit::Hours)
        && let Some(field) = time_field()
    {
        return Ok(Some(field.into()));
    }
    if let Some(estimation) = responses.board.as_ref().and_then(|board| board.estimation.as_ref()) {
        match (&estimation.field, estimation.kind.as_deref()) {
            (Some(field), _) => {
                let field = requested_field(&field.field_id, responses, &names);
                return field.map(|field| Some(field.into()));
            }
            (None, Some("issueCount")) => return Ok(None),
            _ => {}
        }
    }
    let mut usual = fields_of_usual_names(responses, &names).into_iter();
    if let Some(main) = usual.next() {
        let fields = EstimateFields { main, others: usual.collect() };
        // Teams that estimate hours have empty fields of points.
        let is_used = |issue: &Issue<'_>| fields.all().any(|field| field.is_used_in(issue));
        let has_points = options.unit.is_some() || responses.issues.iter().any(is_used);
        return Ok(Some(time_field().filter(|_| !has_points).map_or(fields, EstimateFields::from)));
    }
    match number_fields(responses, &names).as_slice() {
        [] => Ok(time_field().filter(|_| options.unit.is_none()).map(EstimateFields::from)),
        _ if counted => Ok(None),
        alike => Err(missing_field_error("Story Points", responses, alike)),
    }
}

/// The fields with usual names, beginning with the one that most issues have filled in.
fn fields_of_usual_names(
    responses: &JiraResponses<'_>,
    names: &BTreeMap<String, String>,
) -> Vec<EstimateField> {
    let filled =
        |id: &str| responses.issues.iter().filter(|issue| issue.non_null_field(id).is_some()).count();
    let rank = |(id, name): (&String, &String)| {
        let name = name.to_lowercase();
        let rank = ESTIMATE_FIELD_NAMES.iter().position(|known| *known == name)?;
        Some((Reverse(filled(id)), rank, id.clone()))
    };
    let mut fields: Vec<(Reverse<usize>, usize, String)> = names.iter().filter_map(rank).collect();
    fields.sort();
    fields.into_iter().map(|(.., id)| EstimateField::new(&id, names)).collect()
}

/// Names of fields by their ids, from the responses and from the changelogs.
fn field_names(responses: &JiraResponses<'_>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for change in responses.issues.iter().flat_map(|issue| &issue.changes) {
        if let Some(id) = change.item.field_id
            && !names.contains_key(id)
        {
            names.insert(id.to_owned(), change.item.field.to_owned());
        }
    }
    names.extend(responses.names.clone());
    names
}

fn requested_field(
    requested: &str,
    responses: &JiraResponses<'_>,
    names: &BTreeMap<String, String>,
) -> Result<EstimateField, Box<InputError>> {
    let by_name = || {
        names
            .iter()
            .find(|(_, name)| name.to_lowercase() == requested.to_lowercase())
            .map(|(id, _)| id.as_str())
    };
    let has = |id: &str| {
        let is_time = |issue: &Issue<'_>| TimeField::from_id(id).is_some_and(|time| time.is_asked_for(issue));
        responses.issues.iter().any(|issue| issue.fields.has(id) || is_time(issue))
    };
    let id = if has(requested) { Some(requested) } else { by_name() };
    match id {
        Some(id) if has(id) => Ok(EstimateField::new(id, names)),
        Some(id) => Err(missing_field_error(
            &format!("{requested} ({id})"),
            responses,
            &number_fields(responses, names),
        )),
        None => Err(missing_field_error(requested, responses, &number_fields(responses, names))),
    }
}

/// Fields that look like estimates: custom fields with numbers, each with its name if it is known.
fn number_fields(responses: &JiraResponses<'_>, names: &BTreeMap<String, String>) -> Vec<String> {
    let fields = responses.issues.iter().flat_map(|issue| issue.fields.iter());
    let numbers = fields.filter(|(id, value)| id.starts_with("customfield_") && value.as_f64().is_some());
    let ids: BTreeSet<&str> = numbers.map(|(id, _)| id).collect();
    let shown =
        |id: &str| names.get(id).map_or_else(|| id.to_owned(), |name| format!("{} ({id})", quote(name)));
    ids.into_iter().map(shown).collect()
}

fn missing_field_error(name: &str, responses: &JiraResponses<'_>, alike: &[String]) -> Box<InputError> {
    let found = format!("no field {}", quote(name));
    let expected = match alike {
        [] => "a field with numbers: no custom field of these issues has any".to_owned(),
        alike => format!("a field that looks like an estimate: {}", alike.join(", ")),
    };
    let place = responses
        .issues
        .first()
        .map_or(Location::EntireInput, |issue| Location::Path(format!("issue {}", issue.key)));
    InputError::new(place, found, expected)
        .with_remedy("use --estimate-field, or --unit items to count issues")
}

impl EstimateField {
    fn new(id: &str, names: &BTreeMap<String, String>) -> Self {
        let name = names.get(id).map_or(id, String::as_str).to_owned();
        let time = TimeField::from_id(id);
        Self { id: time.map_or(id, |time| time.id()).to_owned(), name, time }
    }

    fn from_time(time: TimeField) -> Self {
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

    /// Returns true if the issue has a value, or had one.
    fn is_used_in(&self, issue: &Issue<'_>) -> bool {
        issue.non_null_field(&self.id).is_some()
            || issue.changes.iter().any(|change| self.is_estimate_change(change))
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
