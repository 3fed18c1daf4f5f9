//! An issue of Jira's REST API, with its changelog.

use jiff::Timestamp;
use serde::Deserialize;

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
    pub(super) fields: &'a JsonObject<'a>,
    /// The sprints that it is in today.
    pub(super) sprints: Vec<JiraSprint>,
    pub(super) created: Option<Timestamp>,
    pub(super) resolved: Option<Timestamp>,
    updated: Option<Timestamp>,
    /// Changes in order of time.
    pub(super) changes: Vec<FieldChange<'a>>,
    /// True if the response has a changelog.
    pub(super) has_history: bool,
    /// True if Jira has more changes than the response.
    pub(super) is_truncated: bool,
    /// True if the response has as many changes as Jira's pages hold, and Jira says nothing of others.
    pub(super) may_be_truncated: bool,
    pub(super) document: &'a TrackerDocument<'a>,
    /// The path of the issue in its document.
    pub(super) path: String,
}

/// The changes that Jira Cloud's lists have of an issue at most, whatever is asked for: 40 today, 100 before.
const CHANGELOG_PAGE_SIZES: [usize; 2] = [40, 100];

/// A field that got another value.
pub(super) struct FieldChange<'a> {
    pub(super) at: Timestamp,
    pub(super) item: ChangelogItem<'a>,
    /// The position of the change in the changelog, for error messages.
    history_index: usize,
    item_index: usize,
}

#[derive(Deserialize)]
struct Changelog<'a> {
    total: Option<usize>,
    #[serde(default, borrow)]
    histories: Vec<ChangelogEntry<'a>>,
}

#[derive(Deserialize)]
struct ChangelogEntry<'a> {
    /// Ascending with time; a text or a number.
    #[serde(borrow)]
    id: Option<JsonValue<'a>>,
    created: &'a str,
    #[serde(default, borrow)]
    items: Vec<ChangelogItem<'a>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ChangelogItem<'a> {
    /// The name of the field.
    pub(super) field: &'a str,
    /// The id of the field; old servers don't write it.
    pub(super) field_id: Option<&'a str>,
    /// The raw values, which are ids for most fields.
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
    /// The displayed values.
    pub(super) from_string: Option<&'a str>,
    pub(super) to_string: Option<&'a str>,
}

impl ChangelogItem<'_> {
    /// True for a change of the status. The id is the same in every language; old servers write the name only.
    pub(super) fn is_of_status(&self) -> bool {
        self.field_id.unwrap_or(self.field) == "status"
    }
}

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
        let log: Option<Changelog<'_>> = match value.get("changelog").filter(|log| log.is_object()) {
            Some(log) => Some(document.read_part(log, &at("changelog"))?),
            None => None,
        };
        let mut issue = Self {
            key,
            fields,
            sprints: jira_sprint::sprints_in_fields(document, fields, path)?,
            created,
            resolved,
            updated,
            changes: Vec::new(),
            has_history: log.is_some(),
            is_truncated: false,
            may_be_truncated: false,
            document,
            path: path.to_owned(),
        };
        if let Some(log) = log {
            let count = log.histories.len();
            issue.is_truncated = log.total.is_some_and(|total| total > count);
            issue.may_be_truncated = !issue.is_truncated && CHANGELOG_PAGE_SIZES.contains(&count);
            issue.add_changes(log.histories)?;
        }
        Ok(issue)
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

    /// Adds the changes in order of time. Jira lists the newest or the oldest first; ids order the changes of one time.
    fn add_changes(&mut self, histories: Vec<ChangelogEntry<'a>>) -> Result<(), Box<InputError>> {
        let mut dated = Vec::with_capacity(histories.len());
        for (index, history) in histories.into_iter().enumerate() {
            let place = || join_path(&self.path, &format!("changelog.histories[{index}].created"));
            let at = parse_instant(self.document, history.created, place)?;
            let id = match &history.id {
                Some(JsonValue::Text(text)) => text.parse().unwrap_or_default(),
                Some(JsonValue::Number(number)) => number.as_u64().unwrap_or_default(),
                _ => 0,
            };
            dated.push((at, id, index, history.items));
        }
        dated.sort_by_key(|(at, id, ..)| (*at, *id));
        for (at, _, index, items) in dated {
            let change = |(item_index, item)| FieldChange { at, item, history_index: index, item_index };
            self.changes.extend(items.into_iter().enumerate().map(change));
        }
        Ok(())
    }

    /// The last time that the response tells of: with a later one, it is the newer response about the issue.
    pub(super) fn latest_time(&self) -> Option<Timestamp> {
        let last_change = self.changes.last().map(|change| change.at);
        self.updated.max(last_change).max(self.resolved).max(self.created)
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
        let path = join_path(&self.path, &format!("changelog.histories[{history}].items[{item}].{side}"));
        self.document.error_at(path, quote(found), expected)
    }
}
