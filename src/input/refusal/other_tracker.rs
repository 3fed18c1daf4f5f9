//! Trackers that are not read, recognized by fields that only they have.

use super::super::error::{InputError, Location};
use super::super::json_value::JsonValue;
use super::tracker_title::KNOWN_TRACKERS;

/// A tracker that is not read.
struct OtherTracker {
    name: &'static str,
    is_answer: fn(&JsonValue<'_>) -> bool,
}

const OTHER_TRACKERS: [OtherTracker; 12] = [
    OtherTracker {
        name: "Shortcut",
        is_answer: |value| any_entry(value, |entry| entry.has("workflow_state_id")),
    },
    OtherTracker {
        name: "ClickUp",
        is_answer: |value| {
            value.has("tasks") && any_entry(value, |entry| has_all(entry, &["date_created", "status"]))
        },
    },
    OtherTracker { name: "Asana", is_answer: |value| any_entry(value, |entry| entry.has("gid")) },
    OtherTracker {
        name: "YouTrack",
        is_answer: |value| {
            any_entry(value, |entry| entry.has("idReadable") || has_all(entry, &["$type", "customFields"]))
        },
    },
    OtherTracker {
        name: "OpenProject",
        is_answer: |value| value.get("_type").is_some() && (value.has("_embedded") || value.has("_links")),
    },
    OtherTracker {
        name: "Plane",
        is_answer: |value| {
            any_entry(value, |entry| {
                has_all(entry, &["total_issues", "completed_issues"])
                    || has_all(entry, &["sequence_id", "workspace"])
            })
        },
    },
    OtherTracker {
        name: "Notion",
        is_answer: |value| {
            let kind = value.get("object").and_then(JsonValue::as_str);
            kind.is_some_and(|kind| ["list", "page", "database", "data_source"].contains(&kind))
        },
    },
    OtherTracker {
        name: "monday.com",
        is_answer: |value| {
            let boards = value.get("data").and_then(|data| data.get("boards"));
            boards.is_some_and(JsonValue::is_list)
                || value.get("data").is_some_and(|data| data.has("items_page"))
        },
    },
    OtherTracker {
        name: "Wrike",
        is_answer: |value| value.has("kind") && value.get("data").is_some_and(JsonValue::is_list),
    },
    OtherTracker {
        name: "Airtable",
        is_answer: |value| {
            value.has("records") && any_entry(value, |entry| has_all(entry, &["createdTime", "fields"]))
        },
    },
    OtherTracker {
        name: "Pivotal Tracker",
        is_answer: |value| any_entry(value, |entry| has_all(entry, &["current_state", "story_type"])),
    },
    OtherTracker {
        name: "Targetprocess",
        is_answer: |value| any_entry(value, |entry| has_all(entry, &["ResourceType", "Id"])),
    },
];

fn has_all(value: &JsonValue<'_>, names: &[&str]) -> bool {
    names.iter().all(|name| value.has(name))
}

/// True if the document, the first entry of it or of one of its lists, or an object in it, is as asked.
fn any_entry(document: &JsonValue<'_>, is: fn(&JsonValue<'_>) -> bool) -> bool {
    let is_or_first = |value: &JsonValue<'_>| is(value) || value.first().is_some_and(is);
    let inside = document.as_object().into_iter().flat_map(|fields| fields.iter().map(|(_, value)| value));
    is_or_first(document) || inside.into_iter().any(is_or_first)
}

/// Returns the error for an answer of a tracker that is not read; `None` if none is known.
pub fn refuse_other_tracker(document: &JsonValue<'_>) -> Option<Box<InputError>> {
    let tracker = OTHER_TRACKERS.iter().find(|tracker| (tracker.is_answer)(document))?;
    let found = format!("an answer of {}, which is not read", tracker.name);
    let remedy = "make a table of days of it (date,remaining,added,completed), or a document of its items with their dates \
                  (emberline schema items; docs/trackers.md has an example with jq)";
    Some(
        InputError::new(Location::EntireInput, found, format!("an answer of {KNOWN_TRACKERS}"))
            .with_remedy(remedy),
    )
}
