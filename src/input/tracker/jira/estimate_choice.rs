//! The choice of the fields that hold the estimates.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::estimate_field::EstimateField;
use super::estimate_fields::EstimateFields;
use super::issue::Issue;
use super::responses::JiraResponses;
use super::time_field::TimeField;
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::json_value::JsonValue;
use crate::sprint::Unit;

/// Names of the field in Jira, in lower case: the first is that of company-managed projects, the second that of team-managed
/// ones.
const ESTIMATE_FIELD_NAMES: [&str; 3] = ["story points", "story point estimate", "storypoints"];

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
    if let Some(fields) = EstimateFields::from_list(fields_of_usual_names(responses, &names)) {
        // Teams that estimate hours have empty fields of points.
        let is_used = |issue: &Issue<'_>| fields.used_field(issue).is_some();
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
    let mut filled: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, value) in responses.issues.iter().flat_map(|issue| issue.fields.iter()) {
        if !matches!(value, JsonValue::Null) {
            *filled.entry(id).or_default() += 1;
        }
    }
    let rank = |(id, name): (&String, &String)| {
        let name = name.to_lowercase();
        let rank = ESTIMATE_FIELD_NAMES.iter().position(|known| *known == name)?;
        Some((Reverse(filled.get(id.as_str())), rank, id.clone()))
    };
    let mut fields: Vec<(Reverse<Option<&usize>>, usize, String)> = names.iter().filter_map(rank).collect();
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
