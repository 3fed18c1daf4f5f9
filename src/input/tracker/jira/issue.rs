//! An issue as Jira writes it.

use jiff::Timestamp;
use serde::Deserialize;

use super::super::super::documents::Document;
use super::super::super::error::InputError;
use super::super::super::moment::Moment;
use super::super::super::refusal::quote;
use super::super::super::value::{Fields, Value};
use super::sprints::{self, Sprint};

/// An issue and its history.
pub(super) struct Issue<'a> {
    pub(super) key: &'a str,
    pub(super) fields: &'a Fields<'a>,
    /// The sprints that it is in today.
    pub(super) sprints: Vec<Sprint>,
    pub(super) created: Option<Timestamp>,
    pub(super) resolved: Option<Timestamp>,
    /// In order of time.
    pub(super) changes: Vec<FieldChange<'a>>,
    /// Whether changes were given at all.
    pub(super) has_history: bool,
    /// Whether Jira has more changes than it gave.
    pub(super) is_cut: bool,
    pub(super) document: &'a Document<'a>,
    /// Where it stands in its document.
    pub(super) path: String,
}

/// A field that got another value.
pub(super) struct FieldChange<'a> {
    pub(super) at: Timestamp,
    pub(super) item: HistoryItem<'a>,
    /// Where it stands in the issue.
    place: (usize, usize),
}

#[derive(Deserialize)]
struct Changelog<'a> {
    total: Option<usize>,
    #[serde(default, borrow)]
    histories: Vec<History<'a>>,
}

#[derive(Deserialize)]
struct History<'a> {
    /// Ascending with time; a text, or a number.
    #[serde(borrow)]
    id: Option<Value<'a>>,
    created: &'a str,
    #[serde(default, borrow)]
    items: Vec<HistoryItem<'a>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct HistoryItem<'a> {
    /// The field's name.
    pub(super) field: &'a str,
    /// Its id; old servers don't give it.
    pub(super) field_id: Option<&'a str>,
    /// Ids.
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
    /// What people see.
    pub(super) from_string: Option<&'a str>,
    pub(super) to_string: Option<&'a str>,
}

impl<'a> Issue<'a> {
    pub(super) fn read(
        document: &'a Document<'a>,
        value: &'a Value<'a>,
        path: &str,
    ) -> Result<Self, Box<InputError>> {
        let at = |field: &str| below(path, field);
        let key = value.get("key").and_then(Value::as_str);
        let key = key.ok_or_else(|| document.error(at("key"), "no text", "the issue's key"))?;
        let Some(fields) = value.get("fields").and_then(Value::as_object) else {
            let error = document.error(at("fields"), "nothing", "the issue's fields");
            return Err(error.remedy("ask for the issues with expand=changelog, not for a changelog alone"));
        };
        let date = |field: &str| match fields.get(field).and_then(Value::as_str) {
            Some(text) => instant(document, text, || at(&format!("fields.{field}"))).map(Some),
            None => Ok(None),
        };
        let (created, resolved) = (date("created")?, date("resolutiondate")?);
        let log: Option<Changelog<'_>> = match value.get("changelog").filter(|log| log.is_object()) {
            Some(log) => Some(document.read_part(log, &at("changelog"))?),
            None => None,
        };
        let mut issue = Self {
            key,
            fields,
            sprints: sprints::in_fields(document, fields, path)?,
            created,
            resolved,
            changes: Vec::new(),
            has_history: log.is_some(),
            is_cut: false,
            document,
            path: path.to_owned(),
        };
        if let Some(log) = log {
            issue.is_cut = log.total.is_some_and(|total| total > log.histories.len());
            issue.add_changes(log.histories)?;
        }
        Ok(issue)
    }

    /// Jira lists the newest first, or the oldest: ids tell what came first of what has the same time.
    fn add_changes(&mut self, histories: Vec<History<'a>>) -> Result<(), Box<InputError>> {
        let mut dated = Vec::with_capacity(histories.len());
        for (index, history) in histories.into_iter().enumerate() {
            let place = || below(&self.path, &format!("changelog.histories[{index}].created"));
            let at = instant(self.document, history.created, place)?;
            let id = match &history.id {
                Some(Value::Text(text)) => text.parse().unwrap_or_default(),
                Some(Value::Number(number)) => number.as_u64().unwrap_or_default(),
                _ => 0,
            };
            dated.push((at, id, index, history.items));
        }
        dated.sort_by_key(|(at, id, ..)| (*at, *id));
        for (at, _, index, items) in dated {
            let change = |(place, item)| FieldChange { at, item, place: (index, place) };
            self.changes.extend(items.into_iter().enumerate().map(change));
        }
        Ok(())
    }

    /// A field of the issue, unless it is null.
    pub(super) fn field(&self, id: &str) -> Option<&'a Value<'a>> {
        self.fields.get(id).filter(|value| !matches!(value, Value::Null))
    }

    /// What is wrong with a change, `side` being one of its fields.
    pub(super) fn error(
        &self,
        change: &FieldChange<'_>,
        side: &str,
        found: &str,
        expected: &str,
    ) -> Box<InputError> {
        let (history, item) = change.place;
        let path = below(&self.path, &format!("changelog.histories[{history}].items[{item}].{side}"));
        self.document.error(path, quote(found), expected)
    }
}

/// A field of what stands at a path.
pub(super) fn below(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// An instant as Jira writes it: the offset may lack its colon.
pub(super) fn instant(
    document: &Document<'_>,
    text: &str,
    path: impl Fn() -> String,
) -> Result<Timestamp, Box<InputError>> {
    match text.parse() {
        Ok(Moment::Instant(at)) => Ok(at),
        _ => {
            Err(document.error(path(), quote(text), "an instant with offset (2023-08-23T10:00:00.000+0000)"))
        }
    }
}
