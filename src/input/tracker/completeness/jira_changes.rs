//! Values that the changes in Jira's changelogs lack: a script that shortens an answer may have left them out.

use super::super::jira::sprint_field::SprintField;
use super::missing_part::MissingPart;
use super::required_fields::{CHANGELOG_REMEDY, any_object};
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// Returns the first document with a change of a status or of sprints that lacks a raw value, without which the numbers are wrong.
pub(super) fn find_missing_value<'a>(
    documents: &'a [TrackerDocument<'a>],
    sprint_field: &SprintField,
) -> Option<MissingPart<'a>> {
    let lacks = |document: &TrackerDocument<'_>, side: &str| {
        let is_missing = |name: &str, fields: &JsonObject<'_>| {
            name == "items" && is_membership_or_status(fields, sprint_field) && !fields.has(side)
        };
        any_object("", &document.value, &is_missing)
    };
    let (document, side) = documents.iter().find_map(|document| {
        let side = ["from", "to"].into_iter().find(|side| lacks(document, side))?;
        Some((document, side))
    })?;
    Some(MissingPart {
        document,
        path: String::new(),
        found: format!("a change without {side:?}"),
        expected: "the field in each".to_owned(),
        remedy: CHANGELOG_REMEDY.to_owned(),
        caveat: Caveat::FieldsMissing(1),
    })
}

/// Returns true if a change of another field lacks the displayed values, which those of an estimate are.
pub(super) fn lacks_displayed_values(documents: &[TrackerDocument<'_>], sprint_field: &SprintField) -> bool {
    let is_missing = |name: &str, fields: &JsonObject<'_>| {
        let is_change = name == "items" && fields.has("field");
        let has_values = fields.has("fromString") && fields.has("toString");
        is_change && !has_values && !is_membership_or_status(fields, sprint_field)
    };
    documents.iter().any(|document| any_object("", &document.value, &is_missing))
}

/// True for a change of the status or of the sprints of an issue, whose raw values are read.
fn is_membership_or_status(fields: &JsonObject<'_>, sprint_field: &SprintField) -> bool {
    let text = |name: &str| fields.get(name).and_then(JsonValue::as_str);
    let (id, name) = (text("fieldId"), text("field"));
    id == Some("status") || name == Some("status") || sprint_field.is_field(id, name.unwrap_or_default())
}
