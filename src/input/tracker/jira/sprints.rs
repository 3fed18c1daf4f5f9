//! Sprints as Jira writes them, and which of them is meant.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::super::super::documents::Document;
use super::super::super::error::{InputError, Place};
use super::super::super::refusal::quote;
use super::super::super::value::{Fields, Value};
use super::issue::{below, instant};

/// A sprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sprint {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) goal: Option<String>,
    /// `active`, `closed` or `future`.
    pub(super) state: String,
    pub(super) start: Option<Timestamp>,
    pub(super) end: Option<Timestamp>,
    pub(super) closed: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    id: u64,
    name: String,
    goal: Option<String>,
    state: &'a str,
    start_date: Option<&'a str>,
    end_date: Option<&'a str>,
    complete_date: Option<&'a str>,
}

impl Sprint {
    pub(super) fn read(
        document: &Document<'_>,
        value: &Value<'_>,
        path: &str,
    ) -> Result<Self, Box<InputError>> {
        let wire: Wire<'_> = document.read_part(value, path)?;
        let date = |text: Option<&str>, field: &str| match text.filter(|text| !text.is_empty()) {
            Some(text) => instant(document, text, || below(path, field)).map(Some),
            None => Ok(None),
        };
        let state = wire.state.to_lowercase();
        // Old servers put a date there before the sprint is closed.
        let closed = if state == "closed" { wire.complete_date } else { None };
        Ok(Self {
            id: wire.id,
            name: wire.name,
            goal: wire.goal.filter(|goal| !goal.is_empty()),
            start: date(wire.start_date, "startDate")?,
            end: date(wire.end_date, "endDate")?,
            closed: date(closed, "completeDate")?,
            state,
        })
    }

    /// `com.atlassian.greenhopper.service.sprint.Sprint@be7f5f[id=82,state=CLOSED,name=Sprint 1,goal=<null>,startDate=…]`,
    /// as old servers write it. Values hold commas: a field begins where one of the known names does.
    fn parse(text: &str) -> Option<Self> {
        const NAMES: [&str; 11] = [
            "id",
            "rapidViewId",
            "state",
            "name",
            "goal",
            "startDate",
            "endDate",
            "completeDate",
            "activatedDate",
            "sequence",
            "autoStartStop",
        ];
        let inside = text.split_once('[')?.1.strip_suffix(']')?;
        let mut fields: BTreeMap<&str, String> = BTreeMap::new();
        let mut last = "";
        for part in inside.split(',') {
            match part.split_once('=').filter(|(name, _)| NAMES.contains(name) && !fields.contains_key(name))
            {
                Some((name, value)) => {
                    fields.insert(name, value.to_owned());
                    last = name;
                }
                None => {
                    if let Some(value) = fields.get_mut(last) {
                        value.push(',');
                        value.push_str(part);
                    }
                }
            }
        }
        let field = |name: &str| fields.get(name).filter(|value| *value != "<null>" && !value.is_empty());
        let date = |name: &str| field(name).and_then(|text| text.parse().ok());
        let state = field("state")?.to_lowercase();
        Some(Self {
            id: field("id")?.parse().ok()?,
            name: field("name")?.clone(),
            goal: field("goal").cloned(),
            start: date("startDate"),
            end: date("endDate"),
            closed: date("completeDate").filter(|_| state == "closed"),
            state,
        })
    }
}

/// The sprints that the fields of an issue name.
pub(super) fn in_fields(
    document: &Document<'_>,
    fields: &Fields<'_>,
    path: &str,
) -> Result<Vec<Sprint>, Box<InputError>> {
    let mut sprints = Vec::new();
    for (id, value) in fields.iter() {
        // The agile API names them, and tells the closed ones apart.
        let named = matches!(id, "sprint" | "closedSprints");
        if !named && !id.starts_with("customfield_") {
            continue;
        }
        let path = || below(path, &format!("fields.{id}"));
        match value {
            Value::Object(_) if named => sprints.push(Sprint::read(document, value, &path())?),
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    sprints.extend(entry(document, value, || format!("{}[{index}]", path()))?);
                }
            }
            _ => {}
        }
    }
    Ok(sprints)
}

/// An entry of a custom field's list, where it is a sprint.
fn entry(
    document: &Document<'_>,
    value: &Value<'_>,
    path: impl Fn() -> String,
) -> Result<Option<Sprint>, Box<InputError>> {
    match value {
        Value::Text(text) if text.starts_with("com.atlassian.greenhopper") => {
            let bad = || {
                let expected = "a sprint as Jira Server writes it ([id=…,state=…,name=…])";
                document.error(path(), quote(text), expected)
            };
            Sprint::parse(text).map(Some).ok_or_else(bad)
        }
        Value::Object(map) if ["id", "name", "state", "boardId"].iter().all(|name| map.has(name)) => {
            Sprint::read(document, value, &path()).map(Some)
        }
        _ => Ok(None),
    }
}

/// The sprint that is asked for, by name or id; else the active one, else the latest.
pub(super) fn chosen(
    sprints: &BTreeMap<u64, Sprint>,
    asked: Option<&str>,
) -> Result<Option<Sprint>, Box<InputError>> {
    if let Some(asked) = asked {
        let is = |sprint: &&Sprint| sprint.name == asked || sprint.id.to_string() == asked;
        if let Some(sprint) = sprints.values().rfind(is) {
            return Ok(Some(sprint.clone()));
        }
        let mut names: Vec<String> =
            sprints.values().map(|s| format!("{} ({})", quote(&s.name), s.id)).collect();
        let more = names.len().saturating_sub(MAX_NAMED);
        names.drain(..more);
        let expected = match names.as_slice() {
            [] => "an input with sprints".to_owned(),
            names => format!("one of {}", names.join(", ")),
        };
        let found = format!("no sprint {}", quote(asked));
        return Err(InputError::new(Place::Whole, found, expected).remedy("use --sprint"));
    }
    // A future sprint may have dates.
    let state = |sprint: &Sprint| ["closed", "active"].iter().position(|state| *state == sprint.state);
    let rank = |sprint: &&Sprint| (state(sprint), sprint.start, sprint.id);
    Ok(sprints.values().max_by_key(rank).cloned())
}

/// Sprints that a message lists.
const MAX_NAMED: usize = 10;
