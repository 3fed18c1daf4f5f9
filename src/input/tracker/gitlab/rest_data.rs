//! The data of GitLab's REST API: issues, resource events and timeboxes (milestones, iterations), told apart by their fields.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::json_moment::{JsonMoment, sort_instant};
use super::timebox::{RestTimebox, Timebox, TimeboxId};
use crate::input::error::InputError;
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_documents::TrackerDocument;

/// The kind of an object in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    Issue,
    Event,
    Timebox,
}

impl EntryKind {
    pub(super) fn detect(value: &JsonValue<'_>) -> Option<Self> {
        let has = |name: &str| value.has(name);
        let of_issue = has("resource_id") || has("issue_id");
        if has("created_at") && of_issue && (has("action") || has("state") || has("weight")) {
            return Some(Self::Event);
        }
        if !has("iid") {
            return None;
        }
        let is_issue = ["issue_type", "author", "labels", "milestone", "references", "closed_at", "weight"];
        if is_issue.into_iter().any(has) {
            Some(Self::Issue)
        } else if has("start_date") || has("due_date") {
            Some(Self::Timebox)
        } else {
            has("created_at").then_some(Self::Issue)
        }
    }
}

/// An issue, or an event of one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RestEntry<'a> {
    id: Option<u64>,
    iid: Option<u64>,
    title: Option<String>,
    created_at: Option<JsonMoment>,
    closed_at: Option<JsonMoment>,
    updated_at: Option<JsonMoment>,
    /// An iteration has a number here.
    #[serde(borrow)]
    state: Option<JsonValue<'a>>,
    weight: Option<f64>,
    milestone: Option<RestTimebox>,
    iteration: Option<RestTimebox>,
    references: Option<RestReferences>,
    action: Option<String>,
    resource_id: Option<u64>,
    resource_type: Option<String>,
    issue_id: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RestReferences {
    full: Option<String>,
}

/// All issues and timeboxes of the input.
#[derive(Debug, Default)]
pub(super) struct GitLabData {
    /// Issues by their global id.
    pub(super) issues: BTreeMap<u64, Issue>,
    pub(super) timeboxes: BTreeMap<TimeboxId, Timebox>,
}

/// An issue with its events. Its state is that of the response with its last change; of the last response, if they lack
/// the times.
#[derive(Debug, Default)]
pub(super) struct Issue {
    /// `group/project#12`, or `#12`.
    pub(super) key: Option<String>,
    pub(super) title: Option<String>,
    pub(super) created: Option<Moment>,
    pub(super) closed: Option<Moment>,
    /// True if the issue is closed, even if nothing says when.
    pub(super) is_closed: bool,
    /// The time of the last change that a response has.
    pub(super) updated: Option<Moment>,
    pub(super) weight: Option<f64>,
    pub(super) timeboxes: Vec<TimeboxId>,
    pub(super) events: Vec<Event>,
}

/// A change of an issue, and its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Event {
    pub(super) at: Moment,
    /// Orders events of one kind at one time.
    pub(super) id: u64,
    pub(super) change: EventChange,
}

/// A change of an issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum EventChange {
    Added(TimeboxId),
    Removed(TimeboxId),
    Closed,
    Reopened,
    WeightChanged(Option<f64>),
}

impl GitLabData {
    pub(super) fn from_documents(documents: &[TrackerDocument<'_>]) -> Result<Self, Box<InputError>> {
        let mut data = Self::default();
        for document in documents {
            data.add_value(document, &document.value, "")?;
        }
        for issue in data.issues.values_mut() {
            issue.events.sort_by_key(|event| (sort_instant(event.at), event.id));
            // Pages overlap if an event is added between two requests.
            issue.events.dedup();
        }
        Ok(data)
    }

    pub(super) fn has_issues(&self) -> bool {
        !self.issues.is_empty()
    }

    fn add_value(
        &mut self,
        document: &TrackerDocument<'_>,
        value: &JsonValue<'_>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        if let JsonValue::List(list) = value {
            for (index, entry) in list.iter().enumerate() {
                self.add_value(document, entry, &format!("{path}[{index}]"))?;
            }
            return Ok(());
        }
        match EntryKind::detect(value) {
            Some(EntryKind::Timebox) => {
                let written: RestTimebox = document.read_part(value, path)?;
                // Iterations belong to groups, and have a position in their cadence.
                let is_iteration = value.has("sequence");
                self.add_timebox(written, is_iteration);
            }
            Some(EntryKind::Issue) => self.add_issue(document.read_part(value, path)?),
            Some(EntryKind::Event) => self.add_event(document, document.read_part(value, path)?, path)?,
            None if value.has("data") => {}
            None => return Err(unknown_entry_error(document, path)),
        }
        Ok(())
    }

