//! The answers of Redmine's REST API, sorted by their kind.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::super::json_moment::{JsonMoment, sort_instant};
use crate::input::error::InputError;
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_documents::TrackerDocument;

/// The kinds of answers, which are recognized by their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnswerKind {
    /// An issue, perhaps with its journals.
    Issue,
    /// A page of issues.
    IssuePage,
    Statuses,
    Version,
    Versions,
}

impl AnswerKind {
    pub(super) fn detect(value: &JsonValue<'_>) -> Option<Self> {
        let is_issue = |issue: &JsonValue<'_>| issue.has("created_on") && issue.has("status");
        let is_version = |version: &JsonValue<'_>| version.has("created_on") && version.has("name");
        let first = |list: &str| value.get(list).and_then(JsonValue::first);
        let is_empty_page = || value.has("issues") && value.has("total_count") && value.has("limit");
        let kinds = [
            (Self::Issue, value.get("issue").is_some_and(is_issue)),
            (Self::IssuePage, first("issues").map_or_else(is_empty_page, is_issue)),
            (Self::Statuses, value.get("issue_statuses").is_some_and(JsonValue::is_list)),
            (Self::Version, value.get("version").is_some_and(is_version)),
            (Self::Versions, first("versions").is_some_and(is_version)),
        ];
        kinds.into_iter().find(|(_, is)| *is).map(|(kind, _)| kind)
    }

    /// The field with the entries, or with the entry.
    const fn field(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::IssuePage => "issues",
            Self::Statuses => "issue_statuses",
            Self::Version => "version",
            Self::Versions => "versions",
        }
    }
}

/// Something with an id and a name.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Named {
    pub(super) id: u64,
    #[serde(default)]
    pub(super) name: String,
}

/// A status; an issue's own has no `is_closed` in older versions of Redmine.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Status {
    pub(super) id: u64,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) is_closed: Option<bool>,
}

/// A custom field of an issue.
#[derive(Debug, Deserialize)]
pub(super) struct CustomField<'a> {
    pub(super) id: u64,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default, borrow)]
    pub(super) value: Option<JsonValue<'a>>,
}

/// A field that got another value.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Detail {
    /// `attr` for a field of Redmine's, `cf` for a custom one, whose `name` is its id.
    pub(super) property: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) old_value: Option<String>,
    #[serde(default)]
    pub(super) new_value: Option<String>,
}

/// The changes that were made together.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Journal {
    pub(super) created_on: JsonMoment,
    #[serde(default)]
    pub(super) details: Vec<Detail>,
}

/// An issue.
#[derive(Debug, Deserialize)]
pub(super) struct WireIssue<'a> {
    pub(super) id: u64,
    #[serde(default)]
    pub(super) subject: Option<String>,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) fixed_version: Option<Named>,
    #[serde(default)]
    pub(super) estimated_hours: Option<f64>,
    #[serde(default, borrow)]
    pub(super) custom_fields: Vec<CustomField<'a>>,
    created_on: JsonMoment,
    #[serde(default)]
    updated_on: Option<JsonMoment>,
    #[serde(default)]
    closed_on: Option<JsonMoment>,
    /// `None` in a page of issues.
    #[serde(default)]
    pub(super) journals: Option<Vec<Journal>>,
}

impl WireIssue<'_> {
    pub(super) const fn created_on(&self) -> Moment {
        self.created_on.0
    }

    pub(super) fn updated_on(&self) -> Option<Moment> {
        self.updated_on.map(|JsonMoment(at)| at)
    }

    pub(super) fn closed_on(&self) -> Option<Moment> {
        self.closed_on.map(|JsonMoment(at)| at)
    }

    /// The age of the state; the history decides between two of the same age.
    fn recency(&self) -> (Option<Timestamp>, Option<usize>) {
        (self.updated_on().map(sort_instant), self.journals.as_ref().map(Vec::len))
    }
}

/// An issue and its place.
pub(super) struct LocatedIssue<'a> {
    pub(super) wire: WireIssue<'a>,
    pub(super) document: &'a TrackerDocument<'a>,
    pub(super) path: String,
}

/// A version, which is the sprint.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct WireVersion {
    pub(super) id: u64,
    pub(super) name: String,
    #[serde(default)]
    pub(super) description: Option<String>,
    /// `open`, `locked` or `closed`.
    #[serde(default)]
    pub(super) status: Option<String>,
    #[serde(default)]
    pub(super) due_date: Option<String>,
    #[serde(default)]
    pub(super) updated_on: Option<JsonMoment>,
}

/// The data of all answers.
#[derive(Default)]
pub(super) struct RedmineAnswers<'a> {
    /// The newest state of each issue.
    pub(super) issues: BTreeMap<u64, LocatedIssue<'a>>,
    pub(super) statuses: BTreeMap<u64, Status>,
    pub(super) versions: BTreeMap<u64, WireVersion>,
}

impl<'a> RedmineAnswers<'a> {
    pub(super) fn from_documents(documents: &'a [TrackerDocument<'a>]) -> Result<Self, Box<InputError>> {
        let mut answers = Self::default();
        for document in documents {
            answers.add_document(document)?;
        }
        Ok(answers)
    }

    fn add_document(&mut self, document: &'a TrackerDocument<'a>) -> Result<(), Box<InputError>> {
        let Some(kind) = AnswerKind::detect(&document.value) else {
            let expected = "issues, a version or statuses of Redmine";
            return Err(document.error_at("", document.value.describe_for_error(), expected));
        };
        let field = kind.field();
        let Some(value) = document.value.get(field) else { return Ok(()) };
        let entries = value.as_list().unwrap_or_else(|| std::slice::from_ref(value));
        for (index, entry) in entries.iter().enumerate() {
            let path = if value.is_list() { format!("{field}[{index}]") } else { field.to_owned() };
            match kind {
                AnswerKind::Issue | AnswerKind::IssuePage => self.add_issue(document, entry, path)?,
                AnswerKind::Statuses => {
                    let status: Status = document.read_part(entry, &path)?;
                    self.statuses.insert(status.id, status);
                }
                AnswerKind::Version | AnswerKind::Versions => {
                    self.add_version(document.read_part(entry, &path)?);
                }
            }
        }
        Ok(())
    }

    fn add_issue(
        &mut self,
        document: &'a TrackerDocument<'a>,
        value: &'a JsonValue<'a>,
        path: String,
    ) -> Result<(), Box<InputError>> {
        let wire: WireIssue<'a> = document.read_part(value, &path)?;
        let old = self.issues.get(&wire.id).map(|old| old.wire.recency());
        if old.is_none_or(|old| old <= wire.recency()) {
            self.issues.insert(wire.id, LocatedIssue { wire, document, path });
        }
        Ok(())
    }

    fn add_version(&mut self, version: WireVersion) {
        let recency = |version: &WireVersion| version.updated_on.map(|JsonMoment(at)| sort_instant(at));
        let old = self.versions.get(&version.id).map(recency);
        if old.is_none_or(|old| old <= recency(&version)) {
            self.versions.insert(version.id, version);
        }
    }
}
