//! An issue of Jira's REST API, with its changelog.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::changelog::{ChangeLog, ChangelogEntry, FieldChange};
use super::dates::parse_instant;
use super::jira_sprint::{self, JiraSprint};
use super::json_path::join_path;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;

/// An issue and its history.
pub(super) struct Issue<'a> {
    pub(super) key: &'a str,
    /// The number by which bulk answers name it.
    pub(super) id: Option<String>,
    pub(super) fields: &'a JsonObject<'a>,
    /// The sprints that it is in today.
    pub(super) sprints: Vec<JiraSprint>,
    /// The ids of the custom fields that have them.
    pub(super) sprint_fields: Vec<&'a str>,
    pub(super) created: Option<Timestamp>,
    pub(super) resolved: Option<Timestamp>,
    pub(super) updated: Option<Timestamp>,
    /// The last change of the category of its status.
    pub(super) status_category_changed: Option<Timestamp>,
    /// Changes in order of time, as soon as they are joined.
    pub(super) changes: Vec<FieldChange<'a>>,
    /// True if the response has a changelog.
    pub(super) has_history: bool,
    /// True if the response has all changes, as it says.
    pub(super) has_whole_history: bool,
    /// True if Jira has more changes than the response.
    pub(super) is_truncated: bool,
    /// True if the response has as many changes as Jira's pages hold, and Jira says nothing of others.
    pub(super) may_be_truncated: bool,
    pub(super) document: &'a TrackerDocument<'a>,
    /// The path of the issue in its document.
    pub(super) path: String,
    /// The lists of changes, for error messages.
    logs: Vec<ChangeLog<'a>>,
}

/// The changelog inside an issue.
#[derive(Deserialize)]
struct OwnChangelog<'a> {
    total: Option<usize>,
    #[serde(default, borrow)]
    histories: Vec<ChangelogEntry<'a>>,
}

/// The changes that Jira Cloud's lists have of an issue at most, whatever is asked for: 40 today, 100 before.
const CHANGELOG_PAGE_SIZES: [usize; 2] = [40, 100];

impl<'a> Issue<'a> {
    pub(super) fn read(
        document: &'a TrackerDocument<'a>,
        value: &'a JsonValue<'a>,
        path: &str,
    ) -> Result<Self, Box<InputError>> {
        let at = |field: &str| join_path(path, field);
        let key = value.get("key").and_then(JsonValue::as_str);
        let key = key.ok_or_else(|| document.error_at(at("key"), "no text", "the issue's key"))?;
        let Some(fields) = value.get("fields").and_then(JsonValue::as_object) else {
            let error = document.error_at(at("fields"), "nothing", "the issue's fields");
            return Err(
                error.with_remedy("ask for the issues with expand=changelog, not for a changelog alone")
            );
        };
        let date = |field: &str| match fields.get(field).and_then(JsonValue::as_str) {
            Some(text) => parse_instant(document, text, || at(&format!("fields.{field}"))).map(Some),
            None => Ok(None),
        };
        let (created, resolved, updated) = (date("created")?, date("resolutiondate")?, date("updated")?);
        let status_category_changed = date("statuscategorychangedate")?;
        let jira_sprint::IssueSprints { sprints, fields: sprint_fields } =
            jira_sprint::sprints_in_fields(document, fields, path)?;
        let mut issue = Self {
            key,
            id: value.get("id").and_then(JsonValue::to_id),
            fields,
            sprints,
            sprint_fields,
            created,
            resolved,
            updated,
            status_category_changed,
            changes: Vec::new(),
            has_history: false,
            has_whole_history: false,
            is_truncated: false,
            may_be_truncated: false,
            document,
            path: path.to_owned(),
            logs: Vec::new(),
        };
        if let Some(log) = value.get("changelog").filter(|log| log.is_object()) {
            issue.add_own_changelog(log)?;
        }
        Ok(issue)
    }

    /// Adds the changelog inside the issue, of which Jira Cloud gives the newest changes only.
    fn add_own_changelog(&mut self, value: &'a JsonValue<'a>) -> Result<(), Box<InputError>> {
        let path = join_path(&self.path, "changelog");
        let log: OwnChangelog<'_> = self.document.read_part(value, &path)?;
        let count = log.histories.len();
        self.has_history = true;
        self.is_truncated = log.total.is_some_and(|total| total > count);
        self.has_whole_history = log.total.is_some_and(|total| total <= count);
        self.may_be_truncated = !self.is_truncated && CHANGELOG_PAGE_SIZES.contains(&count);
        let path = join_path(&path, "histories");
        self.add_changes(ChangeLog { document: self.document, path }, log.histories)?;
        self.join_changes();
        Ok(())
    }

