//! The responses of Jira, sorted by their kind.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::changelog::{BulkChangelogPage, IssueChanges};
use super::issue::Issue;
use super::jira_sprint::JiraSprint;
use super::status_map::{BoardConfig, Status};
use super::{burndown_chart, sprint_report, velocity_report};
use crate::input::error::InputError;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;

/// The kinds of responses, which are recognized by their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResponseKind {
    Issue,
    /// A page of issues.
    IssuePage,
    /// A list of issues, as a script may have joined them.
    IssueList,
    /// A page of changelogs of many issues.
    BulkChangelog,
    Sprint,
    /// A page of sprints.
    SprintPage,
    Board,
    Statuses,
    Fields,
    /// Jira's own burndown chart.
    Burndown,
    SprintReport,
    Velocity,
}

impl ResponseKind {
    pub(super) fn detect(value: &JsonValue<'_>) -> Option<Self> {
        let has = |value: &JsonValue<'_>, names: &[&str]| names.iter().all(|name| value.has(name));
        let first = value.first();
        let is_issue = |issue: &JsonValue<'_>| {
            has(issue, &["key"])
                && (issue.get("fields").is_some_and(JsonValue::is_object) || has(issue, &["changelog"]))
        };
        let is_sprint = |sprint: &JsonValue<'_>| {
            let state = sprint.get("state").and_then(JsonValue::as_str).unwrap_or_default();
            has(sprint, &["id", "name"])
                && ["active", "closed", "future"].contains(&state.to_lowercase().as_str())
        };
        let page = |list: &str, is: &dyn Fn(&JsonValue<'_>) -> bool| {
            let entries = value.get(list).and_then(JsonValue::as_list);
            entries.is_some_and(|entries| match entries.first() {
                Some(first) => is(first),
                None => value.has("startAt") || value.has("isLast"),
            })
        };
        let kinds = [
            (Self::Burndown, burndown_chart::is_burndown_chart(value)),
            (Self::SprintReport, sprint_report::is_sprint_report(value)),
            (Self::Velocity, velocity_report::is_velocity_report(value)),
            (Self::BulkChangelog, BulkChangelogPage::is_page(value)),
            (Self::Issue, is_issue(value)),
            (Self::IssuePage, page("issues", &is_issue)),
            (Self::IssueList, first.is_some_and(is_issue)),
            (Self::Sprint, is_sprint(value)),
            (Self::SprintPage, page("values", &is_sprint)),
            (
                Self::Board,
                value
                    .get("columnConfig")
                    .and_then(|config| config.get("columns"))
                    .is_some_and(JsonValue::is_list),
            ),
            (Self::Statuses, first.is_some_and(|status| has(status, &["statusCategory", "id", "name"]))),
            (
                Self::Fields,
                first.is_some_and(|field| {
                    has(field, &["id", "name", "schema"]) || has(field, &["id", "name", "clauseNames"])
                }),
            ),
        ];
        kinds.into_iter().find(|(_, is)| *is).map(|(kind, _)| kind)
    }
}

/// The data of all responses.
#[derive(Default)]
pub(super) struct JiraResponses<'a> {
    pub(super) issues: Vec<Issue<'a>>,
    /// Changes of issues that stand apart from them.
    bulk_changes: Vec<IssueChanges<'a>>,
    pub(super) sprints: Vec<JiraSprint>,
    pub(super) board: Option<BoardConfig>,
    pub(super) statuses: Vec<Status>,
    /// Names of fields by their ids.
    pub(super) names: BTreeMap<String, String>,
    pub(super) burndown: Option<&'a TrackerDocument<'a>>,
    pub(super) report: Option<&'a TrackerDocument<'a>>,
}

/// A field of the Jira instance.
#[derive(Deserialize)]
struct FieldName {
    id: String,
    name: String,
}

