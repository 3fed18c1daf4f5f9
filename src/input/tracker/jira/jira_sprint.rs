//! Sprints in Jira's responses, and the choice of the one to show.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints,
};
use super::dates::parse_instant;
use super::json_path::join_path;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// A sprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct JiraSprint {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) goal: Option<String>,
    /// `active`, `closed` or `future`.
    pub(super) state: String,
    pub(super) start: Option<Timestamp>,
    pub(super) end: Option<Timestamp>,
    pub(super) closed: Option<Timestamp>,
    /// The instant at which the team started the sprint; `start` is the date that it entered.
    pub(super) activated: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSprint<'a> {
    id: u64,
    name: String,
    goal: Option<String>,
    state: &'a str,
    start_date: Option<&'a str>,
    end_date: Option<&'a str>,
    complete_date: Option<&'a str>,
    activated_date: Option<&'a str>,
}

impl JiraSprint {
    pub(super) fn read(
        document: &TrackerDocument<'_>,
        value: &JsonValue<'_>,
        path: &str,
    ) -> Result<Self, Box<InputError>> {
        let wire: WireSprint<'_> = document.read_part(value, path)?;
        let date = |text: Option<&str>, field: &str| match text.filter(|text| !text.is_empty()) {
            Some(text) => parse_instant(document, text, || join_path(path, field)).map(Some),
            None => Ok(None),
        };
        let state = wire.state.to_lowercase();
        // Old servers write this date even before the sprint is closed.
        let closed = if state == "closed" { wire.complete_date } else { None };
        Ok(Self {
            id: wire.id,
            name: wire.name,
            goal: wire.goal.filter(|goal| !goal.is_empty()),
            start: date(wire.start_date, "startDate")?,
            end: date(wire.end_date, "endDate")?,
            closed: date(closed, "completeDate")?,
            activated: date(wire.activated_date, "activatedDate")?,
            state,
        })
    }

    /// The place of its state in a sprint's life, and the time of the close.
    fn stage(&self) -> (usize, Option<Timestamp>) {
        let stage = ["future", "active", "closed"].iter().position(|state| *state == self.state);
        (stage.unwrap_or_default(), self.closed)
    }

    /// The sprint as a candidate for the choice. A request must repeat its name exactly. The state decides if it is current: a
    /// future sprint may have dates, too.
    fn to_candidate(&self) -> SprintCandidate {
        let is_current = self.state == "active";
        SprintCandidate {
            name: None,
            ids: vec![self.name.clone(), self.id.to_string()],
            is_current,
            has_begun: is_current || self.state == "closed",
        }
    }

    /// Parses a sprint as old servers write it:
    /// `com.atlassian.greenhopper.service.sprint.Sprint@be7f5f[id=82,state=CLOSED,name=Sprint 1,goal=<null>,startDate=…]`.
    /// Values may hold commas: a field begins at one of the known names.
    fn parse_server_text(text: &str) -> Option<Self> {
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
            activated: date("activatedDate"),
            state,
        })
    }
}

/// The sprints of an issue.
#[derive(Default)]
pub(super) struct IssueSprints<'a> {
    pub(super) sprints: Vec<JiraSprint>,
    /// The ids of the custom fields that have them.
    pub(super) fields: Vec<&'a str>,
}

/// The sprints in the fields of an issue.
pub(super) fn sprints_in_fields<'a>(
    document: &TrackerDocument<'_>,
    fields: &'a JsonObject<'_>,
    path: &str,
) -> Result<IssueSprints<'a>, Box<InputError>> {
    let mut found = IssueSprints::default();
    for (id, value) in fields.iter() {
        // The agile API names these fields, and lists closed sprints separately.
        let named = matches!(id, "sprint" | "closedSprints");
        if !named && !id.starts_with("customfield_") {
            continue;
        }
        let path = || join_path(path, &format!("fields.{id}"));
        match value {
            JsonValue::Object(_) if named => found.sprints.push(JiraSprint::read(document, value, &path())?),
            JsonValue::List(values) => {
                let before = found.sprints.len();
                for (index, value) in values.iter().enumerate() {
                    let sprint = parse_list_entry(document, value, || format!("{}[{index}]", path()))?;
                    found.sprints.extend(sprint);
                }
                let has_sprints = found.sprints.len() > before;
                found.fields.extend((has_sprints && !named).then_some(id));
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Parses an entry of a custom field's list; `None` if it is no sprint.
fn parse_list_entry(
    document: &TrackerDocument<'_>,
    value: &JsonValue<'_>,
    path: impl Fn() -> String,
) -> Result<Option<JiraSprint>, Box<InputError>> {
    match value {
        JsonValue::Text(text) if text.starts_with("com.atlassian.greenhopper") => {
            let bad = || {
                let expected = "a sprint as Jira Server writes it ([id=…,state=…,name=…])";
                document.error_at(path(), quote(text), expected)
            };
            JiraSprint::parse_server_text(text).map(Some).ok_or_else(bad)
        }
        JsonValue::Object(map) if ["id", "name", "state", "boardId"].iter().all(|name| map.has(name)) => {
            JiraSprint::read(document, value, &path()).map(Some)
        }
        _ => Ok(None),
    }
}

/// Returns each sprint once: the one that has come furthest (future, active, closed), and of equal ones the last.
pub(super) fn newest_sprints<'a>(
    sprints: impl IntoIterator<Item = &'a JiraSprint>,
) -> BTreeMap<u64, JiraSprint> {
    let mut newest: BTreeMap<u64, JiraSprint> = BTreeMap::new();
    for sprint in sprints {
        let known = newest.get(&sprint.id).map(JiraSprint::stage);
        if known.is_none_or(|known| known <= sprint.stage()) {
            newest.insert(sprint.id, sprint.clone());
        }
    }
    newest
}

/// A sprint, and the caveat that others are active, too.
pub(super) type SprintSelection = (JiraSprint, Option<Caveat>);

/// Chooses the requested sprint, by name or id; else the active one, else the latest.
pub(super) fn choose_jira_sprint(
    sprints: &BTreeMap<u64, JiraSprint>,
    requested: Option<&str>,
) -> Result<Option<SprintSelection>, Box<InputError>> {
    let mut known: Vec<&JiraSprint> = sprints.values().collect();
    if requested.is_none() {
        known.sort_by_key(|sprint| (sprint.start, sprint.id));
    }
    let candidates: Vec<SprintCandidate> = known.iter().map(|sprint| sprint.to_candidate()).collect();
    match (choose_sprint(&candidates, requested, Preference::Latest), requested) {
        (None, Some(requested)) => Err(unknown_sprint_error(&known, requested)),
        (index, _) => {
            let parallel = parallel_sprints(&candidates, requested);
            Ok(index.and_then(|index| known.get(index)).map(|sprint| ((*sprint).clone(), parallel)))
        }
    }
}

fn unknown_sprint_error(sprints: &[&JiraSprint], requested: &str) -> Box<InputError> {
    /// Sprints that the message lists; the last ones are the likely ones.
    const MAX_LISTED: usize = 10;
    let mut names: Vec<String> =
        sprints.iter().map(|sprint| format!("{} ({})", quote(&sprint.name), sprint.id)).collect();
    names.drain(..names.len().saturating_sub(MAX_LISTED));
    let expected = expected_names(&names, "an input with sprints");
    let found = format!("no sprint {}", quote(requested));
    InputError::new(Location::EntireInput, found, expected).with_remedy("use --sprint")
}
