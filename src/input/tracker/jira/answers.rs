//! Which answers of Jira there are, each in its place.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::super::documents::Document;
use super::super::super::error::InputError;
use super::super::super::value::{Fields, Value};
use super::issue::Issue;
use super::sprints::Sprint;
use super::states::{Board, Status};
use super::{burndown, report, velocity};

/// The answers that are known by their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One issue.
    Issue,
    /// A page of issues.
    Issues,
    /// A list of issues, as a script may have joined them.
    IssueList,
    Sprint,
    /// A page of sprints.
    Sprints,
    Board,
    Statuses,
    Fields,
    /// Jira's own burndown.
    Burndown,
    Report,
    Velocity,
}

impl Kind {
    pub(super) fn of(value: &Value<'_>) -> Option<Self> {
        let has = |value: &Value<'_>, names: &[&str]| names.iter().all(|name| value.has(name));
        let first = value.first();
        let is_issue = |issue: &Value<'_>| {
            has(issue, &["key"])
                && (issue.get("fields").is_some_and(Value::is_object) || has(issue, &["changelog"]))
        };
        let is_sprint = |sprint: &Value<'_>| {
            let state = sprint.get("state").and_then(Value::as_str).unwrap_or_default();
            has(sprint, &["id", "name"])
                && ["active", "closed", "future"].contains(&state.to_lowercase().as_str())
        };
        let page = |list: &str, is: &dyn Fn(&Value<'_>) -> bool| {
            let entries = value.get(list).and_then(Value::as_list);
            entries.is_some_and(|entries| match entries.first() {
                Some(first) => is(first),
                None => value.has("startAt") || value.has("isLast"),
            })
        };
        let kinds = [
            (Self::Burndown, burndown::is(value)),
            (Self::Report, report::is(value)),
            (Self::Velocity, velocity::is(value)),
            (Self::Issue, is_issue(value)),
            (Self::Issues, page("issues", &is_issue)),
            (Self::IssueList, first.is_some_and(is_issue)),
            (Self::Sprint, is_sprint(value)),
            (Self::Sprints, page("values", &is_sprint)),
            (
                Self::Board,
                value
                    .get("columnConfig")
                    .and_then(|config| config.get("columns"))
                    .is_some_and(Value::is_list),
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

/// All that was given.
#[derive(Default)]
pub(super) struct Answers<'a> {
    pub(super) issues: Vec<Issue<'a>>,
    pub(super) sprints: Vec<Sprint>,
    pub(super) board: Option<Board>,
    pub(super) statuses: Vec<Status>,
    /// Names of fields by their ids.
    pub(super) names: BTreeMap<String, String>,
    pub(super) burndown: Option<&'a Document<'a>>,
    pub(super) report: Option<&'a Document<'a>>,
}

/// A field of the instance.
#[derive(Deserialize)]
struct Field {
    id: String,
    name: String,
}

impl<'a> Answers<'a> {
    pub(super) fn of(documents: &'a [Document<'a>]) -> Result<Self, Box<InputError>> {
        let mut answers = Self::default();
        for document in documents {
            answers.add(document)?;
        }
        answers.issues.sort_by(|a, b| a.key.cmp(b.key));
        // Pages overlap when issues move between two calls.
        answers.issues.dedup_by(|a, b| a.key == b.key);
        Ok(answers)
    }

    /// Whether the board says which field holds the estimate.
    pub(super) fn names_estimate(&self) -> bool {
        let estimation = self.board.as_ref().and_then(|board| board.estimation.as_ref());
        estimation.is_some_and(|estimation| estimation.field.is_some())
    }

    fn add(&mut self, document: &'a Document<'a>) -> Result<(), Box<InputError>> {
        let value = &document.value;
        match Kind::of(value) {
            Some(Kind::Issue) => self.issues.push(Issue::read(document, value, "")?),
            Some(Kind::Issues) => {
                self.add_issues(document, value.get("issues"), "issues")?;
                self.names_of_page(value);
            }
            Some(Kind::IssueList) => self.add_issues(document, Some(value), "")?,
            Some(Kind::Sprint) => self.sprints.push(Sprint::read(document, value, "")?),
            Some(Kind::Sprints) => {
                let sprints = value.get("values").and_then(Value::as_list);
                for (index, sprint) in sprints.into_iter().flatten().enumerate() {
                    self.sprints.push(Sprint::read(document, sprint, &format!("values[{index}]"))?);
                }
            }
            Some(Kind::Board) => self.board = Some(document.read()?),
            Some(Kind::Statuses) => self.statuses.extend(document.read::<Vec<Status>>()?),
            Some(Kind::Fields) => {
                let fields = document.read::<Vec<Field>>()?;
                self.names.extend(fields.into_iter().map(|field| (field.id, field.name)));
            }
            Some(Kind::Burndown) => self.burndown = Some(document),
            Some(Kind::Report) => self.report = Some(document),
            Some(Kind::Velocity) => return Err(velocity::no_days(document)),
            None => {
                let found = match value {
                    Value::Object(map) => {
                        let names: Vec<_> = map.iter().take(5).map(|(name, _)| name).collect();
                        format!("an object with {}", names.join(", "))
                    }
                    other => other.shown(),
                };
                let expected = "an answer of Jira: `emberline formats` lists those that are read";
                return Err(document.error("", found, expected));
            }
        }
        Ok(())
    }

    fn add_issues(
        &mut self,
        document: &'a Document<'a>,
        list: Option<&'a Value<'a>>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        for (index, issue) in list.and_then(Value::as_list).into_iter().flatten().enumerate() {
            self.issues.push(Issue::read(document, issue, &format!("{path}[{index}]"))?);
        }
        Ok(())
    }

    /// `expand=names`.
    fn names_of_page(&mut self, page: &Value<'_>) {
        let names = page.get("names").and_then(Value::as_object);
        let text = |(id, name): (&str, &Value<'_>)| Some((id.to_owned(), name.as_str()?.to_owned()));
        self.names.extend(names.into_iter().flat_map(Fields::iter).filter_map(text));
    }
}
