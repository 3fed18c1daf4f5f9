//! Where the estimate stands, and what it was.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::ReadOptions;
use super::super::super::error::{InputError, Place};
use super::super::super::refusal::quote;
use super::super::super::value::Value;
use super::answers::Answers;
use super::issue::{FieldChange, Issue};
use crate::sprint::{Amount, Unit};

/// What Jira calls the field, in small letters; the first for projects of a company, the second for those of a team.
const NAMES: [&str; 3] = ["story points", "story point estimate", "storypoints"];
/// Fields that every instance has, with times in seconds.
const TIMES: [&str; 2] = ["timeoriginalestimate", "timeestimate"];
const SECONDS_PER_HOUR: f64 = 3_600.0;

/// The field that holds the estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EstimateField {
    pub(super) id: String,
    pub(super) name: String,
    /// Whether it holds seconds.
    is_time: bool,
}

/// The field: as asked for, as the board has it, as Jira calls it; none where nothing has an estimate.
pub(super) fn field(
    answers: &Answers<'_>,
    options: &ReadOptions,
) -> Result<Option<EstimateField>, Box<InputError>> {
    let names = names(answers);
    if let Some(asked) = &options.estimate_field {
        return asked_for(asked, answers, &names).map(Some);
    }
    let counted = options.unit == Some(Unit::Items);
    if let Some(estimation) = answers.board.as_ref().and_then(|board| board.estimation.as_ref()) {
        match (&estimation.field, estimation.kind.as_deref()) {
            (Some(field), _) => return asked_for(&field.field_id, answers, &names).map(Some),
            (None, Some("issueCount")) => return Ok(None),
            _ => {}
        }
    }
    if let Some(id) = called(answers, &names) {
        return Ok(Some(known(&id, &names)));
    }
    match alike(answers, &names).as_slice() {
        [] => Ok(None),
        _ if counted => Ok(None),
        alike => Err(not_found("Story Points", answers, alike)),
    }
}

/// Of the fields that are called so, the one that most issues have filled in.
fn called(answers: &Answers<'_>, names: &BTreeMap<String, String>) -> Option<String> {
    let rank = |(id, name): (&'_ String, &String)| {
        let name = name.to_lowercase();
        let rank = NAMES.iter().position(|known| *known == name)?;
        Some((id.clone(), (0, NAMES.len() - rank)))
    };
    let mut fields: BTreeMap<String, (usize, usize)> = names.iter().filter_map(rank).collect();
    for (id, value) in answers.issues.iter().flat_map(|issue| issue.fields.iter()) {
        if let (Some((filled, _)), false) = (fields.get_mut(id), matches!(value, Value::Null)) {
            *filled += 1;
        }
    }
    fields.into_iter().max_by(|(a, of_a), (b, of_b)| (of_a, a).cmp(&(of_b, b))).map(|(id, _)| id)
}

/// Names of fields by their ids: as the answers say, and as changelogs use them.
fn names(answers: &Answers<'_>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for change in answers.issues.iter().flat_map(|issue| &issue.changes) {
        if let Some(id) = change.item.field_id
            && !names.contains_key(id)
        {
            names.insert(id.to_owned(), change.item.field.to_owned());
        }
    }
    names.extend(answers.names.clone());
    names
}

fn known(id: &str, names: &BTreeMap<String, String>) -> EstimateField {
    let name = names.get(id).map_or(id, String::as_str).to_owned();
    EstimateField { id: id.to_owned(), name, is_time: TIMES.contains(&id) }
}

fn asked_for(
    asked: &str,
    answers: &Answers<'_>,
    names: &BTreeMap<String, String>,
) -> Result<EstimateField, Box<InputError>> {
    let by_name = || {
        names.iter().find(|(_, name)| name.to_lowercase() == asked.to_lowercase()).map(|(id, _)| id.as_str())
    };
    let has = |id: &str| answers.issues.iter().any(|issue| issue.fields.has(id));
    let id = if has(asked) { Some(asked) } else { by_name() };
    match id {
        Some(id) if has(id) => Ok(known(id, names)),
        Some(id) => Err(not_found(&format!("{asked} ({id})"), answers, &alike(answers, names))),
        None => Err(not_found(asked, answers, &alike(answers, names))),
    }
}

/// Fields that look like estimates: custom ones with numbers, each with its name where that is known.
fn alike(answers: &Answers<'_>, names: &BTreeMap<String, String>) -> Vec<String> {
    let fields = answers.issues.iter().flat_map(|issue| issue.fields.iter());
    let numbers = fields.filter(|(id, value)| id.starts_with("customfield_") && value.as_f64().is_some());
    let ids: BTreeSet<&str> = numbers.map(|(id, _)| id).collect();
    let shown =
        |id: &str| names.get(id).map_or_else(|| id.to_owned(), |name| format!("{} ({id})", quote(name)));
    ids.into_iter().map(shown).collect()
}

fn not_found(name: &str, answers: &Answers<'_>, alike: &[String]) -> Box<InputError> {
    let found = format!("no field {}", quote(name));
    let expected = match alike {
        [] => "a field with numbers: no custom field of these issues has any".to_owned(),
        alike => format!("a field that looks like an estimate: {}", alike.join(", ")),
    };
    let place =
        answers.issues.first().map_or(Place::Whole, |issue| Place::Path(format!("issue {}", issue.key)));
    InputError::new(place, found, expected).remedy("use --estimate-field, or --unit items to count issues")
}

impl EstimateField {
    /// What it counts.
    pub(super) fn unit(&self) -> Unit {
        if self.is_time { Unit::Hours } else { Unit::Points }
    }

    /// Today's value.
    pub(super) fn of(&self, issue: &Issue<'_>) -> Result<Option<Amount>, Box<InputError>> {
        let Some(value) = issue.field(&self.id) else { return Ok(None) };
        let number = value.as_f64();
        number.and_then(|number| self.amount(number)).map(Some).ok_or_else(|| {
            let path = super::issue::below(&issue.path, &format!("fields.{}", self.id));
            issue.document.error(path, value.shown(), EXPECTED).remedy("use --estimate-field")
        })
    }

    /// Whether a change is one of this field.
    pub(super) fn is(&self, change: &FieldChange<'_>) -> bool {
        match change.item.field_id {
            Some(id) => id == self.id,
            None => change.item.field == self.name || change.item.field == self.id,
        }
    }

    /// The value before or after a change. Numbers stand in the text for people, times in the one for machines.
    pub(super) fn before(
        &self,
        issue: &Issue<'_>,
        change: &FieldChange<'_>,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let side =
            if self.is_time { ("from", change.item.from) } else { ("fromString", change.item.from_string) };
        self.written(issue, change, side)
    }

    pub(super) fn after(
        &self,
        issue: &Issue<'_>,
        change: &FieldChange<'_>,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let side = if self.is_time { ("to", change.item.to) } else { ("toString", change.item.to_string) };
        self.written(issue, change, side)
    }

    fn written(
        &self,
        issue: &Issue<'_>,
        change: &FieldChange<'_>,
        (side, text): (&str, Option<&str>),
    ) -> Result<Option<Amount>, Box<InputError>> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
        let amount = text.parse().ok().and_then(|number| self.amount(number));
        amount.map(Some).ok_or_else(|| issue.error(change, side, text, EXPECTED))
    }

    fn amount(&self, number: f64) -> Option<Amount> {
        let number = if self.is_time { number / SECONDS_PER_HOUR } else { number };
        Amount::from_f64(number).filter(|amount| !amount.is_negative())
    }
}

pub(super) const EXPECTED: &str = "a number from 0 to 1000000 (MAX_AMOUNT)";