    /// Adds the changes of a bulk answer, which has all of them. [`Self::join_changes`] sorts them when all answers are added.
    pub(super) fn add_bulk_changes(
        &mut self,
        log: ChangeLog<'a>,
        entries: Vec<ChangelogEntry<'a>>,
    ) -> Result<(), Box<InputError>> {
        self.has_history = true;
        self.is_truncated = false;
        self.may_be_truncated = false;
        self.add_changes(log, entries)
    }

    /// Adds the changes of one list, in its order. [`Self::join_changes`] sorts those of all lists.
    fn add_changes(
        &mut self,
        log: ChangeLog<'a>,
        entries: Vec<ChangelogEntry<'a>>,
    ) -> Result<(), Box<InputError>> {
        let log_index = self.logs.len();
        for (history_index, entry) in entries.into_iter().enumerate() {
            let (at, id) = (log.parse_time(&entry, history_index)?, entry.id_number());
            self.changes.extend(entry.items.into_iter().enumerate().map(|(item_index, item)| FieldChange {
                at,
                id,
                item,
                log_index,
                history_index,
                item_index,
            }));
        }
        self.logs.push(log);
        Ok(())
    }

    /// Sorts the changes of all lists, and removes those that an earlier list has: pages overlap, and bulk answers repeat the
    /// changelog of the issue.
    pub(super) fn join_changes(&mut self) {
        // Jira lists the newest or the oldest first; ids order the changes of one time. The sort is stable.
        self.changes.sort_by_key(|change| (change.at, change.id));
        let mut first_logs = BTreeMap::new();
        self.changes.retain(|change| {
            let identity = (change.at, change.id, change.item);
            *first_logs.entry(identity).or_insert(change.log_index) == change.log_index
        });
    }

    /// The last time that the response tells of: with a later one, it is the newer response about the issue.
    pub(super) fn latest_time(&self) -> Option<Timestamp> {
        let last_change = self.changes.last().map(|change| change.at);
        self.updated.max(last_change).max(self.resolved).max(self.created)
    }

    /// True if the issue is as it was created.
    pub(super) fn is_unchanged(&self) -> bool {
        self.updated.is_some_and(|at| !self.is_after_creation(at))
    }

    /// True if the whole changelog has no change of the status, and no other field tells of one.
    pub(super) fn was_created_in_its_status(&self) -> bool {
        let later = [self.status_category_changed, self.resolved];
        self.has_whole_history && !later.into_iter().flatten().any(|at| self.is_after_creation(at))
    }

    /// True for a time that is not that of the creation, of which Jira writes each field a moment later than the other.
    fn is_after_creation(&self, at: Timestamp) -> bool {
        const MOMENT_SECONDS: i64 = 10;
        self.created.is_none_or(|created| at.as_second() - created.as_second() > MOMENT_SECONDS)
    }

    /// True for an epic: Jira Cloud writes the level of the issue's type in the hierarchy, servers its name only.
    pub(super) fn is_epic(&self) -> bool {
        let field = |name: &str| self.fields.get("issuetype").and_then(|kind| kind.get(name));
        let level = field("hierarchyLevel").and_then(JsonValue::as_f64);
        let is_named = || {
            field("name").and_then(JsonValue::as_str).is_some_and(|name| name.eq_ignore_ascii_case("epic"))
        };
        level.map_or_else(is_named, |level| level > 0.0)
    }

    /// Returns true if the issue is a sub-task.
    pub(super) fn is_subtask(&self) -> bool {
        self.fields.get("issuetype").and_then(|kind| kind.get("subtask")?.as_bool()) == Some(true)
    }

    /// The key of the issue's parent: of a sub-task its story.
    pub(super) fn parent_key(&self) -> Option<&'a str> {
        self.fields.get("parent").and_then(|parent| parent.get("key")?.as_str())
    }

    /// A field of the issue; `None` if it is missing or null.
    pub(super) fn non_null_field(&self, id: &str) -> Option<&'a JsonValue<'a>> {
        self.fields.get(id).filter(|value| !matches!(value, JsonValue::Null))
    }

    /// The error for a value in a change; `side` is the name of the value's field.
    pub(super) fn change_error(
        &self,
        change: &FieldChange<'_>,
        side: &str,
        found: &str,
        expected: &str,
    ) -> Box<InputError> {
        let (history, item) = (change.history_index, change.item_index);
        match self.logs.get(change.log_index) {
            Some(log) => {
                let path = format!("{}[{history}].items[{item}].{side}", log.path);
                log.document.error_at(path, quote(found), expected)
            }
            None => self.document.error_at(self.path.as_str(), quote(found), expected),
        }
    }
}
