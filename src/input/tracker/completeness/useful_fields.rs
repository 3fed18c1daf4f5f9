//! Fields without which some numbers may be wrong: the picture says how many are missing.

use super::required_fields::{RequiredField, any_object, has_any, is_github_issue, is_trello_action};
use crate::input::Format;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;

/// Fields without which some numbers may be wrong.
const USEFUL: [RequiredField; 20] = [
    RequiredField {
        format: Format::Jira,
        missing: "an issue without \"issuetype\", which may be a sub-task",
        is_missing: |name, fields| {
            name == "fields" && has_any(fields, &["summary", "status"]) && !fields.has("issuetype")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a type of issue without \"subtask\"",
        is_missing: |name, fields| name == "issuetype" && !fields.has("subtask"),
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a report without the estimates at the start or at the end",
        is_missing: |name, fields| {
            name == "contents" && fields.has("completedIssues") && lacks_estimates(fields)
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "an issue without \"created\"",
        is_missing: |name, fields| {
            name == "fields" && has_any(fields, &["summary", "status"]) && !fields.has("created")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a burndown without \"now\"",
        is_missing: |_, fields| fields.has("changes") && fields.has("startTime") && !fields.has("now"),
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a change in a burndown that does not say what it changed",
        is_missing: |name, fields| {
            let is_of_time = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
            is_of_time && fields.has("key") && fields.len() == 1
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Linear,
        missing: "a cycle without \"completedAt\"",
        is_missing: |_, fields| fields.has("startsAt") && fields.has("endsAt") && !fields.has("completedAt"),
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "the creation or a new name of a card without the name",
        is_missing: |_, fields| {
            let part = |name: &str| fields.get("data").and_then(|data| data.get(name));
            let is_renamed = part("old").is_some_and(|old| old.has("name"));
            let tells_name = is_renamed || is_trello_action(fields, &["createCard", "copyCard"]);
            tells_name && part("card").is_some_and(|card| !card.has("name"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an issue without the time of its creation, or a label without its name",
        is_missing: |name, fields| {
            let is_issue = fields.has("number") && has_any(fields, &["closedAt", "closed_at"]);
            let is_unnamed = name == "labels" && has_any(fields, &["id", "color"]) && !fields.has("name");
            is_unnamed || (is_issue && !has_any(fields, &["createdAt", "created_at"]))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitLab,
        missing: "an event without its milestone",
        is_missing: |name, fields| {
            let is_event = fields.has("action") && has_any(fields, &["resource_id", "resource_type"]);
            let is_told = has_any(fields, &["milestone", "iteration", "label"]);
            (is_event && !is_told) || (name == "milestone" && fields.has("title") && !fields.has("id"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an event of a milestone without its title",
        is_missing: |_, fields| {
            let kind = fields.get("event").and_then(JsonValue::as_str);
            let is_of_milestone = matches!(kind, Some("milestoned" | "demilestoned"));
            is_of_milestone && !fields.get("milestone").is_some_and(|milestone| milestone.has("title"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "a closed issue without \"stateReason\", which may be not planned",
        is_missing: |_, fields| {
            let is_closed = ["closedAt", "closed_at"].iter().any(|name| is_text(fields, name));
            is_github_issue(fields) && is_closed && !has_any(fields, &["stateReason", "state_reason"])
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an event of a board that does not name the board",
        is_missing: |_, fields| {
            let kind = fields.get("__typename").and_then(JsonValue::as_str).unwrap_or_default();
            kind.contains("ProjectV2") && fields.has("createdAt") && !fields.has("project")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Azure,
        missing: "a work item without \"CreatedDate\"",
        is_missing: |_, fields| {
            let is_snapshot = has_any(fields, &["DateValue", "DateSK"]);
            fields.has("WorkItemId") && !is_snapshot && !fields.has("CreatedDate")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "a board on which no item has a \"status\"",
        is_missing: |_, fields| {
            let items = fields.get("items").and_then(JsonValue::as_list).unwrap_or_default();
            let has_content = |item: &JsonValue<'_>| item.has("content");
            items.iter().any(has_content) && !items.iter().any(|item| item.has("status"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "an update of a card that does not say what it changed",
        is_missing: |_, fields| {
            let old = fields.get("data").and_then(|data| data.get("old"));
            let is_empty = old.and_then(JsonValue::as_object).is_none_or(|old| old.len() == 0);
            is_trello_action(fields, &["updateCard"]) && is_empty
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "the creation of a card without its list",
        is_missing: |_, fields| {
            let has_list = fields.get("data").is_some_and(|data| data.has("list"));
            is_trello_action(fields, &["createCard", "copyCard"]) && !has_list
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "a card without \"closed\"",
        is_missing: |name, fields| name == "cards" && fields.has("name") && !fields.has("closed"),
        remedy: "",
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a story without \"created_date\"",
        is_missing: |name, fields| name == "user_stories" && !fields.has("created_date"),
        remedy: "",
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a story without \"is_closed\"",
        is_missing: |name, fields| name == "user_stories" && !fields.has("is_closed"),
        remedy: "",
    },
];

fn is_text(fields: &JsonObject<'_>, name: &str) -> bool {
    fields.get(name).is_some_and(|value| value.as_str().is_some())
}

/// True if no issue of a report has an estimate at the start, or none has one at the end. Jira writes no value for an issue
/// that is not estimated.
fn lacks_estimates(contents: &JsonObject<'_>) -> bool {
    const LISTS: [&str; 4] =
        ["completedIssues", "issuesNotCompletedInCurrentSprint", "incompletedIssues", "puntedIssues"];
    let issues = || LISTS.iter().filter_map(|name| contents.get(name)?.as_list()).flatten();
    let has_value = |name: &str| {
        issues().any(|issue| {
            issue
                .get(name)
                .and_then(|estimate| estimate.get("statFieldValue"))
                .is_some_and(|value| value.has("value"))
        })
    };
    issues().next().is_some() && !(has_value("estimateStatistic") && has_value("currentEstimateStatistic"))
}

/// Returns the number of useful fields that an entry lacks.
pub(super) fn count_missing_fields(format: Format, documents: &[TrackerDocument<'_>]) -> usize {
    let useful = USEFUL.iter().filter(|field| field.format == format);
    let is_missing = |field: &&RequiredField| {
        documents.iter().any(|document| any_object("", &document.value, &field.is_missing))
    };
    useful.filter(is_missing).count()
}
