//! Fields without which an answer reads differently: a request that asks for certain fields may have left them out. A tracker
//! writes them in every entry, as null if there is nothing to tell.

use super::missing_part::MissingPart;
use crate::input::Format;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// A field that every entry of a kind has.
pub(super) struct RequiredField {
    pub(super) format: Format,
    /// The field as an error names it, after the words for the entry.
    pub(super) missing: &'static str,
    /// True for an entry without the field. The name is that of the field or list that holds the object.
    pub(super) is_missing: fn(&str, &JsonObject<'_>) -> bool,
    /// The request that gives it; empty for a field that is only useful.
    pub(super) remedy: &'static str,
}

pub(super) const CHANGELOG_REMEDY: &str = "give the changelog as Jira answers it: expand=changelog";
const ACTIONS_REMEDY: &str = "give the actions with all their fields: /1/boards/ID/actions?limit=1000";
const MILESTONE_REMEDY: &str = "ask for the whole milestone: /api/v1/milestones/ID";

/// Fields without which the numbers are wrong.
const NEEDED: [RequiredField; 15] = [
    RequiredField {
        format: Format::Jira,
        missing: "a history without \"items\"",
        is_missing: |name, fields| matches!(name, "histories" | "changeHistories") && !fields.has("items"),
        remedy: CHANGELOG_REMEDY,
    },
    RequiredField {
        format: Format::Jira,
        missing: "a column without \"statuses\"",
        is_missing: |name, fields| name == "columns" && fields.has("name") && !fields.has("statuses"),
        remedy: "give the board as Jira answers it: /rest/agile/1.0/board/BOARD/configuration",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a report without \"puntedIssues\" or \"issueKeysAddedDuringSprint\"",
        is_missing: |name, fields| {
            let has_all = fields.has("puntedIssues") && fields.has("issueKeysAddedDuringSprint");
            name == "contents" && fields.has("completedIssues") && !has_all
        },
        remedy: "give the report as Jira answers it",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a report without the issues that are not completed",
        is_missing: |name, fields| {
            let has_open = fields.has("issuesNotCompletedInCurrentSprint") || fields.has("incompletedIssues");
            name == "contents" && fields.has("completedIssues") && !has_open
        },
        remedy: "give the report as Jira answers it",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a move to a column without \"notDone\"",
        is_missing: |name, fields| name == "column" && !fields.has("notDone") && !fields.has("done"),
        remedy: "give the burndown as Jira answers it",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a change of a time estimate without its values before and after",
        is_missing: |name, fields| {
            let id = fields.get("fieldId").or_else(|| fields.get("field")).and_then(JsonValue::as_str);
            let is_of_time = matches!(id, Some("timeestimate" | "timeoriginalestimate"));
            name == "items" && is_of_time && !(fields.has("from") && fields.has("to"))
        },
        remedy: CHANGELOG_REMEDY,
    },
    RequiredField {
        format: Format::Jira,
        missing: "a sprint without its id, name, state or board",
        is_missing: |name, fields| {
            let has_board = has_any(fields, &["boardId", "originBoardId"]);
            let is_of_issue = name.starts_with("customfield_") && fields.has("state");
            let is_sprint = fields.has("startDate") && (has_board || is_of_issue);
            let is_whole = ["id", "name", "state"].iter().all(|name| fields.has(name));
            is_sprint && !(is_whole && (has_board || !is_of_issue))
        },
        remedy: "give the sprints as Jira answers them",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an iteration without its title, start or duration",
        is_missing: |_, fields| {
            has_any(fields, &["startDate", "duration"])
                && !["title", "startDate", "duration"].iter().all(|name| fields.has(name))
        },
        remedy: "ask for all three: gh project item-list, or GraphQL's ProjectV2ItemFieldIterationValue { title startDate duration }",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an issue on a board without its \"number\", or a list without its \"nodes\"",
        is_missing: |name, fields| {
            let kind = fields.get("type").and_then(JsonValue::as_str);
            let is_issue = name == "content" && (kind == Some("Issue") || fields.has("closedAt"));
            let is_connection = matches!(name, "fieldValues" | "timelineItems");
            (is_issue && !fields.has("number")) || (is_connection && !fields.has("nodes"))
        },
        remedy: "ask for it, too: gh project item-list",
    },
    RequiredField {
        format: Format::Trello,
        missing: "an action without its card, or a list without its name",
        is_missing: |name, fields| {
            let is_list = matches!(name, "list" | "listBefore" | "listAfter");
            let has_card = || fields.get("data").is_some_and(|data| data.has("card"));
            (is_list && fields.has("id") && !fields.has("name")) || (is_card_action(fields) && !has_card())
        },
        remedy: ACTIONS_REMEDY,
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an issue without \"closedAt\"",
        is_missing: |_, fields| {
            let state = fields.get("state").and_then(JsonValue::as_str);
            let is_open = state.is_some_and(|state| state.eq_ignore_ascii_case("open"));
            is_github_issue(fields) && !is_open && !has_any(fields, &["closedAt", "closed_at"])
        },
        remedy: "ask for it, too: gh issue list --state all --limit 1000 --json \
                 number,title,createdAt,closedAt,updatedAt,stateReason,milestone,labels",
    },
    RequiredField {
        format: Format::Trello,
        missing: "a move of a card without \"listAfter\"",
        is_missing: |name, fields| {
            name == "data"
                && fields.get("old").is_some_and(|old| old.has("idList"))
                && !fields.has("listAfter")
        },
        remedy: ACTIONS_REMEDY,
    },
    RequiredField {
        format: Format::Trello,
        missing: "a card without \"id\"",
        is_missing: |name, fields| matches!(name, "card" | "cards") && !fields.has("id"),
        remedy: ACTIONS_REMEDY,
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a closed story without \"finish_date\"",
        is_missing: |name, fields| {
            let is_closed = fields.get("is_closed").and_then(JsonValue::as_bool) == Some(true);
            name == "user_stories" && is_closed && !fields.has("finish_date")
        },
        remedy: MILESTONE_REMEDY,
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a day without \"open_points\"",
        is_missing: |name, fields| name == "days" && fields.has("day") && !fields.has("open_points"),
        remedy: "ask for the whole statistics: /api/v1/milestones/ID/stats",
    },
];

pub(super) fn has_any(fields: &JsonObject<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| fields.has(name))
}

