//! Issues of Linear and their histories.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::Deserialize;

use super::super::json_moment::{JsonMoment, sort_instant};
use super::super::known_states::KnownStates;
use super::super::state_names::{means_done, means_started};
use crate::input::error::InputError;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::moment::Moment;
use crate::input::tracker_documents::{TrackerDocument, find_objects};
use crate::sprint::Progress;

/// An issue, as an answer has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Issue {
    id: Option<String>,
    identifier: Option<String>,
    pub(super) title: Option<String>,
    pub(super) estimate: Option<f64>,
    pub(super) created_at: Option<JsonMoment>,
    pub(super) updated_at: Option<JsonMoment>,
    pub(super) completed_at: Option<JsonMoment>,
    pub(super) canceled_at: Option<JsonMoment>,
    pub(super) state: Option<IssueState>,
    pub(super) cycle: Option<EntityRef>,
    history: Option<ChangeList>,
    /// True if an answer has the issue in the list of the chosen cycle.
    #[serde(skip)]
    pub(super) is_listed: bool,
    /// Changes in order of time, of all answers about the issue.
    #[serde(skip)]
    pub(super) changes: Vec<IssueChange>,
    /// True if an answer has a history of the issue.
    #[serde(skip)]
    pub(super) has_history: bool,
}

/// A state of the team's workflow.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct IssueState {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    /// `triage`, `backlog`, `unstarted`, `started`, `completed`, `canceled` or `duplicate`.
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct EntityRef {
    pub(super) id: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct ChangeList {
    nodes: Vec<IssueChange>,
}

/// An entry of the history. Fields that it did not change are null on both sides.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct IssueChange {
    id: Option<String>,
    pub(super) created_at: Option<JsonMoment>,
    from_cycle_id: Option<String>,
    to_cycle_id: Option<String>,
    from_cycle: Option<EntityRef>,
    to_cycle: Option<EntityRef>,
    pub(super) from_estimate: Option<f64>,
    pub(super) to_estimate: Option<f64>,
    from_state: Option<IssueState>,
    to_state: Option<IssueState>,
    from_state_id: Option<String>,
    to_state_id: Option<String>,
}

impl IssueChange {
    /// The id of the entry, else all that it says: answers that overlap repeat it.
    fn entry_key(&self) -> String {
        self.id.clone().unwrap_or_else(|| format!("{self:?}"))
    }

    pub(super) fn changed_at(&self) -> Option<Moment> {
        self.created_at.map(|JsonMoment(at)| at)
    }

    pub(super) fn cycle_before(&self) -> Option<&str> {
        self.from_cycle_id.as_deref().or_else(|| self.from_cycle.as_ref()?.id.as_deref())
    }

    pub(super) fn cycle_after(&self) -> Option<&str> {
        self.to_cycle_id.as_deref().or_else(|| self.to_cycle.as_ref()?.id.as_deref())
    }

    /// True if the issue got another cycle, or lost its cycle.
    pub(super) fn has_cycle_change(&self) -> bool {
        self.cycle_before() != self.cycle_after()
    }

    pub(super) fn has_estimate_change(&self) -> bool {
        self.from_estimate != self.to_estimate
    }

    /// The states before and after, if the entry changed the state.
    pub(super) fn state_change(&self) -> Option<(IssueState, IssueState)> {
        let state = |state: &Option<IssueState>, id: &Option<String>| {
            state.clone().or_else(|| Some(IssueState { id: Some(id.clone()?), ..IssueState::default() }))
        };
        let to = state(&self.to_state, &self.to_state_id)?;
        let from = state(&self.from_state, &self.from_state_id).unwrap_or_default();
        (from != to).then_some((from, to))
    }
}

impl Issue {
    pub(super) fn key(&self) -> Option<&str> {
        self.identifier.as_deref().or(self.id.as_deref())
    }

    fn last_update(&self) -> Option<Timestamp> {
        self.updated_at.map(|JsonMoment(at)| sort_instant(at))
    }

    /// Takes over another answer about the issue: the newer state counts, histories are appended. [`Self::join_changes`] sorts
    /// them.
    fn merge_answer(&mut self, mut other: Self) {
        let is_older = other.last_update().zip(self.last_update()).is_some_and(|(at, known)| at < known);
        self.changes.append(&mut other.changes);
        let (changes, has_history) =
            (std::mem::take(&mut self.changes), self.has_history || other.has_history);
        let is_listed = if is_older { self.is_listed } else { other.is_listed };
        if !is_older {
            *self = other;
        }
        self.changes = changes;
        self.has_history = has_history;
        self.is_listed = is_listed;
    }

    /// Sorts the changes of all answers, each once.
    fn join_changes(&mut self) {
        let mut known = BTreeSet::new();
        self.changes.retain(|change| change.created_at.is_some() && known.insert(change.entry_key()));
        self.changes.sort_by_key(|change| change.changed_at().map(sort_instant));
    }

    /// Takes the entries out of the list of the answer.
    fn take_history(&mut self) {
        let Some(history) = self.history.take() else { return };
        self.has_history = true;
        self.changes = history.nodes;
    }
}

