//! What GitLab's REST API writes: issues, resource events and timeboxes (milestones, iterations) by their fields.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::stamp::{Stamp, rank};
use super::timebox::{BoxId, Timebox, Written};
use crate::input::documents::Document;
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::value::Value;

/// What an object of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Issue,
    Event,
    Timebox,
}

impl Kind {
    pub(super) fn of(value: &Value<'_>) -> Option<Self> {
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

/// An issue or an event of one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Entry<'a> {
    id: Option<u64>,
    iid: Option<u64>,
    title: Option<String>,
    created_at: Option<Stamp>,
    closed_at: Option<Stamp>,
    /// A number with iterations.
    #[serde(borrow)]
    state: Option<Value<'a>>,
    weight: Option<f64>,
    milestone: Option<Written>,
    iteration: Option<Written>,
    references: Option<References>,
    action: Option<String>,
    resource_id: Option<u64>,
    resource_type: Option<String>,
    issue_id: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct References {
    full: Option<String>,
}

/// All that is known.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// By the number that GitLab knows them by everywhere.
    pub(super) issues: BTreeMap<u64, Issue>,
    pub(super) timeboxes: BTreeMap<BoxId, Timebox>,
}

/// An issue.
#[derive(Debug, Default)]
pub(super) struct Issue {
    /// `group/project#12`, or `#12`.
    pub(super) key: Option<String>,
    pub(super) title: Option<String>,
    pub(super) created: Option<Moment>,
    pub(super) closed: Option<Moment>,
    pub(super) weight: Option<f64>,
    pub(super) timeboxes: Vec<BoxId>,
    pub(super) events: Vec<Event>,
}

/// Something that happened to an issue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Event {
    pub(super) at: Moment,
    /// Orders events of one kind at one time.
    pub(super) id: u64,
    pub(super) what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Added(BoxId),
    Removed(BoxId),
    Closed,
    Reopened,
    Weighed(Option<f64>),
}

impl Facts {
    pub(super) fn of(documents: &[Document<'_>]) -> Result<Self, Box<InputError>> {
        let mut facts = Self::default();
        for document in documents {
            facts.value(document, &document.value, "")?;
        }
        for issue in facts.issues.values_mut() {
            issue.events.sort_by_key(|event| (rank(event.at), event.id));
            // Pages overlap when somebody adds an event between two calls.
            issue.events.dedup();
        }
        Ok(facts)
    }

    pub(super) fn tells_of_issues(&self) -> bool {
        !self.issues.is_empty()
    }

    fn value(
        &mut self,
        document: &Document<'_>,
        value: &Value<'_>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        if let Value::List(list) = value {
            for (index, entry) in list.iter().enumerate() {
                self.value(document, entry, &format!("{path}[{index}]"))?;
            }
            return Ok(());
        }
        match Kind::of(value) {
            Some(Kind::Timebox) => {
                let written: Written = document.read_part(value, path)?;
                // Iterations are of groups, and have a place in their cadence.
                let is_iteration = value.has("sequence");
                self.timebox(written, is_iteration);
            }
            Some(Kind::Issue) => self.issue(document.read_part(value, path)?),
            Some(Kind::Event) => self.event(document, document.read_part(value, path)?, path)?,
            None if value.has("data") => {}
            None => return Err(unknown(document, path)),
        }
        Ok(())
    }

    fn timebox(&mut self, written: Written, is_iteration: bool) -> BoxId {
        let id = BoxId { is_iteration, id: written.id };
        self.timeboxes.entry(id).or_default().complete(written);
        id
    }

    fn timeboxes(&mut self, milestone: Option<Written>, iteration: Option<Written>) -> Vec<BoxId> {
        let milestone = milestone.map(|written| self.timebox(written, false));
        let iteration = iteration.map(|written| self.timebox(written, true));
        milestone.into_iter().chain(iteration).collect()
    }

    fn issue(&mut self, entry: Entry<'_>) {
        let (Some(iid), id) = (entry.iid, entry.id.or(entry.iid).unwrap_or_default()) else { return };
        let is_closed = entry.state.as_ref().and_then(Value::as_str).is_none_or(|state| state == "closed");
        let timeboxes = self.timeboxes(entry.milestone, entry.iteration);
        let issue = self.issues.entry(id).or_default();
        let full = entry.references.and_then(|references| references.full);
        issue.key = Some(full.unwrap_or_else(|| format!("#{iid}")));
        issue.title = entry.title;
        issue.created = entry.created_at.map(|Stamp(at)| at);
        issue.closed = entry.closed_at.map(|Stamp(at)| at).filter(|_| is_closed);
        issue.weight = entry.weight;
        issue.timeboxes = timeboxes;
    }

    fn event(
        &mut self,
        document: &Document<'_>,
        entry: Entry<'_>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        let of_issue = entry.resource_type.as_deref().is_none_or(|kind| matches!(kind, "Issue" | "WorkItem"));
        let Some(issue) = entry.resource_id.or(entry.issue_id).filter(|_| of_issue) else { return Ok(()) };
        let Some(Stamp(at)) = entry.created_at else {
            return Err(document.error(path, "an event without \"created_at\"", "when it happened"));
        };
        let what = match (entry.action.as_deref(), entry.state.as_ref().and_then(Value::as_str)) {
            (Some(action), _) => {
                // A label has been added, or a milestone that is no more.
                let Some(id) = self.timeboxes(entry.milestone, entry.iteration).pop() else { return Ok(()) };
                if action == "add" { What::Added(id) } else { What::Removed(id) }
            }
            (None, Some("closed")) => What::Closed,
            (None, Some("reopened" | "opened")) => What::Reopened,
            (None, Some(_)) => return Ok(()),
            (None, None) => What::Weighed(entry.weight),
        };
        let id = entry.id.unwrap_or_default();
        self.issues.entry(issue).or_default().events.push(Event { at, id, what });
        Ok(())
    }
}

fn unknown(document: &Document<'_>, path: &str) -> Box<InputError> {
    document
        .error(path, "neither an issue nor a resource event nor a milestone", "those, or a report")
        .remedy("emberline formats lists the addresses to ask")
}