/// True for an issue with its times, unlike the one that a board or an event names.
pub(super) fn is_github_issue(fields: &JsonObject<'_>) -> bool {
    fields.has("number") && has_any(fields, &["createdAt", "created_at"]) && !fields.has("open_issues")
}

pub(super) fn is_trello_action(fields: &JsonObject<'_>, kinds: &[&str]) -> bool {
    let kind = fields.get("type").and_then(JsonValue::as_str);
    fields.has("data") && kind.is_some_and(|kind| kinds.contains(&kind))
}

/// True for an action on a card, whether its data are there or not.
fn is_card_action(fields: &JsonObject<'_>) -> bool {
    let kind = fields.get("type").and_then(JsonValue::as_str).unwrap_or_default();
    let is_of_card = matches!(
        kind,
        "createCard"
            | "copyCard"
            | "emailCard"
            | "convertToCardFromCheckItem"
            | "updateCard"
            | "deleteCard"
            | "moveCardToBoard"
            | "moveCardFromBoard"
    );
    is_of_card && fields.has("date")
}

/// Returns the first field of which an entry is known to lack it, with the entry.
pub(super) fn find_missing_field<'a>(
    format: Format,
    documents: &'a [TrackerDocument<'a>],
) -> Option<MissingPart<'a>> {
    let needed: Vec<&RequiredField> = NEEDED.iter().filter(|field| field.format == format).collect();
    let (document, field) = documents.iter().find_map(|document| {
        let is_missing = |field: &&&RequiredField| any_object("", &document.value, &field.is_missing);
        Some((document, *needed.iter().find(is_missing)?))
    })?;
    Some(MissingPart {
        document,
        path: String::new(),
        found: field.missing.to_owned(),
        expected: "the field in each".to_owned(),
        remedy: field.remedy.to_owned(),
        caveat: Caveat::FieldsMissing(1),
    })
}

/// True if an object at any depth is as asked; the name is that of the field that holds the object, or the list with it. The
/// recursion is limited by the depth that the parser allows.
pub(super) fn any_object(
    name: &str,
    value: &JsonValue<'_>,
    is: &dyn Fn(&str, &JsonObject<'_>) -> bool,
) -> bool {
    match value {
        JsonValue::Object(fields) => {
            is(name, fields) || fields.iter().any(|(name, inner)| any_object(name, inner, is))
        }
        JsonValue::List(list) => list.iter().any(|inner| any_object(name, inner, is)),
        _ => false,
    }
}