/// Returns true for an issue with its history, or with what tells its state today.
pub(super) fn is_issue(fields: &JsonObject<'_>) -> bool {
    let has_history = fields.get("history").is_some_and(|history| history.has("nodes"));
    has_history || (fields.has("identifier") && fields.has("state"))
}

/// Returns true for an object with a list of issues: a cycle, or a query.
fn has_issue_list(fields: &JsonObject<'_>) -> bool {
    fields.get("issues").is_some_and(|issues| issues.has("nodes"))
}

/// Reads all issues of the documents, each once. `cycle_id` is the id of the chosen cycle, `cycle` the value that it was read from.
pub(super) fn read_all_issues(
    documents: &[TrackerDocument<'_>],
    cycle_id: Option<&str>,
    cycle: &JsonValue<'_>,
) -> Result<BTreeMap<String, Issue>, Box<InputError>> {
    let mut all: BTreeMap<String, Issue> = BTreeMap::new();
    for document in documents {
        let of_cycle = |owner: &&JsonValue<'_>| {
            let has_id = || {
                owner
                    .get("id")
                    .and_then(JsonValue::as_str)
                    .zip(cycle_id)
                    .is_some_and(|(id, known)| id == known)
            };
            std::ptr::eq(*owner, cycle) || has_id()
        };
        let listed: BTreeSet<*const JsonValue<'_>> = find_all_owners(&document.value)
            .into_iter()
            .filter(of_cycle)
            .flat_map(|owner| find_objects(owner, is_issue))
            .map(std::ptr::from_ref)
            .collect();
        for value in document.find_objects(is_issue) {
            let mut issue: Issue = document.read_located_part(value)?;
            issue.take_history();
            issue.is_listed = listed.contains(&std::ptr::from_ref(value));
            let Some(key) = issue.key().map(str::to_owned) else {
                let path = document.path_of(value);
                return Err(document.error_at(
                    path,
                    "an issue without \"identifier\"",
                    "its identifier (ENG-12), or its id",
                ));
            };
            match all.get_mut(&key) {
                Some(known) => known.merge_answer(issue),
                None => drop(all.insert(key, issue)),
            }
        }
    }
    all.values_mut().for_each(Issue::join_changes);
    Ok(all)
}

/// Returns all objects with a list of issues, also those inside others: a team may have its issues and those of a cycle.
fn find_all_owners<'a, 't>(value: &'a JsonValue<'t>) -> Vec<&'a JsonValue<'t>> {
    let mut found = Vec::new();
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        match value {
            JsonValue::Object(fields) => {
                if has_issue_list(fields) {
                    found.push(value);
                }
                pending.extend(fields.iter().map(|(_, inner)| inner));
            }
            JsonValue::List(list) => pending.extend(list),
            _ => {}
        }
    }
    found
}

/// The states in which an issue was, those of its history first.
fn all_states(issue: &Issue) -> impl Iterator<Item = &IssueState> {
    let changes = issue.changes.iter().flat_map(|change| change.from_state.iter().chain(&change.to_state));
    changes.chain(&issue.state)
}

/// The states in which any issue was.
pub(super) fn known_states(issues: &BTreeMap<String, Issue>) -> KnownStates {
    let names = issues.values().flat_map(all_states).filter_map(|state| state.name.as_deref());
    KnownStates::from_names(names, false)
}

/// The meaning of a state: its progress; `None` if the issue was cancelled and is no work any more.
pub(super) type StateMeaning = Option<Progress>;

/// The states of all issues by id, for histories with ids only.
pub(super) struct StateMap<'a> {
    by_id: BTreeMap<String, IssueState>,
    /// The names of the states that are done, if the caller names them.
    done: Option<&'a [String]>,
}

impl<'a> StateMap<'a> {
    pub(super) fn new(issues: &BTreeMap<String, Issue>, done: Option<&'a [String]>) -> Self {
        let mut by_id = BTreeMap::new();
        for state in issues.values().flat_map(all_states) {
            if let (Some(id), true) = (&state.id, state.kind.is_some() || state.name.is_some()) {
                by_id.insert(id.clone(), state.clone());
            }
        }
        Self { by_id, done }
    }

    /// The meaning of a state, and true if it is known only by its name, or not at all.
    pub(super) fn state_progress(&self, state: &IssueState) -> (StateMeaning, bool) {
        let state = state.id.as_ref().and_then(|id| self.by_id.get(id)).unwrap_or(state);
        let name = state.name.as_deref().unwrap_or_default();
        let is_named = |done: &String| done.trim().eq_ignore_ascii_case(name.trim());
        if self.done.is_some_and(|done| done.iter().any(is_named)) {
            return (Some(Progress::Done), false);
        }
        let completed = if self.done.is_some() { Progress::Started } else { Progress::Done };
        match state.kind.as_deref() {
            Some("completed") => (Some(completed), false),
            Some("started") => (Some(Progress::Started), false),
            Some("canceled" | "duplicate") => (None, false),
            Some(_) => (Some(Progress::Open), false),
            None if means_done(name) => (Some(completed), true),
            None if means_started(name) => (Some(Progress::Started), true),
            None => (Some(Progress::Open), true),
        }
    }
}
