//! The field with the sprints of an issue, among the changes: it is known by its id, since each site may call it otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::changelog::ChangelogItem;
use super::issue::Issue;
use super::jira_sprint::sprints_in_fields;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;

/// The ids of the fields that hold sprints.
#[derive(Debug, Default)]
pub(in crate::input::tracker) struct SprintField {
    ids: BTreeSet<String>,
}

/// The name of the field in changelogs without ids, and where no issue shows the field.
const USUAL_NAME: &str = "Sprint";

impl SprintField {
    /// Finds the fields in which an issue has sprints; without any, those of the usual name.
    pub(super) fn find(issues: &[Issue<'_>], names: &BTreeMap<String, String>) -> Self {
        let filled: BTreeSet<String> =
            issues.iter().flat_map(|issue| &issue.sprint_fields).map(|id| (*id).to_owned()).collect();
        if !filled.is_empty() {
            return Self { ids: filled };
        }
        let named = names.iter().filter(|(_, name)| *name == USUAL_NAME);
        Self { ids: named.map(|(id, _)| id.clone()).collect() }
    }

    /// Finds the fields in documents, without reading their issues.
    pub(in crate::input::tracker) fn in_documents(documents: &[TrackerDocument<'_>]) -> Self {
        let has_fields = |object: &JsonObject<'_>| object.get("fields").is_some_and(JsonValue::is_object);
        let mut filled = BTreeSet::new();
        for document in documents {
            for issue in document.find_objects(has_fields) {
                let fields = issue.get("fields").and_then(JsonValue::as_object);
                let sprints = fields.and_then(|fields| sprints_in_fields(document, fields, "").ok());
                filled.extend(sprints.into_iter().flat_map(|sprints| sprints.fields).map(str::to_owned));
            }
        }
        if !filled.is_empty() {
            return Self { ids: filled };
        }
        Self { ids: documents.iter().flat_map(|document| usually_named_ids(&document.value)).collect() }
    }

    /// True if the id of a field is known, because an issue or a list of fields has it.
    pub(super) fn is_known(&self) -> bool {
        !self.ids.is_empty()
    }

    /// True for a change of the sprints of an issue.
    pub(super) fn is_changed_by(&self, item: &ChangelogItem<'_>) -> bool {
        self.is_field(item.field_id, item.field)
    }

    /// True for a field with sprints.
    pub(in crate::input::tracker) fn is_field(&self, id: Option<&str>, name: &str) -> bool {
        match id {
            Some(id) if !self.ids.is_empty() => self.ids.contains(id),
            _ => name == USUAL_NAME,
        }
    }
}

/// Returns the ids of fields of the usual name, from the names of a page or from a list of fields.
fn usually_named_ids(value: &JsonValue<'_>) -> Vec<String> {
    let is_usual = |name: &JsonValue<'_>| name.as_str() == Some(USUAL_NAME);
    let names = value.get("names").and_then(JsonValue::as_object);
    let of_page = names.into_iter().flat_map(JsonObject::iter).filter(|(_, name)| is_usual(name));
    let fields = value.as_list().unwrap_or_default().iter();
    let fields = fields.filter(|field| field.has("schema") || field.has("clauseNames"));
    let of_list = fields.filter(|field| field.get("name").is_some_and(is_usual));
    let of_list = of_list.filter_map(|field| field.get("id")?.as_str());
    of_page.map(|(id, _)| id).chain(of_list).map(str::to_owned).collect()
}