    fn add_timebox(&mut self, written: RestTimebox, is_iteration: bool) -> TimeboxId {
        let id = TimeboxId { is_iteration, id: written.id };
        self.timeboxes.entry(id).or_default().merge(written);
        id
    }

    fn add_timeboxes(
        &mut self,
        milestone: Option<RestTimebox>,
        iteration: Option<RestTimebox>,
    ) -> Vec<TimeboxId> {
        let milestone = milestone.map(|written| self.add_timebox(written, false));
        let iteration = iteration.map(|written| self.add_timebox(written, true));
        milestone.into_iter().chain(iteration).collect()
    }

    fn add_issue(&mut self, entry: RestEntry<'_>) {
        let (Some(iid), id) = (entry.iid, entry.id.or(entry.iid).unwrap_or_default()) else { return };
        let state = entry.state.as_ref().and_then(JsonValue::as_str);
        let (is_closed, has_closed_state) =
            (state.is_none_or(|state| state == "closed"), state == Some("closed"));
        let timeboxes = self.add_timeboxes(entry.milestone, entry.iteration);
        let issue = self.issues.entry(id).or_default();
        let updated = entry.updated_at.map(|JsonMoment(at)| at);
        let is_older =
            updated.zip(issue.updated).is_some_and(|(at, known)| sort_instant(at) < sort_instant(known));
        if is_older {
            return;
        }
        issue.updated = updated.or(issue.updated);
        let full = entry.references.and_then(|references| references.full);
        issue.key = Some(full.unwrap_or_else(|| format!("#{iid}")));
        issue.title = entry.title;
        issue.created = entry.created_at.map(|JsonMoment(at)| at);
        issue.closed = entry.closed_at.map(|JsonMoment(at)| at).filter(|_| is_closed);
        issue.is_closed = has_closed_state || issue.closed.is_some();
        issue.weight = entry.weight;
        issue.timeboxes = timeboxes;
    }

    fn add_event(
        &mut self,
        document: &TrackerDocument<'_>,
        entry: RestEntry<'_>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        let of_issue = entry.resource_type.as_deref().is_none_or(|kind| matches!(kind, "Issue" | "WorkItem"));
        let Some(issue) = entry.resource_id.or(entry.issue_id).filter(|_| of_issue) else { return Ok(()) };
        let Some(JsonMoment(at)) = entry.created_at else {
            return Err(document.error_at(path, "an event without \"created_at\"", "when it happened"));
        };
        let change = match (entry.action.as_deref(), entry.state.as_ref().and_then(JsonValue::as_str)) {
            (Some(action), _) => {
                // Without a timebox, the event is about a label, or about a milestone that was deleted.
                let Some(id) = self.add_timeboxes(entry.milestone, entry.iteration).pop() else {
                    return Ok(());
                };
                if action == "add" { EventChange::Added(id) } else { EventChange::Removed(id) }
            }
            (None, Some("closed")) => EventChange::Closed,
            (None, Some("reopened" | "opened")) => EventChange::Reopened,
            (None, Some(_)) => return Ok(()),
            (None, None) => EventChange::WeightChanged(entry.weight),
        };
        let id = entry.id.unwrap_or_default();
        self.issues.entry(issue).or_default().events.push(Event { at, id, change });
        Ok(())
    }
}

fn unknown_entry_error(document: &TrackerDocument<'_>, path: &str) -> Box<InputError> {
    document
        .error_at(path, "neither an issue nor a resource event nor a milestone", "those, or a report")
        .with_remedy("emberline formats lists the addresses to ask")
}