impl<'a> JiraResponses<'a> {
    pub(super) fn from_documents(documents: &'a [TrackerDocument<'a>]) -> Result<Self, Box<InputError>> {
        let mut responses = Self::default();
        for document in documents {
            responses.add_document(document)?;
        }
        responses.keep_newest_issues();
        responses.add_bulk_changes()?;
        Ok(responses)
    }

    /// Adds the bulk changes to their issues. Changes of other issues are of no use: the issues say what is in the sprint.
    fn add_bulk_changes(&mut self) -> Result<(), Box<InputError>> {
        let Some(first) = self.bulk_changes.first() else { return Ok(()) };
        let by_id: BTreeMap<String, usize> = self
            .issues
            .iter()
            .enumerate()
            .filter_map(|(index, issue)| Some((issue.id.clone()?, index)))
            .collect();
        if !self.bulk_changes.iter().any(|changes| by_id.contains_key(&changes.issue_id)) {
            let expected = "the issues with their ids beside them";
            let document = first.log.document;
            let error = document.error_at("issueChangeLogs", "changelogs of other issues only", expected);
            return Err(
                error.with_remedy("add them with --with: /rest/agile/1.0/sprint/SPRINT/issue?expand=names")
            );
        }
        for changes in self.bulk_changes.drain(..) {
            let index = by_id.get(&changes.issue_id);
            if let Some(issue) = index.and_then(|index| self.issues.get_mut(*index)) {
                issue.add_bulk_changes(changes.log, changes.entries)?;
            }
        }
        for issue in &mut self.issues {
            issue.join_changes();
            // The answer leaves out issues without changes.
            issue.has_history |= issue.is_unchanged();
        }
        Ok(())
    }

    /// Keeps one response about each issue: pages overlap if issues move between two requests, and files are of several days. The
    /// one with the latest time counts, of equal ones that with the longer history, of equal ones the last.
    fn keep_newest_issues(&mut self) {
        let age = |issue: &Issue<'_>| (issue.latest_time(), issue.has_history, issue.changes.len());
        self.issues.sort_by(|a, b| a.key.cmp(b.key).then_with(|| age(a).cmp(&age(b))));
        self.issues.dedup_by(|later, kept| {
            let is_same = later.key == kept.key;
            if is_same {
                std::mem::swap(later, kept);
            }
            is_same
        });
    }

    /// The issue with a key. The issues are sorted by it.
    pub(super) fn issue_by_key(&self, key: &str) -> Option<&Issue<'a>> {
        let index = self.issues.binary_search_by(|issue| issue.key.cmp(key)).ok()?;
        self.issues.get(index)
    }

    /// Returns true if the board says which field holds the estimate.
    pub(super) fn has_board_estimate_field(&self) -> bool {
        let estimation = self.board.as_ref().and_then(|board| board.estimation.as_ref());
        estimation.is_some_and(|estimation| estimation.field.is_some())
    }

    fn add_document(&mut self, document: &'a TrackerDocument<'a>) -> Result<(), Box<InputError>> {
        let value = &document.value;
        match ResponseKind::detect(value) {
            Some(ResponseKind::Issue) => self.issues.push(Issue::read(document, value, "")?),
            Some(ResponseKind::IssuePage) => {
                self.add_issues(document, value.get("issues"), "issues")?;
                self.add_field_names(value);
            }
            Some(ResponseKind::IssueList) => self.add_issues(document, Some(value), "")?,
            Some(ResponseKind::BulkChangelog) => self.bulk_changes.extend(BulkChangelogPage::read(document)?),
            Some(ResponseKind::Sprint) => self.sprints.push(JiraSprint::read(document, value, "")?),
            Some(ResponseKind::SprintPage) => {
                let sprints = value.get("values").and_then(JsonValue::as_list);
                for (index, sprint) in sprints.into_iter().flatten().enumerate() {
                    self.sprints.push(JiraSprint::read(document, sprint, &format!("values[{index}]"))?);
                }
            }
            Some(ResponseKind::Board) => self.board = Some(document.read()?),
            Some(ResponseKind::Statuses) => self.statuses.extend(document.read::<Vec<Status>>()?),
            Some(ResponseKind::Fields) => {
                let fields = document.read::<Vec<FieldName>>()?;
                self.names.extend(fields.into_iter().map(|field| (field.id, field.name)));
            }
            Some(ResponseKind::Burndown) => {
                let age = |document: &TrackerDocument<'_>| burndown_chart::read_at(&document.value);
                if self.burndown.is_none_or(|known| age(known) <= age(document)) {
                    self.burndown = Some(document);
                }
            }
            Some(ResponseKind::SprintReport) => {
                let age = |document: &TrackerDocument<'_>| sprint_report::is_closed(&document.value);
                if self.report.is_none_or(|known| age(known) <= age(document)) {
                    self.report = Some(document);
                }
            }
            Some(ResponseKind::Velocity) => return Err(velocity_report::no_days_error(document)),
            None => {
                let found = match value {
                    JsonValue::Object(map) => {
                        let names: Vec<_> = map.iter().take(5).map(|(name, _)| name).collect();
                        format!("an object with {}", names.join(", "))
                    }
                    other => other.describe_for_error(),
                };
                let expected = "an answer of Jira: `emberline formats` lists those that are read";
                return Err(document.error_at("", found, expected));
            }
        }
        Ok(())
    }

    fn add_issues(
        &mut self,
        document: &'a TrackerDocument<'a>,
        list: Option<&'a JsonValue<'a>>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        for (index, issue) in list.and_then(JsonValue::as_list).into_iter().flatten().enumerate() {
            self.issues.push(Issue::read(document, issue, &format!("{path}[{index}]"))?);
        }
        Ok(())
    }

    /// Adds the names of fields that a page has with `expand=names`.
    fn add_field_names(&mut self, page: &JsonValue<'_>) {
        let names = page.get("names").and_then(JsonValue::as_object);
        let text = |(id, name): (&str, &JsonValue<'_>)| Some((id.to_owned(), name.as_str()?.to_owned()));
        self.names.extend(names.into_iter().flat_map(JsonObject::iter).filter_map(text));
    }
}
